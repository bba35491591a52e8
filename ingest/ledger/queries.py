"""What can be asked of the ledger; counting and filtering is SQL, never more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from ingest.folding import fold
from ingest.ledger.filters import document_condition, marks, passage_condition
from ingest.ledger.provisions import ProvisionQueries
from ingest.ledger.rows import HeldItem, block_from, document_from, entry_from, passage_from
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


class LedgerQueries(ProvisionQueries):
    """The reading half of :class:`ingest.ledger.store.Ledger`."""

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

    def document_numbers(self, filters: Filters) -> list[int]:
        """Return the numbers of the documents of :meth:`document_ids`, which stay until a document is replaced."""
        condition = document_condition(filters)
        rows = self._rows(f"SELECT d.rowid FROM documents d WHERE {condition.sql}", condition.parameters)
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

    def passage_owners(self) -> dict[str, int]:
        """Return the number of the document of every passage, by passage id; see :meth:`document_numbers`."""
        rows = self._rows("SELECT p.passage_id, d.rowid FROM passages p JOIN documents d USING (document_id)")
        return {row[0]: row[1] for row in rows}

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

    def vectors(
        self, embedder: str, dimension: int
    ) -> tuple[list[str], npt.NDArray[np.float32], npt.NDArray[np.int64]]:
        """Return ids, vectors (n, dimension) and documents' numbers of the live passages this model has embedded."""
        rows = self._rows(
            "SELECT v.passage_id, v.vector, d.rowid FROM documents d JOIN passages p USING (document_id)"
            " JOIN vectors v USING (passage_id) WHERE d.status = 'indexed' AND d.embedder = ?"
            " ORDER BY d.rowid, p.ordinal",
            (embedder,),
        )
        matrix = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4").reshape(len(rows), dimension)
        return [row[0] for row in rows], matrix, np.fromiter((row[2] for row in rows), dtype=np.int64, count=len(rows))

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

    def extracted_entries(self, documents: Sequence[str] | None = None) -> list[RegisterEntry]:
        """Return entries as their own documents have them, before links: of these documents, or of all."""
        among = "" if documents is None else f" WHERE d.document_id IN ({marks(len(documents))})"
        rows = self._rows(
            f"SELECT e.* FROM entries e JOIN documents d USING (document_id){among} ORDER BY d.rowid, e.ordinal",
            documents or (),
        )
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
