"""Held documents are named as the reason where the question names what they are about."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from assistant.answers.doubt import dangling, held_about
from assistant.answers.work import Work
from assistant.question.naming import Names
from assistant.question.query import understand
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata


def work_with_held(source: str, question: str) -> Work:
    """A question to a ledger that holds back one document."""
    record = DocumentRecord("d-1", source, DocumentKind.OTHER, DocumentStatus.HELD, "held", Metadata())
    ledger = SimpleNamespace(documents=lambda status: [record] if status == "held" else [])
    return Work(cast(Any, SimpleNamespace(ledger=ledger)), understand(question, Names()), Names())


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("What was found at Oskelund?", True),
        ("What was found at Brannmoor?", False),
        ("What did the report say about the prison?", False),
    ],
)
def test_a_held_document_is_named(question: str, held: bool) -> None:
    work = work_with_held("oskelund-prison-report.pdf", question)
    said = held_about(work, work.query)
    assert bool(said) is held
    assert said is None or "opcat review" in said


@pytest.mark.parametrize(
    ("question", "asked_back"),
    [
        ("Has the recommendation been implemented?", True),
        ("What did the director reply about it?", True),
        ("Has the recommendation on bells been implemented?", False),
        ("What did the director reply about the bells?", False),
        ("How many recommendations were implemented?", False),
    ],
)
def test_what_points_at_nothing_said_is_asked_back(question: str, asked_back: bool) -> None:
    assert bool(dangling(question, Names())) is asked_back
