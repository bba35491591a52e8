"""Tables and boxes that are drawn with lines: the grid is found first, then words are put into its cells."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from ingest.readers.lines import Word

_NARROWEST = 10.0  # points; the width of a column of numbers
_REACH = 3.0  # points within which two rules count as touching or as one


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn grid. ``down`` are the vertical rules (x, from, to), ``across`` the horizontal ones (y, from, to)."""

    x0: float
    top: float
    x1: float
    bottom: float
    across: tuple[tuple[float, float, float], ...]
    down: tuple[tuple[float, float, float], ...]

    @property
    def columns(self) -> list[float]:
        """Distinct x of the vertical rules."""
        return _distinct([rule[0] for rule in self.down])

    @property
    def rows(self) -> list[float]:
        """Distinct y of the horizontal rules."""
        return _distinct([rule[0] for rule in self.across])

    @property
    def is_box(self) -> bool:
        """Whether it is one frame and not a table."""
        return len(self.columns) <= 2

    def holds(self, word: Word) -> bool:
        """Say whether the centre of the word is inside."""
        x, y = word.middle
        return self.x0 - 1 <= x <= self.x1 + 1 and self.top - 1 <= y <= self.bottom + 1

    def place(self, word: Word) -> tuple[int, int]:
        """Return row and column of the cell in which the word stands; joined cells count as their first one."""
        x, y = word.middle
        rows, columns = self.rows, self.columns
        row = max((i for i, edge in enumerate(rows) if edge <= y + 0.5), default=0)
        column = max((i for i, edge in enumerate(columns) if edge <= x + 0.5), default=0)
        row, column = min(row, max(0, len(rows) - 2)), min(column, max(0, len(columns) - 2))
        while column > 0 and not _crossed(self.down, columns[column], y):
            column -= 1
        while row > 0 and not _crossed(self.across, rows[row], x):
            row -= 1
        return row, column


def grids(rules: list[tuple[float, float, float, float]], width: float, height: float) -> list[Grid]:
    """Find the grids among ruling lines.

    Args:
        rules: thin boxes (x0, top, x1, bottom) in reading coordinates.
        width: width of the page.
        height: height of the page; a frame around the whole page is an ornament.
    """
    across = _merged([((r[1] + r[3]) / 2, r[0], r[2]) for r in rules if r[3] - r[1] <= 3 < r[2] - r[0]])
    down = _merged([((r[0] + r[2]) / 2, r[1], r[3]) for r in rules if r[2] - r[0] <= 3 < r[3] - r[1]])
    if len(across) > 3000 or len(down) > 3000:
        return []
    groups = _connected(across, down)
    found = []
    for rows, inner in groups:
        columns = [*inner, *_open_sides(rows, inner)]
        if len(_distinct([r[0] for r in rows])) < 2 or len(_distinct([c[0] for c in columns])) < 2:
            continue
        grid = Grid(
            min(c[0] for c in columns), min(r[0] for r in rows), max(c[0] for c in columns), max(r[0] for r in rows),
            tuple(rows), tuple(columns),
        )  # fmt: skip
        size = (grid.x1 - grid.x0) * (grid.bottom - grid.top)
        if grid.x1 - grid.x0 < 20 or grid.bottom - grid.top < 8 or (grid.is_box and size > 0.75 * width * height):
            continue
        found.append(grid)
    return sorted(found, key=lambda grid: (grid.top, grid.x0))


def _open_sides(
    rows: list[tuple[float, float, float]], columns: list[tuple[float, float, float]]
) -> list[tuple[float, float, float]]:
    """Return the outer sides of a table whose rules across reach beyond the outermost ones down."""
    if len(_distinct([row[0] for row in rows])) < 3 or not columns:
        return []
    start, end = statistics.median(row[1] for row in rows), statistics.median(row[2] for row in rows)
    top, bottom = min(row[0] for row in rows), max(row[0] for row in rows)
    sides = []
    if start < min(column[0] for column in columns) - _NARROWEST:
        sides.append((start, top, bottom))
    if end > max(column[0] for column in columns) + _NARROWEST:
        sides.append((end, top, bottom))
    return sides


def _distinct(values: list[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _REACH:
            out.append(value)
    return out


def _crossed(rules: tuple[tuple[float, float, float], ...], at: float, across: float) -> bool:
    return any(abs(rule[0] - at) <= _REACH and rule[1] - _REACH <= across <= rule[2] + _REACH for rule in rules)


def _merged(rules: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Join pieces of one rule."""
    out: list[tuple[float, float, float]] = []
    for at, start, end in sorted(rules, key=lambda rule: (round(rule[0]), rule[1])):
        if out and abs(out[-1][0] - at) <= 1.0 and start <= out[-1][2] + _REACH and end >= out[-1][1] - _REACH:
            out[-1] = (out[-1][0], min(out[-1][1], start), max(out[-1][2], end))
        else:
            out.append((at, start, end))
    return out


def _connected(
    across: list[tuple[float, float, float]], down: list[tuple[float, float, float]]
) -> list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]]:
    """Group rules that touch or cross each other."""
    parent = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for i, (y, x0, x1) in enumerate(across):
        for j, (x, y0, y1) in enumerate(down):
            if x0 - _REACH <= x <= x1 + _REACH and y0 - _REACH <= y <= y1 + _REACH:
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]] = {}
    for i, rule in enumerate(across):
        groups.setdefault(root(i), ([], []))[0].append(rule)
    for j, rule in enumerate(down):
        groups.setdefault(root(len(across) + j), ([], []))[1].append(rule)
    return list(groups.values())
