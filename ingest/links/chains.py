"""Visits of one place in a chain, though its name varies from document to document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.links.name_keys import sharing_a_key
from ingest.links.place_name import MISSPELT, Agreement
from ingest.links.same_place import (
    LEAST,
    SURE,
    Subject,
    masked,
    named_visit,
    same_body,
    same_state,
    same_subject,
    subject,
    unnamed,
)
from ingest.passage import OFFICIAL_KINDS, DocumentKind, DocumentRecord, DocumentStatus

if TYPE_CHECKING:
    from ingest.ledger.store import Ledger

_Held = Mapping[Subject, Sequence[DocumentRecord]]
_Pairs = frozenset[frozenset[Subject]]
_MOST_OF_A_PLACE = 20  # documents of a place whose dates are compared
_FULL, _MONTH = 10, 7  # letters of a date with its day, and with its month
_NAMED = 0.15  # what a date of the last visit adds to a doubtful name
_BY_DAY = 0.64  # names that differ, though one document names the day of the other's visit by the same body
_BY_DAY_ALONE = 0.8  # the same where one name has no telling word, or redaction has masked it
_BY_MONTH_ALONE = 0.72  # where redaction has masked it, and the body visited one place that it can be in the month


@dataclass(frozen=True, slots=True)
class Visit:
    """One document in the chain of a place.

    Attributes:
        date: first day of the visit, else of publication, ISO 8601 and perhaps partial; empty where unknown.
        after: id of the document before it that it was joined to; ``None`` for the first.
        confidence: 0 to 1, that it is the same place as that one.
        evidence: why, without text of a document.
    """

    document: DocumentRecord
    date: str
    after: str | None
    confidence: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The documents about one place, the earliest first.

    Attributes:
        names: all names that they give it, the most frequent first.
        possible: documents that may be about it and are not among the visits: a person should decide.
    """

    names: tuple[str, ...]
    visits: tuple[Visit, ...]
    possible: tuple[Visit, ...] = ()

    @property
    def documents(self) -> tuple[DocumentRecord, ...]:
        """The documents of the visits."""
        return tuple(visit.document for visit in self.visits)


def visits(ledger: Ledger, place: str) -> tuple[Chain, ...]:
    """Return the chain of a place, or several where the name is that of several places.

    Args:
        ledger: with the documents.
        place: a name of it, as filters take it.
    """
    from ingest.folding import name_tokens

    wanted = set(name_tokens(place))
    found = [chain for chain in ledger_chains(ledger) if any(wanted <= set(name_tokens(name)) for name in chain.names)]
    exact = [chain for chain in found if any(wanted == set(name_tokens(name)) for name in chain.names)]
    return tuple(exact or found)


def ledger_chains(ledger: Ledger) -> tuple[Chain, ...]:
    """Return the chains of all places of a ledger."""
    from ingest.links.former_name import HINTS, former_names

    records = ledger.documents(status=DocumentStatus.INDEXED)
    return chains(records, former_names(records, ledger.openings_with(HINTS)))


def chains(records: Sequence[DocumentRecord], former: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Chain, ...]:
    """Put documents into chains by place; a document about no known place stands in none.

    Args:
        records: documents in any order.
        former: further names of the place by document id.
    """
    held: dict[Subject, list[DocumentRecord]] = defaultdict(list)
    dated = _visited(records)
    for record in records:
        if record.kind not in OFFICIAL_KINDS and record.status is not DocumentStatus.HELD:
            adopted = () if record.metadata.place else dated.get(_days(record), ())
            held[subject(record, (former or {}).get(record.document_id, ()), adopted)].append(record)
    subjects = [one for one in held if one.names or one.jurisdiction or one.title or one.adopted]
    alone = frozenset(map(frozenset, _by_days(held)))
    near = {frozenset(pair): pair for pair in (*_by_days(held), *sharing_a_key(subjects))}
    pairs = {pair: _strengthened(pair, held, alone) for pair in near.values()}
    groups, left = _joined(
        {one: held[one] for one in subjects}, {pair: each for pair, each in pairs.items() if each.confidence >= SURE}
    )
    doubtful = [(pair, each) for pair, each in pairs.items() if LEAST <= each.confidence < SURE] + left
    where = {one: number for number, group in enumerate(groups) for one in group}
    possible: dict[int, list[tuple[Subject, Agreement]]] = defaultdict(list)
    for (one, other), each in doubtful:
        if where[one] != where[other]:
            possible[where[one]].append((other, each))
            possible[where[other]].append((one, each))
    return tuple(_chain(group, held, possible[number], alone) for number, group in enumerate(groups))


def order(record: DocumentRecord) -> tuple[str, bool, str, str]:
    """Return what documents of a place are ordered by: date, reports before answers."""
    data = record.metadata
    answer = record.kind is DocumentKind.RESPONSE
    date = (data.published or data.visit_start) if answer else (data.visit_start or data.visit_end or data.published)
    return date or "", answer, data.published or "", record.document_id


def _visited(records: Iterable[DocumentRecord]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the place by the days of the visit, where only one place was visited on just these days."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for record in records:
        place, days = record.metadata.place, _days(record)
        if place and record.kind is not DocumentKind.RESPONSE and all(len(day) == 10 for day in days):
            found[days] = tuple(dict.fromkeys((*found.get(days, ()), place)))
    return {days: names for days, names in found.items() if len(names) == 1}


def _days(record: DocumentRecord) -> tuple[str, str]:
    return record.metadata.visit_start or "", record.metadata.visit_end or ""


def _strengthened(pair: tuple[Subject, Subject], held: _Held, alone: _Pairs) -> Agreement:
    """Add to a doubtful name that one document names the days of the other's visit.

    Args:
        pair: to compare.
        held: documents by subject.
        alone: pairs of which the one names a day on which no third place was visited.
    """
    found = same_subject(*pair)
    if found.confidence >= SURE:
        return found
    one, other = (held[each][:_MOST_OF_A_PLACE] for each in pair)
    both = [(a, b) for a in one for b in other] + [(b, a) for a in one for b in other]
    named = any(named_visit(a, b) for a, b in both)
    single = frozenset(pair) in alone
    answered = single and any(_answers(a, b) for a, b in both)
    halved = "only one name says its" in found.why
    if found.confidence >= LEAST and (answered or (named and not halved)):
        told = "the same days of the visit" if answered else "names the date of the other visit"
        return Agreement(round(found.confidence + _NAMED, 2), f"{found.why}; {told}")
    # A name in another language or that of the town: the day of the visit tells, where it is exact.
    exact = answered or (single and any(_names_day(a, b) for a, b in both))
    if exact and unnamed(*pair) and same_body(*pair):
        told = "the same days of the visit" if answered else "names the day of the other visit"
        return Agreement(_BY_DAY_ALONE, f"one name tells nothing; same body; {told}")
    if single and named and masked(*pair) and unnamed(*pair) and same_body(*pair):
        return Agreement(_BY_MONTH_ALONE, "one name is masked; same body; names the month of the other visit")
    if exact and found.why in ("different names", "no name in common") and same_state(*pair):
        return Agreement(_BY_DAY, f"{found.why}; same body or State; names the day of the other visit")
    return found


def _answers(later: DocumentRecord, earlier: DocumentRecord) -> bool:
    """Say whether a response names just the days of a report's visit."""
    days = _days(later)
    kinds = later.kind is DocumentKind.RESPONSE and earlier.kind is not DocumentKind.RESPONSE
    return kinds and all(len(day) == _FULL for day in days) and days == _days(earlier)


def _names_day(later: DocumentRecord, earlier: DocumentRecord) -> bool:
    told = later.metadata.previous_visit or ""
    return len(told) == _FULL and bool(named_visit(later, earlier))


def _by_days(held: _Held) -> Iterator[tuple[Subject, Subject]]:
    """Give pairs of subjects of which a document of the one names the day of the other's visit, and of no third's.

    Where the name of one is masked, the month will do, if its body visited but one place that it can be.
    """
    on: dict[str, list[Subject]] = defaultdict(list)
    for one, records in held.items():
        for record in records:
            start = record.metadata.visit_start or ""
            if record.kind is not DocumentKind.RESPONSE and len(start) >= _MONTH:
                for told in {start, start[:_MONTH]}:
                    on[told].append(one)
    for one, records in held.items():
        for record in records:
            data = record.metadata
            day = (data.visit_start if record.kind is DocumentKind.RESPONSE else data.previous_visit) or ""
            others = list(dict.fromkeys(other for other in on.get(day, ()) if other != one))
            if len(day) == _MONTH:
                others = [each for each in others if masked(one, each) and unnamed(one, each) and same_body(one, each)]
            # Where one body was at several places on a day, the day tells none of them.
            if len(others) == 1:
                yield one, others[0]


def _joined(
    held: Mapping[Subject, Sequence[DocumentRecord]], sure: Mapping[tuple[Subject, Subject], Agreement]
) -> tuple[list[list[Subject]], list[tuple[tuple[Subject, Subject], Agreement]]]:
    """Join subjects, the surest first, and never two groups of which some members cannot be one place.

    Returns:
        the groups, and pairs that are doubtful after all: two spellings that each come up again are two names.
    """
    group = {one: [one] for one in held}
    left: list[tuple[tuple[Subject, Subject], Agreement]] = []
    for (one, other), each in sorted(sure.items(), key=lambda item: -item[1].confidence):
        first, second = group[one], group[other]
        if first is second or any(_apart(a, b) for a in first for b in second):
            continue
        if MISSPELT in each.why and all(sum(len(held[a]) for a in own) > 1 for own in (first, second)):
            left.append(((one, other), Agreement(min(each.confidence, SURE - 0.05), each.why)))
            continue
        first.extend(second)
        for moved in second:
            group[moved] = first
    return list({id(members): members for members in group.values()}.values()), left


def _apart(one: Subject, other: Subject) -> bool:
    found = same_subject(one, other)
    return found.confidence == 0.0 and found.why.startswith("different") and found.why != "different names"


def _chain(
    group: Sequence[Subject],
    held: Mapping[Subject, Sequence[DocumentRecord]],
    possible: Iterable[tuple[Subject, Agreement]],
    alone: _Pairs,
) -> Chain:
    of = {record.document_id: one for one in group for record in held[one]}
    records = sorted((record for one in group for record in held[one]), key=order)
    found: list[Visit] = []
    for number, record in enumerate(records):
        if number == 0:
            found.append(Visit(record, order(record)[0], None, 1.0, "the first document"))
            continue
        before = max(
            records[max(0, number - 20) : number],
            key=lambda earlier: (
                _strengthened((of[earlier.document_id], of[record.document_id]), held, alone).confidence,
                bool(named_visit(record, earlier)),
                order(earlier),
            ),
        )
        each = _strengthened((of[before.document_id], of[record.document_id]), held, alone)
        told = "; names its date" if named_visit(record, before) else ""
        found.append(Visit(record, order(record)[0], before.document_id, each.confidence, each.why + told))
    further = [
        Visit(record, order(record)[0], None, each.confidence, each.why)
        for one, each in possible
        for record in held[one]
    ]
    names = [name for record in records for name in of[record.document_id].names]
    ranked = sorted(dict.fromkeys(names), key=lambda name: -names.count(name))
    return Chain(tuple(ranked), tuple(found), tuple(sorted(further, key=lambda visit: order(visit.document))))
