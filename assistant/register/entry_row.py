"""Entry rows: one register entry as a row of an answer."""

from __future__ import annotations

from typing import Any

from ingest.passage import DocumentRecord, RegisterEntry


def row_of(entry: RegisterEntry, document: DocumentRecord, citation: str, mark: int | None) -> dict[str, Any]:
    """Return one entry as a row of an answer."""
    return {
        "id": entry.entry_id,
        "document_id": entry.document_id,
        "source": document.source,
        "number": entry.number,
        "kind": entry.kind,
        "text": str(entry.text),
        "addressee": entry.addressee,
        "status_claimed": entry.status_claimed,
        "status_verified": entry.status_verified,
        "locator": entry.locator,
        "page": entry.page,
        "citation": citation,
        "n": mark,
    }
