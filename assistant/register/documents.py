"""Documents: the reports that a question about reports, visits or places means, from their metadata."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from assistant.question.dates import MONTH_WORDS
from assistant.question.naming import Names
from assistant.question.needs import Stemmed, stemmed
from assistant.question.query import Query
from assistant.question.scope import looks_again, of_type, register_filters
from assistant.question.terms import fold, stem, word_list
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters

if TYPE_CHECKING:
    from ingest.library import Library

_MET = 0.4

# A reply is a document, and no visit.
_VISITS = re.compile(r"\b(?:visits|inspections)\b|\b(?:visited|inspected)\b")
_COUNTED = re.compile(
    r"\b(?:how many|number of|count)(?: of)?(?: the| our| these| those| your)? (?P<before>(?:[\w-]+ ){0,3}?)"
    r"(?P<what>reports|documents|action plans|plans of action|replies|responses|response letters|letters|visits|"
    r"inspections|follow-ups)\b(?! (?:to|by) (?:famil\w+|relatives|lawyers|the yard))"
)
_WHICH = re.compile(
    r"^\W*(?:which|list|what)\b[^?]{0,30}\b(?:visits|inspections)\b.*\b(?:announced|unannounced|notice|warning)\b"
)
_REPLIES = re.compile(r"\b(?:action plans|plans of action|replies|responses|letters)\b")
_REPORTS = re.compile(r"\b(?:how many|number of)(?: of)?(?: the| our| these)? (?:[\w-]+ ){0,3}?reports\b")
_UNANNOUNCED = re.compile(r"\b(?:unannounced|without (?:any |prior )?(?:notice|announcement|warning)|not announced)\b")
_ANNOUNCED = re.compile(r"\bannounced\b")
_NEUTRAL = frozenset(
    stem(word)
    for word in word_list(
        """
    report reports document documents visit visits visited inspection inspections inspected plan plans action reply
    replies response responses letter letters library corpus collection hold held file unannounced announced notice
    warning prior follow-up follow up followup concern cover covers covered deal deals about describe describes make
    made carried paid carry take took place publish published indexed there
    """
    )
)


def asks_documents(query: Query) -> bool:
    """Say whether a question asks how many reports, replies or visits there are."""
    match = _COUNTED.search(fold(query.text))
    if query.kinds:
        return False
    if match is None:
        return bool(_WHICH.search(fold(query.text)))
    # The visits of one report are counted in it; how many there are in all only the library says.
    return match["what"] not in ("visits", "inspections") or not query.documents


def list_documents(library: Library, query: Query, names: Names) -> list[DocumentRecord]:
    """Return the reports that a question about reports, visits or places means, by date.

    Empty where a word of a question that counts them describes none: it asks for something else.
    """
    text = fold(query.text)
    filters = register_filters(query, names)
    if filters is None:
        return []
    filters = of_type(library, query, filters)
    records = library.ledger.documents(filters, str(DocumentStatus.INDEXED))
    records = [record for record in records if record.kind in (DocumentKind.VISIT_REPORT, DocumentKind.RESPONSE)]
    if "follow-up" in text or "follow up" in text:
        records = [record for record in records if looks_again(record)] or records
    if _REPLIES.search(text):
        records = [record for record in records if record.kind == DocumentKind.RESPONSE]
    elif text.startswith("when") or _VISITS.search(text) or _REPORTS.search(text):
        records = [record for record in records if record.kind == DocumentKind.VISIT_REPORT] or records
    if "visit" in text and query.dates.bounded:
        visited = [record for record in records if _visited_within(record, query)]
        records = visited or records
    if _UNANNOUNCED.search(text) or _ANNOUNCED.search(text):
        wanted = not _UNANNOUNCED.search(text)
        records = [record for record in records if record.metadata.announced is wanted]
    if asks_documents(query):
        records = _described(query, records, filters)
    return sorted(records, key=lambda record: record.metadata.visit_end or record.metadata.published or "")


def _described(query: Query, records: list[DocumentRecord], filters: Filters) -> list[DocumentRecord]:
    """Keep the documents that every word of the question describes."""
    used = query.naming_words if filters.documents else frozenset()
    months = MONTH_WORDS if query.dates.bounded else frozenset()
    kind = set((query.place_type or "").split("_"))
    kind |= {f"{word}s" for word in kind}
    for need in query.needs:
        words = set(need.label.split())
        if set(need.own) <= _NEUTRAL or words <= used | months | kind or need.label[0].isdigit():
            continue
        records = [record for record in records if need.met_by((known := _known(record)).stems, known.present) >= _MET]
    return records


def _known(record: DocumentRecord) -> Stemmed:
    metadata = record.metadata
    known = (metadata.title, metadata.place, metadata.place_type, metadata.inspecting_body, metadata.jurisdiction)
    return stemmed(*(text.replace("_", " ") for text in known if text), record.source.replace("-", " "))


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
