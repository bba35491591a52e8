"""Saying: what was counted, in words, and the words of the question that chose nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.question.query import Query
from assistant.register.narrowing import Narrowed
from assistant.register.standing import SILENCE
from ingest.passage import OFFICIAL_KINDS, DocumentRecord, DocumentStatus, Filters

if TYPE_CHECKING:
    from ingest.library import Library

_PLURALS = {
    "area_for_improvement": "areas for improvement",
    "deficiency": "deficiencies",
    "housekeeping": "housekeeping points",
    "progress": "earlier recommendations, as judged by a later visit",
    "request_for_information": "requests for information",
}


def said_of(
    library: Library, query: Query, filters: Filters, total: int, narrowed: Narrowed, marks: Sequence[str]
) -> str:
    """Say what was counted and where, what it was restricted to, and what was not applied."""
    said = list(query.interpretation)
    said = ["no reply on file" if one == f"status: {SILENCE}" else one for one in said]
    said[0] = " and ".join(_PLURALS.get(kind, f"{kind.replace('_', ' ')}s") for kind in query.kinds)
    called = {word for words in query.documents.values() for word in words}
    called -= {word for place in query.places for word in (*place.words, *place.key)}
    if filters.documents and called and not query.filters.documents:
        said.append("named: " + ", ".join(sorted(called)))
    said.extend(marks)
    if narrowed.documents:
        said.append("documents called: " + ", ".join(narrowed.documents))
    if narrowed.topic:
        said.append("about: " + ", ".join(narrowed.topic))
    if narrowed.unapplied:
        said.append("not applied: " + ", ".join(narrowed.unapplied))
    searched = len(
        [r for r in library.ledger.documents(filters, str(DocumentStatus.INDEXED)) if r.kind not in OFFICIAL_KINDS]
    )
    where = f"all {searched} documents" if filters == Filters() else f"{searched} document{'s' * (searched != 1)}"
    return "; ".join((*said, where, f"{total} looked at"))


def stray_years(query: Query, records: Mapping[str, DocumentRecord | None], told: frozenset[str]) -> tuple[str, ...]:
    """The years that a question names and that chose nothing: no date of a document counted, no name of one."""
    if query.dates.bounded:
        return ()
    held = []
    for record in records.values():
        if record is not None:
            metadata = record.metadata
            known = (metadata.visit_start, metadata.visit_end, metadata.published, metadata.title, record.source)
            held += [text for text in known if text]
    return tuple(year for year in query.dates.years if year not in told and not any(year in text for text in held))
