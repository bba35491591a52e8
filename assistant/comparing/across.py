"""Two places, or two years, side by side: what was asked for by theme, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.comparing.asked import asked_for
from assistant.comparing.comparison import coverage_json, document_json
from assistant.comparing.errors import NoVisits, SameVisit
from assistant.comparing.place import chain_of, name_of, reports
from assistant.comparing.protection import Protection, protect
from assistant.comparing.quotation import Citations, Cited
from assistant.comparing.standing import Outcome, is_answered, judged_status, outcome_of
from ingest.passage import Coverage, DocumentKind, DocumentRecord, Filters, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library

_NO_THEME = "no theme found"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its reports of visits, and what they ask for."""

    name: str
    documents: tuple[DocumentRecord, ...]
    asked: tuple[RegisterEntry, ...]
    coverage: Coverage

    @property
    def rates(self) -> dict[str, tuple[int, int]]:
        """Shares as parts and wholes: answered of all, judged of all, achieved and partly achieved of the judged."""
        outcomes = [outcome_of(judged_status(entry)) for entry in self.asked]
        judged = [each for each in outcomes if each in (Outcome.ACHIEVED, Outcome.PARTLY, Outcome.NOT_ACHIEVED)]
        answered = sum(is_answered(entry) for entry in self.asked)
        return {
            "answered": (answered, len(self.asked)),
            "judged by a later visit": (len(judged), len(self.asked)),
            "achieved": (judged.count(Outcome.ACHIEVED), len(judged)),
            "partly achieved": (judged.count(Outcome.PARTLY), len(judged)),
            "not achieved": (judged.count(Outcome.NOT_ACHIEVED), len(judged)),
        }

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {
            "name": self.name,
            "documents": [document_json(record) for record in self.documents],
            "recommendations": len(self.asked),
            "rates": {name: {"count": part, "of": whole} for name, (part, whole) in self.rates.items()},
            "coverage": coverage_json(self.coverage),
        }


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """What both ask for on one theme."""

    theme: str
    first: tuple[Cited, ...]
    second: tuple[Cited, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {
            "theme": self.theme,
            "first": [each.to_json() for each in self.first],
            "second": [each.to_json() for each in self.second],
        }


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sides; nothing is said to be better or worse, since no link joins two places or two years as such."""

    first: Side
    second: Side
    themes: tuple[ThemeRow, ...]
    protection: Protection

    @property
    def coverage(self) -> Coverage:
        """What was looked through for both; documents held back have no place or year and count for either."""
        one, other = self.first.coverage, self.second.coverage
        return Coverage(
            one.documents + other.documents,
            one.passages + other.passages,
            max(one.held, other.held),
            one.unread_pages + other.unread_pages,
        )

    @property
    def rates(self) -> list[tuple[str, str, str]]:
        """The shares of both sides in words: ``3 of 8``."""
        one, other = self.first.rates, self.second.rates
        return [(name, _share(*one[name]), _share(*other[name])) for name in one]

    def to_json(self) -> dict[str, Any]:
        """Return the result as the command line and HTTP show it."""
        return {
            "first": self.first.to_json(),
            "second": self.second.to_json(),
            "themes": [each.to_json() for each in self.themes],
            "protection": self.protection.to_json(),
        }


def compare_places(library: Library, one: str, other: str) -> Sides:
    """Put two places side by side, over all their visits.

    Raises:
        EmptyLibrary, UnknownPlace, AmbiguousPlace: of either name.
        SameVisit: both are one place.
    """
    sides = []
    chains = [chain_of(library, place) for place in (one, other)]
    if {each.document_id for each in chains[0].documents} & {each.document_id for each in chains[1].documents}:
        raise SameVisit([name_of(chains[0])])
    for chain, place in zip(chains, (one, other), strict=True):
        records = [record for record in chain.documents if record.kind is DocumentKind.VISIT_REPORT]
        filters = Filters(documents=tuple(each.document_id for each in records))
        sides.append(_side(library, name_of(chain, place), filters))
    return _sides(library, *sides)


def compare_years(library: Library, first: int, second: int) -> Sides:
    """Put the visits of two years side by side, of all places; documents without a date stand in neither.

    Raises:
        EmptyLibrary: there are no reports.
        NoVisits: no visit of one of the years.
        SameVisit: both are one year.
    """
    if first == second:
        raise SameVisit([str(first)])
    held = [record for record in reports(library) if record.kind is DocumentKind.VISIT_REPORT]
    sides = []
    for year in (first, second):
        side = _side(library, str(year), Filters(date_from=str(year), date_to=str(year)))
        if not side.documents:
            dates = {(each.metadata.visit_end or each.metadata.published or "")[:4] for each in held} - {""}
            raise NoVisits(sorted(dates))
        sides.append(side)
    return _sides(library, *sides)


def _side(library: Library, name: str, filters: Filters) -> Side:
    # No document at all would otherwise mean every document.
    empty = filters == Filters()
    asked = () if empty else tuple(asked_for(library, filters))
    records = [] if empty else library.ledger.documents(filters, "indexed")
    visited = tuple(record for record in records if record.kind is DocumentKind.VISIT_REPORT)
    return Side(name, visited, asked, library.ledger.coverage(filters) if not empty else Coverage(0, 0, 0, 0))


def _sides(library: Library, first: Side, second: Side) -> Sides:
    citations = Citations(library, [*first.asked, *second.asked])
    themes = dict.fromkeys(theme for side in (first, second) for entry in side.asked for theme in _themes(entry))
    rows = [
        ThemeRow(
            theme,
            tuple(citations.cite(entry) for entry in first.asked if theme in _themes(entry)),
            tuple(citations.cite(entry) for entry in second.asked if theme in _themes(entry)),
        )
        for theme in themes
    ]
    rows.sort(key=lambda row: (not (row.first and row.second), -len(row.first) - len(row.second), row.theme))
    return Sides(first, second, tuple(rows), protect(_quoted(rows)))


def _themes(entry: RegisterEntry) -> tuple[str, ...]:
    return entry.themes or (_NO_THEME,)


def _quoted(rows: Sequence[ThemeRow]) -> list[tuple[str, str, str]]:
    return [(each.entry_id, each.citation, each.quote) for row in rows for each in (*row.first, *row.second)]


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}"
