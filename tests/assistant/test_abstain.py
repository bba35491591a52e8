"""When nothing is said: years that nothing is of, follow-ups judged by their own words."""

from __future__ import annotations

from typing import Any

from assistant.answers.answer import Turn
from assistant.answers.answering import ask


def test_a_year_to_come_is_not_answered_from_another(library: Any) -> None:
    answer = ask(library, "How many cell bells did not ring at Quellmoor in 2041?")
    assert answer.abstained
    assert not ask(library, "How many cell bells did not ring at Quellmoor in 2023?").abstained


def test_a_follow_up_on_something_else_is_not_answered_by_what_was_said_before(library: Any) -> None:
    asked = "How many cell bells did not ring at Quellmoor in 2023?"
    history = [Turn("user", asked), Turn("assistant", ask(library, asked).text)]
    answer = ask(library, "Does it have a swimming pool?", history=history)
    assert answer.abstained
