"""Markdown: CommonMark with tables and footnotes, read into blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.readers.decoding import decode
from ingest.readers.oneline import BREAK, lines_of, one_line
from ingest.report import BlockKind, ParsedBlock, ParsedReport

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PROPERTY = re.compile(r"^([A-Za-z][\w -]{0,40}):[ \t]*(.+)$")
_NOTE = re.compile(r"^\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^>]{0,500}>")
_FURNITURE = ("header", "footer")


def read_markdown(data: bytes) -> ParsedReport:
    """Read a Markdown file; front matter goes into ``properties``, a ``header`` or ``footer`` of it into blocks."""
    from markdown_it import MarkdownIt

    text, warnings = decode(data)
    properties: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        text = text[front.end() :]
        properties = _properties(front[1])
    body, notes = _take_notes(text)
    body, comments = _COMMENT.subn("", body)
    if comments:
        warnings.append(f"{comments} hidden comments were withheld.")
    parser = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table")
    blocks = [
        ParsedBlock(BlockKind(name), properties.pop(name)) for name in _FURNITURE[:1] if properties.get(name)
    ]  # a document's running header, as some generators keep it
    blocks += _Blocks(parser.parse(body)).read()
    blocks += [
        ParsedBlock(BlockKind.FOOTNOTE, one_line(f"[{name}] {_plain(note)}"), number=name) for name, note in notes
    ]
    blocks += [ParsedBlock(BlockKind(name), properties.pop(name)) for name in _FURNITURE[1:] if properties.get(name)]
    return ParsedReport(tuple(blocks), properties=properties, warnings=tuple(warnings))


def _properties(front: str) -> dict[str, str]:
    found = {}
    for line in front.split("\n"):
        match = _PROPERTY.match(line)
        if match:
            found[one_line(match[1]).lower()] = one_line(match[2].strip().strip("\"'"))
    return found


def _take_notes(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Take the definitions of footnotes out of the text; lines indented below one belong to it."""
    kept: list[str] = []
    notes: list[tuple[str, str]] = []
    inside = False
    for line in text.split("\n"):
        match = _NOTE.match(line)
        if match:
            notes.append((match[1], match[2]))
            inside = True
        elif inside and line[:2] in ("  ", "\t") and line.strip():
            notes[-1] = (notes[-1][0], f"{notes[-1][1]} {line.strip()}")
        else:
            inside = False
            kept.append(line)
    return "\n".join(kept), notes


def _plain(source: str) -> str:
    from markdown_it import MarkdownIt

    return one_line(" ".join(_inline(token) for token in MarkdownIt("commonmark").parseInline(source)))


def _inline(token: Token) -> str:
    """Return the words of an inline token, with ``BREAK``; a picture gives its description, a link its words."""
    out = []
    for child in token.children or []:
        if child.type == "softbreak":
            out.append(" ")
        elif child.type == "hardbreak":
            out.append(BREAK)
        elif child.type == "html_inline":
            out.append(BREAK if child.content.lower().startswith("<br") else "")
        elif child.type == "image" or child.type in ("text", "code_inline", "text_special"):
            out.append(child.content)
    return re.sub(r"\[\^([^\]\s]{1,40})\]", r"[\1]", "".join(out))


class _Blocks:
    """Turns the token stream into blocks."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._out: list[ParsedBlock] = []
        self._lists: list[int | None] = []
        self._item: str | None = None
        self._in_item = 0
        self._quotes = 0
        self._table = 0
        self._row = 0
        self._cells: list[str] | None = None

    def read(self) -> list[ParsedBlock]:
        level = 0
        for token in self._tokens:
            kind = token.type
            if kind == "heading_open":
                level = int(token.tag[1])
            elif kind == "heading_close":
                level = 0
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self._lists.append(int(token.attrGet("start") or 1) if kind.startswith("ordered") else None)
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self._lists.pop()
            elif kind == "list_item_open":
                self._in_item += 1
                current = self._lists[-1]
                self._item = token.info if current is not None and token.info else None
            elif kind == "list_item_close":
                self._in_item -= 1
                self._item = None
            elif kind == "blockquote_open":
                self._quotes += 1
            elif kind == "blockquote_close":
                self._quotes -= 1
            elif kind.startswith(("table", "tr", "th", "td")):
                self._tabular(kind)
            elif kind == "inline":
                self._text(_inline(token), level)
            elif kind in ("fence", "code_block"):
                for part in re.split(r"\n\s*\n", token.content):
                    self._text(part, 0)
            elif kind == "html_block":
                self._text(_TAG.sub(" ", token.content), 0)
        return self._out

    def _tabular(self, kind: str) -> None:
        if kind == "table_open":
            self._table += 1
            self._row = 0
        elif kind == "tr_open":
            self._cells = []
        elif kind == "tr_close" and self._cells is not None:
            if any(self._cells):
                cells = tuple(self._cells)
                self._out.append(
                    ParsedBlock(BlockKind.TABLE_ROW, " | ".join(cells), table=self._table, row=self._row, cells=cells)
                )
                self._row += 1
            self._cells = None

    def _text(self, words: str, level: int) -> None:
        text = one_line(words)
        if self._cells is not None:
            self._cells.append(text)
        elif text and level:
            self._out.append(ParsedBlock(BlockKind.HEADING, text, level=level))
        elif text and self._quotes:
            self._out.append(ParsedBlock(BlockKind.BOX, text))
        elif text and self._in_item:
            self._out.append(ParsedBlock(BlockKind.LIST_ITEM, text, level=len(self._lists), number=self._item))
            self._item = None
        else:
            self._out += [ParsedBlock(BlockKind.PARAGRAPH, line) for line in lines_of(words)]
