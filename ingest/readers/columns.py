"""Reading order: columns are found by the white gutters between them, and read one after the other.

A gutter need not run down the whole page: a heading or a table over the whole width parts one band of columns from the
next, and each band is read to its end before what stands below it.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.readers.line_shape import is_centred, is_heading, neighbours, wraps
from ingest.readers.lines import Line
from ingest.readers.markers import bullet, is_number_mark

_MIN_ROWS = 5
_MIN_KNOWN = 2  # rows that are enough where the same gutter was found elsewhere on the page
_SAME_PLACE = 8.0  # points within which gutters, or the edges of columns on two pages, count as one
_MOST_DEEP = 6
_STEP = 2.0  # points; resolution at which the page is looked at
_WHITE = 3  # steps of white that make a gutter
_NARROWEST = 90.0  # points; a narrower strip holds numbers or labels, no running text
_JOINED = 0.75  # type sizes; a wider gap on a base line may be a gutter, a narrower one is a space between words


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of one column, from top to bottom, with the edges of the column."""

    lines: tuple[Line, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines on one base line, and the steps of the page's width that they cover, as bits."""

    lines: tuple[Line, ...]
    cover: int


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows ``first`` to ``last`` (left out) that a gutter parts at ``x``."""

    x: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Gutter:
    """A gutter of a page in points from its left edge: its middle, and where the column behind it begins."""

    x: float
    start: float


def columns_of(lines: Sequence[Line], known: Sequence[Gutter] = ()) -> tuple[list[Region], tuple[Gutter, ...]]:
    """Part the lines of a page into columns in reading order.

    Args:
        lines: from :func:`ingest.readers.lines.to_lines`; one may still reach over a narrow gutter.
        known: gutters of the page before, where a few lines are enough to show a column: texts end anywhere.

    Returns:
        the columns, and the gutters over most of the page that parted them.
    """
    found: list[Gutter] = []
    return _parts(lines, known, 0, found), tuple(found)


def regions(lines: Sequence[Line]) -> list[Region]:
    """Part lines into columns in reading order, without knowing of other pages."""
    return columns_of(lines)[0]


def _parts(lines: Sequence[Line], known: Sequence[Gutter], depth: int, gutters: list[Gutter]) -> list[Region]:
    if not lines:
        return []
    rows = _rows(lines)
    band = _best_band(rows, known) if depth < _MOST_DEEP else None
    if band is None:
        return [_region(lines)]
    left: list[Line] = []
    right: list[Line] = []
    for row in rows[band.first : band.last]:
        for line in row.lines:
            for part in _parted(line, band.x):
                (left if part.x0 < band.x else right).append(part)
    above = [line for row in rows[: band.first] for line in row.lines]
    below = [line for row in rows[band.last :] for line in row.lines]
    gutters.append(Gutter(band.x, min(line.x0 for line in right)))
    found = (*known, gutters[-1])
    return [
        *_parts(above, found, depth + 1, gutters),
        *_parts(left, known, depth + 1, gutters),
        *_parts(right, known, depth + 1, gutters),
        *_parts(below, found, depth + 1, gutters),
    ]


def _region(lines: Sequence[Line]) -> Region:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return Region(
        tuple(line.within(left, right) for line in sorted(lines, key=lambda one: (one.base, one.x0))), left, right
    )


def _rows(lines: Sequence[Line]) -> list[_Row]:
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.base):
        if groups and line.base - groups[-1][0].base <= 0.3 * max(line.size, 4.0):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_Row(tuple(group), _cover(group)) for group in groups]


def _cover(lines: Sequence[Line]) -> int:
    bits = 0
    for line in lines:
        start, end = line.words[0].x0, line.words[0].x1
        for word in line.words[1:]:
            if word.x0 - end > _JOINED * max(line.size, 4.0):
                bits |= _bits(start, end)
                start = word.x0
            end = max(end, word.x1)
        bits |= _bits(start, end)
    return bits


def _bits(start: float, end: float) -> int:
    first, last = max(0, int(start / _STEP)), max(0, int(end / _STEP))
    return ((1 << (last - first + 1)) - 1) << first


def _best_band(rows: Sequence[_Row], known: Sequence[Gutter]) -> _Band | None:
    """Return the longest run of rows that a gutter parts into running text on both sides, or ``None``."""
    left = min(line.x0 for row in rows for line in row.lines)
    right = max(line.x1 for row in rows for line in row.lines)
    if right - left < 2 * _NARROWEST or len(rows) < _MIN_KNOWN:
        return None
    page = _bits(left, right)
    free = [~row.cover & page for row in rows]
    found: list[tuple[int, int, int]] = []
    for at in range(int((left + 0.5 * _NARROWEST) / _STEP), int((right - 0.5 * _NARROWEST) / _STEP)):
        window = ((1 << _WHITE) - 1) << (at - _WHITE // 2)
        least = _MIN_KNOWN if _known_at(at * _STEP, known) else _MIN_ROWS
        start: int | None = None
        for index in range(len(rows) + 1):
            if index < len(rows) and free[index] & window == window:
                start = index if start is None else start
            elif start is not None:
                if index - start >= least:
                    found.append((index - start, at, start))
                start = None
    # The middle one of neighbouring places that part the same rows stands in the middle of the white.
    for length, start in sorted({(length, start) for length, _, start in found}, reverse=True)[:60]:
        places = sorted(at for size, at, begin in found if (size, begin) == (length, start))
        for run in _runs(places):
            x = run[len(run) // 2] * _STEP
            whole = _Band(x, start, start + length)
            for band in (_trimmed(rows, x, start, start + length), whole):
                if band is not None and _are_columns(rows[band.first : band.last], x, _known_at(x, known)):
                    return band
    return None


def _runs(places: Sequence[int]) -> list[list[int]]:
    out: list[list[int]] = []
    for place in places:
        if out and place == out[-1][-1] + 1:
            out[-1].append(place)
        else:
            out.append([place])
    return sorted(out, key=len, reverse=True)


def _known_at(x: float, known: Sequence[Gutter]) -> list[Gutter]:
    return [one for one in known if abs(one.x - x) <= _SAME_PLACE or 0 < one.start - x <= 2 * _SAME_PLACE]


def _trimmed(rows: Sequence[_Row], x: float, first: int, last: int) -> _Band | None:
    """Leave out what stands below both columns, and end the band at a heading that stands over both.

    Such a line is short and on the left, so that it does not reach the gutter; it would be read with the left column.
    """
    left: dict[int, Line] = {}
    right: dict[int, Line] = {}
    for index in range(first, last):
        for part in (part for line in rows[index].lines for part in _parted(line, x)):
            (left if part.x0 < x else right).setdefault(index, part)
    if not left or not right:
        return None
    usual = statistics.median([*(line.size for line in left.values()), *(line.size for line in right.values())])
    steps = [_step(rows, a, b) for a, b in itertools.pairwise(left)]
    below = [b.base - a.base for a, b in neighbours(list(left.values()))]
    leading = statistics.median(below or steps or [1.3 * usual])
    start, edge = min(line.x0 for line in left.values()), max(line.x1 for line in left.values())
    for at, (before, index) in enumerate(itertools.pairwise(left), start=1):
        step = _step(rows, before, index)
        above = max((one for one in right if one < index), default=None)
        under = min((one for one in right if one >= index), default=None)
        if above is None or under == index or step <= 1.25 * leading or _step(rows, above, index) <= 1.25 * leading:
            continue
        names = is_heading(left[index], usual) and not is_centred(left[index], start, edge)
        if under is None:
            ends = _step(rows, index, last) if last < len(rows) else float("inf")
            most = max((one for one in steps[: at - 1] if one < 4 * leading), default=1.25 * leading)
            rest = list(left.values())[at:]
            apart = step > ends or step > (1.1 if names else 1.3) * most
            lost = last == len(rows) and all(is_heading(line, usual) for line in rest)  # it heads the next page
            if apart and not lost and not wraps(rest, leading):
                return _Band(x, first, index)
        elif (
            names
            and _step(rows, above, under) > 2.2 * leading
            and not any(is_heading(right[one], usual) for one in (above, under))
            and any(one == under for one in list(left)[at + 1 : at + 4])  # below it both columns begin on one base line
        ):
            return _Band(x, first, index)
    return _Band(x, first, last)


def _step(rows: Sequence[_Row], a: int, b: int) -> float:
    return rows[b].lines[0].base - rows[a].lines[0].base


def _parted(line: Line, x: float) -> list[Line]:
    """Cut a line at a gutter."""
    if line.x1 <= x or line.x0 >= x:
        return [line]
    left = tuple(word for word in line.words if (word.x0 + word.x1) / 2 < x)
    right = tuple(word for word in line.words if (word.x0 + word.x1) / 2 >= x)
    return [replace(line, words=words) for words in (left, right) if words]


def _are_columns(rows: Sequence[_Row], x: float, known: Sequence[Gutter]) -> bool:
    """Say whether both sides are running text: several rows that mostly fill their side, not numbers or cells.

    At a gutter that is known a few lines are enough, and one where it begins as the column behind the gutter does.
    """
    parts = [part for row in rows for line in row.lines for part in _parted(line, x)]
    for side in ([one for one in parts if one.x0 < x], [one for one in parts if one.x0 >= x]):
        if not side:
            return False
        start, end = min(one.x0 for one in side), max(one.x1 for one in side)
        marks = sum(1 for one in side if is_number_mark(one.text) or (bullet(f"{one.text} x")[0] and len(one.text) < 3))
        same = any(abs(one.start - start) <= _SAME_PLACE / 2 for one in known)
        least = max(_MIN_ROWS, 0.1 * len(rows)) if not known else 1 if same else _MIN_KNOWN
        if len({round(one.base) for one in side}) < least or (end - start < _NARROWEST and not same):
            return False
        if _fill(side) < 0.6 * (end - start) or marks > 0.3 * len(side):
            return False
    return True


def _fill(lines: Sequence[Line]) -> float:
    """Return how much of the width a line fills in the middle of cases, with what stands beside it in other columns.

    Lines of two columns need not share base lines: those less than half a line apart count as side by side.
    """
    ordered = sorted(lines, key=lambda one: one.base)
    covers = [_cover([one]) for one in ordered]
    widths: list[float] = []
    first = 0
    for line in ordered:
        reach = 0.75 * max(line.size, 4.0)
        while ordered[first].base < line.base - reach:
            first += 1
        bits, at = 0, first
        while at < len(ordered) and ordered[at].base <= line.base + reach:
            bits |= covers[at]
            at += 1
        widths.append(bits.bit_count() * _STEP)
    return statistics.median(widths)
