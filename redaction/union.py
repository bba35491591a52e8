"""Uniting the spans of all detectors into one set without overlaps."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace

from redaction.span import Span, SpanGroup, SpanType

# Highest risk first: it names the union of direct spans that overlap without one holding the other.
_RISK = (
    SpanType.NAME, SpanType.ID, SpanType.CONTACT, SpanType.ADDRESS, SpanType.DOB, SpanType.CELL, SpanType.PLATE,
    SpanType.NATIONALITY, SpanType.HEALTH_RARE, SpanType.ROLE_UNIQUE, SpanType.AGE, SpanType.DATE_PERSONAL,
    SpanType.INDIRECT,
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_RISK)}


class Ranges:
    """Ranges without overlaps, in order; the question what touches a range costs a binary search."""

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        """Take ranges in any order."""
        self._ranges = sorted(ranges)

    def add(self, start: int, end: int) -> None:
        """Take in one more."""
        insort(self._ranges, (start, end))

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the ranges that share a character with ``start:end``, in order."""
        index = max(0, bisect_left(self._ranges, (start, start)) - 1)
        found: list[tuple[int, int]] = []
        while index < len(self._ranges) and self._ranges[index][0] < end:
            if self._ranges[index][1] > start:
                found.append(self._ranges[index])
            index += 1
        return found


def unite(spans: Iterable[Span], protected: Sequence[tuple[int, int]] = ()) -> list[Span]:
    """Return spans without overlaps, sorted.

    Direct spans that overlap become one span: of the type of the one that holds all others, else of the highest risk.
    A quasi identifier gives way to a direct one. Nothing inside ``protected`` ranges (earlier pseudonyms) survives.

    Args:
        spans: of one text, in any order.
        protected: ranges that stay, sorted.
    """
    guard = Ranges(protected)
    free = [span for span in spans if not guard.touching(span.start, span.end)]
    direct = _merge([span for span in free if span.type.group is SpanGroup.DIRECT])
    quasi: list[Span] = []
    taken = Ranges()
    for span in sorted(free, key=lambda span: (_RANK[span.type], -(span.end - span.start))):
        if span.type.group is SpanGroup.QUASI and not taken.touching(span.start, span.end):
            quasi.append(span)
            taken.add(span.start, span.end)
    kept = _apart(quasi, direct)
    return sorted([*direct, *kept], key=lambda span: span.start)


def _merge(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if merged and span.start < merged[-1].end:
            merged[-1] = _join(merged[-1], span)
        else:
            merged.append(span)
    return merged


def _join(first: Span, second: Span) -> Span:
    start, end = first.start, max(first.end, second.end)
    if second.end <= first.end and (first.start, first.end) != (second.start, second.end):
        kind = first.type
    elif second.start == first.start and second.end > first.end:
        kind = second.type
    else:
        kind = min(first.type, second.type, key=_RANK.__getitem__)
    named = first if first.type is kind else second
    return Span(
        start,
        end,
        kind,
        max(first.score, second.score),
        tuple(sorted({*first.detectors, *second.detectors})),
        named.role or first.role or second.role,
    )


def _apart(quasi: list[Span], direct: list[Span]) -> list[Span]:
    """Drop quasi identifiers that direct ones cover; shorten those that they touch at one side."""
    kept: list[Span] = []
    ranges = Ranges((other.start, other.end) for other in direct)
    for span in quasi:
        touching = ranges.touching(span.start, span.end)
        if not touching:
            kept.append(span)
            continue
        start = max([span.start, *(last for first, last in touching if first <= span.start)])
        end = min([span.end, *(first for first, _ in touching if first > span.start)])
        if end - start > 3:
            kept.append(replace(span, start=start, end=end))
    return kept
