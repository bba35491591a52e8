"""The trained reader of replies and verdicts, and scales that a document explains."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from report_builder import report

from ingest.entry_kinds.classifier import MODELS
from ingest.register.action_table import find_rows
from ingest.register.claims import claimed_in
from ingest.register.position_cells import verdict_cell
from ingest.register.scale import Scale
from ingest.register.status_reader import REPLIES, VERDICTS, StatusesUnusable, StatusReader, read_status
from ingest.training.statuses import THRESHOLDS, left_out, sentences


@pytest.mark.parametrize(
    ("words", "kind", "status"),
    [
        ("In process", VERDICTS, "in progress"),
        ("Honoured", VERDICTS, "implemented"),
        ("Not honoured", VERDICTS, "not implemented"),
        ("We would rather keep it as it is.", REPLIES, "rejected"),
        ("The boxes were hung up on 3 May.", REPLIES, "implemented"),
        ("The hall holds 40 persons.", REPLIES, None),
        ("Ministry of Health", REPLIES, None),
        ("3", VERDICTS, None),
    ],
)
def test_words_that_no_rule_knows_are_read_or_left(words: str, kind: str, status: str | None) -> None:
    assert read_status(words, kind) == status


def test_rules_go_before_the_reader() -> None:
    assert claimed_in("Not accepted. The boxes were hung up on 3 May.") == "rejected"
    assert claimed_in("We would rather keep it as it is.") == "rejected"
    assert verdict_cell("Partly implemented") == "partly implemented"


def test_files_that_do_not_fit_together_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StatusesUnusable):
        StatusReader(tmp_path)
    for name in ("statuses.npz", "statuses.json"):
        shutil.copy(MODELS / name, tmp_path)
    card = json.loads((tmp_path / "statuses.json").read_text("utf-8"))
    (tmp_path / "statuses.json").write_text(json.dumps(card | {"sha256": "0"}), encoding="utf-8")
    with pytest.raises(StatusesUnusable):
        StatusReader(tmp_path)


def test_every_labelled_style_has_sentences_of_several_labels() -> None:
    for kind in THRESHOLDS:
        styles: dict[str, set[str]] = {}
        for one in sentences(kind):
            styles.setdefault(one.style, set()).add(one.label)
        assert len(styles) > 8
        assert all(len(labels) > 3 for labels in styles.values())


def test_a_style_left_out_is_read_by_a_model_that_has_not_seen_it() -> None:
    import numpy as np

    said = [one for one in sentences(VERDICTS) if one.label in ("implemented", "not implemented")]
    names = ["implemented", "not implemented"]
    rows = np.array([[1.0, 0.0] if one.label == "implemented" else [0.0, 1.0] for one in said], dtype=np.float32)
    read = left_out(said, rows, names)
    assert len(read) == len(said)
    assert all(given == wanted for _, given, wanted in read)


def test_grades_are_read_by_their_explanation() -> None:
    blocks = report(
        "Grades: A means that the recommendation was carried out in full. B is given where some steps were taken.",
        "C: nothing was done.",
    ).blocks
    scale = Scale(blocks)
    assert [scale.status_of(grade) for grade in ("A", "B", "C", "D")] == [
        "implemented",
        "partly implemented",
        "not implemented",
        None,
    ]


def test_a_table_of_grades_that_the_text_explains_gives_verdicts() -> None:
    blocks = report(
        "# Follow-up of the recommendations",
        "Stage 1 means that nothing was done; stage 2 means that some steps were taken; stage 3 means implemented.",
        "| No. | Recommendation | Assessment",
        "| 1 | Open the yard every day | Stage 3",
        "| 2 | Repair the roof of the kitchen | Stage 1",
        "| 3 | Employ a second nurse | Stage 2",
    ).blocks
    found = find_rows(blocks, follow_up=True)
    assert [one.status_verified for one in found] == ["implemented", "not implemented", "partly implemented"]
