"""Writes sample reports as PDF: with text, or as the scan of a letter."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from api.samples.source import Rich, Source

# The scan is made to look like one: skewed, speckled, black and white. The seed keeps it the same in every build.

_SEED, _DPI, _SKEW_DEGREES, _SPECKS = 20241216, 200, 0.4, 900
# Characters of a cell that needs no room.
_NARROW = 6


def write_pdf(source: Source, to: Path) -> None:
    """Write ``source`` as a PDF with a text layer to ``to``."""
    to.write_bytes(_pdf(source, serif=_serif(source)))


def write_scan(source: Source, to: Path) -> None:
    """Write ``source`` as a PDF of pictures to ``to``: what a scanner makes of a letter."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(_pdf(source, serif=True))
    chance = random.Random(_SEED)
    pages = []
    for page in document:
        image = page.render(scale=_DPI / 72, grayscale=True).to_pil()
        image = image.rotate(_SKEW_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=255)
        for _ in range(_SPECKS):
            image.putpixel((chance.randrange(image.width), chance.randrange(image.height)), chance.choice((0, 255)))
        pages.append(image.point(lambda grey: 255 if grey > 150 else 0).convert("1"))
    moment = source.moment.timetuple()
    pages[0].save(
        to, "PDF", save_all=True, append_images=pages[1:], resolution=_DPI, creationDate=moment, modDate=moment
    )


def _pdf(source: Source, *, serif: bool) -> bytes:
    from reportlab.lib import colors
    from reportlab.lib.enums import TA_LEFT
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    plain, bold = _fonts(serif=serif)
    body = ParagraphStyle("body", fontName=plain, fontSize=10.2, leading=13.8, spaceAfter=6, alignment=TA_LEFT)
    small = ParagraphStyle("small", parent=body, fontSize=9, leading=11.5, spaceAfter=0)
    head = ParagraphStyle("head", parent=small, fontName=bold)
    titles = [
        ParagraphStyle(
            f"h{n}", parent=body, fontName=bold, fontSize=size, leading=size * 1.3, spaceBefore=10, keepWithNext=1
        )
        for n, size in enumerate((17, 12.5, 11))
    ]
    boxed = ParagraphStyle("boxed", parent=body, backColor=colors.HexColor("#eef1f4"), borderPadding=4, spaceBefore=5)
    noted = ParagraphStyle("noted", parent=small, spaceAfter=6)
    story: list[Any] = []
    rows: list[list[Any]] = []

    def close_table() -> None:
        if not rows:
            return
        width = A4[0] - 44 * mm
        longest = [max(len(cell.getPlainText()) for cell in column) for column in zip(*rows, strict=True)]
        table = Table(list(rows), colWidths=_widths(longest, width), repeatRows=1)
        grid = ("GRID", (0, 0), (-1, -1), 0.4, colors.grey)
        shade = ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#dde3e8"))
        table.setStyle(TableStyle([grid, shade, ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        story.extend([table, Spacer(1, 8)])
        rows.clear()

    items = 0
    for block in source.blocks:
        if block.kind == "row":
            rows.append([Paragraph(escape(cell.text), head if block.number == "0" else small) for cell in block.cells])
            continue
        close_table()
        if block.kind == "heading":
            story.append(Paragraph(escape(block.cells[0].text), titles[block.level - 1]))
        elif block.kind == "paragraph":
            recommended = block.boxed and source.about["format"] == "pdf" and source.about.get("boxed") != "no"
            items += block.item == "number"
            sign = {"bullet": "•\N{NO-BREAK SPACE}", "number": f"{items}. "}.get(block.item, "")
            story.append(Paragraph(sign + _html(block.cells[0]), boxed if recommended else body))
        elif block.kind == "note":
            story.append(Paragraph(f"<super>{block.number}</super> {escape(block.cells[0].text)}", noted))
    close_table()

    def furniture(canvas: Any, template: Any) -> None:
        canvas.setFont(plain, 8)
        for block in source.pick("header"):
            canvas.drawString(22 * mm, A4[1] - 13 * mm, block.cells[0].text)
        for block in source.pick("footer"):
            canvas.drawString(22 * mm, 12 * mm, block.cells[0].text)
        canvas.drawRightString(A4[0] - 22 * mm, 12 * mm, f"Page {template.page}")

    out = io.BytesIO()
    margins = {"leftMargin": 22 * mm, "rightMargin": 22 * mm, "topMargin": 20 * mm, "bottomMargin": 20 * mm}
    author = source.about["inspecting_body"]
    # ``invariant`` leaves out the time of writing, so that a second build gives the same bytes.
    template = SimpleDocTemplate(
        out, pagesize=A4, title=source.about["title"], author=author, invariant=1, lang="en", **margins
    )
    template.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def _html(rich: Rich) -> str:
    signs = [(place, sign) for stretch in rich.bold for place, sign in zip(stretch, ("<b>", "</b>"), strict=True)]
    signs += [(place, f"<super>{number}</super>") for place, number in rich.notes]
    out, last = "", 0
    for place, sign in sorted(signs):
        out += escape(rich.text[last:place]) + sign
        last = place
    return out + escape(rich.text[last:])


def _serif(source: Source) -> bool:
    return source.about.get("font", "serif" if source.doc == "01" else "sans") == "serif"


def _widths(longest: Sequence[int], width: float) -> Sequence[float]:
    """Give a narrow first column to numbered tables, a wide one to tables of indicators.

    Args:
        longest: characters of the longest cell of each column.
        width: of the whole table, in points.
    """
    if len(longest) == 3 and max(longest[1:]) <= _NARROW:
        return [share * width for share in (0.56, 0.22, 0.22)]
    if len(longest) == 4 and longest[0] <= _NARROW:
        return [share * width for share in (0.08, 0.44, 0.24, 0.24)]
    # Long cells wrap, so that a column needs less than its length: the root is a fair mean.
    needs = [max(3.0, min(length, 400) ** 0.6) for length in longest]
    return [need / sum(needs) * width for need in needs]


def _fonts(*, serif: bool) -> tuple[str, str]:
    """Register and name a regular and a bold font: Source Serif (OFL) or Vera, which comes with reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if serif:
        folder = files("font_source_serif_pro") / "files"
        for name in ("SourceSerifPro-Regular", "SourceSerifPro-Bold"):
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
        return "SourceSerifPro-Regular", "SourceSerifPro-Bold"
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    return "Vera", "VeraBd"
