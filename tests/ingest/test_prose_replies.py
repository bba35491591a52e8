"""Replies that number nothing: paragraphs in order, below themes, by letters and by ordinals."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from report_builder import report
from told_kinds_of_entries import Saying

from ingest.register.candidate import Candidate
from ingest.register.prose_replies import in_own_words, tells_of_person, with_prose
from redaction.text import public_text

DRAINS = "The drains of the lower wing were relaid in March and no longer smell."
BREAD = "Bread will be baked in the house from the summer on."
VISITS = "The Directorate regrets that it cannot admit visitors on Sundays."


def answers(*lines: str, sure: Sequence[str] = (), known: Sequence[Candidate] = ()) -> list[str]:
    found = with_prose(report(*lines).blocks, known, (), Saying("response", dict.fromkeys(sure, 0.9), 0.01))
    return [str.__str__(one.text) for one in found if one not in known]


def test_the_first_paragraph_below_a_theme_answers() -> None:
    found = answers(
        "# Account to the Board",
        "The Directorate has gone through the report.",
        "# Drains",
        DRAINS,
        "In the case of [PERSON 2] an apology was sent in May.",
        "# Bread",
        BREAD,
        "# Visits",
        VISITS,
        "# Concluding remarks",
        "The prison received 412 persons in 2021, fewer than ever.",
        sure=(DRAINS, VISITS),
    )
    assert found == [DRAINS, BREAD, VISITS]


def test_a_letter_answers_between_its_opening_and_what_it_adds() -> None:
    found = answers(
        "# Norrish Prison",
        "I thank the Board for its report of 2 May.",
        DRAINS,
        VISITS,
        BREAD,
        "I may add that 412 persons were received in 2021, all of whom have been released.",
        sure=(DRAINS, VISITS),
    )
    assert found == [DRAINS, VISITS, BREAD]


def test_where_numbers_count_the_answers_nothing_is_read() -> None:
    block = report(DRAINS).blocks[0]
    numbered = [Candidate("response", block.text, block, str(number)) for number in (1, 2)]
    assert answers(VISITS, DRAINS, BREAD, sure=(VISITS, BREAD), known=numbered) == []


def counted(*lines: str) -> list[tuple[str | None, str]]:
    found = in_own_words(report(*lines).blocks, set())
    return [(one.number, str.__str__(one.text)) for one in found]


def test_letters_answer_requests_that_bear_letters() -> None:
    assert counted(
        "# Information requested",
        "In respect of literal (a), there were 40 placements.",
        "(b) Nine persons died.",
        "# Other matters",
        "(c) The choir sings on Fridays.",
    ) == [("a", "In respect of literal (a), there were 40 placements."), ("b", "Nine persons died.")]


def test_a_paragraph_that_takes_up_several_gives_one_each() -> None:
    assert counted(
        "The first recommendation we can follow. Doors were hung in May. As to the yard (second recommendation), it is "
        "too small.",
        "On the third we report that a nurse was found.",
    ) == [
        ("1", "The first recommendation we can follow. Doors were hung in May."),
        ("2", "As to the yard (second recommendation), it is too small."),
        ("3", "On the third we report that a nurse was found."),
    ]


def test_what_happens_for_the_first_time_counts_nothing() -> None:
    assert counted("For the first time, we were asked.", "The second quarter is over.", "In the last, it rained.") == []


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("With regard to [PERSON 3], a call was attempted.", True),
        ("The Division regrets what happened in the matter of [PERSON 2].", True),
        ("Mrs [PERSON 4] was examined.", True),
        ("As regards the screens, they were mended by [PERSON 2].", False),
    ],
)
def test_stories_of_single_persons(text: str, story: bool) -> None:
    assert tells_of_person(public_text(text)) is story


def test_beside_numbered_answers_what_stands_below_a_request_answers_it() -> None:
    block = report(DRAINS).blocks[0]
    numbered = [Candidate("response", block.text, block, str(number)) for number in (1, 2)]
    found = answers(
        "# Table of positions",
        "# Your request on deaths",
        "The reports on the deaths of 2030 and 2031 are enclosed in a sealed envelope.",
        "The mother of one man has written four times since.",
        "# Other remarks",
        VISITS,
        known=numbered,
    )
    assert found == ["The reports on the deaths of 2030 and 2031 are enclosed in a sealed envelope."]
