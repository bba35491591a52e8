"""Builds redacted reports out of lines, for tests of structure, metadata and register."""

from __future__ import annotations

from dataclasses import replace

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register.extraction import extract_register
from ingest.report import BlockKind, ParsedBlock, ParsedReport, Report
from ingest.structure.parsing import relocate, structure
from redaction.text import RedactedText, public_text


def parsed(*lines: str) -> ParsedReport:
    """Read lines: ``# `` heading, ``- `` item, ``^ `` header, ``| a | b`` a row (a new table after any other line)."""
    blocks: list[ParsedBlock] = []
    table, row = 0, 0
    for line in lines:
        if line.startswith("| "):
            table, row = (table, row + 1) if blocks and blocks[-1].table else (table + 1, 0)
            cells = tuple(cell.strip() for cell in line[2:].split(" | "))
            blocks.append(ParsedBlock(BlockKind.TABLE_ROW, " | ".join(cells), None, 0, None, table, row, cells))
            continue
        kinds = {"# ": BlockKind.HEADING, "- ": BlockKind.LIST_ITEM, "^ ": BlockKind.HEADER}
        kind = kinds.get(line[:2], BlockKind.PARAGRAPH)
        blocks.append(ParsedBlock(kind, line[2:] if line[:2] in kinds else line, None))
    return ParsedReport(tuple(blocks))


def register_of(*lines: str, metadata: Metadata, kind: DocumentKind = DocumentKind.VISIT_REPORT) -> list[RegisterEntry]:
    """Read the register of a report of lines."""
    return list(extract_register(report(*lines), "d-1", kind, metadata))


def report(*lines: str) -> Report[RedactedText]:
    """Structure lines and admit them as redacted; the lines hold no person."""
    built = structure(parsed(*lines))
    blocks = tuple(
        replace(
            block,
            text=public_text(block.text),
            cells=tuple(public_text(cell) for cell in block.cells),
            heading_path=tuple(public_text(heading) for heading in block.heading_path),
        )
        for block in built.blocks
    )
    return relocate(Report(blocks, built.pages, built.warnings))  # type: ignore[arg-type]
