"""Capitals that are written for other reasons than a name's: lines in capitals, the letters of a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from redaction.classification.readings import Reading

_WORD: Final = re.compile(r"[^\W\d_]+")
_BEFORE_NAMES: Final = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_MOSTLY: Final = 0.5
# From here on a reading of a name outweighs most of what speaks against it.
_SURE: Final = 0.85


def in_capitals(text: str, start: int, end: int) -> bool:
    """Say whether the words beside a range are capitals or initials too, as in lists of names."""
    before, after = text[max(0, start - 16) : start], text[end : end + 16]
    beside = [*_WORD.findall(before.rpartition("\n")[2])[-1:], *_WORD.findall(after.partition("\n")[0])[:1]]
    return bool(beside) and all(word.isupper() or word.lower() in _BEFORE_NAMES for word in beside)


def is_initial(text: str, reading: Reading, leaning: Callable[[int, int], float]) -> bool:
    """Say whether one letter is an initial: with a full stop, or beside a name; the letters of a list are not.

    Args:
        text: that was read.
        reading: of one letter.
        leaning: probability of a name in a range.
    """
    start, end = reading.start, reading.end
    if text[end : end + 1] == ".":
        return text[max(0, start - 8) : start].rstrip(" ")[-1:] not in ("", "\n", "\x1e") or reading.score >= _SURE
    return reading.score >= _MOSTLY and any(
        text[start - gap : start].strip(" ,") == "" and leaning(start - gap - 1, start - gap) >= _MOSTLY
        for gap in (1, 2)
        if start > gap
    )
