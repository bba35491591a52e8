"""Tables: the rows of a table in a document together, and which words of a question its parts account for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.question.dates import MONTHS
from assistant.question.needs import Need, Stemmed, stemmed
from assistant.question.terms import STOP, fold, stem, tokens
from assistant.tables.rows import cells_of, headers_of
from ingest.passage import DocumentRecord, Passage
from ingest.register.status import find_statuses

if TYPE_CHECKING:
    from ingest.library import Library

_TABLE = re.compile(r"^table (\d+)", re.IGNORECASE)
_NUMBER = re.compile(r"^(?P<minus>[-–−])?[€$£]? ?(?P<whole>\d{1,3}(?:[ ,']\d{3})+|\d+)(?P<part>\.\d+)? ?%?$")
_BARE = re.compile(r"^(?:[A-Z]{0,3} ?\d{1,3}[a-z]?|[ivxIVX]+)[.)]?$")
_TOTAL = re.compile(r"^(?:grand )?(?:total|totals|sum|overall|all(?: \w+)?|together)$")
_PART = re.compile(r"\W*(?:(?:of|among) (?:these|those|them|which|whom)|thereof|including)\b", re.IGNORECASE)
_QUALIFIED = frozenset(["not", "no", "partly", "partially", "part", "un", "never", "only", "insufficiently"])
_SMALL = frozenset(["a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "and", "or", "with", "per", "within"])
_LEAST_ROWS = 2
_MET = 0.4


@dataclass(frozen=True)
class Table:
    """One table of a document.

    Attributes:
        headers: of its columns, as printed.
        rows: its rows in their order, each as many cells as there are headers.
        whole: whether every row of the table could be read so.
    """

    document: DocumentRecord
    headers: tuple[str, ...]
    rows: tuple[Passage, ...]
    whole: bool = True

    @cached_property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The cells of the rows."""
        return tuple(cells_of(row) for row in self.rows)

    @cached_property
    def label(self) -> int:
        """The column that says what a row is about: the first that is neither a running number nor a figure."""
        for column in range(len(self.headers)):
            if not all(_BARE.match(row[column]) or figure(row[column]) is not None for row in self.cells):
                return column
        return 0

    @cached_property
    def full_labels(self) -> tuple[str, ...]:
        """The labels of the rows, a part ("of these, women") behind the row that it is a part of."""
        found: list[str] = []
        whole = ""
        for row in self.cells:
            label = row[self.label]
            part = bool(_PART.match(label))
            whole = whole if part else label
            found.append(f"{whole} {label}" if part and whole else label)
        return tuple(found)

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The rows that add up the others."""
        return tuple(at for at, row in enumerate(self.cells) if is_total(row[self.label]))

    @cached_property
    def context(self) -> Stemmed:
        """The words around the table: its headings and what its document is known by."""
        metadata = self.document.metadata
        known = (metadata.title, metadata.place, metadata.place_type, metadata.inspecting_body, metadata.jurisdiction)
        headings = [str(part) for part in self.rows[0].heading_path[:-1]]
        months = [_month(metadata.visit_start), _month(metadata.visit_end)]
        source = self.document.source.replace("-", " ").replace("_", " ")
        return stemmed(*headings, *(text.replace("_", " ") for text in known if text), *months, source)

    def figures(self, column: int) -> list[float | None]:
        """Return the figures of a column by row, ``None`` where there is none."""
        return [figure(row[column]) for row in self.cells]

    def is_figures(self, column: int) -> bool:
        """Say whether most cells of a column are figures."""
        found = self.figures(column)
        return sum(value is not None for value in found) * 2 > len(found)

    def heads(self, need: Need) -> list[int]:
        """Return the columns whose headers speak of a need."""
        return [at for at, header in enumerate(self.headers) if _speaks(need, header)]

    def labels(self, need: Need) -> list[int]:
        """Return the rows whose labels speak of a need."""
        return [at for at, label in enumerate(self.full_labels) if _speaks(need, label)]

    def holds(self, need: Need, column: int) -> list[int]:
        """Return the rows whose cell in a column speaks of a need."""
        return [at for at, row in enumerate(self.cells) if _speaks(need, row[column])]


def tables_in(library: Library, documents: Iterable[str]) -> list[Table]:
    """Return the tables of documents that have headers and at least two rows, in their order."""
    found: list[Table] = []
    for name in documents:
        record = library.ledger.document(name)
        if record is None:
            continue
        held: dict[tuple[str, tuple[str, ...]], list[Passage]] = {}
        for passage in library.ledger.document_passages(name):
            number = _TABLE.match(passage.locator)
            if number and passage.block_kind == "table_row":
                held.setdefault((number[1], passage.heading_path), []).append(passage)
        for rows in held.values():
            read = [row for row in rows if headers_of(row)]
            if len(read) >= _LEAST_ROWS:
                found.append(Table(record, headers_of(read[0]), tuple(read), len(read) == len(rows)))
    return found


def is_total(label: str) -> bool:
    """Say whether a label names what adds up the others."""
    return bool(_TOTAL.match(fold(label).strip(" :.")))


def _month(day: str | None) -> str:
    """Write the month and year of an ISO date: ``may 2022``."""
    year, _, rest = (day or "").partition("-")
    number = int(rest[:2]) if rest[:2].isdigit() else 0
    return f"{next((name for name, at in MONTHS.items() if at == number), '')} {year}".strip()


def figure(cell: str) -> float | None:
    """Return the figure that a cell consists of, or ``None``."""
    match = _NUMBER.match(cell.strip())
    if match is None:
        return None
    value = float(re.sub(r"[ ,']", "", match["whole"]) + (match["part"] or ""))
    return -value if match["minus"] else value


def statuses_of(text: str) -> set[str]:
    """Return the statuses that a text names."""
    return {status for _, _, status in find_statuses(text)}


def words_of_header(header: str) -> frozenset[str]:
    """Return the stems by which a column is named."""
    return frozenset(stem(word) for word in tokens(header) if word not in _SMALL)


def same_value(cells: Sequence[str], rows: Sequence[int], asked: str) -> list[int]:
    """Keep the rows whose cell says what a question asks for, and not its contrary or a part of it.

    Args:
        cells: of one column.
        rows: those whose cell shares a word with the question.
        asked: the question, folded.
    """
    wanted = statuses_of(asked)
    standing = {at: statuses_of(cells[at]) for at in rows}
    if wanted and any(standing[at] & wanted for at in rows):
        return [at for at in rows if standing[at] & wanted]
    said = {stem(word) for word in tokens(asked)}
    whole = [at for at in rows if _content(cells[at]) and _content(cells[at]) <= said]
    qualified = set(tokens(asked)) & _QUALIFIED
    fit = [at for at in whole or rows if set(tokens(cells[at])) & _QUALIFIED <= qualified]
    exact = [at for at in fit if set(tokens(cells[at])) & _QUALIFIED == qualified & set(_words(cells))]
    return exact or fit


def _words(cells: Sequence[str]) -> set[str]:
    return {word for cell in cells for word in tokens(cell)}


def _content(cell: str) -> set[str]:
    return {stem(word) for word in tokens(cell) if word not in STOP}


def _speaks(need: Need, text: str) -> bool:
    words = stemmed(text)
    return bool(words.stems) and need.met_by(words.stems, words.present) > _MET
