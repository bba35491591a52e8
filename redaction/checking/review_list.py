"""The list of what a person should look at, without what says the same place twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from redaction.rendering import Mark
from redaction.result import ReviewItem
from redaction.span import SpanGroup, SpanType
from redaction.union import Ranges

_LANGUAGE = "LANGUAGE"
_QUASI = frozenset(kind.value for kind in SpanType if kind.group == "quasi")


def condensed(
    items: Iterable[ReviewItem], marks: Iterable[Mark] = (), originals: Sequence[str] = ()
) -> tuple[ReviewItem, ...]:
    """Return items in order of place, those left out that lie inside another one of quasi identifiers.

    The longer phrase shows the person all that the shorter one would show, and a mask on it covers both. Doubts about
    direct identifiers stay, wherever they lie: they may want another answer than the phrase around them. What is
    masked to the last letter as part of a direct identifier asks nothing of anybody; what a quasi identifier covers
    may, since some are generalised.

    Args:
        items: in any order.
        marks: what is masked.
        originals: the segments that both belong to.
    """
    masked: dict[int, Ranges] = {}
    for mark in marks:
        if mark.type.group is SpanGroup.DIRECT:
            masked.setdefault(mark.segment, Ranges()).add(mark.start, mark.end)
    items = [item for item in items if not _gone(item, masked, originals)]
    kept: list[ReviewItem] = []
    for item in sorted(items, key=lambda item: (item.segment, item.start, -item.end)):
        if item.type in _QUASI and any(
            other.segment == item.segment and item.end <= other.end and other.type in _QUASI
            for other in reversed(kept[-6:])
        ):
            continue
        kept.append(item)
    return tuple(kept)


def _gone(item: ReviewItem, masked: Mapping[int, Ranges], originals: Sequence[str]) -> bool:
    """Say whether every letter and digit of an item is masked."""
    if item.segment not in masked or item.type == _LANGUAGE:
        return False
    ranges = masked[item.segment].touching(item.start, item.end)
    return bool(ranges) and all(
        not char.isalnum() or any(start <= place < end for start, end in ranges)
        for place, char in enumerate(originals[item.segment][item.start : item.end], item.start)
    )
