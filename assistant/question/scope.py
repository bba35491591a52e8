"""Scope: the documents whose register entries a question counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.question.naming import Names, is_generic
from assistant.question.query import Query
from assistant.question.terms import STOP, WEAK, fold, tokens
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library

# Titles of reports that look again at an earlier visit.
_AGAIN = re.compile(
    r"\b(?:follow[- ]?up|control visit|review of progress|progress review|repeat(?:ed)? visit|re-?inspection|"
    r"return visit|revisit|second visit|verification visit)\b"
)
_ASKS_AGAIN = re.compile(
    r"\b(?:follow[- ]?up|control visit|review of progress|progress review|repeat visit|re-?inspection|return visit|"
    r"revisit|second (?:visit|look|inspection|report))\b"
)
_MADE_AGAIN = re.compile(
    rf"\b(?:in|of|by|did|does|the|on)\b.{{0,60}}{_ASKS_AGAIN.pattern}.{{0,120}}\b(?:make|made|contain\w*|issue\w*|list\w*)\b"
    rf"|\bnew (?:recommendations|findings|concerns|deficiencies)\b.{{0,80}}{_ASKS_AGAIN.pattern}"
)
# "Recommendations at the end of the follow-up": its own, where no standing is asked for.
_OF_AGAIN = re.compile(
    r"\b(?:recommendations|findings|concerns|deficiencies)\b[^?]{0,30} (?:at the end of|of|in|from) the "
    rf"(?:[\w-]+ ){{0,3}}{_ASKS_AGAIN.pattern}"
)
_ONE_REPORT = re.compile(
    r"\b(?:the|that|this) (?:\w+ ){0,3}(?:report|inspection|visit) (?:on|of|to|at|from|about)\b"
    r"|\bdid the (?:\w+ ){0,4}(?:report|inspection|visit|opinion|inspectors)\b|\b(?:first|initial|original|full) "
    r"(?:\w+ ){0,3}(?:report|inspection|visit)\b"
)
_REPORT = r"(?:[\w-]+ ){0,3}(?:report|visit|look|inspection|opinion|chapter)s?\b"
_NTH = re.compile(
    rf"\b(?P<nth>first|initial|original|second|third|fourth|last|latest|newest|most recent|earlier|previous) {_REPORT}"
)
_FIRST = frozenset(["first", "initial", "original", "earlier", "previous"])
_OF_YEAR = re.compile(rf"\b(?P<year>(?:19|20)\d\d) {_REPORT.replace('(?:report', '(?P<what>report')}")
_ENTRIES = r"(?:recommendations|recs|proposals|deficiencies|concerns|findings|measures|areas for improvement)"
# "The 2019 Tarn recommendations", "recommendations of 2019": when they were made, whenever they were judged.
_MADE_IN = re.compile(
    rf"\b(?P<before>(?:19|20)\d\d)(?: (?!(?:and|or|to|report|visit|inspection)\b)[\w'’-]+){{0,3}}? {_ENTRIES}\b|"
    rf"\b{_ENTRIES}(?: (?:\w+ )?made)? (?:of|from|in|dating from) (?:[a-z]+ )?(?P<after>(?:19|20)\d\d)\b"
)
_ORDER = {"second": 1, "third": 2, "fourth": 3, "last": -1, "latest": -1, "newest": -1, "most recent": -1}
_ISO = re.compile(r"(?:19|20)\d\d-\d\d")
_HALF = 0.5
_PUBLISHED = re.compile(r"\b(?:publish\w*|publication|issued|released)\b")
_VISITED = re.compile(r"\b(?:visit\w*|inspect(?:ed|ions?))\b")
_DUE = re.compile(r"\b(?:due|deadlines?|overdue)\b")
# "The report of 2024", "the 2024 visit": the year is the report's, whatever else the question asks for.
_DATED_REPORT = re.compile(
    r"\b(?:report|visit|inspection|opinion|chapter|review)s? (?:of|from|in|dated) (?:[a-z]+ )?(?:19|20)\d\d\b|"
    r"\b(?:19|20)\d\d (?:report|visit|inspection|opinion|chapter|review)s?\b"
)


class Occasion(StrEnum):
    """Which date of an entry or its document a question means."""

    EITHER = "either"
    VISIT = "visit"
    PUBLICATION = "publication"
    DUE = "due"


def occasion_of(query: Query) -> Occasion:
    """Read which date is meant by the dates that a question names."""
    text = fold(query.text)
    if _DUE.search(text) and not _DATED_REPORT.search(text):
        return Occasion.DUE
    if _PUBLISHED.search(text):
        return Occasion.PUBLICATION
    return Occasion.VISIT if _VISITED.search(text) else Occasion.EITHER


def date_of(record: DocumentRecord, occasion: Occasion) -> str | None:
    """Return the date of a document: of the visit, or of its publication where that is meant or nothing else known."""
    metadata = record.metadata
    visit = metadata.visit_end or metadata.visit_start
    return (metadata.published or visit) if occasion is Occasion.PUBLICATION else (visit or metadata.published)


def dated_within(query: Query, record: DocumentRecord | None, occasion: Occasion) -> bool:
    """Say whether a document is of the time that a question names."""
    if record is None:
        return False
    if occasion is Occasion.PUBLICATION and record.metadata.published is None:
        return False
    date = date_of(record, occasion)
    return date is not None and query.dates.holds(date)


def register_filters(query: Query, names: Names, *, dated: bool = True) -> Filters | None:
    """Return the filters of the caller narrowed by what the question names; ``None`` if that leaves no document.

    Args:
        query: the question.
        names: of the corpus.
        dated: whether dates named in the question narrow too.
    """
    filters = query.filters
    places = [place for place in query.places if place.exact]
    pointed = {
        name: words
        for name, words in names.documents_named(query.text, places).items()
        if any(word not in WEAK and word not in STOP for word in words)
    }
    named = _about_places(query, pointed, names)
    if named:
        documents = [name for name in named if not filters.documents or name in filters.documents]
        if not documents:
            return None
        filters = replace(filters, documents=tuple(documents))
    if dated and query.dates.bounded and not (filters.date_from or filters.date_to):
        filters = replace(filters, date_from=query.dates.start, date_to=query.dates.end)
    return filters


def _about_places(query: Query, named: dict[str, tuple[str, ...]], names: Names) -> list[str]:
    """Leave out documents that share one word with a place named while others share its whole name."""
    asked = [set(place.words) for place in query.places if place.exact]
    if not asked:
        return list(named)
    shares = {}
    for document in named:
        known = names.about.get(document, frozenset()) | names.owners.get(document, frozenset())
        shares[document] = max(len(words & known) / len(words) for words in asked)
    if max(shares.values(), default=0.0) <= _HALF:
        return list(named)
    return [document for document, share in shares.items() if share > _HALF]


def of_type(library: Library, query: Query, filters: Filters) -> Filters:
    """Narrow to places of the kind named, where there are any."""
    if query.place_type is None or filters.place_type or filters.documents:
        return filters
    wanted = set(query.place_type.split("_"))
    records = library.ledger.documents(filters, str(DocumentStatus.INDEXED))
    fit = [
        record.document_id
        for record in records
        if wanted <= set(tokens((record.metadata.place_type or "").replace("_", " ")))
    ]
    if not fit:
        # Where no document has the type, it may still be what one is called after.
        own = {word for word in wanted if not is_generic(word)} or wanted - {"custody", "detention"}
        fit = [one.document_id for one in records if own <= set(tokens(f"{one.metadata.title or ''} {one.source}"))]
    return replace(filters, documents=tuple(fit)) if fit else filters


def looks_again(record: DocumentRecord) -> bool:
    """Say whether a document calls itself a look at an earlier visit."""
    return bool(_AGAIN.search(fold(f"{record.metadata.title or ''} {record.source}".replace("_", " "))))


def asks_again(query: Query) -> bool:
    """Say whether a question names a follow-up."""
    return bool(_ASKS_AGAIN.search(fold(query.text)))


def of_occasion(
    library: Library, query: Query, entries: Sequence[RegisterEntry]
) -> tuple[list[RegisterEntry], str | None]:
    """Keep the entries of the visit a question means: the first one, the follow-up, or all.

    Args:
        library: where the documents are.
        query: the question.
        entries: each once.

    Returns:
        the entries and, where some were left out, words that say which were kept.
    """
    records = {name: library.ledger.document(name) for name in {entry.document_id for entry in entries}}
    again = {name for name, record in records.items() if record is not None and looks_again(record)}
    replies = {name for name, record in records.items() if record is not None and record.kind == DocumentKind.RESPONSE}
    first = set(records) - again - replies
    text = fold(query.text)
    meant = _visit_meant(query, {name: record for name, record in records.items() if record is not None}, replies)
    if meant is not None:
        return [entry for entry in entries if entry.document_id in meant[0]], meant[1]
    if again and (_MADE_AGAIN.search(text) or (not query.statuses and _OF_AGAIN.search(text))):
        kept = [entry for entry in entries if entry.document_id in again and not entry.status_verified]
        return kept, "made in the follow-up itself"
    # An authority that answers recommendations makes none.
    if first or again:
        entries = [entry for entry in entries if entry.document_id not in replies]
    if query.statuses or not first:
        return list(entries), None
    if again and _ONE_REPORT.search(text) and not asks_again(query) and not query.repeats_only:
        return [entry for entry in entries if entry.document_id in first], "of the first report, follow-ups left out"
    return list(entries), None


def year_made(text: str) -> str | None:
    """Return the year in which the entries that a folded question asks for were made, where it says one."""
    match = _MADE_IN.search(text)
    return (match["before"] or match["after"]) if match else None


def is_of_year(record: DocumentRecord | None, years: Iterable[str]) -> bool:
    """Say whether a document is of a visit in one of some years, or was published then."""
    metadata = record.metadata if record is not None else None
    dates = (metadata.visit_start, metadata.visit_end, metadata.published) if metadata else ()
    return any(date and date[:4] in years for date in dates)


def _visit_meant(query: Query, records: Mapping[str, DocumentRecord], replies: set[str]) -> tuple[set[str], str] | None:
    """The reports of a year ("the 2023 report") or of a place in their order ("the second visit"), in words too."""
    text = fold(query.text)
    visits = {name: date_of(record, Occasion.VISIT) or "" for name, record in records.items() if name not in replies}
    year, nth = _OF_YEAR.search(text), _NTH.search(text)
    if query.repeats_only and nth and nth["nth"] in _FIRST:
        # What was made at the first visit and repeated stands in the report on a later one.
        nth = None
    if (query.statuses or not query.dates.bounded) and (made := year_made(text)):
        kept = {name for name in visits if is_of_year(records[name], [made])}
        if kept and kept != set(visits):
            return kept, f"made in {made}"
    if query.statuses and year and year["what"] != "report":
        # The visit at which a status was found is not the one at which the recommendation was made.
        year = None
    if year and not query.dates.bounded:
        kept = {
            name for name, date in visits.items()
            if year["year"] in (date[:4], (records[name].metadata.published or "")[:4])
        }  # fmt: skip
        return (kept, f"of the report of {year['year']}") if kept else None
    if nth and query.places and len(visits) > 1 and all(visits.values()):
        # What was published later on the same visit answers the report on it.
        first: dict[str, str] = {}
        for name in sorted(visits, key=lambda name: (visits[name], records[name].metadata.published or "")):
            first.setdefault(visits[name], name)
        ordered = list(first.values())
        at = _ORDER.get(nth["nth"], 0)
        if -len(ordered) <= at < len(ordered):
            return {ordered[at]}, f"of the {nth['nth']} of {len(ordered)} reports"
    return None


def answered_within(library: Library, query: Query, entry: RegisterEntry, echoes: Sequence[RegisterEntry]) -> bool:
    """Say whether the document of an entry or one that answers it is dated within the range asked for."""
    start, end = query.dates.start or "0000", query.dates.end or "9999"
    for one in (entry, *echoes):
        record = library.ledger.document(one.document_id)
        dates = [] if record is None else [record.metadata.published]
        if record is not None and record.kind != DocumentKind.RESPONSE:
            dates.append(record.metadata.visit_end)
        if any(date and start <= date[: len(start)] and date[: len(end)] <= end for date in dates):
            return True
    return False


def due_within(query: Query, entry: RegisterEntry, echoes: Sequence[RegisterEntry]) -> bool:
    """Say whether an entry, or the same one printed again, is due within the time that a question names."""
    return any(query.dates.holds(one.due) for one in (entry, *echoes) if one.due and _ISO.match(one.due))
