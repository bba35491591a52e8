"""Cells of a table, and what most cells of a column hold: names, numbers, prose, statuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.dates import first_date
from ingest.register.offices import is_office
from ingest.register.position_cells import cell_status, position_in, verdict_cell
from ingest.register.table_headings import MODAL
from ingest.register.verbs import VERBS
from ingest.report import Block
from ingest.structure.labels import read_label
from ingest.structure.number_words import IN_WORDS
from redaction.text import RedactedText

WORDS_IN_TEXT = 3
_WORDS_IN_NAME = 9
# "GV-1, Block D", "1/2024 Lamps", "4.1 beds": what a row is about stands behind its number.
_CODE = re.compile(
    r"(?P<code>[A-Z]{1,4}-?\d{1,3}(?:[./]\d{1,4})*|\d{1,3}(?:[./]\d{1,4}){1,3}|(?:\d{1,3}|[ivx]{1,5}|[a-h])(?=[.):]))"
    r"[.:),]*\s+(?:[–—-]\s+)?[\[“\"‘]?[^\W\d_]"
)
# A digit, what masks a number, or "First", "Twenty-second".
_NUMBER = re.compile(rf"\d|^\[(?:CELL|ID)\]$|^(?:{IN_WORDS})$", re.IGNORECASE)
_CODES = re.compile(r"[A-Z]{0,4}[ -]?\d[\d./]*(?:\s*(?:,|;|&|\band\b)\s*[A-Z]{0,4}[ -]?\d[\d./]*)+")
_DIGITS = re.compile(r"\d[\d./]*")
_EMPTY = re.compile(r"[-–—\s]*|none", re.IGNORECASE)


def cells_of(row: Block[RedactedText]) -> tuple[RedactedText, ...]:
    """Return the cells of a row, cut at their marks where the reader kept none."""
    if row.cells:
        return row.cells
    cells: list[RedactedText] = []
    start = 0
    for gap in re.finditer(r" \| ", row.text):
        cells.append(row.text.part(start, gap.start()))
        start = gap.end()
    cells.append(row.text.part(start, len(row.text)))
    return tuple(cells)


def cell(cells: tuple[RedactedText, ...], index: int | None) -> str:
    """Return the words of one cell, empty where there is no such column."""
    return str(cells[index]).strip() if index is not None and index < len(cells) else ""


def code_in(text: str) -> str | None:
    """Return the number with which a cell opens that goes on in words; ``None`` for a mere number, or no number."""
    found = _CODE.match(text.strip())
    return found["code"] if found is not None else None


def counts_codes(cells: Sequence[str], index: int) -> bool:
    """Say whether a row only counts: ``Fulfilled | 3 | B-1, B-4, B-7`` names which ones beside how many."""
    codes = _CODES.fullmatch(cells[index].strip())
    return codes is not None and str(len(_DIGITS.findall(cells[index]))) in map(str.strip, cells)


def deadline_in(due: str) -> str | None:
    """Return what a cell of a column of dates sets: the date (ISO 8601), else its words; ``None`` for an empty one."""
    return (first_date(due) or due) if due and not _EMPTY.fullmatch(due) else None


def half(body: Sequence[tuple[RedactedText, ...]], index: int, read: Callable[[str], str | None]) -> bool:
    """Say whether a reader knows at least half of a column's filled cells."""
    filled = [cells[index] for cells in body if cells[index].strip()]
    return bool(filled) and sum(read(each) is not None for each in filled) * 2 >= len(filled)


def are_statuses(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether at least half of a column's filled cells open with a status."""
    return half(body, index, verdict_cell)


def are_positions(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether at least half of a column's filled cells accept, reject or leave unanswered."""
    return half(body, index, position_in)


def mostly_statuses(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether most filled cells of a column open with a status."""
    filled = [cells[index] for cells in body if cells[index].strip()]
    return bool(filled) and sum(cell_status(each) is not None for each in filled) * 10 >= len(filled) * 7


def are_numbers(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether at least half of a column's cells are short and hold a digit, or what masks a number."""
    known = [bool(_NUMBER.search(cells[index].strip())) and len(cells[index]) < 25 for cells in body]
    return sum(known) * 2 >= len(body)


def are_bare(body: Sequence[tuple[RedactedText, ...]]) -> bool:
    """Say whether the first column holds nothing but numbers, each another one, whatever its heading."""
    first = [cells[0].strip() for cells in body]
    bare = all(map(re.compile(r"[A-Z]{0,3}[ -]?\d{1,3}(?:\.\d{1,2})*\.?").fullmatch, first))
    return bare and len(set(first)) == len(first) and len(first) > 1


def are_prose(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether at least half of a column's cells have several words."""
    return sum(len(cells[index].split()) >= WORDS_IN_TEXT for cells in body) * 2 >= len(body)


def are_words(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether a column holds words of its own, not dates or numbers."""
    return sum(len(re.findall(r"[^\W\d_]{2,}", cells[index])) >= 2 for cells in body) * 2 >= len(body)


def are_names(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether a column names offices: names are short, or at least of offices and without a verb."""
    filled = [cells[index] for cells in body if cells[index].strip()]
    named = sum(
        len(cell.split()) < WORDS_IN_TEXT
        or (len(cell.split()) <= _WORDS_IN_NAME and is_office(cell) and cell[-1:] != ".")
        for cell in filled
    )
    return named * 2 > len(filled)


def mostly_long(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether most cells of a column are long."""
    return sum(len(cells[index]) > 60 for cells in body) * 2 > len(body)


def oblige(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether most cells of a column tell somebody to act, whatever its heading says."""
    filled = [cells[index] for cells in body if cells[index].strip()]
    acts = 0
    for each in filled:
        label = read_label(each)
        rest = each[label.start :] if label is not None else each
        first = re.split(r"\W", rest, maxsplit=1)[0]
        command = bool(re.match(r"To [a-z]", rest)) or (first[:1].isupper() and first.lower() in VERBS)
        worded = len(rest.split()) >= WORDS_IN_TEXT and (command or bool(MODAL.search(rest)))
        acts += worded or (label is not None and label.kind == "recommendation")
    return len(filled) > 1 and acts * 10 >= len(filled) * 7
