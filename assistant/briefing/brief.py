"""A brief for a visit: what was found and asked for, what is unanswered, what to look at, and on what it rests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.briefing.boilerplate import is_boilerplate
from assistant.briefing.checklist import Check, criteria_of, load_checklists
from assistant.briefing.unanswered import Unanswered, unanswered
from assistant.comparing.comparison import coverage_json, visit_json
from assistant.comparing.errors import EmptyLibrary, UnknownPlace
from assistant.comparing.history import History, histories
from assistant.comparing.place import chain_of, name_of, read_as
from assistant.comparing.protection import Protection, protect
from assistant.comparing.quotation import Citations, Cited
from assistant.comparing.standing import claims_done
from assistant.comparing.threads import Threads
from ingest.instruments.catalogue import CatalogueEntry
from ingest.links.chains import Chain, Visit
from ingest.passage import Coverage, DocumentRecord, Filters
from ingest.taxonomy import place_type_of

if TYPE_CHECKING:
    from ingest.library import Library

_FOUND = ("finding", "concern", "area_for_improvement", "deficiency")
_MOST_FOUND = 40
_FEW = 8  # findings of a follow-up report, to which those of the report before are added
_MOST_THEMES = 6  # taken from what was found where the asker names none
_MOST_CRITERIA = 40


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know before a visit.

    Attributes:
        read_as: says as what the name was read that was asked for; empty where the documents give the place that name.
        known: whether the library holds any document about the place.
        near: names of known places like the one given, where it is not known.
        naming: files that name the place though none is known to be about it.
        place_type: as asked for, else as the documents or the name say; ``None`` where nothing does.
        themes: as asked for, else those of the open recommendations and last findings.
        last: the last report of a visit.
        findings: of that report and, where it has few, of the one before; those on the themes first.
        findings_of: how many there are.
        open: recommendations that nothing shows to be achieved; ``repeated`` those asked for more than once.
        unanswered: recommendations and requests without a reply in the library.
        late: what asked for a reply that came after its day.
    """

    place: str
    read_as: str
    names: tuple[str, ...]
    known: bool
    near: tuple[str, ...]
    naming: tuple[str, ...]
    place_type: str | None
    themes: tuple[str, ...]
    visits: tuple[Visit, ...]
    possible: tuple[Visit, ...]
    last: DocumentRecord | None
    findings: tuple[Cited, ...]
    findings_of: int
    good_practice: tuple[Cited, ...]
    open: tuple[History, ...]
    unanswered: tuple[Unanswered, ...]
    late: tuple[Unanswered, ...]
    place_checks: tuple[Check, ...]
    theme_checks: tuple[Check, ...]
    visiting: tuple[Check, ...]
    reminders: tuple[Check, ...]
    criteria: tuple[CatalogueEntry, ...]
    coverage: Coverage
    protection: Protection

    @property
    def repeated(self) -> tuple[History, ...]:
        """Open recommendations that were made more than once."""
        return tuple(history for history in self.open if history.times > 1)

    @property
    def claims(self) -> tuple[History, ...]:
        """Open recommendations that an authority says are done, at least in part, and no visit has looked at since."""
        return tuple(each for each in self.open if not each.judged_since and claims_done(each.claimed))

    @property
    def missing(self) -> str:
        """What the library does not have, in words; empty where it has a report of a visit."""
        if self.last is not None:
            return ""
        if self.known:
            return "The library has documents about this place but no report of a visit."
        nothing = "The library has no document about this place; what follows is for the type of place."
        if self.naming:
            nothing += f" These name it, but their place was read otherwise or not: {', '.join(self.naming)}."
        return f"{nothing} Names that are near: {', '.join(self.near)}." if self.near else nothing

    def to_json(self) -> dict[str, Any]:
        """Return the result as the command line and HTTP show it."""
        return {
            "place": self.place,
            "read_as": self.read_as or None,
            "names": list(self.names),
            "known": self.known,
            "near": list(self.near),
            "named_in": list(self.naming),
            "missing": self.missing or None,
            "place_type": self.place_type,
            "themes": list(self.themes),
            "visits": [visit_json(visit) for visit in self.visits],
            "possible_documents": [visit_json(visit) for visit in self.possible],
            "last_visit": self.last.document_id if self.last else None,
            "findings": {"of": self.findings_of, "shown": [each.to_json() for each in self.findings]},
            "good_practice": [each.to_json() for each in self.good_practice],
            "open": [history.to_json() for history in self.open],
            "repeated": [history.first.entry_id for history in self.repeated],
            "claims_to_check": [history.first.entry_id for history in self.claims],
            "unanswered": [each.to_json() for each in self.unanswered],
            "received_late": [each.to_json() for each in self.late],
            "check": {
                "place_type": [check.to_json() for check in self.place_checks],
                "themes": [check.to_json() for check in self.theme_checks],
                "visiting": [check.to_json() for check in self.visiting],
            },
            "reminders": [check.to_json() for check in self.reminders],
            "criteria": [
                {"reference": str(each.reference), "heading": each.heading, "gist": each.gist, "paraphrase": True}
                for each in self.criteria
            ],
            "coverage": coverage_json(self.coverage),
            "protection": self.protection.to_json(),
        }


def brief(
    library: Library, place: str, *, today: str, place_type: str | None = None, themes: Sequence[str] = ()
) -> Brief:
    """Gather what a team should know before a visit; a place never visited gets criteria and checklists.

    Args:
        library: an opened library; it may be empty.
        place: name of the place.
        today: ISO date, for what is overdue.
        place_type: a type of the taxonomy; without it the documents or the name tell.
        themes: ids of the taxonomy; without any, what was found tells.

    Raises:
        AmbiguousPlace: several places share the name.
    """
    near: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    try:
        chain = chain_of(library, place)
    except (EmptyLibrary, UnknownPlace) as unknown:
        near = getattr(unknown, "near", ())
        naming = getattr(unknown, "naming", ())
        chain = Chain((), ())
    threads = Threads(library, chain)
    citations = Citations(library, threads.entries.values(), threads.records)
    known = bool(chain.visits)
    past = list(histories(threads, citations))
    reports = threads.visit_reports()
    last = reports[-1] if reports else None
    entries = threads.of_kinds(last.document_id, (*_FOUND, "good_practice")) if last else []
    if len(entries) < _FEW and len(reports) > 1:
        # A follow-up report says what became of recommendations; what was found stands in the report before it.
        entries += threads.of_kinds(reports[-2].document_id, (*_FOUND, "good_practice"))
    found = [citations.cite(entry) for entry in entries if entry.kind in _FOUND and not is_boilerplate(str(entry.text))]
    still_open = [history for history in past if history.open]
    kind = place_type or _kind(chain) or place_type_of(place)
    chosen = tuple(themes) or _themes(found, still_open)
    # The newest visit first, and within it what is on the themes; else as in the report.
    found.sort(key=lambda each: (-threads.position[each.entry.document_id], not set(each.entry.themes) & set(chosen)))
    if themes:
        still_open.sort(key=lambda each: not set(each.first.entry.themes) & set(chosen))
    lists = load_checklists()
    requested = list(histories(threads, citations, requests=True))
    waiting = unanswered([*past, *requested], today, threads.records.values())
    late = tuple(each for each in waiting if each.received)
    waiting = [each for each in waiting if not each.received]
    praised = [entry for entry in entries if entry.kind == "good_practice" and not is_boilerplate(str(entry.text))]
    good = tuple(map(citations.cite, praised))
    place_checks, theme_checks = lists.for_place_type(kind), lists.for_themes(chosen)
    asked = [history.last_asked.entry for history in still_open]
    references = [
        *(reference for entry in asked for reference in entry.criteria),
        *(reference for check in (*place_checks, *theme_checks) for reference in check.refs),
        *(reference for entry in asked for reference in entry.criteria_suggested[:1]),
    ]
    shown = tuple(found[:_MOST_FOUND])
    return Brief(
        name_of(chain, place) if known else place.strip(),
        read_as(chain, place),
        chain.names,
        known,
        near,
        naming,
        kind,
        chosen,
        chain.visits,
        chain.possible,
        last,
        shown,
        len(found),
        good,
        tuple(still_open),
        tuple(waiting),
        late,
        place_checks,
        theme_checks,
        lists.functions["visiting"],
        lists.reminders,
        tuple(criteria_of(references)[:_MOST_CRITERIA]),
        library.ledger.coverage(Filters(documents=tuple(threads.records)) if known else Filters()),
        protect(_quoted(shown, good, still_open, waiting)),
    )


def _kind(chain: Chain) -> str | None:
    kinds = Counter(record.metadata.place_type for record in chain.documents if record.metadata.place_type)
    return kinds.most_common(1)[0][0] if kinds else None


def _themes(found: Iterable[Cited], still_open: Iterable[History]) -> tuple[str, ...]:
    counted = Counter(theme for each in found for theme in each.entry.themes[:2])
    # What was asked for and not done says more than what was noted.
    for history in still_open:
        counted.update(dict.fromkeys(history.first.entry.themes[:2], 2 * history.times))
    return tuple(theme for theme, _ in counted.most_common(_MOST_THEMES))


def _quoted(
    found: Iterable[Cited], good: Iterable[Cited], still_open: Iterable[History], waiting: Iterable[Unanswered]
) -> list[tuple[str, str, str]]:
    cited = [*found, *good, *(event.cited for each in still_open for event in each.events)]
    cited.extend(each.asked for each in waiting)
    return [(each.entry_id, each.citation, each.quote) for each in cited]
