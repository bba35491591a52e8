"""Parts of questions, matters named without asking, and numbers that run on."""

from __future__ import annotations

import pytest

from assistant.questionnaires.columns import columns_of
from assistant.questionnaires.parts import parts_of
from assistant.questionnaires.question import Question, names_matter
from assistant.questionnaires.series import settled


def test_riders_fall_and_what_follows_takes_the_matter_along() -> None:
    assert parts_of("Was entry refused to any visitor? Please give details of each case.") == (
        "Was entry refused to any visitor?",
    )
    first, second = parts_of("Are belts used on patients, and who decides on it?")
    assert first == "Are belts used on patients" and second.startswith("Who decides on it (belts")


def test_a_list_after_a_colon_is_written_out() -> None:
    found = parts_of("Isolation of pupils: frequency, duration, and review.")
    assert found[0].startswith("Isolation of pupils:")
    assert "Isolation of pupils duration" in found[2]


def test_measures_taken_are_looked_up_by_what_they_are_for() -> None:
    assert parts_of("Please describe the measures taken to reduce noise at night.") == ("Reduce noise at night.",)


def test_a_question_points_to_the_one_before() -> None:
    (found,) = parts_of("What was done about it?", "Were visitors kept waiting at the gate?")
    assert "gate" in found and "visitors" in found
    assert parts_of("How often are the showers cleaned?", "Is there soap?") == ("How often are the showers cleaned?",)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Waiting times for dentists", True),
        ("Footage: coverage, and period for which it is kept.", True),
        ("The delegation visited nine prisons in spring.", False),
        ("Name and position of the person who answers", False),
        ("Heading:", False),
    ],
)
def test_a_matter_is_named_without_a_sentence(text: str, is_one: bool) -> None:
    assert names_matter(text) is is_one


def test_items_that_ask_nothing_stay_where_their_numbers_run_on() -> None:
    asked = [
        Question("1", "Food of remand prisoners"),
        Question("2", "Is the food warm?"),
        Question("3", "Drinking water"),
        Question("7", "Appendix of tables"),
    ]
    assert [at for at, _ in settled(asked, {0, 2, 3})] == [0, 1, 2]


def test_only_marked_questions_are_graded_where_some_are_marked() -> None:
    asked = [Question("1", "Is it warm? (Yes / Partial / No)", graded=True), Question("2", "Is it dry?", graded=True)]
    kept = [one for _, one in settled(asked, set())]
    assert [one.graded for one in kept] == [True, False]
    assert kept[0].asked == "Is it warm?" and kept[1].before == "Is it warm?"


def test_a_sentence_over_all_columns_is_no_header() -> None:
    assert columns_of(["Self-assessment of the mechanism in figures", "", "", ""]) is None
    assert columns_of(["Information requested", "Reply of the mechanism"]) is not None
