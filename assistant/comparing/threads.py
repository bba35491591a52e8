"""Threads: a recommendation with what later documents of the same place made of it, along the links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.comparing.measures import REQUEST, asks_only_reply, measures
from assistant.comparing.standing import OF_ITSELF
from ingest.ledger.links import LinkStanding, StoredLink
from ingest.links.chains import Chain
from ingest.links.sides import ASKED
from ingest.passage import DocumentKind, DocumentRecord, Filters, RegisterEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from ingest.library import Library

    Ends = Callable[[StoredLink], str]

_FOLLOWS = frozenset({"judges", "repeats"})


@dataclass(frozen=True, slots=True)
class Step:
    """An entry with the links that lead to it, the last one first."""

    entry: RegisterEntry
    links: tuple[StoredLink, ...]

    @property
    def relation(self) -> str:
        """What the entry does with the one before it: ``judges``, ``repeats`` or ``responds_to``."""
        return self.links[0].link.relation


class Threads:
    """The register entries of one place, joined by the links that hold.

    Args:
        library: an opened library.
        chain: the visits of the place.

    Attributes:
        chain: the visits.
        records: the documents by id.
        entries: all entries of the chain's documents by id, in the order of visits.
    """

    def __init__(self, library: Library, chain: Chain) -> None:
        self.chain = chain
        self.records = {record.document_id: record for record in chain.documents}
        self.position = {visit.document.document_id: number for number, visit in enumerate(chain.visits)}
        # A filter without documents would permit them all.
        found = library.ledger.register(Filters(documents=tuple(self.records))) if self.records else []
        found.sort(key=lambda entry: self.position[entry.document_id])  # stable: the order within a document stays
        self.entries = {entry.entry_id: entry for entry in found}
        self._measures = {entry.entry_id for entry in measures(found)}
        self._later: dict[str, list[StoredLink]] = defaultdict(list)
        self._earlier: dict[str, list[StoredLink]] = defaultdict(list)
        self._open: dict[str, list[StoredLink]] = defaultdict(list)
        standings = (LinkStanding.APPLIED, LinkStanding.ACCEPTED, LinkStanding.OPEN)
        for stored in library.ledger.links.all(*standings) if self.entries else ():
            one, other = stored.link.from_entry, stored.link.to_entry
            if one not in self.entries or other not in self.entries:
                continue
            if stored.standing is LinkStanding.OPEN:
                self._open[one].append(stored)
                self._open[other].append(stored)
            else:
                self._later[other].append(stored)
                self._earlier[one].append(stored)

    def visit_reports(self) -> list[DocumentRecord]:
        """Return the reports of visits, the earliest first; answers are none."""
        return [record for record in self.chain.documents if record.kind is DocumentKind.VISIT_REPORT]

    def asked(self, document_id: str) -> list[RegisterEntry]:
        """Return what a report asks for by itself: not what it prints again in order to judge it.

        A concern beside recommendations is a finding, unless a later visit has followed it up.
        """
        return [
            entry
            for entry in self.entries.values()
            if entry.document_id == document_id
            and (entry.entry_id in self._measures or (entry.kind in ASKED - {REQUEST} and self.later(entry)))
            and not self.is_verdict(entry)
        ]

    def requests(self, document_id: str) -> list[RegisterEntry]:
        """Return the information that a report asks for."""
        asked = self.of_kinds(document_id, ASKED)
        wanted = [each for each in asked if each.kind == REQUEST or asks_only_reply(each)]
        return [each for each in wanted if not self.is_verdict(each)]

    def is_verdict(self, entry: RegisterEntry) -> bool:
        """Say whether an entry prints an earlier recommendation again in order to say what became of it."""
        if entry.kind == "progress" or any(
            stored.link.relation == "judges" for stored in self._earlier.get(entry.entry_id, ())
        ):
            return True
        # A verified status comes from a later visit by way of a link, or else from the entry's own words.
        judged = any(stored.link.relation in _FOLLOWS for stored in self._later.get(entry.entry_id, ()))
        return entry.status_verified is not None and entry.status_verified not in OF_ITSELF and not judged

    def of_kinds(self, document_id: str, kinds: Iterable[str]) -> list[RegisterEntry]:
        """Return a document's entries of some kinds, in order."""
        wanted = frozenset(kinds)
        return [entry for entry in self.entries.values() if entry.document_id == document_id and entry.kind in wanted]

    def later(self, entry: RegisterEntry) -> list[Step]:
        """Return what later visits made of an entry, directly or by way of a repetition."""
        return self._walk(entry, self._later, lambda stored: stored.link.from_entry)

    def before(self, entry: RegisterEntry) -> list[Step]:
        """Return the earlier entries that an entry repeats or judges, directly or by way of another."""
        return self._walk(entry, self._earlier, lambda stored: stored.link.to_entry)

    def answers(self, entry: RegisterEntry) -> list[Step]:
        """Return the replies to an entry."""
        return [
            Step(self.entries[stored.link.from_entry], (stored,))
            for stored in self._later.get(entry.entry_id, ())
            if stored.link.relation == "responds_to"
        ]

    def doubtful(self, entry: RegisterEntry) -> list[Step]:
        """Return entries at the other end of links that wait for a person; a wish for a reply is no recommendation."""
        steps = [
            Step(self.entries[self._other(stored, entry)], (stored,)) for stored in self._open.get(entry.entry_id, ())
        ]
        return [step for step in steps if (step.entry.kind == REQUEST) == (entry.kind == REQUEST)]

    def unlinked_verdicts(self, document_id: str) -> list[RegisterEntry]:
        """Return verdicts of a report that no link joins to what they are about."""
        return [
            entry
            for entry in self.entries.values()
            if entry.document_id == document_id
            and (entry.kind in ASKED or entry.kind == "progress")
            and self.is_verdict(entry)
            and not self.before(entry)
        ]

    def roots(self, *, requests: bool = False) -> list[RegisterEntry]:
        """Return what was asked for and repeats nothing, in the order of visits; with ``requests`` the information."""
        reports = [record.document_id for record in self.visit_reports()]
        return [
            entry
            for document_id in reports
            for entry in (self.requests(document_id) if requests else self.asked(document_id))
            if not any(stored.link.relation in _FOLLOWS for stored in self._earlier.get(entry.entry_id, ()))
        ]

    @staticmethod
    def _other(stored: StoredLink, entry: RegisterEntry) -> str:
        one, other = stored.link.from_entry, stored.link.to_entry
        return other if one == entry.entry_id else one

    def _walk(self, entry: RegisterEntry, edges: dict[str, list[StoredLink]], end: Ends) -> list[Step]:
        found: dict[str, Step] = {}
        waiting: list[tuple[str, tuple[StoredLink, ...]]] = [(entry.entry_id, ())]
        while waiting:
            name, path = waiting.pop(0)
            # One entry may both judge and repeat another: that it judges says more.
            for stored in sorted(edges.get(name, ()), key=lambda each: each.link.relation != "judges"):
                reached = end(stored)
                if stored.link.relation in _FOLLOWS and reached not in found and reached != entry.entry_id:
                    found[reached] = Step(self.entries[reached], (stored, *path))
                    waiting.append((reached, (stored, *path)))
        return sorted(found.values(), key=lambda step: self.position[step.entry.document_id])


def in_documents(steps: Sequence[Step], document_ids: Iterable[str]) -> list[Step]:
    """Return the steps that lie in some documents."""
    wanted = frozenset(document_ids)
    return [step for step in steps if step.entry.document_id in wanted]
