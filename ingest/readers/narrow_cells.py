"""Cells of drawn tables: their lines as one text, and words that a column was too narrow for set together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.readers.lines import Line, Word, to_lines
from ingest.readers.paragraphs import join

_WORD = re.compile(r"[^\W\d_]{2,}")
# What tables say of every recommendation, and the text around them need not.
_OF_TABLES = (
    "accepted achieved addressed assessment completed deadline fulfilled implemented implementation improvement "
    "information ongoing partially progress recommendation recommendations rejected responsibility responsible "
    "supported"
)
_WIDEST_CELL = 99  # type sizes: within a cell no gap parts two lines
_ROOM = 0.15  # of a type size by which a letter may stand out of the cell


def words_of(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words of running text, in lower case, by which words of narrow cells are known."""
    return frozenset(_OF_TABLES.split()).union(found.lower() for line in lines for found in _WORD.findall(line.text))


def cell_text(words: Sequence[Word], page: int, edges: Sequence[float], known: frozenset[str]) -> str:
    """Return the text of a cell; ``Implemente`` above ``d`` is one word where the column has no room for it.

    Args:
        words: of the cell, in any order.
        page: its number from 1.
        edges: left and right edge of its column, in points.
        known: from :func:`words_of`. A word is set together only if it is known as a whole and not as two.
    """
    lines = to_lines(words, page, gap=_WIDEST_CELL)
    texts: list[str] = []
    for number, line in enumerate(lines):
        if texts and _is_broken(lines[number - 1], line, edges, known):
            texts[-1] += line.text
        else:
            texts.append(line.text)
    return join(texts)


def _is_broken(before: Line, line: Line, edges: Sequence[float], known: frozenset[str]) -> bool:
    first, second = before.words[-1], line.words[0]
    start, end = re.search(r"[^\W\d_]+$", first.text), re.match(r"[^\W\d_]+", second.text)
    if start is None or end is None or not (end.group()[0].islower() or (start.group() + end.group()).isupper()):
        return False
    parts = (start.group().lower(), end.group().lower())
    if "".join(parts) not in known or all(part in known for part in parts):
        return False
    left, right = edges
    margin = max(0.0, line.x0 - left)
    room = right - left - 2 * margin
    letter = (second.x1 - second.x0) / len(second.text)
    full = before.x1 + letter > right - margin - _ROOM * before.size
    return full and (first.x1 - first.x0) + (second.x1 - second.x0) > room - _ROOM * before.size
