"""Numbers: where the number comes from that a question asks for: the register, a table, a range of labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.answer import Answer
from assistant.answers.compose import running_text
from assistant.answers.evidence import Evidence
from assistant.answers.verify import Claim
from assistant.answers.work import Work, finish
from assistant.question.phrasing import plain_order
from assistant.question.query import understand
from assistant.question.routing import wants_count
from assistant.register import counting
from assistant.register.contrast import contrast_of
from assistant.register.listing import MOST_SHOWN, EntryRow, answer_counted, entry_claims, numbered_rows, register_count
from assistant.tables.figures import answer_range, answer_table


def answer_number(work: Work, evidence: Sequence[Evidence]) -> Answer | None:
    """Answer with a number or a list.

    From the register where it has a place for every word of the question, else from a table or a range of labels that
    has, else from the register with what was not applied; ``None`` if the question asks for none of these.
    """
    asked = plain_order(work.query.text)
    if asked != work.query.text and wants_count(asked):
        work = replace(work, query=understand(asked, work.names, work.query.filters))
    contrasted = _answer_contrast(work)
    if contrasted is not None:
        return contrasted
    counted = register_count(work, evidence)
    # A standing that the register knows of no entry may be what a column of a table says.
    if counted is None or counted.unapplied or counted.unknown == len(counted.looked_at):
        found = answer_table(work, evidence) or answer_range(work, evidence)
        if found is not None:
            return found
    return None if counted is None else answer_counted(work, evidence, counted)


def _answer_contrast(work: Work) -> Answer | None:
    """Answer with the difference or the ratio of two counts, both with their entries."""
    contrast = contrast_of(work.query.text, work.names)
    if contrast is None:
        return None
    sides = []
    for question in (contrast.first, contrast.second):
        query = understand(question, work.names, work.query.filters)
        counted = counting.count_entries(work.library, query, work.names)
        if counted is None or counted.unapplied or not counted.looked_at:
            return None
        sides.append((query, counted))
    one, other = (len(counted.entries) for _, counted in sides)
    difference = f"{abs(one - other)} {'more' if one > other else 'fewer' if one < other else 'more or fewer'}"
    said = f"{one} to {other}" if contrast.ratio else f"{difference}: {one} against {other}"
    lead = f"{said}. Counted: {sides[0][1].said}; against: {sides[1][1].said}."
    work.say(lead)
    claims: list[Claim] = []
    found: list[EntryRow] = []
    for query, counted in sides:
        held = entry_claims(replace(work, query=query), counted)
        claims, found = [*claims, *held[0]], [*found, *held[1]]
    sentences = work.show(claims)
    rows = numbered_rows(work, found)
    text = f"{lead} {running_text(sentences[:MOST_SHOWN])}".strip()
    return finish(work, text, sentences, count=None if contrast.ratio else abs(one - other), rows=rows, lead=lead)
