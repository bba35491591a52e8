"""Forms of regional bodies: a thematic questionnaire with boxes under sub-questions, a workbook of indicators."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

Asked = Sequence[Mapping[str, Any]]
_RATING = "Met / Partly met / Not met"


def thematic_boxes(title: str, intro: str, asked: Asked) -> bytes:
    """A thematic questionnaire in Word: typed sub-numbers, boxes and a line for comments under what can be ticked."""
    from docx import Document

    document = Document()
    document.add_heading(title, 0)
    document.add_paragraph(intro)
    document.add_paragraph("How to complete this questionnaire").runs[0].bold = True
    document.add_paragraph("Double-click on a box to tick it. The fields for comments grow as you type.")
    for section, members in _sections(asked):
        document.add_heading(section, 1)
        for one in members:
            document.add_paragraph(f"{one['number']}  {one['question']}")
            if one.get("gold_answer"):
                document.add_paragraph("☐ Yes, fully     ☐ To some extent     ☐ No     ☐ Not known")
            document.add_paragraph("Comments and source:")
            document.add_paragraph("")
    document.add_paragraph("Thank you for your contribution. Please return the questionnaire to the Secretariat.")
    return _written(document)


def indicator_sheets(title: str, intro: str, asked: Asked) -> bytes:
    """Indicators in a workbook: a sheet for each domain, coded rows of several kinds, a list to choose from."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    workbook = Workbook()
    cover = workbook.active
    assert cover is not None
    cover.title = "About"
    for text in (title, intro, "S = structure, P = process, O = outcome", "Country:", "Completed by:"):
        cover.append((text,))
    for at, (section, members) in enumerate(_sections(asked), 1):
        sheet = workbook.create_sheet(f"Domain {at}")
        sheet.append((section,))
        sheet.merge_cells("A1:F1")
        sheet.append(("Code", "Type", "Indicator", "Rating", "Means of verification", "Remarks"))
        for cell in sheet[2]:
            cell.font = Font(bold=True)
            cell.alignment = Alignment(wrap_text=True)
        choice = DataValidation(type="list", formula1=f'"{_RATING.replace(" / ", ",")}"')
        sheet.add_data_validation(choice)
        for one in members:
            sheet.append((str(one["number"]), one.get("type", ""), one["question"]))
            if one.get("gold_answer"):
                choice.add(sheet.cell(sheet.max_row, 4))
            else:
                sheet.cell(sheet.max_row, 4).value = "n/a"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _sections(asked: Asked) -> list[tuple[str, list[Mapping[str, Any]]]]:
    return [(name, list(group)) for name, group in groupby(asked, key=lambda one: str(one["section"]))]


def _written(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
