"""What the shape of lines says of the column that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.lines import Line

_SAME_PLACE = 8.0  # points within which lines count as beginning at one place


def is_heading(line: Line, usual: float) -> bool:
    """Say whether a line is bold, or larger than the running text of size ``usual``."""
    return line.size > 1.08 * usual or line.bold


def is_centred(line: Line, start: float, edge: float) -> bool:
    """Say whether a line stands in the middle of its column, as headings of a column may, and not at its edge."""
    off = line.x0 - start
    return off > 2 * line.size and abs(off - (edge - line.x1)) <= 1.5 * line.size


def wraps(lines: Sequence[Line], leading: float) -> bool:
    """Say whether lines are broken where a column ends: text over the whole width would reach over the gutter."""
    widest = max(line.x1 - line.x0 for line in lines)
    return any(
        a.x1 - a.x0 > 0.8 * widest and len(a.words) > 2 and b.base - a.base <= 1.25 * leading
        for a, b in neighbours(lines)
    )


def neighbours(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return each line with the next one below it that begins at the same place, as the lines of a column do."""
    last: dict[int, Line] = {}
    out: list[tuple[Line, Line]] = []
    for line in lines:
        place = round(line.x0 / _SAME_PLACE)
        if place in last:
            out.append((last[place], line))
        last[place] = line
    return out
