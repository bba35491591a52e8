"""A table with a row for each place that was visited: names, days, and whether notice was given."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.dates import DateSpan
from ingest.metadata.front import Front
from ingest.metadata.notice_words import NO
from ingest.metadata.printed_dates import find_dates, find_days
from ingest.metadata.sighting import Sighting
from ingest.report import Block
from redaction.text import RedactedText

_PLACES = re.compile(
    r"(?:names? of (?:the )?)?(?:places?|establishments?|institutions?|stations?|facilit(?:y|ies)|units?|prisons?|"
    r"homes?|"
    r"hospitals?|centres?|sites?|locations?|posts?|where)(?: (?:visited|inspected|we went|name))?",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"(?:dates?|days?|when)(?: and (?:time|hour)s?)?(?: of (?:the |our )?(?:visits?|inspections?|monitoring|entry|"
    r"arrival))?|"
    r"(?:visits?|inspections?|monitoring) (?:dates?|days?)|(?:visited|inspected|monitored)(?: on)?|"
    r"when (?:we (?:went|came)|visited)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:prior |advance |previous )?(?:notice|notification|announcement|warning)(?: given)?|announced|notified|"
    r"(?P<un>unannounced)",
    re.IGNORECASE,
)
# "First visit", "Second visit": columns that only days stand in.
_STAGE = re.compile(
    r"(?:first|second|third|1st|2nd|3rd|return|follow[- ]?up|day|night)[- ](?:visit|inspection)s?|(?:visit|"
    r"inspection) [123I]+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_DAY = re.compile(r"(?:none|no|not visited|n/?a|nil|[–—-]+)?\.?", re.IGNORECASE)
# A name, with how many there were or for whom it is in brackets behind it.
_NAME = re.compile(r"(?P<name>[^\W_a-z][^.;:!?()\[\]]*?(?:\b(?:No|Nr)\.\s?\d+)?)\s*(?:\([^()]*\))?")
MOST_PLACES = 6
_LEAST_ROWS, _MOST_ROWS, _MOST_WORDS = 2, 12, 10


@dataclass(frozen=True, slots=True)
class VisitTable:
    """What the table tells; ``announced`` is ``None`` where it has no such column or the rows differ."""

    places: Sighting[str] | None
    span: DateSpan
    first: Block[RedactedText]
    last: Block[RedactedText]
    announced: Sighting[bool] | None


def visit_table(front: Front, year: str | None = None) -> VisitTable | None:
    """Read the first table among the opening blocks whose columns are places and the days on which they were visited.

    Args:
        front: the document.
        year: of the visits as the text tells it, for rows that leave it out.

    Returns:
        Places joined with semicolons, the first and the last day; ``None`` where no table has both columns with a date
        in every row.
    """
    tables: dict[int, list[Block[RedactedText]]] = {}
    for block in front.body:
        if block.table is not None and block.cells:
            tables.setdefault(block.table, []).append(block)
    for header, *rows in tables.values():
        heads = [re.sub(r"\s+", " ", cell).strip(" .:?") for cell in header.cells]
        bare = [_YEAR.sub("", head).strip(" ()") for head in heads]
        places = next((i for i, head in enumerate(heads) if _PLACES.fullmatch(head)), None)
        days = [i for i, head in enumerate(bare) if _STAGE.fullmatch(head)]
        days = days or [i for i, head in enumerate(bare) if _DAYS.fullmatch(head)][:1]
        whole = [row for row in rows if len(row.cells) == len(heads)]
        if places is None or not days or not _LEAST_ROWS <= len(whole) <= _MOST_ROWS or len(whole) < len(rows):
            continue
        told = _YEAR.search(" ".join(header.cells[i] for i in days))
        dated = [_days(row, days, told.group() if told is not None else year) for row in whole]
        if any(not each for each in dated):
            continue
        first = min(range(len(dated)), key=lambda i: min(span.first for span in dated[i]))
        last = max(range(len(dated)), key=lambda i: max(span.last for span in dated[i]))
        began = min(dated[first], key=lambda span: span.first)
        cell = next(cell for cell in (whole[first].cells[i] for i in days) if re.search(r"\d", cell))
        start = max(str.__str__(whole[first].text).find(cell), 0)
        span = DateSpan(start, start + len(cell), began.first, max(day.last for day in dated[last]))
        return VisitTable(named_rows(whole, places), span, whole[first], whole[last], _notice(heads, whole))
    return None


def _days(row: Block[RedactedText], columns: list[int], year: str | None) -> list[DateSpan]:
    """Return the days of a row; none where a cell holds anything else, or a month alone."""
    found: list[DateSpan] = []
    for column in columns:
        dates = _read(row.cells[column], year)
        if (not dates and not _NO_DAY.fullmatch(row.cells[column].strip())) or not all(one.has_day for one in dates):
            return []
        found += dates
    return found


def _read(cell: str, year: str | None) -> tuple[DateSpan, ...]:
    return find_dates(cell) or (find_days(cell, year) if year is not None else ())


def named_rows(rows: list[Block[RedactedText]], column: int) -> Sighting[str] | None:
    """Return the names in a column joined with semicolons; ``None`` where one is none or where they are many."""
    named = [_NAME.fullmatch(str.__str__(row.cells[column]).strip()) for row in rows]
    names = [found["name"].strip() for found in named if found is not None]
    if not 1 < len(rows) <= MOST_PLACES or len(names) < len(rows):
        return None
    if any(len(name.split()) > _MOST_WORDS for name in names):
        return None
    return Sighting("; ".join(dict.fromkeys(names)), rows[0], 0, len(names[0]), 0.8)


def _notice(heads: list[str], rows: list[Block[RedactedText]]) -> Sighting[bool] | None:
    found = next(((i, match) for i, head in enumerate(heads) if (match := _NOTICE.fullmatch(head))), None)
    if found is None:
        return None
    column, head = found
    told = [rows_cell.cells[column].strip() for rows_cell in rows]
    given = {bool(NO.match(each)) == bool(head["un"]) for each in told if each}
    if len(given) != 1 or not all(told):
        return None
    return Sighting(given.pop(), rows[0], 0, len(rows[0].text), 0.9)
