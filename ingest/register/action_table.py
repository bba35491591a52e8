"""Tables of recommendations and action plans: which column is what, and what each row says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest.register.addressee import cell_addressee, leading_addressee, subject_addressee
from ingest.register.candidate import Candidate, trimmed
from ingest.register.claims import claimed_in
from ingest.register.looking_back import verdict_in
from ingest.register.office_columns import OfficeColumns
from ingest.register.offices import is_office
from ingest.register.position_cells import cell_status, verdict_cell
from ingest.register.scale import Scale
from ingest.register.status import ACCEPTANCE, find_statuses
from ingest.register.table_cells import (
    WORDS_IN_TEXT,
    are_bare,
    are_numbers,
    cell,
    cells_of,
    code_in,
    counts_codes,
    deadline_in,
    oblige,
)
from ingest.register.table_columns import Columns, columns_of
from ingest.register.table_headings import NUMBER, SUBJECT, TEXT
from ingest.register.tick_columns import TickColumns
from ingest.register.urgency import urgency_of_period
from ingest.report import Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_EARLIER = re.compile(
    r"\b(?:progress|last (?:inspection|visit|report)|previous|earlier|follow[- ]?up|reali[sz]ation|implementation|"
    r"fulfilment|"
    r"what (?:became|has become|happened|was done)|where (?:things|we|they) stand|past|"
    r"judge?ments?|evaluation|state of play|status of|compliance)\b",
    re.IGNORECASE,
)
_TASKS = re.compile(
    r"\b(?:should|must|recommend\w*|responsib\w*|to be done|who (?:does|is to|has to)|tasks?|actions?|measures?)\b",
    re.IGNORECASE,
)
_CLAIMS = re.compile(r"\b(?:response|repl(?:y|ies)|action plan|according to|statement of|reported by)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,4}(?i:officer|coordinator|co-ordinator|engineer|lead|team|supervisor|official|doctor|"
    r"nurse|guard)s?"
)
# In a column of owners "Logistics" is one, and "TBC" is none.
_SHORT_NAME = re.compile(
    r"(?!(?i:n/?a|tbc|tbd|none|all|see|not|to be)\b)[A-Z][\w&’'-]+(?: (?:and |of |& )?[A-Z][\w&’'-]+){0,4}",
)
_NUMBER_BEHIND = re.compile(
    r"\((?:[Nn]o\.? ?|[Rr]ec(?:ommendation)?\.? ?)?(?P<number>R?\d{1,3}(?:\.\d{1,2})?)\)\s*\.?$"
)
# "NH/A Nurses (Permanent Secretary)": a code before, and whom it was asked of behind.
_CODE = re.compile(r"(?P<number>[A-Z]{1,4}[/-](?:[A-Z]\d?|\d{1,3})(?:[/.]\d{1,3})?)\s+(?=[A-Z])")
_OFFICE_BEHIND = re.compile(r"\((?:to )?(?:the )?(?P<office>[^()]{4,60})\)\s*$")
_NOBODY = re.compile(r"(?:nobody|none|no one|no|nothing)\b", re.IGNORECASE)
_LONGEST_CAPTION, _OWN_WORDS = 200, 4
_VERDICTS = {"accepted": "implemented", "rejected": "not implemented", "partly accepted": "partly implemented"}
# "Corrected on site" where a date is due: the visitors saw it done before they left.
_ON_THE_SPOT = re.compile(
    r"\W*(?:(?:was|already|since)\s+)*(?:corrected|rectified|remedied|repaired|fixed|put\s+right|resolved|addressed|done|"
    r"completed|complied(?:\s+with)?|closed)\s+(?:on[- ]?(?:site|the\s+spot)|"
    r"during\s+(?:the|our)\s+(?:visit|inspection)|"
    r"while\s+(?:we|the\s+\w+)\s+(?:were|was)\s+(?:there|present|on\s+site)|in\s+(?:our|the\s+\w+['’]s)\s+presence)\W*",
    re.IGNORECASE,
)
_MASKED_MARK = re.compile(r"\[[A-Z]+(?: \d+)?\]")
_MASK = re.compile(r"\[(?:CELL|ID)\]")


def find_rows(
    blocks: Sequence[Block[RedactedText]], *, follow_up: bool, answers: bool = False, scale: Scale | None = None
) -> list[Candidate]:
    """Read the rows of every table that lists recommendations.

    Args:
        blocks: a report's blocks in reading order.
        follow_up: whether the document itself judges implementation (a later visit): then a status column is what
            the inspectors verified, else what the authority claims.
        answers: the document is an authority's response, in which every status is claimed.
        scale: of the document, where it has been read already.

    Returns:
        One candidate a row with number, text, decision, response and date due. Statistics and logs of single
        cases give nothing.
    """
    tables: dict[int, list[Block[RedactedText]]] = defaultdict(list)
    for block in blocks:
        if block.table is not None:
            tables[block.table].append(block)
    found: list[Candidate] = []
    scale = scale or Scale(blocks)
    known: tuple[Columns, int] | None = None
    for table in sorted(tables):
        rows = tables[table]
        width = len(cells_of(rows[0]))
        columns = columns_of(rows, scale, judges=follow_up and not answers)
        body = rows[1:]
        header = [re.sub(r"\s+", " ", each).strip() for each in cells_of(rows[0])]
        wide = [cells for cells in map(cells_of, body) if len(cells) == len(header)]
        offices = OfficeColumns(header, wide)
        ticks = TickColumns(header, wide, blocks)
        above = str(rows[0].heading_path[-1]) if rows[0].heading_path else ""
        if columns is None:
            columns = _ticked_columns(header, wide, offices, ticks, above, judges=follow_up and not answers)
        if columns is None and known is not None and known[1] == width and _continues(rows[0], known[0], found):
            columns, body = known[0], rows
        if columns is None:
            continue
        known = (columns, width)
        looks_back = follow_up or (not answers and (columns.own_view or _looks_back(blocks, rows[0])))
        for row in body:
            read = list(_read(row, columns, scale, looks_back, answers=answers))
            cells = cells_of(row)
            if ticks.columns and len(cells) == len(header):
                _tick(read, ticks.status_of(cells), looks_back=looks_back and not answers)
            if offices.offices and len(cells) == len(header):
                for one in read:
                    one.addressee = one.addressee or offices.addressee(cells)
            found.extend(read)
    return found


def _ticked_columns(
    header: Sequence[str],
    body: Sequence[tuple[RedactedText, ...]],
    offices: OfficeColumns,
    ticks: TickColumns,
    above: str,
    *,
    judges: bool,
) -> Columns | None:
    """Tell the columns of a table whose ticks say whom each row is put to, or what became of what it names."""
    if offices.text is not None:
        # A table may also tick who was met, or who has which power.
        asks = oblige(body, offices.text) or TEXT.search(header[offices.text]) or _TASKS.search(above)
        return Columns(offices.text, "recommendation") if asks else None
    number = next((i for i, head in enumerate(header) if NUMBER.fullmatch(head) and are_numbers(body, i)), None)
    number = 0 if number is None and are_bare(body) else number
    free = [i for i in range(len(header)) if i != number and i not in ticks.columns]
    named = next((i for i in free if TEXT.search(header[i]) or SUBJECT.search(header[i])), None)
    if not ticks.columns or named is None or not (judges or TEXT.search(header[named])):
        return None
    return Columns(named, "recommendation", number, own_view=True)


def judged_before(entries: Sequence[Candidate]) -> None:
    """Make progress of the recommendations that are judged: they were made before, unless put right on the spot."""
    for one in entries:
        if one.kind == "recommendation" and one.status_verified is not None and not one.on_the_spot:
            one.kind = "progress"


def _looks_back(blocks: Sequence[Block[RedactedText]], first: Block[RedactedText]) -> bool:
    """Say whether a table judges what became of earlier recommendations: its heading or caption says so."""
    place = next(index for index, block in enumerate(blocks) if block is first)
    before = [str(block.text) for block in blocks[max(0, place - 1) : place] if len(block.text) < _LONGEST_CAPTION]
    return any(
        _EARLIER.search(text) and not _CLAIMS.search(text) for text in [*before, *map(str, first.heading_path[-1:])]
    )


def _continues(row: Block[RedactedText], columns: Columns, found: Sequence[Candidate]) -> bool:
    """Say whether a table without a header goes on from the page before: its first number comes next."""
    if columns.number is None or not found:
        return False
    cells = cells_of(row)
    before = re.search(r"(\d+)$", found[-1].number or "")
    after = re.search(r"(\d+)\.?$", cells[columns.number].strip())
    return bool(before and after and int(after[1]) == int(before[1]) + 1)


def _read(
    row: Block[RedactedText], columns: Columns, scale: Scale, follow_up: bool, *, answers: bool
) -> Iterator[Candidate]:
    cells = cells_of(row)
    if columns.text >= len(cells) or not cells[columns.text].strip() or counts_codes(cells, columns.text):
        return
    text = cells[columns.text]
    label = read_label(text)
    start = label.start if label is not None and (label.kind or columns.number is None) else 0
    number: str | None = cell(cells, columns.number)
    if number:
        inner = read_label(f"{number}: x")
        asked = inner.number if inner is not None and inner.kind == "recommendation" else None
        number = asked or code_in(number) or number.strip(" .:)(")
        number = None if _MASK.fullmatch(number or "") else number
    elif label is not None and start:
        number = label.number
    elif columns.number is None and (coded := _CODE.match(text)) is not None:
        number, start = coded["number"], coded.end()
    else:
        # "Install call bells in all cells (R1)".
        behind = _NUMBER_BEHIND.search(text)
        number = behind["number"] if behind is not None else number
    position = cell(cells, columns.decision)
    decision = scale.position_of(position) or (claimed_in(position) if len(position.split()) >= WORDS_IN_TEXT else None)
    decision = "accepted" if decision == "planned" else decision
    status = _status(cells, columns.status, scale)
    comment = cell(cells, columns.comment)
    due = cell(cells, columns.due)
    if comment and decision is None and (status is None or columns.replies):
        told = answers or columns.replies
        decision = cell_status(comment) or (claimed_in(comment) if told else None)
        # Who promises in answer to a recommendation accepts it.
        decision = "accepted" if told and decision == "planned" else decision
    claimed, verified = decision, None
    own = cell(cells, columns.status)
    if status is None and follow_up and columns.kind == "recommendation" and 0 < len(own.split()) <= _OWN_WORDS:
        # A scale of the body's own: "Stalled", "Level 2". Its words are kept.
        status = own.strip(" .").lower() if re.search(r"[^\W\d_]{3}", own) and not own.startswith("[") else None
    if status is not None:
        if follow_up and status not in ACCEPTANCE:
            verified = status
        else:
            claimed = claimed or status
    # Where visitors judge, a cell of prose without a word of status tells what they saw.
    judges = follow_up and columns.own_view and not answers and status is None and len(own.split()) > _OWN_WORDS
    on_the_spot = not answers and _ON_THE_SPOT.fullmatch(due) is not None
    if on_the_spot:
        verified, due = "implemented", ""
    seen = cell(cells, columns.seen) or (own if judges else "")
    if follow_up and not answers and status is None and _MASKED_MARK.fullmatch(own):
        # Redaction took the mark for a name: what stands beside it judges as well.
        verified = verdict_in(comment)
    if seen and verified is None:
        verified = verdict_in(seen) or ("not implemented" if _NOBODY.match(seen) else None)
    exact = trimmed(text, start)
    addressee = cell_addressee(cell(cells, columns.addressee)) or leading_addressee(exact) or subject_addressee(exact)
    behind_text = _OFFICE_BEHIND.search(exact)
    if addressee is None and behind_text is not None and is_office(behind_text["office"]):
        addressee = cell_addressee(behind_text["office"])
    ground = cells[columns.ground] if columns.ground is not None and columns.ground < len(cells) else None
    restated = answers and (columns.deeds or columns.ground_kind == "concern")
    if ground is not None and restated and not number and (own_label := read_label(ground)) is not None:
        # "6. Too few posts | Accepted | Two doctors have been engaged": the authority prints again what it answers.
        number = own_label.number
    if ground is not None and not restated and len(ground.split()) >= WORDS_IN_TEXT:
        concerned = addressee if columns.ground_kind == "deficiency" else None
        fault = Candidate(columns.ground_kind, ground, row, number or None, concerned)
        if columns.ground_kind == "deficiency":
            fault.due, fault.urgency = deadline_in(due), urgency_of_period(due)
            fault.status_verified = "implemented" if on_the_spot else None
        yield fault
    owner = cell(cells, columns.owner)
    judged = follow_up and not answers and not columns.replies
    if (
        columns.decision is None
        and (columns.comment is None or judged)
        and (is_office(owner) or _ROLE.fullmatch(owner))
    ):
        # Beside recommendations that nobody has answered yet, or that visitors judge, who is responsible was asked.
        addressee = addressee or cell_addressee(owner)
    # "Nurses | amber | Seven of twelve posts are filled": the row as a whole is the verdict.
    whole = columns.tells_seen and judged and verified is not None and bool(comment)
    yield Candidate(
        # What was seen of a recommendation judges it, whether or not the words give a status.
        "progress" if seen and columns.kind == "recommendation" else "response" if restated else columns.kind,
        row.text if whole else exact,
        row,
        number or None,
        addressee or None,
        response=None if whole else comment or (cell(cells, columns.decision) or None),
        status_claimed=claimed,
        status_verified=verified,
        due=deadline_in(due),
        urgency=urgency_of_period(due),
        on_the_spot=on_the_spot,
        owner=cell_addressee(owner)
        if is_office(owner) or _ROLE.fullmatch(owner) or _SHORT_NAME.fullmatch(owner)
        else None,
    )


def _tick(entries: Sequence[Candidate], status: str | None, *, looks_back: bool) -> None:
    """Write what the tick of a row says: a verdict of visitors who came back, else the position of those asked."""
    verdict = _VERDICTS.get(status or "", status)
    for one in entries:
        if looks_back and verdict not in ACCEPTANCE:
            one.status_verified, one.status_claimed = verdict, None
        else:
            one.status_claimed, one.status_verified = status, None


def _status(cells: tuple[RedactedText, ...], index: int | None, scale: Scale) -> str | None:
    text = cell(cells, index)
    status = scale.status_of(text) or verdict_cell(text)
    if status is None:
        # "Showers replaced; completed": in a column of verdicts the verdict may come last.
        found = [one for _, _, one in find_statuses(text)]
        status = found[-1] if found else None
    return status
