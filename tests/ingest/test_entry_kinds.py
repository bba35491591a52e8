"""The classifier of entries: what it sees, what it says, and what becomes of it in a report."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from report_builder import report

from ingest.embedding.embedder import ModelUnusable
from ingest.entry_kinds.classifier import KINDS, MODELS, EntryKinds, Rows
from ingest.entry_kinds.features import Unit, units
from ingest.entry_kinds.pair import pair_of
from ingest.entry_kinds.reading import read_again
from ingest.passage import DocumentKind
from ingest.register.candidate import Candidate
from ingest.register.wording import skeleton
from ingest.training.entry_kinds_data import styles


class Sayings(EntryKinds):
    """Says of a text what it was told, surely, and ``other`` of all else."""

    def __init__(self, sayings: Mapping[str, str], least: float = 0.9) -> None:
        self._sayings = sayings
        self.thresholds = dict.fromkeys(KINDS[2:], least)

    def probabilities(self, units: Sequence[Unit]) -> Rows:
        """Give .95 to the kind it was told."""
        rows = np.full((len(units), len(KINDS)), 0.05 / (len(KINDS) - 1), dtype=np.float32)
        for row, unit in zip(rows, units, strict=True):
            row[KINDS.index(self._sayings.get(unit.text, "other"))] = 0.95
        return rows


def read(lines: Sequence[str], sayings: Mapping[str, str], **options: object) -> list[Candidate]:
    kind = options.pop("kind", DocumentKind.VISIT_REPORT)
    known = options.pop("known", ())
    blocks = report(*lines).blocks
    chosen = [Candidate(*one[:1], blocks[one[1]].text, blocks[one[1]]) for one in known]  # type: ignore[attr-defined]
    return read_again(blocks, chosen, kind, Sayings(sayings), follow_up=bool(options.get("follow_up")))  # type: ignore[arg-type]


def test_the_build_of_a_sentence_leaves_out_what_it_is_about() -> None:
    one = skeleton("The Ministry has accepted the proposal.")
    other = skeleton("The Government has endorsed the recommendation.")
    assert one == other == ["the", "@auth", "has", "@agree", "the", "@asked", "."]
    assert skeleton("Windows were barred") == ["~s", "were", "~ed"]


def test_a_paragraph_is_read_as_a_whole_and_by_sentences_without_its_number() -> None:
    blocks = report("# Conditions", "12. The yard is bare. A roof is overdue.", "- One bench").blocks
    placed = list(units(blocks, ""))
    assert [(one.unit.text, one.unit.whole, one.block) for one in placed] == [
        ("The yard is bare. A roof is overdue.", True, 1),
        ("The yard is bare.", False, 1),
        ("A roof is overdue.", False, 1),
        ("One bench", True, 2),
    ]
    assert placed[0].unit.numbered
    assert placed[2].unit.before == "The yard is bare."
    assert placed[3].unit.before.startswith("12. The yard")
    assert placed[0].unit.headings == ("Conditions",)
    assert all(blocks[one.block].text[one.start : one.end] == one.unit.text for one in placed)


def test_rows_headings_and_furniture_give_no_unit() -> None:
    blocks = report("^ Page header", "# Heading", "| A | B", "| Say this | Do that").blocks
    assert not list(units(blocks, ""))


def test_a_unit_is_read_behind_its_place_and_without_it_where_told() -> None:
    unit = Unit("Oil the hinges.", numbered=True, headings=("Report", "Cells"), before="The door creaks.")
    place, text = pair_of(unit)
    assert place == "The door creaks. # Report / Cells # paragraph number "
    assert text == "Oil the hinges."
    assert pair_of(unit, context=False)[0] == "paragraph number "
    assert pair_of(Unit("It creaks.", whole=False, document="response"))[0].endswith("response paragraph sentence")


def test_the_model_that_ships_gives_probabilities_and_knows_plain_cases() -> None:
    classifier = EntryKinds()
    units_ = [
        Unit("We recommend that the windows of the punishment cells be unblocked without delay."),
        Unit("The building dates from 1911 and stands beside the river."),
    ]
    rows = classifier.probabilities(units_)
    assert rows.shape == (2, len(KINDS))
    assert np.allclose(rows.sum(axis=1), 1, atol=1e-5)
    assert KINDS[int(rows[0].argmax())] == "recommendation"
    assert KINDS[int(rows[1].argmax())] in ("other", "finding")
    assert classifier.probabilities([]).shape == (0, len(KINDS))


def test_a_unit_is_read_by_itself_and_the_place_tells() -> None:
    classifier = EntryKinds()
    asked = Unit("A second nurse on the night shift.", headings=("Report", "The Board recommends"), shape="list_item")
    alone = classifier.probabilities([asked])
    beside = classifier.probabilities([Unit("The yard is bare."), asked])
    assert np.allclose(alone[0], beside[1], atol=1e-6)
    elsewhere = classifier.probabilities([Unit(asked.text, headings=("Report", "Staff on duty"), shape="list_item")])
    kind = KINDS.index("recommendation")
    assert alone[0, kind] > elsewhere[0, kind]


def test_changed_or_missing_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable):
        EntryKinds(tmp_path)
    shutil.copy(MODELS / "entry_kinds.onnx", tmp_path)
    card = json.loads((MODELS / "entry_kinds.json").read_text("utf-8"))
    (tmp_path / "entry_kinds.json").write_text(json.dumps(card | {"sha256": {"entry_kinds.onnx": "0" * 64}}), "utf-8")
    with pytest.raises(ModelUnusable):
        EntryKinds(tmp_path).probabilities([Unit("The yard is bare.")])


def test_a_sure_sentence_becomes_an_entry_and_keeps_its_exact_words() -> None:
    sentence = "Somebody ought to oil the hinges."
    found = read(["# Cells", f"3. The door creaks. {sentence}"], {sentence: "recommendation"})
    assert [(one.kind, str(one.text), one.inline) for one in found] == [("recommendation", sentence, True)]


def test_a_doubtful_one_does_not() -> None:
    blocks = report("# Cells", "Repair the hinges of the door.").blocks
    sure = Sayings({"Repair the hinges of the door.": "recommendation"}, least=0.96)
    assert not read_again(blocks, [], DocumentKind.VISIT_REPORT, sure, follow_up=False)


def test_what_the_rules_have_read_is_not_read_again() -> None:
    text = "Repair the hinges of the door."
    assert read(["# Cells", text], {text: "recommendation"})
    assert not read(["# Cells", text], {text: "recommendation"}, known=[("concern", 1)])


@pytest.mark.parametrize(
    "text",
    [
        "The Board recommends that the prison:",
        "To the Governor",
        "Oil hinges.",
        "Our demands are grouped by those who must meet them.",
    ],
)
def test_a_lead_or_a_scrap_is_no_entry(text: str) -> None:
    assert not read(["# Cells", text], {text: "recommendation"})


def test_a_plain_statement_asks_for_nothing_but_under_a_heading_that_asks() -> None:
    text = "Safety plans reduce the risk to children."
    assert not read(["# Planning", text], {text: "recommendation"})
    assert read(["# What the Board suggests", text], {text: "recommendation"})


def test_a_verdict_has_number_and_status_and_a_count_of_verdicts_is_none() -> None:
    verdict = "Recommendation 4 has not been implemented."
    count = "Of the nine recommendations made in 2019, four were implemented."
    found = read(["# Looking back", verdict, count], {verdict: "verdict", count: "verdict"}, follow_up=True)
    assert [(one.kind, one.number, one.status_verified) for one in found] == [("progress", "4", "not implemented")]


def test_a_verdict_behind_a_recommendation_is_given_to_it() -> None:
    asked, verdict = "The yard should be roofed.", "To our regret this remains unfulfilled."
    blocks = report("# Looking back", asked, verdict).blocks
    known = [Candidate("recommendation", blocks[1].text, blocks[1])]
    found = read_again(blocks, known, DocumentKind.VISIT_REPORT, Sayings({verdict: "verdict"}), follow_up=True)
    assert not found
    assert known[0].status_verified == "not implemented"


def test_a_reply_answers_and_recommends_nothing() -> None:
    reply, wish = "As to point 7, the Service has accepted it.", "Officers should be thanked for it."
    lines = ["# Reply", reply, wish]
    found = read(lines, {reply: "response", wish: "recommendation"}, kind=DocumentKind.RESPONSE)
    assert [(one.kind, one.number, one.status_claimed) for one in found] == [("response", "7", "accepted")]
    assert not read(lines, {reply: "response"})


def test_labelled_texts_are_read(tmp_path: Path) -> None:
    text = (
        "# style: a note\n## One > Two\nrecommendation: 1. Oil the hinges.\n"
        "request+: The door creaks day and night, they say. <<Tell us by May who has the oil.>>\n"
        "@table a | b\nother: x | y\n"
    )
    (tmp_path / "note.txt").write_text(text, "utf-8")
    (source,) = styles(tmp_path)
    labelled = {p.unit.text: {KINDS[at] for at in a} for p, a in zip(source.placed, source.allowed, strict=True)}
    assert labelled["Oil the hinges."] == {"recommendation"}
    assert labelled["Tell us by May who has the oil."] == {"request"}
    assert labelled["The door creaks day and night, they say."] == {"other", "finding"}
    assert source.placed[0].unit.headings == ("One", "Two")
    assert "x" not in " ".join(labelled)


def test_a_line_of_no_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("# style: a note\nnonsense: Oil the hinges.\n", "utf-8")
    with pytest.raises(ValueError, match=r"note\.txt"):
        list(styles(tmp_path))
