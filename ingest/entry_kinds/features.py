"""What the classifier of entries reads: the sentences and blocks of a report, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ingest.register.sentence import sentence_spans
from ingest.report import Block, BlockKind
from ingest.structure.labels import read_label

T = TypeVar("T", bound=str)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a block or a cell, and where it stands.

    Attributes:
        text: without the number that it bears.
        whole: a block or cell as a whole; ``False`` for a sentence of a longer block.
        first: nothing of its block stands before it.
        last: nothing of its block stands behind it.
        shape: ``paragraph``, ``list_item``, ``box`` or ``cell``.
        numbered: it or its block bears a number.
        label: the word before the number (``Recommendation``), else empty.
        headings: above it, outermost first; for a cell the heading of its column comes last.
        before: the sentence or block right before it.
        document: ``response``, ``follow-up``, or empty for any other.
    """

    text: str
    whole: bool = True
    first: bool = True
    last: bool = True
    shape: str = "paragraph"
    numbered: bool = False
    label: str = ""
    headings: tuple[str, ...] = ()
    before: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit with the block at ``block`` in its report, from ``start`` to ``end`` of that block's text."""

    unit: Unit
    block: int
    start: int
    end: int


def units(blocks: Sequence[Block[T]], document: str) -> Iterator[Placed]:
    """Cut the body of a report into units: every block as a whole, and its sentences where it has several.

    Args:
        blocks: in reading order; headings, furniture, notes and rows of tables give no unit.
        document: see :class:`Unit`.
    """
    before = ""
    for place, block in enumerate(blocks):
        if not block.in_body:
            before = str.__str__(block.text) if block.kind is BlockKind.HEADING else before
            continue
        yield from _of_block(block, place, before, document)
        before = str.__str__(block.text)


def _of_block(block: Block[T], place: int, before: str, document: str) -> Iterator[Placed]:
    text = str.__str__(block.text)
    label = read_label(text)
    start = label.start if label is not None else 0
    if not start and block.number is not None and text.startswith(block.number):
        start = len(block.number)
    while start < len(text) and text[start] in " .:)–—-":
        start += 1
    end = len(text.rstrip())
    if start >= end:
        return
    shape, headings = block.kind.value, tuple(map(str.__str__, block.heading_path))
    numbered, word = block.number is not None or label is not None, block.label or ""
    spans = list(sentence_spans(text[:end], start))
    whole = Unit(text[start:end], True, True, True, shape, numbered, word, headings, before, document)
    yield Placed(whole, place, start, end)
    if len(spans) < 2:
        return
    for order, (first, last) in enumerate(spans):
        lead = text[spans[order - 1][0] : spans[order - 1][1]] if order else before
        edges = (order == 0, order == len(spans) - 1)
        part = Unit(text[first:last], False, *edges, shape, numbered, word, headings, lead, document)
        yield Placed(part, place, first, last)
