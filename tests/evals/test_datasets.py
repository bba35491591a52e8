"""The data as scorers see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.datasets import Dataset, load_reports, load_samples, load_visit_reports
from evals.questions import Evidence, load_training

SAMPLES = Path(__file__).parents[2] / "api" / "samples"


def check(dataset: Dataset) -> None:
    docs = {document.doc for document in dataset.documents}
    for document in dataset.documents:
        assert document.path.is_file()
        assert document.segments
        for segment in document.segments:
            for start, end in [(span.start, span.end) for span in segment.spans] + list(segment.keep):
                assert segment.text[start:end].strip()
    for question in dataset.questions:
        assert {evidence.doc for evidence in question.evidence} <= docs
        assert question.text


def test_samples() -> None:
    dataset = load_samples(SAMPLES)
    check(dataset)
    assert len(dataset.documents) >= 7
    follow_up = next(question for question in dataset.questions if question.history)
    assert follow_up.history[0][1] in follow_up.standing_alone
    assert [question.numbers for question in dataset.questions if question.id == "s15"] == [(2,)]


@pytest.mark.shared
def test_a_count_is_what_stands_before_the_colon_and_its_type_says_what_is_declined(tmp_path: Path) -> None:
    told = {"type": "count", "question": "How many?", "gold": [], "must_abstain": False}
    asked = [
        {"id": "q1", "answer": "2: recommendations 4 and 9.", **told},
        {"id": "q2", "answer": "", **told, "type": "unanswerable"},
    ]
    (tmp_path / "documents").mkdir()
    (tmp_path / "gold.json").write_text(json.dumps({"documents": [], "questions": asked}))
    first, second = load_reports(tmp_path).questions
    assert first.numbers == (2,)
    assert not first.must_abstain
    assert second.must_abstain


def test_entries_without_id_and_number_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    told = {"kind": "response", "number": None, "text": "We agree.", "doc": "02", "answers": ["01:1"]}
    document = {"doc": "02", "file": "r.txt", "kind": "response", "metadata": {}, "blocks": [], "entries": [told, told]}
    (tmp_path / "gold.json").write_text(json.dumps({"documents": [document], "questions": []}))
    assert [entry.id for entry in load_reports(tmp_path).documents[0].entries] == ["02:#0", "02:#1"]


def test_development_data(shared: Path) -> None:
    dataset = load_visit_reports(shared)
    assert dataset is not None
    check(dataset)
    spans = [span for document in dataset.documents for segment in document.segments for span in segment.spans]
    assert {span.vulnerable for span in spans} == {True, False}


def test_no_development_data_is_no_dataset(tmp_path: Path) -> None:
    assert load_visit_reports(tmp_path) is None


def test_questions_for_training_stand_apart_from_those_that_are_measured(tmp_path: Path) -> None:
    assert load_training(tmp_path) == ()
    (tmp_path / "sources").mkdir()
    rows = [
        {"question": "How warm?", "gold": [["01", "It was 18 degrees"]], "answer": "18 degrees", "kind": "figure"},
        {"question": "How cold?", "gold": [], "answer": "", "kind": "none"},
    ]
    (tmp_path / "sources" / "training.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    told, untold = load_training(tmp_path)
    assert told.evidence == (Evidence("01", "It was 18 degrees"),) and not told.must_abstain
    assert untold.must_abstain and not untold.evidence and told.id != untold.id
