"""Redacted text cut into runs: what was replaced, what is doubtful, what may be left, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from redaction.redactor import RedactedSpan, Redaction, Residue, ReviewItem

# Control characters could steer a terminal; nobody reads them.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)

_T = TypeVar("_T", RedactedSpan, ReviewItem, Residue)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the redacted text of one segment.

    Attributes:
        text: as it stands after redaction.
        span: what was replaced by it, else ``None``.
        doubts: why a person should look at it.
        residue: why it may still hold personal data; empty where it does not seem to.
    """

    text: str
    span: RedactedSpan | None = None
    doubts: tuple[str, ...] = ()
    residue: tuple[str, ...] = ()


def runs(redaction: Redaction, count: int) -> Iterator[list[Run]]:
    """Yield the runs of each segment.

    Args:
        redaction: of one document.
        count: segments to show, from the first.
    """
    spans, review = _by_segment(redaction.spans), _by_segment(redaction.review)
    residue = _by_segment(redaction.residue)
    for segment in range(count):
        yield _runs_of(
            redaction.segments[segment], spans.get(segment, []), review.get(segment, []), residue.get(segment, [])
        )


def displayable(text: str) -> str:
    """Return the text without characters that could steer a terminal or hide words."""
    return _CONTROLS.sub("", text)


def _by_segment(items: Iterable[_T]) -> dict[int, list[_T]]:
    held: dict[int, list[_T]] = {}
    for item in items:
        held.setdefault(item.segment, []).append(item)
    for each in held.values():
        each.sort(key=lambda item: item.start)
    return held


def _runs_of(
    text: str, spans: Sequence[RedactedSpan], review: Sequence[ReviewItem], residue: Sequence[Residue]
) -> list[Run]:
    placed: list[tuple[int, int, RedactedSpan]] = []
    shift = 0
    for span in spans:
        start = span.start + shift
        placed.append((start, start + len(span.replacement), span))
        shift += len(span.replacement) - (span.end - span.start)
    doubts = [(_moved(item.start, spans, end=False), _moved(item.end, spans, end=True), _why(item)) for item in review]
    left = [(item.start, item.end, item.why) for item in residue]
    cuts = {0, len(text)}
    for start, end, _ in (*doubts, *left):
        cuts |= {min(max(start, 0), len(text)), min(max(end, 0), len(text))}
    cuts = {cut for cut in cuts if not any(start < cut < end for start, end, _ in placed)}
    for start, end, _ in placed:
        cuts |= {start, end}
    borders = sorted(cuts)
    masked = {start: span for start, _, span in placed}
    return [
        Run(
            text[start:end],
            masked.get(start),
            tuple(dict.fromkeys(why for first, last, why in doubts if first < end and start < last)),
            tuple(dict.fromkeys(why for first, last, why in left if first < end and start < last)),
        )
        for start, end in pairwise(borders)
    ]


def _moved(position: int, spans: Sequence[RedactedSpan], *, end: bool) -> int:
    """Map an offset of the original segment to the redacted one; inside a replacement to its border."""
    shift = 0
    for span in spans:
        if position <= span.start:
            break
        grown = len(span.replacement) - (span.end - span.start)
        if position < span.end:
            return span.start + shift + (len(span.replacement) if end else 0)
        shift += grown
    return position + shift


def _why(item: ReviewItem) -> str:
    return f"{item.type}: {item.why}"
