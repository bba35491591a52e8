"""The list of what a person should look at, without what says the same place twice."""

from __future__ import annotations

from collections.abc import Iterable

from redaction.rendering import Rendering
from redaction.residue import Leftover
from redaction.result import ReviewItem
from redaction.span import SpanType

_QUASI = frozenset(kind.value for kind in SpanType if kind.group == "quasi")


def condensed(items: Iterable[ReviewItem]) -> tuple[ReviewItem, ...]:
    """Return items in order of place, those left out that lie inside another one of quasi identifiers.

    The longer phrase shows the person all that the shorter one would show, and a mask on it covers both. Doubts about
    direct identifiers stay, wherever they lie: they may want another answer than the phrase around them.
    """
    kept: list[ReviewItem] = []
    for item in sorted(items, key=lambda item: (item.segment, item.start, -item.end)):
        if item.type in _QUASI and any(
            other.segment == item.segment and item.end <= other.end and other.type in _QUASI
            for other in reversed(kept[-6:])
        ):
            continue
        kept.append(item)
    return tuple(kept)


def from_leftover(segment: int, left: Leftover, rendering: Rendering) -> ReviewItem:
    """Return what the second pass doubts, at its place in the original.

    Args:
        segment: it stands in.
        left: with offsets of the output.
        rendering: of the segment.
    """
    start, end = rendering.original(left.start, end=False), rendering.original(left.end, end=True)
    return ReviewItem(segment, start, end, left.type.value, left.why)
