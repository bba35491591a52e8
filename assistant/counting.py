"""Counting: numbers and lists from the register, by SQL, with what was counted said in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from assistant.naming import Names
from assistant.needs import coverage, stemmed
from assistant.query import Query
from assistant.terms import STOP, stem, tokens, word_list
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, RegisterEntry
from ingest.taxonomy import themes_of

if TYPE_CHECKING:
    from ingest.library import Library

_REQUESTS = ("recommendation", "area_for_improvement", "request_for_information", "housekeeping")
_TOPIC_SHARE = 0.5
# Words of a question that say how to count, not what about.
_NOT_TOPIC = frozenset(
    stem(word)
    for word in word_list(
        """
    repeat repeated repeats list show all only first second total eight nine ten three four five six seven
    rejected accepted supported agreed implemented complete completed partly partially part respectively replied
    open closed follow-up followup follow up actions authority authorities government addressed inspection
    extract new fy by year since nothing body bodies responded status progress outstanding
    """
    )
)


@dataclass(frozen=True)
class Counted:
    """A count with everything that makes it checkable.

    Attributes:
        entries: what was counted.
        total: how many entries of the kind were looked at before status, addressee and topic were applied.
        groups: count by group, where groups were asked for or several statuses were named.
        said: what was counted, in words.
        narrowed: whether the topic of the question was applied.
        echoes: by entry id, the same entry as printed again in a response or follow-up; cited, not counted.
    """

    entries: tuple[RegisterEntry, ...]
    total: int
    groups: tuple[tuple[str, int], ...]
    said: str
    narrowed: bool = False
    echoes: Mapping[str, tuple[RegisterEntry, ...]] = field(default_factory=dict)


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
    filters = register_filters(query, names)
    if filters is None:
        return None
    entries = library.ledger.register(filters, kinds=query.kinds)
    entries, echoes = _merged(entries)
    total = len(entries)
    if query.addressee:
        entries = _addressed_to(entries, query.addressee)
    if query.repeats_only:
        entries = [entry for entry in entries if entry.repeats or "repeat" in entry.text.casefold()[:80]]
    wanted = query.statuses
    if wanted:
        entries = [entry for entry in entries if {entry.status_claimed, entry.status_verified} & set(wanted)]
    narrowed, entries = _on_topic(query, entries)
    return Counted(tuple(entries), total, _groups(library, query, entries), _said(query, total), narrowed, echoes)


def register_filters(query: Query, names: Names) -> Filters | None:
    """Return the filters of the caller narrowed by what the question names; ``None`` if that leaves no document."""
    filters = query.filters
    named = names.documents_named(query.text, [place for place in query.places if place.exact])
    if named:
        documents = [name for name in named if not filters.documents or name in filters.documents]
        if not documents:
            return None
        filters = replace(filters, documents=tuple(documents))
    if query.dates.bounded and not (filters.date_from or filters.date_to):
        filters = replace(filters, date_from=query.dates.start, date_to=query.dates.end)
    return filters


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


def _merged(entries: Sequence[RegisterEntry]) -> tuple[list[RegisterEntry], dict[str, tuple[RegisterEntry, ...]]]:
    """Count an entry once that a response or follow-up prints again under the same number."""
    held = {entry.entry_id: entry for entry in entries}
    echoes: dict[str, tuple[RegisterEntry, ...]] = {}
    kept: list[RegisterEntry] = []
    for entry in entries:
        first = next((name for name in entry.repeats if name in held and held[name].number == entry.number), None)
        if first is not None and first != entry.entry_id:
            echoes[first] = (*echoes.get(first, ()), entry)
        else:
            kept.append(entry)
    return kept, echoes


def _addressed_to(entries: Sequence[RegisterEntry], addressee: str) -> list[RegisterEntry]:
    """Match an addressee by its words; alternatives ("the governor or the minister") each count."""
    import re

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


def _on_topic(query: Query, entries: Sequence[RegisterEntry]) -> tuple[bool, list[RegisterEntry]]:
    addressed = {stem(word) for word in tokens(query.addressee or "")}
    topic = [
        need
        for need in query.topic
        if not set(need.own) & _NOT_TOPIC and not set(need.own) & addressed and not _is_register_word(need.label)
        and not need.label[0].isdigit() and not _names_document(need.label, query)
    ]  # fmt: skip
    if not topic:
        return False, list(entries)
    themes = set(themes_of(" ".join(need.label for need in topic)))
    kept = []
    for entry in entries:
        text = stemmed(str(entry.text))
        share = coverage(topic, text)
        # A name is either met or not: an entry on the topic from another place is no answer.
        if any(need.name and not need.met_by(text.stems, text.present) for need in topic):
            continue
        if share >= _TOPIC_SHARE or (share > 0 and themes and themes <= set(entry.themes)):
            kept.append(entry)
    return True, kept


def _is_register_word(label: str) -> bool:
    from assistant.query import REGISTER_WORDS

    return bool(REGISTER_WORDS.search(label))


def _names_document(label: str, query: Query) -> bool:
    return label in query.naming_words


def _groups(library: Library, query: Query, entries: Sequence[RegisterEntry]) -> tuple[tuple[str, int], ...]:
    if len(query.statuses) > 1:
        counts = Counter(
            entry.status_verified if entry.status_verified in query.statuses else entry.status_claimed or "unknown"
            for entry in entries
        )
        return tuple((status, counts.get(status, 0)) for status in query.statuses)
    if query.group_by is None:
        return ()
    records = {entry.document_id: library.ledger.document(entry.document_id) for entry in entries}

    def key(entry: RegisterEntry) -> str:
        record = records[entry.document_id]
        metadata = record.metadata if record else None
        match query.group_by:
            case "status":
                return entry.status_verified or entry.status_claimed or "unknown"
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


def _said(query: Query, total: int) -> str:
    return f"counted: {'; '.join(query.interpretation)}; {total} looked at"


def _visited_within(record: DocumentRecord, query: Query) -> bool:
    date = record.metadata.visit_end or record.metadata.visit_start
    if date is None:
        return False
    start, end = query.dates.start or "0000", query.dates.end or "9999"
    return start <= date[: len(start)] and date[: len(end)] <= end
