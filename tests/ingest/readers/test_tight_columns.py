"""Tables of a scan whose columns touch: the head alone leaves white, and the cells below it stand in their column."""

from __future__ import annotations

from ingest.readers.lines import Line, Word
from ingest.readers.unruled import white_grids

_SIZE = 10.0
_WIDE = 5.0  # points of a letter


def _words(text: str, x: float, base: float) -> list[Word]:
    found = []
    for word in text.split():
        end = x + _WIDE * len(word)
        found.append(Word(word, x, base - 8, end, base + 2, base, _SIZE))
        x = end + 3
    return found


def _line(base: float, *cells: tuple[float, str]) -> Line:
    return Line(tuple(word for x, text in cells for word in _words(text, x, base)), 1, 60, 520)


def _table(second: float, cells: tuple[str, ...], *, stray: str | None = None) -> list[Line]:
    """Rows of three columns; the first is so full that no white stands before the second, but in the head."""
    lines = [_line(100, (60, "Matter"), (second, "Office"), (400, "Answer"))]
    for number, cell in enumerate(cells):
        base = 130 + 40 * number
        lines.append(_line(base, (60, "Water heated at night by"), (second, cell), (400, "agreed")))
        lines.append(_line(base + 12, (60, "the team of"), (400, "in May")))
    if stray is not None:
        lines.append(_line(130 + 40 * len(cells), (60, stray), (400, "agreed")))
    return lines


def _starts(lines: list[Line]) -> list[float]:
    (grid,) = white_grids(lines, [])
    return [x for x, _, _ in grid.down][1:-1]


_FULL = 60 + _WIDE * len("waterheatedatnightby") + 4 * 3 + 1  # where the first column's longest cell ends


def test_a_column_that_touches_the_one_before_begins_at_its_head() -> None:
    starts = _starts(_table(_FULL, ("Ministry", "Board", "Director", "Council")))
    assert starts == [_FULL - 2, 398]


def test_a_word_across_shows_that_there_is_no_column() -> None:
    lines = _table(_FULL, ("Ministry", "Board", "Director", "Council"), stray="a heatingsystemofthewholehouse mended")
    assert _starts(lines) == [398]


def test_a_word_of_the_head_alone_makes_no_column() -> None:
    lines = _table(_FULL, ("", "", "Director", ""))
    assert _starts(lines) == [398]
