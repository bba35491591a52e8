"""Plain text: blank lines part blocks, wrapped lines are joined, headings are told by their shape."""

from __future__ import annotations

import re

from ingest.readers.decoding import decode
from ingest.readers.markers import bullet, starts_block
from ingest.readers.oneline import one_line
from ingest.readers.paragraphs import join
from ingest.report import BlockKind, ParsedBlock, ParsedReport

_RULE = re.compile(r"^\s*([-=_*~#])\1{3,}\s*$")
_NUMBERED_HEADING = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.|(?:Part|Chapter|Section|Annex|Appendix)\b[^.]{0,12})\s+\S"
)
_CELLS = re.compile(r"\s+\|\s+|\t+")


def read_plain(data: bytes) -> ParsedReport:
    """Read a text file; never fails on any bytes that are text."""
    text, warnings = decode(data)
    blocks: list[ParsedBlock] = []
    tables = 0
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        if not lines:
            continue
        if _is_table(lines):
            tables += 1
            blocks.extend(_rows(lines, tables))
            continue
        for group in _groups(lines):
            block = _block(group, alone=len(group) == 1 and len(lines) == 1)
            if block is not None:
                blocks.append(block)
    return ParsedReport(tuple(blocks), warnings=tuple(warnings))


def _is_table(lines: list[str]) -> bool:
    """Several lines, each with the same number (at least two) of cells parted by bars or tabs."""
    counts = {len(_CELLS.split(line.strip().strip("|").strip())) for line in lines}
    return len(lines) >= 2 and len(counts) == 1 and counts.pop() >= 2


def _rows(lines: list[str], table: int) -> list[ParsedBlock]:
    rows: list[ParsedBlock] = []
    for line in lines:
        cells = tuple(one_line(cell) for cell in _CELLS.split(line.strip().strip("|").strip()))
        if not all(re.fullmatch(r"[-: ]*", cell) for cell in cells):
            rows.append(ParsedBlock(BlockKind.TABLE_ROW, " | ".join(cells), table=table, row=len(rows), cells=cells))
    return rows


def _groups(lines: list[str]) -> list[list[str]]:
    """Part a run of lines at bullets, printed numbers and underlined headings."""
    groups: list[list[str]] = []
    width = max(len(line) for line in lines)
    fresh = True
    for line in lines:
        if _RULE.match(line):
            fresh = True
            continue
        previous = groups[-1][-1] if groups else ""
        ended = previous.rstrip().endswith((".", ":", ";", "?", "!", ")")) or len(previous) < 0.75 * width
        if fresh or bullet(line)[0] or (starts_block(line) and ended):
            groups.append([line])
        else:
            groups[-1].append(line)
        fresh = False
    return groups


def _block(lines: list[str], *, alone: bool) -> ParsedBlock | None:
    text = join(lines)
    if not text:
        return None
    marked, rest = bullet(text)
    if marked:
        return ParsedBlock(BlockKind.LIST_ITEM, rest, level=1)
    if alone and is_heading(text):
        return ParsedBlock(BlockKind.HEADING, text, level=1 if text.isupper() else 2)
    return ParsedBlock(BlockKind.PARAGRAPH, text)


def is_heading(text: str) -> bool:
    """Say whether a line that stands alone has the shape of a heading: short, no full stop, titled or numbered."""
    if len(text) > 100 or text.endswith((".", ",", ";", ":", "?")) or not any(one.isalpha() for one in text):
        return False
    if text.isupper():
        return True
    words = text.split()
    if _NUMBERED_HEADING.match(text):
        return len(words) <= 12
    return len(words) <= 10 and text[0].isupper() and not re.search(r"\d{3,}|@|[.;]\s", text)
