"""The register as an XLSX workbook: a sheet to sort and filter, and one that says what it is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from api.export.cells import fitting, is_formula_like
from api.export.columns import COLUMNS, flat
from api.export.errors import TooManyRows
from api.export.table import RegisterTable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS: Final = 1_048_575
"""Rows of a sheet below its header (Excel's limit)."""
_HEADER: Final = "FF1F3A5F"


def xlsx_bytes(table: RegisterTable) -> bytes:
    """Return the workbook.

    Raises:
        TooManyRows: more entries than a sheet holds.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    if len(table.rows) > MOST_ROWS:
        raise TooManyRows(len(table.rows))
    book = Workbook()
    sheet = book.active
    sheet.title = "Register"
    _head(sheet, [column.heading for column in COLUMNS])
    for place, row in enumerate(table.rows, start=2):
        for number, value in enumerate(row, start=1):
            _write(sheet, place, number, flat(value))
    for number, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(table.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    _about(book.create_sheet("About"), table)
    book.properties.title = "Register"
    book.properties.creator = "opcat"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _head(sheet: Worksheet, headings: list[str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, heading in enumerate(headings, start=1):
        cell = sheet.cell(row=1, column=number, value=heading)
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", start_color=_HEADER, end_color=_HEADER)
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def _write(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    """Write a value as text or number, never as a formula."""
    from openpyxl.styles import Alignment

    if value is None:
        return
    cell = sheet.cell(row=row, column=column)
    if isinstance(value, str):
        text = fitting(value)
        cell.value = text
        # The library takes "=..." for a formula and "#N/A" for an error; this is always text.
        cell.data_type = "s"
        if is_formula_like(text):
            cell.quotePrefix = True
    else:
        cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _about(sheet: Worksheet, table: RegisterTable) -> None:
    from openpyxl.styles import Font

    sections: list[tuple[str, list[tuple[str, str | int]]]] = [
        (
            "Register",
            [
                ("Made", table.made),
                ("Entries", len(table.rows)),
                ("Documents", table.documents),
                ("Note", table.notice),
            ],
        ),
        ("Filters", list(table.filters.items()) or [("none", "all entries of the library")]),
        ("Entries by kind", list(table.counts("kind").items())),
        ("Entries by claimed status", list(table.counts("status_claimed").items())),
        ("Entries by verified status", list(table.counts("status_verified").items())),
        (
            "What could not be read and may hold more",
            [(unread.source, unread.why) for unread in table.unread] or [("nothing", "every document was read")],
        ),
        ("Legend", [(column.heading, column.meaning) for column in COLUMNS]),
    ]
    row = 1
    for title, lines in sections:
        _write(sheet, row, 1, title)
        sheet.cell(row=row, column=1).font = Font(bold=True)
        row += 1
        for name, value in lines:
            _write(sheet, row, 1, name)
            _write(sheet, row, 2, value)
            row += 1
        row += 1
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 90
