"""Writes a redacted copy as one plain web page: no script, no link, nothing of the original's markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from ingest.copies.sheet import NOTICE, TITLE, Piece, Sheet, marked
from ingest.copies.written import Written, printable
from ingest.report import BlockKind

_STYLE = (
    "body{font:1rem/1.5 Georgia,serif;color:#111;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.4em 0 .5em}table{border-collapse:collapse;margin:1em 0;width:100%}"
    "td,th{border:1px solid #666;padding:.3em .5em;text-align:left;vertical-align:top}"
    "aside{border-left:4px solid #666;margin:1em 0;padding:.2em 1em;background:#f3f3f3}"
    ".note{font-size:.9rem}.page,header,footer{color:#444;font-size:.85rem}.page{border-top:1px solid #bbb}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(sheet: Sheet) -> Written:
    """Write a page.

    Args:
        sheet: what the copy holds; its text is escaped.
    """
    lines: list[tuple[str, str]] = [("header", NOTICE)]
    lines += [("header", sheet.header)] if sheet.header else []
    parts = [_one("header", text) for _, text in lines]
    body = [text for _, text in lines]
    page: int | None = None
    parts.append("<main>")
    for grouped, group in groupby(sheet.pieces, key=_together):
        pieces = list(group)
        if pieces[0].page is not None and pieces[0].page != page:
            page = pieces[0].page
            parts.append(f'<p class="page" id="page-{page}">Page {page}</p>')
            body.append(f"Page {page}")
        drawn = (
            _table(pieces)
            if grouped[0] == "table"
            else (_list(pieces) if grouped[0] == "list" else map(_plain, pieces))
        )
        parts += drawn
        for piece in pieces:
            body += piece.cells or (marked(piece),)
    parts.append("</main>")
    if sheet.footer:
        parts.append(_one("footer", sheet.footer))
        body.append(sheet.footer)
    head = (
        f'<!DOCTYPE html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    document = head + "\n".join(parts) + "\n</body>\n</html>\n"
    return Written(document.encode(), "\n".join(map(printable, body)), vocabulary=head)


def _together(piece: Piece) -> tuple[str, int | None, int | None]:
    if piece.table is not None:
        return "table", piece.table, piece.page
    if piece.kind is BlockKind.LIST_ITEM:
        return "list", None, piece.page
    return "plain", None, piece.page


def _plain(piece: Piece) -> str:
    if piece.kind is BlockKind.HEADING:
        return _one(f"h{piece.level}", marked(piece))
    if piece.kind is BlockKind.BOX:
        return _one("aside", marked(piece))
    if piece.kind is BlockKind.FOOTNOTE:
        return f'<p class="note">{_safe(marked(piece))}</p>'
    return _one("p", marked(piece))


def _list(pieces: list[Piece]) -> Iterator[str]:
    """Marks are text here, so that a number is the one of the original whatever stands between two items."""
    yield "<div>"
    for piece in pieces:
        yield f'<p style="margin:.2em 0 .2em {1.5 * piece.level:g}rem">{_safe(marked(piece))}</p>'
    yield "</div>"


def _table(pieces: list[Piece]) -> Iterator[str]:
    widest = max(len(piece.cells) for piece in pieces)
    yield "<table>"
    for piece in pieces:
        cells = piece.cells or (piece.text,)
        cell = "th" if piece.row == 0 else "td"
        span = f' colspan="{widest}"' if len(cells) == 1 < widest else ""
        yield "<tr>" + "".join(f"<{cell}{span}>{_safe(text)}</{cell}>" for text in cells) + "</tr>"
    yield "</table>"


def _one(tag: str, text: str) -> str:
    return f"<{tag}>{_safe(text)}</{tag}>"


def _safe(text: str) -> str:
    return escape(printable(text))
