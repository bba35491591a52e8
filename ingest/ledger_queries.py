"""What can be asked of the ledger; counting and filtering is SQL, never more."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ingest.folding import fold
from ingest.ledger_connections import Connections
from ingest.ledger_filters import document_condition, marks, passage_condition
from ingest.ledger_rows import HeldItem, block_from, document_from, entry_from, passage_from
from ingest.passage import Coverage, DocumentKind, DocumentRecord, Filters, Passage, RegisterEntry
from ingest.report import Block
from redaction.text import RedactedText

_BATCH = 500
_OPENING = 60  # passages
_DOCUMENTS = (
    "SELECT d.*, (SELECT count(*) FROM passages p WHERE p.document_id = d.document_id) AS passages,"
    " (SELECT count(*) FROM entries e WHERE e.document_id = d.document_id) AS register_entries FROM documents d"
)
_EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class InstrumentSummary:
    """One instrument (or our catalogue of it) in the library: ``name`` is ``OPCAT``, ``CAT`` ..."""

    name: str
    document_id: str
    title: str | None
    official: bool
    provisions: int


class LedgerQueries:
    """The reading half of :class:`ingest.ledger.Ledger`."""

    def __init__(self, connections: Connections) -> None:
        """Read through these connections."""
        self._connections = connections

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[sqlite3.Row]:
        # fetchall ends the read transaction at once: a forgotten cursor would hold back the checkpoint of an erasure.
        return self._connections.reader().execute(sql, tuple(parameters)).fetchall()

    def meta(self, name: str) -> str | None:
        """Return a setting of the ledger, such as ``catalogue`` or ``generation``."""
        rows = self._rows("SELECT value FROM meta WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    def generation(self) -> int:
        """Return a number that every change of the passages raises."""
        return int(self.meta("generation") or 0)

    def document(self, document_id: str) -> DocumentRecord | None:
        """Return one document of any status, or ``None``."""
        rows = self._rows(f"{_DOCUMENTS} WHERE d.document_id = ?", (document_id,))
        return document_from(rows[0]) if rows else None

    def documents_of(self, ids: Iterable[str]) -> dict[str, DocumentRecord]:
        """Return the documents that exist among the ids asked for, of any status."""
        found: dict[str, DocumentRecord] = {}
        for batch in batches(list(dict.fromkeys(ids))):
            rows = self._rows(f"{_DOCUMENTS} WHERE d.document_id IN ({marks(len(batch))})", batch)
            found.update((row["document_id"], document_from(row)) for row in rows)
        return found

    def documents(self, filters: Filters = _EVERYTHING, status: str | None = None) -> list[DocumentRecord]:
        """Return documents in order of arrival.

        Filters hold for indexed documents; without any, documents of every status are returned.
        """
        sql, parameters = _documents_with(filters)
        if filters == _EVERYTHING:
            sql, parameters = "TRUE", ()
        if status is not None:
            sql, parameters = f"{sql} AND d.status = ?", (*parameters, str(status))
        return [document_from(row) for row in self._rows(f"{_DOCUMENTS} WHERE {sql} ORDER BY d.rowid", parameters)]

    def document_ids(self, filters: Filters) -> list[str]:
        """Return the ids of the indexed documents that the filters permit; the theme is not looked at."""
        condition = document_condition(filters)
        rows = self._rows(f"SELECT d.document_id FROM documents d WHERE {condition.sql}", condition.parameters)
        return [row[0] for row in rows]

    def stamp(self, document_id: str) -> str | None:
        """Return the stamp a document was processed under."""
        rows = self._rows("SELECT stamp FROM documents WHERE document_id = ?", (document_id,))
        return str(rows[0][0]) if rows else None

    def embedder(self, document_id: str) -> str | None:
        """Return the name of the model that made the vectors of a document."""
        rows = self._rows("SELECT embedder FROM documents WHERE document_id = ?", (document_id,))
        return str(rows[0][0]) if rows else None

    def count_entries(self) -> int:
        """Return the number of register entries of all documents."""
        return int(self._rows("SELECT count(*) FROM entries")[0][0])

    def blocks(self, document_id: str) -> list[Block[RedactedText]]:
        """Return the redacted text of a document, block by block."""
        rows = self._rows("SELECT * FROM blocks WHERE document_id = ? ORDER BY ordinal", (document_id,))
        return [block_from(row) for row in rows]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Return the passages that exist among the ids asked for, in the order asked."""
        found: dict[str, Passage] = {}
        for batch in batches(list(ids)):
            rows = self._rows(f"SELECT * FROM passages WHERE passage_id IN ({marks(len(batch))})", batch)
            found.update((row["passage_id"], passage_from(row)) for row in rows)
        return {name: found[name] for name in ids if name in found}

    def passage_ids(self, filters: Filters) -> set[str]:
        """Return the ids of all passages the filters permit."""
        condition = passage_condition(filters)
        sql = f"SELECT p.passage_id FROM passages p JOIN documents d USING (document_id) WHERE {condition.sql}"
        return {row[0] for row in self._rows(sql, condition.parameters)}

    def passage_documents(self) -> dict[str, str]:
        """Return the document of every passage, by passage id."""
        return {row[0]: row[1] for row in self._rows("SELECT passage_id, document_id FROM passages")}

    def document_passages(self, document_id: str) -> list[Passage]:
        """Return the passages of a document in reading order."""
        rows = self._rows("SELECT * FROM passages WHERE document_id = ? ORDER BY ordinal", (document_id,))
        return [passage_from(row) for row in rows]

    def openings_with(self, hints: Sequence[str]) -> dict[str, list[str]]:
        """Return, by document, those of its first passages in which one of some words stands, whatever their case."""
        said = " OR ".join("p.text LIKE ?" for _ in hints)
        rows = self._rows(
            "SELECT p.document_id, p.text FROM passages p JOIN documents d USING (document_id)"
            f" WHERE d.status = 'indexed' AND p.ordinal < ? AND p.reference IS NULL AND ({said})"
            " ORDER BY p.document_id, p.ordinal",
            (_OPENING, *(f"%{hint}%" for hint in hints)),
        )
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(row["document_id"], []).append(row["text"])
        return found

    def vectors(self, embedder: str, dimension: int) -> tuple[list[str], npt.NDArray[np.float32]]:
        """Return ids and vectors (n, dimension) of the live passages that this model has embedded."""
        rows = self._rows(
            "SELECT v.passage_id, v.vector FROM documents d JOIN passages p USING (document_id)"
            " JOIN vectors v USING (passage_id) WHERE d.status = 'indexed' AND d.embedder = ?"
            " ORDER BY d.rowid, p.ordinal",
            (embedder,),
        )
        matrix = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4").reshape(len(rows), dimension)
        return [row[0] for row in rows], matrix

    def vectors_of(self, ids: Sequence[str]) -> dict[str, npt.NDArray[np.float32]]:
        """Return the vectors of the passages that exist among the ids asked for; all of one model."""
        found: dict[str, npt.NDArray[np.float32]] = {}
        for batch in batches(list(dict.fromkeys(ids))):
            rows = self._rows(f"SELECT * FROM vectors WHERE passage_id IN ({marks(len(batch))})", batch)
            found.update((row[0], np.frombuffer(row[1], dtype="<f4")) for row in rows)
        return found

    def register(
        self,
        filters: Filters,
        *,
        kinds: Sequence[str] = (),
        status: str | None = None,
        addressee: str | None = None,
    ) -> list[RegisterEntry]:
        """Return register entries in order of documents and of their place in them.

        Args:
            filters: document filters; the theme is compared with the themes of the entry.
            kinds: register kinds; empty means all.
            status: claimed or verified status, without regard to case.
            addressee: words that all occur in the addressee.
        """
        condition = document_condition(filters)
        clauses, parameters = [condition.sql], list(condition.parameters)
        if filters.theme is not None:
            clauses.append("EXISTS (SELECT 1 FROM json_each(e.themes) t WHERE t.value = ?)")
            parameters.append(filters.theme)
        if kinds:
            clauses.append(f"e.kind IN ({marks(len(kinds))})")
            parameters.extend(kinds)
        if status is not None:
            clauses.append("? IN (lower(e.status_claimed), lower(e.status_verified))")
            parameters.append(status.lower())
        rows = self._rows(
            f"SELECT e.* FROM register e JOIN documents d USING (document_id) WHERE {' AND '.join(clauses)}"
            " ORDER BY d.rowid, e.ordinal",
            parameters,
        )
        entries = [entry_from(row) for row in rows]
        if addressee is None:
            return entries
        words = set(fold(addressee))
        return [entry for entry in entries if words and words <= set(fold(entry.addressee or ""))]

    def extracted_entries(self) -> list[RegisterEntry]:
        """Return all entries as their own documents have them, before links between documents."""
        rows = self._rows("SELECT e.* FROM entries e JOIN documents d USING (document_id) ORDER BY d.rowid, e.ordinal")
        return [entry_from(row) for row in rows]

    def entry(self, entry_id: str) -> RegisterEntry | None:
        """Return one register entry, or ``None``."""
        rows = self._rows("SELECT * FROM register WHERE entry_id = ?", (entry_id,))
        return entry_from(rows[0]) if rows else None

    def coverage(self, filters: Filters) -> Coverage:
        """Count what a search with these filters looks through.

        The shipped catalogue counts among passages but not among documents. Held documents have no metadata, so all of
        them count: any of them might have held the answer.
        """
        sql, parameters = _documents_with(filters)
        documents, unread = self._rows(
            f"SELECT coalesce(sum(d.kind != '{DocumentKind.CATALOGUE}'), 0), coalesce(sum(d.pages_failed), 0)"
            f" FROM documents d WHERE {sql}",
            parameters,
        )[0]
        whole = passage_condition(filters)
        passages = self._rows(
            f"SELECT count(*) FROM passages p JOIN documents d USING (document_id) WHERE {whole.sql}", whole.parameters
        )[0][0]
        held = self._rows("SELECT count(*) FROM documents WHERE status = 'held'")[0][0]
        return Coverage(documents=documents, passages=passages, held=held, unread_pages=unread)

    def places(self) -> list[str]:
        """Return the places of detention of the indexed documents, sorted."""
        return self._distinct("place")

    def bodies(self) -> list[str]:
        """Return the inspecting bodies of the indexed documents, sorted."""
        return self._distinct("inspecting_body")

    def _distinct(self, column: str) -> list[str]:
        sql = f"SELECT DISTINCT {column} FROM documents WHERE status = 'indexed' AND {column} IS NOT NULL ORDER BY 1"
        return [row[0] for row in self._rows(sql)]

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

    def review(self, document_id: str) -> list[HeldItem]:
        """Return what a person should look at in a document."""
        rows = self._rows("SELECT * FROM review_items WHERE document_id = ? ORDER BY ordinal", (document_id,))
        return [HeldItem(*tuple(row)[2:]) for row in rows]

    def pending_erasures(self) -> list[str]:
        """Return documents whose erasure was begun and not finished."""
        return [row[0] for row in self._rows("SELECT document_id FROM erasures WHERE NOT done")]


def _documents_with(filters: Filters) -> tuple[str, tuple[object, ...]]:
    """Return the condition for documents with a passage that the filters permit, where they name a theme."""
    condition = document_condition(filters)
    if filters.theme is None:
        return condition.sql, condition.parameters
    theme = (
        "EXISTS (SELECT 1 FROM passages p JOIN passage_themes t USING (passage_id)"
        " WHERE p.document_id = d.document_id AND t.theme = ?)"
    )
    return f"{condition.sql} AND {theme}", (*condition.parameters, filters.theme)


def batches(values: list[str]) -> Iterable[list[str]]:
    """Cut a list into pieces that fit one statement."""
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))
