"""Tables whose cells semicolons or tabs part, as exports of registers are pasted into texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.layouts.tables import cells_of, heads_of, read_row
from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.span import Span, SpanType

_LINE: Final = re.compile(rf"[^\n{SEPARATOR}]+")
_MARKS: Final = (";", "\t")
_AROUND: Final = ' "'
_COLUMNS: Final = 3
_LONGEST: Final = 300


def separated_spans(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield what the heads of columns say about cells that semicolons or tabs part.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
    """
    for mark in _MARKS:
        if text.count(mark) >= _COLUMNS:
            yield from _of(text, mark, lexicon)


def _of(text: str, mark: str, lexicon: Lexicon) -> Iterator[Span]:
    heads: dict[int, SpanType] = {}
    columns = 0
    for line in _LINE.finditer(text):
        cells = list(cells_of(text, *line.span(), mark, _AROUND)) if len(line.group()) <= _LONGEST else []
        if len(cells) < _COLUMNS:
            heads = {}
            continue
        found = heads_of([text[first:last] for first, last in cells], lexicon)
        if found is not None:
            heads, columns = found, len(cells)
            continue
        if len(cells) == columns:
            yield from read_row(text, cells, heads, lexicon)
