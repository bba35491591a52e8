"""A value that was read from a document, with the place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.passage import FieldEvidence
from ingest.report import Block
from redaction.text import RedactedText

T = TypeVar("T")

_SENTENCE_ENDS = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s+(?=[A-Z\[\"“])|(?<=\d[.!?])\s+(?=[A-Z\[\"“])")
_LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class Sighting(Generic[T]):
    """A value, the block that it was read from, and how sure the reading is.

    Attributes:
        block: ``None`` where no single block prints it.
        start: offset in the block's text of the words read.
        end: offset behind them.
        confidence: 0 to 1, the confidence of the rule that read it.
    """

    value: T
    block: Block[RedactedText] | None
    start: int
    end: int
    confidence: float

    def evidence(self, field: str) -> FieldEvidence:
        """Return the sentence that holds the words read, or the words themselves where it is long."""
        if self.block is None:
            return FieldEvidence(field, None, "", self.confidence)
        start, end = _sentence(self.block.text, self.start, self.end)
        return FieldEvidence(field, self.block.text.part(start, end), self.block.locator, self.confidence)


def whole(value: T, block: Block[RedactedText], confidence: float) -> Sighting[T]:
    """Return a value that was read from a block as a whole."""
    return Sighting(value, block, 0, len(block.text), confidence)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to its sentence; keep to some words around it where the sentence is long."""
    gaps = [0, *(gap.end() for gap in _SENTENCE_ENDS.finditer(text)), len(text)]
    first = max(gap for gap in gaps if gap <= start)
    last = min((gap for gap in gaps if gap >= end), default=len(text))
    if last - first > _LONGEST_QUOTE:
        end = min(end, start + _LONGEST_QUOTE)
        spare = (_LONGEST_QUOTE - (end - start)) // 2
        first, last = max(first, start - spare), min(last, end + spare)
        # At white space, so that no word is cut.
        first = text.find(" ", first, start) + 1 or start if first and text[first - 1] != " " else first
        last = text.rfind(" ", end, last) if last < len(text) and text.rfind(" ", end, last) > 0 else last
        if last < len(text) and not text[last : last + 1].isspace() and text[last - 1 : last].isalnum():
            last = end
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
