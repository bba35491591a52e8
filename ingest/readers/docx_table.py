"""Rows and cells of a Word table, through the wrappers of content controls and tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.readers.docx_text import local, q, value

_MOST_COLUMNS = 63  # Word's own limit; a file may state any number


def rows_of(table: Any) -> Iterator[Any]:
    """Yield every ``w:tr`` of a table in order, deleted ones too; not those of tables inside its cells."""
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from rows_of(child)


def is_deleted(row: Any) -> bool:
    """Say whether a tracked change deleted a row."""
    return row.find(f"{q('trPr')}/{q('del')}") is not None


def cells_of(row: Any) -> Iterator[Any]:
    """Yield every ``w:tc`` of a row in order."""
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml"):
            yield from cells_of(child)


def columns(element: Any, default: int) -> int:
    """Return the number of columns that an element states, at most 63: a document of any make may state it wrongly."""
    number = value(element) or ""
    return min(int(number), _MOST_COLUMNS) if number.isdigit() and len(number) < 6 else default
