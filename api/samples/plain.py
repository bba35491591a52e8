"""Writes sample reports as HTML, Markdown and plain text."""

from __future__ import annotations

import html
import textwrap
from pathlib import Path

from api.samples.source import Rich, Source, SourceBlock

_WIDTH = 84


def write_html(source: Source, to: Path) -> None:
    """Write ``source`` as a web page as content systems make them: navigation, article, footer."""
    out: list[str] = []
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
        elif block.kind == "paragraph":
            out.append(f'<p class="rec">{text}</p>' if block.entry else f"<p>{text}</p>")
        else:
            out.append(f"<{block.kind}><p>{text}</p></{block.kind}>")
    title, author = (html.escape(source.about[key]) for key in ("title", "author"))
    head = f'<meta charset="utf-8"><title>{title}</title><meta name="author" content="{author}">'
    style = "<style>body{font-family:sans-serif;max-width:46em;margin:auto}.rec{border-left:4px solid #357}</style>"
    body = "\n".join(out)
    to.write_text(f'<!DOCTYPE html>\n<html lang="en"><head>{head}{style}</head>\n<body>\n{body}\n</body></html>\n')


def write_markdown(source: Source, to: Path) -> None:
    """Write ``source`` as Markdown, one block per paragraph."""
    to.write_text("\n\n".join(_markdown(block) for block in source.blocks) + "\n", "utf-8")


def _markdown(block: SourceBlock) -> str:
    if block.kind == "heading":
        return "#" * block.level + " " + block.cells[0].text
    return _starred(block.cells[0])


def _starred(rich: Rich) -> str:
    text = rich.text
    for start, end in reversed(rich.bold):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text


def write_text(source: Source, to: Path) -> None:
    """Write ``source`` as plain text with hard line breaks, tables as columns."""
    out: list[str] = []
    for block in source.blocks:
        if block.kind == "row":
            row = "".join(cell.text.ljust(20) for cell in block.cells).rstrip()
            out[-1:] = [f"{out[-1]}\n{row}"] if block.number != "0" else [out[-1], row]
        elif block.kind == "heading":
            out.append(f"{block.cells[0].text}\n{'=' * len(block.cells[0].text)}")
        else:
            out.append("\n".join(textwrap.wrap(block.cells[0].text, _WIDTH)))
    to.write_text("\n\n".join(out) + "\n", "utf-8")
