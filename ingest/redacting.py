"""A structured report through redaction: every string of it, so that no part slips by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.ledger_rows import HeldItem
from ingest.report import Block, Report
from ingest.structure import relocate
from redaction.redactor import Redaction, Redactor
from redaction.text import RedactedText

_CELL = " | "


@dataclass(frozen=True, slots=True)
class RedactedReport:
    """A report after redaction, with what a person should look at.

    Attributes:
        residue: places that may still hold personal data; empty exactly if the redaction is clean.
        doubts: places that were masked or left with doubt.
    """

    report: Report[RedactedText]
    redaction: Redaction
    residue: tuple[HeldItem, ...]
    doubts: tuple[HeldItem, ...]


def redact_report(report: Report[str], redactor: Redactor) -> RedactedReport:
    """Redact blocks and heading paths as one document, then build locators anew (they may quote a heading).

    Raises:
        RedactionError: the document must be held.
    """
    texts = [block.text for block in report.blocks]
    # Headings stand among the blocks already; a part of one, or a long label, is redacted by itself.
    paths = (heading for block in report.blocks for heading in block.heading_path)
    labels = (text for block in report.blocks for text in (block.label, block.number) if text and _wordy(text))
    title = (report.title,) if report.title else ()
    further = [text for text in dict.fromkeys((*title, *paths, *labels)) if text not in set(texts)]
    redaction = redactor.redact([*texts, *further])
    masked = dict(zip([*further, *texts], (*redaction.segments[len(texts) :], *redaction.segments), strict=False))
    blocks = tuple(_redacted(block, redaction.segments[place], masked) for place, block in enumerate(report.blocks))
    clean = relocate(Report(blocks, report.pages, report.warnings, masked[report.title] if report.title else None))
    locators = [block.locator for block in clean.blocks]

    def place_of(segment: int) -> str:
        return locators[segment] if segment < len(locators) else "a heading"

    residue = _items(("residue", item.why, place_of(item.segment)) for item in redaction.residue)
    doubts = _items((str(item.type), item.why, place_of(item.segment)) for item in redaction.review)
    return RedactedReport(clean, redaction, residue, doubts)


def _wordy(text: str) -> bool:
    """Say whether a label or number is long enough to hold more than a word of the trade and a number."""
    return len(text) > 24


def _redacted(block: Block[str], text: RedactedText, masked: dict[str, RedactedText]) -> Block[RedactedText]:
    return Block(
        kind=block.kind,
        text=text,
        locator="",
        page=block.page,
        level=block.level,
        number=masked.get(block.number or "", block.number),
        label=masked.get(block.label or "", block.label),
        table=block.table,
        row=block.row,
        cells=_cells(block, text),
        heading_path=tuple(masked[heading] for heading in block.heading_path),
    )


def _cells(block: Block[str], text: RedactedText) -> tuple[RedactedText, ...]:
    """Cut the redacted row at its cell marks; the whole row as one cell where a mark itself was masked."""
    if not block.cells:
        return ()
    starts = [0]
    while (mark := text.find(_CELL, starts[-1])) >= 0:
        starts.append(mark + len(_CELL))
    if len(starts) != len(block.cells):
        return (text,)
    ends = [start - len(_CELL) for start in starts[1:]] + [len(text)]
    return tuple(text.part(start, end) for start, end in zip(starts, ends, strict=True))


def _items(found: Iterable[tuple[str, str, str]]) -> tuple[HeldItem, ...]:
    counted = Counter(found)
    return tuple(HeldItem(type=kind, why=why, locator=locator, count=n) for (kind, why, locator), n in counted.items())
