"""What a page consists of, whatever format it is written in. All text in it is data, never mark-up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeAlias


class Style(StrEnum):
    """How a run of text is meant."""

    PLAIN = "plain"
    STRONG = "strong"
    QUOTE = "quote"
    CITE = "cite"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell or an item."""

    text: str
    style: Style = Style.PLAIN


Cell: TypeAlias = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one style."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Items:
    """A list; with boxes to tick where ``tick`` is set."""

    items: tuple[Cell, ...]
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings.

    Attributes:
        widths: share of the width of each column; they need not sum to one.
        numbers: positions of columns that hold numbers, which stand on the right.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: a value for each label; without a colour (``#RRGGBB``) it gets the next of the palette."""

    name: str
    values: tuple[int, ...]
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars, one for each label; several series are stacked.

    Attributes:
        grouped: several series stand one below the other: their sum would mean nothing.
        title: says what is counted, and of how many.
        more: what was left out, in words; empty where nothing was.
    """

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    more: str = ""
    grouped: bool = False

    @property
    def described(self) -> str:
        """The chart in words, for those who cannot see it."""
        parts = []
        for place, label in enumerate(self.labels):
            values = [f"{each.name} {each.values[place]}" for each in self.series]
            parts.append(f"{label}: {', '.join(values)}")
        return f"{self.title}. {'; '.join(parts)}"


Block: TypeAlias = Heading | Paragraph | Items | Table | Chart


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        lines: under the title: what it is about, when it was made.
        notice: printed at the head and, where the format has one, in the foot of every page.
    """

    title: str
    lines: tuple[str, ...]
    notice: str
    blocks: tuple[Block, ...] = field(default=())


def cell(*lines: str | Line | None) -> Cell:
    """Return a cell of lines; empty ones are left out."""
    made = [line if isinstance(line, Line) else Line(line) for line in lines if line]
    return tuple(line for line in made if line.text)


def with_tier(page: Page, told: str) -> Page:
    """Return a page that says in its notice whose eyes it is for."""
    return replace(page, notice=f"{told} {page.notice}")


def today() -> str:
    """Return the date that a page bears, as ISO 8601."""
    return datetime.now(UTC).date().isoformat()
