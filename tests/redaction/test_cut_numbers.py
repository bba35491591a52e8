"""Numbers that the end of a line cuts, names with marks between their letters, and doubts that are settled."""

from __future__ import annotations

import pytest

from redaction.checking.review_list import condensed
from redaction.redactor import Redactor
from redaction.rendering import Mark
from redaction.result import ReviewItem
from redaction.span import SpanType


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("His telephone is 07700 900\n123 and it rings.", "123"),
        ("His telephone is 07700 900-\n123 and it rings.", "123"),
        ("His NHS number is 943 476 59\n19 and it is his.", "19"),
    ],
)
def test_the_rest_of_a_number_on_the_next_line_is_masked(redactor: Redactor, written: str, left: str) -> None:
    result = redactor.redact([f"The prison was clean and calm on both days of the visit. {written}"])
    assert left not in str.__str__(result.segments[0])


def test_the_number_of_the_next_paragraph_stays(redactor: Redactor) -> None:
    text = "The visitors may be called on their telephone, 07700 900123\n12. The yard was open in the morning."
    assert "\n12. The yard" in str.__str__(redactor.redact([text]).segments[0])


@pytest.mark.parametrize("written", ["O r l a i t h", "O.r.l.a.i.t.h", "Ms T a m s u l d o n"])
def test_names_with_marks_between_their_letters_are_masked(redactor: Redactor, written: str) -> None:
    result = redactor.redact([f"The doctor at the prison wrote that {written} had not been seen for a week."])
    assert written[-5:] not in str.__str__(result.segments[0])


def test_a_doubt_whose_every_letter_a_direct_mask_covers_is_left_out() -> None:
    text = "Orlaith Venn, 34, spoke."
    name = ReviewItem(0, 0, 7, "NAME", "may be a name")
    age = ReviewItem(0, 14, 16, "AGE", "may be an age")
    words = ReviewItem(0, 0, 16, "INDIRECT", "told of one person")
    marks = [
        Mark(0, 0, 12, SpanType.NAME, 0.9, ("names",)),
        Mark(0, 14, 16, SpanType.AGE, 0.9, ("age",)),
    ]
    assert condensed([name, age], marks, [text]) == (age,)
    assert condensed([words], marks, [text]) == (words,)
    assert condensed([name, age], (), [text]) == (name, age)
