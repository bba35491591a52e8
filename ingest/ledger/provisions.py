"""What can be asked of the ledger about instruments and their provisions."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.ledger.connections import Connections
from ingest.ledger.rows import passage_from
from ingest.passage import Passage


@dataclass(frozen=True, slots=True)
class InstrumentSummary:
    """One instrument (or our catalogue of it) in the library: ``name`` is ``OPCAT``, ``CAT`` ..."""

    name: str
    document_id: str
    title: str | None
    official: bool
    provisions: int


class ProvisionQueries:
    """Reading of provisions, by a reader of the ledger."""

    def __init__(self, connections: Connections) -> None:
        """Read through these connections."""
        self._connections = connections

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[sqlite3.Row]:
        # fetchall ends the read transaction at once: a forgotten cursor would hold back the checkpoint of an erasure.
        return self._connections.reader().execute(sql, tuple(parameters)).fetchall()

    def provision(self, reference: str) -> list[Passage]:
        """Return the text of a provision: official first, then the catalogue's paraphrase.

        ``OPCAT:19`` gives the article and all of its parts; a part that is not held by itself gives the article it
        stands in. Unknown references give an empty list.
        """
        wanted = re.sub(r"\s+", "", reference)
        name, _, place = wanted.partition(":")
        wanted = f"{name.upper()}:{place.lower()}"
        found: list[Passage] = []
        for official in (1, 0):
            asked = wanted
            while asked:
                rows = self._rows(
                    "SELECT p.* FROM provisions v JOIN passages p USING (passage_id)"
                    " JOIN documents d USING (document_id)"
                    " WHERE v.official = ? AND (lower(v.reference) = lower(?)"
                    " OR substr(lower(v.reference), 1, ?) = lower(?)) ORDER BY d.rowid, p.ordinal",
                    (official, asked, len(asked) + 1, f"{asked}("),
                )
                if rows:
                    found.extend(passage_from(row) for row in rows)
                    break
                asked = asked.rpartition("(")[0]
        return found

    def instruments(self) -> list[InstrumentSummary]:
        """Return the instruments held, official texts first."""
        rows = self._rows(
            "SELECT substr(v.reference, 1, instr(v.reference, ':') - 1) AS name, d.document_id, d.title, v.official,"
            " count(*) AS provisions FROM provisions v JOIN passages p USING (passage_id)"
            " JOIN documents d USING (document_id) GROUP BY 1, 2, 3, 4 ORDER BY v.official DESC, name"
        )
        return [
            InstrumentSummary(row["name"], row["document_id"], row["title"], bool(row["official"]), row["provisions"])
            for row in rows
        ]
