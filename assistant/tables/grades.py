"""Grades: how many rows of a table are graded better, worse or the same as the time before."""

from __future__ import annotations

import re

from assistant.question.terms import fold
from assistant.tables.reading import TableReading, Tally, made

# From the best to the worst; the first that fits a cell wins, so qualified grades come before plain ones.
_SCALE = (
    (1, r"(?:not|never|un|non-?)\W?(?:yet )?(?:met|achieved|compliant|implemented|satisfactory)|inadequate|"
        r"unacceptable|fail\w*|weak"),
    (1, r"poor"),
    (2, r"(?:partly|partially|in part|largely|mostly)\b|requires? improvement|not sufficiently|insufficient|limited"),
    (3, r"adequate|generally acceptable|acceptable|sufficient|satisfactory|reasonabl[ey]|fair"),
    (4, r"good|met|achieved|compliant|implemented"),
    (5, r"outstanding|excellent|very good|exemplary"),
)  # fmt: skip
_BETTER = re.compile(r"\b(?:better|improv\w+|higher|went up|go(?:es|ne)? up|rose|risen)\b")
_WORSE = re.compile(r"\b(?:worse|lower|deteriorat\w+|declin\w+|dropped|fell|fallen|went down|gone down|slipped)\b")
_SAME = re.compile(r"\b(?:the same|unchanged|no change|not changed?)\b")
_BEFORE = re.compile(r"\b(?:previous|before|earlier|last|former|prior|old)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def regraded(reading: TableReading) -> Tally | None:
    """Count the rows whose grade changed as a question asks, by two columns of grades."""
    asked, table = reading.asked, reading.table
    wanted = 1 if _BETTER.search(asked) else -1 if _WORSE.search(asked) else 0 if _SAME.search(asked) else None
    if wanted is None or not reading.counts_rows():
        return None
    graded = [
        at for at in range(len(table.headers))
        if at != table.label and all(grade(row[at]) is not None for row in table.cells)
    ]  # fmt: skip
    if len(graded) != 2:
        return None
    before, now = sorted(graded, key=lambda at: (not _BEFORE.search(fold(table.headers[at])), _year(table.headers[at])))
    if not _BEFORE.search(fold(table.headers[before])) and not _year(table.headers[before]):
        return None
    fit = []
    for at, row in enumerate(table.cells):
        old, new = grade(row[before]) or 0, grade(row[now]) or 0
        if (new > old) - (new < old) == wanted:
            fit.append(at)
    reading.use(table.headers[before], table.headers[now], table.headers[table.label])
    reading.use(*(match[0] for pattern in (_BETTER, _WORSE, _SAME) for match in pattern.finditer(asked)))
    reading.use("time")
    how = {1: "better", -1: "worse", 0: "the same"}[wanted]
    said = f"rows with {how} in {table.headers[now]} than in {table.headers[before]}, of {len(table.rows)}"
    return made(reading, len(fit), said.replace("the same in", "the same grade in"), fit or reading.plain)


def grade(cell: str) -> int | None:
    """Return how good a grade is, 1 to 5, or ``None`` for a cell that is none."""
    text = fold(cell)
    if len(text.split()) > 6:
        return None
    return next((value for value, pattern in _SCALE if re.search(rf"\b(?:{pattern})", text)), None)


def _year(header: str) -> str:
    found = _YEAR.search(header)
    return found[0] if found else ""
