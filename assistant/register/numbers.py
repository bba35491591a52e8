"""Numbers: where the number comes from that a question asks for: the register, a table, a range of labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.answer import Answer
from assistant.answers.compose import MOST_SENTENCES, choose, claims_of, running_text
from assistant.answers.evidence import Evidence
from assistant.answers.lacking import lacks, lacks_place
from assistant.answers.nearness import WordVectors
from assistant.answers.stated_figure import stated_figure
from assistant.answers.stated_ground import says_all
from assistant.answers.verify import Claim
from assistant.answers.work import Work, finish, sentence_embedder
from assistant.question.phrasing import plain_order, tasks_listed
from assistant.question.query import Query, understand
from assistant.question.restating import in_plain_words
from assistant.question.routing import Route, wants_count
from assistant.question.tagging import question_tagger
from assistant.question.terms import fold
from assistant.register import counting
from assistant.register.contrast import contrast_of
from assistant.register.deadlines import answer_deadlines
from assistant.register.listing import MOST_SHOWN, EntryRow, answer_counted, entry_claims, numbered_rows, register_count
from assistant.register.standing import SILENCE
from assistant.register.summing import lead_summed, number_summed, summing_of, total_of
from assistant.tables.figures import answer_range, answer_table, labelled_row

_AND_OF_THESE = re.compile(
    r"^\W*(?P<first>how many .+?),? (?:and|of which|of whom) (?:how many )?(?:of (?:these|those|them|which) )"
    r"(?P<rest>.+?)\W*$",
    re.IGNORECASE | re.DOTALL,
)

# Two numbers are asked for: what is said first answers only one.
_SEVERAL = re.compile(
    r"\bhow many\b.*\b(?:how (?:many|much|long|often)|and (?:what|which|who|why|when|where|did|do|does|has|have|is|are|"
    r"was|were))\b|\bhow often\b.*\band (?:did|do|does|has|have|is|are|was|were|what|why)\b",
    re.IGNORECASE,
)

# Of one or two entries on a topic it may well be that nobody has answered; of many the register has not read it.
_SEVERAL_ENTRIES = 3
# What a document tells of the replies to its own recommendations.
_REPLIED = re.compile(
    r"\b(?:as to|regarding|concerning|of|on) the (?:first|second|third|fourth|last)\b[^.]{0,60}"
    r"\b(?:agree|accept|reject|repl|answer|wrote|room|inform)\w*|"
    r"\b(?:accepted|rejected|declined|did not agree (?:to|with)|agreed (?:to|with)) (?:the )?"
    r"(?:first|second|third|fourth|last|recommendations?)\b|"
    r"\brecommendations? [a-z]?\d+(?:,? (?:and |to )?\d+)* (?:was|were|is|are|has been|have been) "
    r"(?:accepted|rejected|agreed|declined|not accepted)\b"
)
# A row that has the figure needs little beside it.
_FEW = 3


def answer_number(work: Work, evidence: Sequence[Evidence]) -> Answer | None:
    """Answer with a number or a list.

    From the register where it has a place for every word of the question, else from a table or a range of labels that
    has, else from the register with what was not applied; ``None`` if the question asks for none of these.
    """
    tasks = None if work.query.kinds else tasks_listed(work.query.text)
    asked = tasks or plain_order(work.query.text)
    if asked != work.query.text and (tasks or wants_count(asked)):
        work = replace(work, query=understand(asked, work.names, work.query.filters))
    contrasted = answer_deadlines(work) or _answer_contrast(work) or _answer_part(work)
    if contrasted is not None:
        return contrasted
    counted = register_count(work, evidence)
    if counted is not None and (counted.unapplied or counted.alone):
        work, counted = _restated(work, evidence) or (work, counted)
    if counted is not None and Route.COUNT in work.query.routes:
        summed = summing_of(work, counted) or total_of(work, counted)
        if summed is not None:
            return answer_counted(work, evidence, counted, summed)
    # A standing that the register knows of no entry may be what a column of a table says.
    if counted is None or counted.unapplied or counted.unknown == len(counted.looked_at):
        found = answer_table(work, evidence) or answer_range(work, evidence)
        if found is not None:
            return found
    if counted is None or counted.unapplied or not counted.entries:
        found = _answer_stated(work, evidence)
        if found is not None:
            return found
    if counted is not None and (_knows_nothing(work.query, counted) or _is_told_elsewhere(work, counted)):
        number = len(counted.looked_at)
        work.notices.append(f"the register knows of none of the {number} entries looked at what became of them")
        return None
    return None if counted is None else answer_counted(work, evidence, counted)


def _restated(work: Work, evidence: Sequence[Evidence]) -> tuple[Work, counting.Counted] | None:
    """Count what the question asks in plain words, where nothing of these is left over; ``None`` elsewhere."""
    said = None if work.query.only else in_plain_words(work.query, work.names, question_tagger())
    if said is None:
        return None
    work = replace(work, query=said)
    counted = register_count(work, evidence)
    if counted is None or counted.unapplied or counted.alone or not counted.entries:
        return None
    work.notices.append(f"read as: {said.text}")
    return work, counted


def _knows_nothing(query: Query, counted: counting.Counted) -> bool:
    """Whether a standing is asked for that the register has of no entry: nought would be a guess."""
    known = counted.unknown < len(counted.looked_at)
    several = len(counted.looked_at) >= _SEVERAL_ENTRIES
    return bool(query.statuses) and several and not (known or counted.entries or query.only)


def _is_told_elsewhere(work: Work, counted: counting.Counted) -> bool:
    """Whether silence is counted, nothing is linked to any entry, and their own document tells of replies."""
    silent = SILENCE in work.query.statuses and len(counted.entries) == len(counted.looked_at) > 1
    if not silent or any(counted.standing.values()):
        return False
    documents = {entry.document_id for entry in counted.entries}
    passages = (one for name in documents for one in work.library.ledger.document_passages(name))
    return len(documents) == 1 and any(_REPLIED.search(fold(str(passage.text))) for passage in passages)


def _answer_stated(work: Work, evidence: Sequence[Evidence]) -> Answer | None:
    """Answer with the sentence first that states the number asked for, where that is likely: quoted, not counted."""
    query, reranker = work.query, work.library.reranker
    embedder = sentence_embedder(work.library)
    if not wants_count(query.text) or _SEVERAL.search(query.text) or Route.COMPARISON in query.routes:
        return None
    if work.means.model is not None:
        # A model finds the words itself, from the same sentences.
        return None
    if (row := labelled_row(query, evidence)) is not None:
        sentences = work.show(
            claims_of([row, *(one for one in choose(query, evidence) if one.text != row.text)][:_FEW])
        )
        return finish(work, running_text(sentences), sentences) if sentences else None
    if reranker is None or embedder is None or lacks(query, evidence) or lacks_place(query, work.names):
        return None
    figure = stated_figure(query, evidence, WordVectors.of(embedder), reranker)
    if figure is None or not says_all(query, figure.item):
        return None
    rest = [item for item in choose(query, evidence) if item.text != figure.item.text]
    # The sentence comes first and the number is not said: of the numbers that strangers' questions got too many were of
    # another wing, year or thing, and a quotation shows what its number is of.
    number = number_summed(query, figure.item.text)
    lead = lead_summed(number)
    work.say(lead)
    sentences = work.show(claims_of([figure.item, *rest][:MOST_SENTENCES]))
    text = f"{lead} {running_text(sentences)}".strip()
    return finish(work, text, sentences, count=number, lead=lead) if sentences else None


def _answer_part(work: Work) -> Answer | None:
    """Answer a count and the count of a part of it: "how many were made, and how many of these were accepted?"."""
    match = _AND_OF_THESE.match(work.query.text)
    if match is None:
        return None
    counts = []
    for question in (f"{match['first']}?", f"{match['first']} {match['rest']}?"):
        query = understand(question, work.names, work.query.filters)
        counted = counting.count_entries(work.library, query, work.names)
        if counted is None or counted.unapplied or not counted.total:
            return None
        counts.append((query, counted))
    (whole_query, whole), (_, part) = counts
    if not {entry.entry_id for entry in part.entries} <= {entry.entry_id for entry in whole.entries}:
        # What a later visit judged was made in an earlier report: all that it judged is the whole.
        whole = part if len(part.looked_at) < len(part.entries) else replace(part, entries=part.looked_at)
    lead = f"{len(whole.entries)}; of these {len(part.entries)}. Counted: {whole.said}; of these: {part.said}."
    work.say(lead)
    claims, found = entry_claims(replace(work, query=whole_query), whole)
    sentences = work.show(claims)
    text = f"{lead} {running_text(sentences[:MOST_SHOWN])}".strip()
    return finish(work, text, sentences, count=len(whole.entries), rows=numbered_rows(work, found), lead=lead)


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
