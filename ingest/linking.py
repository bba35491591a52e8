"""Linking: links are found anew, what people have decided holds, and the register gets the certain ones."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.errors import PermanentIngestError
from ingest.ledger import Ledger
from ingest.link_table import IN_REGISTER, LinkStanding, StoredLink, standing
from ingest.links import Link, apply_links, link
from ingest.passage import DocumentRecord, DocumentStatus, RegisterEntry
from ingest.sides import Nearness, Restated, Side, Under
from ingest.status import ACCEPTANCE, find_statuses

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ingest.likeness import Matrix

_DOCUMENTS_KEPT = 40  # whose vectors are kept for the next pair; documents of one place come one after the other

_LEAST_RESTATED, _MOST_RESTATED = 20, 900  # characters
_ASKS = re.compile(
    r"\b(?:recommends?|recommended|should|must|shall|requests?|calls? (?:up)?on|urges?)\b", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"\d+(?:\.\d+)*")


class UnknownLink(PermanentIngestError):
    """No link has this id, or no longer."""

    code = "unknown_link"
    default_message = "There is no such link."
    default_hint = "opcat review --links lists the open ones, with --all every one."


def relink(ledger: Ledger) -> None:
    """Find the links between documents anew: repeats, replies, what follow-up visits found.

    Raises:
        LibraryLocked: the ledger was opened for reading.
    """
    entries = ledger.extracted_entries()
    found = links_between(ledger, entries)
    _write(ledger, entries, standing(found, ledger.links.decisions(), entries))


def links_between(ledger: Ledger, entries: Sequence[RegisterEntry]) -> tuple[Link, ...]:
    """Find the links between entries of the documents of a ledger; nothing is written.

    Args:
        ledger: with the documents, their passages and vectors.
        entries: of its documents, in the order of each document.
    """
    from ingest.former_name import HINTS, former_names

    own: dict[str, list[RegisterEntry]] = {}
    for entry in entries:
        own.setdefault(entry.document_id, []).append(entry)
    records = ledger.documents(status=DocumentStatus.INDEXED)
    former = former_names(records, ledger.openings_with(HINTS))
    held = [(record, own.get(record.document_id, [])) for record in records]
    return link(held, former, _nearness(ledger), _under(ledger), _restated(ledger))


def _nearness(ledger: Ledger) -> Nearness:
    """Return how near entries are by the vectors of their passages; an entry without one is near nothing."""
    import numpy as np

    known: dict[str, Mapping[str, npt.NDArray[np.float32]]] = {}

    def vectors(one: Side) -> Mapping[str, npt.NDArray[np.float32]]:
        name = one.record.document_id
        if name not in known:
            if len(known) >= _DOCUMENTS_KEPT:
                del known[next(iter(known))]
            known[name] = ledger.vectors_of([entry.passage_id or "" for entry in one.saying])
        return known[name]

    def near(later: Side, earlier: Side) -> Matrix:
        held = {**vectors(later), **vectors(earlier)}
        none = np.zeros(next((len(vector) for vector in held.values()), 1), dtype=np.float32)
        rows, columns = (
            np.array([held.get(entry.passage_id or "", none) for entry in entries])
            for entries in (later.saying, earlier.asked)
        )
        cosines: Matrix = (rows @ columns.T).astype(np.float64)
        return cosines

    return near


def _under(ledger: Ledger) -> Under:
    """Return which numbered paragraph is the last before each entry that bears no number itself."""

    def under(earlier: Side) -> dict[str, str]:
        above: dict[str, str] = {}
        number = ""
        for passage in ledger.document_passages(earlier.record.document_id):
            number = passage.locator if _PARAGRAPH.fullmatch(passage.locator) else number
            above[passage.passage_id] = number
        return {entry.entry_id: above.get(entry.passage_id or "", "") for entry in earlier.asked}

    return under


def _restated(ledger: Ledger) -> Restated:
    """Return what a response prints before each answer that bears no number: often the recommendation itself."""

    def restated(record: DocumentRecord, entries: Sequence[RegisterEntry]) -> dict[str, str]:
        wanted: dict[str, list[RegisterEntry]] = {}
        for one in entries:
            if one.kind == "response" and one.number is None and one.passage_id is not None:
                wanted.setdefault(one.passage_id, []).append(one)
        found: dict[str, str] = {}
        before = ""
        for passage in ledger.document_passages(record.document_id) if wanted else ():
            text, end = str.__str__(passage.text), 0
            for one in wanted.get(passage.passage_id, ()):
                own = str.__str__(one.text)
                at = max(text.find(own, end), end)
                lead = text[end:at] if at - end > _LEAST_RESTATED else before
                before, end = "", at + len(own)
                if _ASKS.search(lead) and not ACCEPTANCE & {status for _, _, status in find_statuses(lead)}:
                    found[one.entry_id] = lead[-_MOST_RESTATED:]
            before = text[end:]
        return found

    return restated


@dataclass(frozen=True, slots=True)
class Linked:
    """A link with the entries that it joins, as the register has them."""

    stored: StoredLink
    source: RegisterEntry
    target: RegisterEntry


@dataclass(frozen=True, slots=True)
class LinkReview:
    """A person's decisions on links; needs a ledger opened for writing to decide."""

    ledger: Ledger

    def listed(self, *standings: LinkStanding) -> list[Linked]:
        """Return the links of these standings, of all where none is given, with their entries."""
        found: list[Linked] = []
        for stored in self.ledger.links.all(*standings):
            source, target = (self.ledger.entry(name) for name in (stored.link.from_entry, stored.link.to_entry))
            if source is not None and target is not None:
                found.append(Linked(stored, source, target))
        return found

    def decide(self, accept: Sequence[str] = (), reject: Sequence[str] = ()) -> list[Linked]:
        """Accept and reject links by id; the register has it at once.

        Returns:
            what was decided on, in the order given, as it stands now.

        Raises:
            UnknownLink: an id is none of a link, or stands on both sides; nothing was decided.
            LibraryLocked: the ledger was opened for reading.
        """
        known = {each.stored.link_id: each for each in self.listed()}
        wanted = [
            *((name, LinkStanding.ACCEPTED) for name in accept),
            *((name, LinkStanding.REJECTED) for name in reject),
        ]
        for name, _ in wanted:
            if name not in known:
                raise UnknownLink(f"There is no link {name[:40]!r}. Nothing was decided.")
        if set(accept) & set(reject):
            raise UnknownLink("A link cannot be accepted and rejected at once.", "Name it once. Nothing was decided.")
        for name, how in wanted:
            each = known[name]
            self.ledger.links.decide(each.stored.link, how, each.source, each.target)
        if wanted:
            _write(self.ledger, self.ledger.extracted_entries(), self.ledger.links.all())
        return [replace(known[name], stored=replace(known[name].stored, standing=how)) for name, how in wanted]


def _write(ledger: Ledger, entries: Sequence[RegisterEntry], links: Sequence[StoredLink]) -> None:
    certain: list[Link] = [each.link for each in links if each.standing in IN_REGISTER]
    # Order decides which of two answers an entry shows: the surer one.
    certain.sort(key=lambda each: -each.confidence)
    ledger.put_links(apply_links(entries, certain, threshold=0.0), links)
