"""Headers, footers and page numbers: what repeats at the edges of pages is told apart from the text."""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.readers.lines import Line
from ingest.readers.oneline import one_line

_ROMAN = r"[ivxlcIVXLC]{1,7}"
_PAGE_WORD = r"(?:page|p\.|pg\.?|seite|página|pagina|strona|side)"
_PAGE_NUMBER = re.compile(
    rf"^(?:[-–—|\[(]\s*)?(?:{_PAGE_WORD}\s*)?(?:\d{{1,4}}|{_ROMAN}|\d{{1,2}}[-–]\d{{1,3}})"
    rf"(?:\s*(?:/|of|de|von|sur)\s*\d{{1,4}})?(?:\s*[-–—|\])])?(?:\s*\|?\s*{_PAGE_WORD})?$",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s*[|–—-]?\s*\b(?:page|p\.)\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?$|^(?:page|p\.)\s*\d{1,4}\s*[|–—-]?\s*",
    re.IGNORECASE,
)
# "Article 4" and "Article 7" at the top of two pages are headings, not one running header with a page number.
_LABELLED = re.compile(
    r"^(?:art(?:icle|\.)|rule|principle|recommendation|finding|concern|deficiency|chapter|part|annex|appendix|table)\s+\d+",
)
_BARE_NUMBER = re.compile(r"^\d{1,3}$")
_ITEM_NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\([a-z\d]{1,3}\)|[a-z][.)])$")
_EDGE = 0.14  # share of the page's height in which furniture is looked for
_ONE_PAGE_EDGE = 0.075


def take_furniture(
    pages: list[list[Line]], heights: list[float], body_size: float
) -> tuple[list[list[Line]], list[str], list[str]]:
    """Take running headers and footers out of the pages.

    Args:
        pages: lines of each page.
        heights: height of each page in points.
        body_size: size of running text.

    Returns:
        the pages without furniture, the texts of headers, the texts of footers; each text once, page numbers dropped.
    """
    seen: dict[tuple[bool, str], set[int]] = defaultdict(set)
    edges: list[list[tuple[Line, bool, str]]] = []
    for index, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        found = []
        for at_top, line in _edge_lines(lines, height):
            key = one_line(line.text).casefold()
            if not _LABELLED.match(key):
                key = re.sub(r"\d+", "#", key)
            seen[at_top, key].add(index)
            found.append((line, at_top, key))
        edges.append(found)
    needed = 2 if len(pages) < 8 else max(3, len(pages) // 12)
    heads: dict[str, str] = {}
    feet: dict[str, str] = {}
    kept: list[list[Line]] = []
    for lines, found, height in zip(pages, edges, heights, strict=True):
        dropped: set[int] = set()
        for line, at_top, key in found:
            text = one_line(line.text)
            lonely = _is_lonely(line, lines, height, at_top, body_size)
            repeated = [one for one, top, own in found if len(seen[top, own]) >= needed]
            if _numbers_text(line, text, lines, repeated):
                continue
            often = len(seen[at_top, key]) >= needed
            sure = often and len(seen[at_top, key]) >= max(3, len(pages) // 2)
            if (
                sure
                or (often and not _ends_text(text) and not _runs_on(line, lines, repeated, at_top))
                or lonely
                or (_PAGE_NUMBER.match(text) and _is_outermost(line, lines, at_top))
            ):
                dropped.add(id(line))
                words = "" if _PAGE_NUMBER.match(text) else _TRAILING.sub("", text).strip()
                if any(one.isalnum() for one in words):
                    (heads if at_top else feet).setdefault(_TRAILING.sub("", key).strip(), words)
        kept.append([line for line in lines if id(line) not in dropped])
    return kept, list(heads.values()), list(feet.values())


def _ends_text(text: str) -> bool:
    """Say whether a line is the end of a sentence: small letters from its first one to a full stop."""
    return text[:1].islower() and text.endswith((".", ";")) and "www" not in text


def _runs_on(line: Line, lines: list[Line], repeated: list[Line], at_top: bool) -> bool:
    """Say whether a line is the first or last one of a paragraph: some words end two pages of one document."""
    while True:
        inner = [
            one
            for one in lines
            if abs(one.x0 - line.x0) < 1.5
            and abs(one.size - line.size) < 0.3
            and one.bold == line.bold
            and 0 < (one.base - line.base) * (1 if at_top else -1) < 1.35 * line.size
        ]
        if not inner:
            return False
        if not any(inner[0] is one for one in repeated):
            return True
        line = inner[0]


def _numbers_text(line: Line, text: str, lines: list[Line], repeated: list[Line]) -> bool:
    """Say whether a number at the edge of a page (``12.``) belongs to a paragraph that stands beside it.

    A number without a full stop may as well be that of the page, beside a running title; only a full line of text,
    with another one close below or above it, makes it the paragraph's.
    """
    bare = bool(_BARE_NUMBER.match(text))
    if not bare and not _ITEM_NUMBER.match(text):
        return False
    for other in lines:
        beside = abs(other.base - line.base) <= 2 and 0 < other.x0 - line.x1 < 6 * max(line.size, 8.0)
        if not beside or len(other.words) <= 2 or any(other is one for one in repeated):
            continue
        goes_on = any(
            0 < abs(one.base - other.base) < 1.8 * other.size and abs(one.x0 - other.x0) < other.size for one in lines
        )
        if not bare or (len(other.words) > 5 and goes_on):
            return True
    return False


def _edge_lines(lines: list[Line], height: float) -> list[tuple[bool, Line]]:
    rows = sorted({round(line.base) for line in lines})
    first, last = set(rows[:4]), set(rows[-4:])
    out = []
    for line in lines:
        if line.bottom < _EDGE * height and round(line.base) in first:
            out.append((True, line))
        elif line.top > (1 - _EDGE) * height and round(line.base) in last:
            out.append((False, line))
    return out


def _is_lonely(line: Line, lines: list[Line], height: float, at_top: bool, body_size: float) -> bool:
    """Small type in the outermost margin, well apart from the text: furniture also on a document of one page."""
    in_margin = line.bottom < _ONE_PAGE_EDGE * height if at_top else line.top > (1 - _ONE_PAGE_EDGE) * height
    if not in_margin or line.size > 0.86 * body_size or len(lines) < 4:
        return False
    if at_top:
        gap = min((other.top - line.bottom for other in lines if other.top > line.bottom), default=0.0)
    else:
        gap = min((line.top - other.bottom for other in lines if other.bottom < line.top), default=0.0)
    return gap > 1.2 * body_size


def _is_outermost(line: Line, lines: list[Line], at_top: bool) -> bool:
    if at_top:
        return all(other.base >= line.base - 3 for other in lines)
    return all(other.base <= line.base + 3 for other in lines)
