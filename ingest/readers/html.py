"""HTML: what a browser would show, in blocks. No network, no entities from outside, no scripts."""

from __future__ import annotations

import re
from typing import Any

from ingest.errors import CorruptFile
from ingest.readers.decoding import decode
from ingest.readers.html_elements import BLOCKS, DROPPED, comments, is_hidden, is_notes, item_number, span
from ingest.readers.oneline import BREAK, lines_of, one_line
from ingest.report import BlockKind, ParsedBlock, ParsedReport

_MAX_DEPTH = 200


def read_html(data: bytes) -> ParsedReport:
    """Read a web page.

    Raises:
        CorruptFile: nothing that a browser would show as a page.
    """
    import lxml.html

    text, warnings = decode(data, declared_in_head=True)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True)
    try:
        root = lxml.html.document_fromstring(text, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise CorruptFile() from error
    page = _Page()
    page.walk(root, 0)
    page.flush()
    page.hidden += comments(text)
    if page.hidden:
        warnings.append(f"{page.hidden} hidden parts of the page were withheld.")
    return ParsedReport(tuple(page.blocks), properties=_properties(root), warnings=tuple(warnings))


def _properties(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    title = root.findtext(".//head/title") or root.findtext(".//title")
    if title and one_line(title):
        found["title"] = one_line(title)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        found["language"] = one_line(language)
    wanted = {
        "author": "author",
        "description": "subject",
        "date": "created",
        "dc.date": "created",
        "dc.creator": "author",
    }
    for meta in root.iter("meta"):
        key = wanted.get((meta.get("name") or meta.get("property") or "").lower())
        content = one_line(meta.get("content") or "")
        if key and content:
            found.setdefault(key, content)
    return found


class _Page:
    """Walks the tree once, gathering runs of inline text into blocks."""

    def __init__(self) -> None:
        self.blocks: list[ParsedBlock] = []
        self.hidden = 0
        self._run: list[str] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._number: str | None = None
        self._tables = 0

    def flush(self) -> None:
        words = "".join(self._run)
        self._run.clear()
        parted = self._kind is BlockKind.PARAGRAPH and self._number is None
        for text in lines_of(words) if parted else filter(None, [one_line(words)]):
            self.blocks.append(ParsedBlock(self._kind, text, level=self._level, number=self._number))
            self._number = None  # a second paragraph of the same item carries no number

    def walk(self, element: Any, depth: int) -> None:
        if not isinstance(element.tag, str) or depth > _MAX_DEPTH:
            return
        tag = element.tag.lower().rpartition("}")[2]
        if tag in DROPPED:
            return
        if is_hidden(element, tag):
            if one_line("".join(element.itertext())):
                self.hidden += 1
            return
        if tag == "br":
            self._run.append(BREAK)
        elif tag == "img":
            self._run.append(f" {element.get('alt') or ''} ")
        elif tag == "table" and self._is_data_table(element):
            self.flush()
            self._table(element, depth)
        elif tag in BLOCKS:
            self._block(element, tag, depth)
        else:
            self._inline(element, tag, depth)

    def _children(self, element: Any, depth: int) -> None:
        if element.text:
            self._run.append(element.text)
        for child in element:
            self.walk(child, depth + 1)
            if child.tail:
                self._run.append(child.tail)

    def _inline(self, element: Any, tag: str, depth: int) -> None:
        if tag == "sup":
            mark = one_line("".join(element.itertext()))
            if re.fullmatch(r"\[?\d{1,3}\]?|[*†‡]", mark):
                self._run.append(f"[{mark.strip('[]')}]")
                return
        self._children(element, depth)

    def _block(self, element: Any, tag: str, depth: int) -> None:
        self.flush()
        saved = (self._kind, self._level, self._number)
        if re.fullmatch(r"h[1-6]", tag):
            self._kind, self._level, self._number = BlockKind.HEADING, int(tag[1]), None
        elif tag == "li":
            self._kind = BlockKind.FOOTNOTE if is_notes(element) else BlockKind.LIST_ITEM
            self._level = sum(1 for one in element.iterancestors("ul", "ol"))
            self._number = item_number(element)
        elif tag in ("blockquote", "aside", "fieldset"):
            self._kind = BlockKind.BOX
        elif tag in ("header", "footer") and self._is_furniture(element):
            self._kind = BlockKind.HEADER if tag == "header" else BlockKind.FOOTER
        elif tag == "dt":
            self._kind, self._level = BlockKind.PARAGRAPH, 0
        elif is_notes(element) and tag in ("p", "div", "section"):
            self._kind = BlockKind.FOOTNOTE
        self._children(element, depth)
        self.flush()
        self._kind, self._level, self._number = saved

    @staticmethod
    def _is_furniture(element: Any) -> bool:
        return len(one_line("".join(element.itertext()))) <= 300 and not element.xpath(".//h1|.//h2|.//table")

    @staticmethod
    def _is_data_table(element: Any) -> bool:
        if (element.get("role") or "") == "presentation" or element.xpath(".//table"):
            return False
        rows = element.xpath(".//tr")
        return any(len(row.xpath("./td|./th")) > 1 for row in rows)

    def _table(self, table: Any, depth: int) -> None:
        self._tables += 1
        number = self._tables
        for caption in table.xpath("./caption"):
            self._block(caption, "caption", depth)
        count = 0
        open_cells: dict[int, int] = {}
        for row in table.xpath(".//tr"):
            if is_hidden(row, "tr"):
                self.hidden += 1
                continue
            cells = self._row(row, open_cells, depth)
            if any(cells):
                self.blocks.append(
                    ParsedBlock(BlockKind.TABLE_ROW, " | ".join(cells), table=number, row=count, cells=cells)
                )
                count += 1

    def _row(self, row: Any, open_cells: dict[int, int], depth: int) -> tuple[str, ...]:
        """Return the cells of a row, empty ones where a joined cell takes columns, so that each stands under its head.

        Args:
            row: a ``tr``.
            open_cells: rows that a cell from above still takes, by column; brought up to date.
            depth: of the row in the page.
        """
        cells: list[str] = []
        opened: dict[int, int] = {}
        end = 0
        for cell in row.xpath("./td|./th"):
            if is_hidden(cell, "td"):
                self.hidden += bool(one_line("".join(cell.itertext())))
                continue
            while open_cells.get(len(cells), 0) > 0:
                cells.append("")
            wide, high = span(cell, "colspan"), span(cell, "rowspan")
            opened.update({len(cells) + at: high - 1 for at in range(wide) if high > 1})
            cells.append(self._cell(cell, depth))
            end = len(cells)
            cells += [""] * (wide - 1)
        for column in [one for one in open_cells if open_cells[one] > 0]:
            open_cells[column] -= 1
        open_cells.update(opened)
        return tuple(cells[:end])

    def _cell(self, cell: Any, depth: int) -> str:
        inner = _Page()
        inner._children(cell, depth + 1)
        inner.flush()
        self.hidden += inner.hidden
        return " ".join(f"{block.number} {block.text}" if block.number else block.text for block in inner.blocks)
