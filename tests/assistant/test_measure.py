"""Numbers other than a plain count: shares, means, extremes, different things; and dates of visit, issue, deadline."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answers.answering import ask
from assistant.question.dates import read_dates
from assistant.question.measure import Kind, group_of, measure_of
from assistant.question.register_words import counts_entries


@pytest.mark.parametrize(
    ("question", "kind", "of"),
    [
        ("How many recommendations were rejected?", Kind.COUNT, None),
        ("What share of the recommendations was accepted?", Kind.SHARE, None),
        ("What percentage of findings were about food?", Kind.SHARE, None),
        ("Which year had the most recommendations?", Kind.TOP, "year"),
        ("Which ministry received the fewest recommendations?", Kind.TOP, "addressee"),
        ("How many places received recommendations on food?", Kind.DISTINCT, "place"),
        ("How many areas for improvement are there?", Kind.COUNT, None),
        ("How many areas are the recommendations about?", Kind.DISTINCT, "theme"),
        ("How many different mechanisms made recommendations?", Kind.DISTINCT, "body"),
        ("How many recommendations does a report make on average?", Kind.MEAN, "report"),
        ("What is the average number of recommendations per year?", Kind.MEAN, "year"),
        ("How many recommendations did the report make?", Kind.COUNT, None),
    ],
)
def test_what_number_is_wanted(question: str, kind: Kind, of: str | None) -> None:
    found = measure_of(question)
    assert (found.kind, found.of) == (kind, of)


def test_the_stop_of_a_numbered_place_ends_no_count() -> None:
    assert counts_entries("how many of the colony no. 22 recommendations were met?")
    assert not counts_entries("how many beds are there? the recommendations say so.")


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("published between March and May 2025", "2025-03", "2025-05"),
        ("visits before June 2024", None, "2024-05"),
        ("visits before January 2024", None, "2023-12"),
        ("until June 2024", None, "2024-06"),
        ("in the first half of 2024", "2024-01", "2024-06"),
        ("in the last half of 2024", "2024-07", "2024-12"),
        ("2023 onwards", "2023", None),
    ],
)
def test_ranges_of_dates(question: str, start: str | None, end: str | None) -> None:
    found = read_dates(question)
    assert (found.start, found.end) == (start, end)


def test_a_share_has_its_whole(library: Any) -> None:
    answer = ask(library, "What share of the recommendations at Quellmoor was rejected?")
    assert answer.count == 1
    assert "1 of 2 (50 %)" in answer.lead
    assert "For 1 no status is on file" in answer.lead


def test_an_extreme_names_the_group_and_the_next(library: Any) -> None:
    answer = ask(library, "Which place received the most recommendations?")
    assert answer.lead.startswith("Quellmoor Prison: 3, the most; then Tarnholm Police Station: 1")
    answer = ask(library, "Which place received the fewest recommendations?")
    assert answer.lead.startswith("Tarnholm Police Station: 1, the fewest")


def test_different_things_are_counted_and_named(library: Any) -> None:
    answer = ask(library, "How many places received recommendations?")
    assert answer.count == 2
    assert "Quellmoor Prison (3)" in answer.lead


def test_a_mean_says_over_what(library: Any) -> None:
    answer = ask(library, "How many recommendations does a report make on average?")
    assert answer.lead.startswith("2.0 on average: 4 over 2 reports")


def test_the_date_meant_is_that_of_the_visit_or_of_publication(library: Any) -> None:
    visited = ask(library, "How many recommendations come from visits before May 2023?")
    assert visited.count == 3
    assert "by date of visit" in visited.lead
    assert ask(library, "How many recommendations are in reports published between June and August 2023?").count == 3
    assert ask(library, "How many recommendations are in reports published in 2024?").count == 1


def test_never_answered_is_a_status_of_its_own(library: Any) -> None:
    answer = ask(library, "How many recommendations at Quellmoor were accepted but not fully implemented?")
    assert answer.count in (0, None)
    # Recommendation 3 has neither a reply nor a status on file.
    assert ask(library, "How many recommendations at Quellmoor were never answered?").count == 1


def test_an_addressee_is_read_from_who_received(library: Any) -> None:
    assert ask(library, "How many recommendations did the Prison Board receive?").count == 2
    assert ask(library, "How many recommendations did the Prison Board get about cell bells?").count == 1


@pytest.mark.parametrize(
    ("question", "by"),
    [
        ("count the recommendations by addressee", "addressee"),
        ("tally the recommendations by what the follow-up found", "status"),
        ("how many recommendations by outcome", "status"),
        ("how many recommendations were made by the ministry", None),
    ],
)
def test_what_counts_are_grouped_by(question: str, by: str | None) -> None:
    assert group_of(question) == by
