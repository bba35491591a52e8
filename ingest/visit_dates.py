"""When a place was visited: first and last day, and the visit before that one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ingest.dates import DateSpan, find_dates
from ingest.front import Front
from ingest.report import Block
from ingest.sighting import Sighting
from redaction.text import RedactedText

_VISIT = re.compile(
    r"\b(?:inspected|inspection(?:s| dates?)?|visit(?:s|ed|ing|ation)?|monitored|monitoring|fieldwork|on[- ]site|"
    r"carried out|conducted|returned|took place|present in|spent|toured|entered|unannounced|"
    r"we (?:arrived|came|went)|mission|examined|observed|attended|accompanied|were present|was present|arrived at|"
    r"went to|called at|accessed)\b",
    re.IGNORECASE,
)
_DATES_OF_VISIT = re.compile(
    r"\b(?:dates? of (?:the )?(?:\w+ )?(?:visits?|visitation|inspections?|fieldwork|monitoring)|"
    r"(?:visits?|inspections?|fieldwork|monitoring|on-site) dates?|dates? visited|inspected|visits?|period of visit)"
    r"\s*(?:\||:|–|-)?\s*(?:was |were )?(?:on |from |between )?$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|publication|laid before|tabled|issued|released|date of (?:the )?report|report date|adopted|"
    r"version\s[\d.]+|dated|status on|approved)\b",
    re.IGNORECASE,
)
_OTHER_DATE = re.compile(
    r"\b(?:born|since|sent|letter|ratified|opened|received|previous(?:ly)?|preceding|last|earlier|replied|"
    r"reply|recommendations published|due|until|census|months to|year to|as of|prior|follow[- ]up to|"
    r"(?:months|years) after)\b[^.]{0,24}$|"
    r"\b(?:law|act|order)\b[^.,]{0,10}$|\bby (?:the )?(?:(?:end|beginning|middle) of )?$",
    re.IGNORECASE,
)
_FIRST_VISIT = re.compile(r"\b(?:first|initial|original) (?:\w+ )?(?:visit|inspection)\b[^.]{0,40}$", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:arrived?|began|begun|started|commenced|opened|from|since|week (?:of|commencing|beginning|starting))\b"
    r"[^.]{0,30}$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:left|ended|concluded|finished|completed|closed|(?:final|last) day)\b[^.]{0,30}$", re.I)
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
    r"\b(?:again|second|third|further|another|followed|returned|return|then|night|stage|and on|additional|"
    r"supplementary)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:(?:last|previous(?:ly)?|earlier|prior|preceding|first|initial|former)\s+(?:\w+[ -]){0,3}?(?:inspect\w+|"
    r"visit\w*|monitor\w+|report\w*)|(?:inspected|visited|monitored)\s+(?:\w+\s+){0,5}?(?:last|previously|before|"
    r"earlier)|follow[- ]?up (?:visit |inspection |report )?(?:to|of|on) (?:the|our|its)|(?:months|years|weeks) after "
    r"(?:the|our|its)|since (?:the|our|its) (?:\w+[ -]){0,3}?(?:visit|inspection|report)|progress (?:made )?since|"
    r"(?:first|second|third|last|previous)(?: (?:one|visit))? (?:took place|had taken place|was "
    r"(?:carried out|made|on|in|from))|"
    r"(?:most recently|last time|latterly),?|(?:had|has|have|was|were) (?:last|previously|first) (?:been|come|gone)|"
    r"(?:last|previously|first) (?:been )?(?:inspected|visited|monitored)|"
    r"at the time of (?:the|our) (?:last|previous|"
    r"first)|recommendations (?:made |issued )?(?:in|after|at|following) (?:the|our))\b",
    re.IGNORECASE,
)
_EARLIER_DATE = re.compile(
    r"\b(?:visits?|inspections?|inspected|visited)\s+(?:\w+\s+){0,4}?(?:of|in|on|from|carried out|made)\b[^.]{0,24}$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(r"^\)?\s+(?:visit|inspection|monitoring visit|report|full inspection)\b", re.IGNORECASE)
# "In November 2023 the Board visited the Home and found ..."
_THEN_VISITED = re.compile(
    r"^,?\s+(?:the|we|our|an?)\s+(?:[\w'’-]+\s+){0,4}?(?:visited|inspected|had visited|had inspected)\b", re.IGNORECASE
)
_OURS = re.compile(r"\b(?:the|our|its|their)\s+$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OTHER_EVENT = re.compile(
    r"\b(?:published|law|act|rules|opened|built|since|ratified|census|order|letter|replied)\b", re.IGNORECASE
)
_LONG, _FIRST_BLOCKS = 200, 20
_LEAST, _SURE, _NAMED = 4.5, 7.0, 0.8
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
    if best is None:
        return None
    score, span, block = best
    span = _stages(block.text, span)
    seen = Sighting(span.first, block, span.start, span.end, 0.95 if score >= _SURE else 0.85)
    return Visit(span, seen, _end(span, seen, title, front))


def _score(text: str, span: DateSpan) -> float:
    before = text[max(0, span.start - 60) : span.start]
    near = text if len(text) < _LONG else text[max(0, span.start - 80) : span.end + 60]
    score = 4.0 if _VISIT.search(before) else (2.0 if _VISIT.search(near) else 0.0)
    score += 1.5 if _DATES_OF_VISIT.search(before) else 0.0
    sentence = text[span.end : span.end + 220].split(". ")[0]
    # "From 3 to 5 May the team, on the strength of its mandate, ... visited": the date opens the sentence.
    opens = span.start < 12 or bool(_SENTENCE_OPENS.search(before))
    score += 2.5 if span.has_day and opens and _VISIT.search(sentence) else 0
    # On a cover, a range on a line of its own.
    score += 2 if span.is_range and span.start < 3 and len(text) - span.end < 3 else 0
    score += 2 if span.is_range else 0
    score -= 3 if _FIRST_VISIT.search(before) else 0
    score -= 0 if span.has_day else 2
    if _PUBLISHED.search(before[-30:]) or _OTHER_DATE.search(before) or _REPORT_OF.search(before):
        score -= 6
    return score


def _is_year(span: DateSpan) -> bool:
    """Say whether a span is that of a year's work: from 1 April to 31 March."""
    return span.has_day and span.is_range and _days(span.first, span.last) >= _YEAR_DAYS


def _stages(text: str, span: DateSpan) -> DateSpan:
    """Stretch a visit over the stages that the same paragraph names after it."""
    position = span.end
    for later in find_dates(text):
        if later.start < position or not later.has_day or not span.has_day:
            continue
        between = text[position : later.start]
        if _PUBLISHED.search(between) or len(between) > _STAGE_WITHIN_LETTERS or not _NEXT_STAGE.search(between):
            break
        if not span.last < later.last or _days(span.last, later.first) > _STAGES_WITHIN_DAYS:
            break
        span = replace(span, last=later.last, end=later.end)
        position = later.end
    return span


def _end(span: DateSpan, seen: Sighting[str], title: Block[RedactedText] | None, front: Front) -> Sighting[str] | None:
    """Return the last day: that of a range, or the day itself unless the text only says that a visit began on it."""
    if span.is_range:
        return replace(seen, value=span.last)
    if not span.has_day:
        return None
    spots = [*([title] if title is not None else []), *front.furniture, *front.body[:_FIRST_BLOCKS]]
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


def find_previous_visit(front: Front, visit: DateSpan | None) -> Sighting[str] | None:
    """Find the last earlier visit that the document names.

    Returns:
        Its first day, month or year, as precise as printed; ``None`` where the document names none, or where nothing
        tells which of its visits is the earlier one.
    """
    best: Sighting[str] | None = None
    rank: tuple[bool, str, int, str] | None = None
    for place, block in enumerate([*front.furniture, *front.body]):
        if visit is None and place > _FIRST_BLOCKS:
            break
        if (block.label or "").lower().startswith("recommendation"):
            continue
        for day, start, end, confidence in _earlier(block.text):
            if visit is not None and day >= visit.first[: len(day)]:
                continue
            # One called the last goes before others; then the latest; of two notations of it, the more precise.
            if rank is None or (confidence >= _NAMED, day[:4], len(day), day) > rank:
                rank = (confidence >= _NAMED, day[:4], len(day), day)
                best = Sighting(day, block, start, end, confidence)
    return best


def _earlier(text: str) -> Iterator[tuple[str, int, int, float]]:
    """Give dates and years that a visit other than the present one bears."""
    if not re.search(r"visit|inspect|monitor|follow|last (?:been|come)", text, re.IGNORECASE):
        return
    dates = find_dates(text)
    spans = [(span.first, span.start, span.end) for span in dates]
    spans += [
        (year.group(), year.start(), year.end())
        for year in _YEAR.finditer(text)
        # "CDP (2023) 2" is the number of a report.
        if not any(span.start <= year.start() < span.end for span in dates)
        and not re.search(r"[A-Z]{2,}\S*\s*\($", text[: year.start()])
    ]
    for day, start, end in spans:
        sentence = re.split(r"[^\W\d]{2}[.;]\s+(?=[A-Z])", text[max(0, start - 90) : start])[-1]
        named = [*_EARLIER.finditer(sentence)]
        if named and not _OTHER_EVENT.search(sentence[named[-1].end() :]):
            yield day, start, end, 0.9 if len(day) > 4 else 0.8
        elif (
            (_EARLIER_BEHIND.match(text[end:]) and _OURS.search(sentence))
            or (_THEN_VISITED.match(text[end:]) and re.search(r"\b(?:In|On|Already in)\s+$", sentence))
            or (_EARLIER_DATE.search(sentence) and not _OTHER_EVENT.search(sentence))
        ):
            yield day, start, end, 0.7


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
