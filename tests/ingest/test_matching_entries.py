"""Entries are matched by all that tells: words, meaning, numbers, order and what an entry says of itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from ingest.links import matching
from ingest.links.features import FEATURES, features, numbers_held
from ingest.links.likeness import weights
from ingest.links.matching import Counterpart, LinksUnusable, counterparts
from ingest.links.sides import Context, Side, side
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, RegisterEntry
from redaction.text import public_text

Row = tuple[str | None, str, str]
REPORT: tuple[Row, ...] = (
    ("1", "recommendation", "Every room should have a bell that staff can hear."),
    ("2", "recommendation", "A nurse should see newcomers within a day."),
    ("3", "recommendation", "The yard should be open for two hours."),
    ("4", "recommendation", "Letters should be delivered unopened."),
)


def document(kind: DocumentKind, rows: Sequence[Row], vectors: Sequence[Sequence[float]] | None = None) -> Side:
    name = "d-report" if rows is REPORT else "d-later"
    record = DocumentRecord(name, name, kind, DocumentStatus.INDEXED, None, Metadata())
    entries = [
        RegisterEntry(f"{name}-{n}", name, None, number, what, public_text(text))
        for n, (number, what, text) in enumerate(rows)
    ]
    near = {
        entry.entry_id: Context(vector=np.array(vector, dtype=np.float32))
        for entry, vector in zip(entries, vectors or (), strict=False)
    }
    return side(record, entries, lambda _record, _entries: near)


def linked(later: Side, earlier: Side, least: float = 0.5) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in matched(later, earlier, least):
        found.setdefault(each.source.entry_id[-1], []).append(each.target.number or "")
    return {name: sorted(numbers) for name, numbers in found.items()}


def matched(later: Side, earlier: Side, least: float = 0.5) -> list[Counterpart]:
    return counterparts(later, earlier, weights([*later.words.values(), *earlier.words.values()]), least)


def figures(later: Side, earlier: Side) -> dict[str, list[list[float]]]:
    told = features(later, earlier, weights([*later.words.values(), *earlier.words.values()]))
    return {name: told[..., place].tolist() for place, name in enumerate(FEATURES)}


def test_meaning_pairs_what_shares_no_word() -> None:
    axes = np.eye(4).tolist()
    later = document(
        DocumentKind.VISIT_REPORT,
        ((None, "progress", "Post reaches the addressee closed."), (None, "progress", "Alarms are audible now.")),
        [axes[3], axes[0]],
    )
    earlier = document(DocumentKind.VISIT_REPORT, REPORT, axes)
    assert linked(later, earlier) == {"0": ["4"], "1": ["1"]}
    assert all("nearest in meaning, 100 %" in each.why for each in matched(later, earlier))


def test_several_numbers_are_several_links() -> None:
    later = document(DocumentKind.RESPONSE, ((None, "response", "On recommendations 1 and 4: both were done in May."),))
    earlier = document(DocumentKind.VISIT_REPORT, REPORT)
    assert linked(later, earlier) == {"0": ["1", "4"]}
    assert {each.why.split(";")[0] for each in matched(later, earlier)} == {"cites number 1", "cites number 4"}


def test_the_number_of_a_new_recommendation_is_no_evidence() -> None:
    later = document(
        DocumentKind.VISIT_REPORT,
        (("1", "recommendation", "Food should be warm."), ("2", "recommendation", "Work should be paid.")),
    )
    assert linked(later, document(DocumentKind.VISIT_REPORT, REPORT)) == {}


def test_words_in_common_and_avowed_repetition_make_a_link_surer() -> None:
    earlier = document(DocumentKind.VISIT_REPORT, REPORT)
    sure = []
    for opening in ("The ward", "We repeat that the ward"):
        later = document(
            DocumentKind.VISIT_REPORT, (("7", "recommendation", f"{opening} needs a nurse to see newcomers."),)
        )
        (found,) = matched(later, earlier, 0.0)
        sure.append(found.confidence)
        assert found.target.number == "2" and found.relation == "repeats"
    assert sure[0] < sure[1] and sure[1] >= 0.5


def test_figures_of_a_pair() -> None:
    later = document(
        DocumentKind.RESPONSE,
        (("1", "response", "Bells were bought."), (None, "response", "As regards paragraph 3, the yard is open.")),
    )
    found = figures(later, document(DocumentKind.VISIT_REPORT, REPORT))
    assert found["same_number"] == [[1, 0, 0, 0], [0, 0, 0, 0]]
    assert found["other_number"] == [[0, 1, 1, 1], [0, 0, 0, 0]]
    assert found["cited_number"] == [[0, 0, 0, 0], [0, 0, 1, 0]]
    assert found["cites_other"] == [[0, 0, 0, 0], [1, 1, 0, 1]]
    assert found["repetition"] == [[0] * 4] * 2 and found["meaning"] == [[0] * 4] * 2
    assert found["wording"][1][2] == max(map(max, found["wording"])) and found["wording_ahead"][1][2] > 0


def test_neighbours_in_order_count() -> None:
    rows = (
        (None, "progress", "The bell is heard by staff in every room."),
        (None, "progress", "Done."),
        (None, "progress", "The yard is open for two hours."),
    )
    found = figures(document(DocumentKind.VISIT_REPORT, rows), document(DocumentKind.VISIT_REPORT, REPORT))
    assert found["in_step"][1] == [0, 2, 0, 0]


def test_a_mere_concern_counts_less_beside_recommendations() -> None:
    rows = (*REPORT[:3], ("5", "concern", "There was no bell."))
    earlier = document(DocumentKind.VISIT_REPORT, rows)
    later = document(DocumentKind.RESPONSE, ((None, "response", "There is a bell."),))
    assert figures(later, earlier)["lesser_kind"] == [[0, 0, 0, 0.75]]
    alone = document(DocumentKind.VISIT_REPORT, rows[3:])
    assert figures(later, alone)["lesser_kind"] == [[0]]


def test_a_model_that_lacks_a_figure_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = json.loads(matching.MODEL.read_text("utf-8"))
    del card["weights"][FEATURES[0]]
    (tmp_path / "links.json").write_text(json.dumps(card), encoding="utf-8")
    monkeypatch.setattr(matching, "MODEL", tmp_path / "links.json")
    matching._model.cache_clear()
    earlier = document(DocumentKind.VISIT_REPORT, REPORT)
    with pytest.raises(LinksUnusable):
        matched(document(DocumentKind.RESPONSE, (("1", "response", "Yes."),)), earlier)
    matching._model.cache_clear()


def test_a_paragraph_lends_its_number_only_where_no_other_entry_bears_it() -> None:
    request = ("request_for_information", "The Board asks for comments on the report.")
    rows = [*(row[1:] for row in REPORT[:2]), request]
    entries = [
        RegisterEntry(f"d-{n}", "d", None, number, kind, public_text(text))
        for n, (number, (kind, text)) in enumerate(zip(("1", "2", None), rows, strict=True))
    ]
    record = DocumentRecord("d", "d", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata())

    def held(paragraph: str) -> list[set[str]]:
        around = {"d-2": Context(paragraph=paragraph)}
        return [{n for _, n in keys} for keys in numbers_held(side(record, entries, lambda _r, _e: around))]

    assert held("2") == [{"1"}, {"2"}, set()]
    assert held("7") == [{"1"}, {"2"}, {"7"}]


@pytest.mark.parametrize(
    ("heading", "again", "new"),
    [
        ("Recommendations that we make again", {"d-later-0"}, set()),
        ("New recommendations", set(), {"d-later-0"}),
        ("New and repeated recommendations", set(), set()),
    ],
)
def test_a_heading_says_whether_what_stands_below_is_made_again(heading: str, again: set[str], new: set[str]) -> None:
    row = RegisterEntry("d-later-0", "d-later", None, None, "recommendation", public_text("The yard should be open."))
    record = DocumentRecord("d-later", "d-later", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata())
    told = side(record, [row], lambda _record, _entries: {row.entry_id: Context(heading=heading)})
    assert (told.again, told.new) == (again, new)


def test_a_decision_on_all_answers_each_but_those_that_it_leaves_out() -> None:
    reply = document(
        DocumentKind.RESPONSE,
        [
            (None, "response", "The council resolved to accept all the recommendations except 2."),
            ("2", "response", "There is no nurse to be had."),
        ],
    )
    assert linked(reply, document(DocumentKind.VISIT_REPORT, REPORT)) == {"0": ["1", "3", "4"], "1": ["2"]}
