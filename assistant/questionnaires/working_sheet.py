"""The working XLSX: one row for each question, for the people who divide the work."""

from __future__ import annotations

import io
from collections.abc import Sequence

from assistant.questionnaires.suggestion import GRADES, Suggestion

HEADINGS = ("Number", "Section", "Question", "Suggestion", "Answer", "Evidence", "Citations", "Gap", "Rule",
            "Responsible", "Status")  # fmt: skip
_WIDTHS = (9, 24, 50, 12, 60, 60, 44, 40, 34, 18, 12)
_LONGEST = 32_000


def working_sheet(suggestions: Sequence[Suggestion]) -> bytes:
    """Return the workbook: every value is text, none a formula; the column of responsible persons is left open."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = "Questions"
    sheet.append(list(HEADINGS))
    for one in suggestions:
        row = sheet.max_row + 1
        for column, text in enumerate(_row(one), start=1):
            cell = sheet.cell(row=row, column=column)
            if text:
                cell.value = plain(text)
                # The library takes "=..." for a formula; this is always text.
                cell.data_type = "s"
                cell.quotePrefix = text[:1] in "=+-@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, width in enumerate(_WIDTHS, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = width
        head = sheet[f"{letter}1"]
        head.font = Font(bold=True, color="FFFFFFFF")
        head.fill = PatternFill("solid", start_color="FF1F3A5F", end_color="FF1F3A5F")
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADINGS))}{sheet.max_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    book.properties.creator = "opcat"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _row(one: Suggestion) -> tuple[str, ...]:
    return (
        one.question.number,
        one.question.section,
        one.question.asked,
        GRADES[one.grade] if one.grade else "",
        one.answer,
        "\n".join(f"[{citation.n}] “{citation.quote}”" for citation in one.citations),
        "\n".join(f"[{citation.n}] {citation.citation}" for citation in one.citations),
        one.gap or "",
        one.why,
        "",
        one.state,
    )


def plain(text: str) -> str:
    """Return a text as a cell can hold it: no control characters, no longer than Excel allows."""
    clean = "".join(one for one in text if one in "\t\n" or ord(one) >= 32)
    return clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST - 1]}…"
