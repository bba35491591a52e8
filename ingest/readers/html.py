"""HTML: what a browser would show, in blocks. No network, no entities from outside, no scripts."""

from __future__ import annotations

import re
from typing import Any

from ingest.errors import CorruptFile
from ingest.readers.decoding import decode
from ingest.readers.oneline import one_line
from ingest.report import BlockKind, ParsedBlock, ParsedReport

_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "canvas",
        "object",
        "embed",
        "iframe",
        "video",
        "audio",
        "map",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "nav",
        "dialog",
        "datalist",
        "head",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "blockquote",
        "aside",
        "figure",
        "figcaption",
        "pre",
        "address",
        "form",
        "fieldset",
        "hr",
        "center",
        "details",
        "summary",
        "body",
        "html",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "caption",
        "legend",
    ]
)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt)?\s*(?:;|$)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}|(?<![-\w])color\s*:\s*(?:#fff(?:fff)?|white|transparent)\b",
    re.IGNORECASE,
)
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
        text = one_line("".join(self._run))
        self._run.clear()
        if text:
            self.blocks.append(ParsedBlock(self._kind, text, level=self._level, number=self._number))
            self._number = None  # a second paragraph of the same item carries no number

    def walk(self, element: Any, depth: int) -> None:
        if not isinstance(element.tag, str) or depth > _MAX_DEPTH:
            return
        tag = element.tag.lower().rpartition("}")[2]
        if tag in _DROPPED:
            return
        if self._is_hidden(element, tag):
            if one_line("".join(element.itertext())):
                self.hidden += 1
            return
        if tag == "br":
            self._run.append(" ")
        elif tag == "img":
            self._run.append(f" {element.get('alt') or ''} ")
        elif tag == "table" and self._is_data_table(element):
            self.flush()
            self._table(element, depth)
        elif tag in _BLOCKS:
            self._block(element, tag, depth)
        else:
            self._inline(element, tag, depth)

    def _is_hidden(self, element: Any, tag: str) -> bool:
        return (
            element.get("hidden") is not None
            or (element.get("aria-hidden") == "true" and tag not in ("span", "i", "svg"))
            or bool(_HIDDEN_STYLE.search(element.get("style") or ""))
        )

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
            self._kind = BlockKind.FOOTNOTE if _is_notes(element) else BlockKind.LIST_ITEM
            self._level = sum(1 for one in element.iterancestors("ul", "ol"))
            self._number = _item_number(element)
        elif tag in ("blockquote", "aside", "fieldset"):
            self._kind = BlockKind.BOX
        elif tag in ("header", "footer") and self._is_furniture(element):
            self._kind = BlockKind.HEADER if tag == "header" else BlockKind.FOOTER
        elif tag == "dt":
            self._kind, self._level = BlockKind.PARAGRAPH, 0
        elif _is_notes(element) and tag in ("p", "div", "section"):
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
        for row in table.xpath(".//tr"):
            if self._is_hidden(row, "tr"):
                self.hidden += 1
                continue
            cells = tuple(self._cell(cell, depth) for cell in row.xpath("./td|./th") if not self._is_hidden(cell, "td"))
            if any(cells):
                self.blocks.append(
                    ParsedBlock(BlockKind.TABLE_ROW, " | ".join(cells), table=number, row=count, cells=cells)
                )
                count += 1

    def _cell(self, cell: Any, depth: int) -> str:
        inner = _Page()
        inner._children(cell, depth + 1)
        inner.flush()
        self.hidden += inner.hidden
        return " ".join(f"{block.number} {block.text}" if block.number else block.text for block in inner.blocks)


def _is_notes(element: Any) -> bool:
    for one in (element, *element.iterancestors()):
        marks = f"{one.get('role') or ''} {one.get('class') or ''} {one.get('id') or ''}".lower()
        if re.search(r"\b(?:doc-)?(?:endnotes?|footnotes?|fn\d+)\b", marks):
            return True
    return False


def _item_number(item: Any) -> str | None:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return None
    start = parent.get("start") or "1"
    position = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
    for sibling in parent.iterchildren("li"):
        value = sibling.get("value") or ""
        if re.fullmatch(r"-?\d{1,6}", value):
            position = int(value)
        if sibling is item:
            break
        position += 1
    style = parent.get("type")
    if style in ("a", "A") and 1 <= position <= 26:
        return chr(ord(style) + position - 1)
    if style in ("i", "I"):
        from ingest.readers.numerals import roman

        return roman(position) if style == "I" else roman(position).lower()
    return str(position)
