"""A place, a body or a State that a question names is a limit as hard as a filter."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answer import Reason
from assistant.answers.answering import ask
from assistant.question.bounds import bounds_of
from assistant.question.naming import Names
from assistant.question.query import understand
from ingest.passage import Filters


def _documents(library: Any, question: str, filters: Filters | None = None) -> set[str]:
    names = Names.of(library)
    return set(bounds_of(understand(question, names, filters), names).documents)


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("How many cell bells did not ring in Ostmark?", {"d-quellmoor", "d-quellmoor-2"}),
        ("how many cells are there in velden", {"d-tarnholm"}),
        ("What did the Ostmark Custody Council find at Quellmoor?", {"d-quellmoor", "d-quellmoor-2"}),
        ("What was found about interpreters?", set()),
        ("What was said at the last visit about the custody of visitors?", set()),
        ("What does article 22 of OPCAT ask of Ostmark?", set()),
    ],
)
def test_what_a_question_names_binds_it(library: Any, question: str, documents: set[str]) -> None:
    assert _documents(library, question) == documents


def test_the_filters_of_the_caller_stand_alone(library: Any) -> None:
    assert _documents(library, "What was found in Velden?", Filters(documents=("d-quellmoor",))) == set()


def test_the_figure_of_another_state_is_no_answer(library: Any) -> None:
    answer = ask(library, "How many cell bells did not ring in Velden?")
    assert answer.reason is Reason.NOT_IN_CORPUS
    assert "1 document (3 passages) on Velden" in answer.text and "of 3 documents" in answer.text


def test_a_comparison_keeps_both_sides(library: Any) -> None:
    found = _documents(library, "Compare interpreters in Ostmark and Velden.")
    assert found == {"d-quellmoor", "d-quellmoor-2", "d-tarnholm"}
