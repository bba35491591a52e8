"""One document as a single analysis text that remembers its segments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from redaction.normalise import Normalised, normalise

# Stands between segments: white space for patterns, but no line break within a segment.
SEPARATOR = "\x1e"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a range that lies in one segment; offsets into the original segment."""

    segment: int
    start: int
    end: int


class Manuscript:
    """The segments of a document, normalised and joined.

    Attributes:
        originals: the segments as given.
        parts: their normalised forms.
        text: the normalised segments joined by ``SEPARATOR``.
        starts: where each segment starts in ``text``.
    """

    def __init__(self, segments: Sequence[str]) -> None:
        """Normalise and join ``segments``."""
        self.originals: tuple[str, ...] = tuple(segments)
        self.parts: tuple[Normalised, ...] = tuple(
            normalise(segment.replace(SEPARATOR, " ")) for segment in self.originals
        )
        self.starts: list[int] = []
        position = 0
        for part in self.parts:
            self.starts.append(position)
            position += len(part.text) + 1
        self.text = SEPARATOR.join(part.text for part in self.parts)

    def segment_at(self, position: int) -> int:
        """Return the number of the segment that holds ``position`` of ``text``."""
        return bisect_right(self.starts, position) - 1

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Cut a range of ``text`` at segment borders and map it to the original segments."""
        found: list[Piece] = []
        index = self.segment_at(start)
        while index < len(self.parts) and self.starts[index] < end:
            part, base = self.parts[index], self.starts[index]
            first, last = max(start - base, 0), min(end - base, len(part.text))
            if first < last:
                found.append(Piece(index, *part.original(first, last)))
            index += 1
        return found
