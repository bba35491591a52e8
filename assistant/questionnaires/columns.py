"""Columns of a questionnaire's table: what each is for, read from its header row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.questionnaires.question import is_asking, is_field
from assistant.questionnaires.tick_words import tick_columns
from assistant.questionnaires.word_text import is_blank

_NUMBER = re.compile(
    r"^(?:no\.|nos?\.?|nr\.?|n°|#|number|(?:item|serial|ref|indicator|question)\.? (?:no\.?|number|code)|¶|§|para\.?|"
    r"paragraph|ref\.?|ser\.?|code|id)$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\b(?:questions?|items?|indicators?|criteri(?:on|a)|statements?|standards?|requirements?|issues?|topics?|"
    r"subjects?|principles?|self-assessment|requests?|matters?|areas?|elements?|"
    r"(?:information|details|data) (?:requested|required|sought|needed|wanted|asked))\b",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(r"\b(?:evidence|sources?|references?|verification|documents?)\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"\b(?:answers?|responses?|repl(?:y|ies)|comments?|remarks?|observations?|information|details|explanation|notes)\b",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(r"\b(?:responsible|focal point|person in charge|deadline|who)\b", re.IGNORECASE)
_LONGEST_NAME = 3
_LONGEST_HEADER = 8
_LEAST_ROWS = 2
# A table to be filled in has as many words as this in a row of its questions, on average.
_LEAST_WORDS = 2.5
_BOX_OR_NUMBER = re.compile(r"\W*\d|[☐□○❏▢◻]")
_GRADES = re.compile(r"\byes\b.*\bno\b|\bno\b.*\byes\b|^(?:status|rating|assessment|grade|yes)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class Columns:
    """Which column holds what, by its place in the grid; ``None`` where the table has no such column.

    Attributes:
        ticks: columns to be ticked, by ``yes``, ``partial`` and ``no``.
        header_rows: rows from the top that are no questions.
    """

    question: int
    number: int | None = None
    answer: int | None = None
    evidence: int | None = None
    grade: int | None = None
    responsible: int | None = None
    ticks: dict[str, int] = field(default_factory=dict)
    header_rows: int = 1

    @property
    def graded(self) -> bool:
        """Whether the table asks for yes, partial or no."""
        return self.grade is not None or bool(self.ticks)


def columns_of(headers: Sequence[str], header_rows: int = 1) -> Columns | None:
    """Read the header row of a table.

    Args:
        headers: cell texts by grid column; empty where a merged cell continues.
        header_rows: how many rows the header takes up.

    Returns:
        the columns, or ``None`` where the row is no header of a questionnaire.
    """
    texts = [" ".join(text.split()) for text in headers]
    ticks = tick_columns(texts)
    # A row that asks is no header, though it may offer "Yes / No"; a header may ask "Where do you see this?".
    asks = any(map(is_asking, texts)) and (not ticks or any(map(_BOX_OR_NUMBER.match, texts)))
    if len(texts) < 2 or asks or any(len(text) > 120 for text in texts):
        return None
    named = [text for text in texts if text]
    if len(named) == 1 and (len(named[0].split()) > _LONGEST_NAME or named[0].endswith(".")):
        # A sentence over all columns tells how to fill in the table.
        return None
    taken = set(ticks.values())

    def first(pattern: re.Pattern[str]) -> int | None:
        at = next((at for at, text in enumerate(texts) if at not in taken and text and pattern.search(text)), None)
        if at is not None:
            taken.add(at)
        return at

    number = first(_NUMBER)
    grade = first(_GRADES) if not ticks else None
    responsible = first(_RESPONSIBLE)
    question = first(_QUESTION)
    answer = first(_ANSWER)
    evidence = first(_EVIDENCE)
    if answer is None and evidence is not None:
        answer, evidence = evidence, None
    if question is None:
        if not (ticks or grade is not None or answer is not None):
            return None
        # A matrix often leaves the column of its statements without a heading.
        rest = [at for at in range(len(texts)) if at not in taken]
        if not rest or not (ticks or grade is not None or (number is not None and len(rest) == 1)):
            return None
        # A column of numbers has no heading more often than one of statements.
        question = next((at for at in rest if texts[at] and at < min(ticks.values(), default=len(texts))), rest[0])
    if number is None and question and not texts[question - 1]:
        number = question - 1
    if answer is None and ticks:
        after = [at for at in range(max(ticks.values()) + 1, len(texts)) if at not in taken and texts[at]]
        answer = after[0] if after else None
    if answer is None and grade is None and not ticks:
        free = [at for at in range(question + 1, len(texts)) if at not in taken]
        if not free or texts[free[0]]:
            return None
        answer = free[0]
    return Columns(question, number, answer, evidence, grade, responsible, ticks, header_rows)


def columns_by_shape(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Read a table whose header says in no known word what its columns are for: one is to be filled in.

    Args:
        rows: cell texts by grid column; the first is the header.

    Returns:
        the columns, or ``None`` where no column is left blank or the filled ones ask for nothing.
    """
    header, *body = [[" ".join(text.split()) for text in row] for row in rows] or [[]]
    if len(header) < 2 or not all(text and len(text.split()) <= _LONGEST_HEADER for text in header):
        return None
    # A row over all columns is a heading.
    full = [["" if is_blank(text) else text for text in row] for row in body if any(row[1:])]
    if len(full) < _LEAST_ROWS:
        return None
    blank = [at for at in range(len(header)) if 2 * sum(not row[at] for row in full) > len(full)]
    filled = [at for at in range(len(header)) if at not in blank]
    if not blank or not filled:
        return None

    def length(at: int) -> float:
        return sum(len(row[at].split()) for row in full) / len(full)

    question = max(filled, key=length)
    answer = next((at for at in blank if at > question), None)
    numbered = [at for at in filled if at < question and length(at) < _LEAST_WORDS]
    if answer is None or length(question) < _LEAST_WORDS or len(filled) > 1 + len(numbered):
        return None
    if 2 * sum(is_field(row[question]) for row in full) > len(full):
        return None
    return Columns(question, numbered[-1] if numbered else None, answer)
