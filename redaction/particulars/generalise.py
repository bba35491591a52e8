"""Less exact words for quasi identifiers."""

from __future__ import annotations

import re

_AGE = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](\d\d)(?!\d)")
_ADJECTIVE = re.compile(r"\w-(?:year|yr)s?-old\b", re.IGNORECASE)
_WORDS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,  # noqa: E501
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip


def age(text: str) -> str:
    """Return an age as a decade: ``aged 34`` gives ``in their 30s``, ``34-year-old`` gives ``[in their 30s]``."""
    match = _AGE.search(text)
    if match:
        years = int(match.group())
    else:
        years = next((number for word, number in _WORDS.items() if word in text.lower()), -1)
    if years < 0:
        return "[age]"
    if years < 10:
        return "[under 10]"
    if years > 90:
        return "[over 90]"
    decade = "in their teens" if years < 20 else f"in their {years // 10 * 10}s"
    return f"[{decade}]" if _ADJECTIVE.search(text) else decade


def date(text: str) -> str:
    """Return a personal date as its year, or without one where the text has none."""
    match = _YEAR.search(text)
    if match:
        return f"[date in {match.group(1)}]"
    short = _SHORT_DATE.search(text)
    if short:
        year = int(short.group(1))
        # Two digits mean the hundred years up to 2049.
        return f"[date in {2000 + year if year < 50 else 1900 + year}]"
    return "[date]"
