"""Tables of recommendations and action plans: which column is what, and what each row says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.addressee import is_office, subject_addressee
from ingest.candidate import Candidate, trimmed
from ingest.dates import first_date
from ingest.labels import read_label
from ingest.report import Block
from ingest.status import ACCEPTANCE, status_of
from redaction.text import RedactedText

_NUMBER = re.compile(
    r"(?:no\.?|nr\.?|#|n°|number|ref(?:erence)?\.?|rec(?:ommendation)?s?\.?(?:\s*(?:no\.?|number|#|ref\.?))?|item)",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\b(?:recommendations?|requirements?|measures? (?:recommended|required)|action required|"
    r"areas? for improvement|proposals?|"
    r"asks?|what (?:needs|must|should))\b",
    re.IGNORECASE,
)
_CONCERN_TEXT = re.compile(
    r"^(?:key |priority )?(?:concerns?|findings?|deficienc(?:y|ies)|issues?|areas? of concern)$", re.IGNORECASE
)
_DECISION = re.compile(
    r"\b(?:decision|accepted|accepted\?|position|reply|response|agreed\?*|acceptance|supported)\b", re.IGNORECASE
)
_STATUS = re.compile(
    r"\b(?:status|progress|implement\w*|verdict|judge?ment|assessment|found|state of play|outcome|achieved\?*)\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"\b(?:comments?|actions?|response|reply|explanation|measures taken|progress|steps|details?|evidence|"
    r"update|remarks|what (?:will|has|have|is|was|we)\b.*)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\b(?:owners?|responsib\w+|lead|by whom|who|assigned)\b", re.IGNORECASE)
_ADDRESSEE = re.compile(r"\b(?:address\w*|authorit\w+|directed (?:to|at)|to whom|body)\b", re.IGNORECASE)
_DUE = re.compile(
    r"\b(?:due|dates?|deadlines?|completion|timescales?|timeframe|target|by when|when|timeline)\b", re.IGNORECASE
)
_WORDS_IN_TEXT = 3


@dataclass(frozen=True, slots=True)
class _Columns:
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


def find_rows(blocks: Sequence[Block[RedactedText]], *, follow_up: bool) -> list[Candidate]:
    """Read the rows of every table that lists recommendations.

    Args:
        blocks: a report's blocks in reading order.
        follow_up: whether the document itself judges implementation (a later visit): then a status column is what
            the inspectors verified, else what the authority claims.

    Returns:
        One candidate a row with number, text, decision, response and date due. Statistics and logs of single
        cases give nothing.
    """
    tables: dict[int, list[Block[RedactedText]]] = defaultdict(list)
    for block in blocks:
        if block.table is not None:
            tables[block.table].append(block)
    found: list[Candidate] = []
    known: tuple[_Columns, int] | None = None
    for table in sorted(tables):
        rows = tables[table]
        width = len(_cells(rows[0]))
        columns = _columns(rows)
        body = rows[1:]
        if columns is None and known is not None and known[1] == width and _continues(rows[0], known[0], found):
            columns, body = known[0], rows
        if columns is None:
            continue
        known = (columns, width)
        found.extend(candidate for row in body for candidate in _read(row, columns, follow_up))
    return found


def _cells(row: Block[RedactedText]) -> tuple[RedactedText, ...]:
    if row.cells:
        return row.cells
    cells: list[RedactedText] = []
    start = 0
    for gap in re.finditer(r" \| ", row.text):
        cells.append(row.text.part(start, gap.start()))
        start = gap.end()
    cells.append(row.text.part(start, len(row.text)))
    return tuple(cells)


def _columns(rows: Sequence[Block[RedactedText]]) -> _Columns | None:
    header = [re.sub(r"\s+", " ", cell).strip() for cell in _cells(rows[0])]
    body = [cells for cells in map(_cells, rows[1:]) if len(cells) == len(header)]
    if len(header) < 2 or not body:
        return None
    free = set(range(len(header)))
    number = next((i for i in sorted(free) if _NUMBER.fullmatch(header[i]) and _mostly_numbers(body, i)), None)
    free.discard(-1 if number is None else number)
    text = next((i for i in sorted(free) if _TEXT.search(header[i]) and _mostly_prose(body, i)), None)
    kind = "recommendation"
    if text is not None and re.search(r"areas? for improvement", header[text], re.IGNORECASE):
        kind = "area_for_improvement"
    if text is None and number is not None:
        text = next((i for i in sorted(free) if _CONCERN_TEXT.match(header[i]) and _mostly_prose(body, i)), None)
        if text is not None:
            kind = {"f": "finding", "d": "deficiency"}.get(header[text][:1].lower(), "concern")
    if text is None:
        return None
    free.discard(text)
    decision = _pick(free, header, _DECISION, lambda i: _statuses(body, i))
    status = _pick(free, header, _STATUS, lambda i: _statuses(body, i))
    due = _pick(free, header, _DUE, lambda i: not _mostly_long(body, i))
    comment = _pick(free, header, _COMMENT, lambda i: True)
    # Names of offices are short: "What will be done, and by whom" heads a reply, not an addressee.
    addressee = _pick(free, header, _ADDRESSEE, lambda i: not _mostly_prose(body, i))
    owner = _pick(free, header, _OWNER, lambda i: not _mostly_prose(body, i))
    return _Columns(text, kind, number, decision, status, comment, owner, addressee, due)


def _pick(free: set[int], header: list[str], pattern: re.Pattern[str], fits: object) -> int | None:
    for index in sorted(free):
        if pattern.search(header[index]) and callable(fits) and fits(index):
            free.discard(index)
            return index
    return None


def _statuses(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    filled = [cells[index] for cells in body if cells[index].strip()]
    return bool(filled) and sum(status_of(cell) is not None for cell in filled) * 2 >= len(filled)


def _mostly_numbers(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    return sum(bool(re.search(r"\d", cells[index])) and len(cells[index]) < 25 for cells in body) * 2 >= len(body)


def _mostly_prose(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    return sum(len(cells[index].split()) >= _WORDS_IN_TEXT for cells in body) * 2 >= len(body)


def _mostly_long(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    return sum(len(cells[index]) > 60 for cells in body) * 2 > len(body)


def _continues(row: Block[RedactedText], columns: _Columns, found: Sequence[Candidate]) -> bool:
    """Say whether a table without a header goes on from the page before: its first number comes next."""
    if columns.number is None or not found:
        return False
    cells = _cells(row)
    before = re.search(r"(\d+)$", found[-1].number or "")
    after = re.search(r"(\d+)\.?$", cells[columns.number].strip())
    return bool(before and after and int(after[1]) == int(before[1]) + 1)


def _read(row: Block[RedactedText], columns: _Columns, follow_up: bool) -> Iterator[Candidate]:
    cells = _cells(row)
    if columns.text >= len(cells) or not cells[columns.text].strip():
        return
    text = cells[columns.text]
    label = read_label(text)
    start = label.start if label is not None and (label.kind or columns.number is None) else 0
    number: str | None = _cell(cells, columns.number)
    if number:
        inner = read_label(f"{number}: x")
        number = inner.number if inner is not None and inner.kind == "recommendation" else number.strip(" .:)(")
    elif label is not None and start:
        number = label.number
    decision = _status(cells, columns.decision)
    status = _status(cells, columns.status)
    comment = _cell(cells, columns.comment)
    if comment and decision is None and status is None:
        decision = status_of(comment)
    claimed, verified = decision, None
    if status is not None:
        if follow_up and status not in ACCEPTANCE:
            verified = status
        else:
            claimed = claimed or status
    exact = trimmed(text, start)
    due = _cell(cells, columns.due)
    owner = _cell(cells, columns.owner)
    yield Candidate(
        columns.kind,
        exact,
        row,
        number or None,
        _cell(cells, columns.addressee) or subject_addressee(exact) or (owner if owner and is_office(owner) else None),
        response=comment or (_cell(cells, columns.decision) or None),
        status_claimed=claimed,
        status_verified=verified,
        due=(first_date(due) or due) if due else None,
    )


def _cell(cells: tuple[RedactedText, ...], index: int | None) -> str:
    return str(cells[index]).strip() if index is not None and index < len(cells) else ""


def _status(cells: tuple[RedactedText, ...], index: int | None) -> str | None:
    return status_of(_cell(cells, index))
