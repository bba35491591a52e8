"""More kinds of forms: a return on wide pages, a committee's list of issues, a coalition's checklist, a survey."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

Asked = Sequence[Mapping[str, Any]]


def landscape_return(title: str, intro: str, asked: Asked) -> bytes:
    """A return in Word on wide pages: two header rows, columns in the order yes, no, partly; then particulars."""
    from docx import Document
    from docx.enum.section import WD_ORIENT

    document = Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    page.header.paragraphs[0].text, page.footer.paragraphs[0].text = "Form TA-7 (rev. 3)", "Return by 31 January"
    document.add_heading(title, 1)
    document.add_paragraph(intro)
    for section, members in _sections(asked):
        document.add_paragraph().add_run(section).bold = True
        graded = all(one.get("gold_answer") for one in members)
        heads = (
            ("Ser.", "Statement", "Yes", "No", "Partly", "Remarks and reference")
            if graded
            else ("Ser.", "Particulars", "Information supplied")
        )
        table = document.add_table(rows=1 + graded, cols=len(heads), style="Table Grid")
        if graded:
            table.cell(0, 2).merge(table.cell(0, 4)).text = "Mark one"
        for cell, text in zip(table.rows[-1].cells, heads, strict=True):
            cell.text = text
        for one in members:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = str(one["number"]), str(one["question"])
    document.add_paragraph("Signature of the responsible officer: ..................   Date: ..................")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def issues_letter(title: str, intro: str, asked: Asked) -> bytes:
    """A list of issues as PDF: numbered paragraphs under articles, a document's symbol at the head of each page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    flow: list[Any] = [
        Paragraph(title, styles["Title"]),
        Paragraph(intro, styles["BodyText"]),
        Spacer(1, 8),
        Paragraph("Specific information on the implementation of articles 1-16 of the Convention", styles["Heading2"]),
    ]
    for section, members in _sections(asked):
        flow.append(Paragraph(section, styles["Heading3"]))
        for one in members:
            flow += [Paragraph(f"{one['number']}.    {one['question']}", styles["BodyText"]), Spacer(1, 5)]

    def edge(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, A4[1] - 36, "CX/C/QPR/5")
        canvas.drawString(A4[0] - 90, 36, str(document.page))

    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1, topMargin=80).build(flow, onFirstPage=edge, onLaterPages=edge)
    return buffer.getvalue()


def society_workbook(title: str, intro: str, asked: Asked) -> bytes:
    """A checklist in a workbook: a sheet of explanations, headers in plain words, empty rows between sections."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    workbook = Workbook()
    first = workbook.active
    assert first is not None
    first.title = "Read me first"
    for row in ((title,), (), (intro,), ("Questions? Write to us.",), ("How do we use your answers? We print them.",)):
        first.append(row)
    sheet = workbook.create_sheet("Checklist")
    heads = ("x = yes", "x = in part", "x = no", "Where did you read it?")
    sheet.append(("", "What we would like to know", *heads))
    for section, members in _sections(asked):
        sheet.append(("", section))
        sheet.cell(sheet.max_row, 2).font = Font(bold=True)
        for one in members:
            sheet.append((int(str(one["number"])), one["question"]))
        sheet.append(())
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def boxed_survey(title: str, intro: str, asked: Asked) -> bytes:
    """A survey in Word: short questions, a line of boxes below those that one answers, a line to write on."""
    from docx import Document

    document = Document()
    document.add_heading(title, 0)
    document.add_paragraph(intro)
    for section, members in _sections(asked):
        document.add_heading(section, 1)
        for one in members:
            document.add_paragraph(f"Q{one['number']}  {one['question']}")
            if one.get("gold_answer"):
                document.add_paragraph("☐ Yes   ☐ Partly   ☐ No")
            document.add_paragraph("_" * 48)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _sections(asked: Asked) -> list[tuple[str, list[Mapping[str, Any]]]]:
    return [(name, list(group)) for name, group in groupby(asked, key=lambda one: str(one["section"]))]
