"""Writing the replacements into the segments, with the way back from the output to the original."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from redaction.span import SpanType


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of an original segment to be replaced."""

    segment: int
    start: int
    end: int
    type: SpanType
    score: float
    detectors: tuple[str, ...]
    role: str | None = None


@dataclass
class Rendering:
    """One segment after redaction.

    Attributes:
        text: the output.
        cuts: per replacement its start and end in the output and in the original, in order.
    """

    text: str = field(repr=False)
    cuts: list[tuple[int, int, int, int]]

    def original(self, position: int, *, end: bool) -> int:
        """Map an offset of the output to the original; inside a replacement to its border."""
        index = bisect_right(self.cuts, (position, 1 << 60, 0, 0)) - 1
        if index < 0:
            return position
        _first, last, start, stop = self.cuts[index]
        if position < last or (end and position == last):
            return stop if end else (start if position < last else stop)
        return stop + position - last

    def replaced(self, start: int, end: int) -> bool:
        """Say whether a range of the output overlaps a replacement."""
        return any(start < last and first < end for first, last, _, _ in self.cuts)


def render(original: str, replacements: Sequence[tuple[int, int, str]]) -> Rendering:
    """Replace ranges of a segment.

    Args:
        original: the segment.
        replacements: start, end and new text, without overlaps, in any order.
    """
    pieces: list[str] = []
    cuts: list[tuple[int, int, int, int]] = []
    position = length = 0
    for start, end, new in sorted(replacements):
        pieces += (original[position:start], new)
        length += start - position
        cuts.append((length, length + len(new), start, end))
        length += len(new)
        position = end
    pieces.append(original[position:])
    return Rendering("".join(pieces), cuts)
