"""Two visits of one place: what was repeated, has improved or got worse, is new, or is not spoken of any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.comparing.change import Change, Contradiction, Row, contradictions
from assistant.comparing.errors import OneVisitOnly, SameVisit, UnknownVisit
from assistant.comparing.history import History, histories
from assistant.comparing.place import chain_of, name_of, read_as
from assistant.comparing.protection import Protection, protect
from assistant.comparing.quotation import Citations, Cited, date_of
from assistant.comparing.rows import added, taken_up, unlinked
from assistant.comparing.standing import Outcome
from assistant.comparing.threads import Threads
from ingest.links.chains import Visit
from ingest.passage import Coverage, DocumentRecord, Filters

if TYPE_CHECKING:
    from ingest.library import Library

_TOLD = (Outcome.ACHIEVED, Outcome.PARTLY, Outcome.NOT_ACHIEVED)
_HAPPENED = (Change.REPEATED, Change.WORSE, Change.DROPPED)
_CHANGES = {Change.DROPPED: "not spoken of any more"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two visits of one place.

    Attributes:
        read_as: says as what the name was read that was asked for; empty where the documents give the place that name.
        rows: the earlier visit's recommendations, in its order, then older ones that the later visit takes up.
        new: what the later visit asks for and no linked visit asked for before.
        unlinked: verdicts of the later visit that no link joins to a recommendation; they count nowhere.
        contradictions: claims that the later visit, or one between the two, did not bear out.
        chains: recommendations over all visits of the place.
        possible: documents that may be about the place as well; they were not compared.
    """

    place: str
    read_as: str
    names: tuple[str, ...]
    visits: tuple[Visit, ...]
    earlier: DocumentRecord
    later: DocumentRecord
    rows: tuple[Row, ...]
    new: tuple[Row, ...]
    unlinked: tuple[Row, ...]
    contradictions: tuple[Contradiction, ...]
    chains: tuple[History, ...]
    possible: tuple[Visit, ...]
    coverage: Coverage
    protection: Protection

    def with_change(self, change: Change) -> tuple[Row, ...]:
        """Return the rows of a change."""
        rows = self.new if change is Change.NEW else self.rows
        return tuple(row for row in rows if change in row.changes)

    def with_outcome(self, outcome: Outcome) -> tuple[Row, ...]:
        """Return the rows of which the later visit found this."""
        return tuple(row for row in self.rows if row.outcome is outcome)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows there are of each change and outcome, with what they are shares of."""
        counted = {change.value: len(self.with_change(change)) for change in Change}
        counted.update((outcome.value, len(self.with_outcome(outcome))) for outcome in Outcome)
        compared = [row for row in self.rows if row.earlier is not None]
        judged = sum(row.outcome is not None for row in self.rows)
        return {"compared": len(compared), "with a linked verdict": judged, **counted}

    @property
    def told(self) -> str:
        """What became of the recommendations, in one sentence: what was found of them first, then what happened."""
        counts = self.counts
        found = ", ".join(f"{counts[each.value]} {each.value}" for each in _TOLD)
        later = ", ".join(
            f"{counts[each.value]} {_CHANGES.get(each, each.value)}" for each in _HAPPENED if counts[each]
        )
        whole = counts["compared"]
        return (
            f"Of {whole} {'recommendation' if whole == 1 else 'recommendations'}: {found}"
            f"{f'; {later}' if later else ''}. New: {counts[Change.NEW]}."
        )

    def to_json(self) -> dict[str, Any]:
        """Return the result as the command line and HTTP show it."""
        return {
            "place": self.place,
            "read_as": self.read_as or None,
            "names": list(self.names),
            "from": document_json(self.earlier),
            "to": document_json(self.later),
            "counts": self.counts,
            **{
                change.value.replace(" ", "_"): [row.to_json() for row in self.with_change(change)] for change in Change
            },
            "unlinked_verdicts": [row.to_json() for row in self.unlinked],
            "contradictions": [each.to_json() for each in self.contradictions],
            "chains": [each.to_json() for each in self.chains],
            "visits": [visit_json(visit) for visit in self.visits],
            "possible_documents": [visit_json(visit) for visit in self.possible],
            "coverage": coverage_json(self.coverage),
            "protection": self.protection.to_json(),
        }


def compare(library: Library, place: str, *, earlier: str | None = None, later: str | None = None) -> Comparison:
    """Compare two visits of a place: by default the last one with the one before.

    Args:
        library: an opened library.
        place: a name of it.
        earlier: id of the earlier visit's report, or its year.
        later: the same of the later one.

    Raises:
        EmptyLibrary, UnknownPlace, AmbiguousPlace: see :func:`assistant.comparing.place.chain_of`.
        UnknownVisit: no report of the place has that id or year.
        OneVisitOnly: there are not two visits.
    """
    chain = chain_of(library, place)
    threads = Threads(library, chain)
    one, other = _chosen(threads, earlier, later)
    citations = Citations(library, threads.entries.values(), threads.records)
    further, new = added(threads, citations, one, other)
    rows = (*taken_up(threads, citations, one, other), *further)
    loose = unlinked(threads, citations, other)
    between = frozenset(
        record.document_id
        for record in threads.visit_reports()
        if threads.position[one.document_id]
        < threads.position[record.document_id]
        <= threads.position[other.document_id]
    )
    against = tuple(contradictions(threads, citations, between))
    chains = tuple(histories(threads, citations))
    return Comparison(
        name_of(chain, place),
        read_as(chain, place),
        chain.names,
        chain.visits,
        one,
        other,
        rows,
        new,
        loose,
        against,
        chains,
        chain.possible,
        library.ledger.coverage(Filters(documents=tuple(threads.records))),
        protect(_quoted((*rows, *new, *loose), against, chains)),
    )


def document_json(record: DocumentRecord) -> dict[str, Any]:
    """Return a document in few words."""
    data = record.metadata
    return {
        "document_id": record.document_id,
        "source": record.source,
        "title": data.title,
        "kind": record.kind.value,
        "place": data.place,
        "place_type": data.place_type,
        "inspecting_body": data.inspecting_body,
        "visit_start": data.visit_start,
        "visit_end": data.visit_end,
        "published": data.published,
        "pages_failed": record.pages_failed,
    }


def visit_json(visit: Visit) -> dict[str, Any]:
    """Return a document of a chain with why it is in it."""
    return {
        **document_json(visit.document),
        "date": visit.date or None,
        "joined_to": visit.after,
        "confidence": visit.confidence,
        "evidence": visit.evidence,
    }


def coverage_json(coverage: Coverage) -> dict[str, int]:
    """Return what was looked through."""
    return {
        "documents": coverage.documents,
        "passages": coverage.passages,
        "held": coverage.held,
        "unread_pages": coverage.unread_pages,
    }


def _chosen(threads: Threads, earlier: str | None, later: str | None) -> tuple[DocumentRecord, DocumentRecord]:
    """Return the two reports, in the order of their dates."""
    found = threads.visit_reports()
    if len(found) < 2:
        raise OneVisitOnly(len(found))
    last = _named(found, later) if later else None
    if earlier:
        one = _named(found, earlier)
        other = last or next(record for record in reversed(found) if record is not one)
    else:
        other = last or found[-1]
        before = found[: found.index(other)]
        # A library may hold one visit twice, as a summary and in full: a visit is compared with another day's.
        apart = [each for each in before if date_of(each) != date_of(other)]
        if not before:
            raise UnknownVisit(f"before {other.document_id}", _known(found))
        one = (apart or before)[-1]
    if one is other:
        raise SameVisit(_known(found))
    pair = sorted((one, other), key=found.index)
    return pair[0], pair[1]


def _named(found: Sequence[DocumentRecord], named: str) -> DocumentRecord:
    for record in found:
        if record.document_id == named:
            return record
    dated = [record for record in found if named.isdigit() and date_of(record).startswith(named)]
    if not dated:
        raise UnknownVisit(named, _known(found))
    return dated[-1]


def _known(found: Sequence[DocumentRecord]) -> list[str]:
    return [f"{record.document_id} ({date_of(record) or 'no date'})" for record in found]


def _quoted(
    rows: Iterable[Row], against: Iterable[Contradiction], chains: Iterable[History]
) -> list[tuple[str, str, str]]:
    cited: list[Cited] = [each for row in rows for each in row.cited]
    cited.extend(each for one in against for each in (one.asked, one.claim, one.finding))
    cited.extend(event.cited for one in chains for event in one.events)
    return [(each.entry_id, each.citation, each.quote) for each in cited]
