"""The ledger: one SQLite file that is the source of truth; every index is derived from it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection
from typing import Self

import numpy as np
import numpy.typing as npt

from ingest.ledger.audit import Audit, append
from ingest.ledger.connections import Connections
from ingest.ledger.conversations import Conversations
from ingest.ledger.decisions import DecisionTable
from ingest.ledger.filters import marks
from ingest.ledger.links import LinkTable, StoredLink, write_links
from ingest.ledger.queries import LedgerQueries
from ingest.ledger.rows import HeldItem, Row, block_row, document_row, entry_row, linked_values, passage_row
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Passage, RegisterEntry
from ingest.report import Block
from redaction.text import RedactedText

Vectors = npt.NDArray[np.float32]


class Ledger(LedgerQueries):
    """Documents, passages, vectors, register, provisions, conversations; see ``ledger_schema.py`` for the tables."""

    def __init__(self, connections: Connections) -> None:
        """Use :meth:`open`."""
        super().__init__(connections)
        self.conversations = Conversations(connections.path, self)
        self.decisions = DecisionTable(connections)
        self.links = LinkTable(connections)
        self.audit = Audit(connections)

    @classmethod
    def open(cls, path: Path, *, write: bool) -> Self:
        """Open a ledger; with ``write`` it is created where missing.

        Raises:
            FileNotFoundError: no ledger, and ``write`` is false.
            LedgerVersionError: the file belongs to another program or a newer version.
        """
        return cls(Connections(path, write=write))

    def close(self) -> None:
        """Close all connections."""
        self._connections.close()

    def put_document(
        self,
        record: DocumentRecord,
        blocks: Sequence[Block[RedactedText]],
        passages: Sequence[Passage],
        vectors: Vectors,
        entries: Sequence[RegisterEntry],
        stamp: str,
        *,
        embedder: str,
        review: Sequence[HeldItem] = (),
    ) -> None:
        """Store a document in one transaction; a former version of the same id goes with everything it had.

        Args:
            record: status ``indexed``.
            blocks: the redacted text for ``show``.
            passages: with ids of their own.
            vectors: (n, d) float32, row for row the vectors of ``passages``.
            entries: as extracted, without links to other documents.
            stamp: what the document was processed with; the same stamp again means "unchanged".
            embedder: name of the model that made the vectors.
            review: doubts for a person to look at.

        Raises:
            ValueError: passages and vectors differ in number.
            TypeError: a text is not RedactedText; nothing was written.
            LibraryLocked, DiskFull: nothing was written.
        """
        if len(passages) != len(vectors):
            raise ValueError("as many vectors as passages are needed")
        official = int(record.kind != DocumentKind.CATALOGUE)
        packed = np.ascontiguousarray(vectors, dtype="<f4")
        with self._connections.transaction() as connection:
            _replace(connection, document_row(record, stamp, embedder))
            name = record.document_id
            _insert(connection, "blocks", [block_row(name, n, block) for n, block in enumerate(blocks)])
            _insert(connection, "passages", [passage_row(passage) for passage in passages])
            _insert(connection, "vectors", [(p.passage_id, v.tobytes()) for p, v in zip(passages, packed, strict=True)])
            themes = [(theme, p.passage_id) for p in passages for theme in dict.fromkeys(p.themes)]
            _insert(connection, "passage_themes", themes)
            _insert(connection, "provisions", [(p.reference, p.passage_id, official) for p in passages if p.reference])
            _insert(connection, "entries", [entry_row(n, entry) for n, entry in enumerate(entries)])
            _insert_review(connection, name, review)
            _changed(connection)
            if record.kind != DocumentKind.CATALOGUE:
                append(connection, str(record.status), name, policy=stamp.partition("|")[0])

    def put_unread(self, record: DocumentRecord, stamp: str, review: Sequence[HeldItem] = ()) -> None:
        """Store a held or refused document: its name, reason and places of doubt, and no text.

        Passages of a former version of the same document go: the policy no longer admits them.
        """
        if record.status not in (DocumentStatus.HELD, DocumentStatus.REFUSED):
            raise ValueError("only held and refused documents have no text")
        with self._connections.transaction() as connection:
            _replace(connection, document_row(record, stamp, ""))
            _insert_review(connection, record.document_id, review)
            _changed(connection)
            append(connection, str(record.status), record.document_id, policy=stamp.partition("|")[0])

    def put_held(self, record: DocumentRecord, stamp: str, review: Sequence[HeldItem] = ()) -> None:
        """Store a held document; see :meth:`put_unread`."""
        self.put_unread(record, stamp, review)

    def put_vectors(self, document_id: str, passages: Sequence[Passage], vectors: Vectors, embedder: str) -> None:
        """Replace the vectors of one document, in one transaction (another model)."""
        packed = np.ascontiguousarray(vectors, dtype="<f4")
        with self._connections.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                [(passage.passage_id, row.tobytes()) for passage, row in zip(passages, packed, strict=True)],
            )
            connection.execute("UPDATE documents SET embedder = ? WHERE document_id = ?", (embedder, document_id))
            _changed(connection)

    def put_links(
        self,
        entries: Sequence[RegisterEntry],
        links: Sequence[StoredLink] = (),
        documents: Sequence[str] | None = None,
        chains: str | None = None,
    ) -> None:
        """Replace the links and what they say of entries; entries as extracted are left as they are.

        Args:
            entries: with the certain links written into them.
            links: all of them, however they stand.
            documents: those whose entries are given; what links say of all other entries stays. All if ``None``.
            chains: what :func:`ingest.links.linking.relink` keeps of the linked chains; unchanged if ``None``.
        """
        among = "" if documents is None else f" WHERE document_id IN ({marks(len(documents))})"
        with self._connections.transaction() as connection:
            write_links(connection, links)
            of_these = f"SELECT entry_id FROM entries{among}"
            connection.execute(f"DELETE FROM linked WHERE entry_id IN ({of_these})", documents or ())
            found = connection.execute(f"SELECT * FROM entries{among}", documents or ()).fetchall()
            own = {row["entry_id"]: row for row in found}
            names = ("response", "status_claimed", "status_verified", "repeats", "followed_up_by", "addressee", "due")
            rows: list[Row] = []
            for entry in entries:
                values = (*linked_values(entry), entry.addressee, entry.due)
                row = own.get(entry.entry_id)
                if row is not None and values != tuple(row[name] for name in names):
                    rows.append((entry.entry_id, *values))
            _insert(connection, "linked", rows)
            connection.execute("DELETE FROM meta WHERE name = 'links_stale'")
            if chains is not None:
                connection.execute("INSERT OR REPLACE INTO meta VALUES ('chains', ?)", (chains,))

    def set_meta(self, name: str, value: str | None, *, done: tuple[str, str] | None = None) -> None:
        """Store or remove a setting of the ledger; ``done`` is the action and the document of its row in the audit."""
        with self._connections.transaction() as connection:
            if done is not None:
                append(connection, done[0], done[1])
            if value is None:
                connection.execute("DELETE FROM meta WHERE name = ?", (name,))
            else:
                connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def erase(self, ids: Sequence[str]) -> dict[str, int]:
        """Delete documents with everything derived from them, in one transaction, and note the erasure as begun.

        Conversation turns that cite one of them go too, and so do all links between documents (they are made anew),
        since a link copies words of one document beside another. Unknown ids are passed over.

        Returns:
            how many documents, passages, vectors, register entries and conversation turns were deleted.
        """
        counts = dict.fromkeys(("documents", "passages", "vectors", "register_entries", "turns"), 0)
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with self._connections.transaction() as connection:
            for document_id in dict.fromkeys(ids):
                gone = _count(connection, document_id)
                if not gone["documents"]:
                    continue
                connection.execute(
                    "INSERT INTO erasures VALUES (?, ?, 0, ?)", (document_id, now, json.dumps(gone, sort_keys=True))
                )
                connection.execute(
                    "DELETE FROM turns WHERE (conversation_id, ordinal) IN"
                    " (SELECT conversation_id, ordinal FROM turn_documents WHERE document_id = ?)",
                    (document_id,),
                )
                connection.execute("DELETE FROM documents WHERE document_id = ?", (document_id,))
                connection.execute("DELETE FROM decisions WHERE document_id = ?", (document_id,))
                connection.execute("DELETE FROM meta WHERE name = ?", (f"tier:{document_id}",))
                connection.execute("DELETE FROM link_decisions WHERE ? IN (from_document, to_document)", (document_id,))
                append(connection, "erased", document_id)
                counts = {name: counts[name] + gone[name] for name in counts}
            connection.execute("DELETE FROM linked")
            connection.execute("DELETE FROM links")
            connection.execute(
                "DELETE FROM conversations WHERE conversation_id NOT IN (SELECT conversation_id FROM turns)"
            )
            _changed(connection)
        return counts

    def finish_erasures(self) -> None:
        """Note that no index and no log holds anything of the erased documents any more."""
        with self._connections.transaction() as connection:
            connection.execute("UPDATE erasures SET done = 1 WHERE NOT done")

    def compact(self) -> None:
        """Write the file anew, without the copies of deleted rows that SQLite leaves in the gaps of its pages."""
        self._connections.compact()

    def checkpoint(self) -> bool:
        """Empty the write-ahead log; ``False`` if a reader held it back (the next opening tries again)."""
        return self._connections.checkpoint()

    def integrity(self) -> list[str]:
        """Return SQLite's own complaints about the file and about rows that refer to nothing; empty is well."""
        rows = self._rows("PRAGMA integrity_check(20)")
        complaints = [str(row[0]) for row in rows if row[0] != "ok"]
        complaints += [f"a row of {row[0]} refers to nothing" for row in self._rows("PRAGMA foreign_key_check")]
        return complaints


def _replace(connection: Connection, row: Row) -> None:
    former = connection.execute("SELECT count(*) FROM passages WHERE document_id = ?", (row[0],)).fetchone()[0]
    if former:
        # An older policy may have let through what the new one masks: its words must leave the indexes' files too.
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('purge', '1')")
    # Turns keep their documents' ids when a document is replaced, but not their quotations of the former version.
    connection.execute(
        "DELETE FROM turns WHERE (conversation_id, ordinal) IN"
        " (SELECT conversation_id, ordinal FROM turn_documents WHERE document_id = ?)",
        (row[0],),
    )
    connection.execute("DELETE FROM documents WHERE document_id = ?", (row[0],))
    _insert(connection, "documents", [row])


def _insert(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        connection.executemany(f"INSERT INTO {table} VALUES ({marks(len(rows[0]))})", rows)


def _insert_review(connection: Connection, document_id: str, review: Sequence[HeldItem]) -> None:
    rows = [(document_id, n, *astuple(item)) for n, item in enumerate(review)]
    _insert(connection, "review_items", rows)


def _changed(connection: Connection) -> None:
    connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'generation'")
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('links_stale', '1')")


def _count(connection: Connection, document_id: str) -> dict[str, int]:
    queries = {
        "documents": "SELECT count(*) FROM documents WHERE document_id = ?",
        "passages": "SELECT count(*) FROM passages WHERE document_id = ?",
        "vectors": "SELECT count(*) FROM vectors JOIN passages USING (passage_id) WHERE document_id = ?",
        "register_entries": "SELECT count(*) FROM entries WHERE document_id = ?",
        "turns": "SELECT count(*) FROM turn_documents WHERE document_id = ?",
    }
    return {name: int(connection.execute(sql, (document_id,)).fetchone()[0]) for name, sql in queries.items()}
