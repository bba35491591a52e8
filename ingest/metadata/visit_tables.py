"""A table with a row for each place that was visited: names, days, and whether notice was given."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.dates import DateSpan, find_dates
from ingest.metadata.front import Front
from ingest.metadata.named_places import NAMES
from ingest.metadata.notice_words import NO
from ingest.metadata.several_places import MOST_PLACES
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
_LEAST_ROWS, _MOST_ROWS = 2, 12


@dataclass(frozen=True, slots=True)
class VisitTable:
    """What the table tells; ``announced`` is ``None`` where it has no such column or the rows differ."""

    places: Sighting[str] | None
    span: DateSpan
    first: Block[RedactedText]
    last: Block[RedactedText]
    announced: Sighting[bool] | None


def visit_table(front: Front) -> VisitTable | None:
    """Read the first table among the opening blocks whose columns are places and the days on which they were visited.

    Args:
        front: the document.

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
        places = next((i for i, head in enumerate(heads) if _PLACES.fullmatch(head)), None)
        days = next((i for i, head in enumerate(heads) if _DAYS.fullmatch(head)), None)
        whole = [row for row in rows if len(row.cells) == len(heads)]
        if places is None or days is None or not _LEAST_ROWS <= len(whole) <= _MOST_ROWS or len(whole) < len(rows):
            continue
        dated = [find_dates(row.cells[days]) for row in whole]
        if any(len(each) != 1 or not each[0].has_day for each in dated):
            continue
        spans = [each[0] for each in dated]
        first = min(range(len(spans)), key=lambda i: spans[i].first)
        last = max(range(len(spans)), key=lambda i: spans[i].last)
        start = str.__str__(whole[first].text).find(whole[first].cells[days])
        span = DateSpan(
            max(start, 0), max(start, 0) + len(whole[first].cells[days]), spans[first].first, spans[last].last
        )
        return VisitTable(_named(whole, places), span, whole[first], whole[last], _notice(heads, whole))
    return None


def _named(rows: list[Block[RedactedText]], column: int) -> Sighting[str] | None:
    names = [str.__str__(row.cells[column]).strip() for row in rows]
    if len(names) > MOST_PLACES or not all(re.fullmatch(NAMES, name) for name in names):
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
