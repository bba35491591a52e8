"""Where a span begins and ends: without the full stop of the sentence, and one span for one illness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from redaction.span import Span, SpanType

_SENTENCE_AFTER: Final = re.compile(r"\s*(?:[\n\x1e]|$|[\"“”’)]|[A-ZÀ-Þ\[])")
_LEADING: Final = re.compile(r"(?:with|from|of|has|had|having|and)\s+")
_BESIDE: Final = re.compile(r"\s?")
# What stays before a number or an age, so that the sentence remains one: "no. [ID]", "A [30- to 39-year-old] man".
_STAYS: Final = {
    SpanType.ID: re.compile(r"(?:[Nn]o|[Nn]r|[Nn]um|[Nn]umber|№|[Nn][º°])\b\.?:?\s+(?=\S)|#\s?(?=\S)"),
    SpanType.AGE: re.compile(r"(?:[Aa]n?|[Tt]he)\s+(?=\S)"),
}
# "12/2024 u/s 379": the section of the law behind a number.
_SECTION_AFTER: Final = re.compile(r",?\s(?:u/s|r/w|under\s[Ss]ections?|under\s[Aa]rticles?)\b.*$", re.DOTALL)
# "Example⏎Vorname: ...": a name that runs into the label of the next line.
_INTO_LABEL: Final = re.compile(r"\s*\n\s*(?:[^\W\d_][\w.'’-]*\s?){1,3}$")
_LABEL_ENDS: Final = re.compile(r"[\w.'’()/-]{0,16}(?:\s[\w.'’()/-]{1,12}){0,2}\s?:(?!//)")


def bordered(text: str, spans: Iterable[Span], illnesses: Sequence[tuple[int, int]]) -> list[Span]:
    """Return the spans without spaces and the full stop of a sentence at their end, illnesses in one piece.

    Args:
        text: of the manuscript.
        spans: in any order.
        illnesses: ranges that name one illness each.
    """
    trimmed: list[Span] = []
    for span in spans:
        start, end = span.start, span.end
        if span.type is SpanType.HEALTH_RARE:
            for first, last in illnesses:
                if first < end and start < last:
                    start, end = min(start, first), max(end, last)
            leading = _LEADING.match(text, start, end)
            start = leading.end() if leading else start
        else:
            start, end = _without_labels(text, span)
        while end - 1 > start and text[end - 1].isspace():
            end -= 1
        if span.type is not SpanType.NAME and text[end - 1] == "." and _SENTENCE_AFTER.match(text, end):
            end -= 1
        while start < end - 1 and text[start].isspace():
            start += 1
        trimmed.append(span if (start, end) == (span.start, span.end) else replace(span, start=start, end=end))
    return trimmed


def _without_labels(text: str, span: Span) -> tuple[int, int]:
    """Return a span without words at its ends that the sentence or the form needs."""
    start, end = span.start, span.end
    if span.type in _STAYS and (stays := _STAYS[span.type].match(text, start, end)):
        start = stays.end()
    if span.type is SpanType.ID and (section := _SECTION_AFTER.search(text, start, end)) and section.start() > start:
        end = section.start()
    if span.type is SpanType.NAME and "\n" in text[start:end] and _LABEL_ENDS.match(text, end):
        into = _INTO_LABEL.search(text, start, end)
        end = into.start() if into and into.start() > start else end
    return start, end


def joined_illnesses(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the spans, illnesses that nothing or a space parts as one.

    Args:
        text: of the manuscript.
        spans: sorted, without overlaps.
    """
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.type is span.type is SpanType.HEALTH_RARE
            and _BESIDE.fullmatch(text, last.end, span.start)
        ):
            joined[-1] = replace(last, end=span.end, score=max(last.score, span.score))
        else:
            joined.append(span)
    return joined
