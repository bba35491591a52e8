"""Differences: what two columns or two rows of a table differ by, and the rows where one column exceeds another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.terms import stem, tokens
from assistant.tables.reading import TableReading, Tally, label_words, made, plain
from assistant.tables.table import words_of_header

MORE = re.compile(
    r"\bhow (?:many|much) (?:(?P<sign>more|fewer|less)\b|[\w -]{2,40}? (?P<after>more|fewer|less)"
    r"(?= (?:were|was|did|do|are|is|had|in|at|there)\b))?(?P<first>.*?)\bthan (?P<second>.+)$"
)
_SIGNED = re.compile(r"(?P<first>.*\b(?P<sign>more|fewer|less)\b.*?)\bthan (?P<second>(?!\d).+)$")
_PAIR = re.compile(r"\b(?:between|from) (?P<first>.+?) (?:and|to) (?P<second>.+)$")
_EXCEEDS = re.compile(r"\bby how (?:much|many) (?:did|do|does) (?P<first>.+?) exceed (?P<second>.+)$")
_CHANGE = re.compile(
    r"\b(?:by how (?:much|many)|how (?:much|many) (?:more|fewer|less)|difference|rise|rose|risen|fall|fell|fallen|"
    r"grow|grew|grown|increas\w*|decreas\w*|drop\w*|chang\w*|declin\w*)\b"
)
_UNDONE = re.compile(
    r"\b(?P<first>planned|scheduled|due|required|authori[sz]ed|established|approved|ordered|foreseen|funded)\b.*?"
    r"(?:\b(?:not|never)\b|n't) (?:yet )?(?:been )?(?P<second>\w+)"
)
# "By how many was the prison over its places?": who was there against who there is room for.
_OVER = re.compile(
    r"\b(?:by how (?:many|much)\b.*|how (?:many|much|far) (?:[\w-]+ ){0,3})\b(?:over|above|beyond|below|under) "
    r"(?:(?:its|their|the|official|certified|nominal) )*(?P<room>places|capacity|beds)\b"
)
_ROOM = frozenset(map(stem, ("places", "capacity", "beds")))
_THERE = frozenset(
    map(stem, ("present", "population", "held", "occupied", "detained", "people", "persons", "prisoners", "patients"))
)


def differs(reading: TableReading) -> Tally | None:
    """The difference of two columns or of two rows: "planned and not made", "more at A than at B"."""
    undone = _UNDONE.search(reading.asked)
    for pattern in (_UNDONE, MORE, _EXCEEDS, _PAIR):
        match = pattern.search(reading.asked)
        if match is None or not (undone or _CHANGE.search(reading.asked)):
            continue
        if pattern is _UNDONE:
            before, after = match["first"], match["second"]
        else:
            before, after = match["first"], match["second"]
        found = _of_columns(reading, before, after) or _of_rows(reading, before, after)
        if found is not None:
            return found
    return None


def exceeds_room(reading: TableReading) -> Tally | None:
    """By how many the people who are there are more than the places."""
    match = _OVER.search(reading.asked)
    if match is None:
        return None
    table = reading.table
    columns = [at for at in range(len(table.headers)) if at != table.label and table.is_figures(at)]
    words = {at: words_of_header(table.headers[at]) for at in columns}
    room = [at for at in columns if words[at] & _ROOM]
    there = [at for at in columns if words[at] & _THERE and at not in room]
    if len(room) != 1 or len(there) != 1:
        return None
    reading.use(*map(str, reading.noun_words()), f"over {match['room']}")
    return _of_pair(reading, there[0], room[0])


def _pair(names: Sequence[frozenset[str]], first: str, second: str) -> tuple[int, int] | None:
    """The two names that two parts of a question tell apart, by the words that they do not share."""
    one, other = ({stem(word) for word in tokens(part)} for part in (first, second))
    best: tuple[int, int, int] | None = None
    for i, left in enumerate(names):
        for j, right in enumerate(names):
            mine, theirs = left - right, right - left
            if i == j or not theirs or not theirs <= other or theirs & one:
                continue
            if mine and mine <= one and not mine & (other - one):
                best = max(best or (0, 0, 0), (2 + len(mine & one), i, j))
            elif left & right & (one | other) and best is None and mine and not mine & other:
                best = (1, i, j)
    return (best[1], best[2]) if best else None


def _of_columns(reading: TableReading, first: str, second: str) -> Tally | None:
    table = reading.table
    columns = [at for at in range(len(table.headers)) if at != table.label and table.is_figures(at)]
    pair = _pair([words_of_header(table.headers[at]) for at in columns], first, second)
    if pair is None:
        return None
    return _of_pair(reading, columns[pair[0]], columns[pair[1]])


def _of_pair(reading: TableReading, one: int, other: int) -> Tally | None:
    table = reading.table
    reading.use(table.headers[one], table.headers[other])
    rows = reading.rows_named() or list(table.totals[:1]) or reading.plain
    values = [(table.figures(one)[at], table.figures(other)[at]) for at in rows]
    if any(left is None or right is None for left, right in values):
        return None
    reading.use(*(table.cells[at][table.label] for at in rows))
    left, right = sum(v[0] or 0 for v in values), sum(v[1] or 0 for v in values)
    said = f"{table.headers[one]} {plain(left)}, {table.headers[other]} {plain(right)}"
    which = ", ".join(table.cells[at][table.label] for at in rows[:4])
    return made(reading, abs(left - right), f"the difference of {said} ({which})", rows)


def _of_rows(reading: TableReading, first: str, second: str) -> Tally | None:
    table = reading.table
    pair = _pair([label_words(row[table.label]) for row in table.cells], first, second)
    columns = reading.columns(figures=True)
    if pair is None or not columns:
        return None
    column = columns[0]
    one, other = table.figures(column)[pair[0]], table.figures(column)[pair[1]]
    if one is None or other is None:
        return None
    labels = [table.cells[at][table.label] for at in pair]
    reading.use(table.headers[column], *labels)
    said = f"the difference of {labels[0]} {plain(one)} and {labels[1]} {plain(other)} ({table.headers[column]})"
    return made(reading, abs(one - other), said, list(pair))


def compares(reading: TableReading) -> Tally | None:
    """How many rows have more in one column than in another: "wards with more women than places"."""
    match = _SIGNED.search(reading.asked)
    if match is None:
        return None
    table = reading.table
    if not reading.counts_rows():
        return None
    columns = [at for at in range(len(table.headers)) if at != table.label and table.is_figures(at)]
    pair = _pair([words_of_header(table.headers[at]) for at in columns], match["first"], match["second"])
    if pair is None:
        return None
    one, other = columns[pair[0]], columns[pair[1]]
    more = match["sign"] == "more"
    fit = [
        at for at in reading.plain
        if (left := table.figures(one)[at]) is not None and (right := table.figures(other)[at]) is not None
        and (left > right if more else left < right)
    ]  # fmt: skip
    reading.use(table.headers[one], table.headers[other], table.headers[table.label])
    said = f"rows with {match['sign']} in {table.headers[one]} than in {table.headers[other]}"
    return made(reading, len(fit), f"{said}, of {len(reading.plain)}", fit or reading.plain)
