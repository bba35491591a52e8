"""The dates of the visit that a document reports on: public, and never one person's, whoever was met on them."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import MONTH

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A day, or a range of days of one month, with or without a year.
_WRITTEN: Final = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:to|and|until|[-–])\s?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?[ ](?:of )?(?P<month>{MONTH})\b\.?"  # noqa: E501
    rf"(?:,?[ ](?P<year>(?:19|20)\d\d))?|(?P<us>{MONTH})\b\.?[ ](?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:to|and|[-–])\s?(?P<end>\d{{1,2}}))?"  # noqa: E501
    rf"(?:,?[ ](?P<usyear>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)
_NUMERIC: Final = re.compile(r"(?<![\d.])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)(?![\d.])")
# What says that the dates after it, up to the end of the clause, are those of the visit.
_VISIT: Final = re.compile(
    r"\b(?:(?:the|this|our|its|first|second|follow-up|unannounced|announced|ad hoc|periodic)\s(?:visit|inspection|fieldwork)"  # noqa: E501
    r"(?:\s(?:to|of|at)\s(?:the\s)?(?:(?-i:[A-Z])[\w'’-]*[ ,]+){1,8})?(?:\s?(?:took place|was (?:carried out|made|conducted|undertaken)|carried out|lasted|dated))?|"  # noqa: E501
    r"(?:visit|inspection)(?:\s(?:of|on|from|dates?|between))?:?|dates? of (?:the )?(?:visit|inspection)s?:?|visited (?:on|from|between)|"  # noqa: E501
    r"(?:the )?(?:delegation|team|inspectors|mechanism|committee|board|commission) (?:visited|inspected)[^.;\n]{0,60}?)"
    r"[^.;\n\x1e]{0,40}$",
    re.IGNORECASE,
)
_PERSONAL: Final = re.compile(
    r"\b(?:family|home|prison|hospital|legal|last|his|her|their|mother['’]s|wife['’]s|lawyer['’]s|from|by)\svisit|visit(?:s|ed)? (?:from|by|him|her)\b",  # noqa: E501
    re.IGNORECASE,
)
# A visit "of a commission of three members to the Hospital on": a longer way to its day, without a clause between.
_LED: Final = re.compile(
    r"\b(?:visit|inspection)\s(?:of|by|to|at)\s(?!him\b|her\b|his\b)(?:(?!\b(?:who|that|which|where|when)\b)[^.;,\n\x1e]){0,90}"
    r"\b(?:on|from|between)\s$",
    re.IGNORECASE,
)
# "carried out, in the period 3-5 May 2024, unannounced visits": the days stand before the word.
_DOING: Final = re.compile(
    r"\b(?:carried out|conducted|made|performed|undertook|paid|held)\b[^.;\n\x1e]{0,40}$", re.IGNORECASE
)
_DONE: Final = re.compile(
    r",?\s(?:an?\s|its\s|\w+\s)?(?:(?:un)?announced\s|follow-up\s|joint\s|regular\s|preventive\s|periodic\s|ad hoc\s)?"
    r"(?:visits?|inspections?)\b",
    re.IGNORECASE,
)
_HEAD: Final = 1_200
_TITLE: Final = re.compile(r"\b(?:visit|inspection|report)\b", re.IGNORECASE)
_REACH: Final = 140
_Day = tuple[int, int, int]


class VisitDates:
    """Knows the days of the visits of one document.

    Args:
        text: of the manuscript.
    """

    def __init__(self, text: str) -> None:
        """Read them: after words for a visit, and in the head of the document."""
        self._days: set[_Day] = set()
        for pattern in (_WRITTEN, _NUMERIC):
            for match in pattern.finditer(text):
                before = text[max(0, match.start() - _REACH) : match.start()]
                clause = re.split(r"[.;\n\x1e]\s", before)[-1]
                head = match.start() < _HEAD and bool(_TITLE.search(clause))
                # The pattern is long; most dates have none of its words before them.
                spoken = any(word in before.lower() for word in ("visit", "inspect", "fieldwork"))
                led = spoken and (_VISIT.search(before) or _LED.search(before))
                done = _DONE.match(text, match.end()) and _DOING.search(before)
                if (head or led or done) and not _PERSONAL.search(clause):
                    self._days.update(_days(match))

    def holds(self, surface: str) -> bool:
        """Say whether a written date is a day of a visit; without a year it is compared by day and month."""
        match = _WRITTEN.search(surface) or _NUMERIC.search(surface)
        found = _days(match) if match else []
        return bool(found) and all(self._holds(day) for day in found)

    def _holds(self, day: _Day) -> bool:
        if day[2]:
            return day in self._days or (day[0], day[1], 0) in self._days
        return any(known[:2] == day[:2] for known in self._days)


def _days(match: re.Match[str]) -> list[_Day]:
    """Return the days that a written date or range names, as (day, month, year or 0)."""
    groups = match.groupdict()
    first = int(groups.get("day") or groups.get("first") or 0)
    last = int(groups.get("last") or groups.get("end") or first)
    written = groups.get("month") or groups.get("us") or ""
    short = written.lower()[:3]
    month = int(written) if written.isdigit() else _MONTHS.index(short) + 1 if short in _MONTHS else 0
    year = int(groups.get("year") or groups.get("usyear") or 0)
    if not (month and 1 <= first <= 31 and first <= last <= 31):
        return []
    return [(day, month, year) for day in range(first, last + 1)]
