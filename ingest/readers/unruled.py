"""Tables without a drawn grid: ruled across only, striped, or set apart by white, with cells of several lines.

What is found is given as a :class:`ingest.readers.ruled.Grid`, so that rows, joined pages and repeated heads are
treated as those of a drawn table. Running text in two columns is told apart by its paragraphs: they do not begin side
by side.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.flow import flows, is_list, without_columns
from ingest.readers.lines import Line, Word
from ingest.readers.ruled import Grid

_Box = tuple[float, float, float, float]
_LEAST_ROWS = 3
_LEAST_WIDTH = 120.0  # points; a shorter rule across marks footnotes or a signature
_MOST_LINES = 14  # lines between two rules; more is running text
_FAR = 3.2  # type sizes; a wider step ends a table that nothing but white marks
_BEGINS_TOGETHER = 0.75  # share of rows whose cells must begin on one base line
_MOST_LOOSE = 0.35  # breaks within a column to rows of the table
_SURE = 7  # rows after which a table must have shown itself
_HEAD_GAP = 2.0  # type sizes of white before a head whose column touches the one before
_ASKEW = 2.5  # points that the words of one column may be apart in a scan
_FEW_RULES = 4  # a head and a body: rules that do not part every row

_FIGURE = re.compile(r"[(+–-]?[\d.,:/]+\s?[%)]?|[–-]|n/?a", re.IGNORECASE)

_Row = list[Word]


def white_grids(lines: Sequence[Line], rules: Sequence[_Box]) -> list[Grid]:
    """Find tables among lines that no drawn grid holds.

    Args:
        lines: of one page.
        rules: thin boxes (x0, top, x1, bottom) in the same coordinates.
    """
    rows = _rows(lines)
    found: list[Grid] = []
    for edges in _ladders(rules):
        held = [row for row in rows if edges[0] - 1 <= _middle(row) <= edges[-1] + 1]
        grid = _ruled_across(held, edges)
        if grid is not None:
            found.append(grid)
            rows = [row for row in rows if not any(row is one for one in held)]
    white: list[Grid] = []
    at = 0
    while at < len(rows):
        end = _run(rows, at)
        if end - at >= _LEAST_ROWS:
            grid = _by_white(rows[at:end])
            if grid is not None:
                white.append(grid)
        at = max(end, at + 1)
    return sorted([*found, *without_columns(white, lines)], key=lambda grid: grid.top)


def _rows(lines: Sequence[Line]) -> list[_Row]:
    rows: list[tuple[float, _Row]] = []
    for line in sorted(lines, key=lambda one: one.base):
        if rows and line.base - rows[-1][0] <= 0.3 * max(line.size, 4.0):
            rows[-1][1].extend(line.words)
        else:
            rows.append((line.base, list(line.words)))
    return [sorted(words, key=lambda word: word.x0) for _, words in rows]


def _ladders(rules: Sequence[_Box]) -> list[list[float]]:
    """Return the heights of rules across that begin and end together: three at least, in groups from top to bottom."""
    across = sorted((rule for rule in rules if rule[3] - rule[1] <= 3 < rule[2] - rule[0]), key=lambda one: one[1])
    pieces: list[list[float]] = []  # y, x0, x1; rules of one height that touch are one
    for x0, top, x1, bottom in across:
        y = (top + bottom) / 2
        near = next((p for p in pieces if abs(p[0] - y) <= 1 and x0 <= p[2] + 8 and x1 >= p[1] - 8), None)
        if near is None:
            pieces.append([y, x0, x1])
        else:
            near[1], near[2] = min(near[1], x0), max(near[2], x1)
    groups: list[list[list[float]]] = []
    for piece in pieces:
        if piece[2] - piece[1] < _LEAST_WIDTH:
            continue
        home = next((g for g in groups if abs(g[0][1] - piece[1]) <= 5 and abs(g[0][2] - piece[2]) <= 5), None)
        if home is None:
            groups.append([piece])
        elif piece[0] - home[-1][0] > 3:
            home.append(piece)
    return [[piece[0] for piece in group] for group in groups if len(group) >= _LEAST_ROWS]


def _ruled_across(rows: Sequence[_Row], edges: list[float]) -> Grid | None:
    """Make a grid of what stands between rules across: every rule parts rows, or the first only the head."""
    if len(rows) < 2:
        return None
    between = [[row for row in rows if a <= _middle(row) < b] for a, b in pairwise(edges)]
    filled = [part for part in between if part]
    if len(filled) < 2:
        return None
    starts = _columns(rows)
    if not starts or is_list(rows, starts):
        return None
    parted = [part for part in filled if len(edges) <= _FEW_RULES and len(part) > 1]
    if not parted:
        short = sum(len(part) <= _MOST_LINES for part in filled)
        return _grid(filled, starts) if short >= 0.6 * len(filled) and _together(filled, starts) else None
    groups: list[list[_Row]] = []
    for part in filled:
        groups += _groups(part, starts) if any(part is one for one in parted) else [part]
    return _grid(groups, starts) if len(groups) >= _LEAST_ROWS and _together(groups, starts) else None


def _run(rows: Sequence[_Row], at: int) -> int:
    """Return the end of a run of rows from ``at`` on that share the white between their columns."""
    first = rows[at]
    size = statistics.median(word.size for word in first)
    if not any(b.x0 - a.x1 > size for a, b in pairwise(first)):
        return at
    least = max(4.0, 0.5 * size)
    covered = _covered([], first)
    white = _between(covered, least)
    end = at + 1
    while end < len(rows):
        if _base(rows[end]) - _base(rows[end - 1]) > _FAR * max(size, 6.0):
            break
        covered = _covered(covered, rows[end])
        kept = _between(covered, least)
        lost = [(x, y) for x, y in white if not any(a < y and b > x for a, b in kept)]
        if not kept or any(_is_strong(rows[at:end], *one) for one in lost):
            break
        white = kept
        end += 1
        if end - at == _SURE and not any(_is_strong(rows[at:end], *one) for one in white):
            break
    return end


def _covered(spans: list[tuple[float, float]], row: _Row) -> list[tuple[float, float]]:
    """Return the strips that words reach into, those of one more row among them, from left to right."""
    out: list[tuple[float, float]] = []
    for x0, x1 in sorted([*spans, *((word.x0, word.x1) for word in row)]):
        if out and x0 <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def _between(spans: list[tuple[float, float]], least: float) -> list[tuple[float, float]]:
    return [(a[1], b[0]) for a, b in pairwise(spans) if b[0] - a[1] >= least]


def _is_strong(rows: Sequence[_Row], x: float, y: float) -> bool:
    """Say whether white has words on both sides in four rows at least, and in four in ten.

    With fewer, spaces between words that happen to stand below each other would count.
    """
    sided = sum(1 for row in rows if row[0].x1 <= x + 1 and row[-1].x0 >= y - 1)
    return sided >= max(4, 0.4 * len(rows))


def _gutters(rows: Sequence[_Row]) -> list[tuple[float, float]]:
    """Return the strips of white (from, to) that no word of the rows reaches into, with words on both sides."""
    words = [word for row in rows for word in row]
    return _between(_covered([], words), max(4.0, 0.5 * statistics.median(word.size for word in words)))


def _by_white(rows: Sequence[_Row]) -> Grid | None:
    starts = _columns(rows)
    if not starts or is_list(rows, starts):
        return None
    groups = _groups(rows, starts)
    while groups and _width(groups[0][0], starts) < 2:
        groups.pop(0)
    while groups and _width(groups[-1][0], starts) < 2:
        groups.pop()
    if len(groups) < _LEAST_ROWS or all(len(group) == 1 for group in groups) or not _together(groups, starts):
        return None
    return None if _breaks_apart(rows, groups, starts) else _grid(groups, starts)


def _breaks_apart(rows: Sequence[_Row], groups: Sequence[Sequence[_Row]], starts: Sequence[float]) -> bool:
    """Say whether the columns have paragraphs of their own, which end where those beside them go on."""
    steps = sorted(_base(b) - _base(a) for a, b in pairwise(rows))
    wide = 1.15 * steps[len(steps) // 4]
    heads = {id(group[0]) for group in groups}
    edges = [float("-inf"), *(start - 1 for start in starts), float("inf")]
    loose: set[int] = set()
    for left, right in pairwise(edges):
        own = [row for row in rows if any(left <= word.x0 < right for word in row)]
        loose.update(id(b) for a, b in pairwise(own) if _base(b) - _base(a) > wide and id(b) not in heads)
    return len(loose) > max(1.0, _MOST_LOOSE * len(groups))


def _columns(rows: Sequence[_Row]) -> list[float]:
    """Return where the columns behind the first one begin."""
    starts = [to for _, to in _gutters(rows)]
    return sorted([*starts, *_tight(rows, starts)]) if starts else []


def _tight(rows: Sequence[_Row], starts: Sequence[float]) -> list[float]:
    """Return where columns begin that touch the one before: only the head leaves white, and cells stand below it.

    A scan that lies askew or a full cell closes the white between two narrow columns; no word reaches across.
    """
    found: list[float] = []
    for before, head in pairwise(rows[0]):
        if head.x0 - before.x1 < _HEAD_GAP * head.size or any(abs(head.x0 - start) <= head.size for start in starts):
            continue
        below = [[word for word in row if abs(word.x0 - head.x0) <= _ASKEW] for row in rows[1:]]
        across = sum(word.x0 < head.x0 - _ASKEW and word.x1 > head.x0 + _ASKEW for row in rows for word in row)
        behind = [row for row in rows[1:] if row[0].x0 < starts[0] - 1]
        if not across and sum(map(bool, below)) >= max(_LEAST_ROWS, 0.4 * len(behind)):
            found.append(min([head.x0, *(word.x0 for each in below for word in each)]))
    return found


def _groups(rows: Sequence[_Row], starts: Sequence[float]) -> list[list[_Row]]:
    """Part rows at steps that are wider than those within a cell, where a first cell and another one begin."""
    steps = sorted(_base(b) - _base(a) for a, b in pairwise(rows))
    usual = steps[len(steps) // 4] if steps else 12.0
    groups = [[rows[0]]]
    for before, row in pairwise(rows):
        begins = row[0].x0 < starts[0] - 1 and _width(row, starts) >= 2
        if _base(row) - _base(before) > 1.15 * usual and begins:
            groups.append([row])
        else:
            groups[-1].append(row)
    return [part for group in groups for part in _by_figures(group, starts)]


def _by_figures(group: list[_Row], starts: Sequence[float]) -> list[list[_Row]]:
    """Part rows of figures that only stand close together: each has its own figure in the last column."""
    figures = [
        row[0].x0 < starts[0] - 1 and row[-1].x0 >= starts[-1] - 1 and bool(_FIGURE.fullmatch(row[-1].text))
        for row in group
    ]
    return [[row] for row in group] if all(figures) else [group]


def _together(groups: Sequence[Sequence[_Row]], starts: Sequence[float]) -> bool:
    """Say whether the cells of most rows begin on one base line, and short rows do not fill a page as text does."""
    if flows(groups, starts):
        return False
    begun = sum(1 for group in groups if group[0][0].x0 < starts[0] - 1 and _width(group[0], starts) >= 2)
    short = sum(1 for group in groups if len(group) <= _MOST_LINES)
    return begun >= _BEGINS_TOGETHER * len(groups) and short >= _BEGINS_TOGETHER * len(groups)


def _width(row: _Row, starts: Sequence[float]) -> int:
    """Return how many columns have words in a row."""
    edges = [float("-inf"), *(start - 1 for start in starts)]
    return len({sum(1 for edge in edges if word.x0 >= edge) for word in row})


def _grid(groups: Sequence[Sequence[_Row]], starts: Sequence[float]) -> Grid:
    words = [word for group in groups for row in group for word in row]
    x0, x1 = min(word.x0 for word in words) - 2, max(word.x1 for word in words) + 2
    tops = [min(word.top for row in group for word in row) for group in groups]
    ends = [max(word.bottom for row in group for word in row) for group in groups]
    middles = [
        (max(word.middle[1] for row in a for word in row) + min(word.middle[1] for row in b for word in row)) / 2
        for a, b in pairwise(groups)
    ]
    top, bottom = tops[0] - 1, ends[-1] + 1
    across = tuple((y, x0, x1) for y in (top, *middles, bottom))
    down = tuple((x, top, bottom) for x in (x0, *(start - 2 for start in starts), x1))
    return Grid(x0, top, x1, bottom, across, down)


def _base(row: _Row) -> float:
    return statistics.median(word.base for word in row)


def _middle(row: _Row) -> float:
    return statistics.median(word.middle[1] for word in row)
