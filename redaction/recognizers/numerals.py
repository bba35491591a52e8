"""Code-like tokens: runs of letters and digits, joined by ``- / . #``, that hold at least one digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_DIGITS: Final = re.compile(r"\d+")
_REST: Final = re.compile(r"\w*(?:[-/.#]\w+)*")
_NEXT_GROUP: Final = re.compile(
    r"[ \u00a0\u2009\u202f](?:[\dOolI]*\d[\dOolI]*|[A-Z])\b(?![-/.,:]\w|%| ?(?:per|mg|km|m²))"
)
_MONTHISH: Final = re.compile(r"[ \u00a0](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE)
_DATE: Final = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:\d{4}|\d{2})|(?:19|20)\d\d[./-]\d\d?[./-]\d\d?|"
    r"(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])[./-](?:19|20)\d\d|"
    r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/\d{2}"
)
_YEARS: Final = re.compile(r"(?:1[89]|20)\d\d(?:[-/–](?:(?:1[89]|20)?\d\d))?")


def tokens(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every code-like token, from left to right.

    A number with a decimal or thousands comma is cut at the comma; callers see that in the characters around.
    """
    place = 0
    while (match := _DIGITS.search(text, place)) is not None:
        start = match.start()
        while start > place:
            before = text[start - 1]
            if before.isalnum() or (before in "-/.#" and start - 1 > place and text[start - 2].isalnum()):
                start -= 1
            else:
                break
        rest = _REST.match(text, match.end())
        end = rest.end() if rest else match.end()
        yield start, end
        place = end


def extended(text: str, end: int, have: int, want: int) -> int:
    """Return where a number written in groups ends: groups are added while fewer than ``want`` digits are there."""
    digits = have
    while digits < want:
        group = _NEXT_GROUP.match(text, end)
        if group is None or _MONTHISH.match(text, group.end()):
            break
        end = group.end()
        digits += sum(1 for c in group.group() if c.isdigit()) or want
    return end


def is_date(token: str) -> bool:
    """Say whether the token is a numeric date or time."""
    return _DATE.fullmatch(token) is not None


def is_year(token: str) -> bool:
    """Say whether the token is a year or a span of years."""
    return _YEARS.fullmatch(token) is not None


def digit_count(token: str) -> int:
    """Count the ASCII digits."""
    return sum(1 for c in token if "0" <= c <= "9")


def is_figure(text: str, start: int, end: int) -> bool:
    """Say whether the number at this place is an amount: money, a percentage, or part of a longer written number."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (
        before[-1:] in {"£", "$", "€", "%"}
        or before.strip()[-1:] in {"£", "$", "€"}
        or after.strip()[:1] == "%"
        or (before[-1:] == "," and before[:1].isdigit())
        or (after[:1] == "," and after[1:].isdigit())
    )
