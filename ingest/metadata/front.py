"""The front of a document: its running heads, its first blocks and its last ones, where it speaks of itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ingest.report import FURNITURE_KINDS, Block, BlockKind, Report
from redaction.text import RedactedText

_ASIDE = (BlockKind.FOOTNOTE, BlockKind.COMMENT)
_OPENING, _COVER, _COLOPHON = 14, 8, 8
_SHORT_LINE = 160


@dataclass(frozen=True)
class Front:
    """A report seen from its front; all blocks are redacted."""

    report: Report[RedactedText]

    @cached_property
    def furniture(self) -> tuple[Block[RedactedText], ...]:
        """Running heads and feet."""
        return tuple(block for block in self.report.blocks if block.kind in FURNITURE_KINDS)

    @cached_property
    def body(self) -> tuple[Block[RedactedText], ...]:
        """All other blocks, in reading order."""
        return tuple(block for block in self.report.blocks if block.kind not in FURNITURE_KINDS)

    @cached_property
    def prose(self) -> tuple[Block[RedactedText], ...]:
        """The body without footnotes and comments."""
        return tuple(block for block in self.body if block.kind not in _ASIDE)

    @property
    def opening(self) -> tuple[Block[RedactedText], ...]:
        """The first blocks of the body: cover, title, facts, first paragraphs."""
        return self.body[:_OPENING]

    @property
    def cover(self) -> tuple[Block[RedactedText], ...]:
        """The short lines among the first blocks."""
        return tuple(b for b in self.body[:_COVER] if len(b.text) <= _SHORT_LINE and b.table is None)

    @property
    def colophon(self) -> tuple[Block[RedactedText], ...]:
        """The last blocks of the prose, where many bodies print who published, and when."""
        return self.prose[-_COLOPHON:]

    @cached_property
    def text(self) -> str:
        """The whole text, a block on each line."""
        return "\n".join(str.__str__(block.text) for block in self.report.blocks)
