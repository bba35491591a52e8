"""What is told of one person is raised for review, what anybody does is not."""

from __future__ import annotations

import pytest

from redaction import Redactor

RAISED = [
    ("Mr Casimir Ogbonna (file 3318821), who sold his boat to pay the fine, wept.", "sold his boat"),
    ("Ioana Brânză, whose wedding was broken up by the police, wept.", "whose wedding"),
    ("Mr Casimir Ogbonna had been moved eleven times since his arrest.", "eleven times"),
    ("Mr Casimir Ogbonna has lived there longer than any other person in the canton.", "longer than any"),
    ("Mr Casimir Ogbonna has since taken up the zither.", "taken up the zither"),
    ("The boy, Casimir, has since joined the lifeboat crew.", "joined the lifeboat"),
    ("Mr Casimir Ogbonna had been segregated for one hundred and two days.", "one hundred and two"),
    ("Mr Casimir Ogbonna died of an overdose six days later.", "died of an overdose"),
    ("Mrs Ioana Brânză is the mother of eleven children by three fathers.", "eleven children"),
    ("Mrs Ioana Brânză had been a soloist of the town's opera.", "soloist"),
    ("Mr Casimir Ogbonna, a bell-founder, complained.", "bell-founder"),
    ("Mr Casimir Ogbonna was tied to the bed for seventy hours.", "seventy hours"),
]


@pytest.mark.parametrize(("text", "words"), RAISED, ids=[words for _, words in RAISED])
def test_circumstances_of_one_person_are_raised(redactor: Redactor, text: str, words: str) -> None:
    place = text.index(words)
    assert any(item.start <= place < item.end for item in redactor.redact([text]).review)


NOT_RAISED = [
    "Mr Casimir Ogbonna, who told the delegation about the food, was calm.",
    "Mr Casimir Ogbonna, a nurse, was calm.",
    "Prisoners had been moved eleven times since the fire.",
    "The law has since been amended.",
]


@pytest.mark.parametrize("text", NOT_RAISED)
def test_what_anybody_does_is_not_raised(redactor: Redactor, text: str) -> None:
    assert not [item for item in redactor.redact([text]).review if item.type == "INDIRECT"]


def test_a_phrase_inside_a_longer_one_is_shown_once(redactor: Redactor) -> None:
    text = "Mr Casimir Ogbonna, who lost his brother on the day after Easter and now keeps bees, was calm."
    items = [item for item in redactor.redact([text]).review if item.type != "NAME"]
    for item in items:
        assert not any(other is not item and other.start <= item.start and item.end <= other.end for other in items)


DATES_NOT_RAISED = [
    ["The Committee met Mr Casimir Ogbonna under Law No. 2009-13 of 2 March 2009."],
    ["We arrived on 21 July 2024 and met Mr Casimir Ogbonna."],
    ["Casimir Ogbonna, Director", "Harbour Prison, 12 May 2025"],
    ["Action | Who | By\nHeat the cells | Casimir Ogbonna | 31 March 2026"],
]


@pytest.mark.parametrize("segments", DATES_NOT_RAISED, ids=[segments[0][:20] for segments in DATES_NOT_RAISED])
def test_dates_of_papers_visits_and_tasks_are_not_raised(redactor: Redactor, segments: list[str]) -> None:
    assert not [item for item in redactor.redact(segments).review if item.why == "a date beside a person"]
