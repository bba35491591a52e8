"""The last day of a visit: of its later stages, of its range, of the sentence that tells when the visitors left."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ingest.dates import DateSpan
from ingest.metadata.front import Front
from ingest.metadata.printed_dates import find_dates, find_days
from ingest.metadata.sighting import Sighting
from ingest.metadata.visit_scores import DATES_OF_VISIT, PUBLISHED
from ingest.report import Block
from redaction.text import RedactedText

_MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
_BEGAN = re.compile(
    r"\b(?:arrived?|began|begun|started|commenced|opened|from|since|week (?:of|commencing|beginning|starting))\b"
    r"[^.]{0,30}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:left|ended|ending|concluded|concluding|finished|finishing|completed|closed|(?:final|last) day|"
    r"end(?:ing)?(?: date)? of (?:the )?(?:visit|inspection|monitoring|fieldwork))\b[^.]{0,30}$",
    re.IGNORECASE,
)
_OF_PAPERS = re.compile(r"\b(?:report|file|case|act|protocol|inquiry|proceedings|paper|draft)\b", re.IGNORECASE)
_NEXT_STAGE = re.compile(
    r"\b(?:again|resumed|continued|second|third|further|another|followed|returned|return|then|night|stage|and on|"
    r"additional|"
    r"supplementary)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:\s+\([^()]{1,40}\))?(?:,?\s+(?:from\s+)?\d{1,2}[.:]\d\d(?:\s*(?:[–-]|to|until)\s*\d{1,2}[.:]\d\d)?(?:\s*(?:h|hours))?)?"
    r"\s*(?:[;,/&+]|and|[;,] and)\s*(?:on\s+)?",
    re.IGNORECASE,
)
_DATES_AND_TIMES = re.compile(r"\bdates?(?: and (?:times?|hours?))?:\s*$", re.IGNORECASE)
# "Visits of 22 June 2023 (from 11.40 p.m.) and 23 June 2023": a line that opens with the days of all of them.
_VISITS_OF = re.compile(r"(?:^|[.;]\s+)(?:Visits|Inspections)\s+(?:of|on)\s+(?:the\s+)?$")
_CAME_BACK = re.compile(r"^(?:it|we|they|the \w+)\s+(?:\w+ )?(?:returned|came back|went back)\b", re.IGNORECASE)
# "On 11 October 2021 and the two following days", "on 4 May 2022 and the next day".
# "to Elm Prison on 4 May 2022, and to the cells of Oak Court on 6 May 2022"
_AND_TO = re.compile(
    r"\s*,?\s+(?:and|then|as\s+well\s+as)\s+(?:to|at|in)\s+[^.;]{3,120}?\s(?:on\s+(?:the\s+)?)?", re.IGNORECASE
)
# "ran from the evening of 4 May 2022, when the bus came, until the return of the aircraft on 5 May"
_UNTIL = re.compile(r"[^.;]*?\b(?:until|till)\b")
_AND_DAYS = re.compile(
    r"\s*,?\s+(?:and|as well as)\s+(?:on\s+)?(?:the\s+)?(?:(?P<one>(?:following|next)\s+day|day\s+after)|"
    r"(?P<before>two|three|four|five|six)\s+(?:following|next|subsequent|further|other)\s+days|(?:following|next|"
    r"subsequent)\s+(?P<behind>two|three|four|five|six)\s+days|(?P<later>two|three|four|five|six)\s+days\s+(?:after|"
    r"following|that\s+followed|thereafter))\b",
    re.IGNORECASE,
)
# "arrived on Monday, 2 May 2022, and left on the Friday"
_UNTIL_WEEKDAY = re.compile(
    r"[^;]{0,120}?\b(?:left|leaving|until|till|through|ended|ending|departed|finished)\s+(?:again\s+)?"
    r"(?:at\s+\d[\d.:]*\s*(?:hrs?|hours|h|[ap]\.?m\.?)?\s+)?(?:on\s+)?(?:the\s+)?"
    r"(?:following\s+|next\s+)?(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
    r"Sunday)\b(?!,?\s+(?:the\s+)?\d)",
    re.IGNORECASE,
)
# "... and left at 04:15 the next morning", "until noon of the following day"
_UNTIL_NEXT = re.compile(
    r"[^;]{0,120}?\b(?:left|leaving|until|till|ended|ending|departed|finished|stayed|remained|"
    r"closed)\b[^.;]{0,40}?\b(?:the|of\s+the)\s+"
    r"(?:next|following)\s+(?:early\s+)?(?:morning|day|afternoon|evening|noon|night)\b",
    re.IGNORECASE,
)
# "remained on the premises through Wednesday the 14th": the day alone, of the same month or the next.
_UNTIL_DAY = re.compile(
    rf"[^;]{{0,160}}?\b(?:left|leaving|until|till|through|ended|ending|departed|finished|completed|concluded|"
    rf"stayed\s+to)\s+(?:again\s+)?(?:on\s+)?"
    rf"(?:the\s+(?:morning|afternoon|evening|night|noon)\s+of\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    rf"Sun)day,?\s+)?the\s+"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:{_MONTH_NAMES}))",
    re.IGNORECASE,
)
# "It was carried out over three days from 19 September", "on 4 May and lasted two days"
_COUNT = r"(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_DAYS_FROM = re.compile(
    rf"\b(?:over|for|during|lasting|lasted|on|took|within)\s+{_COUNT}\s+(?:consecutive\s+|successive\s+|"
    rf"working\s+|full\s+)?days,?\s+"
    r"(?:(?:and\s+)?(?:starting|beginning|commencing|counted|started|began|commenced)\s+)?(?:from|on|"
    r"with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FOR_DAYS = re.compile(
    rf",?\s+(?:and\s+(?:it\s+)?)?(?:for|over|lasting|lasted|took)\s+{_COUNT}\s+(?:consecutive\s+|successive\s+|"
    rf"full\s+)?days\b",
    re.IGNORECASE,
)
_TO_HOUR = re.compile(
    r"\s+(?:and|to|until|till)\s+(?:about\s+)?\d{1,2}[.:]\d\d\s*(?:hrs?|hours|h|[ap]\.?m\.?)?\s+(?:on|"
    r"of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "from the morning of 4 May to the evening of 6 May 2023"; "Elm Post (5 May) and Oak Post (6 May 2023)"
_FROM_TO = re.compile(
    r"\s+(?:up\s+)?(?:to|until|till|through)\s+(?:the\s+(?!\d)[\w-]+\s+(?:on|of)\s+)?(?:and\s+including\s+)?(?:(?:the\s+)?(?:(?:early|"
    r"late)\s+)?(?:morning|noon|afternoon|evening|night|end)\s+of\s+)?"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
# "On the morning of 4 May they did the same at Oak Post": a sentence that opens with a later day.
_OPENS_STAGE = re.compile(
    r"[.;]\s+(?:(?:On|In|At|During)\s+)?(?:the\s+)?(?:(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|noon)\s+of\s+)?(?:the\s+)?$"
)
_WENT_ON = re.compile(
    r",?\s+(?:they|we|it|the\s+(?:team|delegation|group|members|inspectors|monitors|visitors))\s+(?:then\s+|also\s+|next\s+)?"
    r"(?:saw|visited|inspected|did\s+the\s+same|went\s+(?:to|on)|called|toured|knocked|entered|continued)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\)\s*(?:,|;|and|,\s+and)\s+[^();.:]{3,80}\((?:on\s+)?")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_STAGES_WITHIN_DAYS, _STAGE_WITHIN_LETTERS, _VISIT_DAYS = 370, 120, 60
_FIRST_BLOCKS, _MONTH_DAYS = 20, 28
_NEW_SENTENCE = re.compile(r"[^\W\d]{2}\.\s+[A-Z]")


def with_stages(text: str, span: DateSpan) -> DateSpan:
    """Stretch a visit over the stages that the same paragraph names after it."""
    span = _with_days_after(text, span)
    position = span.end
    listed = text[max(0, span.start - 1) : span.start] == "("
    field = bool(DATES_OF_VISIT.search(text[: span.start]) or _DATES_AND_TIMES.search(text[: span.start]))
    field = field or bool(_VISITS_OF.search(text[: span.start]))
    dated = find_dates(text)
    undated = [day for day in find_days(text, span.last[:4]) if all(_aside(day, other) for other in dated)]
    if span.last[5:7] == "12":
        undated += [
            day for day in find_days(text, str(int(span.last[:4]) + 1)) if all(_aside(day, other) for other in dated)
        ]
    for later in sorted((*dated, *undated), key=lambda day: day.start):
        if later.start < position or not later.has_day or not span.has_day:
            continue
        between = text[position : later.start]
        # "Elm Post (3 May 2024) and Oak Post (4 May 2024)"
        in_list = listed and between.endswith("(") and ". " not in between and _near(span, later)
        in_list = in_list or (field and bool(_LISTED.fullmatch(between)))
        joined = (
            _TO_HOUR.fullmatch(between)
            or _AND_TO.fullmatch(between)
            or (not span.is_range and _FROM_TO.fullmatch(between))
        )
        in_list = in_list or (bool(joined) and _near(span, later))
        opens = _OPENS_STAGE.search(between) and _WENT_ON.match(text, later.end)
        in_list = in_list or (bool(opens) and _near(span, later))
        sentence = re.split(r"[^\W\d]{2}[.;]\s+(?=[A-Z])", between)[-1]
        back = _CAME_BACK.search(sentence) and len(between) < 3 * _STAGE_WITHIN_LETTERS
        if PUBLISHED.search(between) or (len(between) > _STAGE_WITHIN_LETTERS and not back and not opens):
            break
        if not in_list and not _NEXT_STAGE.search(between):
            break
        if later in undated and not _near(span, later):
            break
        if not span.last < later.last or days_between(span.last, later.first) > _STAGES_WITHIN_DAYS:
            break
        span = replace(span, last=later.last, end=later.end)
        position = later.end
    return span


def with_first_day(text: str, span: DateSpan) -> DateSpan:
    """Stretch a visit back to a day that leaves its year to it: ``from the noon of 4 May to that of 6 May 2023``."""
    if not span.has_day:
        return span
    for day in reversed(find_days(text[: span.start], span.first[:4])):
        between = text[day.end : span.start]
        if not (_FROM_TO.fullmatch(between) or _BRACKETED.fullmatch(between)) or not _near(day, span):
            break
        if not day.first < span.first:
            break
        span = replace(span, first=day.first, start=day.start)
    return span


def _with_days_after(text: str, span: DateSpan) -> DateSpan:
    """Stretch a visit over days that are told by how they follow the first: ``and the two following days``."""
    if not span.has_day:
        return span
    days = _AND_DAYS.match(text, span.end)
    if days is not None:
        told = days["before"] or days["behind"] or days["later"]
        count = 1 if told is None else _NUMBERS.index(told.lower()) + 2
        return replace(span, last=_later(span.last, count), end=days.end())
    counted = _DAYS_FROM.search(text[: span.start]) or _FOR_DAYS.match(text, span.end)
    if counted is not None and not span.is_range:
        told = counted["count"].lower()
        count = int(told) if told.isdigit() else _NUMBERS.index(told) + 2
        return replace(span, last=_later(span.last, count - 1)) if 1 < count <= _VISIT_DAYS else span
    night = _UNTIL_NEXT.match(text, span.end)
    if night is not None and not span.is_range and not _NEW_SENTENCE.search(text[span.end : night.end()]):
        return replace(span, last=_later(span.last, 1), end=night.end())
    until = _UNTIL_DAY.match(text, span.end)
    if until is not None and not span.is_range and not _NEW_SENTENCE.search(text[span.end : until.end()]):
        return _to_day(span, int(until["day"]), until.end())
    if (day := _until_date(text, span)) is not None:
        return replace(span, last=day.last, end=day.end)
    left = _UNTIL_WEEKDAY.match(text, span.end)
    if left is None or span.is_range or re.search(r"[^\W\d]{2}\.\s+[A-Z]", text[span.end : left.end()]):
        return span
    away = (_WEEKDAYS.index(left["day"].lower()) - date.fromisoformat(span.last).weekday()) % len(_WEEKDAYS)
    return replace(span, last=_later(span.last, away), end=left.end()) if away else span


def _until_date(text: str, span: DateSpan) -> DateSpan | None:
    """Return the day without its year until which a visit lasted that began on a day."""
    until = _UNTIL.match(text, span.end)
    if until is None or span.is_range or not _BEGAN.search(text[max(0, span.start - 50) : span.start]):
        return None
    stop = text.find(". ", until.end())
    days = find_days(text[: stop if stop > 0 else len(text)], span.first[:4])
    return next((day for day in days if day.start >= until.end() and _near(span, day)), None)


def _to_day(span: DateSpan, day: int, end: int) -> DateSpan:
    """Stretch a visit to a day of the same month, or of the next where that day is past."""
    for count in range(1, _VISIT_DAYS):
        later = _later(span.last, count)
        if int(later[-2:]) == day:
            return replace(span, last=later, end=end) if count < _MONTH_DAYS else span
    return span


def _later(day: str, count: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat()


def _aside(one: DateSpan, other: DateSpan) -> bool:
    return one.end <= other.start or other.end <= one.start


def _near(span: DateSpan, later: DateSpan) -> bool:
    """Say whether a later day is within some weeks of a visit."""
    return 0 < days_between(span.last, later.last) <= _VISIT_DAYS


def last_day(
    span: DateSpan, seen: Sighting[str], title: Block[RedactedText] | None, front: Front
) -> Sighting[str] | None:
    """Return the last day: that of a range, or the day itself unless the text only says that a visit began on it."""
    if span.is_range:
        return replace(seen, value=span.last)
    if not span.has_day:
        return replace(seen, value=span.last)
    spots = [*([title] if title is not None else []), *front.furniture, *front.body[:_FIRST_BLOCKS]]
    for block in spots:
        for other in find_dates(block.text):
            if other.is_range and other.first == span.first and 0 < days_between(span.first, other.last) <= _VISIT_DAYS:
                return Sighting(other.last, block, other.start, other.end, 0.9)
    began = any(
        other.first == span.first and _BEGAN.search(block.text[max(0, other.start - 50) : other.start])
        for block in spots
        for other in find_dates(block.text)
    )
    for block in front.body[: 2 * _FIRST_BLOCKS]:
        dated = find_dates(block.text)
        undated = [day for day in find_days(block.text, span.first[:4]) if all(_aside(day, other) for other in dated)]
        for other in (*dated, *undated):
            before = block.text[max(0, other.start - 50) : other.start]
            ended = _ENDED.search(before) and not _OF_PAPERS.search(before)
            if ended and other.has_day and 0 < days_between(span.first, other.last) <= _VISIT_DAYS:
                return Sighting(other.last, block, other.start, other.end, 0.7)
    return None if began else replace(seen, value=span.last)


def days_between(first: str, last: str) -> int:
    """Count the days from one day (ISO 8601) to another."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
