"""When a place was visited: first and last day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from ingest.dates import DateSpan
from ingest.metadata.fact_labels import facts
from ingest.metadata.front import Front
from ingest.metadata.others import is_of_others
from ingest.metadata.place_title import place_in_title
from ingest.metadata.printed_dates import find_dates
from ingest.metadata.publication import find_published
from ingest.metadata.return_visits import is_of_return_visit
from ingest.metadata.sighting import Sighting
from ingest.metadata.visit_ends import days_between, last_day, with_first_day, with_stages
from ingest.metadata.visit_scores import DATES_OF_VISIT, VISITING, score_of
from ingest.metadata.visit_tables import VisitTable
from ingest.metadata.yearless_visits import of_month, of_year_before, of_year_of_document
from ingest.report import Block
from redaction.text import RedactedText

# A year's report counts many visits: none of them is its own.
_YEARLY = re.compile(
    r"\bannual report\b|\bin figures\b|\bstatistic|\byearly\b|\breporting (?:year|period)", re.IGNORECASE
)
_AFTER = re.compile(
    r"\b(?:after|following|since|(?:made|issued|drawn up) (?:after|on|in)|recommendations (?:\w+ ){0,3}(?:of|"
    r"from|in|at)) "
    r"(?:the|our|its|an?) (?:\w+ ){0,2}(?:visits?|inspections?|monitoring|mission) "
    r"(?:(?:carried out|held|made|conducted) )?(?:of|on|in|from)\s*$",
    re.IGNORECASE,
)
# "Recommendations following the visit of 14 November 2022": a title that says of which visit the document is.
_OWN_TITLE = re.compile(
    r"(?!.*\b(?:follow[- ]?up|implement\w+|progress|state|status|fulfil\w+)\b)(?:[\w-]+ ){0,4}?(?:recommendations?|"
    r"report|opinion|letter|statement|findings|observations|notes?|decision|memorandum)\b",
    re.IGNORECASE,
)
# "Your report on the visit in June 2023 is acknowledged": a reply seldom tells more than the month.
_THE_VISIT = re.compile(
    r"\b(?:the|your)\s+(?:[\w-]+\s+){0,2}(?:visit|inspection|mission)(?:\s+(?:made|paid|carried\s+out|"
    r"conducted))?\s+(?:in|of|on|"
    r"from|during)\s+$",
    re.IGNORECASE,
)
_OF_A_REPLY = 1.0
_SECOND = re.compile(r"\b(?:second|third|fourth|repeat) (?:\w+ )?(?:visit|inspection)\b", re.IGNORECASE)
_OF_REPLY = re.compile(
    r"\b(?:report(?:ed|s)?|repl\w+|wrote|inform\w+|answer\w*|sent|letter|plan\w*|deadline|until|by|position)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\W*(?:(?:made|paid|carried out|conducted|performed|undertaken|held)\b[^.;]{0,100}?\s)?(?:of|on|from)\s+"
    r"(?:the\s+)?(?=\w*\d)",
    re.IGNORECASE,
)
_OF_VISIT = re.compile(r"\b(?:visits?|inspections?)\b[^.;:]{0,60}$", re.IGNORECASE)
_RECORD = re.compile(r"\b(?:visit|inspection|monitoring) (?:record|sheet|protocol|form|minutes)\b", re.IGNORECASE)
_DATE_FIELD = re.compile(r"date\s*[:|]", re.IGNORECASE)
_OPENS_IN = re.compile(r"(?:^(?:\d[\d.]*\s+)?|[^\W\d]{2}\.\s+)In\s+$")
_BEFORE_IT = re.compile(r"\b(?:had|has|have|first|previous\w*|earlier|last|recommend\w+|law|will)\b", re.IGNORECASE)
_NO_VISIT = re.compile(
    r"[|]|[^\W\d]{3}[.;]\s|\b(?:report|publish\w+|publication|dated?|issued|released|previous|last|next|due|reply|sent)\b",
    re.IGNORECASE,
)
_FIRST_PROSE = 6
_LONG, _FIRST_BLOCKS, _OPENS = 200, 20, 14
_LEAST, _SURE, _NEAR = 4.5, 7.0, 2.5
_YEAR_DAYS = 300


_Told: TypeAlias = tuple[float, DateSpan, Block[RedactedText]]


@dataclass(frozen=True, slots=True)
class Visit:
    """The visit that a document reports: the span, and where each end was read; ``last`` may be unknown."""

    span: DateSpan
    first: Sighting[str]
    last: Sighting[str] | None


def find_visit(title: Block[RedactedText] | None, front: Front, *, is_response: bool = False) -> Visit | None:
    """Choose the date that is most likely that of the visit: near a word of visiting, early, a range.

    Args:
        title: the block that prints the title.
        front: the document.
        is_response: it answers a report on a visit; otherwise "after the visit of" is said of an earlier one.

    Returns:
        The visit, in stages from the first day to the last one; ``None`` where no date is near a word of visiting.
    """
    best = _labelled(front) or _most_likely(_told(title, front, is_response=is_response), returned=_is_follow_up(title))
    best = best or _dated_record(front) or _below_title(front) or _below_return(title, front) or of_year_before(front)
    best = best or (None if is_response else _in_month(front))
    if best is None and (published := find_published(front, None, is_response=is_response)) is not None:
        best = of_year_of_document(title, front, published.value) if "-" in published.value else None
    if best is None:
        return None
    if not best[1].has_day and not best[1].is_range:
        best = of_month(title, front, best[1].first) or best
    score, span, block = best
    span = with_stages(block.text, with_first_day(block.text, span))
    seen = Sighting(span.first, block, span.start, span.end, 0.95 if score >= _SURE else 0.85)
    return Visit(span, seen, last_day(span, seen, title, front))


def widened(visit: Visit | None, table: VisitTable | None) -> Visit | None:
    """Return the visits of a table as one, where the text tells of no other time than one of them; else the visit.

    Args:
        visit: as the text tells it.
        table: of places and the days on which they were visited.
    """
    if table is None:
        return visit
    if visit is not None:
        told = visit.span
        # A month of the text holds the days of the table.
        if not (table.span.first[: len(told.first)] <= told.first and told.last <= table.span.last[: len(told.last)]):
            return visit
    first = Sighting(table.span.first, table.first, table.span.start, table.span.end, 0.9)
    return Visit(table.span, first, Sighting(table.span.last, table.last, 0, len(table.last.text), 0.9))


def _told(title: Block[RedactedText] | None, front: Front, *, is_response: bool) -> Iterator[_Told]:
    """Give the dates that may be that of the visit, those of the front first."""
    spots = [(title, 3.0)] if title is not None else []
    spots += [(block, 3.0) for block in front.furniture]
    spots += [(block, 3.0 - 0.15 * place) for place, block in enumerate(front.body[:_FIRST_BLOCKS])]
    # A chapter of a year's report on one place tells of one visit.
    annual = title is not None and bool(_YEARLY.search(title.text)) and place_in_title(title.text) is None
    for block, early in spots:
        if block.table is not None and len(block.cells) != 2:
            continue
        for span in find_dates(block.text):
            answered = is_response and _THE_VISIT.search(block.text[max(0, span.start - 70) : span.start])
            if not span.has_day and not span.is_range and len(block.text) > _LONG and not answered:
                continue
            if annual and not DATES_OF_VISIT.search(block.text[: span.start]) and not _is_year(span):
                continue
            score = early + score_of(block.text, span)
            own = block is title and _OWN_TITLE.match(block.text)
            before = block.text[max(0, span.start - 70) : span.start]
            if not is_response and not own and _AFTER.search(before):
                score -= 4
            if answered:
                score += _OF_A_REPLY
            if score >= _LEAST:
                yield score, span, block


def _most_likely(told: Iterable[_Told], *, returned: bool) -> _Told | None:
    """Choose the date with the most points; in the report of a return visit the later of two that are near."""
    candidates = list(told)
    best: _Told | None = None
    for each in candidates:
        if best is None or each[0] > best[0] + 1e-9:
            best = each
    if best is None or not returned:
        return best
    later = [
        (score, span, block)
        for score, span, block in candidates
        if span.has_day
        and span.first > best[1].last
        and score > best[0] - _NEAR
        # "On 2 August the Governor reported": no visit.
        and not _OF_REPLY.search(block.text[max(0, span.start - 60) : span.end + 60])
    ]
    return max(later, key=lambda each: each[0], default=best)


def _is_follow_up(title: Block[RedactedText] | None) -> bool:
    return title is not None and (is_of_return_visit((), title.text) or bool(_SECOND.search(title.text)))


def _labelled(front: Front) -> _Told | None:
    """Read the field of a fact box that only the days of a visit stand in."""
    told = [(fact, _LONG) for fact in facts(front, "visit")] + [(fact, _OPENS) for fact in facts(front, "visit_alone")]
    if any(facts(front, "type_of_visit")):
        # "Date: 3 May 2024" on a sheet that also tells what kind of visit it was.
        told += [(fact, _OPENS) for fact in facts(front, "date")]
    for fact, within in told:
        dates = [span for span in find_dates(fact.block.text) if span.start >= fact.start]
        # "Date of visit: 3 May 2024. Date of report: 4 June 2024" in one line.
        dates = [
            *dates[:1],
            *(span for span in dates[1:] if not _NO_VISIT.search(fact.block.text, fact.start, span.start)),
        ]
        if dates and dates[0].has_day and dates[0].start - fact.start <= within:
            span = replace(dates[0], last=max(span.last for span in dates), end=dates[-1].end)
            return _SURE, span, fact.block
    return None


def _below_title(front: Front) -> _Told | None:
    """Read the line that goes on with a title: ``Report on visit No. 7``, and below it ``of 15 November 2023``."""
    for above, block in pairwise(front.opening):
        dates = find_dates(block.text) if _GOES_ON.match(block.text) else ()
        whole = len(dates) == 1 and dates[0].has_day and len(block.text) - dates[0].end <= 1
        if whole and _OF_VISIT.search(above.text) and not find_dates(above.text):
            return _LEAST, dates[0], block
    return None


def _in_month(front: Front) -> _Told | None:
    """Read ``In February 2024 advisers called at three homes``: the month opens a sentence on a visit."""
    for block in front.prose[:_FIRST_PROSE]:
        for span in find_dates(block.text) if block.table is None else ():
            sentence = re.split(r"[^\W\d]{2}[.;]\s", block.text[span.end :])[0]
            if (
                not span.has_day
                and _OPENS_IN.search(block.text[: span.start])
                and VISITING.search(sentence)
                and not _BEFORE_IT.search(sentence)
                and not is_of_others(sentence)
            ):
                return _LEAST, span, block
    return None


def _below_return(title: Block[RedactedText] | None, front: Front) -> _Told | None:
    """Read the day on a line below the title of a return visit, where no other is told as that of a visit."""
    if title is None or not _is_follow_up(title):
        return None
    for above, block in pairwise(front.opening):
        dates = find_dates(block.text) if above is title else ()
        if len(dates) == 1 and dates[0].has_day and dates[0].start == 0 and len(block.text) - dates[0].end <= 1:
            return _LEAST, dates[0], block
    return None


def _dated_record(front: Front) -> _Told | None:
    """Take the only date of the record of a visit for that of the visit."""
    if not any(_RECORD.search(block.text) for block in front.opening[:3]):
        return None
    for block in front.opening:
        dates = find_dates(block.text) if _DATE_FIELD.match(block.text) else ()
        if len(dates) == 1 and dates[0].has_day:
            return _LEAST, dates[0], block
    return None


def _is_year(span: DateSpan) -> bool:
    """Say whether a span is that of a year's work: from 1 April to 31 March."""
    return span.has_day and span.is_range and days_between(span.first, span.last) >= _YEAR_DAYS
