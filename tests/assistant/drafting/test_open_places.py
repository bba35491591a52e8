"""What is still open, what counts nothing, what is past or below a standard."""

from __future__ import annotations

import pytest

from assistant.drafting.actor import actor_of
from assistant.drafting.judgement import Criterion, Standing
from assistant.drafting.linting import check_one, skipped


def _standing(text: str, criterion: Criterion) -> Standing:
    return next(each.standing for each in check_one(text).judgements if each.criterion is criterion)


@pytest.mark.parametrize("criterion", [Criterion.SPECIFIC, Criterion.MEASURABLE, Criterion.ACHIEVABLE])
def test_what_lies_in_an_open_place_is_not_met(criterion: Criterion) -> None:
    text = "[who?] should, by [by when?], [what exactly?], so that [what will be different for people held?]."
    assert _standing(text, criterion) is not Standing.MET


@pytest.mark.parametrize(
    "text",
    [
        "The Governor should improve how [STAFF 1] treats people.",
        "The Governor should care for people in keeping with Rules 19 and 20.",
        "The Governor should improve conditions by 2031.",
    ],
)
def test_numbers_that_count_nothing_measure_nothing(text: str) -> None:
    assert _standing(text, Criterion.MEASURABLE) is not Standing.MET


def test_the_time_may_stand_before_the_addressee() -> None:
    actor = actor_of("By the end of 2031 the Prison Administration")
    assert actor is not None and actor.name == "the Prison Administration"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Director should limit corporal punishment to Fridays.", "below_standard"),
        ("The Director should restrain patients for no longer than 40 days.", "below_standard"),
        ("The Director should end isolation for 20 days in a row.", "below_standard"),
        ("The Director should install bells by 31 March 2019.", "past_time_limit"),
    ],
)
def test_faults_against_standards_and_the_calendar(text: str, code: str) -> None:
    assert code in [each.code for each in check_one(text).faults]
    assert code not in [each.code for each in check_one("The Director should install bells by 31 March 2199.").faults]


def test_what_is_not_judged_is_told() -> None:
    text = "Recommendations\n\n1. The Director should install bells.\n\n2. Why are there no blankets?"
    assert skipped(text) == ["2. Why are there no blankets?"]
