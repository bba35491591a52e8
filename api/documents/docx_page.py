"""A page as a DOCX file, by python-docx: real headings, tables with repeated head rows, charts as pictures."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from api.documents.chart import png, size
from api.documents.page import Block, Cell, Chart, Heading, Items, Line, Page, Paragraph, Style, Table

if TYPE_CHECKING:
    from docx.document import Document

# What XML 1.0 cannot hold; a text with such a character would make the file unreadable.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_WIDTH = 17.0  # centimetres between the margins of an A4 page
_MOST_ROWS = 2000


def docx_bytes(page: Page) -> bytes:
    """Return the file."""
    import docx
    from docx.shared import Cm, Pt

    document: Document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(2.0)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.title = _clean(page.title)[:250]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.add_heading(_clean(page.title), level=0)
    for line in page.lines:
        document.add_paragraph(_clean(line))
    notice = document.add_paragraph()
    notice.add_run(_clean(page.notice)).bold = True
    footer = section.footer.paragraphs[0]
    footer.text = _clean(page.notice)
    for run in footer.runs:
        run.font.size = Pt(8)
    for block in page.blocks:
        _add(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(_clean(block.text), level=min(block.level, 9))
        case Paragraph():
            _run(document.add_paragraph(), Line(block.text, block.style))
        case Items():
            for item in block.items:
                paragraph = document.add_paragraph(style=None if block.tick else "List Bullet")
                _fill(paragraph, (Line("☐ "), *item) if block.tick else item, first_joined=block.tick)
        case Table():
            _table(document, block)
        case Chart():
            _chart(document, block)


def _fill(paragraph: Any, lines: Cell, *, first_joined: bool = False) -> None:
    for place, line in enumerate(lines):
        if place > (1 if first_joined else 0):
            paragraph.add_run().add_break()
        _run(paragraph, line)


def _run(paragraph: Any, line: Line) -> None:
    from docx.shared import Pt, RGBColor

    text = _clean(line.text)
    run = paragraph.add_run(f"“{text}”" if line.style is Style.QUOTE else text)
    if line.style is Style.STRONG:
        run.bold = True
    elif line.style in (Style.CITE, Style.NOTE):
        run.font.size = Pt(9)
        run.font.color.rgb = RGBColor(0x44, 0x44, 0x44)
        run.italic = line.style is Style.NOTE


def _table(document: Document, table: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    whole = sum(table.widths) or 1.0
    widths = [Cm(_WIDTH * width / whole) for width in table.widths]
    made = document.add_table(rows=1, cols=len(table.headings))
    made.style = "Table Grid"
    made.autofit = False
    for place, heading in enumerate(table.headings):
        _fill(made.rows[0].cells[place].paragraphs[0], (Line(heading, Style.STRONG),))
    _repeat_on_each_page(made.rows[0])
    for row in table.rows[:_MOST_ROWS]:
        cells = made.add_row().cells
        for place, each in enumerate(row):
            paragraph = cells[place].paragraphs[0]
            _fill(paragraph, each)
            if place in table.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for made_row in made.rows:
        for place, width in enumerate(widths):
            made_row.cells[place].width = width
    if len(table.rows) > _MOST_ROWS:
        left = len(table.rows) - _MOST_ROWS
        document.add_paragraph(f"{left} more rows are left out here; --json and HTML have them all.")
    document.add_paragraph()


def _repeat_on_each_page(row: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _chart(document: Document, chart: Chart) -> None:
    from docx.shared import Cm

    width, height = size(chart)
    # A page is 25.7 cm high between its margins.
    wide = min(_WIDTH, 24.0 * width / height)
    shape = document.add_picture(io.BytesIO(png(chart)), width=Cm(wide))
    described = shape._inline.docPr
    described.set("descr", _clean(chart.described)[:2000])
    if chart.more:
        _run(document.add_paragraph(), Line(chart.more, Style.NOTE))
