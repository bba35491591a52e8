"""Writes sample reports as HTML, Markdown and plain text."""

from __future__ import annotations

import html
import textwrap
from pathlib import Path

from api.samples.source import Rich, Source

_WIDTH, _NARROWEST = 84, 20


def write_html(source: Source, to: Path) -> None:
    """Write ``source`` as a web page as content systems make them: navigation, article, footer."""
    out: list[str] = []
    items = 0
    for block in source.blocks:
        text = html.escape(block.cells[0].text, quote=False)
        if block.kind == "row":
            tag = "th" if block.number == "0" else "td"
            cells = "".join(f"<{tag}>{html.escape(cell.text, quote=False)}</{tag}>" for cell in block.cells)
            if block.number == "0":
                out.append("<table>")
            elif out[-1] == "</table>":
                out.pop()
            out += [f"<tr>{cells}</tr>", "</table>"] if block.number != "0" else [f"<tr>{cells}</tr>"]
        elif block.kind == "heading":
            out.append(f"<h{block.level}>{text}</h{block.level}>")
        elif block.item:
            tag, first = "ul", ""
            if block.item == "number":
                items += 1
                tag, first = "ol", f' start="{items}"' if items > 1 else ""
            if out[-1] == f"</{tag}>":
                out.pop()
            else:
                out.append(f"<{tag}{first}>")
            out += [f"<li>{text}</li>", f"</{tag}>"]
        elif block.kind == "paragraph":
            out.append(f'<p class="rec">{text}</p>' if block.boxed else f"<p>{text}</p>")
        else:
            out.append(f"<{block.kind}><p>{text}</p></{block.kind}>")
    title, author = (html.escape(value) for value in (source.about["title"], source.author))
    head = f'<meta charset="utf-8"><title>{title}</title><meta name="author" content="{author}">'
    style = "<style>body{font-family:sans-serif;max-width:46em;margin:auto}.rec{border-left:4px solid #357}</style>"
    body = "\n".join(out)
    to.write_text(f'<!DOCTYPE html>\n<html lang="en"><head>{head}{style}</head>\n<body>\n{body}\n</body></html>\n')


def write_markdown(source: Source, to: Path) -> None:
    """Write ``source`` as Markdown, one block per paragraph."""
    out: list[str] = []
    for block, sign in zip(source.blocks, _signs(source), strict=True):
        if block.kind == "row":
            row = f"| {' | '.join(cell.text for cell in block.cells)} |"
            rule = f"\n|{'---|' * len(block.cells)}"
            out[-1:] = [f"{out[-1]}\n{row}"] if block.number != "0" else [out[-1], row + rule]
        elif block.kind == "heading":
            out.append("#" * block.level + " " + block.cells[0].text)
        elif block.kind == "note":
            out.append(f"[^{block.number}]: {block.cells[0].text}")
        else:
            out.append(sign + _starred(block.cells[0]))
    to.write_text("\n\n".join(out) + "\n", "utf-8")


def _signs(source: Source) -> list[str]:
    """Return what stands before each block: the sign or the number of an item of a list."""
    signs, items = [], 0
    for block in source.blocks:
        items += block.item == "number"
        signs.append({"bullet": "- ", "number": f"{items}. "}.get(block.item, ""))
    return signs


def _starred(rich: Rich) -> str:
    text = rich.text
    for offset, number in reversed(rich.notes):
        text = f"{text[:offset]}[^{number}]{text[offset:]}"
    for start, end in reversed(rich.bold):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text


def write_text(source: Source, to: Path) -> None:
    """Write ``source`` as plain text with hard line breaks, tables as columns."""
    out: list[str] = []
    widths = _columns(source)
    for block, sign in zip(source.blocks, _signs(source), strict=True):
        if block.kind == "row":
            wide = widths[block.table]
            row = "".join(cell.text.ljust(width) for cell, width in zip(block.cells, wide, strict=True)).rstrip()
            out[-1:] = [f"{out[-1]}\n{row}"] if block.number != "0" else [out[-1], row]
        elif block.kind == "heading":
            out.append(f"{block.cells[0].text}\n{'=' * len(block.cells[0].text)}")
        else:
            hanging = " " * len(sign)
            out.append("\n".join(textwrap.wrap(sign + block.cells[0].text, _WIDTH, subsequent_indent=hanging)))
    to.write_text("\n\n".join(out) + "\n", "utf-8")


def _columns(source: Source) -> dict[int, list[int]]:
    """Return how wide the columns of each table are: as wide as their longest cell and two blanks."""
    widths: dict[int, list[int]] = {}
    for block in source.pick("row"):
        here = widths.setdefault(block.table, [_NARROWEST] * len(block.cells))
        widths[block.table] = [max(old, len(cell.text) + 2) for old, cell in zip(here, block.cells, strict=True)]
    return widths
