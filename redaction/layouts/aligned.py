"""Tables that blanks align: a line of heads, and under each head what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.layouts.tables import heads_of, read_cell
from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.span import Span, SpanType

_GAP: Final = re.compile(r"[ ]{2,}")
_LINE: Final = re.compile(rf"[^\n{SEPARATOR}]+")
_CHUNK: Final = re.compile(r"[^\s|](?:[^\n|]*?[^\s|])??(?=[ ]{2,}|[ ]*$)")
_COLUMNS: Final = 3
# A line as long as this without a gap is no row.
_LONGEST: Final = 70


def aligned_spans(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield what the heads of aligned columns say about what stands below them.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
    """
    heads: dict[int, SpanType] = {}
    edges: list[int] = []
    rows = 0
    for line in _LINE.finditer(text) if _GAP.search(text) else ():
        start = line.start()
        if "|" in line.group():
            heads = {}
            continue
        chunks = [(start + chunk.start(), start + chunk.end()) for chunk in _CHUNK.finditer(line.group())]
        if len(chunks) >= _COLUMNS:
            found = heads_of([text[first:last] for first, last in chunks], lexicon)
            if found is not None and len(found) > 1:
                heads, edges, rows = found, [first - start for first, _last in chunks], 0
                continue
        ends = (rows and text[start - 1 : start] == SEPARATOR) or (len(chunks) == 1 and len(line.group()) > _LONGEST)
        if ends:
            heads = {}
        if not {SpanType.NAME, SpanType.ID} & set(heads.values()):
            continue
        rows += 1
        for first, last in chunks:
            kind = heads.get(_column(first - start, last - start, edges))
            if kind is not None:
                yield from read_cell(text, first, last, kind, lexicon)


def _column(first: int, last: int, edges: list[int]) -> int:
    """Return the column that a stretch of a line shares most of its length with."""
    shared = [
        min(last, end) - max(first, edge)
        for edge, end in zip(edges, [*edges[1:], max(last, edges[-1]) + 1], strict=True)
    ]
    return shared.index(max(shared))
