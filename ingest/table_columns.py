"""The columns of a table of recommendations: which one holds the text, the decision, the addressee."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.addressee import is_office
from ingest.report import Block
from ingest.status import status_of
from redaction.text import RedactedText

NUMBER = re.compile(
    r"(?:no\.?|nr\.?|#|n°|number|ref(?:erence)?\.?|rec(?:ommendation)?s?\.?(?:\s*(?:no\.?|number|#|ref\.?))?|item)",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\b(?:recommendations?|requirements?|measures?(?! taken| implemented)|actions? (?:required|recommended|needed|"
    r"requested)|"
    r"areas? for improvement|proposals?|required actions?|corrective actions?(?! taken)|"
    r"asks?|what (?:needs|must|should)|issues? raised|commitments?)\b",
    re.IGNORECASE,
)
_CONCERN_TEXT = re.compile(
    r"^(?:key |priority |main |principal )?(?:concerns?|findings?|deficienc(?:y|ies)|issues?|areas? of concern|"
    r"shortcomings?|"
    r"problems?|(?:situation|facts?|condition)s? (?:observed|found|noted)|observations?|non-?compliances?)$",
    re.IGNORECASE,
)
DECISION = re.compile(
    r"\b(?:decision|accepted|accepted\?|position|reply|response|agreed\?*|acceptance|supported|statement|opinion|"
    r"agree\w*)\b",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"\b(?:status|progress|implement\w*|verdict|judge?ment|assessment|found|state of play|outcome|achieved\?*|"
    r"evaluation|"
    r"reali[sz]\w*|fulfil\w*|achievement|result|verified|verification|rating|compliance)\b",
    re.IGNORECASE,
)
COMMENT = re.compile(
    r"\b(?:comments?|actions?|response|reply|explanation|measures taken|progress|steps|details?|evidence|"
    r"update|remarks|what (?:will|has|have|is|was|we)\b.*)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\b(?:owners?|responsib\w+|lead|by whom|who|assigned)\b", re.IGNORECASE)
ADDRESSEE = re.compile(
    r"\b(?:address\w*|authorit\w+|directed (?:to|at)|to whom|body|agency|institution)\b", re.IGNORECASE
)
_DUE = re.compile(
    r"\b(?:due|dates?|deadlines?|completion|time[- ]?(?:scales?|frames?|limits?|lines?)|target|by when|when|term|"
    r"period|"
    r"urgency|priority)\b",
    re.IGNORECASE,
)
_STRONG_TEXT = re.compile(
    r"recommend|requirement|required|needed|areas? for improvement|proposal|asks?\b|must|should|concern|finding|defici",
    re.IGNORECASE,
)
WORDS_IN_TEXT = 3
_WORDS_IN_NAME = 9


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; ``None`` where there is no such column."""

    text: int
    kind: str
    number: int | None = None
    decision: int | None = None
    status: int | None = None
    comment: int | None = None
    owner: int | None = None
    addressee: int | None = None
    due: int | None = None
    ground: int | None = None
    ground_kind: str = "finding"


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


def columns_of(rows: Sequence[Block[RedactedText]]) -> Columns | None:
    """Tell the columns of a table by their headings and by what stands below.

    Args:
        rows: of one table, its header first.

    Returns:
        The columns, ``None`` for a table of figures, logs or anything else that lists no recommendations.
    """
    header = [re.sub(r"\s+", " ", cell).strip() for cell in cells_of(rows[0])]
    body = [cells for cells in map(cells_of, rows[1:]) if len(cells) == len(header)]
    if len(header) < 2 or not body:
        return None
    free = set(range(len(header)))
    number = next((i for i in sorted(free) if NUMBER.fullmatch(header[i]) and are_numbers(body, i)), None)
    free.discard(-1 if number is None else number)
    text = next((i for i in sorted(free) if _TEXT.search(header[i]) and _are_prose(body, i)), None)
    kind = "recommendation"
    if text is not None and re.search(r"areas? for improvement", header[text], re.IGNORECASE):
        kind = "area_for_improvement"
    if text is None:
        judged = any(_STATUS.search(header[i]) and are_statuses(body, i) for i in free)
        text = (
            next(
                (i for i in sorted(free) if _CONCERN_TEXT.match(header[i]) and _are_prose(body, i)),
                None,
            )
            if number is not None or judged
            else None
        )
        if text is not None:
            kind = _concern_kind(header[text])
    if text is None:
        return None
    free.discard(text)
    ground = next((i for i in sorted(free) if _CONCERN_TEXT.match(header[i]) and _are_prose(body, i)), None)
    free.discard(-1 if ground is None else ground)
    decision = pick(free, header, DECISION, lambda i: are_statuses(body, i))
    status = pick(free, header, _STATUS, lambda i: are_statuses(body, i))
    due = pick(free, header, _DUE, lambda i: not _mostly_long(body, i))
    weak = not _STRONG_TEXT.search(header[text])
    comment = pick(free, header, COMMENT, lambda i: not weak or _are_prose(body, i))
    # Names of offices are short: "What will be done, and by whom" heads a reply, not an addressee.
    addressee = pick(free, header, ADDRESSEE, lambda i: are_names(body, i))
    owner = pick(free, header, _OWNER, lambda i: are_names(body, i))
    if weak and all(column is None for column in (decision, status, comment, owner, addressee, due, ground)):
        # "Measure | 2023 | 2024" heads figures.
        return None
    return Columns(
        text, kind, number, decision, status, comment, owner, addressee, due, ground, _ground_kind(header, ground)
    )


def _concern_kind(header: str) -> str:
    words = header.lower()
    if re.search(r"defici|shortcoming|compliance", words):
        return "deficiency"
    return "finding" if re.search(r"finding|observ|found|noted|situation|facts?", words) else "concern"


def _ground_kind(header: Sequence[str], ground: int | None) -> str:
    return _concern_kind(header[ground]) if ground is not None else "finding"


def pick(free: set[int], header: list[str], pattern: re.Pattern[str], fits: Callable[[int], bool]) -> int | None:
    """Take the first free column whose heading matches and whose cells fit."""
    for index in sorted(free):
        if pattern.search(header[index]) and fits(index):
            free.discard(index)
            return index
    return None


def are_statuses(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether at least half of a column's filled cells open with a status."""
    filled = [cells[index] for cells in body if cells[index].strip()]
    return bool(filled) and sum(status_of(cell) is not None for cell in filled) * 2 >= len(filled)


def are_numbers(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether at least half of a column's cells are short and hold a digit."""
    return sum(bool(re.search(r"\d", cells[index])) and len(cells[index]) < 25 for cells in body) * 2 >= len(body)


def _are_prose(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    return sum(len(cells[index].split()) >= WORDS_IN_TEXT for cells in body) * 2 >= len(body)


def are_names(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether a column names offices: names are short, or at least of offices and without a verb."""
    filled = [cells[index] for cells in body if cells[index].strip()]
    named = sum(
        len(cell.split()) < WORDS_IN_TEXT
        or (len(cell.split()) <= _WORDS_IN_NAME and is_office(cell) and cell[-1:] != ".")
        for cell in filled
    )
    return named * 2 > len(filled)


def _mostly_long(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    return sum(len(cells[index]) > 60 for cells in body) * 2 > len(body)


def cell(cells: tuple[RedactedText, ...], index: int | None) -> str:
    """Return the words of one cell, empty where there is no such column."""
    return str(cells[index]).strip() if index is not None and index < len(cells) else ""
