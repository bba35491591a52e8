"""A Word form built from questions: a table for each section, in a layout that the reader of forms knows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from assistant.questionnaires.question import Question

_LONG = ("No.", "Question", "Yes / Partial / No", "Answer and evidence")
_SHORT = ("No.", "Question", "Answer and evidence")


def built(title: str, questions: Sequence[Question]) -> bytes:
    """Build a form: columns for number, question, grade where it is asked for, and answer."""
    document = landscape()
    document.add_heading(title or "Questionnaire", level=1)
    for section, group in groupby(questions, key=lambda one: one.section):
        members = list(group)
        if section and section != title:
            document.add_heading(section, level=2)
        graded = any(one.graded for one in members)
        rows = [[one.number, one.asked, "", ""] if graded else [one.number, one.asked, ""] for one in members]
        add_table(document, _LONG if graded else _SHORT, rows, (1.6, 9.0, 3.0, 11.0) if graded else (1.6, 9.0, 14.0))
    return saved(document)


def add_table(document: Any, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
    """Add a table with a header row that repeats on each page.

    Args:
        document: of python-docx.
        headings: of the columns.
        rows: texts of the cells.
        widths: of the columns, in centimetres.
    """
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=1 + len(rows), cols=len(headings), style="Table Grid")
    table.autofit = False
    for number, heading in enumerate(headings):
        run = table.rows[0].cells[number].paragraphs[0].add_run(heading)
        run.bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, texts in zip(table.rows[1:], rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            if text:
                cell.paragraphs[0].add_run(text)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def saved(document: Any) -> bytes:
    """Return a document's bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def landscape() -> Any:
    """Return an empty document on landscape pages."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2)
    document.core_properties.author = "opcat"
    document.core_properties.comments = ""
    return document
