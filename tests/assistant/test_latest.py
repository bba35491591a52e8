"""The newest verdict stands first where change is asked for; a second unit's number stands beside the first."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.answers.beside import with_beside
from assistant.answers.evidence import Evidence
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.retrieval.searching import Hit
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage
from redaction.text import restore

FIRST = "In 2021 patients of ward S1 were secluded 14 times."


def test_a_question_of_change_gets_the_newest_verdict_first(library: Any) -> None:
    answer = ask(library, "Do the cell bells at Quellmoor still not ring?")
    assert answer.citations[0].document_id == "d-quellmoor-2"
    assert "implemented" in answer.sentences[0].text


def test_a_question_of_one_visit_keeps_its_order(library: Any) -> None:
    answer = ask(library, "How many cell bells did not ring at Quellmoor in 2023?")
    assert answer.citations[0].document_id == "d-quellmoor"


def _chosen(after: str) -> list[Evidence]:
    text = f"{FIRST} {after}"
    passage = Passage("p-1", "d-1", 0, restore(text), "3", 1, "paragraph")
    record = DocumentRecord("d-1", "a.pdf", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, Metadata("A"))
    return [Evidence(Hit(1, 1.0, passage, record, "A, 3"), FIRST, 1.0, 1.0, frozenset())]


@pytest.mark.parametrize(
    ("question", "after", "number"),
    [
        ("How many times were patients secluded?", "The corresponding number for ward S3 was 5.", 2),
        ("How many times were patients secluded?", "Patients of ward S3 were secluded 5 times.", 2),
        ("How many times were patients of ward S1 secluded?", "The corresponding number for ward S3 was 5.", 1),
        ("How many times were patients secluded?", "Ward S3 has a garden of 200 square metres.", 1),
        ("How many times were patients secluded?", "The corresponding number of hours was not known.", 1),
    ],
)
def test_the_same_number_of_another_unit_is_quoted_too(question: str, after: str, number: int) -> None:
    assert len(with_beside(understand(question, Names()), _chosen(after))) == number
