"""Plain text: blank lines part blocks, wrapped lines are joined, headings are told by their shape."""

from __future__ import annotations

import re

from ingest.readers.aligned import aligned_rows, barred_rows, without_drawing
from ingest.readers.decoding import decode
from ingest.readers.markers import bullet, starts_block
from ingest.readers.oneline import one_line
from ingest.readers.paragraphs import join
from ingest.readers.plain_lines import (
    NUMBERED_HEADING,
    cover,
    heads,
    is_date,
    is_of_letter,
    labelled_field,
    stands_in_lines,
    text_width,
    title_line,
)
from ingest.report import BlockKind, ParsedBlock, ParsedReport

_RULE = re.compile(r"^\s*([-=_*~#])\1{3,}\s*$")
_COVERED = re.compile(r"\b(?:visit|inspection) (?:to|of|at)\b|^dear\b", re.IGNORECASE)
_CELLS = re.compile(r"\s+\|\s+|\t+")
_MOST_CAPTION_LINES = 2


def read_plain(data: bytes) -> ParsedReport:
    """Read a text file; never fails on any bytes that are text."""
    text, warnings = decode(data)
    blocks: list[ParsedBlock] = []
    tables = 0
    width = text_width(text.split("\n"))
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        front = cover(lines, width) if lines and _still_cover(blocks) else []
        if front:
            title = title_line(front)
            blocks.extend(
                ParsedBlock(BlockKind.HEADING, one_line(line), level=1)
                if at == title
                else ParsedBlock(BlockKind.PARAGRAPH, one_line(line))
                for at, line in enumerate(front)
                if line
            )
            lines = lines[len(front) :]
        if not lines:
            continue
        above, rows = _table(lines)
        for group, heading in _groups(above, width) if above else ():
            alone = not rows and len(group) == 1 == len(above)
            for part in [[line] for line in group] if not heading and stands_in_lines(group, width) else [group]:
                block = _block(part, heading=heading or (alone and is_heading(join(part))))
                if block is not None:
                    blocks.append(block)
        if rows:
            tables += 1
            blocks.extend(_rows(rows, tables))
    return ParsedReport(tuple(blocks), warnings=tuple(warnings))


def _still_cover(blocks: list[ParsedBlock]) -> bool:
    """Say whether what came so far is short lines of a cover without the title."""
    return len(blocks) <= 4 and all(
        len(block.text) < 90 and not block.text.endswith((".", ",")) and not _COVERED.search(block.text)
        for block in blocks
    )


def _table(lines: list[str]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Part a run of lines into those above a table, such as its caption, and the rows of the table, if it is one."""
    for start in range(min(_MOST_CAPTION_LINES + 1, len(lines))):
        below = lines[start:]
        rows = barred_rows(below) or _parted(without_drawing(below)) or aligned_rows(below)
        if rows and (not start or len(rows) > start):
            return lines[:start], rows
    return lines, []


def _parted(lines: list[str]) -> list[tuple[str, ...]]:
    """Read several lines, each with the same number (at least two) of cells parted by bars or tabs."""
    rows = [
        tuple(one_line(cell) for cell in _CELLS.split(re.sub(r"^\s*\|\s?|\s*\|\s*$", "", line.rstrip())))
        for line in lines
    ]
    return rows if len(rows) >= 2 and len({len(row) for row in rows}) == 1 and len(rows[0]) >= 2 else []


def _rows(rows: list[tuple[str, ...]], table: int) -> list[ParsedBlock]:
    return [
        ParsedBlock(BlockKind.TABLE_ROW, " | ".join(cells), table=table, row=order, cells=cells)
        for order, cells in enumerate(rows)
    ]


def _groups(lines: list[str], width: int) -> list[tuple[list[str], bool]]:
    """Part a run of lines at bullets, printed numbers and headings; say of each part whether it is a heading."""
    groups: list[tuple[list[str], bool]] = []
    widest = max(len(line) for line in lines)
    fresh = True
    for index, line in enumerate(lines):
        if _RULE.match(line):
            if not fresh and len(groups[-1][0]) == 1 and _underlined(line, groups[-1][0][0]):
                groups[-1] = (groups[-1][0], True)
            fresh = True
            continue
        previous = groups[-1][0][-1] if groups else ""
        ended = previous.rstrip().endswith((".", ":", ";", "?", "!", ")")) or len(previous) < 0.75 * widest
        following = lines[index + 1] if index + 1 < len(lines) else ""
        closed = fresh or previous.rstrip().endswith((".", "?", "!", ")"))
        heading = heads(line, following, width, ended=closed) and not _RULE.match(following)
        fields = labelled_field(line) and labelled_field(groups[-1][0][0] if groups else "")
        if (
            fresh
            or heading
            or fields
            or bullet(line)[0]
            or (starts_block(line) and ended)
            or _underlined(following, line)
        ):
            groups.append(([line], heading))
        else:
            groups[-1][0].append(line)
        fresh = heading
    return groups


def _underlined(following: str, line: str) -> bool:
    """Say whether a rule under a line makes it a heading: a short line that ends no sentence."""
    text = line.strip()
    return bool(_RULE.match(following)) and len(text) <= 100 and not text.endswith((".", ",", ";")) and text != ""


def _block(lines: list[str], *, heading: bool) -> ParsedBlock | None:
    text = join(lines)
    if not text:
        return None
    marked, rest = bullet(text)
    if marked:
        return ParsedBlock(BlockKind.LIST_ITEM, rest, level=1)
    if heading:
        return ParsedBlock(BlockKind.HEADING, text, level=1 if text.isupper() else 2)
    return ParsedBlock(BlockKind.PARAGRAPH, text)


def is_heading(text: str) -> bool:
    """Say whether a line that stands alone has the shape of a heading: short, no full stop, titled or numbered."""
    if (
        len(text) > 100
        or is_date(text)
        or is_of_letter(text)
        or text.endswith((".", ",", ";", ":", "?"))
        or not any(one.isalpha() for one in text)
    ):
        return False
    if text.isupper():
        return True
    words = text.split()
    if NUMBERED_HEADING.match(text):
        return len(words) <= 12
    return len(words) <= 10 and text[0].isupper() and not re.search(r"\d{3,}|@|[.;]\s", text)
