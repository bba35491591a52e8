"""Chunking: redacted blocks become passages, the units of retrieval and citation."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from ingest.passage import Passage
from ingest.report import Block, BlockKind, Report
from ingest.taxonomy import themes_of
from redaction.text import RedactedText

TARGET_CHARACTERS = 1200  # about 256 tokens of English, what the embedding model reads
LONGEST_SENTENCE = 1600
LEAD_IN_CHARACTERS = 300
HEADER_CELL_CHARACTERS = 80

_NOT_PASSAGES = frozenset({BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.COMMENT})
_SENTENCE_END = re.compile(r"[.!?;:](?:[\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})\]]{0,2})\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nos|art|arts|para|paras|pp?|sect?|reg|vol|ed|cf|viz|approx|e\.g|i\.e|etc|al|v)"
    r"|\b[A-Z])\.\s+$",
    re.IGNORECASE,
)


def chunk(report: Report[RedactedText], document_id: str) -> tuple[Passage, ...]:
    """Cut a report into passages of at most one block each.

    A block longer than :data:`TARGET_CHARACTERS` is cut at ends of sentences; its pieces keep its locator. Headings,
    headers of tables and the line that leads into a list are context (``heading_path``), not passages; only in a
    document that has nothing else its headings are passages themselves.

    Args:
        report: structured and redacted.
        document_id: of the document, part of the passage ids.

    Returns:
        passages in reading order; ids do not change as long as document, locator and text stay the same.
    """
    passages: list[Passage] = []
    seen: Counter[str] = Counter()
    for block, context in [*_with_context(report.blocks)] or _headings(report.blocks):
        for piece in pieces(block.text):
            place = seen[block.locator]
            seen[block.locator] += 1
            passages.append(
                Passage(
                    passage_id=passage_id(document_id, block.locator, place, piece),
                    document_id=document_id,
                    ordinal=len(passages),
                    text=piece,
                    locator=block.locator,
                    page=block.page,
                    block_kind=block.kind.value,
                    heading_path=context,
                    themes=themes_of(" ".join((*context[-2:], piece))),
                )
            )
    return tuple(passages)


def passage_id(document_id: str, locator: str, place: int, text: str) -> str:
    """Return the opaque id of a passage, the ``place``-th under its locator."""
    digest = hashlib.sha256(f"{document_id}|{locator}|{place}|{text}".encode()).hexdigest()
    return f"p-{digest[:12]}"


def _with_context(blocks: tuple[Block[RedactedText], ...]) -> Iterator[tuple[Block[RedactedText], tuple[str, ...]]]:
    """Give each block that becomes passages, with the context that search needs to understand it."""
    rows = Counter(block.table for block in blocks if block.kind is BlockKind.TABLE_ROW)
    columns: dict[int | None, RedactedText] = {}
    lead_in: RedactedText | None = None
    for block in blocks:
        if block.kind in _NOT_PASSAGES or not block.text.strip():
            if block.kind is BlockKind.HEADING:
                lead_in = None
            continue
        context: tuple[str, ...] = tuple(block.heading_path)
        if block.kind is BlockKind.TABLE_ROW:
            short = all(len(cell) <= HEADER_CELL_CHARACTERS for cell in block.cells)
            if block.row == 0 and short and rows[block.table] > 1:
                columns[block.table] = block.text
                continue
            if block.table in columns:
                context = (*context, columns[block.table])
        elif block.kind is BlockKind.LIST_ITEM:
            if lead_in is not None:
                context = (*context, lead_in)
        elif block.kind is not BlockKind.FOOTNOTE:
            text = block.text
            ends_open = text.rstrip().endswith(":")
            lead_in = text.part(max(0, len(text) - LEAD_IN_CHARACTERS), len(text)) if ends_open else None
        yield block, context


def _headings(blocks: tuple[Block[RedactedText], ...]) -> Iterator[tuple[Block[RedactedText], tuple[str, ...]]]:
    """Give the headings of a document that consists of nothing but headings."""
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.text.strip():
            yield block, tuple(one for one in block.heading_path if one != block.text)


def pieces(text: RedactedText) -> Iterator[RedactedText]:
    """Cut a text longer than :data:`TARGET_CHARACTERS` at ends of sentences; every word is in exactly one piece."""
    if len(text) <= TARGET_CHARACTERS:
        yield text
        return
    start = 0
    ends = [*_ends(text), len(text)]
    for position, end in enumerate(ends):
        following = ends[position + 1] if position + 1 < len(ends) else None
        if following is None or following - start > TARGET_CHARACTERS:
            # A rest too short to stand alone stays with the piece before it.
            if following == len(text) and len(text) - end < TARGET_CHARACTERS // 6:
                continue
            piece = text[start:end]
            head = len(piece) - len(piece.lstrip())
            tail = len(piece.rstrip())
            if tail > head:
                yield text.part(start + head, start + tail)
            start = end


def _ends(text: str) -> Iterator[int]:
    """Give places to cut: after sentences, and inside a sentence that is too long after a word."""
    last = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        hard = text[match.start()] in ".!?"
        if hard and _ABBREVIATION.search(text[max(0, end - 12) : end]):
            continue
        if not hard and end - last < TARGET_CHARACTERS // 2:
            continue
        yield from _words(text, last, end)
        yield end
        last = end
    yield from _words(text, last, len(text))


def _words(text: str, start: int, end: int) -> Iterator[int]:
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + TARGET_CHARACTERS)
        start = space + 1 if space > start else start + TARGET_CHARACTERS
        yield start
