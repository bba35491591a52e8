"""Words that label what stands beside or below them, and cells of columns that hold things: nobody's names."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from redaction.layouts.tables import cells_of, heads_of, kind_of, rows_of
from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.union import Ranges

_THINGS: Final = re.compile(
    r"(?:rank|grade|post|category|crime cat(?:egory|\.)?|offence|crime|charge|equipment|weapons?|items?|article|property|tools?|"  # noqa: E501
    r"status|sex|gender|religion|language|type|measures?|medication|medicines?|drugs?|treatment|diagnosis|injur(?:y|ies)|vehicle type|make|model)"  # noqa: E501
    r"(?: (?:used|issued|held|type))?",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"(?:(?:^|(?<=[\n\x1e|]))[ ]*|(?<=[ ]{2}))(?P<word>[^\W\d_]{3,20})[ ]?:[ ]\d{4,}(?![ ]?\d)")
_LONGEST_LABEL: Final = 32
_WORD: Final = re.compile(r"[^\W\d_]{3,20}")


class Labels:
    """Tells labels and things in the tables and forms of one text.

    Args:
        text: of the manuscript.
        lexicon: word lists.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Take the text; it is read when it is first asked for."""
        self._text, self._lexicon = text, lexicon

    def holds(self, start: int, end: int) -> bool:
        """Say whether a range is a word that the text uses as a label alone, or lies in a column of things."""
        words, things = self._read
        surface = self._text[start:end]
        if surface in words or self._in_label(start, end):
            return True
        return any(first <= start and end <= last for first, last in things.touching(start, end)) and (
            surface.lower() not in self._lexicon.given_names
        )

    def _in_label(self, start: int, end: int) -> bool:
        """Say whether a range lies in the label of a field, in whatever language: "Apellidos y nombre: ..."."""
        text = self._text
        colon = text.find(":", end, end + _LONGEST_LABEL)
        if colon < 0:
            return False
        low = max(text.rfind(mark, 0, start) for mark in ("\n", SEPARATOR, "|", "  ")) + 1
        return start - low <= _LONGEST_LABEL and kind_of(text[low:colon].strip()) is not None

    @cached_property
    def _read(self) -> tuple[frozenset[str], Ranges]:
        text = self._text
        labels = [match.span("word") for match in _LABEL.finditer(text)]
        things: list[tuple[int, int]] = []
        columns: set[int] = set()
        last_end = -2
        for start, end in rows_of(text) if "|" in text else ():
            if start - last_end > 2:
                columns = set()
            last_end = end
            cells = list(cells_of(text, start, end))
            if heads_of([text[first:last] for first, last in cells], self._lexicon) is not None:
                labels += [cell for cell in cells if _WORD.fullmatch(text, *cell)]
                columns = {number for number, cell in enumerate(cells) if _THINGS.fullmatch(text, *cell)}
            else:
                things += [cell for number, cell in enumerate(cells) if number in columns and cell[0] < cell[1]]
        places: dict[str, int] = {}
        for first, last in labels:
            places[text[first:last]] = places.get(text[first:last], 0) + 1
        # A word that stands elsewhere too may be somebody's name there.
        alone = {word for word, count in places.items() if len(re.findall(rf"(?<!\w){word}(?!\w)", text)) == count}
        return frozenset(alone - self._lexicon.given_words), Ranges(things)
