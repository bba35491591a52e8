"""Counting: numbers and lists from the register, by SQL, with what was counted said in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from assistant.grouping import grouped
from assistant.measure import Kind, Measure
from assistant.mirrors import is_repeat, merged
from assistant.naming import Names
from assistant.query import Query
from assistant.register_words import replier_in
from assistant.scope import (
    Occasion,
    date_of,
    dated_within,
    occasion_of,
    of_occasion,
    of_type,
    register_filters,
)
from assistant.standing import SILENCE, Standing, asks_answered
from assistant.terms import STOP, stem, tokens
from assistant.topic import on_topic, topic_of
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, RegisterEntry
from ingest.status import ACCEPTANCE

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
_NEW = re.compile(r"\bnew (?:recommendations?|findings?|concerns?|deficienc\w+)\b")
_BUT_NOT = re.compile(r"\b(?:but|yet|and|though|although)\b[\w ]{0,20}\b(?:not|never|n't)\b|\bwithout being\b")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d")
_ARTICLES = frozenset(["the", "of", "and", "for", "in"])
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
        measure: what number is wanted.
        by_standing: whether statuses were asked for.
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
    measure: Measure = field(default_factory=Measure)
    by_standing: bool = False

    @property
    def whole(self) -> int:
        """What a share is a share of: the entries with a status where statuses are asked for, else all looked at."""
        return len(self.looked_at) - self.unknown if self.by_standing else self.total


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
    occasion = occasion_of(query)
    dated = query.dates.bounded and not (query.filters.date_from or query.filters.date_to)
    by_reply = bool(query.statuses) and dated and occasion is Occasion.EITHER
    filters = register_filters(query, names, dated=dated and not by_reply and occasion is Occasion.EITHER)
    if filters is None:
        return None
    filters = of_type(library, query, filters)
    entries, echoes = merged(library.ledger.register(filters, kinds=query.kinds))
    if by_reply:
        entries = [
            entry for entry in entries if _answered_within(library, query, entry, echoes.get(entry.entry_id, ()))
        ]
    if dated and occasion is Occasion.DUE:
        entries = [entry for entry in entries if _due_within(query, entry, echoes.get(entry.entry_id, ()))]
    elif dated and occasion is not Occasion.EITHER:
        records = {name: library.ledger.document(name) for name in {entry.document_id for entry in entries}}
        entries = [entry for entry in entries if dated_within(query, records[entry.document_id], occasion)]
    entries, kept = of_occasion(library, query, entries)
    total = len(entries)
    judge = Standing(library, query.text)
    if query.addressee:
        addressed = _addressed_to(entries, query.addressee)
        if replier_in(query.text):
            # Who answers need not be the one addressed.
            answered = [
                replace(entry, addressee=who)
                for entry in entries
                for who in judge.repliers(entry, echoes.get(entry.entry_id, ()))
            ]
            held = {one.entry_id for one in (*addressed, *_addressed_to(answered, query.addressee))}
            addressed = [entry for entry in entries if entry.entry_id in held]
        entries = addressed
    if query.repeats_only:
        entries = [entry for entry in entries if is_repeat(library, entry)]
    elif _NEW.search(query.text.casefold()):
        entries = [entry for entry in entries if not is_repeat(library, entry)]
    narrowed, entries = on_topic(query, entries)
    looked_at = tuple(entries)
    unknown = 0
    standing = {entry.entry_id: judge.of(entry, echoes.get(entry.entry_id, ())) for entry in entries}
    if query.statuses:
        unknown = sum(not standing[entry.entry_id] for entry in entries)
        silent = {
            entry.entry_id for entry in entries
            if SILENCE in query.statuses and judge.is_unanswered(entry, echoes.get(entry.entry_id, ()))
        }  # fmt: skip
        unknown = 0 if SILENCE in query.statuses else unknown
        asked = {entry.entry_id for entry in _standing_asked(query, entries, standing)}
        entries = [entry for entry in entries if entry.entry_id in asked | silent]
    elif asks_answered(query.text):
        entries = [
            entry for entry in entries if not judge.is_unanswered(entry, echoes.get(entry.entry_id, ()))
        ]  # fmt: skip
    elif _OPEN.search(query.text.casefold()):
        entries = [entry for entry in entries if not standing[entry.entry_id] & _CLOSED]
    said = _said(library, query, filters, total, [need.label for need in topic_of(query)] if narrowed else [])
    if kept:
        said += f"; {kept}"
    if dated and occasion is not Occasion.EITHER:
        said += f"; by date of {occasion}" if occasion is not Occasion.DUE else "; by deadline"
    groups = _groups(library, query, entries, standing, occasion)
    if _NEWEST.search(query.text.casefold()):
        entries = sorted(entries, key=lambda entry: _date_of(library, entry), reverse=True)
    return Counted(
        tuple(entries),
        total,
        groups,
        said,
        narrowed,
        echoes,
        looked_at,
        unknown,
        standing,
        len(query.statuses) > 1 and query.measure.of is None,
        query.measure,
        bool(query.statuses),
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


def _addressed_to(entries: Sequence[RegisterEntry], addressee: str) -> list[RegisterEntry]:
    """Match an addressee by its words; alternatives ("the governor or the minister") each count.

    Where no entry has all the words asked for, one whose own addressee is part of them fits: a report on one country
    writes "the Department", and everybody knows which.
    """
    found: list[RegisterEntry] = []
    for part in re.split(r"\bor\b|\band to\b|,", addressee, flags=re.IGNORECASE):
        wanted = {_office(word) for word in tokens(part) if word not in STOP}
        if not wanted:
            continue
        offices = [({_office(word) for word in tokens(entry.addressee or "")} - _ARTICLES, entry) for entry in entries]
        whole = [entry for words, entry in offices if words and wanted <= words]
        found.extend(whole or [entry for words, entry in offices if words and words < wanted])
    order = {entry.entry_id: place for place, entry in enumerate(entries)}
    return sorted({entry.entry_id: entry for entry in found}.values(), key=lambda entry: order[entry.entry_id])


def _office(word: str) -> str:
    """A ministry is addressed through its minister: both words count as the same office."""
    return "minist" if word in ("minister", "ministers", "ministry", "ministries") else stem(word)


def _groups(
    library: Library,
    query: Query,
    entries: Sequence[RegisterEntry],
    standing: Mapping[str, frozenset[str]],
    occasion: Occasion,
) -> tuple[tuple[str, int], ...]:
    by = query.measure.of or query.group_by
    if query.measure.kind is Kind.COUNT and len(query.statuses) > 1:
        counts = Counter(status for entry in entries for status in standing[entry.entry_id] & set(query.statuses))
        return tuple((status, counts.get(status, 0)) for status in query.statuses)
    if by is None:
        return ()
    return grouped(library, entries, by, lambda record: date_of(record, occasion), standing)


def _standing_asked(query: Query, entries: Sequence[RegisterEntry], held: Mapping[str, frozenset[str]]) -> list[Any]:
    """Keep the entries with one of the statuses named, or with both halves of "accepted but not implemented"."""
    wanted = set(query.statuses)
    if _BUT_NOT.search(query.text.casefold()):
        agreed = {status for status in ACCEPTANCE if "accept" in status} & wanted
        done = {"partly implemented", "not implemented"} & wanted
        if agreed and done:
            only_not = "partly implemented" not in done
            return [
                entry
                for entry in entries
                if held[entry.entry_id] & agreed
                and (held[entry.entry_id] & done if only_not else "implemented" not in held[entry.entry_id])
            ]
    return [entry for entry in entries if held[entry.entry_id] & wanted]


def _due_within(query: Query, entry: RegisterEntry, echoes: Sequence[RegisterEntry]) -> bool:
    dates = [one.due for one in (entry, *echoes) if one.due and _ISO.match(one.due)]
    return any(query.dates.holds(date) for date in dates)


def _said(library: Library, query: Query, filters: Filters, total: int, topic: Sequence[str]) -> str:
    said = list(query.interpretation)
    said = ["no reply on file" if one == f"status: {SILENCE}" else one for one in said]
    said[0] = " and ".join(_PLURALS.get(kind, f"{kind.replace('_', ' ')}s") for kind in query.kinds)
    if topic:
        said.append("about: " + ", ".join(topic))
    searched = len([r for r in library.ledger.documents(filters, str(DocumentStatus.INDEXED)) if r.kind not in _LAW])
    where = f"all {searched} documents" if filters == Filters() else f"{searched} document{'s' * (searched != 1)}"
    return "; ".join((*said, where, f"{total} looked at"))
