"""The grid of a Word table: which cell stands in which column of which row, merged cells resolved."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import filterfalse
from typing import Any

from assistant.questionnaires.word_text import is_ours, paragraphs, words
from ingest.readers.docx_table import cells_of, columns, is_deleted, rows_of
from ingest.readers.docx_text import q, value


@dataclass
class Cell:
    """A cell, or the continuation of one from the row above.

    Attributes:
        element: the ``w:tc`` that holds the text; for a continuation the one where the merged cell begins.
        continued: whether it continues a merged cell from above.
    """

    element: Any
    start: int
    span: int
    continued: bool = False

    @property
    def text(self) -> str:
        """The words of its own paragraphs; ours and those of nested tables do not count."""
        return " ".join(part for part in (words(one) for one in paragraphs(self.element) if not is_ours(one)) if part)


class Grid:
    """Rows of cells, and the width in columns."""

    def __init__(self, table: Any) -> None:
        self.rows: list[list[Cell]] = []
        open_cells: dict[int, Any] = {}
        for row in filterfalse(is_deleted, rows_of(table)):
            at = columns(row.find(f"{q('trPr')}/{q('gridBefore')}"), 0)
            cells: list[Cell] = []
            for element in cells_of(row):
                span = max(1, columns(element.find(f"{q('tcPr')}/{q('gridSpan')}"), 1))
                merge = element.find(f"{q('tcPr')}/{q('vMerge')}")
                continued = merge is not None and value(merge) in (None, "continue") and at in open_cells
                origin = open_cells[at] if continued else element
                if merge is None:
                    open_cells.pop(at, None)
                elif not continued:
                    open_cells[at] = element
                cells.append(Cell(origin, at, span, continued))
                at += span
            self.rows.append(cells)
        self.width = max((row[-1].start + row[-1].span for row in self.rows if row), default=0)

    def texts(self, row: int) -> list[str]:
        """Return the texts of a row by column; empty where a cell spans or continues."""
        found = [""] * self.width
        for cell in self.rows[row]:
            if not cell.continued:
                found[cell.start] = cell.text
        return found

    def at(self, row: int, column: int | None) -> Cell | None:
        """Return the cell that covers a column, or ``None``."""
        if column is None:
            return None
        return next((one for one in self.rows[row] if one.start <= column < one.start + one.span), None)
