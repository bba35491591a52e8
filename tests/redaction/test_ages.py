"""Ages in words: found whole, told as decades that read well, those of groups left."""

from __future__ import annotations

import pytest

from redaction import Redactor
from redaction.particulars.generalise import age
from redaction.recognizers.age import Ages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The woman was twenty-one and had a child.", "twenty-one"),
        ("Ms Obasanjo was forty-three when she came.", "forty-three"),
        ("He is aged twenty-one.", "aged twenty-one"),
        ("He was aged sixty two.", "aged sixty two"),
    ],
)
def test_a_number_in_two_words_is_one_age(text: str, found: str) -> None:
    assert [text[span.start : span.end] for span in Ages().detect(text)] == [found]


@pytest.mark.parametrize(
    "text", ["This holds for those aged twenty-one and over.", "It takes prisoners aged twenty to twenty-five."]
)
def test_half_of_a_range_in_words_is_nobodys(text: str) -> None:
    assert Ages().detect(text) == []


def test_an_age_before_its_noun_is_put_in_brackets() -> None:
    assert age("sixty-two-year-old") == "[60- to 69-year-old]"
    assert age("sixty-two years old") == "in their 60s"


def test_no_decade_keeps_the_rest_of_its_number(redactor: Redactor) -> None:
    text = "The prisoner told us about it. She had been twenty-one then; the sixty-two-year-old woman cried."
    assert "0s-" not in redactor.redact([text]).segments[0]
