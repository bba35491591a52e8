"""A page as one HTML file that needs nothing else: no script, no font, no picture from outside."""

from __future__ import annotations

import base64
from html import escape

from api.documents.chart import svg
from api.documents.page import Block, Cell, Chart, Heading, Items, Line, Page, Paragraph, Style, Table

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.45 "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #1b1b1b; max-width: 62rem;
  margin: 1.5rem auto; padding: 0 1rem; background: #fff; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.25rem; margin: 1.8rem 0 .5rem;
  border-bottom: 1px solid #777; } h3 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
p { margin: .4rem 0; } .notice { border: 1px solid #8a5a00; background: #fff6e0; padding: .5rem .7rem; }
.note { color: #444; font-size: .92em; } .quote { display: block; } .quote::before { content: "\\201C"; }
.quote::after { content: "\\201D"; } .cite { display: block; color: #444; font-size: .85em; }
.strong { font-weight: 600; display: block; } .plain, .cell-note { display: block; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; table-layout: fixed; font-size: .92em; }
th, td { border: 1px solid #999; padding: .3rem .45rem; vertical-align: top; text-align: left;
  overflow-wrap: anywhere; } th { background: #eee; } td.number, th.number { text-align: right; }
ul.tick { list-style: none; padding-left: .2rem; } ul.tick > li { padding-left: 1.5rem; position: relative;
  margin: .35rem 0; } ul.tick > li::before { content: "\\2610"; position: absolute; left: 0; }
figure { margin: 1rem 0; } figure img { width: 46rem; max-width: 100%; height: auto; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } thead { display: table-header-group; }
  tr, figure, li { break-inside: avoid; } h2, h3 { break-after: avoid; } }
"""


def html_bytes(page: Page) -> bytes:
    """Return the file."""
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        # Nothing in the page may be fetched or run, whatever a document's text looks like.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        'img-src data:">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(page.title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{_text(page.title)}</h1>",
        *(f"<p>{_text(line)}</p>" for line in page.lines),
        f'<p class="notice">{_text(page.notice)}</p>',
        *(_block(block) for block in page.blocks),
        "</body></html>\n",
    ]
    return "\n".join(parts).encode("utf-8")


def _text(text: str) -> str:
    return escape(text, quote=True)


def _block(block: Block) -> str:
    match block:
        case Heading():
            level = min(block.level + 1, 6)
            return f"<h{level}>{_text(block.text)}</h{level}>"
        case Paragraph():
            return f'<p class="{block.style.value}">{_text(block.text)}</p>'
        case Items():
            items = "".join(f"<li>{_cell(item)}</li>" for item in block.items)
            return f'<ul class="tick">{items}</ul>' if block.tick else f"<ul>{items}</ul>"
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)


def _cell(lines: Cell) -> str:
    return "".join(_line(line) for line in lines)


def _line(line: Line) -> str:
    name = "note cell-note" if line.style is Style.NOTE else line.style.value
    return f'<span class="{name}">{_text(line.text)}</span>'


def _table(table: Table) -> str:
    whole = sum(table.widths) or 1.0
    columns = "".join(f'<col style="width:{100 * width / whole:.1f}%">' for width in table.widths)
    number = [' class="number"' if place in table.numbers else "" for place in range(len(table.headings))]
    head = "".join(
        f'<th scope="col"{number[place]}>{_text(heading)}</th>' for place, heading in enumerate(table.headings)
    )
    rows = "".join(
        "<tr>" + "".join(f"<td{number[place]}>{_cell(each)}</td>" for place, each in enumerate(row)) + "</tr>"
        for row in table.rows
    )
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _chart(chart: Chart) -> str:
    # As a picture of its own it can run nothing, and its labels cannot become part of the page.
    data = base64.b64encode(svg(chart)).decode("ascii")
    more = f'<figcaption class="note">{_text(chart.more)}</figcaption>' if chart.more else ""
    source = f"data:image/svg+xml;base64,{data}"
    return f'<figure><img alt="{_text(chart.described)}" src="{source}">{more}</figure>'
