"""The place that a filter names: as the library has it, by a part of its name, or by a town that its reports name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.errors import BadRequest

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.passage import DocumentRecord

_MOST_SHOWN = 3
_MOST_NEAR = 6


def documents_meant(library: Library, place: str) -> tuple[tuple[str, ...], str]:
    """Return the documents about a place that no document has by that name, and a sentence that says how it was read.

    Args:
        library: an opened library.
        place: as somebody wrote it; the filter of the ledger has found nothing by it.

    Raises:
        BadRequest: nothing is known by that name; the hint lists the nearest known places.
    """
    from assistant.comparing.errors import EmptyLibrary

    try:
        found = _by_name(library, place) or _by_mention(library, place)
    except EmptyLibrary:
        found = []
    if not found:
        raise BadRequest(f"No place called {place[:60]!r}.", _near(library, place), code="unknown_place")
    names = list(dict.fromkeys(record.metadata.place or record.source for record in found))
    rest = len(names) - _MOST_SHOWN
    told = ", ".join(names[:_MOST_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
    return tuple(record.document_id for record in found), f"Note: read the place {place[:60]!r} as {told}."


def _by_name(library: Library, place: str) -> list[DocumentRecord]:
    """The documents of places that share a telling word with the name, as a question that names them would find."""
    from assistant.comparing.place import reports
    from assistant.question.naming import Names

    named = {each.name for each in Names.of(library).places_in(place) if each.exact}
    return [record for record in reports(library) if record.metadata.place in named]


def _by_mention(library: Library, place: str) -> list[DocumentRecord]:
    """The documents that name it: in title or file name where any does, else in their text."""
    from assistant.comparing.place import naming
    from assistant.question.name_index import is_generic
    from assistant.question.terms import tokens

    words = {word for word in tokens(place) if not is_generic(word)}
    found = naming(library, place)
    titled = [record for record in found if words <= set(tokens(_called(record)))]
    return titled or found


def _called(record: DocumentRecord) -> str:
    return f"{record.metadata.title or ''} {record.source}".replace("_", " ")


def _near(library: Library, place: str) -> str:
    from assistant.comparing.place import near_places

    near: Sequence[str] = near_places(library, place)[:_MOST_NEAR]
    known = library.ledger.places()
    if near:
        rest = len(known) - len(near)
        return f"Near: {', '.join(near)}." + (f" {rest} more are known." if rest > 0 else "")
    if not known:
        return "None is known yet: ingest a report first."
    return f"Known: {', '.join(known[:40])}" + (f" and {len(known) - 40} more." if len(known) > 40 else ".")
