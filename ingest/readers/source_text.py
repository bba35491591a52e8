"""The text of one file as segments with their places, for redaction without storing anything."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BLANK_LINES = re.compile(r"(\n[^\S\n]*)+\n")


@dataclass(frozen=True, slots=True)
class SourceText:
    """Text in segments; ``"".join(segment + separator ...)`` is the whole text that was read.

    Attributes:
        segments: un-redacted paragraphs or blocks; kept in memory only, hidden from ``repr``.
        starts: offset of each segment in the whole text, code points.
        separators: the white space after each segment.
    """

    segments: tuple[str, ...] = field(repr=False)
    starts: tuple[int, ...]
    separators: tuple[str, ...]


def decoded(untrusted_bytes: bytes) -> str:
    """Decode text as the readers do, with its line ends as they are: offsets are those of the file."""
    from ingest.readers.decoding import characters

    return characters(untrusted_bytes)[0]


def split_paragraphs(text: str) -> SourceText:
    """Cut text at blank lines, losing no character."""
    segments: list[str] = []
    starts: list[int] = []
    separators: list[str] = []
    at = 0
    for gap in _BLANK_LINES.finditer(text):
        segments.append(text[at : gap.start()])
        starts.append(at)
        separators.append(gap.group())
        at = gap.end()
    segments.append(text[at:])
    starts.append(at)
    separators.append("")
    return SourceText(tuple(segments), tuple(starts), tuple(separators))


def joined(blocks: list[str]) -> SourceText:
    """Lay blocks out with a blank line between them."""
    starts: list[int] = []
    at = 0
    for block in blocks:
        starts.append(at)
        at += len(block) + 2
    return SourceText(tuple(blocks), tuple(starts), tuple(["\n\n"] * len(blocks)))
