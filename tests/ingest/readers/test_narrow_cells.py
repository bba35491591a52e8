"""Words that a column of a table was too narrow for, and words that only end at its edge."""

from __future__ import annotations

import pytest

from ingest.readers.lines import Line, Word
from ingest.readers.narrow_cells import cell_text, words_of

_WIDE, _SIZE = 5.0, 10.0  # points of a letter, and of the type


def _words(*lines: str, left: float = 4.0) -> list[Word]:
    found = []
    for number, line in enumerate(lines):
        x, base = left, 20.0 + 12 * number
        for word in line.split():
            end = x + _WIDE * len(word)
            found.append(Word(word, x, base - 8, end, base + 2, base, _SIZE))
            x = end + 3
    return found


def _known(text: str) -> frozenset[str]:
    return words_of([Line(tuple(_words(text)), 1)])


def _text(*lines: str, letters: int = 11, known: str = "") -> str:
    """Read a cell with room for so many letters, and four points of margin on either side."""
    return cell_text(_words(*lines), 1, (0.0, _WIDE * letters + 8), _known(known))


@pytest.mark.parametrize(
    ("lines", "letters", "text"),
    [
        (("Implemente", "d"), 10, "Implemented"),
        (("Partly imp", "lemented"), 10, "Partly implemented"),
        (("YELLO", "W"), 5, "YELLOW"),
    ],
)
def test_a_word_that_no_line_has_room_for_is_one(lines: tuple[str, ...], letters: int, text: str) -> None:
    assert _text(*lines, letters=letters, known="yellow means in part") == text


@pytest.mark.parametrize(
    ("lines", "letters", "known"),
    [
        (("on", "going"), 2, "on and going and ongoing"),  # both are words themselves
        (("Not", "implemented"), 11, ""),  # the line had room left for letters
        (("implemented", "by"), 11, "implemented by"),
        (("Larc", "hen"), 4, "larch"),  # together no word that the document knows
    ],
)
def test_words_below_one_another_stay_two(lines: tuple[str, ...], letters: int, known: str) -> None:
    assert _text(*lines, letters=letters, known=known) == " ".join(lines)
