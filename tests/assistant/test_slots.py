"""A follow-up that names another place, year or theme exchanges it in the earlier question."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answer import Reason, Turn
from assistant.answers.answering import ask
from assistant.answers.conversation import resolve
from assistant.question.naming import Names
from assistant.question.slots import replace_slots

NAMES = Names(places=("Quellmoor Prison", "Tarnholm Police Station", "Upper Fenwick Prison"))
EARLIER = "What was recommended on separation at Quellmoor in 2023?"


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("And for Tarnholm?", "What was recommended on separation at Tarnholm in 2023?"),
        ("what about Upper Fenwick Prison?", "What was recommended on separation at Upper Fenwick Prison in 2023?"),
        ("And in 2024 and 2025?", "What was recommended on separation at Quellmoor in 2024 and 2025?"),
        ("How about cell bells?", "What was recommended on cell bells at Quellmoor in 2023?"),
        ("and food at Tarnholm in 2024", "What was recommended on food at Tarnholm in 2024?"),
        ("And at Ta' Sorben?", "What was recommended on separation at Ta' Sorben in 2023?"),
        ("And by the Ministry of Health?", EARLIER[:-1] + " by the Ministry of Health?"),
        ("And at Brackenfell?", "What was recommended on separation at Brackenfell in 2023?"),
    ],
)
def test_only_what_is_named_is_exchanged(question: str, written: str) -> None:
    assert replace_slots(question, EARLIER, NAMES) == written


@pytest.mark.parametrize(
    "question", ["And at the follow-up?", "and what did they answer?", "Why?", "Which of those concern women?", "And?"]
)
def test_what_says_more_is_left_to_the_conversation(question: str) -> None:
    assert replace_slots(question, EARLIER, NAMES) is None


def test_a_slot_the_earlier_question_lacks_is_added() -> None:
    assert replace_slots("and in 2024?", "Who repaired bells?", NAMES) == "Who repaired bells in 2024?"


def test_follow_ups_in_a_row_keep_the_question() -> None:
    history = [Turn("user", EARLIER), Turn("assistant", "Fifteen days."), Turn("user", "And for Tarnholm?")]
    written = resolve("And in 2024?", history, NAMES).question
    assert written == "What was recommended on separation at Tarnholm in 2024?"


def test_another_place_that_has_nothing_is_not_answered_for_the_first(library: Any) -> None:
    first = "What was recommended on separation at Quellmoor?"
    history = [Turn("user", first), Turn("assistant", ask(library, first).text)]
    for place in ("Tarnholm", "Brackenfell"):
        answer = ask(library, f"And for {place}?", history=history)
        assert answer.reason is Reason.NOT_IN_CORPUS
        assert not answer.citations
        assert f"separation at {place}" in answer.text


def test_another_year_that_has_nothing_is_not_answered_for_the_first(library: Any) -> None:
    history = [Turn("user", "How many people did Quellmoor hold in 2023?"), Turn("assistant", "412 people.")]
    assert ask(library, "And in 2019?", history=history).reason is Reason.NOT_IN_CORPUS
    assert "455" in ask(library, "And in 2025?", history=history).text


@pytest.mark.parametrize("question", ["Who has to do it?", "And who is responsible for that?", "By whom?"])
def test_who_has_to_act_is_read_from_the_entries_shown(library: Any, question: str) -> None:
    first = "What was recommended on separation at Quellmoor?"
    shown = Turn("assistant", ask(library, first).text)
    nothing = (Turn("user", "And for Tarnholm?"), Turn("assistant", "Not found in 3 documents."))
    for later in ((), nothing):
        answer = ask(library, question, history=[Turn("user", first), shown, *later])
        assert answer.lead == "Addressed to: Minister of Justice (Recommendation 2)."
        assert [row["id"] for row in answer.rows] == ["r-quellmoor-2"]
        assert "limit separation to 15 days" in answer.sentences[0].text
