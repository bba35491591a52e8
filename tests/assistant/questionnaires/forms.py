"""Forms made for the tests."""

from __future__ import annotations

import io
from typing import Any


def word(build: Any) -> bytes:
    """Return the bytes of a document that a function fills."""
    from docx import Document

    document = Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def table(document: Any, rows: list[list[str]]) -> Any:
    """Add a table of texts."""
    made = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def three_columns(document: Any) -> None:
    """Headings, instructions, and a table of three columns."""
    document.add_heading("Questions to the mechanism", 1)
    document.add_paragraph("Please answer each question with Yes, Partial or No. Any questions? Write to us.")
    document.add_heading("A. Places", 2)
    table(
        document,
        [
            ["Question", "Yes / Partial / No", "Evidence / comments"],
            ["1. Do the cell bells of prisons ring?", "", ""],
            ["2. Are interpreters for sign language provided?", "", ""],
            ["3. How long is the waiting time for a dentist?", "", ""],
        ],
    )
    document.add_paragraph("Thank you.")
