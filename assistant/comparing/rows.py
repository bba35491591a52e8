"""The rows of a comparison: what the later visit took up, dropped, added, and judged without a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.comparing.change import Change, Row, followed
from assistant.comparing.quotation import Citations
from assistant.comparing.standing import outcome_of
from assistant.comparing.threads import Threads, in_documents
from assistant.question.terms import content_words, stem
from ingest.passage import DocumentKind, DocumentRecord, RegisterEntry

_ALIKE = 0.45  # share of common words (Dice) from which two texts are shown side by side as alike
_LEAST_WORDS = 4
_MOST_ALIKE = 2
_OPENING = 160
_REPEATED = re.compile(
    r"\b(?:repeat(?:s|ed)?|reiterat\w+|renew(?:s|ed)?|once again|again recommend\w*)\b", re.IGNORECASE
)


def taken_up(threads: Threads, citations: Citations, one: DocumentRecord, other: DocumentRecord) -> tuple[Row, ...]:
    """Return a row for each recommendation of the earlier visit, then for older ones that the later visit takes up."""
    rows: list[Row] = []
    covered: set[str] = set()
    later_asked = threads.asked(other.document_id)
    asked = threads.asked(one.document_id)
    followed_by = {entry.entry_id: in_documents(threads.later(entry), [other.document_id]) for entry in asked}
    rowed = {row_of(entry): entry.entry_id for entry in asked if followed_by[entry.entry_id]}
    beside: dict[str, list[RegisterEntry]] = {}
    for entry in asked:
        # A table gives a deficiency and what is asked for in one row: who follows up the one has not dropped the other.
        if not followed_by[entry.entry_id] and row_of(entry) in rowed:
            beside.setdefault(rowed[row_of(entry)], []).append(entry)
    for entry in asked:
        steps = followed_by[entry.entry_id]
        covered.add(entry.entry_id)
        covered.update(step.entry.entry_id for step in threads.before(entry))
        if steps:
            row = followed(threads, citations, entry, steps, other.document_id)
            rows.append(replace(row, beside=tuple(citations.cite(each) for each in beside.get(entry.entry_id, ()))))
        elif row_of(entry) not in rowed:
            rows.append(_dropped(threads, citations, entry, other, later_asked))
    older = [
        entry
        for record in threads.visit_reports()
        if threads.position[record.document_id] < threads.position[other.document_id] and record is not one
        for entry in threads.asked(record.document_id)
    ]
    for entry in older:
        steps = in_documents(threads.later(entry), [other.document_id])
        repeated_since = {step.entry.entry_id for step in threads.later(entry)} & {each.entry_id for each in asked}
        if steps and entry.entry_id not in covered and not repeated_since:
            covered.update(step.entry.entry_id for step in threads.before(entry))
            row = followed(threads, citations, entry, steps, other.document_id)
            rows.append(replace(row, why=f"{row.why}; not of the visit compared with, but of another before"))
    return tuple(rows)


def row_of(entry: RegisterEntry) -> tuple[str, str]:
    """Return the place that entries of one table row share; nothing is shared outside tables."""
    return (entry.locator, "") if entry.locator.startswith("table ") else (entry.locator, entry.entry_id)


def unlinked(threads: Threads, citations: Citations, other: DocumentRecord) -> tuple[Row, ...]:
    """Return verdicts of the later visit that no link joins to a recommendation."""
    rows: list[Row] = []
    for entry in threads.unlinked_verdicts(other.document_id):
        doubtful = [step.entry for step in threads.doubtful(entry) if _precedes(threads, step.entry, other)]
        why = "a verdict on something that no link joins it to"
        if doubtful:
            why += "; a link waits for a person (opcat review --links)"
        rows.append(
            Row(
                (Change.UNKNOWN,),
                None,
                judged=(citations.cite_verdict(entry),),
                outcome=outcome_of(entry.status_verified),
                status_claimed=entry.status_claimed,
                status_verified=entry.status_verified,
                why=why,
                doubtful=tuple(citations.cite(each) for each in doubtful),
            )
        )
    return tuple(rows)


def _dropped(
    threads: Threads,
    citations: Citations,
    entry: RegisterEntry,
    other: DocumentRecord,
    candidates: Sequence[RegisterEntry],
) -> Row:
    doubtful = [step.entry for step in in_documents(threads.doubtful(entry), [other.document_id])]
    alike = [each for each in _alike(entry, candidates) if each not in doubtful]
    since = [step for step in threads.later(entry) if step.relation == "judges"]
    why = "the later visit does not speak of it by any link"
    if since:
        verdict = since[-1].entry
        why += f"; another visit had found: {verdict.status_verified or 'no readable verdict'}"
    if alike:
        why += "; texts alike, not linked"
    if doubtful:
        why += "; a link waits for a person (opcat review --links)"
    return Row(
        (Change.DROPPED,),
        citations.cite(entry),
        status_claimed=entry.status_claimed,
        status_verified=since[-1].entry.status_verified if since else None,
        why=why,
        alike=tuple(citations.cite(each) for each in alike),
        doubtful=tuple(citations.cite(each) for each in doubtful),
    )


def added(
    threads: Threads, citations: Citations, one: DocumentRecord, other: DocumentRecord
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return what the later visit asks for without a link: what it calls repeated, then what is new."""
    rows: list[Row] = []
    repeated: list[Row] = []
    before = threads.asked(one.document_id)
    for entry in threads.asked(other.document_id):
        if threads.before(entry):
            continue
        alike = _alike(entry, before)
        doubtful = [step.entry for step in threads.doubtful(entry) if _precedes(threads, step.entry, other)]
        says_so = bool(_REPEATED.search(f"{entry.locator} {str(entry.text)[:_OPENING]}"))
        why = "printed as repeated; no link says of what" if says_so else "no link to anything asked for before"
        if alike:
            why += "; texts alike, not linked"
        if doubtful:
            why += "; a link waits for a person (opcat review --links)"
        (repeated if says_so else rows).append(
            Row(
                (Change.REPEATED if says_so else Change.NEW,),
                None,
                again=(citations.cite(entry),),
                status_claimed=entry.status_claimed,
                why=why,
                alike=tuple(citations.cite(each) for each in alike if each not in doubtful),
                doubtful=tuple(citations.cite(each) for each in doubtful),
            )
        )
    return tuple(repeated), tuple(rows)


def _precedes(threads: Threads, entry: RegisterEntry, record: DocumentRecord) -> bool:
    found = threads.records[entry.document_id]
    earlier = threads.position[entry.document_id] < threads.position[record.document_id]
    return earlier and found.kind is not DocumentKind.RESPONSE


def _alike(entry: RegisterEntry, others: Sequence[RegisterEntry]) -> list[RegisterEntry]:
    """Return entries whose words are much the same, the most alike first."""
    own = _words(entry)
    if len(own) < _LEAST_WORDS:
        return []
    scored = [(2 * len(own & words) / (len(own) + len(words)), each) for each in others if (words := _words(each))]
    found = sorted((pair for pair in scored if pair[0] >= _ALIKE), key=lambda pair: -pair[0])
    return [each for _, each in found[:_MOST_ALIKE]]


def _words(entry: RegisterEntry) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(str(entry.text)))
