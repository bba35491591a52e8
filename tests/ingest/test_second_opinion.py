"""What the classifier makes of blocks that the rules have read: it corrects where it contradicts flatly."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from report_builder import report
from told_kinds_of_entries import Saying

from ingest.entry_kinds.second_opinion import reconsidered
from ingest.register.candidate import Candidate

LONG_AGO = "The Board considers that the yard has to be remembered as a fine place."
ASKS = "repeats to the Ministry of Works the recommendation to pave the yard;"


def kinds(line: str, kind: str, chances: Mapping[str, float], **options: object) -> list[tuple[str, str | None]]:
    heading = str(options.pop("heading", "Conclusions"))
    block = report(f"# {heading}", line).blocks[1]
    one = Candidate(kind, block.text, block, **options)  # type: ignore[arg-type]
    return [(each.kind, each.addressee) for each in reconsidered([block], [one], Saying("recommendation", chances), "")]


def test_a_finding_that_surely_recommends_becomes_a_recommendation_with_its_addressee() -> None:
    assert kinds(ASKS, "finding", {ASKS: 0.9}) == [("recommendation", "Ministry of Works")]
    assert kinds(ASKS, "finding", {ASKS: 0.6}) == [("finding", None)]
    told = "The doctor comes once a week."
    assert kinds(told, "finding", {told: 0.9}) == [("finding", None)]


@pytest.mark.parametrize(
    ("chances", "number", "kept"),
    [
        ({LONG_AGO: 0.1}, None, False),
        ({LONG_AGO: 0.3}, None, True),
        ({LONG_AGO: 0.1}, "4", True),  # "has to" under a number of its own
    ],
)
def test_a_recommendation_that_hardly_is_any_is_dropped(chances: dict[str, float], number: str, kept: bool) -> None:
    found = kinds(LONG_AGO, "recommendation", chances, number=number)
    assert bool(found) is kept


def test_a_number_does_not_save_what_asks_for_nothing() -> None:
    assert kinds("Regarding doors, the joiner has shown interest.", "recommendation", {}, number="5") == []


def test_one_sentence_that_recommends_saves_its_block() -> None:
    line = "Nine men were tied. They should be untied at once."
    assert kinds(line, "recommendation", {}) == []
    assert kinds(line, "recommendation", {"They should be untied at once.": 0.8}) == [("recommendation", None)]


def test_labels_in_print_parts_of_paragraphs_and_what_is_judged_are_not_asked_about() -> None:
    assert kinds("Recommendation 3: Doors.", "recommendation", {}) == [("recommendation", None)]
    assert kinds(LONG_AGO, "recommendation", {}, inline=True) == [("recommendation", None)]
    earlier = "Implementation of earlier recommendations"
    assert kinds(LONG_AGO, "recommendation", {}, heading=earlier) == [("recommendation", None)]
