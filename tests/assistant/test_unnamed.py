"""The name of a company or an institution that is asked for and that nothing gives."""

from __future__ import annotations

import pytest

from assistant.answers.unnamed import asks_name, lacks_name
from assistant.question.naming import Names
from assistant.question.query import understand
from tests.assistant.test_unstated import evidence


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Which company cooks the meals?", True),
        ("What is the name of the firm that cooks the meals?", True),
        ("What was the new caterer called?", True),
        ("Who was the contractor that left?", True),
        ("Which hospitals were visited?", False),
        ("What does the company owe the State?", False),
    ],
)
def test_names_are_asked_for_in_several_ways(question: str, asked: bool) -> None:
    assert asks_name(question) is asked


@pytest.mark.parametrize(
    ("sentence", "lacks"),
    [
        ("The meals are cooked by a private company outside the walls.", True),
        ("In May a company from outside cooked the meals.", True),
        ("The meals are cooked by Brindlemoor Kitchens outside the walls.", False),
        ("The beds were made by Brindlemoor Joiners.", True),
    ],
)
def test_a_sentence_on_the_matter_must_hold_a_name(sentence: str, lacks: bool) -> None:
    query = understand("Which company cooks the meals?", Names())
    assert lacks_name(query, evidence(sentence)) is lacks
