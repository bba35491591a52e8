"""Deadlines as reports print them, turned into a day: ``within three months``, ``30 June 2025``, ``immediately``."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from ingest.dates import first_date
from ingest.folding import date_bounds

_NUMBERS = {
    word: value
    for value, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}  # fmt: skip
_PERIOD = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)}|an?)[\s-]+(?:calendar |working )?(?P<unit>day|week|month|year)s?\b",
    re.I,
)
_AT_ONCE = re.compile(r"\b(?:immediate(?:ly)?|at once|without delay|forthwith|now)\b", re.I)
_LONGEST = 50  # years; more is a misreading


def due_day(due: str | None, start: str | None) -> str | None:
    """Return the last day of a deadline.

    Args:
        due: as printed, or an ISO date.
        start: the day from which a period runs, ISO 8601 and perhaps partial.

    Returns:
        An ISO date, or ``None`` where the deadline names none and no period with a known beginning.
    """
    if not due:
        return None
    named = first_date(due) or (due if date_bounds(due)[1] else None)
    if named is not None:
        return date_bounds(named)[1]
    # A month that is all that is known of the beginning counts to its end: nobody is called late too early.
    begun = date_bounds(start)[1]
    if begun is None:
        return None
    first = date.fromisoformat(begun)
    period = _PERIOD.search(due)
    if period is None:
        return begun if _AT_ONCE.search(due) else None
    count = _NUMBERS.get(period["count"].lower()) or (int(period["count"]) if period["count"].isdigit() else 1)
    unit = period["unit"].lower()
    if unit in ("day", "week"):
        return (first + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    return _months_later(first, count * (12 if unit == "year" else 1))


def _months_later(first: date, months: int) -> str | None:
    if months > 12 * _LONGEST:
        return None
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1])).isoformat()
