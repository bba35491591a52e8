"""Codes that stand in one place beside names, line after line: where one is somebody's, all of its shape are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from redaction.layouts.tables import cells_of
from redaction.manuscript import SEPARATOR
from redaction.span import Span, SpanType
from redaction.union import Ranges

Table = list[list[tuple[int, int]]]
"""Rows of the bounds of their cells."""

DETECTOR: Final = "column"
_SCORE: Final = 0.7
_NUMBERS: Final = frozenset({SpanType.ID, SpanType.CELL, SpanType.PLATE})
# "33F   Ann Example": a code with letters and digits at the head of a line.
_HEAD: Final = re.compile(
    rf"(?:(?<=[\n{SEPARATOR}])|^)[ ]*(?P<code>(?=[A-Z/-]*\d)(?=[\d/-]*[A-Z])[A-Z\d]{{2,8}}(?:[-/][A-Z\d]{{1,6}}){{0,2}})[ ]?[:.)|–-]?[ \t]+[\"“]?"  # noqa: E501
)
# "Ann Example (31B)".
_AFTER: Final = re.compile(r" \((?P<code>(?=[A-Z/-]*\d)(?=[\d/-]*[A-Z])[A-Z\d]{2,8}(?:[-/][A-Z\d]{1,6}){0,2})[);,]")
# "Ann Example, born in 1990, R6.": a code that ends what a line says of somebody.
_LAST: Final = re.compile(r"(?<=, )(?P<code>[A-Z]{1,3}-?\d{1,3})(?=[.;]|,\s|$)")
# A column holds places where at least so many of its cells do, and half of them.
_LEAST_HELD: Final = 3
_BAR: Final = " | "
_LINE: Final = re.compile(rf"[^\n{SEPARATOR}]+")
_WORDS: Final = re.compile(r"[^\W\d_][\w-]{2,16}(?: [\w-]{1,12}){0,2}")
# What became of somebody who is in no cell any more.
_NOWHERE: Final = frozenset(
    ["released", "deported", "transferred", "discharged", "died", "bailed", "escaped", "removed", "home", "acquitted",
     "hospital", "hôpital", "court", "clinic", "unknown", "none"]
)  # fmt: skip
# "Coe, Ann Bea" in a cell of its own; "P/0311" in a column of such numbers.
_INVERTED: Final = re.compile(r"(?:[a-z]{1,4} ){0,2}[^\W\d_]+(?:['’-][^\W\d_]+)*, [^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
_COLUMN_CODE: Final = re.compile(r"(?=[^\W_]*[A-Z/-])(?=\D*\d)[A-Z\d]{1,8}(?:[ /-][A-Z\d]{1,8}){0,2}")
_NEAR: Final = 90
_CODE: Final = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,3}\d{0,2}[-/]\d{1,3}|[A-Z]{1,2} \d{1,2}\.\d{2,3}|[A-Z]{1,2}\d{1,2}\.\d{2,3})(?![\w/-])"
)
# "D1.04": so many digits show how the rooms of a house are numbered.
_NUMBERED_SO: Final = re.compile(r"[A-Z]{1,2}\d{1,2}[./-]\d{2,3}")


def column_codes(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the codes beside names that have the shape of one that is found.

    Args:
        text: that the offsets belong to.
        spans: found so far, of any type.
    """
    shapes = {_shape(text[span.start : span.end]): span for span in spans if span.type in _NUMBERS}
    if not shapes:
        return
    names = Ranges((span.start, span.end) for span in spans if span.type is SpanType.NAME)
    beside = [
        *(match for match in _HEAD.finditer(text) if names.touching(match.end(), match.end() + 1)),
        *(match for match in _AFTER.finditer(text) if names.touching(match.start() - 1, match.start())),
    ]
    cells = {
        re.sub(r"9+", "9", shape.rpartition(" ")[2]): span
        for shape, span in shapes.items()
        if span.type is SpanType.CELL
    }
    for match in _LAST.finditer(text) if cells else ():
        known = cells.get(re.sub(r"9+", "9", _shape(match["code"])))
        low = max(text.rfind("\n", 0, match.start()), text.rfind(SEPARATOR, 0, match.start()), match.start() - _NEAR)
        if known is not None and names.touching(low + 1, match.start()):
            yield replace(known, start=match.start("code"), end=match.end("code"), score=_SCORE, detectors=(DETECTOR,))
    # "Cell A3-02 ..., A3-02 again": a code with letters is the same place everywhere.
    again = {
        code.group()
        for span in spans
        if span.type is SpanType.CELL
        if (code := _CODE.search(text, span.start, span.end))
    }
    alike = {(code[0], _shape(code)) for code in again if _NUMBERED_SO.fullmatch(code)}
    for match in _CODE.finditer(text) if again else ():
        if match.group() in again or (match.group()[0], _shape(match.group())) in alike:
            yield Span(*match.span(), SpanType.CELL, _SCORE, (DETECTOR,))
    for match in beside:
        known = shapes.get(_shape(match["code"]))
        if known is not None:
            yield replace(known, start=match.start("code"), end=match.end("code"), score=_SCORE, detectors=(DETECTOR,))


def column_places(text: str, tables: Sequence[Table], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the short words in a column of a table that otherwise holds the places of persons: "Isolation", "Med 2".

    Args:
        text: that the offsets belong to.
        tables: of the text, from :func:`tables_of`.
        spans: found so far, of any type.
    """
    places = Ranges((span.start, span.end) for span in spans if span.type is SpanType.CELL)
    people = Ranges((span.start, span.end) for span in spans if span.type in (SpanType.NAME, SpanType.ID))
    for table in tables:
        for column in zip(*table, strict=True):
            held = [bool(places.touching(start, end)) for start, end in column]
            if sum(held) < _LEAST_HELD or 2 * sum(held) < len(held):
                continue
            for (start, end), known, row in zip(column, held, table, strict=True):
                named = any(people.touching(*cell) for cell in row)
                words = text[start:end].lower().split()
                elsewhere = not _NOWHERE.isdisjoint(words)
                fits = named and not elsewhere and _WORDS.fullmatch(text, start, end) is not None
                if fits and not known and not people.touching(start, end):
                    yield Span(start, end, SpanType.CELL, _SCORE, (DETECTOR,))


def column_rest(text: str, tables: Sequence[Table], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the rest of "Surname, Given Given" cells, and numbers shaped as those of other persons in their column.

    Args:
        text: that the offsets belong to.
        tables: of the text, from :func:`tables_of`.
        spans: found so far, of any type.
    """
    names = Ranges((span.start, span.end) for span in spans if span.type is SpanType.NAME)
    numbers = Ranges((span.start, span.end) for span in spans if span.type is SpanType.ID)
    for table in tables:
        for column in zip(*table, strict=True):
            inverted = [cell for cell in column if _INVERTED.fullmatch(text, *cell)]
            known = [cell for cell in inverted if names.touching(*cell)]
            if 2 * len(known) > len(column) or len(known) >= _LEAST_HELD:
                yield from (Span(start, end, SpanType.NAME, _SCORE, (DETECTOR,)) for start, end in known)
            shapes = Counter(_shape(text[start:end]) for start, end in column if numbers.touching(start, end))
            for start, end in column:
                code = text[start:end]
                if shapes[_shape(code)] > 1 and _COLUMN_CODE.fullmatch(code) and not numbers.touching(start, end):
                    yield Span(start, end, SpanType.ID, _SCORE, (DETECTOR,))


def tables_of(text: str) -> Iterator[Table]:
    """Yield the tables of a text as rows of the bounds of their cells; the rows of one have as many cells."""
    rows: Table = []
    for line in _LINE.finditer(text):
        cells = list(cells_of(text, *line.span(), _BAR))
        if rows and len(cells) != len(rows[0]):
            if len(rows[0]) > 1:
                yield rows
            rows = []
        rows.append(cells)
    if rows and len(rows[0]) > 1:
        yield rows


def _shape(code: str) -> str:
    """Return a code with every letter as ``A`` and every digit as ``9``."""
    return re.sub(r"[A-Z]", "A", re.sub(r"\d", "9", code))
