"""The sources of an instrument, brought to one form: lines of text, some of them known to be headings."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.report import BlockKind, ParsedReport

MAX_CHARACTERS = 5_000_000
_MAX_ARTICLES = 500
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)([^*_]+?)\1(?!\w)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s*(.*?)\s*#*\s*")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_EDITORIAL = re.compile(r"(?:Treedt in werking op|Inwerkingtreding|Wijziging\(en\))\b.*")
"""Remarks of the Dutch official gazette's editors, printed between heading and text also in the English half."""
_PAGE_MARK = re.compile(r"(?:[-–—\s]*\d{1,3}[-–—\s]*|page \d{1,3}(?: of \d{1,3})?)", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"\s+(?=(?:PREAMBLE|Preamble)$|(?:Article|ARTICLE) \d{1,3}$)")
_OUTSIDE = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.COMMENT, BlockKind.FOOTNOTE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph of the source, whitespace folded; ``heading`` where the format marks it as one."""

    text: str
    heading: bool = False


def fold(text: str) -> str:
    """Whitespace folded to single spaces, invisible characters dropped; nothing else is changed."""
    return " ".join(text.translate(_INVISIBLE).split())


def lines_of_text(text: str) -> tuple[Line, ...]:
    """Plain text or Markdown, one line per line; Markdown headings, links and emphasis are undone."""
    return _clean(_markdown_line(raw) for raw in text[:MAX_CHARACTERS].splitlines())


def _markdown_line(raw: str) -> Line:
    heading = _HEADING.fullmatch(raw) if "#" in raw else None
    text = heading[2] if heading else raw
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return Line(fold(html.unescape(text)), heading is not None)


def lines_of_report(parsed: ParsedReport) -> tuple[Line, ...]:
    """The blocks of a parsed PDF, HTML, DOCX or text file; a number that the program generated goes before its text."""

    def read() -> Iterator[Line]:
        for block in parsed.blocks:
            if block.kind in _OUTSIDE:
                continue
            number = f"{block.number} " if block.number and not block.text.startswith(block.number) else ""
            # A reader of Markdown or text may hand over link markup, so that the same cleaning applies.
            line = _markdown_line(number + block.text)
            heading = line.heading or block.kind is BlockKind.HEADING
            # A print sets headings under each other; a reader may take them for one.
            for text in _RUN_TOGETHER.split(line.text) if heading else (line.text,):
                yield Line(text, heading)

    return _clean(read())


def lines_of_json(text: str) -> tuple[Line, ...]:
    """The per-article form: ``{"title": ..., "articles_en": [{"article": 1, "text": ...}, ...]}``.

    Raises ``ValueError`` for JSON of any other shape.
    """
    try:
        data = json.loads(text[:MAX_CHARACTERS])
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    articles = data.get("articles_en") if isinstance(data, dict) else None
    if not isinstance(articles, list) or not articles or len(articles) > _MAX_ARTICLES:
        raise ValueError("no list of articles in English")

    def read() -> Iterator[Line]:
        yield Line(fold(str(data.get("title", ""))), heading=True)
        for entry in articles:
            number = entry.get("article") if isinstance(entry, dict) else None
            body = entry.get("text") if isinstance(entry, dict) else None
            if not isinstance(number, int) or not isinstance(body, str):
                raise ValueError("an article without number or text")
            yield Line(f"Article {number}", heading=True)
            yield from (_markdown_line(raw) for raw in body.splitlines())

    return _clean(read())


def _clean(lines: Iterable[Line]) -> tuple[Line, ...]:
    kept = []
    for line in lines:
        if not line.text or _EDITORIAL.fullmatch(line.text):
            continue
        if not line.heading and _PAGE_MARK.fullmatch(line.text) and not line.text.endswith("."):
            continue
        kept.append(line)
    return tuple(kept)
