"""Questions on a place that the documents only mention, or on an institution that they are not about."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.answers.elsewhere import elsewhere
from assistant.question.bounds import Bounds
from assistant.question.naming import Names
from assistant.question.query import understand


def item(text: str) -> Any:
    """A sentence found."""
    return SimpleNamespace(text=text, hit=SimpleNamespace(passage=SimpleNamespace(heading_path=())))


def told(question: str, *sentences: str) -> str | None:
    """What is said to a question for which some sentences were found."""
    work: Any = SimpleNamespace(query=understand(question, Names()), bounds=Bounds(), library=None)
    return elsewhere(work, [item(text) for text in sentences])


def test_a_place_in_passing_was_not_visited() -> None:
    question = "What was the result of the visit to Farvale Camp?"
    assert "Farvale" in (told(question, "The meeting has been copied by two other centres, Orrin and Farvale.") or "")
    assert told(question, "In March the team visited Farvale and Orrin.") is None
    assert told(question, "Nothing of the kind.") is None
    assert told("Were more men locked up at Farvale than at Orrin?", "Orrin and Farvale agreed.") is None


@pytest.mark.parametrize(
    "question",
    [
        "What did the council find in the women's prison of Quellmoor?",
        "What did the Quellmoor children's home report find?",
    ],
)
def test_an_institution_for_others_is_another(library: Any, question: str) -> None:
    answer = ask(library, question)
    assert answer.abstained
    assert "Nothing on" in answer.text


def test_what_the_documents_are_about_is_told(library: Any) -> None:
    assert not ask(library, "How many cell bells did not ring in the prison at Quellmoor?").abstained


def test_another_kind_of_place_is_another_place(library: Any) -> None:
    answer = ask(library, "What was found at the psychiatric hospital in Quellmoor?")
    assert answer.abstained
    assert "psychiatric hospital" in answer.text


def test_an_institution_by_another_number_was_not_visited() -> None:
    record = SimpleNamespace(metadata=SimpleNamespace(title="Visit to Unit No. 34", place=None))
    library = SimpleNamespace(ledger=SimpleNamespace(documents=lambda: [record]))

    def said(question: str, *sentences: str) -> str | None:
        work: Any = SimpleNamespace(query=understand(question, Names()), bounds=Bounds(), library=library)
        return elsewhere(work, [item(text) for text in sentences])

    assert "only mentioned" in (said("What did they find at Unit No. 12?", "He was moved to Unit No. 12 in May.") or "")
    assert said("What did they find at Unit No. 12?", "The team visited Unit No. 12.") is None
    assert said("What did they find at Unit No. 34?", "He was moved to Unit No. 34.") is None
