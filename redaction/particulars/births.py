"""Dates that are no births: those of the last years that a document speaks of."""

from __future__ import annotations

import re
from typing import Final

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_BORN: Final = re.compile(r"\b(?:born|birth|DOB|D\.O\.B|dob|delivered|geb|baby|infant|newborn|child|née?)\b")
# "24 June", "04-07": births that nobody calls one have a year.
_DAY_AND_MONTH: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?:\sof)?[\s./-](?:\d{1,2}|[^\W\d_]{3,10})")
# How far before a date a word of a birth may stand.
_REACH: Final = 60


def too_late(text: str, start: int, end: int, since: int) -> bool:
    """Say whether a date is of the year ``since`` or later or has no year, with no word of a birth before it.

    Args:
        text: of the manuscript.
        start: of the date.
        end: of the date.
        since: a year.
    """
    year = _YEAR.search(text, start, end)
    late = _DAY_AND_MONTH.fullmatch(text, start, end) if year is None else int(year.group()) >= since
    if not late:
        return False
    return _BORN.search(text, max(0, start - _REACH), start) is None
