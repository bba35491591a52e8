"""Counting: numbers and lists from the register, by SQL, with what was counted said in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from assistant.mirrors import is_repeat, merged
from assistant.naming import Names
from assistant.query import Query
from assistant.scope import of_occasion, of_type, register_filters
from assistant.standing import Standing
from assistant.terms import STOP, stem, tokens
from assistant.topic import on_topic, topic_of
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library

REQUESTS = ("recommendation", "area_for_improvement", "request_for_information", "housekeeping")
_LAW = (DocumentKind.CATALOGUE, DocumentKind.INSTRUMENT)
_OPEN = re.compile(r"\b(?:open|unresolved|pending|not closed)\b")
_NEWEST = re.compile(r"\b(?:newest|latest|most recent) first\b|\blatest\b")
_PLURALS = {
    "area_for_improvement": "areas for improvement",
    "deficiency": "deficiencies",
    "housekeeping": "housekeeping points",
    "request_for_information": "requests for information",
}
_CLOSED = frozenset(["implemented"])


@dataclass(frozen=True)
class Counted:
    """A count with everything that makes it checkable.

    Attributes:
        entries: what was counted.
        total: how many entries of the kind were looked at before status, addressee and topic were applied.
        groups: count by group, where groups were asked for or several statuses were named.
        said: what was counted, in words.
        narrowed: whether the topic of the question was applied.
        looked_at: the entries on the topic before the status was applied.
        unknown: how many of those have no status at all.
        by_status: whether the groups are the statuses named.
        standing: by entry id, the statuses that it has in the sense asked for.
        echoes: by entry id, the same entry as printed again in a response or follow-up; cited, not counted.
    """

    entries: tuple[RegisterEntry, ...]
    total: int
    groups: tuple[tuple[str, int], ...]
    said: str
    narrowed: bool = False
    echoes: Mapping[str, tuple[RegisterEntry, ...]] = field(default_factory=dict)
    looked_at: tuple[RegisterEntry, ...] = ()
    unknown: int = 0
    standing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_status: bool = False


def count_entries(library: Library, query: Query, names: Names) -> Counted | None:
    """Count or list register entries.

    Args:
        library: an opened library.
        query: with register kinds; its filters hold, places and dates named in it restrict the documents.
        names: of the corpus, to find the documents that the question points at.

    Returns:
        the count, or ``None`` if the question names no register kind or no document matches the place named.
    """
    if not query.kinds:
        return None
    # A year named with a status is the year of the visit or of the reply: "accepted in 2024".
    by_reply = bool(query.statuses) and query.dates.bounded
    filters = register_filters(query, names, dated=not by_reply)
    if filters is None:
        return None
    filters = of_type(library, query, filters)
    entries, echoes = merged(library.ledger.register(filters, kinds=query.kinds))
    if by_reply:
        entries = [
            entry for entry in entries if _answered_within(library, query, entry, echoes.get(entry.entry_id, ()))
        ]
    entries, occasion = of_occasion(library, query, entries)
    total = len(entries)
    if query.addressee:
        entries = _addressed_to(entries, query.addressee)
    if query.repeats_only:
        entries = [entry for entry in entries if is_repeat(library, entry)]
    narrowed, entries = on_topic(query, entries)
    looked_at = tuple(entries)
    unknown = 0
    judge = Standing(library, query.text)
    standing = {entry.entry_id: judge.of(entry, echoes.get(entry.entry_id, ())) for entry in entries}
    if query.statuses:
        unknown = sum(not standing[entry.entry_id] for entry in entries)
        wanted = set(query.statuses)
        entries = [entry for entry in entries if standing[entry.entry_id] & wanted]
    elif _OPEN.search(query.text.casefold()):
        entries = [entry for entry in entries if not standing[entry.entry_id] & _CLOSED]
    said = _said(library, query, filters, total, [need.label for need in topic_of(query)] if narrowed else [])
    if occasion:
        said += f"; {occasion}"
    groups = _groups(library, query, entries, standing)
    if _NEWEST.search(query.text.casefold()):
        entries = sorted(entries, key=lambda entry: _date_of(library, entry), reverse=True)
    return Counted(
        tuple(entries), total, groups, said, narrowed, echoes, looked_at, unknown, standing, len(query.statuses) > 1
    )


def status_counts(counted: Counted) -> str:
    """Say how many of the entries looked at have which status: ``2 implemented, 1 without a status``."""
    counts = Counter(_worded(counted.standing.get(entry.entry_id, frozenset())) for entry in counted.looked_at)
    return ", ".join(f"{number} {status}" for status, number in counts.most_common())


def _worded(statuses: Iterable[str]) -> str:
    return " and ".join(sorted(statuses)) or "without a status"


def _date_of(library: Library, entry: RegisterEntry) -> str:
    record = library.ledger.document(entry.document_id)
    return (record.metadata.visit_end or record.metadata.published or "") if record else ""


def _answered_within(library: Library, query: Query, entry: RegisterEntry, echoes: Sequence[RegisterEntry]) -> bool:
    """Whether the document of an entry or one that answers it is dated within the range asked for."""
    start, end = query.dates.start or "0000", query.dates.end or "9999"
    for one in (entry, *echoes):
        record = library.ledger.document(one.document_id)
        dates = [] if record is None else [record.metadata.published]
        if record is not None and record.kind != DocumentKind.RESPONSE:
            dates.append(record.metadata.visit_end)
        if any(date and start <= date[: len(start)] and date[: len(end)] <= end for date in dates):
            return True
    return False


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
    if query.text.casefold().startswith("when"):
        records = [record for record in records if record.kind == DocumentKind.VISIT_REPORT] or records
    if "visit" in query.text.casefold() and query.dates.bounded:
        visited = [record for record in records if _visited_within(record, query)]
        records = visited or records
    return sorted(records, key=lambda record: record.metadata.visit_end or record.metadata.published or "")


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


def _addressed_to(entries: Sequence[RegisterEntry], addressee: str) -> list[RegisterEntry]:
    """Match an addressee by its words; alternatives ("the governor or the minister") each count."""
    found: list[RegisterEntry] = []
    for part in re.split(r"\bor\b|\band to\b|,", addressee, flags=re.IGNORECASE):
        wanted = {_office(word) for word in tokens(part) if word not in STOP}
        found.extend(
            entry
            for entry in entries
            if wanted and entry.addressee and wanted <= {_office(word) for word in tokens(entry.addressee)}
        )
    order = {entry.entry_id: place for place, entry in enumerate(entries)}
    return sorted({entry.entry_id: entry for entry in found}.values(), key=lambda entry: order[entry.entry_id])


def _office(word: str) -> str:
    """A ministry is addressed through its minister: both words count as the same office."""
    return "minist" if word in ("minister", "ministers", "ministry", "ministries") else stem(word)


def _groups(
    library: Library, query: Query, entries: Sequence[RegisterEntry], standing: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, int], ...]:
    if len(query.statuses) > 1:
        counts = Counter(status for entry in entries for status in standing[entry.entry_id] & set(query.statuses))
        return tuple((status, counts.get(status, 0)) for status in query.statuses)
    if query.group_by is None:
        return ()
    records = {entry.document_id: library.ledger.document(entry.document_id) for entry in entries}

    def key(entry: RegisterEntry) -> str:
        record = records[entry.document_id]
        metadata = record.metadata if record else None
        match query.group_by:
            case "status":
                return _worded(standing[entry.entry_id])
            case "addressee" | "authority":
                return entry.addressee or "unknown"
            case "theme":
                return entry.themes[0] if entry.themes else "none"
            case "kind":
                return entry.kind
            case "year":
                date = (metadata.visit_end or metadata.published) if metadata else None
                return date[:4] if date else "unknown"
            case "body":
                return (metadata.inspecting_body if metadata else None) or "unknown"
            case _:
                return (metadata.place if metadata else None) or "unknown"

    return tuple(sorted(Counter(key(entry) for entry in entries).items()))


def _said(library: Library, query: Query, filters: Filters, total: int, topic: Sequence[str]) -> str:
    said = list(query.interpretation)
    said[0] = " and ".join(_PLURALS.get(kind, f"{kind.replace('_', ' ')}s") for kind in query.kinds)
    if topic:
        said.append("about: " + ", ".join(topic))
    searched = len([r for r in library.ledger.documents(filters, str(DocumentStatus.INDEXED)) if r.kind not in _LAW])
    where = f"all {searched} documents" if filters == Filters() else f"{searched} document{'s' * (searched != 1)}"
    return "; ".join((*said, where, f"{total} looked at"))


def _visited_within(record: DocumentRecord, query: Query) -> bool:
    date = record.metadata.visit_end or record.metadata.visit_start
    if date is None:
        return False
    return query.dates.holds(date)
