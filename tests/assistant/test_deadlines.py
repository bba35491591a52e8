"""What is due first, last or in order, and which replies are late, is worked out from days and not from words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answers.work import Work
from assistant.question.bounds import bounds_of
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.register.deadlines import answer_deadlines
from ingest.home import Home

sys.path.insert(0, str(Path(__file__).parent))
from place_library import build


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Several places; one recommendation and one request have a time limit."""
    ledger = build(Home(tmp_path_factory.mktemp("deadlines") / "home"))
    yield SimpleNamespace(ledger=ledger, index=SimpleNamespace(lexical=lambda *_: []))
    ledger.close()


def asked(places: Any, question: str) -> Any:
    names = Names.of(places)
    query = understand(question, names)
    return answer_deadlines(Work(places, query, names, bounds=bounds_of(query, names)))


@pytest.mark.parametrize(
    "question",
    [
        "Which recommendation has the earliest deadline?",
        "Which recommendation at Marrowdale Prison is due first?",
        "What is due last?",
        "List the recommendations on Marrowdale Prison in order of deadline",
    ],
)
def test_the_day_is_computed_from_when_it_was_asked(places: Any, question: str) -> None:
    answer = asked(places, question)
    assert "2020-09-01" in answer.lead
    assert "Computed from the deadlines of 1 of" in answer.lead
    assert [row["id"] for row in answer.rows] == ["r-first-0"]


def test_what_lies_behind_is_not_called_next(places: Any) -> None:
    assert asked(places, "Which recommendation is due next?").lead.startswith("No deadline lies ahead of ")


def test_it_is_said_that_nothing_was_computed(places: Any) -> None:
    answer = asked(places, "Which recommendation to Tarnholm Police Station has the earliest deadline?")
    assert answer.abstained
    assert answer.text.startswith("Not computed: none of the 1 recommendations looked at")


def test_a_reply_on_file_is_not_overdue(places: Any) -> None:
    answer = asked(places, "Which places have overdue replies?")
    assert (answer.count, answer.rows) == (0, ())
    assert "0 of 1 replies asked for" in answer.lead


def test_the_day_of_a_reply_is_told(places: Any) -> None:
    answer = asked(places, "When is the reply to the report on Marrowdale Prison due?")
    assert answer.lead.startswith("Reply due: 2020-08-01, Marrowdale Prison.")
    assert asked(places, "When is the reply to the report on Tarnholm due?") is None


def test_without_a_day_no_reply_is_late(places: Any) -> None:
    answer = asked(places, "Are any replies on Tarnholm overdue?")
    assert answer.abstained
    assert "until when a reply is due" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many recommendations have a deadline?",
        "What is the deadline of recommendation 1?",
        "Who missed the first deadline?",
        "Which recommendations were made at Marrowdale Prison?",
    ],
)
def test_other_questions_are_left_alone(places: Any, question: str) -> None:
    assert asked(places, question) is None
