"""Writes a redacted copy as a new PDF: one page of the copy for each page of the original, where its text fits."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

from ingest.copies.errors import CopyError, NoWriter
from ingest.copies.glyphs import drawable
from ingest.copies.sheet import NOTICE, PRODUCER, TITLE, Piece, Sheet, marked
from ingest.copies.written import Written, printable
from ingest.report import BlockKind

_WIDTH, _HEIGHT = 595.28, 841.89  # A4 in points
_SIDE, _TOP, _BOTTOM = 62.0, 62.0, 62.0
_SCALES = (1.0, 0.92, 0.85, 0.78, 0.7)  # 10.5 points down to 7.4, before a page of the original takes a second one
_SIZE, _LEADING = 10.5, 14.0
_EMPTY = "[No text on this page of the original.]"
# Longer paragraphs are set in parts: breaking one over many pages takes time by the square of its length.
_LONGEST = 8000
# A row higher than this share of a page is set as paragraphs: a row cannot be broken.
_HIGHEST_ROW = 0.8


def write_pdf(sheet: Sheet) -> Written:
    """Write a PDF with fonts embedded and a neutral title.

    Raises:
        NoWriter: reportlab is not installed.
    """
    try:
        from reportlab.pdfgen.canvas import Canvas
    except ImportError:
        raise NoWriter() from None
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), pageCompression=1, invariant=1)
    pages = _Pages(canvas, sheet)
    for number, pieces in _pages_of(sheet):
        pages.add(number, pieces)
    canvas.save()
    return Written(
        _bare(out.getvalue(), sheet.language),
        "\n".join(pages.body),
        tuple(pages.furniture),
        len(pages.furniture),
        _WORDS,
    )


# Names and operators that every PDF of this make holds, beside those in its font programs.
_WORDS = (
    "type page pages parent kids count resources font mediabox contents procset text trans rotate info catalog root "
    "size trailer startxref xref stream endstream endobj filter flatedecode ascii85decode length producer title "
    f"fontdescriptor truetype subtype basefont tounicode widths encoding {NOTICE} {TITLE} {PRODUCER}"
)


class _Pages:
    """Lays out one page of the original after the other."""

    def __init__(self, canvas: Any, sheet: Sheet) -> None:
        self.body: list[str] = []
        self.furniture: list[tuple[str, str]] = []
        self._canvas = canvas
        self._faces = faces()
        self._header = self._fit(sheet.header)
        self._footer = self._fit(sheet.footer)

    def add(self, number: int | None, pieces: Sequence[Piece]) -> None:
        """Set one page of the original, or a whole text without pages."""
        from reportlab.platypus import Frame

        width, height = _WIDTH - 2 * _SIDE, _HEIGHT - _TOP - _BOTTOM
        scale = self._scale(pieces, width, height) if number is not None else 1.0
        story = list(self._story(pieces, scale, width, height, self.body))
        first = True
        while story or first:
            label = (number is None and f"Page {len(self.furniture) + 1}") or (
                f"Page {number}" if first else f"Page {number} (continued)"
            )
            top = NOTICE + (f" \u00b7 {self._header}" if self._header else "")
            bottom = (f"{self._footer} \u00b7 " if self._footer else "") + label
            self._furnish(top, _HEIGHT - 36)
            frame = Frame(_SIDE, _BOTTOM, width, height, 0, 0, 0, 0)
            drawn = self._fill(frame, story)
            self._furnish(bottom, 34)
            self._canvas.showPage()
            self.furniture.append((top, bottom))
            if not drawn:
                raise CopyError("A part of the document does not fit on a page.", "Name a file that ends in .docx.")
            first = False

    def _fill(self, frame: Any, story: list[Any]) -> bool:
        """Draw what fits and take it off the story; say whether anything was drawn."""
        drawn = False
        while story:
            if frame.add(story[0], self._canvas):
                story.pop(0)
                drawn = True
                continue
            parts = frame.split(story[0], self._canvas)
            if len(parts) > 1 and frame.add(parts[0], self._canvas):
                story[0:1] = parts[1:]
                drawn = True
            break
        return drawn

    def _furnish(self, text: str, y: float) -> None:
        size = 8.0
        width = self._canvas.stringWidth(text, self._faces.plain, size)
        size = min(size, size * (_WIDTH - 2 * _SIDE) / width) if width else size
        self._canvas.setFont(self._faces.plain, size)
        self._canvas.drawString(_SIDE, y, text)

    def _scale(self, pieces: Sequence[Piece], width: float, height: float) -> float:
        for scale in _SCALES:
            used = 0.0
            for flowable in self._story(pieces, scale, width, height, []):
                used += flowable.wrap(width, 1e6)[1] + flowable.getSpaceBefore() + flowable.getSpaceAfter()
                if used > height:
                    break
            if used <= height:
                return scale
        return 1.0  # it takes a second page whatever is done, so it may as well be easy to read

    def _story(
        self, pieces: Sequence[Piece], scale: float, width: float, height: float, body: list[str]
    ) -> Iterator[Any]:
        from reportlab.platypus import Paragraph

        styles = _styles(self._faces, scale)
        if not pieces:
            body.append(_EMPTY)
            yield Paragraph(escape(_EMPTY), styles["note"])
        for table, group in groupby(pieces, key=lambda piece: piece.table):
            if table is not None:
                yield from self._table(list(group), styles, width, height, body)
                continue
            for piece in group:
                text = self._fit(marked(piece))
                body.append(text)
                name = f"h{min(piece.level, 4)}" if piece.kind is BlockKind.HEADING else _STYLES.get(piece.kind, "body")
                parts = wrap(text, _LONGEST, break_on_hyphens=False) or [text]
                yield from (Paragraph(escape(part), styles[name]) for part in parts)

    def _table(
        self, rows: list[Piece], styles: dict[str, Any], width: float, height: float, body: list[str]
    ) -> Iterator[Any]:
        from reportlab.lib import colors
        from reportlab.platypus import Paragraph, Spacer, Table, TableStyle

        widest = max(len(row.cells) or 1 for row in rows)
        cells = [[self._fit(cell) for cell in row.cells or (row.text,)] for row in rows]
        for line in cells:
            body += line
        columns = _columns(cells, widest, width)
        drawn = [
            [Paragraph(escape(cell), styles["head" if row.row == 0 else "cell"]) for cell in line]
            + [""] * (widest - len(line))
            for row, line in zip(rows, cells, strict=True)
        ]
        inner = [each - 6 for each in columns]
        tallest = max(
            cell.wrap(inner[at], 1e6)[1] for line in drawn for at, cell in enumerate(line) if not isinstance(cell, str)
        )
        if min(inner) < 20 or tallest > _HIGHEST_ROW * height:
            for line in cells:
                yield from (Paragraph(escape(cell), styles["cell"]) for cell in line if cell)
            return
        table = Table(drawn, colWidths=columns, splitByRow=1)
        style = [("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        style += [(f"{side}PADDING", (0, 0), (-1, -1), 3) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        table.setStyle(TableStyle(style))
        yield table
        yield Spacer(1, 6)

    def _fit(self, text: str) -> str:
        return printable(drawable(printable(text), self._faces.glyphs))


_STYLES = {BlockKind.LIST_ITEM: "item", BlockKind.BOX: "box", BlockKind.FOOTNOTE: "note"}


def _pages_of(sheet: Sheet) -> Iterator[tuple[int | None, list[Piece]]]:
    if not sheet.pages:
        yield None, list(sheet.pieces)
        return
    held: dict[int, list[Piece]] = {}
    for piece in sheet.pieces:
        held.setdefault(piece.page or 1, []).append(piece)
    for number in range(1, sheet.pages + 1):
        yield number, held.get(number, [])


def _columns(cells: list[list[str]], widest: int, width: float) -> list[float]:
    """Share the width by the longest texts of the columns, within bounds, so that no column starves."""
    longest = [max((len(line[at]) for line in cells if at < len(line)), default=1) for at in range(widest)]
    weights = [min(max(each, 6), 60) for each in longest]
    return [width * weight / sum(weights) for weight in weights]


class Faces:
    """A regular and a bold face and the characters that both have.

    Attributes:
        plain, bold: names under which they are registered.
        glyphs: code points.
    """

    def __init__(self, plain: str, bold: str, glyphs: frozenset[int]) -> None:
        self.plain, self.bold, self.glyphs = plain, bold, glyphs


@lru_cache(maxsize=1)
def faces() -> Faces:
    """Register the fonts once.

    Source Serif (SIL Open Font License; Latin, Greek, Cyrillic) or, where its package is not installed, Bitstream
    Vera, which comes with reportlab and has Western European letters.
    """
    from importlib.resources import files

    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    try:
        folder = files("font_source_serif_pro") / "files"
        sources = [str(folder / f"SourceSerifPro-{face}.ttf") for face in ("Regular", "Bold")]
        fonts = [TTFont(f"copy-{face}", source) for face, source in zip(("plain", "bold"), sources, strict=True)]
    except Exception:  # no package, or one without these files: reportlab's own error class is not public
        fonts = [TTFont("copy-plain", "Vera.ttf"), TTFont("copy-bold", "VeraBd.ttf")]
    for font in fonts:
        pdfmetrics.registerFont(font)
    glyphs = frozenset(fonts[0].face.charToGlyph) & frozenset(fonts[1].face.charToGlyph)
    return Faces("copy-plain", "copy-bold", glyphs)


def _styles(faces: Faces, scale: float) -> dict[str, Any]:
    from reportlab.lib import colors
    from reportlab.lib.styles import ParagraphStyle

    def style(name: str, size: float = _SIZE, *, bold: bool = False, **more: Any) -> ParagraphStyle:
        face = faces.bold if bold else faces.plain
        leading = size * _LEADING / _SIZE
        return ParagraphStyle(
            name, fontName=face, fontSize=size * scale, leading=leading * scale, splitLongWords=1, **more
        )

    gap = 6 * scale
    made = {
        "body": style("body", spaceAfter=gap),
        "item": style("item", spaceAfter=gap / 2, leftIndent=22 * scale, firstLineIndent=-10 * scale),
        "box": style("box", spaceAfter=gap, leftIndent=8, borderPadding=3, backColor=colors.HexColor("#eeeeee")),
        "note": style("note", 8.8, spaceAfter=gap / 2),
        "cell": style("cell", 9.2),
        "head": style("head", 9.2, bold=True),
    }
    for level, size in enumerate((16.0, 13.0, 11.5, 10.5), 1):
        made[f"h{level}"] = style(f"h{level}", size, bold=True, spaceBefore=gap, spaceAfter=gap, keepWithNext=0)
    return made


def _bare(drawn: bytes, language: str) -> bytes:
    """Carry the pages over into a file with no date, no author and no trace of the program but a neutral name."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(drawn)).pages:
        page.pop("/Trans", None)
        writer.add_page(page)
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    writer.metadata = {"/Producer": PRODUCER, "/Title": TITLE}
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
