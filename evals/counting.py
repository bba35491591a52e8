"""Numbers as an answer states them, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", *_TENS, "twenty")


def numbers_in(text: str) -> list[int]:
    """Return the numbers of ``text`` in order, in digits or as words to twenty; what stands in brackets is left out."""
    bare = re.sub(r"\([^)]*\)", " ", text).casefold()
    found: Sequence[str] = re.findall(rf"(?<![\w.])(?:\d+|{'|'.join(_WORDS)})(?![\w%]|\.\d)", bare)
    return [int(word) if word.isdigit() else _WORDS.index(word) for word in found]
