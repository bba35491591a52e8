"""The number that a sentence states for what a question counts."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.answers.evidence import Evidence
from assistant.answers.stated_figure import chosen
from assistant.answers.stated_ground import says_all
from assistant.question.counted import counted_of
from assistant.question.naming import Names
from assistant.question.numerals import numbers_in
from assistant.question.phrasing import demands_named, plain_order
from assistant.question.query import understand
from assistant.retrieval.searching import search


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one hundred and forty-two of 1,026 men", [142, 1026]),
        ("two hundred beds, 3.5 m2 each, at 12:30", [200]),
        ("twice in cell a3-19, no. 7/2024", [2]),
        ("a hundred and three times", [103]),
    ],
)
def test_numbers_in_figures_and_words(text: str, values: list[int]) -> None:
    found = [value for _, _, value in numbers_in(text)]
    assert found[: len(values)] == values or set(values) <= set(found)
    assert 5 not in found and 12 not in found


def test_what_is_counted_is_read() -> None:
    asked = counted_of(understand("How many of the 40 women could not sleep?", Names(())))
    assert asked.part and asked.people and asked.thing[0] == "women" and 40 in asked.numbers
    assert counted_of(understand("How often was the belt used?", Names(()))).often


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many cell bells did not ring at Quellmoor in 2023?", 31),
        ("How many cells does the custody area of Tarnholm have?", 8),
        ("How many foreign nationals had no interpreter at Tarnholm?", 3),
    ],
)
def test_a_stated_number_comes_first_with_its_sentence(library: Any, question: str, number: int) -> None:
    answer = ask(library, question)
    assert not answer.abstained and answer.count is None
    first = answer.citations[0].quote
    assert answer.text.startswith(first) and number in [value for _, _, value in numbers_in(first.lower())]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many cell bells did not ring on wing F at Quellmoor?", False),
        ("How many cell bells did not ring at Quellmoor?", True),
        ("How many cell bells were painted at Quellmoor?", False),
    ],
)
def test_a_number_of_another_wing_or_thing_does_not_count(library: Any, question: str, *, said: bool) -> None:
    query = understand(question, Names.of(library))
    found = [hit for hit in search(library, "cell bells did not ring").hits if "did not ring" in str(hit.passage.text)]
    item = Evidence(found[0], str(found[0].passage.text), 1.0, 1.0, frozenset())
    assert says_all(query, item) is said


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("How many people were held in Quellmoor Prison?", ("412", "455")),
        ("How many cell bells did not ring at Quellmoor?", ("31", "two")),
    ],
)
def test_two_visits_that_give_two_numbers_are_both_quoted(
    library: Any, question: str, numbers: tuple[str, ...]
) -> None:
    answer = ask(library, question)
    assert not answer.abstained and answer.count is None
    assert all(any(number in one.quote for one in answer.citations) for number in numbers)


def test_a_number_is_said_only_where_it_is_likely_and_no_other_near() -> None:
    assert chosen([], []) is None
    assert chosen([5], [0.5]) is None
    assert chosen([5, 9], [2.0, 1.8]) is None
    assert chosen([9, 5, 5], [0.2, 2.0, 1.9]) == 1


def test_two_numbers_asked_for_get_no_single_one(library: Any) -> None:
    answer = ask(library, "How many cell bells were tested and how many did not ring at Quellmoor?")
    assert answer.count is None


@pytest.mark.parametrize(
    ("question", "read"),
    [
        (
            "How many of the Defender's six measures were met?",
            "How many of the Defender's six recommendations were met?",
        ),
        ("How many demands did the council make?", "How many recommendations did the council make?"),
        ("How many disciplinary measures were imposed?", "How many disciplinary measures were imposed?"),
        ("How many requests for a doctor were refused?", "How many requests for a doctor were refused?"),
    ],
)
def test_what_a_body_demands_is_what_it_recommends(question: str, read: str) -> None:
    assert demands_named(question) == read


def test_a_list_and_its_number_are_one_question() -> None:
    assert plain_order("Which recommendations were rejected, and how many?").startswith("How many recommendations")
