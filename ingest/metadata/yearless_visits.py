"""Visits whose day is printed without its year: the year stands before it, or is that of the document's own day."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.dates import DateSpan
from ingest.metadata.front import Front
from ingest.metadata.printed_dates import find_dates, find_days
from ingest.metadata.visit_scores import VISITING, score_of
from ingest.report import Block
from redaction.text import RedactedText

_DAY_OF_MONTH = r"\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_BETWEEN_DAYS = re.compile(
    rf"\b(?:[Bb]etween|[Ff]rom)\s+(?P<first>{_DAY_OF_MONTH})\s+(?:and|to|"
    rf"until)\s+(?P<last>{_DAY_OF_MONTH})\b(?!,?\s+\d)"
)
_IN_YEAR = re.compile(
    r"(?:\d[\d.]*\s+)?In (?:the (?:spring|summer|autumn|winter|course|first half|second half|year|months?) (?:of )?)?"
    r"(?P<year>(?:19|20)\d\d)\b"
)
_NEARBY, _FIRST_BLOCKS = 120, 20
_OF_VISITORS = re.compile(
    r"\b(?:visit\w*|inspect\w*|monitor\w*|delegation|team|we (?:were|went|came|called))\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:will|shall|next|planned|scheduled|intend\w*|deadline|due|no later than|until)\b", re.IGNORECASE
)
_LEAST, _SURE, _LATER = 4.5, 4.0, 0.15
_FIRST_LINES = 10


def of_year_of_document(
    title: Block[RedactedText] | None, front: Front, published: str
) -> tuple[float, DateSpan, Block[RedactedText]] | None:
    """Read ``we visited you on 20 and 21 January`` in a letter of February 2021: the last such day before it.

    Args:
        title: the block that prints the title.
        front: the document.
        published: the day or month of the document, ISO 8601.
    """
    best: tuple[float, DateSpan, Block[RedactedText]] | None = None
    spots = [*([title] if title is not None else []), *front.body[:_FIRST_LINES]]
    for place, block in enumerate(spots):
        dated = find_dates(block.text)
        for read in find_days(block.text, published[:4]):
            if any(read.start < other.end and other.start < read.end for other in dated):
                continue
            day = _a_year_earlier(read) if read.last[: len(published)] > published else read
            score = score_of(block.text, day) if day is not None else 0.0
            if day is None or score < _SURE or (best is not None and score - _LATER * place <= best[0]):
                continue
            sentence = _sentence(block.text, day)
            years = set(re.findall(r"\b(?:19|20)\d\d\b", sentence))
            if years <= {day.first[:4]} and _OF_VISITORS.search(sentence) and not _TO_COME.search(sentence):
                best = (score - _LATER * place, day, block)
    return best


def of_month(
    title: Block[RedactedText] | None, front: Front, month: str
) -> tuple[float, DateSpan, Block[RedactedText]] | None:
    """Read ``it lasted from 5 to 8 March`` where the visit is known to be of March 2018, ISO 8601."""
    for block in (*([title] if title is not None else []), *front.body[:_FIRST_BLOCKS]):
        for day in find_days(block.text, month[:4]):
            if day.first.startswith(month) and score_of(block.text, day) >= _SURE:
                return _LEAST, day, block
    return None


def _a_year_earlier(day: DateSpan) -> DateSpan | None:
    if "02-29" in day.first + day.last:
        return None
    first, last = (f"{int(iso[:4]) - 1}{iso[4:]}" for iso in (day.first, day.last))
    return replace(day, first=first, last=last)


def _sentence(text: str, day: DateSpan) -> str:
    before = re.split(r"[^\W\d]{2}[.;]\s+(?=[A-Z])", text[: day.start])[-1]
    return before + re.split(r"[^\W\d]{2}[.;]\s+(?=[A-Z])", text[day.end :])[0]


def of_year_before(front: Front) -> tuple[float, DateSpan, Block[RedactedText]] | None:
    """Read ``In 2023 the Board chose ...; between 3 May and 9 June it visited``: the year stands before the days."""
    for block in front.body[:_FIRST_BLOCKS]:
        for days in _BETWEEN_DAYS.finditer(block.text):
            years = re.findall(r"\b[Ii]n ((?:19|20)\d\d)\b", block.text[: days.start()])
            visits = VISITING.search(re.split(r"[.;]\s", block.text[days.end() :])[0][:_NEARBY])
            read = (
                find_dates(f"{days['first']} to {days['last']} {years[-1]}") if len(set(years)) == 1 and visits else ()
            )
            if len(read) == 1:
                return _LEAST, replace(read[0], start=days.start(), end=days.end()), block
        if (listed := _bracketed(block.text)) is not None:
            return _LEAST, listed, block
    return None


def _bracketed(text: str) -> DateSpan | None:
    """Read ``In the autumn of 2023 we visited Elm Prison (2-4 October) and Oak Prison (30 October)``."""
    opened = _IN_YEAR.match(text)
    sentence = re.split(r"[^\W\d]{2}[.;]\s+(?=[A-Z])", text)[0]
    if opened is None or not VISITING.search(sentence) or len(re.findall(r"\b(?:19|20)\d\d\b", sentence)) > 1:
        return None
    days = [day for day in find_days(sentence, opened["year"]) if re.match(r"\)", sentence[day.end :])]
    if not days or any(sentence[: day.start].rstrip("on ")[-1:] != "(" for day in days):
        return None
    return DateSpan(days[0].start, days[-1].end, days[0].first, max(day.last for day in days))
