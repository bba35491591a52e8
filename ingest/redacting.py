"""A structured report through redaction: every string of it, so that no part slips by."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from ingest.ledger.rows import HeldItem
from ingest.report import Block, Report
from ingest.structure.parsing import relocate
from redaction.checking.decisions import Decisions
from redaction.checking.doubts import Doubt, doubts
from redaction.redactor import Redaction, Redactor
from redaction.text import RedactedText

_CELL = " | "
# A locator that quotes a heading; in a document that is held, nothing of the text is stored, headings neither.
_QUOTING = re.compile(r"section: ")


@dataclass(frozen=True, slots=True)
class RedactedReport:
    """A report after redaction, with what a person should look at.

    Attributes:
        originals: the segments before redaction, in memory only.
        doubts: what a person should look at, one for each surface; residue exactly if the redaction is not clean.
        items: the same for the ledger, in the same order, without anything of the text.
    """

    report: Report[RedactedText]
    redaction: Redaction
    originals: tuple[str, ...] = field(repr=False)
    doubts: tuple[Doubt, ...]
    items: tuple[HeldItem, ...]


def redact_report(
    report: Report[str], redactor: Redactor, decisions: Decisions | None = None, *, everything: bool = False
) -> RedactedReport:
    """Redact blocks and heading paths as one document, then build locators anew (they may quote a heading).

    Args:
        report: as structured.
        redactor: with its policy.
        decisions: of people, on this document.
        everything: count every masked span among the doubts.

    Raises:
        RedactionError: the document must be held.
    """
    texts = [block.text for block in report.blocks]
    # Headings stand among the blocks already; a part of one, or a long label, is redacted by itself.
    paths = (heading for block in report.blocks for heading in block.heading_path)
    labels = (text for block in report.blocks for text in (block.label, block.number) if text and _wordy(text))
    title = (report.title,) if report.title else ()
    known = set(texts)
    further = [text for text in dict.fromkeys((*title, *paths, *labels)) if text not in known]
    decided = Decisions(b"") if decisions is None else decisions
    redaction = redactor.redact([*texts, *further], decided)
    masked = dict(zip([*further, *texts], (*redaction.segments[len(texts) :], *redaction.segments), strict=False))
    blocks = tuple(_redacted(block, redaction.segments[place], masked) for place, block in enumerate(report.blocks))
    clean = relocate(Report(blocks, report.pages, report.warnings, masked[report.title] if report.title else None))
    originals = (*texts, *further)
    found = doubts(originals, redaction, decided.surfaces, redactor.review_threshold, everything=everything)
    return RedactedReport(clean, redaction, originals, found, tuple(_item(doubt, clean, redaction) for doubt in found))


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


def _item(doubt: Doubt, clean: Report[RedactedText], redaction: Redaction) -> HeldItem:
    place = doubt.places[0]
    block = clean.blocks[place.segment] if place.segment < len(clean.blocks) else None
    locator = block.locator if block else "a heading"
    count = doubt.times
    if not redaction.clean:
        if _QUOTING.match(locator):
            locator = f"p. {block.page}" if block and block.page else "an unnumbered paragraph"
        return HeldItem(doubt.type, doubt.why, locator, count, doubt.standing.value, item=_name(doubt))
    ordinal = place.segment if block else None
    # A heading or label apart from the blocks has no offsets in a stored block.
    first, last = (place.first, place.last) if block else (0, 0)
    return HeldItem(doubt.type, doubt.why, locator, count, doubt.standing.value, ordinal, first, last, _name(doubt))


def _name(doubt: Doubt) -> str:
    """Return a short hash that tells a doubt from the others of its document; the digest in it is keyed."""
    return hashlib.sha256(f"{doubt.standing}|{doubt.type}|{doubt.digest}".encode()).hexdigest()[:16]
