"""Forms of the kinds that are sent to mechanisms, laid out from the questions of a gold file."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from evals.form_regional import indicator_sheets, thematic_boxes
from evals.form_returns import boxed_survey, issues_letter, landscape_return, society_workbook
from evals.form_tables import guidance_workbook, lettered_items, running_letter, ticked_pdf

Asked = Sequence[Mapping[str, Any]]
_GUIDANCE = (
    "Guidance. Answer for the whole of the reporting period. Figures may be estimates if this is said.",
    "Note: where a matter is for another body, name it; do not forward the question.",
)


def laid_out(gold: Mapping[str, Any]) -> tuple[str, bytes]:
    """Return the file name and the bytes of the empty form.

    Args:
        gold: ``title``, ``intro``, ``layout`` and ``questions``, each with ``number``, ``section`` and ``question``.

    Raises:
        KeyError: no such layout.
    """
    suffix, build = LAYOUTS[str(gold["layout"])]
    return f"form{suffix}", build(str(gold["title"]), str(gold["intro"]), gold["questions"])


def _sections(asked: Asked) -> list[tuple[str, list[Mapping[str, Any]]]]:
    return [(name, list(group)) for name, group in groupby(asked, key=lambda one: str(one["section"]))]


def nested_tables(title: str, intro: str, asked: Asked) -> bytes:
    """A letter in Word: a frame of one cell for each section, with a table in it; the word processor numbers."""
    from docx import Document

    document = Document()
    document.add_heading(title, 1)
    document.add_paragraph(intro)
    for section, members in _sections(asked):
        frame = document.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0)
        frame.paragraphs[0].add_run(section).bold = True
        table = frame.add_table(rows=1 + len(members), cols=2)
        table.style = "Table Grid"
        table.cell(0, 0).text, table.cell(0, 1).text = "Information requested", "Reply of the mechanism"
        for row, one in zip(table.rows[1:], members, strict=True):
            row.cells[0].paragraphs[0].style = "List Number"
            row.cells[0].paragraphs[0].add_run(str(one["question"]))
        document.add_paragraph().add_run(_GUIDANCE[0]).italic = True
    return _bytes(document)


def content_controls(title: str, intro: str, asked: Asked) -> bytes:
    """A survey in Word: typed numbers, and content controls that show their placeholders."""
    from docx import Document
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = Document()
    document.add_heading(title, 1)
    document.add_paragraph(intro)
    body = document.element.body
    for section, members in _sections(asked):
        document.add_heading(section, 2)
        for one in members:
            text = str(one["question"])
            document.add_paragraph(f"{one['number']}. {text}")
            shown = "Choose an item." if "Yes /" in text else "Click or tap here to enter text."
            kind = (
                '<w:dropDownList><w:listItem w:displayText="Yes" w:value="Yes"/><w:listItem w:displayText="No" '
                'w:value="No"/></w:dropDownList>'
                if "Yes /" in text
                else "<w:text/>"
            )
            body.insert(
                len(body) - 1,
                parse_xml(
                    f"<w:sdt {space}><w:sdtPr><w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>{shown}"
                    "</w:t></w:r></w:p></w:sdtContent></w:sdt>"
                ),
            )
    return _bytes(document)


def plain_list(title: str, intro: str, asked: Asked) -> bytes:
    """A list in Word: headings, and questions as numbered paragraphs with room below."""
    from docx import Document

    document = Document()
    document.add_heading(title, 1)
    document.add_paragraph(intro)
    for section, members in _sections(asked):
        document.add_heading(section, 2)
        for one in members:
            document.add_paragraph(str(one["question"]), style="List Number")
            document.add_paragraph("Answer: ………………………………")
    return _bytes(document)


def pdf_letter(title: str, intro: str, asked: Asked) -> bytes:
    """A letter as PDF: numbered paragraphs, guidance between them, a running header and page numbers."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    flow: list[Any] = [Paragraph(title, styles["Title"]), Paragraph(intro, styles["BodyText"]), Spacer(1, 12)]
    for at, (section, members) in enumerate(_sections(asked)):
        flow.append(Paragraph(section, styles["Heading2"]))
        if at < len(_GUIDANCE):
            flow.append(Paragraph(f"<i>{_GUIDANCE[at]}</i>", styles["BodyText"]))
        flow += [Paragraph(f"{one['number']}. {one['question']}", styles["BodyText"]) for one in members]

    def edge(canvas: Any, document: Any) -> None:
        canvas.drawString(72, A4[1] - 40, "Confidential until published")
        canvas.drawString(A4[0] - 110, 40, f"Page {document.page}")

    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build(flow, onFirstPage=edge, onLaterPages=edge)
    return buffer.getvalue()


_CONTROL = (
    '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:sdtPr><w:showingPlcHdr/><w:text/>'
    "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here to enter text.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


def merged_rows(title: str, intro: str, asked: Asked) -> bytes:
    """A letter in Word: one table, a merged row for each section, a content control in each cell for the answer."""
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    document.add_heading(title, 1)
    document.add_paragraph(intro)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Ref.", "Particulars requested", "Reply"), strict=True):
        cell.text = text
    for section, members in _sections(asked):
        cells = table.add_row().cells
        cells[0].merge(cells[2]).text = section
        for one in members:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = str(one["number"]), str(one["question"])
            # A cell must end with a paragraph; the control stands before it.
            cells[2].paragraphs[0]._p.addprevious(parse_xml(_CONTROL))
    return _bytes(document)


def tick_columns(title: str, intro: str, asked: Asked) -> bytes:
    """A return in Word: tables with a column for each grade where grades are asked for, else one for the answer."""
    from docx import Document

    document = Document()
    document.add_heading(title, 1)
    document.add_paragraph(intro)
    for section, members in _sections(asked):
        document.add_heading(section, 2)
        graded = all(one.get("gold_answer") for one in members)
        heads = (
            ("No.", "Sentence", "Yes", "Partly", "No", "Source") if graded else ("Line", "Item", "Figure or sentence")
        )
        table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
        for cell, text in zip(table.rows[0].cells, heads, strict=True):
            cell.text = text
        for one in members:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = str(one["number"]), str(one["question"])
    return _bytes(document)


def workbook_matrix(title: str, intro: str, asked: Asked) -> bytes:
    """A matrix in a workbook: a row over all columns for each section, three columns to mark."""
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append([title])
    sheet.append([intro])
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("A2:F2")
    sheet.append(["No.", "Standard", "Yes", "Partial", "No", "Evidence and comments"])
    for section, members in _sections(asked):
        sheet.append([section])
        sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=6)
        for one in members:
            sheet.append([int(str(one["number"])), one["question"]])
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _bytes(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


LAYOUTS: dict[str, tuple[str, Callable[[str, str, Asked], bytes]]] = {
    "nested_tables": (".docx", nested_tables),
    "content_controls": (".docx", content_controls),
    "plain_list": (".docx", plain_list),
    "pdf_letter": (".pdf", pdf_letter),
    "workbook_matrix": (".xlsx", workbook_matrix),
    "merged_rows": (".docx", merged_rows),
    "tick_columns": (".docx", tick_columns),
    "running_letter": (".docx", running_letter),
    "lettered_items": (".docx", lettered_items),
    "guidance_workbook": (".xlsx", guidance_workbook),
    "ticked_pdf": (".pdf", ticked_pdf),
    "landscape_return": (".docx", landscape_return),
    "issues_letter": (".pdf", issues_letter),
    "society_workbook": (".xlsx", society_workbook),
    "boxed_survey": (".docx", boxed_survey),
    "thematic_boxes": (".docx", thematic_boxes),
    "indicator_sheets": (".xlsx", indicator_sheets),
}
