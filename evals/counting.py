"""Numbers as an answer states them, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", *_TENS, "twenty")


# Numbers by which something is called: of recommendations, paragraphs, days of a month and years.
_CALLED = re.compile(
    r"\b(?:recommendations?|paragraphs?|paras?\.?|articles?|rules?|sections?|chapters?|tables?|figures?|nos?\.?|"
    r"deficienc(?:y|ies)|findings?|concerns?|practices?) \(?\d[\d.]*(?:(?:, (?:and )?| and | to |[-–])\d[\d.]*)*|"
    r"\b\d{1,2}(?:(?: and | to |[-–])\d{1,2})? (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b|(?<![\d.,])(?:19|20)\d\d(?![\d,])",
    re.IGNORECASE,
)


def first_number(text: str) -> int | None:
    """Return the first number of ``text`` that counts something, and names no recommendation, paragraph or year."""
    return next(iter(numbers_in(_CALLED.sub(" ", text))), None)


def numbers_in(text: str) -> list[int]:
    """Return the numbers of ``text`` in order, in digits or as words to twenty; what stands in brackets is left out."""
    bare = re.sub(r"\([^)]*\)", " ", text).casefold()
    found: Sequence[str] = re.findall(rf"(?<![\w.])(?:\d+|{'|'.join(_WORDS)})(?![\w%]|\.\d)", bare)
    return [int(word) if word.isdigit() else _WORDS.index(word) for word in found]
