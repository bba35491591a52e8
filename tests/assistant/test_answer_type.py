"""What a question asks for by its form must be in the evidence."""

from __future__ import annotations

import pytest

from assistant.question.answer_type import (
    asks_day,
    asks_kind,
    counted_act,
    counted_thing,
    holds_day,
    holds_number,
    states,
)
from assistant.question.routing import is_courtesy


@pytest.mark.parametrize(
    ("question", "sentence", "stated"),
    [
        ("What does a telephone call cost?", "A call costs 40 cents a minute.", True),
        ("What does a telephone call cost?", "Prisoners bear the cost of calls.", False),
        ("What is the annual budget of the clinic?", "The yard was struck from the budget.", False),
        ("What is the annual budget of the clinic?", "It has €4 million a year.", True),
        ("How deep is the moat?", "The moat is 300 metres long.", False),
        ("How deep is the moat?", "The moat has a depth of two metres.", True),
        ("Why was the yard closed?", "The yard was closed on all days.", False),
        ("Why was the yard closed?", "The yard was closed for want of staff.", True),
        ("What caused the flood?", "The flood was caused by a burst pipe.", True),
        ("What caused the flood?", "The flood reached the second floor.", False),
        ("How cold was it?", "It was 9 °C at breakfast.", True),
        ("Was the yard closed?", "The yard was open.", True),
    ],
)
def test_a_form_is_stated_or_not(question: str, sentence: str, stated: bool) -> None:
    assert states(question, sentence) is stated


def test_a_day_is_asked_for_and_held() -> None:
    assert asks_day("On which day was the new wing opened?")
    assert not asks_day("Which wing was opened by day?")
    assert holds_day("The wing was opened on 3 May.") and holds_day("It was a Tuesday.")
    assert not holds_day("The wing was opened by the minister.")


def test_what_is_counted() -> None:
    assert counted_thing("How many smoke detectors were tested at Quellmoor?") == "smoke detectors"
    assert not counted_thing("Were the smoke detectors tested?")


def test_only_forms_are_asked_for() -> None:
    assert asks_kind("How much do they pay for a call?")
    assert not asks_kind("Was the yard closed?")


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("How many patients died at the clinic?", "died"),
        ("How many young men were strapped down?", "strapped"),
        ("How many patients were there?", None),
    ],
)
def test_what_was_done_to_those_counted(question: str, act: str | None) -> None:
    assert counted_act(question) == act


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [("Rule 45 was adopted in 2015.", False), ("Forty women slept there.", True), ("See recommendation 3.", False)],
)
def test_labels_count_nothing(sentence: str, holds: bool) -> None:
    assert holds_number(sentence) is holds


@pytest.mark.parametrize(
    ("message", "courtesy"),
    [
        ("ok great, thank you very much", True),
        ("That is very helpful, thanks!", True),
        ("Thanks. Were the bells repaired?", False),
        ("no", True),
        ("no heating", False),
        ("thank you " * 100, False),
    ],
)
def test_thanks_ask_for_nothing(message: str, courtesy: bool) -> None:
    assert is_courtesy(message) is courtesy
