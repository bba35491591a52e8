"""Writes a redacted copy as Markdown, or as plain text that is character for character what redaction gave."""

from __future__ import annotations

import re
from itertools import groupby

from ingest.copies.sheet import NOTICE, Piece, Sheet, marked
from ingest.copies.written import Written, printable
from ingest.report import BlockKind

# Characters that CommonMark reads as markup wherever they stand, and those that count at the start of a line.
_MARKUP = re.compile(r"([\\`*_\[\]<>&|~])")
_OPENING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+#=])")
# A word in brackets is no link as long as nothing that makes it one follows; labels stay easy to read and to find.
_LABEL = re.compile(r"\\\[([A-Za-z0-9 ]{2,40})\\\](?![(\[:])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def write_markdown(sheet: Sheet) -> Written:
    """Write Markdown in which every character of the text stands for itself."""
    parts = [_escaped(NOTICE)]
    body = [NOTICE]
    if sheet.header:
        parts.append(_escaped(sheet.header))
        body.append(sheet.header)
    for grouped, group in groupby(sheet.pieces, key=_together):
        pieces = list(group)
        if grouped[0] == "table":
            parts.append(_table(pieces))
            body += [text for piece in pieces for text in piece.cells or (piece.text,)]
            continue
        parts += ["\n".join(map(_line, pieces))] if grouped[0] == "list" else map(_line, pieces)
        body += map(_text, pieces)
    if sheet.footer:
        parts.append(_escaped(sheet.footer))
        body.append(sheet.footer)
    return Written(("\n\n".join(parts) + "\n").encode(), "\n".join(map(printable, body)))


def write_text(text: str) -> Written:
    """Write the redacted text as it is."""
    return Written(text.encode("utf-8", "replace"), text)


def unescaped(line: str) -> str:
    """Take the backslashes of :func:`write_markdown` out again."""
    return _ESCAPE.sub(r"\1", line)


def _together(piece: Piece) -> tuple[str, int | None]:
    if piece.table is not None:
        return "table", piece.table
    return ("list", None) if piece.kind is BlockKind.LIST_ITEM else ("plain", None)


def _text(piece: Piece) -> str:
    """Leave the bullet to Markdown; it is no character of the text."""
    return str(piece.text) if piece.kind is BlockKind.LIST_ITEM and not piece.mark.isascii() else marked(piece)


def _line(piece: Piece) -> str:
    text = _escaped(_text(piece))
    if piece.kind is BlockKind.HEADING:
        return f"{'#' * piece.level} {text}"
    if piece.kind is BlockKind.LIST_ITEM:
        return f"{'  ' * (piece.level - 1)}- {text}"
    return f"> {text}" if piece.kind is BlockKind.BOX else text


def _table(pieces: list[Piece]) -> str:
    widest = max(len(piece.cells) or 1 for piece in pieces)
    rows = []
    for at, piece in enumerate(pieces):
        cells = [_escaped(text) for text in piece.cells or (piece.text,)]
        rows.append("| " + " | ".join(cells + [""] * (widest - len(cells))) + " |")
        if at == 0:
            rows.append("|" + "---|" * widest)
    return "\n".join(rows)


def _escaped(text: str) -> str:
    line = _LABEL.sub(r"[\1]", _MARKUP.sub(r"\\\1", printable(text)))
    return _OPENING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)
