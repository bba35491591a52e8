"""Conversations: redacted questions and answers, which go when a document they cite is erased."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from ingest.ledger.connections import writing
from ingest.ledger.queries import LedgerQueries
from ingest.ledger.schema import connect
from redaction.text import RedactedText, restore

MAX_TURNS = 200


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """One question with its answer.

    Attributes:
        question: redacted by the same policy as documents.
        answer: redacted, since it quotes stored passages only.
        documents: ids of every document the answer cites.
        payload: anything else the assistant needs to go on (filters, passage ids); plain JSON values, no text of
            documents.
    """

    question: RedactedText
    answer: RedactedText
    documents: tuple[str, ...] = ()
    payload: Mapping[str, object] = field(default_factory=dict)


class Conversations:
    """Saves and gives back conversations.

    Any process may save, also one that opened the library for reading: a turn is a single short transaction and
    touches no index, so the library's lock is not needed.
    """

    def __init__(self, path: Path, queries: LedgerQueries) -> None:
        """Keep conversations in the ledger at ``path``."""
        self._path = path
        self._queries = queries

    def save(self, conversation_id: str, turn: StoredTurn) -> bool:
        """Add one turn; ``False`` and nothing stored if a cited document has been erased in the meantime.

        Raises:
            TypeError: question or answer is not RedactedText.
            ValueError: the conversation has :data:`MAX_TURNS` turns.
            LibraryLocked, DiskFull: nothing was stored.
        """
        if not isinstance(turn.question, RedactedText) or not isinstance(turn.answer, RedactedText):
            raise TypeError("conversations store RedactedText only")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        cited = sorted(set(turn.documents))
        connection = connect(self._path, write=True)
        try:
            with writing(connection):
                for document_id in cited:
                    if not connection.execute(
                        "SELECT 1 FROM documents WHERE document_id = ?", (document_id,)
                    ).fetchone():
                        return False
                connection.execute("INSERT OR IGNORE INTO conversations VALUES (?, ?)", (conversation_id, now))
                ordinal = connection.execute(
                    "SELECT coalesce(max(ordinal) + 1, 0) FROM turns WHERE conversation_id = ?", (conversation_id,)
                ).fetchone()[0]
                if ordinal >= MAX_TURNS:
                    raise ValueError("this conversation is full; start another")
                connection.execute(
                    "INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        conversation_id,
                        ordinal,
                        str(turn.question),
                        str(turn.answer),
                        json.dumps(dict(turn.payload)),
                        now,
                    ),
                )
                connection.executemany(
                    "INSERT INTO turn_documents VALUES (?, ?, ?)", [(conversation_id, ordinal, name) for name in cited]
                )
        finally:
            connection.close()
        return True

    def load(self, conversation_id: str) -> list[StoredTurn]:
        """Return the turns in order; an unknown conversation has none."""
        reader = self._queries._connections.reader()
        rows = reader.execute(
            "SELECT * FROM turns WHERE conversation_id = ? ORDER BY ordinal", (conversation_id,)
        ).fetchall()
        cited: dict[int, list[str]] = {}
        for row in reader.execute(
            "SELECT ordinal, document_id FROM turn_documents WHERE conversation_id = ?", (conversation_id,)
        ).fetchall():
            cited.setdefault(row[0], []).append(row[1])
        return [
            StoredTurn(
                restore(row["question"]),
                restore(row["answer"]),
                tuple(cited.get(row["ordinal"], ())),
                json.loads(row["payload"]),
            )
            for row in rows
        ]

    def list(self) -> Sequence[str]:
        """Return the ids of all conversations, newest first."""
        reader = self._queries._connections.reader()
        rows = reader.execute("SELECT conversation_id FROM conversations ORDER BY rowid DESC").fetchall()
        return [row[0] for row in rows]

    def forget(self, told: Callable[[str], bool]) -> int:
        """Delete the turns whose question, answer or filters ``told`` says it of; return how many went."""
        reader = self._queries._connections.reader()
        rows = reader.execute("SELECT * FROM turns").fetchall()
        gone = [
            (row["conversation_id"], row["ordinal"])
            for row in rows
            if any(told(row[column]) for column in ("question", "answer", "payload"))
        ]
        connection = connect(self._path, write=True)
        try:
            with writing(connection):
                connection.executemany("DELETE FROM turns WHERE conversation_id = ? AND ordinal = ?", gone)
        finally:
            connection.close()
        return len(gone)

    def delete(self, conversation_id: str) -> bool:
        """Delete one conversation with all turns; ``False`` if there was none."""
        connection = connect(self._path, write=True)
        try:
            with writing(connection):
                gone = connection.execute(
                    "DELETE FROM conversations WHERE conversation_id = ?", (conversation_id,)
                ).rowcount
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()
        return gone > 0
