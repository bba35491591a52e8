"""Statistics of recommendations over a period: what annual reports print, with what could not be counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.comparing.asked import asked_for
from assistant.comparing.comparison import coverage_json, document_json
from assistant.comparing.errors import NoVisits
from assistant.comparing.measures import REQUEST
from assistant.comparing.place import reports
from assistant.comparing.protection import Protection, protect
from assistant.comparing.quotation import Citations, Cited
from assistant.retrieval.searching import check_filters
from assistant.yearbook.breakdown import Breakdown, Part, breakdowns, part
from assistant.yearbook.verdicts import Verdicts, verdicts_of
from ingest.passage import Coverage, DocumentKind, DocumentRecord, DocumentStatus, Filters

if TYPE_CHECKING:
    from ingest.library import Library


@dataclass(frozen=True, slots=True)
class Statistics:
    """Recommendations of the visits in a period.

    Attributes:
        asked: what restricts the count, by name.
        visits: reports of visits that were counted.
        silent: reports of which the register has no entry at all.
        total: all recommendations with what became of them.
        rows: every recommendation counted, quoted; numbers of breakdowns point at them by id.
        requests: how many requests for information the visits made; they are no recommendations and counted apart.
        verdicts: what the visits themselves found of earlier recommendations, of whatever period.
        undated: reports without a date, which no period holds, and those of no visit, whose day and place are unknown.
        unread: documents that are held, refused, or could not be read in full, with the reason.
    """

    asked: Mapping[str, str]
    visits: tuple[DocumentRecord, ...]
    silent: tuple[DocumentRecord, ...]
    total: Part
    repeated: tuple[str, ...]
    breakdowns: tuple[Breakdown, ...]
    visits_by_type: Mapping[str, int]
    rows: tuple[Cited, ...]
    requests: int
    verdicts: tuple[Verdicts, ...]
    undated: tuple[DocumentRecord, ...]
    unread: tuple[tuple[str, str], ...]
    coverage: Coverage
    protection: Protection

    def by(self, name: str) -> Breakdown:
        """Return one breakdown; raises ``StopIteration`` for a name that there is not."""
        return next(each for each in self.breakdowns if each.name == name)

    @property
    def rates(self) -> list[tuple[str, int, int]]:
        """Rates with their parts and wholes."""
        whole = self.total
        return [
            ("answered by the authority", whole.answered, whole.count),
            ("judged by a later visit", whole.judged, whole.count),
            ("achieved, of those judged", whole.outcomes.get("achieved", 0), whole.judged),
            ("partly achieved, of those judged", whole.outcomes.get("partly achieved", 0), whole.judged),
            ("not achieved, of those judged", whole.outcomes.get("not achieved", 0), whole.judged),
            ("repeating an earlier one", len(self.repeated), whole.count),
        ]

    def to_json(self) -> dict[str, Any]:
        """Return the result as the command line and HTTP show it."""
        return {
            "asked": dict(self.asked),
            "visits": [document_json(record) for record in self.visits],
            "visits_by_place_type": dict(self.visits_by_type),
            "visits_without_recommendations": [record.document_id for record in self.silent],
            "total": self.total.to_json(),
            "repeated": list(self.repeated),
            "rates": [{"name": name, "count": count, "of": whole} for name, count, whole in self.rates],
            "breakdowns": [each.to_json() for each in self.breakdowns],
            "rows": [each.to_json() for each in self.rows],
            "requests_for_information": self.requests,
            "verdicts_given": [each.to_json() for each in self.verdicts],
            "undated": [document_json(record) for record in self.undated],
            "unread": [{"source": source, "why": why} for source, why in self.unread],
            "coverage": coverage_json(self.coverage),
            "protection": self.protection.to_json(),
        }


def statistics(library: Library, filters: Filters, asked: Mapping[str, str] | None = None) -> Statistics:
    """Count the recommendations of the visits that the filters permit.

    A visit belongs to the period in which it ended, else in which its report was published; what became of its
    recommendations counts whenever it came.

    Args:
        library: an opened library.
        filters: document filters and a theme; its kinds are not looked at.
        asked: the filters in words, for the result.

    Raises:
        EmptyLibrary: there are no reports.
        InvalidFilter: a date is malformed, or the period ends before it begins.
        NoVisits: no visit fits; the hint has the years that there are.
    """
    check_filters(filters)
    held = [record for record in reports(library) if record.kind is DocumentKind.VISIT_REPORT]
    entries = asked_for(library, filters)
    wanted = replace(filters, kinds=(DocumentKind.VISIT_REPORT.value,), theme=None)
    reported = library.ledger.documents(wanted, DocumentStatus.INDEXED.value)
    # A report in which neither day nor place of a visit was read may be of a whole year: it counts as no visit.
    visits = [record for record in reported if _is_visit(record)]
    unseen = [record for record in reported if not _is_visit(record)]
    entries = [entry for entry in entries if entry.document_id in {record.document_id for record in visits}]
    if not visits:
        years = {(_date(record) or "no date")[:4] for record in held}
        raise NoVisits(sorted(years))
    records = {record.document_id: record for record in visits}
    citations = Citations(library, entries, records)
    rows = tuple(citations.cite(entry) for entry in entries)
    types: dict[str, int] = {}
    for record in visits:
        kind = record.metadata.place_type or "not known"
        types[kind] = types.get(kind, 0) + 1
    said = [entry for entry in library.ledger.register(wanted) if entry.document_id in records]
    speaking = {entry.document_id for entry in said}
    dated = bool(filters.date_from or filters.date_to)
    return Statistics(
        dict(asked or {}),
        tuple(visits),
        tuple(record for record in visits if record.document_id not in speaking),
        part("all", entries),
        tuple(entry.entry_id for entry in entries if entry.repeats),
        breakdowns(entries, records),
        dict(sorted(types.items(), key=lambda item: (-item[1], item[0]))),
        rows,
        len(library.ledger.register(wanted, kinds=[REQUEST])),
        verdicts_of(library, said),
        tuple({r.document_id: r for r in (*unseen, *(each for each in held if dated and not _date(each)))}.values()),
        tuple(_unread(library, set(records))),
        library.ledger.coverage(wanted),
        protect((each.entry_id, each.citation, each.quote) for each in rows),
    )


def _is_visit(record: DocumentRecord) -> bool:
    data = record.metadata
    return bool(data.visit_start or data.visit_end or data.place)


def _date(record: DocumentRecord) -> str:
    return record.metadata.visit_end or record.metadata.visit_start or record.metadata.published or ""


def _unread(library: Library, counted: set[str]) -> list[tuple[str, str]]:
    """Held and refused documents have no metadata: any of them might belong to the period."""
    found: list[tuple[str, str]] = []
    for record in library.ledger.documents():
        if record.status in (DocumentStatus.HELD, DocumentStatus.REFUSED):
            found.append((record.source, f"{record.status.value}: {record.reason or 'no reason recorded'}"))
        elif record.pages_failed and record.document_id in counted:
            found.append((record.source, f"{record.pages_failed} of {record.pages_total} pages could not be read"))
    return found
