"""Reading order: columns are found by the white gutters between them, and read one after the other."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from ingest.readers.lines import Line
from ingest.readers.markers import bullet, is_number_mark

_MIN_LINES = 5


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of one column, from top to bottom, with the edges of the column."""

    lines: tuple[Line, ...]
    left: float
    right: float


def regions(lines: list[Line], depth: int = 0) -> list[Region]:
    """Part the lines of a page into columns in reading order.

    Args:
        lines: lines already split at wide gaps (:func:`ingest.readers.lines.to_lines`).
        depth: how often the area has been parted already.
    """
    if not lines:
        return []
    gutter = _gutter(lines) if depth < 4 else None
    if gutter is None:
        return [_region(lines)]
    out: list[Region] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda one: one.base):
        if line.x0 < gutter - 1 and line.x1 > gutter + 1:
            out += _columns(band, gutter, depth)
            band = []
            if out and out[-1].right > gutter and out[-1].left < gutter:
                out[-1] = _region([*out[-1].lines, line])
            else:
                out.append(_region([line]))
        else:
            band.append(line)
    return out + _columns(band, gutter, depth)


def _columns(band: list[Line], gutter: float, depth: int) -> list[Region]:
    left = [line for line in band if line.x1 <= gutter + 1]
    right = [line for line in band if line.x1 > gutter + 1]
    return regions(left, depth + 1) + regions(right, depth + 1)


def _region(lines: list[Line]) -> Region:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return Region(
        tuple(line.within(left, right) for line in sorted(lines, key=lambda one: (one.base, one.x0))), left, right
    )


def _gutter(lines: list[Line]) -> float | None:
    """Return the middle of the clearest gutter, or ``None``."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    width = right - left
    if len(lines) < 2 * _MIN_LINES or width < 150:
        return None
    cover = [0] * (int(width) + 2)
    for line in lines:
        for x in range(max(0, int(line.x0 - left)), min(len(cover), int(line.x1 - left) + 1)):
            cover[x] += 1
    allowed = 0.12 * len(lines)
    best: tuple[float, float] | None = None
    start: int | None = None
    for x, depth in enumerate([*cover, len(lines)]):
        if depth <= allowed and x < len(cover):
            start = x if start is None else start
            continue
        if start is not None:
            middle = left + (start + x) / 2
            if x - start >= 6 and _are_columns(lines, middle) and (best is None or x - start > best[0]):
                best = (x - start, middle)
            start = None
    return best[1] if best else None


def _are_columns(lines: list[Line], gutter: float) -> bool:
    """Say whether both sides are running text: several lines that mostly fill their side, not numbers or cells."""
    left = [line for line in lines if line.x1 <= gutter + 1]
    right = [line for line in lines if line.x0 >= gutter - 1]
    if min(len(left), len(right)) < _MIN_LINES or min(len(left), len(right)) < 0.1 * len(lines):
        return False
    for side in (left, right):
        start, end = min(line.x0 for line in side), max(line.x1 for line in side)
        if end - start < 90:
            return False
        full = statistics.median(line.x1 - line.x0 for line in side) / (end - start)
        marks = sum(
            1 for line in side if is_number_mark(line.text) or (bullet(line.text + " x")[0] and len(line.text) < 3)
        )
        if full < 0.6 or marks > 0.3 * len(side):
            return False
    return True
