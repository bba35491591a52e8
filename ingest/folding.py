"""Folding of names and dates, so that filters match what people type."""

from __future__ import annotations

import calendar
import re
import unicodedata

# Words that stand before or after the name of nearly every place; a filter without them means the same place.
_GENERIC = frozenset(
    (
        *("hmp", "hmyoi", "yoi", "irc", "stc", "the", "of", "no"),
        *("prison", "gaol", "jail", "establishment", "centre", "center", "facility", "institution"),
    )
)
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def fold(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and punctuation."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?\b", "", plain)
    return tuple(re.findall(r"[^\W_]+", plain))


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list in one string, for tables of words."""
    return frozenset(words.split())


def name_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a place name that tell it from others; all of them if only generic words are left."""
    words = fold(name)
    return tuple(word for word in words if word not in _GENERIC) or words


def date_bounds(date: str | None) -> tuple[str | None, str | None]:
    """Return the first and last day that a full or partial ISO date can mean.

    Unknown or malformed dates give ``(None, None)``: no date filter matches them.
    """
    match = _PARTIAL_DATE.fullmatch(date or "")
    if match is None:
        return None, None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None, None
    last = calendar.monthrange(year, month or 12)[1]
    if day is not None and not 1 <= day <= last:
        return None, None
    return f"{year:04}-{month or 1:02}-{day or 1:02}", f"{year:04}-{month or 12:02}-{day or last:02}"
