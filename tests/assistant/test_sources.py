"""Who said what was answered last is told from its passages."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answer import Turn
from assistant.answers.answering import ask
from assistant.register.sources import asks_source


def _history(library: Any, question: str) -> list[Turn]:
    answer = ask(library, question)
    passages = tuple(citation.passage_id for citation in answer.citations)
    return [Turn("user", question), Turn("assistant", answer.text, tuple(row["id"] for row in answer.rows), passages)]


def test_the_document_and_its_body_are_named(library: Any) -> None:
    history = _history(library, "Which recommendations were made to the Minister of Justice?")
    answer = ask(library, "Who said that?", history=history)
    assert answer.lead.startswith("Said by: Ostmark Custody Council (Visit to Quellmoor Prison")
    assert [citation.passage_id for citation in answer.citations] == ["p-quellmoor-5"]


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Who said that?", True),
        ("Says who?", True),
        ("And where does it say so?", True),
        ("Which document says that?", True),
        ("What is the source of that?", True),
        ("Where are they held?", False),
        ("Who said that the bells did not ring?", False),
        ("Who is responsible for that?", False),
    ],
)
def test_a_source_is_asked_for_only_of_what_was_said(question: str, asks: bool) -> None:
    assert asks_source(question) is asks
