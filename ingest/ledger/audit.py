"""The audit: what was done to documents, in rows of which each holds the hash of the one before.

A row that is changed, removed or put in between breaks the chain from there on. Rows cut off at the end leave a
shorter chain that is whole; it is compared with the documents, decisions and erasures that the ledger holds, and
whoever wants to see every row that was cut off notes the last hash elsewhere and asks whether it is still there. No
row holds text; an item is the beginning of its keyed hash.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from ingest.ledger.connections import Connections, writing
from ingest.ledger.schema import connect

# Digits of an item's hash that a row holds: enough to tell items apart, not the whole.
ITEM_DIGITS = 12
_FIRST = "0" * 64
# Of documents that an older version had taken in or erased when the audit began.
BEFORE = "before_audit"
EXPORTED = "exported"
# Every way into these tables appends a row; see :func:`append`.
_UNRECORDED = (
    (
        "the library holds a document of which no row tells",
        "SELECT 1 FROM documents WHERE kind <> 'catalogue' AND document_id NOT IN (SELECT document_id FROM audit"
        f" WHERE action <> '{EXPORTED}')",
    ),
    (
        "a decision is in force of which no row tells",
        f"SELECT 1 FROM decisions WHERE substr(digest, 1, {ITEM_DIGITS}) NOT IN (SELECT item FROM audit)",
    ),
    (
        "a decision on a link is in force of which no row tells",
        f"SELECT 1 FROM link_decisions WHERE substr(link_id, 3, {ITEM_DIGITS}) NOT IN (SELECT item FROM audit)",
    ),
    (
        "a document was erased of which no row tells",
        "SELECT 1 FROM erasures WHERE document_id NOT IN (SELECT document_id FROM audit WHERE action IN"
        f" ('erased', '{BEFORE}'))",
    ),
)
_COLUMNS = "ordinal, at, action, document_id, type, item, policy, previous"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One thing that was done.

    Attributes:
        at: moment in UTC, ISO 8601.
        action: ``indexed``, ``held``, ``refused``, ``erased``, ``mask``, ``keep``, ``release``, ``mask_everywhere``,
            ``accept_link``, ``reject_link``, ``tier_public`` and the other tiers; ``exported`` where a file that rests
            on the document was made; ``before_audit`` for what was done before there was an audit.
        document_id: of the document it was done to.
        type: of the item decided on; of an export what was made (register, brief, ...); else empty.
        item: beginning of the item's keyed hash, else empty.
        policy: version of the redaction policy it was done under, where there is one.
    """

    ordinal: int
    at: str
    action: str
    document_id: str
    type: str
    item: str
    policy: str
    hash: str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Whether the chain holds.

    Attributes:
        rows: how many rows there are.
        head: hash of the last row; 64 zeros where there is none.
        broken_at: ordinal of the first row that does not fit, else ``None``.
        problem: what does not fit, else ``None``.
        before: how many of the rows only say that something was done before there was an audit.
    """

    rows: int
    head: str
    broken_at: int | None = None
    problem: str | None = None
    before: int = 0

    @property
    def ok(self) -> bool:
        """Whether every row fits."""
        return self.problem is None


def append(
    connection: sqlite3.Connection, action: str, document_id: str, *, type: str = "", digest: str = "", policy: str = ""
) -> None:
    """Add a row inside the caller's transaction: what is done and its row are stored together or not at all."""
    last = connection.execute("SELECT ordinal, hash FROM audit ORDER BY ordinal DESC LIMIT 1").fetchone()
    ordinal, previous = (last[0] + 1, last[1]) if last else (1, _FIRST)
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    values = (ordinal, at, action, document_id, type, digest[:ITEM_DIGITS], policy, previous)
    connection.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, _hash(values)))


class Audit:
    """The rows of one ledger."""

    def __init__(self, connections: Connections) -> None:
        """Read from these connections."""
        self._connections = connections

    def rows(self, document_id: str | None = None) -> list[AuditRow]:
        """Return what was done, the oldest first; to one document where ``document_id`` is given."""
        rows = self._connections.reader().execute(f"SELECT {_COLUMNS}, hash FROM audit ORDER BY ordinal").fetchall()
        return [
            AuditRow(
                *(row["ordinal"], row["at"], row["action"], row["document_id"]),
                *(row["type"], row["item"], row["policy"], row["hash"]),
            )
            for row in rows
            if document_id is None or row["document_id"] == document_id
        ]

    def exported(self, what: str, document_ids: Iterable[str]) -> bool:
        """Note that a file was made that rests on some documents, with a row for each of them.

        Any process may, also one that opened the library for reading: it is one short transaction and touches no index.

        Args:
            what: was made: ``register``, ``brief``, ``comparison``, ``statistics`` or ``questionnaire``.
            document_ids: of the documents; for none nothing is noted.

        Returns:
            whether it was noted; not where the library lies on a disk that cannot be written to.

        Raises:
            LibraryLocked, DiskFull: nothing was noted.
        """
        names = sorted(set(document_ids))
        if not names:
            return True
        try:
            with closing(connect(self._connections.path, write=True)) as connection, writing(connection):
                for name in names:
                    append(connection, EXPORTED, name, type=what)
        except sqlite3.OperationalError as error:
            if _is_unwritable(error):
                return False
            raise
        return True

    def verify(self, head: str | None = None) -> AuditReport:
        """Check the chain from the first row to the last.

        Args:
            head: a hash noted earlier; the chain is broken if no row has it.
        """
        count, before, previous, seen = 0, 0, _FIRST, head in (None, _FIRST)
        for row in self._connections.reader().execute(f"SELECT {_COLUMNS}, hash FROM audit ORDER BY ordinal"):
            count += 1
            values = tuple(row)
            problem = None
            if row["ordinal"] != count:
                problem = "a row before it is missing"
            elif row["previous"] != previous:
                problem = "it does not follow from the row before it"
            elif row["hash"] != _hash(values[:8]):
                problem = "its content was changed"
            if problem is not None:
                return AuditReport(count, previous, row["ordinal"], problem)
            previous = row["hash"]
            before += row["action"] == BEFORE
            seen = seen or previous == head
        problem = None if seen else "no row has the hash that was noted"
        problem = problem or self._unrecorded()
        if problem is not None and count == 0:
            problem = "the audit has no row for any document: a version without audit made them, or rows were removed"
        return AuditReport(count, previous, None, problem, before)

    def _unrecorded(self) -> str | None:
        """Say what the ledger holds that the audit knows nothing of: rows that were cut off, or a hand from outside."""
        reader = self._connections.reader()
        for problem, query in _UNRECORDED:
            if reader.execute(query).fetchone() is not None:
                return problem
        return None


def _is_unwritable(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def _hash(values: tuple[object, ...]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=True).encode()).hexdigest()
