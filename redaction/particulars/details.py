"""Quasi identifiers where none may be left: doubtful ones are masked with the sure ones, whatever lies between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from redaction.span import Span, SpanGroup
from redaction.union import Ranges

# What parts a detail from the name before or after it stays.
_EDGES: Final = " \n\t,;:–-\"“”„‘’'"


def with_details(
    text: str, spans: Sequence[Span], doubts: Sequence[Span], protected: Sequence[tuple[int, int]]
) -> list[Span]:
    """Return the spans with doubtful quasi identifiers among them, sorted and without overlaps.

    Quasi identifiers that overlap become one, of the type of the longest: what a short one leaves of a long one would
    still describe the person. Direct identifiers and earlier pseudonyms inside stay what they are.

    Args:
        text: that the offsets belong to.
        spans: to be masked already; without overlaps.
        doubts: quasi identifiers in doubt, in any order.
        protected: ranges that stay, sorted.
    """
    direct = [span for span in spans if span.type.group is SpanGroup.DIRECT]
    quasi = [span for span in (*spans, *doubts) if span.type.group is SpanGroup.QUASI]
    fixed = Ranges([*((span.start, span.end) for span in direct), *protected])
    cut = [piece for span in _merged(quasi) for piece in _pieces(text, span, fixed)]
    return sorted([*direct, *cut], key=lambda span: span.start)


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    longest = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        length = span.end - span.start
        if merged and span.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Span(
                last.start,
                max(last.end, span.end),
                span.type if length > longest else last.type,
                max(last.score, span.score),
                tuple(sorted({*last.detectors, *span.detectors})),
            )
            longest = max(longest, length)
        else:
            merged.append(span)
            longest = length
    return merged


def _pieces(text: str, span: Span, fixed: Ranges) -> list[Span]:
    """Return what of a span lies beside the fixed ranges and has a letter or digit."""
    found: list[Span] = []
    start = span.start
    for first, last in [*fixed.touching(span.start, span.end), (span.end, span.end)]:
        piece = text[start:first]
        if any(map(str.isalnum, piece)):
            low = start + len(piece) - len(piece.lstrip(_EDGES))
            high = low + len(piece.strip(_EDGES))
            # A pattern that stops after so many letters may stop within a word.
            while first == span.end and text[high - 1].isalnum() and text[high : high + 1].isalnum():
                high += 1
            found.append(replace(span, start=low, end=high))
        start = max(start, last)
    return found
