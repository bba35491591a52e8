"""The whole of what a detector has found in part: a date with its day of the week, an illness with what goes with it."""  # noqa: E501

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from redaction.growth import grow
from redaction.lexicon import Lexicon
from redaction.papers import with_prefix
from redaction.span import Span, SpanType

# "a Ghanaian national": the word says no more without its nationality.
_NATIONAL: Final = re.compile(r" (?:national|citizen)\b")
# "Tuesday 3 May at 4.50 a.m.", "3 to 4 June".
_DAY_BEFORE: Final = re.compile(
    r"(?:\b(?:[Tt]he\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?|(?<![\w.])\d{1,2}(?:st|nd|rd|th)?\s?(?:to|and|or|–|-|/)\s?)$"
)
_TIME_AFTER: Final = re.compile(
    r",?\s(?:at|around|about|before|after)\s(?:about\s)?\d{1,2}(?:[.:h]\d\d)?(?:\s?[ap]\.?m\b\.?|\s?h(?:rs|ours)?\b)?(?!\w)"
)
_DIGIT_FIRST: Final = re.compile(r"\d")
# "a suspected", "with a leg ulcer", "in crisis".
_KIND_BEFORE: Final = re.compile(
    r"(?:\ban?\s)?\b(?:suspected|severe|advanced|acute|chronic|active|possible|probable|untreated|familial|congenital|early|late|end-stage|juvenile|"
    r"hereditary|inherited|rare|terminal|recurrent|drug-resistant|multi-drug-resistant)\s$"
)
_WITH_AFTER: Final = re.compile(
    r"\s(?:with|complicated by|in|of|affecting)\s(?:an?\s|the\s|his\s|her\s|both\s)?(?:[a-z-]{3,}\s){0,2}[a-z-]{3,}(?=[.,;:)]|$)"  # noqa: E501
)
_REACH: Final = 40


def whole(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Return a span with the words beside it that belong to it, by its type.

    Args:
        text: of the manuscript.
        span: found in it.
        lexicon: word lists.
    """
    start, end = span.start, span.end
    before = max(0, start - _REACH)
    if span.type is SpanType.NAME:
        start, end = grow(text, start, end, lexicon)
    elif span.type is SpanType.ID:
        start = with_prefix(text, start, lexicon)
    elif span.type is SpanType.NATIONALITY and (after := _NATIONAL.match(text, end)):
        end = after.end()
    elif span.type is SpanType.DATE_PERSONAL:
        if _DIGIT_FIRST.match(text, start) and (day := _DAY_BEFORE.search(text, before, start)):
            start = day.start()
        if time := _TIME_AFTER.match(text, end, end + _REACH):
            end = time.end()
    elif span.type is SpanType.HEALTH_RARE:
        if kind := _KIND_BEFORE.search(text, before, start):
            start = kind.start()
        if more := _WITH_AFTER.match(text, end):
            end = more.end()
    return replace(span, start=start, end=end)
