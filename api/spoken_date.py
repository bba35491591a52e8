"""Dates as people write them in a sentence: "4 June 2024"."""

from __future__ import annotations

import calendar
import re

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?")


def spoken_date(iso: str) -> str:
    """Return an ISO date, perhaps partial, in words; anything else as it is."""
    match = _ISO.fullmatch(iso)
    if match is None or match["month"] is None:
        return iso
    month = f"{calendar.month_name[int(match['month'])]} {match['year']}"
    return f"{int(match['day'])} {month}" if match["day"] else month
