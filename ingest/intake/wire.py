"""The form in which a parsed report crosses from the reader's process to ours, checked field by field on arrival."""

from __future__ import annotations

from typing import Any

from ingest.errors import ReaderCrashed, TooLarge
from ingest.intake.file import IntakeLimits
from ingest.report import BlockKind, PageAccount, ParsedBlock, ParsedReport

_KINDS = {kind.value: kind for kind in BlockKind}


def report_to_wire(report: ParsedReport) -> dict[str, Any]:
    """Return the report as lists, strings and numbers."""
    return {
        "blocks": [
            [b.kind.value, b.text, b.page, b.level, b.number, b.table, b.row, list(b.cells)] for b in report.blocks
        ],
        "pages": [report.pages.total, report.pages.text, report.pages.ocr, report.pages.blank, report.pages.failed],
        "properties": report.properties,
        "warnings": list(report.warnings),
    }


def report_from_wire(untrusted_answer: object, limits: IntakeLimits) -> ParsedReport:
    """Check an answer of the child and build the report from it.

    Raises:
        ReaderCrashed: the answer has the wrong shape.
        TooLarge: it is beyond the limits, which an honest child would have said itself.
    """
    try:
        return _build(untrusted_answer, limits)
    except (KeyError, ValueError, TypeError, IndexError, AttributeError) as error:
        raise ReaderCrashed("The reader's answer was not understood.") from error


def _build(answer: Any, limits: IntakeLimits) -> ParsedReport:
    pages = PageAccount(*(_count(number) for number in answer["pages"]))
    if pages.total != pages.text + pages.ocr + pages.blank + pages.failed:
        raise ValueError("pages")
    if len(answer["blocks"]) > limits.max_blocks or pages.total > limits.max_pages:
        raise TooLarge("The file holds more text than the limits allow.")
    blocks = []
    total = 0
    for kind, text, page, level, number, table, row, cells in answer["blocks"]:
        block = ParsedBlock(
            kind=_KINDS[kind],
            text=_words(text),
            page=_optional(page),
            level=_count(level),
            number=None if number is None else _words(number)[:100],
            table=_optional(table),
            row=_optional(row),
            cells=tuple(_words(cell) for cell in cells),
        )
        if block.page is not None and not 1 <= block.page <= max(1, pages.total):
            raise ValueError("page")
        total += len(block.text)
        blocks.append(block)
    if total > limits.max_characters:
        raise TooLarge("The file holds more text than the limits allow.")
    properties = {_words(key)[:50]: _words(value)[:2000] for key, value in list(answer["properties"].items())[:50]}
    warnings = tuple(_words(warning)[:300] for warning in answer["warnings"][:50])
    return ParsedReport(tuple(blocks), pages, properties, warnings)


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    value.encode("utf-8")  # lone surrogates would fail later, in the ledger
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("number")
    return value


def _optional(value: Any) -> int | None:
    return None if value is None else _count(value)
