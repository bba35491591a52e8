"""When a place was visited: first and last day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from ingest.dates import DateSpan, find_dates, find_days
from ingest.metadata.front import Front
from ingest.metadata.sighting import Sighting
from ingest.report import Block
from redaction.text import RedactedText

_VISIT = re.compile(
    r"\b(?:inspected|inspection(?:s| dates?)?|visit(?:s|ed|ing|ation)?|monitored|monitoring|fieldwork|on[- ]site|"
    r"carried out|conducted|returned|took place|present in|spent|toured|entered|unannounced|"
    r"we (?:arrived|came|went)|mission|examined|observed|attended|accompanied|were present|was present|arrived at|"
    r"went to|went back|came back|called at|accessed|spot[- ]?checks?|stayed (?:at|in)|accompanied)\b",
    re.IGNORECASE,
)
_DATES_OF_VISIT = re.compile(
    r"\b(?:dates? of (?:the )?(?:\w+ )?(?:visits?|visitation|inspections?|fieldwork|monitoring)|"
    r"(?:visits?|inspections?|fieldwork|monitoring|on-site) dates?|dates? visited|inspected|visits?|period of visit|"
    r"^when)"
    r"\s*(?:\||:|–|-)?\s*(?:was |were )?(?:on |from |between )?$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|publication|laid before|tabled|issued|released|date of (?:the )?report|report date|adopted|"
    r"version\s[\d.]+|dated|status on|approved)\b",
    re.IGNORECASE,
)
_OTHER_DATE = re.compile(
    r"\b(?:born|since|sent|letter|ratified|opened|received|previous(?:ly)?(?! (?:notice|warning|announcement))|"
    r"preceding|last(?! (?:week|days?|month) "
    r"of)|earlier|"
    r"replied|"
    r"reply|recommendations published|due|until|census|months to|year to|as of|prior(?! (?:notice|"
    r"warning|announcement|notification|information|arrangement|appointment))|follow[- ]up to|"
    r"(?:months|years) after)\b[^.]{0,24}$|"
    r"\b(?:previous|last|earlier|preceding|prior|other) (?:\w+ )?(?:visits?|inspections?)\b[^.]{0,45}$|"
    r"\b(?:law|act|order)\b[^.,]{0,10}$|\bby (?:the )?(?:(?:end|beginning|middle) of )?$",
    re.IGNORECASE,
)
# "Submitted to the Council for the Inspection of Places of Custody on 4 March": a sentence about the document.
_LAID = re.compile(
    r"(?:submitted|presented|tabled|laid|published|adopted|transmitted|sent|issued|released|placed|deposited|"
    r"reported) (?!after|following)[^.;]{0,120}$",
    re.IGNORECASE,
)
_FIRST_VISIT = re.compile(r"\b(?:first|initial|original) (?:\w+ )?(?:visit|inspection)\b[^.]{0,40}$", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:arrived?|began|begun|started|commenced|opened|from|since|week (?:of|commencing|beginning|starting))\b"
    r"[^.]{0,30}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:left|ended|concluded|finished|completed|closed|(?:final|last) day|"
    r"end(?:ing)?(?: date)? of (?:the )?(?:visit|inspection|monitoring|fieldwork))\b[^.]{0,30}$",
    re.IGNORECASE,
)
# A year's report counts many visits: none of them is its own.
_YEARLY = re.compile(
    r"\bannual report\b|\bin figures\b|\bstatistic|\byearly\b|\breporting (?:year|period)", re.IGNORECASE
)
# "the visit report on Elm Prison of 1 October": the date of the report.
_REPORT_OF = re.compile(
    r"\breport\b(?:(?!\b(?:visits?|visited|monitor\w*|inspect\w*|mission|carried out)\b)[^.;:]){0,60}\b(?:of|"
    r"dated)\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:after|following|since|(?:made|issued|drawn up) (?:after|on|in)|recommendations (?:\w+ ){0,3}(?:of|"
    r"from|in|at)) "
    r"(?:the|our|its) (?:\w+ ){0,2}(?:visits?|inspections?|monitoring|mission) "
    r"(?:(?:carried out|held|made|conducted) )?(?:of|on|in|from)\s*$",
    re.IGNORECASE,
)
_SENTENCE_OPENS = re.compile(
    r"(?:[^\W\d]{2,}[.;:,]\s+|^\s*\d[\d.]*\s+)(?:on|from|between|in|during)\s+(?:the\s+)?$", re.IGNORECASE
)
_NEXT_STAGE = re.compile(
    r"\b(?:again|resumed|continued|second|third|further|another|followed|returned|return|then|night|stage|and on|"
    r"additional|"
    r"supplementary)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(r"\b(?:visit|inspection|monitoring) (?:record|sheet|protocol|form|minutes)\b", re.IGNORECASE)
_DATE_FIELD = re.compile(r"date\s*[:|]", re.IGNORECASE)
_DAY_OF_MONTH = r"\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_BETWEEN_DAYS = re.compile(
    rf"\b(?:[Bb]etween|[Ff]rom)\s+(?P<first>{_DAY_OF_MONTH})\s+(?:and|to|"
    rf"until)\s+(?P<last>{_DAY_OF_MONTH})\b(?!,?\s+\d)"
)
_LISTED = re.compile(
    r"(?:,?\s+(?:from\s+)?\d{1,2}[.:]\d\d(?:\s*(?:[–-]|to|until)\s*\d{1,2}[.:]\d\d)?(?:\s*(?:h|hours))?)?"
    r"\s*(?:[;,/&+]|and|[;,] and)\s*(?:on\s+)?",
    re.IGNORECASE,
)
_DATES_AND_TIMES = re.compile(r"\bdates?(?: and (?:times?|hours?))?:\s*$", re.IGNORECASE)
_CAME_BACK = re.compile(r"^(?:it|we|they|the \w+)\s+(?:\w+ )?(?:returned|came back|went back)\b", re.IGNORECASE)
_LONG, _NEARBY, _FIRST_BLOCKS = 200, 120, 20
_LEAST, _SURE = 4.5, 7.0
_STAGES_WITHIN_DAYS, _STAGE_WITHIN_LETTERS, _VISIT_DAYS, _YEAR_DAYS = 370, 120, 60, 300


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
    best: tuple[float, DateSpan, Block[RedactedText]] | None = None
    spots = [(title, 3.0)] if title is not None else []
    spots += [(block, 3.0) for block in front.furniture]
    spots += [(block, 3.0 - 0.15 * place) for place, block in enumerate(front.body[:_FIRST_BLOCKS])]
    annual = title is not None and bool(_YEARLY.search(title.text))
    for block, early in spots:
        if block.table is not None and len(block.cells) != 2:
            continue
        for span in find_dates(block.text):
            if not span.has_day and not span.is_range and len(block.text) > _LONG:
                continue
            if annual and not _DATES_OF_VISIT.search(block.text[: span.start]) and not _is_year(span):
                continue
            score = early + _score(block.text, span)
            if not is_response and _AFTER.search(block.text[max(0, span.start - 70) : span.start]):
                score -= 4
            if score >= _LEAST and (best is None or score > best[0] + 1e-9):
                best = (score, span, block)
    best = best or _dated_record(front) or _in_the_year(front)
    if best is None:
        return None
    score, span, block = best
    span = _stages(block.text, span)
    seen = Sighting(span.first, block, span.start, span.end, 0.95 if score >= _SURE else 0.85)
    return Visit(span, seen, _end(span, seen, title, front))


def _dated_record(front: Front) -> tuple[float, DateSpan, Block[RedactedText]] | None:
    """Take the only date of the record of a visit for that of the visit."""
    if not any(_RECORD.search(block.text) for block in front.opening[:3]):
        return None
    for block in front.opening:
        dates = find_dates(block.text) if _DATE_FIELD.match(block.text) else ()
        if len(dates) == 1 and dates[0].has_day:
            return _LEAST, dates[0], block
    return None


def _in_the_year(front: Front) -> tuple[float, DateSpan, Block[RedactedText]] | None:
    """Read ``In 2023 the Board chose ...; between 3 May and 9 June it visited``: the year stands before the days."""
    for block in front.body[:_FIRST_BLOCKS]:
        for days in _BETWEEN_DAYS.finditer(block.text):
            years = re.findall(r"\b[Ii]n ((?:19|20)\d\d)\b", block.text[: days.start()])
            visits = _VISIT.search(re.split(r"[.;]\s", block.text[days.end() :])[0][:_NEARBY])
            read = (
                find_dates(f"{days['first']} to {days['last']} {years[-1]}") if len(set(years)) == 1 and visits else ()
            )
            if len(read) == 1:
                return _LEAST, replace(read[0], start=days.start(), end=days.end()), block
    return None


def _score(text: str, span: DateSpan) -> float:
    before = text[max(0, span.start - 60) : span.start]
    near = text if len(text) < _LONG else text[max(0, span.start - _NEARBY) : span.end + 60]
    score = 4.0 if _VISIT.search(before) else (2.0 if _VISIT.search(near) else 0.0)
    score += 1.5 if _DATES_OF_VISIT.search(before) else 0.0
    sentence = text[span.end : span.end + 220].split(". ")[0]
    # "From 3 to 5 May the team, on the strength of its mandate, ... visited": the date opens the sentence.
    opens = span.start < 12 or bool(_SENTENCE_OPENS.search(before))
    score += 2.5 if span.has_day and opens and _VISIT.search(sentence) else 0
    # On a cover, a range on a line of its own.
    alone = span.start < 3 or bool(
        re.fullmatch(r"\s*(?:from|on|between|dates?:?)\s+", text[: span.start], re.IGNORECASE)
    )
    score += 2 if span.is_range and alone and len(text) - span.end < 3 else 0
    # "Date: 19 September 2019, 9.30 to 13.00"
    timed = re.match(r"[^.;]{0,20}?\b\d{1,2}[.:]\d\d\b", text[span.end :])
    score += (
        4
        if timed is not None and re.fullmatch(r"dates?(?: and times?)?\s*[:|]\s*", text[: span.start], re.IGNORECASE)
        else 0
    )
    score += 2 if span.is_range else 0
    # "First visit: 19 January. Second visit: 20 January": both are this one.
    staged = re.match(r"[^.]{0,20}[.;,]\s+second (?:visit|inspection)\b", text[span.end :], re.IGNORECASE)
    score -= 3 if _FIRST_VISIT.search(before) and staged is None else 0
    score -= 0 if span.has_day else 2
    score -= 6 if _LAID.match(re.split(r"(?<=[^\W\d]{2})[.;|]\s+", text[: span.start])[-1]) else 0
    if _PUBLISHED.search(before[-30:]) or _OTHER_DATE.search(before) or _REPORT_OF.search(before):
        score -= 6
    return score


def _is_year(span: DateSpan) -> bool:
    """Say whether a span is that of a year's work: from 1 April to 31 March."""
    return span.has_day and span.is_range and _days(span.first, span.last) >= _YEAR_DAYS


def _stages(text: str, span: DateSpan) -> DateSpan:
    """Stretch a visit over the stages that the same paragraph names after it."""
    position = span.end
    listed = text[max(0, span.start - 1) : span.start] == "("
    field = bool(_DATES_OF_VISIT.search(text[: span.start]) or _DATES_AND_TIMES.search(text[: span.start]))
    dated = find_dates(text)
    undated = [day for day in find_days(text, span.last[:4]) if all(_aside(day, other) for other in dated)]
    for later in sorted((*dated, *undated), key=lambda day: day.start):
        if later.start < position or not later.has_day or not span.has_day:
            continue
        between = text[position : later.start]
        # "Elm Post (3 May 2024) and Oak Post (4 May 2024)"
        in_list = listed and between.endswith("(") and ". " not in between and _near(span, later)
        in_list = in_list or (field and bool(_LISTED.fullmatch(between)))
        sentence = re.split(r"[^\W\d]{2}[.;]\s+(?=[A-Z])", between)[-1]
        back = _CAME_BACK.search(sentence) and len(between) < 3 * _STAGE_WITHIN_LETTERS
        if _PUBLISHED.search(between) or (len(between) > _STAGE_WITHIN_LETTERS and not back):
            break
        if not in_list and not _NEXT_STAGE.search(between):
            break
        if later in undated and not _near(span, later):
            break
        if not span.last < later.last or _days(span.last, later.first) > _STAGES_WITHIN_DAYS:
            break
        span = replace(span, last=later.last, end=later.end)
        position = later.end
    return span


def _aside(one: DateSpan, other: DateSpan) -> bool:
    return one.end <= other.start or other.end <= one.start


def _near(span: DateSpan, later: DateSpan) -> bool:
    """Say whether a later day is within some weeks of a visit."""
    return 0 < _days(span.last, later.last) <= _VISIT_DAYS


def _end(span: DateSpan, seen: Sighting[str], title: Block[RedactedText] | None, front: Front) -> Sighting[str] | None:
    """Return the last day: that of a range, or the day itself unless the text only says that a visit began on it."""
    if span.is_range:
        return replace(seen, value=span.last)
    if not span.has_day:
        return None
    spots = [*([title] if title is not None else []), *front.furniture, *front.body[:_FIRST_BLOCKS]]
    for block in spots:
        for other in find_dates(block.text):
            if other.is_range and other.first == span.first and 0 < _days(span.first, other.last) <= _VISIT_DAYS:
                return Sighting(other.last, block, other.start, other.end, 0.9)
    began = any(
        other.first == span.first and _BEGAN.search(block.text[max(0, other.start - 50) : other.start])
        for block in spots
        for other in find_dates(block.text)
    )
    for block in front.body[: 2 * _FIRST_BLOCKS]:
        for other in find_dates(block.text):
            ended = _ENDED.search(block.text[max(0, other.start - 50) : other.start])
            if ended and other.has_day and 0 < _days(span.first, other.last) <= _VISIT_DAYS:
                return Sighting(other.last, block, other.start, other.end, 0.7)
    return None if began else replace(seen, value=span.last)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
