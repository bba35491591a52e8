"""A place as a whole and its change over two visits, in the answer to a question."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.work import Work
from assistant.question.bounds import bounds_of
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.register.overview import answer_whole


def _answer(places: Any, question: str) -> Any:
    names = Names.of(places)
    query = understand(question, names)
    return answer_whole(Work(places, query, names, bounds=bounds_of(query, names)))


@pytest.mark.parametrize(
    "question",
    ["What has changed at Marrowdale?", "Compare the two visits to Marrowdale: what got better, what worse?"],
)
def test_change_is_that_of_the_last_two_visits(places: Any, question: str) -> None:
    answer = _answer(places, question)
    assert answer.lead.startswith("Marrowdale Prison: the visit of 2024-04-08 beside the visit of 2022-05-10.")
    assert any("separation must not exceed fifteen days" in sentence.text for sentence in answer.sentences)


def test_years_choose_the_visits(places: Any) -> None:
    answer = _answer(places, "What changed at Marrowdale between 2020 and 2022?")
    assert "the visit of 2022-05-10 beside the visit of 2020-03-02" in answer.lead
    assert "1 achieved, 1 partly achieved, 1 not achieved" in answer.lead


def test_two_places_side_by_side(places: Any) -> None:
    answer = _answer(places, "Compare Marrowdale and Tarnholm.")
    assert answer.lead.startswith("Marrowdale Prison and Tarnholm Police Station:")
    assert "Segregation:" in answer.text


@pytest.mark.parametrize(
    "question", ["Summarise the report on Marrowdale.", "What are the main problems at Marrowdale?"]
)
def test_an_overview_quotes_findings_and_recommendations(places: Any, question: str) -> None:
    answer = _answer(places, question)
    assert "Found: " in answer.text and "Recommended: " in answer.text
    assert all(sentence.citations for sentence in answer.sentences)


@pytest.mark.parametrize(
    "question",
    [
        "What was found about the chapel at Marrowdale?",
        "What are the main problems?",
        "How many recommendations were made at Marrowdale?",
        "Compare Marrowdale and Alder House.",
        "What has changed at Tarnholm?",
    ],
)
def test_anything_narrower_or_wider_is_left_alone(places: Any, question: str) -> None:
    assert _answer(places, question) is None
