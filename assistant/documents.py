"""Documents: the reports that a question about reports, visits or places means, from their metadata."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.naming import Names
from assistant.query import Query
from assistant.scope import register_filters
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus

if TYPE_CHECKING:
    from ingest.library import Library

# A reply is a document, and no visit.
_VISITS = re.compile(r"\b(?:visits|inspections)\b|\b(?:visited|inspected)\b")


def list_documents(library: Library, query: Query, names: Names) -> list[DocumentRecord]:
    """Return the reports that a question about reports, visits or places means, by date."""
    filters = register_filters(query, names)
    if filters is None:
        return []
    if query.place_type and not filters.place_type:
        typed = replace(filters, place_type=query.place_type)
        filters = typed if library.ledger.documents(typed, str(DocumentStatus.INDEXED)) else filters
    records = library.ledger.documents(filters, str(DocumentStatus.INDEXED))
    records = [record for record in records if record.kind in (DocumentKind.VISIT_REPORT, DocumentKind.RESPONSE)]
    if "follow-up" in query.text.casefold() or "follow up" in query.text.casefold():
        records = [record for record in records if "follow" in (record.metadata.title or "").casefold()] or records
    if query.text.casefold().startswith("when") or _VISITS.search(query.text.casefold()):
        records = [record for record in records if record.kind == DocumentKind.VISIT_REPORT] or records
    if "visit" in query.text.casefold() and query.dates.bounded:
        visited = [record for record in records if _visited_within(record, query)]
        records = visited or records
    return sorted(records, key=lambda record: record.metadata.visit_end or record.metadata.published or "")


def document_row(document: DocumentRecord) -> dict[str, Any]:
    """Return one document as a row of an answer."""
    metadata = document.metadata
    return {
        "document_id": document.document_id,
        "source": document.source,
        "title": metadata.title,
        "place": metadata.place,
        "place_type": metadata.place_type,
        "inspecting_body": metadata.inspecting_body,
        "visit_start": metadata.visit_start,
        "visit_end": metadata.visit_end,
        "published": metadata.published,
    }


def _visited_within(record: DocumentRecord, query: Query) -> bool:
    date = record.metadata.visit_end or record.metadata.visit_start
    if date is None:
        return False
    return query.dates.holds(date)
