"""Places visited more than once come from the chains of their visits, and not from the list of all documents."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.register.revisits import asks_revisits, least_visits


@pytest.mark.parametrize(
    ("question", "asks", "least"),
    [
        ("Which places were visited twice?", True, 2),
        ("Which prisons have been inspected more than once?", True, 2),
        ("Which hospitals were visited at least three times?", True, 3),
        ("Which places were visited more than two times?", True, 3),
        ("Which places were visited in 2023?", False, 2),
        ("How many recommendations were made twice?", False, 2),
    ],
)
def test_what_asks_for_places_seen_again(question: str, asks: bool, least: int) -> None:
    query = understand(question, Names())
    assert (asks_revisits(query), least_visits(query)) == (asks, least)


def test_only_the_place_with_two_visits_is_named(library: Any) -> None:
    answer = ask(library, "Which places were visited twice?")
    assert answer.count == 1
    assert "Quellmoor Prison (2023-04-03, 2025-02-10)" in answer.text
    assert "Tarnholm" not in answer.lead


def test_no_place_with_so_many_visits_is_said(library: Any) -> None:
    answer = ask(library, "Which places were visited at least three times?")
    assert (answer.count, answer.abstained) == (0, False)
