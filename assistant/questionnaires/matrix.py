"""The self-assessment matrix that ships with the program, built as a Word form."""

from __future__ import annotations

import tomllib
from importlib.resources import files

COLUMNS = ("Ref.", "Statement", "No", "Partial", "Yes", "Comments")
_WIDTHS = (2.8, 8.6, 1.3, 1.7, 1.3, 9.3)


def matrix() -> bytes:
    """Build the empty matrix: a heading and a table for each section; numbers run through."""
    from assistant.questionnaires.word_building import add_table, landscape, saved

    read = tomllib.loads(files("assistant.questionnaires").joinpath("templates/matrix.toml").read_text("utf-8"))
    document = landscape()
    document.add_heading(read["title"], level=1)
    document.add_paragraph(read["about"])
    number = 0
    for section in read["section"]:
        document.add_heading(section["title"], level=2)
        rows = []
        for reference, statement in section["rows"]:
            number += 1
            rows.append([reference, f"{number}. {statement}", "", "", "", ""])
        add_table(document, COLUMNS, rows, _WIDTHS)
    return saved(document)
