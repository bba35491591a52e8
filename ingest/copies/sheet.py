"""What a redacted copy holds: pieces of redacted text in reading order, and nothing else of the original."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.report import Block, BlockKind, PageAccount
from ingest.structure.labels import read_label
from redaction.text import RedactedText

# Every copy says what it is; the words are the same in all formats.
NOTICE = "Redacted copy. Pseudonymised, not anonymous."
TITLE = "Redacted copy"
PRODUCER = "opcat"

_CELL = " | "
_BULLET = "\u2022"
_PLAIN_NUMBER = re.compile(
    r"[\W_]{0,2}(?:[A-Za-z]{1,2}[-. ]?)?(?:\d{1,3}(?:[.-]\d{1,3}){0,4}[a-z]?|[ivxIVX]{1,6})?[\W_]{0,2}"
)
# Furniture longer than this is no running title: it is set once, before or after the text.
_LONGEST_FURNITURE = 160


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a copy.

    Attributes:
        kind: never a header, footer or comment.
        text: redacted; for a row its cells joined.
        mark: bullet or number that stood before the text in the original, else empty.
        level: of a heading (1 to 6) or a list item (from 1), else 0.
        page: page of the original from 1, ``None`` where it has none.
        table: number of the table for rows, else ``None``.
        row: number in the table; 0 is its head.
        cells: redacted cells of a row.
    """

    kind: BlockKind
    text: RedactedText
    mark: str = ""
    level: int = 0
    page: int | None = None
    table: int | None = None
    row: int | None = None
    cells: tuple[RedactedText, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole copy.

    Attributes:
        pieces: in reading order; footnotes where the reader put them, after the text for Word.
        header: running title of the original, redacted; empty where it had none.
        footer: the same at the foot.
        pages: pages of the original; 0 for formats without pages.
        scanned: pages that were read from a picture.
        comments: margin comments left out.
        language: of the text, for programs that read aloud.
    """

    pieces: tuple[Piece, ...] = field(repr=False)
    header: str = ""
    footer: str = ""
    pages: int = 0
    scanned: int = 0
    comments: int = 0
    language: str = "en"


def lay_out(
    blocks: Sequence[Block[str]],
    texts: Sequence[RedactedText],
    pages: PageAccount,
    marks: Mapping[str, RedactedText],
    language: str,
) -> Sheet:
    """Lay out blocks with their redacted texts.

    Args:
        blocks: the structure; of their own only plain numbers are used.
        texts: the redacted text of each block.
        pages: the account of pages of the original.
        marks: generated numbers that hold words, with their redacted form.
        language: of the text.
    """
    pieces: list[Piece] = []
    furniture: dict[BlockKind, list[RedactedText]] = {BlockKind.HEADER: [], BlockKind.FOOTER: []}
    comments = 0
    page: int | None = 1 if pages.total else None
    for block, text in zip(blocks, texts, strict=True):
        if block.kind is BlockKind.COMMENT:
            comments += 1
            continue
        if block.kind in furniture:
            furniture[block.kind].append(text)
            continue
        if pages.total:
            page = min(max(block.page or page or 1, page or 1), pages.total)
        pieces.append(
            Piece(
                kind=block.kind,
                text=text,
                mark=_mark(block, marks),
                level=min(max(block.level, 1), 6) if block.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0,
                page=page,
                table=block.table,
                row=block.row,
                cells=_cells(len(block.cells), text),
            )
        )
    running: dict[BlockKind, str] = {}
    for kind, held in furniture.items():
        line = " \u00b7 ".join(held)
        if len(line) <= _LONGEST_FURNITURE:
            running[kind] = line
            continue
        set_once = [
            Piece(BlockKind.PARAGRAPH, one, page=(1 if kind is BlockKind.HEADER else page) if pages.total else None)
            for one in held
        ]
        pieces = [*set_once, *pieces] if kind is BlockKind.HEADER else [*pieces, *set_once]
    return Sheet(
        pieces=tuple(pieces),
        header=running.get(BlockKind.HEADER, ""),
        footer=running.get(BlockKind.FOOTER, ""),
        pages=pages.total,
        scanned=pages.ocr,
        comments=comments,
        language=language,
    )


def is_plain_number(number: str) -> bool:
    """Say whether a generated number is a number or letter alone (``2.14``, ``(a)``, ``R4``, ``iv.``).

    The format of a list in a word processor may hold any words; others are redacted like text.
    """
    return bool(_PLAIN_NUMBER.fullmatch(number))


def marked(piece: Piece) -> str:
    """Return the text with its mark before it."""
    return f"{piece.mark} {piece.text}" if piece.mark else str(piece.text)


def _mark(block: Block[str], marks: Mapping[str, RedactedText]) -> str:
    """Return the number that a program generated, or a bullet; nothing where the text itself bears the number.

    The original text decides which of the two it is: in the redacted one a number that was an identifier is gone.
    """
    number = block.number or ""
    if not number:
        return _BULLET if block.kind is BlockKind.LIST_ITEM else ""
    if read_label(block.text) is not None or re.match(rf"\W{{0,3}}{re.escape(number)}(?!\w)", block.text):
        return ""
    if number in marks:
        return str(marks[number])
    if not is_plain_number(number):
        return ""
    return f"{number}." if number.isalnum() and block.kind is not BlockKind.HEADING else number


def _cells(count: int, text: RedactedText) -> tuple[RedactedText, ...]:
    """Cut a redacted row at its cell marks; one cell where a mark itself was masked."""
    if not count:
        return ()
    starts = [0]
    while (at := text.find(_CELL, starts[-1])) >= 0:
        starts.append(at + len(_CELL))
    if len(starts) != count:
        return (text,)
    ends = [start - len(_CELL) for start in starts[1:]] + [len(text)]
    return tuple(text.part(start, end) for start, end in zip(starts, ends, strict=True))
