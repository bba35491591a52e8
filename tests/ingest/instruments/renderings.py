"""An instrument laid out anew: as official prints do it, in PDF with columns, headers and footers, and in HTML."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from typing import Any

from ingest.instruments.instrument import Instrument
from ingest.instruments.reference import Reference

Line = tuple[str, str]


def lines(instrument: Instrument, *, with_headings: bool = True) -> Iterator[Line]:
    """Kind (title, part, article, text) and words of each paragraph of a print."""
    yield "title", instrument.title
    opened = {provision.reference for provision in instrument.provisions}
    article = part = ""
    announced: set[Reference] = set()
    for provision in instrument.provisions:
        reference = provision.reference
        if reference.head == "PREAMBLE":
            yield "part", "PREAMBLE"
            yield "text", provision.text
            continue
        if provision.part != part and reference.head != "ANNEX":
            part = provision.part
            number, _, title = part.partition(", ")
            yield from (("part", words) for words in (number, title) if words)
        if reference.head != article:
            article = reference.head
            yield "article", "Annex" if article == "ANNEX" else f"Article {article}"
            heading = provision.heading
            if with_headings and heading and heading != part.partition(", ")[2] and article != "ANNEX":
                yield "article", heading
        # A number or letter that has no words of its own stands before the first of its parts: "2. (a) ...".
        lead = ""
        for above in reference.ancestors[1:]:
            if above not in opened and above not in announced:
                announced.add(above)
                lead += f"{_mark(above)} "
        mark = f"{_mark(reference)} " if reference.parts else ""
        yield "text", lead + mark + provision.text


def _mark(reference: Reference) -> str:
    last = reference.parts[-1]
    return f"{last}." if last.isdigit() else f"({last})"


def as_html(instrument: Instrument, *, tables: bool = False) -> bytes:
    """As a page: headings and paragraphs, or one table with a row for each paragraph."""
    tags = {"title": "h1", "part": "h2", "article": "h3", "text": "p"}
    inner = "".join(f"<{tags[kind]}>{escape(words)}</{tags[kind]}>\n" for kind, words in lines(instrument))
    menu = "<nav><ul><li><a href='#'>Home</a></li><li><a href='#'>Instruments</a></li></ul></nav>"
    if tables:
        inner = "".join(
            f"<{tags[kind]}>{escape(words)}</{tags[kind]}>\n"
            if kind != "text"
            else f"<div class='row'><span>{escape(words)}</span></div>\n"
            for kind, words in lines(instrument)
        )
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{escape(instrument.title)}</title></head>"
        f"<body>{menu}<main>{inner}</main><footer>Contact us</footer></body></html>"
    ).encode()


def as_pdf(instrument: Instrument, *, columns: int) -> bytes:
    """As a print: justified columns, a header and a footer with the page on every page, breaks within paragraphs."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    width, height = A4
    margin, gutter = 50, 22
    column = (width - 2 * margin - gutter * (columns - 1)) / columns
    frames = [
        Frame(margin + place * (column + gutter), 62, column, height - 134, leftPadding=2, rightPadding=2)
        for place in range(columns)
    ]

    def furniture(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(margin, height - 40, "Collected instruments on detention")
        canvas.drawRightString(width - margin, height - 40, "2006")
        canvas.drawCentredString(width / 2, 34, str(document.page + 236))
        canvas.drawString(margin, 34, "Series A, volume 12")

    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
    sheet = getSampleStyleSheet()
    styles = {
        "title": ParagraphStyle("t", parent=sheet["Title"], fontSize=13, leading=16),
        "part": ParagraphStyle("p", parent=sheet["Heading3"], alignment=1),
        "article": ParagraphStyle("a", parent=sheet["Heading4"], alignment=1),
        "text": ParagraphStyle("b", parent=sheet["BodyText"], fontSize=9, leading=11, alignment=4),
    }
    document.build([Paragraph(escape(words), styles[kind]) for kind, words in lines(instrument)])
    return buffer.getvalue()
