"""Tables of contents: lines of titles with page numbers repeat the headings, and are no text of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.lines import Line
from ingest.readers.oneline import one_line

_TITLE = re.compile(
    r"(?:table of )?contents(?: page)?|list of (?:tables|figures|boxes|charts|annexes|appendices)",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\s?[.…_·]){4,}\s*")
_PAGE = re.compile(r"(?:^|\s)(\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)
_LEAST = 3  # entries in a row
_LEAST_UNTITLED = 6  # figures may have leaders too; so many that never fall are pages
_MOST_BETWEEN = 2  # lines of titles that need more than one


def without_contents(lines: list[Line]) -> list[Line]:
    """Take tables of contents out of the lines of a page.

    Args:
        lines: of one page.

    Returns:
        The lines without entries of such tables and without the heading over them. An entry has leaders before its
        page number; without leaders, the numbers must follow a heading such as ``Contents``, stand at one right edge
        and never fall.
    """
    rows = _rows(lines)
    gone: set[int] = set()
    for first, last in _runs(rows):
        title = first - 1 if first and _TITLE.fullmatch(_text(rows[first - 1]).strip(" :.")) else first
        gone.update(id(line) for row in rows[title:last] for line in row)
    return [line for line in lines if id(line) not in gone] if gone else lines


def _runs(rows: list[list[Line]]) -> list[tuple[int, int]]:
    """Return the first and last row (left out) of each run of entries."""
    led = [bool(_LEADERS.search(_text(row)) and _PAGE.search(_text(row))) for row in rows]
    found: list[tuple[int, int]] = []
    places = [index for index, is_led in enumerate(led) if is_led]
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= _MOST_BETWEEN + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        titled = any(_TITLE.fullmatch(_text(row).strip(" :.")) for row in rows[max(0, run[0] - 3) : run[0]])
        least = _LEAST if titled else _LEAST_UNTITLED
        if len(run) >= least and _never_falls([_number(rows[index]) for index in run]):
            found.append((run[0], run[-1] + 1))
    for index, row in enumerate(rows):
        if _TITLE.fullmatch(_text(row).strip(" :.")) and not any(a <= index + 1 < b for a, b in found):
            end = _listed(rows, index + 1)
            if end:
                found.append((index + 1, end))
    return found


def _listed(rows: list[list[Line]], first: int) -> int:
    """Return the end of the entries without leaders that begin at ``first``, or 0."""
    numbered: list[int] = []
    right: float | None = None
    for index in range(first, len(rows)):
        ends = max(line.x1 for line in rows[index])
        number = _number(rows[index])
        if number is not None and len(_text(rows[index]).split()) > 1 and (right is None or abs(ends - right) <= 6):
            right = ends
            numbered.append(index)
        elif index - (numbered[-1] if numbered else first - 1) > _MOST_BETWEEN:
            break
    if len(numbered) < _LEAST or not _never_falls([_number(rows[index]) for index in numbered]):
        return 0
    return numbered[-1] + 1


def _never_falls(numbers: Sequence[int | None]) -> bool:
    known = [number for number in numbers if number is not None]
    falls = sum(1 for a, b in pairwise(known) if b < a)
    return falls <= len(known) // 8


def _number(row: list[Line]) -> int | None:
    match = _PAGE.search(_text(row))
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else 0


def _text(row: list[Line]) -> str:
    return one_line(" ".join(line.text for line in row))


def _rows(lines: list[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.base, one.x0)):
        if rows and line.base - rows[-1][0].base <= 0.35 * max(line.size, 4.0):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda one: one.x0)
    return rows
