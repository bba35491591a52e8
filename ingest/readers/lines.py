"""Words with places on a page, and the lines they stand on. Shared by PDF text and OCR.

Coordinates are points from the top left corner of the page as a person reads it, ``y`` growing downwards.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its box, its base line, the size of its type, and whether it is bold or a raised mark."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: bool = False
    raised: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """Return the centre of the box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one base line without a wide gap, from left to right.

    Attributes:
        left: left edge of the column it stands in.
        right: right edge of the column.
        page: number of the page from 1.
    """

    words: tuple[Word, ...]
    page: int
    left: float = 0.0
    right: float = 0.0

    @property
    def x0(self) -> float:
        """Left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def base(self) -> float:
        """Base line of most of its words."""
        return statistics.median([word.base for word in self.words if not word.raised] or [self.words[0].base])

    @property
    def size(self) -> float:
        """Size of type of most of its characters."""
        sizes = [word.size for word in self.words if not word.raised for _ in word.text]
        return statistics.median_low(sizes or [self.words[0].size])

    @property
    def bold(self) -> bool:
        """Whether nearly all of it is bold."""
        heavy = sum(len(word.text) for word in self.words if word.bold)
        return heavy > 0.85 * sum(len(word.text) for word in self.words)

    @property
    def text(self) -> str:
        """Its words, parted by spaces; raised marks of footnotes in brackets, set close."""
        out = ""
        for word in self.words:
            if word.raised and out:
                out += f"[{word.text}]"
            else:
                out += (" " if out else "") + word.text
        return out

    def within(self, left: float, right: float) -> Line:
        """Return the line as part of a column."""
        return replace(self, left=left, right=right)


def to_lines(words: Sequence[Word], page: int, gap: float = 1.6) -> list[Line]:
    """Put words on lines.

    Args:
        words: in any order.
        page: number of the page from 1.
        gap: a gap wider than this many type sizes parts two lines on the same base line.

    Returns:
        lines by base line, then from left to right.
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.base, one.x0)):
        home = None
        for row in reversed(rows[-12:]):
            reach = (
                0.62 * max(word.size, row[0].size)
                if word.raised or row[0].raised
                else 0.32 * max(word.size, row[0].size)
            )
            if abs(row[0].base - word.base) <= reach and (
                home is None or abs(row[0].base - word.base) < abs(home[0].base - word.base)
            ):
                home = row
        if home is None:
            rows.append([word])
        else:
            home.append(word)
            if home[0].raised and not word.raised:
                home.insert(0, home.pop())  # the row goes by the base line of ordinary words
    lines = []
    for row in rows:
        row.sort(key=lambda one: one.x0)
        start = 0
        for index in range(1, len(row)):
            before, word = row[index - 1], row[index]
            if word.x0 - max(one.x1 for one in row[start:index]) > gap * max(before.size, word.size, 4.0):
                lines.append(Line(tuple(row[start:index]), page))
                start = index
        lines.append(Line(tuple(row[start:]), page))
    lines.sort(key=lambda line: (round(line.base, 1), line.x0))
    return lines
