"""Running text in columns, and lists side by side: what looks like a table without rules and is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.columns import columns_of
from ingest.readers.lines import Line, Word
from ingest.readers.markers import bullet, is_number_mark
from ingest.readers.ruled import Grid

_LEAST_ROWS = 3
_NARROW = 110.0  # points; a narrower column holds names, dates or figures
_LEAST_SHARE = 0.5  # of the lines of columns side by side that must be rows of tables, or they are columns of text


def flows(groups: Sequence[Sequence[Sequence[Word]]], starts: Sequence[float]) -> bool:
    """Say whether a column is running text: its cells end with full lines, or go on with small letters."""
    edges = [float("-inf"), *(start - 1 for start in starts), float("inf")]
    for left, right in pairwise(edges):
        cells = [[[w for w in row if left <= w.x0 < right] for row in group] for group in groups]
        parts = [[row for row in cell if row] for cell in cells]
        parts = [part for part in parts if part]
        if len(parts) < _LEAST_ROWS:
            continue
        begin, end = min(w.x0 for p in parts for r in p for w in r), max(w.x1 for p in parts for r in p for w in r)
        if end - begin < _NARROW:
            continue
        full = sum(1 for part in parts if part[-1][-1].x1 > end - 1.5 * part[-1][-1].size)
        small = sum(1 for part in parts if part[0][0].text[:1].islower())
        if full >= 0.5 * len(parts) or small >= 0.5 * len(parts):
            return True
    return False


def is_list(rows: Sequence[Sequence[Word]], starts: Sequence[float]) -> bool:
    """Say whether two columns are the marks of a list and its text, or two lists."""
    edges = [float("-inf"), *(start - 1 for start in starts)]
    first = [next((word for word in row if edge <= word.x0), None) for row in rows for edge in edges]
    bulleted = Counter(
        at % len(edges) for at, word in enumerate(first) if word and len(word.text) <= 2 and bullet(f"{word.text} x")[0]
    )
    if sum(count >= 2 for count in bulleted.values()) >= 2:
        return True  # two lists side by side
    if len(starts) != 1:
        return False
    marks = [" ".join(word.text for word in row if word.x0 < starts[0] - 1) for row in rows]
    marks = [mark for mark in marks if mark]
    listed = sum(1 for mark in marks if is_number_mark(mark) or (len(mark) <= 3 and bullet(f"{mark} x")[0]))
    return listed >= 0.6 * len(marks)


def without_columns(white: Sequence[Grid], lines: Sequence[Line]) -> list[Grid]:
    """Leave out what is but a small part of two columns of text that go on above or below it."""
    if not white:
        return []
    columns = columns_of(lines)[0]
    out: list[Grid] = []
    for grid in white:
        across = [one for one in columns if any(_within(line, [grid]) for line in one.lines)]
        beside = [one for one in across if any(one.right <= two.left or two.right <= one.left for two in across)]
        held = sum(1 for one in beside for line in one.lines if _within(line, white))
        if held >= _LEAST_SHARE * sum(len(one.lines) for one in beside):
            out.append(grid)
    return out


def _within(line: Line, grids: Sequence[Grid]) -> bool:
    return any(grid.holds(word) for grid in grids for word in line.words)
