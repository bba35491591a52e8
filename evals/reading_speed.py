"""How fast documents are read: a long born-digital PDF and a scanned page, each made afresh, against a named baseline.

The PDF has what makes pages slow to understand: running text, two columns, ruled tables, headers, footnotes and page
numbers. It is read as a stranger's file is, in the sandbox, and structured; pypdf only takes its text out.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from typing import Any

from evals.report import Cell

PAGES = 100
_TEXT = (
    "the board visited every wing of this prison and spoke in private with people held there about food health care "
    "contact with families searches and the use of force records of night checks were incomplete on several days"
)
_WORDS = _TEXT.split()


def reading_rows(seconds_of: Callable[..., float]) -> tuple[list[tuple[Cell, ...]], list[str]]:
    """Time the reading of a long PDF and of a scanned page.

    Args:
        seconds_of: runs some work ``times`` times and returns the fastest run in seconds.

    Returns:
        rows (work, unit, ours, baseline, ratio, what the baseline is) in pages per second, and sentences with the
        seconds, since those are what a person waits for.
    """
    rows: list[tuple[Cell, ...]] = []
    notes = []
    for work, pages, baseline, ours, theirs in (_born_digital(), _scanned()):
        mine, other = seconds_of(ours, times=2), seconds_of(theirs, times=2)
        rows.append((work, "pages/s", pages / mine, pages / other, other / mine, baseline))
        notes.append(f"{work[0].upper()}{work[1:]}: {mine:.1f} s; {baseline}: {other:.1f} s.")
    return rows, notes


_Case = tuple[str, int, str, Callable[[], object], Callable[[], object]]


def _born_digital() -> _Case:
    import pypdf

    from ingest.intake.file import take_in_bytes
    from ingest.intake.sandbox import read_in_sandbox
    from ingest.structure.parsing import structure

    data = born_digital(PAGES)

    def ours() -> object:
        return structure(read_in_sandbox(take_in_bytes("long.pdf", data)))

    def theirs() -> object:
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]

    return f"a PDF of {PAGES} pages, read and structured", PAGES, "pypdf, text only", ours, theirs


def _scanned() -> _Case:
    from rapidocr import RapidOCR

    from ingest.readers.ocr import Ocr, Rapid

    picture, scale = scanned_page()
    plain = RapidOCR(params={"Global.log_level": "critical"})
    engine = Ocr(Rapid())

    def ours() -> object:
        return engine.read(picture, scale, 1)

    def theirs() -> object:
        return plain(picture)

    return "a scanned page of A4 at 200 dpi", 1, "rapidocr as it comes", ours, theirs


def born_digital(pages: int) -> bytes:
    """Return a PDF of invented text: in turn a page of paragraphs, one of two columns, one with a table."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    chance = random.Random(11)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(60, 815, "Annual report of the visiting board")
        canvas.drawCentredString(298, 30, f"Page {number} of {pages}")
        kind = number % 3
        if kind == 0:
            _table(canvas, chance, _text(canvas, chance, 60, 780, 475, 2, number) - 20)
        elif kind == 1:
            _text(canvas, chance, 60, 780, 475, 5, number)
        else:
            _text(canvas, chance, 60, 780, 230, 5, number)
            _text(canvas, chance, 305, 780, 230, 5, number + pages)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(60, 60, f"{number} See the board's report of the year before.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned_page() -> tuple[Any, float]:
    """Return the grey picture of a page of text (rows by columns, uint8) and its pixels to the point."""
    import pypdfium2

    from ingest.readers.scan import page_picture

    document = pypdfium2.PdfDocument(born_digital(1))
    try:
        return page_picture(document[0], 60_000_000)
    finally:
        document.close()


def _text(canvas: Any, chance: random.Random, x: float, y: float, width: float, paragraphs: int, first: int) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    canvas.setFont("Times-Bold", 13)
    canvas.drawString(x, y, f"Section {first}")
    y -= 22
    canvas.setFont("Times-Roman", 11)
    for paragraph in range(1, paragraphs + 1):
        line = f"{first}.{paragraph}"
        for _ in range(int(width / 5)):
            word = chance.choice(_WORDS)
            if stringWidth(f"{line} {word}", "Times-Roman", 11) > width:
                canvas.drawString(x, y, line)
                y -= 13.5
                line = word
            else:
                line = f"{line} {word}"
        canvas.drawString(x, y, f"{line}.")
        y -= 21
    return y


def _table(canvas: Any, chance: random.Random, y: float) -> None:
    canvas.setFont("Times-Roman", 10)
    for row in range(8):
        for column, width in enumerate((40, 300, 135)):
            left = 60 + (0, 40, 340)[column]
            canvas.rect(left, y - 5, width, 16)
            words = " ".join(chance.choice(_WORDS) for _ in range((1, 8, 3)[column]))
            canvas.drawString(left + 3, y, str(row) if column == 0 else words)
        y -= 16
