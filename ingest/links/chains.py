"""Visits of one place in a chain, though its name varies from document to document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.links.common_entries import CommonEntries
from ingest.links.further_signs import Common, FurtherSigns, days_of, visited
from ingest.links.name_keys import sharing_a_key
from ingest.links.place_name import MISSPELT, Agreement
from ingest.links.same_place import LEAST, SURE, Subject, named_visit, same_subject, subject
from ingest.links.surroundings import surroundings
from ingest.passage import OFFICIAL_KINDS, DocumentKind, DocumentRecord, DocumentStatus

if TYPE_CHECKING:
    from ingest.ledger.store import Ledger


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
    return chains(records, former_names(records, ledger.openings_with(HINTS)), common_entries(ledger))


def common_entries(ledger: Ledger) -> CommonEntries:
    """Return what tells how much the entries of two documents of a ledger have in common."""
    return CommonEntries(lambda name: ledger.extracted_entries([name]), surroundings(ledger))


def chains(
    records: Sequence[DocumentRecord],
    former: Mapping[str, tuple[str, ...]] | None = None,
    common: Common | None = None,
) -> tuple[Chain, ...]:
    """Put documents into chains by place; a document about no known place stands in none.

    Args:
        records: documents in any order.
        former: further names of the place by document id.
        common: what the entries of two documents have in common.
    """
    held: dict[Subject, list[DocumentRecord]] = defaultdict(list)
    dated = visited(records)
    for record in records:
        if record.kind not in OFFICIAL_KINDS and record.status is not DocumentStatus.HELD:
            adopted = () if record.metadata.place else dated.get(days_of(record), ())
            held[subject(record, (former or {}).get(record.document_id, ()), adopted)].append(record)
    subjects = {one: own for one, own in held.items() if one.names or one.jurisdiction or one.title or one.adopted}
    signs = FurtherSigns(subjects, common)
    near = {frozenset(pair): pair for pair in (*signs.pairs(), *sharing_a_key([*subjects]))}
    pairs = {pair: signs.agreement(*pair) for pair in near.values()}
    groups, left = _joined(subjects, {pair: each for pair, each in pairs.items() if each.confidence >= SURE})
    doubtful = [(pair, each) for pair, each in pairs.items() if LEAST <= each.confidence < SURE] + left
    where = {one: number for number, group in enumerate(groups) for one in group}
    possible: dict[int, list[tuple[Subject, Agreement]]] = defaultdict(list)
    for (one, other), each in doubtful:
        if where[one] != where[other]:
            possible[where[one]].append((other, each))
            possible[where[other]].append((one, each))
    return tuple(_chain(group, held, possible[number], signs) for number, group in enumerate(groups))


def order(record: DocumentRecord) -> tuple[str, bool, str, str]:
    """Return what documents of a place are ordered by: date, reports before answers."""
    data = record.metadata
    answer = record.kind is DocumentKind.RESPONSE
    date = (data.published or data.visit_start) if answer else (data.visit_start or data.visit_end or data.published)
    return date or "", answer, data.published or "", record.document_id


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
    signs: FurtherSigns,
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
                signs.agreement(of[earlier.document_id], of[record.document_id]).confidence,
                bool(named_visit(record, earlier)),
                order(earlier),
            ),
        )
        each = signs.agreement(of[before.document_id], of[record.document_id])
        told = "; names its date" if named_visit(record, before) else ""
        if each.confidence < SURE:
            # Both are surely one place with a third document.
            each, told = Agreement(SURE, each.why), f"{told}; by way of another document"
        found.append(Visit(record, order(record)[0], before.document_id, each.confidence, each.why + told))
    further = [
        Visit(record, order(record)[0], None, each.confidence, each.why)
        for one, each in possible
        for record in held[one]
    ]
    names = [name for record in records for name in of[record.document_id].names]
    ranked = sorted(dict.fromkeys(names), key=lambda name: -names.count(name))
    return Chain(tuple(ranked), tuple(found), tuple(sorted(further, key=lambda visit: order(visit.document))))
