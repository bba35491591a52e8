"""Linking: links are found anew, what people have decided holds, and the register gets the certain ones."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.errors import PermanentIngestError
from ingest.ledger.links import IN_REGISTER, LinkStanding, StoredLink, standing
from ingest.ledger.store import Ledger
from ingest.links.chains import Chain, common_entries
from ingest.links.common_entries import CommonEntries
from ingest.links.entries import Link, apply_links, linkable, links_of
from ingest.links.further_signs import Common
from ingest.links.surroundings import surroundings
from ingest.passage import DocumentStatus, RegisterEntry

RULES = "7"  # raise it whenever the same documents would be linked otherwise


class UnknownLink(PermanentIngestError):
    """No link has this id, or no longer."""

    code = "unknown_link"
    default_message = "There is no such link."
    default_hint = "opcat review --links lists the open ones, with --all every one."


def relink(ledger: Ledger, *, whole: bool = False) -> None:
    """Bring the links between documents in step: repeats, replies, what follow-up visits found.

    Links rest on the documents of one chain alone. A chain whose documents are as they were keeps its links, so that
    one more document costs a look at those of its place; the outcome is that of linking everything.

    Args:
        ledger: opened for writing.
        whole: find all links anew.

    Raises:
        LibraryLocked: the ledger was opened for reading.
    """
    contents = ledger.links.contents()
    former, stored = {} if whole else _kept(ledger.meta("chains")), ledger.links.all()
    of = {name: document for document, (*names, _) in contents.items() for name in names}
    held: dict[str, list[StoredLink]] = {}
    for each in stored:
        held.setdefault(of[each.link.from_entry], []).append(each)
    found: list[Link] = []
    counts: dict[str, int] = {}
    same: set[str] = set()
    changed: list[tuple[str, Chain]] = []
    for chain in _chains(ledger, common_entries(ledger)):
        name = _fingerprint(chain, contents)
        documents = [visit.document.document_id for visit in chain.visits]
        own = [each.link for document in documents for each in held.get(document, ())]
        if former.get(name) == len(own):
            counts[name] = len(own)
            same.update(documents)
            found.extend(own)
        else:
            changed.append((name, chain))
    open_documents = {visit.document.document_id for _, chain in changed for visit in (*chain.visits, *chain.possible)}
    entries = _by_document(ledger.extracted_entries(sorted(open_documents)))
    around = surroundings(ledger)
    for _, chain in changed:
        found.extend(links_of(chain, entries, around))
    decisions = ledger.links.decisions()
    decided = sorted({name for each in decisions for name in (each.from_document, each.to_document)})
    links = standing(found, decisions, ledger.extracted_entries(decided) if decided else ())
    for name, chain in changed:
        visited = {visit.document.document_id for visit in chain.visits}
        counts[name] = sum(of[each.link.from_entry] in visited for each in links)
    affected = _touched({document for document in contents if document not in same}, links, of)
    _write(ledger, ledger.extracted_entries(sorted(affected)), links, affected, json.dumps(counts, sort_keys=True))


def _kept(chains: str | None) -> dict[str, int]:
    """Read what was kept of the chains: the number of links of each, by its fingerprint."""
    held: dict[str, int] = json.loads(chains) if chains else {}
    return held


def _fingerprint(chain: Chain, contents: Mapping[str, tuple[str, ...]]) -> str:
    """Return a hash of all that the links of a chain rest on."""
    parts = [RULES]
    for visit in (*chain.visits, None, *chain.possible):
        if visit is not None:
            record = visit.document
            told = (
                record.kind.value,
                replace(record.metadata, evidence=()),
                visit.after,
                visit.confidence,
                visit.evidence,
            )
            parts.append(repr((record.document_id, contents.get(record.document_id, ("",))[-1], told)))
        else:
            parts.append("perhaps")
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:24]


def _touched(documents: set[str], links: Iterable[StoredLink], of: Mapping[str, str]) -> set[str]:
    """Return documents with all that certain links join to them, directly or by way of others."""
    joined: dict[str, set[str]] = {}
    for each in links:
        if each.standing in IN_REGISTER:
            one, other = of[each.link.from_entry], of[each.link.to_entry]
            joined.setdefault(one, set()).add(other)
            joined.setdefault(other, set()).add(one)
    found, left = set(documents), list(documents)
    while left:
        for other in joined.get(left.pop(), set()) - found:
            found.add(other)
            left.append(other)
    return found


def _chains(ledger: Ledger, common: Common) -> tuple[Chain, ...]:
    from ingest.links.former_name import HINTS, former_names

    records = ledger.documents(status=DocumentStatus.INDEXED)
    return linkable(records, former_names(records, ledger.openings_with(HINTS)), common)


def _by_document(entries: Iterable[RegisterEntry]) -> dict[str, list[RegisterEntry]]:
    own: dict[str, list[RegisterEntry]] = {}
    for entry in entries:
        own.setdefault(entry.document_id, []).append(entry)
    return own


def links_between(ledger: Ledger, entries: Sequence[RegisterEntry]) -> tuple[Link, ...]:
    """Find the links between entries of the documents of a ledger; nothing is written.

    Args:
        ledger: with the documents, their passages and vectors.
        entries: of its documents, in the order of each document.
    """
    own, around = _by_document(entries), surroundings(ledger)
    common = CommonEntries(lambda name: own.get(name, ()), around)
    return tuple(each for chain in _chains(ledger, common) for each in links_of(chain, own, around))


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


def _write(
    ledger: Ledger,
    entries: Sequence[RegisterEntry],
    links: Sequence[StoredLink],
    documents: Iterable[str] | None = None,
    chains: str | None = None,
) -> None:
    certain: list[Link] = [each.link for each in links if each.standing in IN_REGISTER]
    # Order decides which of two answers an entry shows: the surer one.
    certain.sort(key=lambda each: (-each.confidence, each.link_id))
    own = sorted(documents) if documents is not None else None
    ledger.put_links(apply_links(entries, certain, threshold=0.0), links, own, chains)
