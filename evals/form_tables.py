"""Forms of further kinds: running letters, lettered items, workbooks with guidance, ticked tables as PDF."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

Asked = Sequence[Mapping[str, Any]]
_BETWEEN = (
    "This matter was raised during the last visit, and the Subcommittee has noted the efforts that were made since.",
    "It recalls that the Optional Protocol leaves the choice of means to each State.",
)
_GUIDANCE = (
    "Describe law and practice. Give figures for the last three years where you have them. Who decides, and how?"
)


def _sections(asked: Asked) -> list[tuple[str, list[Mapping[str, Any]]]]:
    return [(name, list(group)) for name, group in groupby(asked, key=lambda one: str(one["section"]))]


def running_letter(title: str, intro: str, asked: Asked) -> bytes:
    """A letter in Word: two or three questions in one paragraph, with statements between; no numbers at all."""
    from docx import Document

    document = Document()
    document.add_heading(title, 1)
    document.add_paragraph(intro)
    for at, (section, members) in enumerate(_sections(asked)):
        document.add_paragraph().add_run(section).bold = True
        for start in range(0, len(members), 3):
            texts = [str(one["question"]) for one in members[start : start + 3]]
            document.add_paragraph(" ".join([texts[0], _BETWEEN[(at + start) % 2], *texts[1:]]))
    document.add_paragraph("The Subcommittee looks forward to your reply by 31 March. Should you have any questions, ")
    document.add_paragraph("Please accept, Excellencies, the assurances of my highest consideration.")
    return _bytes(document)


def lettered_items(title: str, intro: str, asked: Asked) -> bytes:
    """A list in Word: a numbered heading, words that open a list, and items (a), (b), (c) typed below them."""
    from docx import Document

    document = Document()
    document.add_heading(title, 1)
    document.add_paragraph(intro)
    for section, members in _sections(asked):
        document.add_heading(section, 2)
        document.add_paragraph(str(members[0].get("lead", "Please indicate:")))
        for letter, one in zip("abcdefghijklmnop", members, strict=False):
            document.add_paragraph(f"({letter}) {one['question']}")
    return _bytes(document)


def guidance_workbook(title: str, intro: str, asked: Asked) -> bytes:
    """A workbook: a sheet of instructions, then sections in a merged column, references, guidance, a list."""
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    workbook = Workbook()
    first = workbook.active
    assert first is not None
    first.title = "Instructions"
    first.append([title])
    first.append([intro])
    first.append(["How should the form be completed? Fill in the white cells of the next sheet only."])
    sheet = workbook.create_sheet("Standards")
    heads = ["Section", "Ref.", "Question", "Guidance", "Yes / Partially / No", "Evidence", "Responsible unit"]
    sheet.append(heads)
    choice = DataValidation(type="list", formula1='"Yes,Partially,No"')
    sheet.add_data_validation(choice)
    for section, members in _sections(asked):
        top = sheet.max_row + 1
        for one in members:
            sheet.append([None, f"{section[0]}.{one['number']}", one["question"], _GUIDANCE])
            choice.add(f"E{sheet.max_row}")
        sheet.cell(top, 1).value = section
        sheet.merge_cells(start_row=top, start_column=1, end_row=sheet.max_row, end_column=1)
    lists = workbook.create_sheet("Lists")
    for word in ("Yes", "Partially", "No"):
        lists.append([word])
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def ticked_pdf(title: str, intro: str, asked: Asked) -> bytes:
    """A checklist as PDF: ruled tables with boxes to tick, a row over all columns for each part."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    flow: list[Any] = [Paragraph(title, styles["Title"]), Paragraph(intro, body), Spacer(1, 12)]
    rows: list[list[Any]] = [["No.", "Statement", "Yes", "Partly", "No", "Source and remarks"]]
    lines: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    for section, members in _sections(asked):
        lines.append(("SPAN", (0, len(rows)), (-1, len(rows))))
        rows.append([section, "", "", "", "", ""])
        rows += [
            [str(one["number"]), Paragraph(str(one["question"]), body), "[ ]", "[ ]", "[ ]", ""] for one in members
        ]
    flow.append(Table(rows, colWidths=[30, 220, 30, 35, 30, 110], style=lines, repeatRows=1))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build(flow)
    return buffer.getvalue()


def _bytes(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
