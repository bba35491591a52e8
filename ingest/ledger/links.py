"""Links as rows of the ledger, and what people have decided on them.

A decision outlives the rows of the entries, which go and come back when a document is processed again. It names its
entries by id and by their place in the document, since an entry gets another id when its text changes.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import cast

from ingest.ledger.audit import append
from ingest.ledger.connections import Connections
from ingest.links.entries import LINK_THRESHOLD, Link
from ingest.links.sides import Relation
from ingest.passage import RegisterEntry


class LinkStanding(StrEnum):
    """How a link stands: the register has the applied and the accepted ones; open ones wait for a person."""

    APPLIED = "applied"
    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


IN_REGISTER = frozenset({LinkStanding.APPLIED, LinkStanding.ACCEPTED})
DECIDED = frozenset({LinkStanding.ACCEPTED, LinkStanding.REJECTED})


@dataclass(frozen=True, slots=True)
class StoredLink:
    """A link with its standing."""

    link: Link
    standing: LinkStanding

    @property
    def link_id(self) -> str:
        """Id of the link."""
        return self.link.link_id


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """What a person decided on a link.

    Attributes:
        link: as it was when it was decided on.
        from_anchor: place of the later entry in its document, see :func:`anchor`.
    """

    link: Link
    standing: LinkStanding
    from_document: str
    to_document: str
    from_anchor: str
    to_anchor: str


def anchor(entry: RegisterEntry) -> str:
    """Return a short hash of where an entry stands in its document, whatever its text.

    A locator may quote a heading, in which a person may have something masked later: it is not kept as it is.
    """
    place = "|".join((entry.kind, entry.number or "", entry.locator))
    return hashlib.sha256(place.encode()).hexdigest()[:16]


def standing(
    links: Iterable[Link], decisions: Sequence[LinkDecision], entries: Iterable[RegisterEntry]
) -> list[StoredLink]:
    """Say how each link stands, and bring back accepted ones that are not found any more.

    Args:
        links: as found anew.
        decisions: of people.
        entries: all entries; a decision on others is passed over.
    """
    known = {entry.entry_id for entry in entries}
    placed = _placed(entries)
    decided: dict[str, tuple[Link, LinkStanding]] = {}
    for each in decisions:
        source = _found(each.link.from_entry, each.from_document, each.from_anchor, known, placed)
        target = _found(each.link.to_entry, each.to_document, each.to_anchor, known, placed)
        if source is not None and target is not None:
            link = replace(each.link, from_entry=source, to_entry=target)
            decided[link.link_id] = (link, each.standing)
    found = {link.link_id: link for link in links}
    stored = [StoredLink(link, _standing(link, decided.get(name))) for name, link in found.items()]
    stored.extend(StoredLink(link, how) for name, (link, how) in decided.items() if name not in found)
    return stored


def _standing(link: Link, decided: tuple[Link, LinkStanding] | None) -> LinkStanding:
    if decided is not None:
        return decided[1]
    return LinkStanding.APPLIED if link.confidence >= LINK_THRESHOLD else LinkStanding.OPEN


def _placed(entries: Iterable[RegisterEntry]) -> dict[tuple[str, str], str | None]:
    """Return ids by document and place; ``None`` where several entries share a place."""
    placed: dict[tuple[str, str], str | None] = {}
    for entry in entries:
        place = (entry.document_id, anchor(entry))
        placed[place] = None if place in placed else entry.entry_id
    return placed


def _found(
    entry_id: str, document: str, place: str, known: set[str], placed: Mapping[tuple[str, str], str | None]
) -> str | None:
    return entry_id if entry_id in known else placed.get((document, place))


class LinkTable:
    """The links in a ledger, and the decisions on them."""

    def __init__(self, connections: Connections) -> None:
        """Use these connections."""
        self._connections = connections

    def all(self, *standings: LinkStanding) -> list[StoredLink]:
        """Return the links of the standings asked for, of all where none is; doubtful ones first."""
        rows = self._connections.reader().execute("SELECT * FROM links ORDER BY confidence, link_id").fetchall()
        found = [_stored(row) for row in rows]
        return [each for each in found if not standings or each.standing in standings]

    def of(self, entry_id: str) -> list[StoredLink]:
        """Return the links from and to an entry."""
        rows = self._connections.reader().execute(
            "SELECT * FROM links WHERE ? IN (from_entry, to_entry) ORDER BY confidence DESC, link_id", (entry_id,)
        )
        return [_stored(row) for row in rows.fetchall()]

    def contents(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of the entries of each document, and last a hash of all that they hold and of the stamp."""
        rows = self._connections.reader().execute(
            "SELECT e.document_id, e.*, d.stamp FROM entries e JOIN documents d USING (document_id)"
            " ORDER BY 1, e.ordinal"
        )
        found: dict[str, tuple[str, ...]] = {}
        for document, group in groupby(rows.fetchall(), key=itemgetter(0)):
            held = [tuple(row) for row in group]
            digest = hashlib.sha256(repr(held).encode()).hexdigest()[:16]
            found[document] = (*(str(row[1]) for row in held), digest)
        return found

    def decisions(self) -> list[LinkDecision]:
        """Return all decisions, the oldest first."""
        rows = self._connections.reader().execute("SELECT * FROM link_decisions ORDER BY at, link_id").fetchall()
        return [
            LinkDecision(
                _link(row),
                LinkStanding(row["standing"]),
                *(row["from_document"], row["to_document"], row["from_anchor"], row["to_anchor"]),
            )
            for row in rows
        ]

    def decide(self, link: Link, how: LinkStanding, source: RegisterEntry, target: RegisterEntry) -> None:
        """Store a decision and its audit row in one transaction; it takes the place of an earlier one.

        Raises:
            ValueError: not a decision.
            LibraryLocked, DiskFull: nothing was stored.
        """
        if how not in DECIDED:
            raise ValueError("a decision accepts or rejects")
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        name = link.link_id
        with self._connections.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO link_decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(name, link.from_entry, link.to_entry, link.relation, link.confidence, link.evidence, how.value),
                    *(source.document_id, target.document_id, anchor(source), anchor(target), at),
                ),
            )
            connection.execute("UPDATE links SET standing = ? WHERE link_id = ?", (how.value, name))
            action = "accept_link" if how is LinkStanding.ACCEPTED else "reject_link"
            append(connection, action, source.document_id, type=link.relation, digest=name.partition("-")[2])


def write_links(connection: sqlite3.Connection, links: Iterable[StoredLink]) -> None:
    """Put links in the place of all former ones, inside the caller's transaction."""
    connection.execute("DELETE FROM links")
    connection.executemany(
        "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(each.link_id, each.link.from_entry, each.link.to_entry, each.link.relation),
                *(each.link.confidence, each.link.evidence, each.standing.value),
            )
            for each in links
        ],
    )


def _link(row: sqlite3.Row) -> Link:
    return Link(row["from_entry"], row["to_entry"], cast(Relation, row["relation"]), row["confidence"], row["evidence"])


def _stored(row: sqlite3.Row) -> StoredLink:
    return StoredLink(_link(row), LinkStanding(row["standing"]))
