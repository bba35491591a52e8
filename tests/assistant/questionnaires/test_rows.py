"""Rows and lines of a form that ask nothing, boxes, and questions that yes or no cannot answer."""

from __future__ import annotations

import pytest

from assistant.questionnaires.matter import compounds, parted
from assistant.questionnaires.parts import bare, ours, parts_of
from assistant.questionnaires.personal import is_personal
from assistant.questionnaires.question import is_asking, is_open, is_polar, is_total, offers_boxes


@pytest.mark.parametrize("text", ["Thank you. Do you have any further comments?", "Any other remarks?"])
def test_courtesy_is_no_question(text: str) -> None:
    assert not is_asking(text)


def test_totals_boxes_and_open_questions() -> None:
    assert is_total("Grand total:") and not is_total("Total number of visits in 2020")
    assert offers_boxes("☐ Yes   ☐ No") and not offers_boxes("Yes or no, as the case may be")
    assert is_open("How often is force used?") and not is_open("Is force used?")


def test_whether_asks_for_yes_or_no_and_is_looked_up_as_a_statement() -> None:
    (part,) = parts_of("Please indicate whether the monitoring body has returned to Marrowdale.")
    assert is_polar(part)
    assert bare(part) == "The monitoring body has returned to Marrowdale."
    assert ours(bare(part)).casefold() == "we has returned to marrowdale."


def test_an_officer_is_no_person_to_be_kept_out() -> None:
    assert not is_personal("Its coordinator, [PERSON 3], showed a map of the regions.")
    assert is_personal("[PERSON 3] said that he was beaten.")


def test_words_that_a_comma_parts_are_no_compound() -> None:
    assert compounds("Sleep on returns by air, means are limited", ()) == []
    assert len(parted("Is there a mother-and-baby unit?", (), ())) == 1, "both halves must stand together"
