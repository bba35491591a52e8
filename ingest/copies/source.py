"""A file read for a redacted copy: its text with offsets, and its structure where the format has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ingest.copies.sheet import is_plain_number
from ingest.intake.file import IntakeLimits, UntrustedFile, take_in
from ingest.intake.sandbox import read_in_sandbox
from ingest.intake.sniff import Media
from ingest.readers.source_text import SourceText, decoded, joined, split_paragraphs
from ingest.report import ParsedReport, Report
from ingest.structure.parsing import structure

Read = Callable[[UntrustedFile, IntakeLimits], ParsedReport]


@dataclass(frozen=True, slots=True)
class Source:
    """An original in memory; un-redacted.

    Attributes:
        media: its format, told by its content.
        text: what redaction reads; offsets into it are those of the command's JSON.
        further: numbers that are more than a number; they are redacted with the document, after its segments.
        report: its blocks, one for each segment of ``text``; ``None`` for plain text and Markdown, whose segments are
            the paragraphs of the file itself.
    """

    media: Media
    text: SourceText
    further: tuple[str, ...] = field(default=(), repr=False)
    report: Report[str] | None = field(default=None, repr=False)

    @property
    def segments(self) -> tuple[str, ...]:
        """What to give to the redactor, as one document."""
        return (*self.text.segments, *self.further)


def read_source(path: Path, limits: IntakeLimits | None = None, read: Read = read_in_sandbox) -> Source:
    """Read a file for redaction.

    For plain text and Markdown the offsets are those of the decoded file; for other formats, of its blocks joined by
    blank lines.

    Args:
        path: a regular file.
        limits: limits to hold to; the defaults where ``None``.
        read: parses one untrusted file; the sandbox outside tests.

    Raises:
        IngestError: the file is refused, with its reason.
    """
    limits = limits or IntakeLimits()
    file = take_in(path, limits)
    if file.media in {"text", "markdown"}:
        return Source(file.media, split_paragraphs(decoded(file.untrusted_bytes)))
    report = structure(read(file, limits))
    further = dict.fromkeys(
        block.number for block in report.blocks if block.number and not is_plain_number(block.number)
    )
    return Source(file.media, joined([block.text for block in report.blocks]), tuple(further), report)
