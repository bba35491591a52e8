"""Questions for numbers in many orders of words, differences written out as two counts, labels in ranges."""

from __future__ import annotations

import pytest

from assistant.question.naming import Names
from assistant.question.numerals import numeral, ranges_in
from assistant.question.phrasing import (
    demands_named,
    entries_named,
    plain_order,
    recommended_listed,
    without_exception,
)
from assistant.question.query import understand
from assistant.register.contrast import contrast_of
from assistant.register.stated import stated_number

NAMES = Names(places=("Quellmoor Prison", "Tarnholm Police Station"))


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        (
            "Of the Quellmoor recommendations, how many were rejected?",
            "How many of the Quellmoor recommendations were rejected?",
        ),
        (
            "Quellmoor Prison: how many recommendations were rejected?",
            "How many recommendations were rejected (Quellmoor Prison)?",
        ),
        ("Two years on, how many recommendations were implemented?", "How many recommendations were implemented?"),
        (
            "Which recommendations are addressed to the governor, and how many are they?",
            "How many recommendations are addressed to the governor?",
        ),
        ("What is the total number of recommendations at Quellmoor?", "How many recommendations at Quellmoor?"),
        (
            "How many recommendations must the governor carry out (rather than the ministry)?",
            "How many recommendations must the governor carry out?",
        ),
        ("How many recommendations were rejected?", "How many recommendations were rejected?"),
        ("I'd like to know how many recommendations were rejected.", "How many recommendations were rejected."),
        (
            "Quellmoor: which recommendations did the governor get, and how many are there?",
            "How many recommendations did the governor get (Quellmoor)?",
        ),
        (
            "Of the Quellmoor recommendations, which and how many are for the governor?",
            "How many of the Quellmoor recommendations are for the governor?",
        ),
        (
            "How many recommendations were accepted outright, leaving aside those accepted in part?",
            "How many recommendations were accepted outright?",
        ),
        (
            "How many recommendations were made, excluding those for women?",
            "How many recommendations were made, excluding those for women?",
        ),
        ("Is there mould in the cells, and why?", "Is there mould in the cells, and why?"),
    ],
)
def test_what_is_counted_comes_first(question: str, plain: str) -> None:
    assert plain_order(question) == plain


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "How many more recommendations were accepted than rejected?",
            "How many recommendations were accepted?",
            "How many recommendations that were rejected?",
        ),
        (
            "How many more recommendations were made at Quellmoor than at Tarnholm?",
            "How many recommendations were made at Quellmoor?",
            "How many recommendations were made at Tarnholm?",
        ),
        (
            "How many fewer recommendations were made in the 2024 report than in the 2026 report?",
            "How many recommendations were made in the 2024 report?",
            "How many recommendations were made in the 2026 report?",
        ),
        (
            "How many more recommendations were addressed to the governor than to the ministry?",
            "How many recommendations were addressed to the governor?",
            "How many recommendations were addressed to the ministry?",
        ),
        (
            "How many more recommendations than good practices does the Quellmoor report have?",
            "How many recommendations does the Quellmoor report have?",
            "How many good practices does the Quellmoor report have?",
        ),
        (
            "What is the difference between the number of accepted and rejected recommendations?",
            "How many accepted recommendations?",
            "How many rejected recommendations?",
        ),
    ],
)
def test_a_difference_is_two_counts(question: str, first: str, second: str) -> None:
    contrast = contrast_of(question, NAMES)
    assert contrast is not None
    assert (contrast.first, contrast.second, contrast.ratio) == (first, second, False)


def test_what_is_no_difference_of_entries() -> None:
    assert contrast_of("How many more men than places were there at Quellmoor?", NAMES) is None
    assert contrast_of("How many recommendations were rejected?", NAMES) is None


def test_ranges_of_labels() -> None:
    assert [found[2:] for found in ranges_in("Close cells S1 to S6 and rooms 14–17 at once.")] == [
        ("S", 1, 6), ("", 14, 17),
    ]  # fmt: skip
    assert ranges_in("Between 15 and 20 per cent, up from 7 to 9%.") == []
    assert ranges_in("In 2023-24 nothing changed.") == []
    assert numeral("twenty-one") == 21
    assert numeral("1,200") == 1200
    assert numeral("several") is None


@pytest.mark.parametrize(
    ("question", "sentences", "number"),
    [
        ("How many recommendations did they make?", ["In May we made nine recommendations on Quellmoor."], 9),
        ("How many recommendations were rejected?", ["Of eight, five are accepted and two are rejected."], 2),
        ("How many recommendations were implemented?", ["Four of our recommendations have been implemented."], 4),
        ("How many recommendations did they make?", ["Nine recommendations.", "We made ten recommendations."], None),
        ("How many recommendations did they make?", ["The visit took three days."], None),
        ("How many recommendations were rejected?", ["20% were rejected within 14 days."], None),
    ],
)
def test_what_a_document_says_of_its_number(question: str, sentences: list[str], number: int | None) -> None:
    assert stated_number(understand(question, NAMES), sentences) == number


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("What was recommended to Quellmoor Prison?", "Which recommendations were made to Quellmoor Prison?"),
        ("And what was recommended at Block No. 7?", "Which recommendations were made at Block No. 7?"),
        ("What was recommended to the Board in 2023?", "Which recommendations were made to the Board in 2023?"),
        ("What was recommended to improve the food?", "What was recommended to improve the food?"),
        ("What was recommended about cell bells?", "What was recommended about cell bells?"),
    ],
)  # fmt: skip
def test_what_was_recommended_somewhere_asks_for_a_list(question: str, listed: str) -> None:
    assert recommended_listed(question) == listed


def test_times_that_information_was_asked_for_are_requests_and_areas_are_concerns() -> None:
    asked = plain_order("How many times does the Board ask for information or comments on Oakwick?")
    assert asked == "How many requests for information does the Board make on Oakwick?"
    found = plain_order("In how many areas did inspectors find good progress at Oakwick?")
    assert found == "On how many concerns did inspectors find good progress at Oakwick?"


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("How many opinions did the committee hand to the director?", True),
        ("Which opinions of the committee have been implemented?", True),
        ("How many measures for the clinic were issued again?", True),
        ("How many of the demands in the second report had been made before?", True),
        ("How many requests of patients for a transfer were on file?", False),
        ("Which measures were taken against mould?", False),
        ("What opinions do patients hold of the food?", False),
    ],
)
def test_what_was_asked_for_goes_by_many_names(question: str, named: bool) -> None:
    assert ("recommendations" in demands_named(question)) is named


def test_a_word_that_begins_like_a_preposition_parts_nothing() -> None:
    query = understand("How many of the inspector's recommendations on Quellmoor Prison go to the ministry?", NAMES)
    assert "count" in query.routes and query.addressee == "ministry"


def test_new_and_repeated_are_all() -> None:
    assert not understand("How many recommendations, new and repeated, were made at Quellmoor?", NAMES).repeats_only
    assert understand("How many repeated recommendations were made at Quellmoor?", NAMES).repeats_only


@pytest.mark.parametrize(
    ("question", "read"),
    [
        (
            "How many lines of the action plan are ticked off as complete?",
            "How many recommendations of the action plan are ticked off as complete?",
        ),
        (
            "How many of the violations listed for Quellmoor must be put right at once?",
            "How many of the recommendations and deficiencies listed for Quellmoor must be put right at once?",
        ),
        (
            "On going back, how many points did they put down as under way?",
            "On going back, how many recommendations did they put down as under way?",
        ),
        ("How many measures of restraint were recorded?", None),
        ("How many things did the inspectors measure?", None),
        ("How many recommendations and actions were accepted?", None),
    ],
)
def test_what_has_a_standing_or_a_deadline_is_an_entry(question: str, read: str | None) -> None:
    assert entries_named(question) == (read or question)


@pytest.mark.parametrize(
    ("question", "read"),
    [
        (
            "How many recommendations are for the governor (leave out the one for the ministry)?",
            "How many recommendations are for the governor?",
        ),
        (
            "Leaving the ministry aside, how many proposals are for Quellmoor Hospital?",
            "How many proposals are for Quellmoor Hospital?",
        ),
        ("How many prisoners, apart from the women, were heard?", None),
    ],
)
def test_what_is_left_out_is_not_asked_where_an_office_is_named(question: str, read: str | None) -> None:
    assert without_exception(question) == (read or question)
