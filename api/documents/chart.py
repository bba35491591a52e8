"""Charts: horizontal bars, drawn once, as SVG for HTML and as PNG for DOCX."""

from __future__ import annotations

import io
import re
from html import escape
from typing import TYPE_CHECKING

from api.documents.page import Chart

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

WIDTH = 640.0  # points
_LABELS = 200.0  # width of the column of labels
_TOTALS = 46.0  # room for the figure at the end of a bar
_BAR, _GAP = 15.0, 8.0
_SIZE, _TITLE = 10.5, 12.0
_MARGIN = 12.0
_ROOM = 5.0  # that a figure needs beside it to stand inside its part of a bar
# None of them is wider than the font that the room for labels is measured with.
_FAMILY = "Source Serif Pro, Source Serif 4, Times New Roman, Liberation Serif, serif"
# After Okabe and Ito's palette for colour-blind readers; neighbours differ in lightness too, for grey printers.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999", "#F0E442")
_LIGHT = frozenset({"#E69F00", "#56B4E9", "#F0E442", "#CC79A7", "#999999", "#BBBBBB"})
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def svg(chart: Chart) -> bytes:
    """Return the chart as an SVG file.

    Written from the drawing's shapes and not by reportlab, which works out where a text begins from widths of its own
    fonts: in a reader's font, labels would not end where they should.
    """
    from reportlab.graphics.shapes import Rect, String

    drawing = _drawing(chart)
    width, height = drawing.width, drawing.height
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
        f' viewBox="0 0 {width:g} {height:g}" font-family="{_FAMILY}">',
    ]
    for shape in drawing.contents:
        fill = f"#{shape.fillColor.hexval()[2:]}"
        if isinstance(shape, Rect):
            edge = "" if shape.strokeColor is None else f' stroke="#fff" stroke-width="{shape.strokeWidth:g}"'
            y = height - shape.y - shape.height
            parts.append(
                f'<rect x="{shape.x:.2f}" y="{y:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}"'
                f' fill="{fill}"{edge}/>'
            )
        elif isinstance(shape, String):
            weight = ' font-weight="bold"' if shape.fontName == _fonts()[1] else ""
            anchor = "" if shape.textAnchor == "start" else f' text-anchor="{shape.textAnchor}"'
            parts.append(
                f'<text x="{shape.x:.2f}" y="{height - shape.y:.2f}" font-size="{shape.fontSize:g}"'
                f' fill="{fill}"{weight}{anchor}>{escape(shape.text)}</text>'
            )
    parts.append("</svg>\n")
    return "\n".join(parts).encode("utf-8")


def png(chart: Chart, scale: float = 2.0) -> bytes:
    """Return the chart as a PNG picture of ``scale`` pixels for each point."""
    import pypdfium2
    from reportlab.graphics import renderPDF

    document = pypdfium2.PdfDocument(renderPDF.drawToString(_drawing(chart)))
    try:
        page = document[0]
        picture = page.render(scale=scale).to_pil()
        page.close()
    finally:
        document.close()
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()


def size(chart: Chart) -> tuple[float, float]:
    """Return width and height of a chart in points."""
    legend = 20.0 * len(_legend_rows(chart)) if len(chart.series) > 1 else 0.0
    lines = len(_wrapped(chart.title, WIDTH - 2 * _MARGIN, _TITLE, bold=True))
    head = _MARGIN + lines * (_TITLE + 4) + legend + 6
    return WIDTH, head + max(1, len(chart.labels)) * (_row(chart) + _GAP) + _MARGIN


def _drawing(chart: Chart) -> Drawing:
    from reportlab.graphics.shapes import Drawing, Rect, String
    from reportlab.lib.colors import HexColor, black, white

    plain, bold = _fonts()
    width, height = size(chart)
    drawing = Drawing(width, height)
    drawing.add(Rect(0, 0, width, height, fillColor=white, strokeColor=None))
    y = height - _MARGIN - _TITLE
    for line in _wrapped(chart.title, width - 2 * _MARGIN, _TITLE, bold=True):
        drawing.add(String(_MARGIN, y, line, fontName=bold, fontSize=_TITLE, fillColor=black))
        y -= _TITLE + 4
    if len(chart.series) > 1:
        for row in _legend_rows(chart):
            x = _MARGIN
            for place, name, needed in row:
                drawing.add(Rect(x, y - 1, 10, 10, fillColor=HexColor(_colour(chart, place)), strokeColor=None))
                drawing.add(String(x + 15, y, name, fontName=plain, fontSize=_SIZE, fillColor=black))
                x += needed
            y -= 20
    room = width - 2 * _MARGIN - _LABELS - _TOTALS
    values = [[each.values[place] for each in chart.series] for place in range(len(chart.labels))]
    most = max([1, *(max(own, default=0) if chart.grouped else sum(own) for own in values)])
    y -= 4
    if not chart.labels:
        drawing.add(String(_MARGIN, y - _BAR, "Nothing to show.", fontName=plain, fontSize=_SIZE, fillColor=black))
    start = _MARGIN + _LABELS
    for label, own in zip(chart.labels, values, strict=True):
        shown = _fitting(label, _LABELS - 10, _SIZE)
        middle = y - _row(chart) / 2 - 3.5
        drawing.add(String(start - 8, middle, shown, fontName=plain, fontSize=_SIZE, textAnchor="end", fillColor=black))
        x = start
        for number, value in enumerate(own):
            if chart.grouped or number == 0:
                y, x = y - _BAR, start
            length = room * value / most
            colour = _colour(chart, number)
            if length:
                drawing.add(Rect(x, y, length, _BAR, fillColor=HexColor(colour), strokeColor=white, strokeWidth=0.5))
            inside = not chart.grouped and len(own) > 1 and length >= _wide(str(value), 9) + _ROOM
            if inside:
                ink = black if colour in _LIGHT else white
                middle_of = {"fontSize": 9, "textAnchor": "middle", "fillColor": ink}
                drawing.add(String(x + length / 2, y + 4, str(value), fontName=plain, **middle_of))
            x += length
            if chart.grouped:
                drawing.add(String(x + 5, y + 4, str(value), fontName=bold, fontSize=_SIZE, fillColor=black))
        if not chart.grouped:
            drawing.add(String(x + 5, y + 4, str(sum(own)), fontName=bold, fontSize=_SIZE, fillColor=black))
        y -= _GAP
    return drawing


def _row(chart: Chart) -> float:
    return _BAR * (len(chart.series) if chart.grouped else 1)


def _colour(chart: Chart, place: int) -> str:
    return chart.series[place].colour or COLOURS[place % len(COLOURS)]


def _legend_rows(chart: Chart) -> list[list[tuple[int, str, float]]]:
    """Return the legend in rows: place of the series, its name, and the width that it needs."""
    rows: list[list[tuple[int, str, float]]] = [[]]
    x = 0.0
    for place, each in enumerate(chart.series):
        name = _fitting(each.name, WIDTH / 2, _SIZE)
        needed = 15 + _wide(name, _SIZE) + 18
        if rows[-1] and x + needed > WIDTH - 2 * _MARGIN:
            rows.append([])
            x = 0.0
        rows[-1].append((place, name, needed))
        x += needed
    return rows


def _wide(text: str, points: float, *, bold: bool = False) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, _fonts()[bold], points))


def _fitting(text: str, room: float, points: float) -> str:
    """Cut a label that is too long; the table beside the chart has it whole."""
    text = _CONTROL.sub("", " ".join(text.split()))
    if _wide(text, points) <= room:
        return text
    while text and _wide(f"{text}…", points) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _wrapped(text: str, room: float, points: float, *, bold: bool = False) -> list[str]:
    lines: list[str] = []
    for word in _CONTROL.sub("", text).split():
        if lines and _wide(f"{lines[-1]} {word}", points, bold=bold) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(_fitting(word, room, points))
    return lines or [""]


def _fonts() -> tuple[str, str]:
    """Return names of the plain and the bold font: Latin, Greek and Cyrillic letters where Source Serif is there."""
    from ingest.copies.pdf_copy import faces

    found = faces()
    return found.plain, found.bold
