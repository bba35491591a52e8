"""Tables of plain text whose columns are set apart by spaces, and those drawn with bars and dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.oneline import one_line

_DRAWN = re.compile(r"[\s|+=_:\-─│┼┤├┬┴]+")
_LEAST_GAP, _LEAST_ROWS, _ONE_GAP = 2, 2, 3
_LARGEST_CELL = 200


def without_drawing(lines: Sequence[str]) -> list[str]:
    """Return the lines that are no rules of a drawn table: ``+----+----+``, ``|---|---|``."""
    return [line for line in lines if not _DRAWN.fullmatch(line)]


def aligned_rows(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Read rows whose cells start, or end, at the same place of the line in every row.

    Args:
        lines: that follow one another, without blank ones.

    Returns:
        Rows of equally many cells; a line that has nothing in the first column goes on with the row before it. Empty
        where the lines are no table: prose has no place at which every line has two spaces.
    """
    rows = [line.expandtabs().rstrip() for line in without_drawing(lines)]
    if len(rows) < _LEAST_ROWS:
        return []
    edges = _columns(rows)
    if len(edges) < 2:
        return []
    cells = [[row[first:last].strip() for first, last in edges] for row in rows]
    if any(sum(map(bool, row)) < 2 for row in cells if row[0]) or not all(_lined_up(rows, *edge) for edge in edges):
        return []
    if not cells[0][0] or max(len(cell) for row in cells for cell in row) > _LARGEST_CELL:
        return []
    joined = with_continued(cells)
    return joined if len(joined) >= _LEAST_ROWS else []


def barred_rows(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Read rows whose cells stand between bars from the first to the last of the line; empty where they do not."""
    rows = [line.strip() for line in without_drawing(lines)]
    if len(rows) < _LEAST_ROWS or not all(row[0] == row[-1] == "|" and len(row) > 1 for row in rows):
        return []
    cells = [[cell.strip() for cell in row[1:-1].split("|")] for row in rows]
    if len({len(row) for row in cells}) > 1 or len(cells[0]) < 2:
        return []
    # Where rules part the rows, a line between two of them goes on with the row above it.
    drawn = sum(line.lstrip().startswith("+") for line in lines) > _LEAST_ROWS
    return with_continued(cells) if drawn and cells[0][0] else [tuple(map(one_line, row)) for row in cells]


def with_continued(cells: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Join each row that has nothing in its first cell with the row before it; the first row has something there."""
    joined: list[Sequence[str]] = []
    for row in cells:
        if row[0]:
            joined.append(row)
        else:
            joined[-1] = [f"{whole} {part}".strip() for whole, part in zip(joined[-1], row, strict=True)]
    return [tuple(map(one_line, row)) for row in joined]


def _columns(rows: Sequence[str]) -> list[tuple[int, int]]:
    """Return where columns start and end: between them every row has spaces, two at least."""
    width = max(map(len, rows))
    blank = [all(at >= len(row) or row[at] == " " for row in rows) for at in range(width)]
    gaps: list[tuple[int, int]] = []
    start = 0
    for at in range(width + 1):
        if at < width and blank[at]:
            continue
        if at - start >= _LEAST_GAP and start > 0 and at < width:
            gaps.append((start, at))
        start = at + 1
    if not gaps or (len(gaps) == 1 and gaps[0][1] - gaps[0][0] < _ONE_GAP and len(rows) <= _LEAST_ROWS):
        return []
    edges = [0, *(end for _, end in gaps), width]
    return list(pairwise(edges))


def _lined_up(rows: Sequence[str], first: int, last: int) -> bool:
    """Say whether the cells of a column start at one place, or end at one."""
    held = [row[first:last] for row in rows if row[first:last].strip()]
    starts = {len(cell) - len(cell.lstrip()) for cell in held}
    ends = {len(cell.rstrip()) for cell in held}
    return len(starts) == 1 or len(ends) == 1
