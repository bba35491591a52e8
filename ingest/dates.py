"""Dates and ranges of dates as reports print them, read into ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_TO = r"\s*(?:–|—|-|to|until|till|and|through|/)\s*(?:the\s+)?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])" + text + r"(?!\w)", re.IGNORECASE)


def _m(name: str) -> str:
    return _MONTH.format(name)


def _d(name: str) -> str:
    return _WEEKDAY + _DAY.format(name)


def _y(name: str) -> str:
    return _YEAR.format(name)


_OF = r"(?:\s+of)?\s+"
_PATTERNS = (
    _pattern(_d("d1") + _OF + _m("m1") + r",?\s+" + _y("y1") + _TO + _d("d2") + _OF + _m("m2") + r",?\s+" + _y("y2")),
    _pattern(_d("d1") + _OF + _m("m1") + _TO + _d("d2") + _OF + _m("m2") + r",?\s+" + _y("y2")),
    _pattern(_d("d1") + _TO + _d("d2") + _OF + _m("m2") + r",?\s+" + _y("y2")),
    _pattern(
        _m("m1") + r"\s+" + _d("d1") + r",?\s+" + _y("y1") + _TO + _m("m2") + r"\s+" + _d("d2") + r",?\s+" + _y("y2")
    ),
    _pattern(_m("m1") + r"\s+" + _d("d1") + _TO + _m("m2") + r"\s+" + _d("d2") + r",?\s+" + _y("y2")),
    _pattern(_m("m2") + r"\s+" + _d("d1") + _TO + _d("d2") + r",?\s+" + _y("y2")),
    _pattern(_d("d2") + _OF + _m("m2") + r",?\s+" + _y("y2")),
    _pattern(_m("m2") + r"\s+" + _d("d2") + r",?\s+" + _y("y2")),
    _pattern(_y("y2") + r"-(?P<n2>\d{2})-(?P<d2>\d{2})"),
    _pattern(r"(?P<d2>\d{1,2})[./](?P<n2>\d{1,2})[./]" + _y("y2")),
    _pattern(_m("m1") + _TO + _m("m2") + r"\s+" + _y("y2")),
    _pattern(_m("m2") + r",?\s+" + _y("y2")),
)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or range in a text: offsets, first and last day as ISO 8601 (``2025-03-03``, or ``2025-03``)."""

    start: int
    end: int
    first: str
    last: str

    @property
    def is_range(self) -> bool:
        """Say whether the two ends differ."""
        return self.first != self.last


def find_dates(text: str) -> tuple[DateSpan, ...]:
    """Find every date and range of dates.

    Args:
        text: any text; impossible dates (31 June) are passed over.

    Returns:
        The spans in the order of the text, without overlaps; a range is one span.
    """
    found: list[DateSpan] = []
    taken = bytearray(len(text))
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            span = _read(match)
            if span is not None:
                found.append(span)
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return tuple(sorted(found, key=lambda span: span.start))


def first_date(text: str) -> str | None:
    """Return the last day of the first date in the text as ISO 8601, or ``None``."""
    found = find_dates(text)
    return found[0].last if found else None


def _read(match: re.Match[str]) -> DateSpan | None:
    parts = match.groupdict()
    last = _iso(parts["y2"], _month(parts.get("m2"), parts.get("n2")), parts.get("d2"))
    first_day = parts.get("d1")
    first = last
    if first_day or parts.get("m1"):
        month = _month(parts.get("m1"), None) or _month(parts.get("m2"), parts.get("n2"))
        first = _iso(parts.get("y1") or parts["y2"], month, first_day)
    if first is None or last is None:
        return None
    if first > last and not parts.get("y1") and len(first) == len(last):
        # "28 December to 3 January 2025" starts in the year before.
        first = f"{int(first[:4]) - 1}{first[4:]}"
    return DateSpan(match.start(), match.end(), first, last)


def _month(name: str | None, number: str | None) -> int | None:
    if number:
        return int(number)
    if not name:
        return None
    short = name.lower()[:3]
    return next(index for index, month in enumerate(_MONTHS, 1) if month.startswith(short))


def _iso(year: str, month: int | None, day: str | None) -> str | None:
    if month is None or not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year}-{month:02}"
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
