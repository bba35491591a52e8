"""Where the decisions of people are kept: as keyed hashes in the ledger, each with its row in the audit.

The salt is derived from the key in the home (``home.key``, 32 random bytes, mode 0600): one secret to guard, and a
copy of the ledger alone does not let anyone test names against it. Whoever holds both can.
"""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from ingest.ledger.audit import append
from ingest.ledger.connections import Connections
from redaction.checking.decisions import Action, Decision, Decisions, Scope

EVERYWHERE = ""


def decision_salt(home_key: bytes) -> bytes:
    """Return the salt of a home's decisions, 32 bytes, for nothing else."""
    return hmac.digest(home_key, b"decisions of review", "sha256")


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision with the moment it was made (UTC, ISO 8601)."""

    decision: Decision
    at: str


class DecisionTable:
    """The decisions in a ledger."""

    def __init__(self, connections: Connections) -> None:
        """Use these connections."""
        self._connections = connections

    def record(self, document_id: str, decision: Decision, policy: str) -> None:
        """Store one decision and its audit row in one transaction; it takes the place of an earlier one.

        Args:
            document_id: the document it was made on; one that holds everywhere is stored for all.
            decision: what was decided.
            policy: version of the redaction policy it was made under.

        Raises:
            LibraryLocked, DiskFull: nothing was stored.
        """
        everywhere = decision.scope is Scope.EVERYWHERE
        place = EVERYWHERE if everywhere else document_id
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        with self._connections.transaction() as connection:
            # Removed and added, not updated: its number says which of two decisions is the later one.
            key = (place, decision.type, decision.digest)
            last = connection.execute("SELECT coalesce(max(decision_id), 0) FROM decisions").fetchone()[0]
            connection.execute("DELETE FROM decisions WHERE document_id = ? AND type = ? AND digest = ?", key)
            connection.execute(
                "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
                (
                    *(last + 1, place, decision.action.value, decision.type, decision.digest),
                    *(decision.words, int(decision.explicit), at),
                ),
            )
            action = "mask_everywhere" if everywhere else decision.action.value
            append(connection, action, document_id, type=decision.type, digest=decision.digest, policy=policy)

    def of(self, document_id: str) -> list[StoredDecision]:
        """Return what holds for a document, the oldest first: its own decisions and those on all documents."""
        rows = self._connections.reader().execute(
            "SELECT * FROM decisions WHERE document_id IN (?, ?) ORDER BY decision_id", (document_id, EVERYWHERE)
        )
        return [_decision(row) for row in rows.fetchall()]

    def effective(self, document_id: str, salt: bytes) -> Decisions:
        """Return what holds for a document, ready to be applied."""
        return Decisions(salt, [stored.decision for stored in self.of(document_id)])

    def fingerprint(self, document_id: str) -> str:
        """Return a short mark that changes when anything changes of what holds for a document; empty for nothing."""
        decisions = [stored.decision for stored in self.of(document_id)]
        if not decisions:
            return ""
        return hashlib.sha256("\n".join(map(repr, decisions)).encode()).hexdigest()[:16]

    def unapplied(self) -> list[str]:
        """Return whose stored text has not been searched yet for what is to be masked; empty string: of all."""
        rows = self._connections.reader().execute(
            "SELECT DISTINCT document_id FROM decisions WHERE action = ? AND NOT applied", (Action.MASK.value,)
        )
        return [row[0] for row in rows.fetchall()]

    def applied(self) -> None:
        """Note that all stored text agrees with the decisions."""
        with self._connections.transaction() as connection:
            connection.execute("UPDATE decisions SET applied = 1 WHERE NOT applied")


def _decision(row: sqlite3.Row) -> StoredDecision:
    scope = Scope.EVERYWHERE if row["document_id"] == EVERYWHERE else Scope.DOCUMENT
    return StoredDecision(
        Decision(Action(row["action"]), scope, row["type"], row["digest"], row["words"], bool(row["explicit"])),
        row["at"],
    )
