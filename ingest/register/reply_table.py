"""Tables that answer recommendations by number alone, without printing them again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest.register.addressee import cell_addressee
from ingest.register.candidate import Candidate
from ingest.register.claims import claimed_in
from ingest.register.scale import Scale
from ingest.register.status import ACCEPTANCE
from ingest.register.table_cells import (
    are_names,
    are_numbers,
    are_prose,
    cell,
    cells_of,
    code_in,
    deadline_in,
    half,
    mostly_long,
)
from ingest.register.table_columns import columns_of, pick
from ingest.register.table_headings import ADDRESSEE, COMMENT, DECISION, DUE, MARK, NUMBER, OWNER, TOLD
from ingest.report import Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_ANSWER = re.compile(f"{DECISION.pattern}|{COMMENT.pattern}|{TOLD.pattern}", re.IGNORECASE)
_LETTER = r"\(?(?:[a-z]|[ivx]{1,5})[.)]?"
_SEVERAL = re.compile(r"\s*(?:,|;|&|\band\b)\s*(?:and\s+)?")
_TOPIC = re.compile(r"(?<=[\w.)])\s*\((?![a-z]\)|[ivx]{1,5}\))[^()]{2,60}\)\s*$")
_DASH = re.compile(r"[\s–—-]*")
_LETTERS = re.compile(rf"{_LETTER}(?:\s*(?:,|;|&|\band\b)\s*(?:and\s+)?{_LETTER})*")


def find_replies_in_tables(
    blocks: Sequence[Block[RedactedText]], *, answers: bool = False, scale: Scale | None = None
) -> list[Candidate]:
    """Read tables that answer by number alone: ``Rec. | Agency | Position | Comment``.

    Args:
        blocks: a report's blocks in reading order.
        answers: the document is an authority's response, in which ``No. | Our position`` may answer in prose.
        scale: of the document, where it has been read already.

    Returns:
        One response a row, with the number answered, decision, comment and who answers.
    """
    tables: dict[int, list[Block[RedactedText]]] = defaultdict(list)
    for block in blocks:
        if block.table is not None:
            tables[block.table].append(block)
    scale = scale or Scale(blocks)
    bare = [rows for rows in tables.values() if columns_of(rows) is None]
    return [one for rows in bare for one in _bare_replies(rows, scale, prose=answers)]


def _counts(body: Sequence[Sequence[str]], free: set[int], number: int) -> bool:
    """Say whether a table only counts: ``Accepted | 3, 4, 5 | 3`` lists the numbers under each decision."""
    lengths = [len(re.findall(r"\d+", cells[number])) for cells in body]
    return max(lengths) > 1 and any(
        all(cells[column].strip() == str(length) for cells, length in zip(body, lengths, strict=True))
        for column in free
    )


def _bare_replies(rows: Sequence[Block[RedactedText]], scale: Scale, *, prose: bool) -> Iterator[Candidate]:
    header = [re.sub(r"\s+", " ", cell).strip() for cell in cells_of(rows[0])]
    body = [cells for cells in map(cells_of, rows[1:]) if len(cells) == len(header)]
    if len(header) < 2 or not body:
        return
    free = set(range(len(header)))
    number = next((i for i in sorted(free) if NUMBER.fullmatch(header[i]) and _are_references(body, i)), None)
    if number is None and prose and sum(code_in(cells[0]) is not None for cells in body) * 10 >= len(body) * 7:
        number = 0  # "6. Too few posts | Accepted | Two doctors have been engaged", whatever the headings say
    free.discard(-1 if number is None else number)
    decision = pick(free, header, DECISION, lambda i: half(body, i, scale.position_of))
    if decision is None:
        # A column without a heading, or headed "Mark", in which each cell is a sign that the document explains.
        unheaded = [i for i in sorted(free) if not header[i] or MARK.search(header[i])]
        decision = next((i for i in unheaded if _all_signs(body, i, scale)), None)
        free.discard(-1 if decision is None else decision)
    told = decision is None and prose
    if told:
        decision = pick(free, header, _ANSWER, lambda i: are_prose(body, i))
    if number is None or decision is None or _counts(body, free, number):
        return
    comment = pick(free, header, COMMENT, lambda i: True)
    agency = pick(free, header, ADDRESSEE, lambda i: are_names(body, i))
    if agency is None:
        agency = pick(free, header, OWNER, lambda i: are_names(body, i))
    due = pick(free, header, DUE, lambda i: not mostly_long(body, i))
    for row in rows[1:]:
        cells = cells_of(row)
        said = cell(cells, decision)
        status = claimed_in(said) if told else scale.position_of(said)
        if status is None and _DASH.fullmatch(said):
            # "– | Answer of the prosecutor not received": what stands beside tells why nothing is answered.
            status = claimed_in(cell(cells, comment))
        # "3 (cameras)": what a row is about stands behind its number.
        printed = code_in(cell(cells, number)) or _TOPIC.sub("", cell(cells, number)).strip(" .:)(")
        if len(cells) != len(header) or (status is None and not (told and said)) or not printed:
            continue
        for each in _SEVERAL.split(printed) if _LETTERS.fullmatch(printed) else [printed]:
            label = read_label(f"{each}: x")
            answered = label.number if label is not None and label.number else each.strip("().")
            yield Candidate(
                "response",
                row.text,
                row,
                answered,
                cell_addressee(cell(cells, agency)),
                response=cell(cells, comment) or cell(cells, decision),
                status_claimed=status,
                due=deadline_in(cell(cells, due)),
            )


def _all_signs(body: Sequence[tuple[RedactedText, ...]], index: int, scale: Scale) -> bool:
    """Say whether each cell of a column is a sign of the legend, and these take positions."""
    signs = {cells[index].strip() for cells in body}
    positions = {scale.position_of(sign) for sign in signs if scale.legend.meaning(sign) is not None}
    # Where none of them accepts or declines, the signs are verdicts.
    return all(map(scale.legend.meaning, signs)) and None not in positions and bool(positions & ACCEPTANCE)


def _are_references(body: Sequence[tuple[RedactedText, ...]], index: int) -> bool:
    """Say whether a column holds numbers, or letters and lists of letters: ``a``, ``(ii)``, ``b, d``."""
    return are_numbers(body, index) or all(_LETTERS.fullmatch(cells[index].strip()) for cells in body)
