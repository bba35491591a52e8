"""Filter values from outside, checked against what the library knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from api.errors import BadRequest

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.passage import Filters

INGEST_KINDS = ("auto", "visit_report", "response", "instrument", "other")

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def register_kinds(kinds: list[str] | None) -> tuple[str, ...]:
    """Check kinds of register entries and return them; none for all.

    Raises:
        BadRequest: an unknown kind; the hint lists the known ones.
    """
    from ingest.passage import REGISTER_KINDS

    for wanted in kinds or ():
        if wanted not in REGISTER_KINDS:
            raise BadRequest(
                f"Unknown kind: {wanted[:40]!r}.", f"Known: {', '.join(REGISTER_KINDS)}.", code="unknown_kind"
            )
    return tuple(kinds or ())


def filters_of(
    library: Library,
    *,
    kind: str | None = None,
    place: str | None = None,
    place_type: str | None = None,
    body: str | None = None,
    theme: str | None = None,
    date_from: str | None = None,
    date_to: str | None = None,
    documents: list[str] | None = None,
    say: Callable[[str], object] | None = None,
) -> Filters:
    """Check filter values against what the library knows and return them as filters.

    A place that no document has by that name becomes the documents that name it; ``say`` is told how it was read.

    Raises:
        BadRequest: an unknown kind, place type, theme, place, body or document, or a malformed date; the hint lists
            the known values.
    """
    from ingest.passage import DocumentKind, Filters
    from ingest.taxonomy import PLACE_TYPES, THEMES, place_type_named

    ledger = library.ledger
    _one_of("kind", kind, [member.value for member in DocumentKind])
    place_type = place_type and (place_type_named(place_type) or place_type)
    _one_of("place type", place_type, sorted(PLACE_TYPES))
    theme = theme and theme.strip().lower().replace(" ", "_").replace("-", "_")
    _one_of("theme", theme, sorted(THEMES))
    for name, date in (("--from", date_from), ("--to", date_to)):
        if date is not None and not _DATE.fullmatch(date):
            raise BadRequest(
                f"{name} is not a date: {date[:20]!r}.", "Write 2024, 2024-05 or 2024-05-31.", code="bad_date"
            )
    # Of the same length as both, a text of a date sorts as the date does.
    if date_from and date_to and date_from[: len(date_to)] > date_to[: len(date_from)]:
        raise BadRequest("--from lies after --to.", "Exchange the two dates.", code="bad_date")
    for document in documents or ():
        if ledger.document(document) is None:
            raise BadRequest(f"No document {document[:40]!r}.", "opcat documents lists them.", code="unknown_document")
    filters = Filters(
        kinds=(kind,) if kind else (),
        place=place,
        place_type=place_type,
        body=body,
        theme=theme,
        date_from=date_from,
        date_to=date_to,
        documents=tuple(documents or ()),
    )
    if place and not ledger.documents(Filters(place=place)):
        from api.place_meant import documents_meant

        meant, told = documents_meant(library, place)
        if documents:
            meant = tuple(name for name in meant if name in documents)
            if not meant:
                raise BadRequest(f"No document given is about {place[:60]!r}.", told, code="unknown_place")
        filters = replace(filters, place=None, documents=meant)
        if say is not None:
            say(told)
    if body and not ledger.documents(Filters(body=body)):
        raise BadRequest(f"No inspecting body called {body[:60]!r}.", _known(ledger.bodies()), code="unknown_body")
    return filters


def known_values(library: Library) -> dict[str, list[str]]:
    """Return the values that each filter knows in this library, by the name of the filter."""
    from ingest.passage import REGISTER_KINDS, DocumentKind
    from ingest.register.status import STATUSES
    from ingest.taxonomy import PLACE_TYPES, THEMES

    return {
        "kind": [member.value for member in DocumentKind],
        "place": library.ledger.places(),
        "place_type": sorted(PLACE_TYPES),
        "body": library.ledger.bodies(),
        "theme": sorted(THEMES),
        "register_kind": list(REGISTER_KINDS),
        "status": list(STATUSES),
    }


def status_named(status: str | None) -> str | None:
    """Return a register status as the register writes it (``not-implemented`` is ``not implemented``).

    Raises:
        BadRequest: the register has no such status; the hint lists them.
    """
    if status is None:
        return None
    from ingest.register.status import STATUSES

    wanted = " ".join(status.replace("_", " ").replace("-", " ").lower().split())
    known = {name.replace("-", " "): name for name in STATUSES}
    _one_of("status", wanted, sorted(known))
    return known[wanted]


def _one_of(name: str, value: str | None, known: list[str]) -> None:
    if value is not None and value not in known:
        raise BadRequest(f"Unknown {name}: {value[:40]!r}.", _known(known), code=f"unknown_{name.replace(' ', '_')}")


def _known(values: list[str]) -> str:
    if not values:
        return "None is known yet: ingest a report first."
    return f"Known: {', '.join(values)}."
