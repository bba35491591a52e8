"""Tallies: numbers worked out from the rows of one table, with the rows and what was done to them.

A tally is given only where every word of the question has its place: in a header, a label, a cell, around the table,
or among the words that say how to count. A question that says more than that is not answered by the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.question.needs import Need, stemmed
from assistant.question.numerals import NUMERAL, numeral
from assistant.question.terms import fold, stem, tokens
from assistant.tables.differences import MORE, compares, differs, exceeds_room
from assistant.tables.grades import regraded
from assistant.tables.reading import TableReading, Tally, label_words, made
from assistant.tables.table import Table, same_value, statuses_of, words_of_header

_ASKED = re.compile(
    r"\b(?:how many|how much|number of|total|count of|by what|difference|in total|altogether|sum of|combined)\b"
)
_NONE = re.compile(
    r"\b(?:nobody|no one|none|nothing|zero|not (?:one|a single)|"
    r"(?:had|has|have|with|held|hold|were|was|are|is) no|without(?: any)?)\b"
)
_COMPARED = re.compile(
    rf"\b(?P<sign>more than|over|above|at least|fewer than|less than|under|below|at most|up to|exactly|exceed\w*|"
    rf"longer than) (?P<number>{NUMERAL})\b|\b(?P<later>{NUMERAL}) (?P<after>or more|or fewer|or less|or over)\b"
)
# "In Dorn and Elm": both words together name the document, and no row of it.
_JOINED = re.compile(r"\b(?:in|at|of|by) (?:the )?[\w-]+ and [\w-]+")
_TOGETHER = re.compile(r"\b(?:altogether|in total|in all|combined|together|overall|sum|total)\b")
# A row of those without a thing answers only who asks for those.
_LISTED = re.compile(r"\b(?:lists?|listed|contains?|contained|sets? out|names?|enumerates?|table|in the act)\b")
_LACKS = re.compile(r"\b(?:without|no|not|none|never|lack\w*)\b")
_SAME = 0.6
_LEAST_WORDS = 2


def tally(question: str, needs: Sequence[Need], tables: Iterable[Table], names: Sequence[Need] = ()) -> Tally | None:
    """Work a number out from the first table that has a place for every word of a question.

    Args:
        question: one question.
        needs: what it is about, without the words that only name documents.
        tables: those of the documents meant, the likeliest first.
        names: words that name documents; where some rows of a table have them and others not, they choose rows.
    """
    asked = fold(question)
    if not _ASKED.search(asked) and not _NONE.search(asked):
        return None
    for table in tables:
        reading = TableReading(asked, needs, table, [need for need in names if _parts_rows(table, need)])
        signed = MORE.search(asked)
        for way in (differs,) if signed and (signed["sign"] or signed["after"]) else _WAYS:
            found = way(reading)
            if found is not None and not reading.left():
                return found
            reading.used.clear()
    return None


def _parts_rows(table: Table, need: Need) -> bool:
    held = {at for column in range(len(table.headers)) for at in table.holds(need, column)}
    return 0 < len(held - set(table.totals)) < len(table.rows) - len(table.totals)


def _limits(reading: TableReading) -> Tally | None:
    """How many rows have a figure above or below a number, or none at all."""
    table = reading.table
    columns = reading.columns(figures=True)
    if not columns or not reading.counts_rows():
        return None
    column = columns[0]
    match = _COMPARED.search(reading.asked)
    number = numeral(match["number"] or match["later"]) if match else None
    if match and number is not None and match[0] not in fold(table.headers[column]):
        sign, said = _SIGNS[_sign(match["sign"] or match["after"])], match[0]
        reading.use(match[0])
    elif _NONE.search(reading.asked) and not any(
        _LACKS.search(fold(table.cells[at][table.label])) for at in reading.plain
    ):
        sign, number, said = _SIGNS["exactly"], 0, "0"
    else:
        return None
    fit = [at for at in reading.plain if (value := table.figures(column)[at]) is not None and sign(value, number)]
    reading.use(table.headers[column], table.headers[table.label])
    said = f"rows with {said} in {table.headers[column]}, of {len(reading.plain)}"
    return made(reading, len(fit), said, fit or reading.plain)


def _chooses(reading: TableReading) -> Tally | None:
    """How many rows have the value asked for in a column of words: "concerns that are open"."""
    table, names = reading.table, reading.names
    named = reading.columns(figures=False)
    wanted = statuses_of(reading.asked)
    best: tuple[tuple[int, float], int, set[int]] | None = None
    for column in range(len(table.headers)):
        if column == table.label or table.is_figures(column):
            continue
        cells = [row[column] for row in table.cells]
        met = [(need, found) for need in reading.needs if (found := _holding(table, need, column, wanted))]
        # What is counted chooses rows by its own word alone: "employees" are not whoever works in an office named.
        noun = reading.noun_words()
        met = [
            (need, kept) for need, found in met
            if (kept := [at for at in found if not set(need.own) <= noun or need.own[0] in stemmed(cells[at]).present])
        ]  # fmt: skip
        rows = {at for _, found in met for at in found if at not in table.totals}
        short = sum(len(cell.split()) <= 6 for cell in cells) / len(cells)
        if not rows or short < _SAME or len(set(cells)) == 1:
            continue
        if not reading.counts_labels() and all(need in names for need, _ in met):
            # "How many users lived in the Home": the name of the place chooses no row that says "Director of the Home".
            continue
        fit = set(same_value(cells, sorted(rows), reading.asked))
        value = (int(column in named), sum(need.weight for need, _ in met))
        if fit and (best is None or value > best[0]):
            best = value, column, fit
    if best is None:
        return None
    _, column, fit = best
    if not (reading.counts_rows() or _any_header(reading)):
        return None
    reading.use(table.headers[column], *(table.cells[at][column] for at in fit))
    if wanted & {status for at in fit for status in statuses_of(table.cells[at][column])}:
        # The question's word for a status need not be the table's.
        reading.use(*(need.label for need in reading.needs if statuses_of(need.label) & wanted))
    values = {table.cells[at][column] for at in fit}
    for need in reading.left():
        others = [c for c in range(len(table.headers)) if c != column]
        beside = {at for at in reading.plain if any(at in table.holds(need, c) for c in others)}
        if beside & fit and beside != set(reading.plain):
            fit &= beside
            reading.use(*need.own)
        elif table.heads(need):
            reading.use(*need.own)
    said = f"rows with {' or '.join(sorted(values)[:3])} in {table.headers[column]}, of {len(reading.plain)}"
    return made(reading, len(fit), said, sorted(fit))


def _holding(table: Table, need: Need, column: int, wanted: set[str]) -> list[int]:
    """The rows whose cell speaks of a need, in its words or in another word for the status that it names."""
    asked = statuses_of(need.label) & wanted
    same = [at for at, row in enumerate(table.cells) if asked and statuses_of(row[column]) & asked]
    return sorted({*table.holds(need, column), *same})


def _adds(reading: TableReading) -> Tally | None:
    """A column added up, or its total as printed."""
    table = reading.table
    columns = reading.columns(figures=True)
    if not columns or not _TOGETHER.search(reading.asked):
        return None
    # Several columns named whole are added up too: "in 2021 and 2022 altogether".
    columns = reading.columns_named() if len(reading.columns_named()) > 1 else columns[:1]
    rows = ([] if reading.all_rows() else reading.rows_named()) or list(table.totals[:1]) or reading.plain
    values = [table.figures(column)[at] for column in columns for at in rows]
    if any(value is None for value in values) or any("%" in table.cells[at][c] for at in rows for c in columns):
        return None
    reading.use(*(table.headers[column] for column in columns), table.headers[table.label])
    reading.use(*(table.cells[at][table.label] for at in rows))
    printed = rows == list(table.totals[:1]) and len(columns) == 1
    over = f"added up over {len(rows)} row{'s' * (len(rows) != 1)}"
    said = f"{' and '.join(table.headers[column] for column in columns)}, {'as printed' if printed else over}"
    return made(reading, sum(value or 0 for value in values), said, rows)


def _looks_up(reading: TableReading) -> Tally | None:
    """One cell: a row and a column that the question names; where it names no column, that of the totals."""
    table = reading.table
    said = {stem(word) for word in tokens(reading.asked)}
    columns = reading.columns(figures=True) or reading.totals_column()
    rows = [
        at for at in reading.plain
        if (words := label_words(_LACKS.sub(" ", fold(table.cells[at][table.label])))) and words <= said
        and not (words <= table.context.present and _JOINED.search(reading.asked))
    ]  # fmt: skip
    if columns and not rows and words_of_header(table.headers[columns[0]]) <= said:
        rows = list(table.totals)
    named = reading.rows_named() if columns else []
    if not rows or (len(rows) == len(named) == 1 and reading.is_part(named[0], rows[0])):
        rows = named
    rows = [at for at in rows if not _LACKS.search(fold(table.cells[at][table.label])) or _LACKS.search(reading.asked)]
    if len(rows) != 1 or not columns:
        return None
    value = table.figures(columns[0])[rows[0]]
    if value is None or "%" in table.cells[rows[0]][columns[0]]:
        return None
    label = table.cells[rows[0]][table.label]
    reading.use(table.headers[columns[0]], table.headers[table.label], table.full_labels[rows[0]])
    return made(reading, value, f"{table.headers[columns[0]]}, {label}, as printed", rows)


def _lists(reading: TableReading) -> Tally | None:
    """The rows of a table that lists what is counted, by the heading over it or over its first column."""
    table = reading.table
    heads = reading.noun_words()
    if heads and _LISTED.search(reading.asked) and heads == words_of_header(table.headers[table.label]):
        reading.used |= heads
        return made(reading, len(reading.plain), f"rows of {table.headers[table.label]}", reading.plain)
    own = label_words(" ".join(str(part) for part in table.rows[0].heading_path[:-1][-1:]))
    if len(heads) < _LEAST_WORDS or not heads <= own:
        return None
    reading.used |= heads
    return made(reading, len(reading.plain), f"rows of the table {table.rows[0].heading_path[-2]}", reading.plain)


def _any_header(reading: TableReading) -> bool:
    return any(reading.table.heads(need) for need in reading.needs)


def _sign(words: str) -> str:
    if words.startswith(("more", "over", "above", "exceed", "longer")):
        return "more than"
    if words.startswith(("fewer", "less", "under", "below")):
        return "fewer than"
    return {"or more": "at least", "or over": "at least", "up to": "at most"}.get(
        words, "at most" if words.startswith("or ") else words
    )


_SIGNS: dict[str, Callable[[float, float], bool]] = {
    "more than": lambda left, right: left > right,
    "fewer than": lambda left, right: left < right,
    "at least": lambda left, right: left >= right,
    "at most": lambda left, right: left <= right,
    "exactly": lambda left, right: left == right,
}
_WAYS: tuple[Callable[[TableReading], Tally | None], ...] = (
    differs, exceeds_room, compares, regraded, _adds, _limits, _chooses, _looks_up, _lists,
)  # fmt: skip
