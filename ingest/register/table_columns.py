"""The columns of a table of recommendations: which one holds the text, the decision, the addressee."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.register.position_cells import position_in
from ingest.register.scale import Scale
from ingest.register.table_cells import (
    are_bare,
    are_names,
    are_numbers,
    are_positions,
    are_prose,
    are_statuses,
    are_words,
    cells_of,
    half,
    mostly_long,
    mostly_statuses,
    oblige,
)
from ingest.register.table_headings import (
    ADDRESSEE,
    CASES,
    CLAIM,
    COMMENT,
    CONCERN_TEXT,
    DECISION,
    DUE,
    GIVES_REASONS,
    MARK,
    NUMBER,
    OWN_VIEW,
    OWNER,
    REFERS,
    REPLY,
    STATUS,
    STRONG_TEXT,
    SUBJECT,
    TAKEN,
    TEXT,
    TOLD,
    VERDICT,
)
from ingest.report import Block
from redaction.text import RedactedText

_SEEN = re.compile(
    r"what (?:we|the (?:[\w-]+ ){0,2}?(?:team|visitors|monitors|NPM|inspectors|delegation|mechanism)) (?:saw|"
    r"found|heard|noted|"
    r"observed|established)|(?:our|NPM['’]s) (?:findings?|observations?)|(?:found|seen|observed) (?:on|during|at) "
    r"(?:the|our|this) (?:\w+ )?(?:visit|inspection)",
    re.IGNORECASE,
)
# A masked person, with what masks a nickname or the like: "[PERSON 4]", '"[DETAINEE 2]"'.
_HELD = re.compile(
    r"\W*\[(?:PERSON|DETAINEE|PATIENT|RESIDENT|PRISONER|CHILD|INMATE|CLIENT)[A-Z ]*\d*\]\W*(?:\[[A-Z]+(?: \d+)?\]\W*)*"
)
_MASKED = re.compile(r"\[[A-Z]+(?: \d+)?\]")
# "2021 | Subject | Finding in 2024": the numbers are those of that year's report.
_YEAR = re.compile(r"\W*(?:(?:of|in|from)\s+)?(?:19|20)\d\d\W*", re.IGNORECASE)
_REMARK = re.compile(
    r"\b(?:comments?|remarks?|explanations?|justifications?|reasons?|notes?|details?)\b", re.IGNORECASE
)
_WHO = re.compile(r"who|whose", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; ``None`` where there is no such column.

    Attributes:
        seen: what the visitors tell of each recommendation in sentences, beside what they were told.
        own_view: the status column is what the visitors themselves judge.
        replies: the comment column is what the authority answered.
        deeds: the text tells what is done about the ground, and not what was asked.
        tells_seen: the text only names what a recommendation was about, and the comment tells what the visitors saw.
    """

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
    seen: int | None = None
    own_view: bool = False
    replies: bool = False
    tells_seen: bool = False
    deeds: bool = False


def columns_of(
    rows: Sequence[Block[RedactedText]], scale: Scale | None = None, *, judges: bool = False
) -> Columns | None:
    """Tell the columns of a table by their headings and by what stands below.

    Args:
        rows: of one table, its header first.
        scale: the grades that the document explains.
        judges: the document as a whole judges earlier recommendations, so that a table of marks beside numbers does.

    Returns:
        The columns, ``None`` for a table of figures, logs or anything else without recommendations.
    """
    # A heading that redaction took for a name says nothing.
    header = [re.sub(r"\s+", " ", _MASKED.sub("", cell)).strip() for cell in cells_of(rows[0])]
    body = [cells for cells in map(cells_of, rows[1:]) if len(cells) == len(header)]
    if len(header) < 2 or not body:
        return None
    if any(_names_persons(head, [cells[i] for cells in body]) for i, head in enumerate(header)):
        return None  # who asked the visitors for what
    free = set(range(len(header)))
    number = next((i for i in sorted(free) if NUMBER.fullmatch(header[i]) and are_numbers(body, i)), None)
    if number is None and len(header) > 2 and (are_bare(body) or (not header[0] and are_numbers(body, 0))):
        number = 0
    free.discard(-1 if number is None else number)
    text = next(
        (
            i
            for i in sorted(free)
            if TEXT.search(header[i]) and not GIVES_REASONS.search(header[i]) and are_prose(body, i)
        ),
        None,
    )
    kind = "recommendation"
    if text is None:
        text = next((i for i in sorted(free) if not TAKEN.search(header[i]) and oblige(body, i)), None)
    above = str(rows[0].heading_path[-1]) if rows[0].heading_path else ""
    if text is not None and re.search(r"areas? for improvement", f"{header[text]} {above}", re.IGNORECASE):
        kind = "area_for_improvement"
    if text is None:
        judged = any(STATUS.search(header[i]) and are_statuses(body, i) for i in free)
        text = (
            next(
                (i for i in sorted(free) if CONCERN_TEXT.match(header[i]) and are_prose(body, i)),
                None,
            )
            if number is not None or judged
            else None
        )
        if text is not None:
            kind = _concern_kind(header[text])
    if (text is None or kind == "concern") and any(CASES.search(each) for each in header):
        return None
    short = text is None
    if text is None:
        text = _subject(header, body, free, number)
    if text is None and (judges or _scores_earlier(header, number, scale)):
        return _of_marks(header, body, free, number, scale)
    if text is None:
        return None
    free.discard(text)
    ground = next((i for i in sorted(free) if CONCERN_TEXT.match(header[i]) and are_prose(body, i)), None)
    free.discard(-1 if ground is None else ground)
    decision = pick(free, header, DECISION, lambda i: half(body, i, scale.position_of if scale else position_in))
    # Of two columns of verdicts, what those say of themselves who were asked is their claim.
    own = [i for i in sorted(free) if not CLAIM.search(header[i])]

    def graded(i: int) -> bool:
        return are_statuses(body, i) or (scale is not None and half(body, i, scale.status_of))

    marked = scale is not None and scale.judges
    status = pick(set(own), header, MARK, lambda i: mostly_statuses(body, i) or (marked and graded(i)))
    seen = [i for i in own if OWN_VIEW.search(header[i]) and are_statuses(body, i)]
    own = seen or own
    status = status if status is not None else pick(set(own), header, STATUS, graded)
    status = status if status is not None else pick(free, header, STATUS, graded)
    free.discard(-1 if status is None else status)
    if decision is None:
        decision = next((i for i in sorted(free) if CLAIM.search(header[i]) and mostly_statuses(body, i)), None)
        free.discard(-1 if decision is None else decision)
    if status is None:
        # A column of verdicts may be headed by a year, or by who gives them.
        status = next((i for i in sorted(free) if mostly_statuses(body, i)), None)
        free.discard(-1 if status is None else status)
    due = pick(free, header, DUE, lambda i: not mostly_long(body, i))
    weak = not STRONG_TEXT.search(header[text]) and not oblige(body, text)
    told = pick(free, header, TOLD, lambda i: not are_names(body, i) or are_statuses(body, i))
    comment = told if told is not None else pick(free, header, COMMENT, lambda i: not weak or are_prose(body, i))
    # "What will be done, and by whom" heads a reply, not an addressee.
    seen_now = pick(free, header, _SEEN, lambda i: are_prose(body, i)) if told is not None and status is None else None
    addressee = pick(free, header, ADDRESSEE, lambda i: are_names(body, i))
    owner = pick(free, header, OWNER, lambda i: are_names(body, i))
    if weak and all(column is None for column in (decision, status, comment, owner, addressee, due, ground)):
        return None  # "Measure | 2023 | 2024" heads figures
    return Columns(
        text,
        kind,
        number,
        decision,
        status,
        comment,
        owner,
        addressee,
        due,
        ground,
        _ground_kind(header, ground),
        seen_now,
        own_view=status is not None and _judges(header, status, answered=told is not None or decision is not None),
        replies=told is not None,
        deeds=ground is not None and not TEXT.search(header[text]),
        tells_seen=short and told is None and comment is not None and bool(_SEEN.fullmatch(header[comment])),
    )


def _names_persons(head: str, cells: Sequence[str]) -> bool:
    """Say whether most cells of a column are persons who are held, and not who is to act."""
    named = sum(bool(_HELD.fullmatch(cell.strip())) for cell in cells)
    return (
        not (OWNER.search(head) and not _WHO.fullmatch(head)) and not ADDRESSEE.search(head) and 2 * named > len(cells)
    )


def _judges(header: Sequence[str], status: int, *, answered: bool) -> bool:
    """Say whether a column holds the visitors' verdict: its heading says so, or the answer stands in another one."""
    # A column of ticks may have no heading: then the one before says whose they are.
    named = header[status] or (header[status - 1] if status else "")
    return (bool(OWN_VIEW.search(named)) and not REPLY.search(named)) or answered


def _subject(
    header: list[str], body: Sequence[tuple[RedactedText, ...]], free: set[int], number: int | None
) -> int | None:
    """Find the column that names each recommendation in short, in a table that judges or answers them."""
    judged = [i for i in sorted(free) if mostly_statuses(body, i)]
    refers = number is not None and bool(REFERS.search(header[number]) or _YEAR.fullmatch(header[number]))
    if not judged or not (
        refers or len(judged) > 1 or any(VERDICT.search(header[i]) or MARK.search(header[i]) for i in judged)
    ):
        return None
    # "Rec. no. | Position | Remarks": what goes with an answer names no recommendation.
    answered = any(DECISION.search(header[i]) and are_positions(body, i) for i in judged)
    named = [i for i in sorted(free) if i not in judged and SUBJECT.search(header[i]) and are_words(body, i)]
    if not named and refers and not any(answered and _REMARK.search(header[i]) for i in free):
        named = [i for i in sorted(free) if i not in judged and are_words(body, i)]
    return named[0] if named else None


def _of_marks(
    header: list[str],
    body: Sequence[tuple[RedactedText, ...]],
    free: set[int],
    number: int | None,
    scale: Scale | None,
) -> Columns | None:
    """Tell the columns of ``No. in 2021 | To whom | The situation | Mark``, which may not print what was asked."""
    graded = [i for i in sorted(free) if scale is not None and half(body, i, scale.grade_of)]
    marks = next((i for i in reversed(graded) if not are_prose(body, i)), None)
    free.discard(-1 if marks is None else marks)
    told = sorted(
        (i for i in free if are_words(body, i) and not are_names(body, i)),
        key=lambda i: -sum(len(cells[i]) for cells in body),
    )
    named = next((i for i in told if SUBJECT.search(header[i]) and not _SEEN.search(header[i])), None)
    text = named if named is not None or number is None else next(iter(told), None)
    if marks is None or text is None:
        return None
    seen = next((i for i in told if i != text), text)
    addressee = next((i for i in sorted(free - {text, seen}) if are_names(body, i) and are_words(body, i)), None)
    return Columns(text, "recommendation", number, status=marks, addressee=addressee, seen=seen, own_view=True)


def _scores_earlier(header: Sequence[str], number: int | None, scale: Scale | None) -> bool:
    """Say whether numbers of an earlier document stand beside grades that a legend explains as verdicts."""
    earlier = number is not None and re.search(r"\b(?:19|20)\d\d\b", header[number]) is not None
    return earlier and scale is not None and scale.judges


def _concern_kind(header: str) -> str:
    words = header.lower()
    if re.search(r"defici|shortcoming|compliance|wrong|missing|lacking|amiss", words):
        return "deficiency"
    return (
        "finding"
        if re.search(r"finding|observ|found|noted|situation|facts?|conclusion|violation|problem", words)
        else "concern"
    )


def _ground_kind(header: Sequence[str], ground: int | None) -> str:
    return _concern_kind(header[ground]) if ground is not None else "finding"


def pick(free: set[int], header: list[str], pattern: re.Pattern[str], fits: Callable[[int], bool]) -> int | None:
    """Take the first free column whose heading matches and whose cells fit."""
    for index in sorted(free):
        if pattern.search(header[index]) and fits(index):
            free.discard(index)
            return index
    return None
