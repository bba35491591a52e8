"""Rows: a row of a table as a sentence, its cells beside the headers of their columns."""

from __future__ import annotations

import re

from ingest.passage import Passage

_NUMBER_HEADER = re.compile(r"^(?:no|nr|number|rec|ref|item|#|id)\b\.?$", re.IGNORECASE)
# The number of what a row answers, that of a paragraph too: "3.2".
_ENTRY_NUMBER = re.compile(r"^[A-Z]{0,3} ?\d{1,3}(?:\.\d{1,2})?[a-z]?\.?$")
_BARE_NUMBER = re.compile(r"^[A-Z]{0,3} ?\d{1,3}[a-z]?\.?$")
_NOTHING = frozenset(["", "-", "–", "—", "none", "n/a", "nil"])
_SEPARATOR = " | "


def cells_of(passage: Passage) -> tuple[str, ...]:
    """Return the cells of a row, empty for a passage that is none."""
    text = " ".join(str(passage.text).split())
    if passage.block_kind != "table_row" or _SEPARATOR not in text:
        return ()
    return tuple(cell.strip() for cell in text.split(_SEPARATOR))


def headers_of(passage: Passage) -> tuple[str, ...]:
    """Return the headers of a row's columns, empty where they do not fit its cells."""
    last = passage.heading_path[-1] if passage.heading_path else ""
    headers = tuple(header.strip() for header in " ".join(str(last).split()).split(_SEPARATOR))
    return headers if len(headers) == len(cells_of(passage)) else ()


def row_sentence(passage: Passage, *, subject: bool = True) -> str | None:
    """Write a row as a sentence.

    Args:
        passage: a row of a table with its headers at the end of its heading path.
        subject: whether to open with what the row is about; else with its number.

    Returns:
        ``Repair of bells. Reply: Accepted; Due: 1 May 2024`` or ``None`` where headers are not known. Each cell is
        shown whole and as printed; cells without content are left out.
    """
    cells, headers = cells_of(passage), headers_of(passage)
    if not cells or not headers:
        return None
    pairs = list(zip(headers, cells, strict=True))
    number = ""
    if _NUMBER_HEADER.match(headers[0]) or _BARE_NUMBER.match(cells[0]):
        number = cells[0]
        pairs = pairs[1:]
    if len(pairs) < 2:
        return None
    (_, lead), rest = pairs[0], pairs[1:]
    said = "; ".join(
        f"{header}: {cell.rstrip('.;')}" if header else cell.rstrip(".;")
        for header, cell in rest
        if cell.casefold() not in _NOTHING
    )
    if not said:
        return None
    if not subject and number:
        return f"No. {number.rstrip('.')} – {said}."
    return f"{lead.rstrip('.;:')}{'.' if len(lead.split()) > 6 else ' –'} {said}."


def row_number(passage: Passage) -> str | None:
    """Return the number that a row begins with, as printed without a full stop, or ``None``."""
    cells = cells_of(passage)
    return cells[0].rstrip(".") if cells and _ENTRY_NUMBER.match(cells[0]) else None
