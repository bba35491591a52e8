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
        while end - 1 > start and text[end - 1].isspace():
            end -= 1
        if span.type is not SpanType.NAME and text[end - 1] == "." and _SENTENCE_AFTER.match(text, end):
            end -= 1
        while start < end - 1 and text[start].isspace():
            start += 1
        trimmed.append(span if (start, end) == (span.start, span.end) else replace(span, start=start, end=end))
    return trimmed


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
