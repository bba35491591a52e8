"""Grouping: entries of the register by year, place, body, addressee, theme, status or report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.question.name_index import distinctive
from assistant.question.terms import fold
from ingest.passage import DocumentRecord, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library

UNKNOWN = "unknown"
_MOSTLY = 0.6
_SAME = {"authority": "addressee", "prison": "place", "document": "report"}


def grouped(
    library: Library,
    entries: Sequence[RegisterEntry],
    by: str,
    date_of: Callable[[DocumentRecord], str | None],
    standing: Mapping[str, frozenset[str]],
) -> tuple[tuple[str, int], ...]:
    """Count entries by one property.

    Args:
        library: where their documents are.
        entries: each once.
        by: ``year``, ``place``, ``body``, ``country``, ``addressee``, ``theme``, ``status``, ``kind`` or ``report``.
        date_of: the date of a document that is meant by its year.
        standing: the statuses of each entry.

    Returns:
        groups by name with their numbers; an entry with several themes counts for each; the ministry and its minister
        stay apart where the register writes them apart.
    """
    records = {name: library.ledger.document(name) for name in {entry.document_id for entry in entries}}
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    places: list[tuple[frozenset[str], str]] = []
    for entry in entries:
        for name in _names(entry, _SAME.get(by, by), records[entry.document_id], date_of, standing):
            name = _same_place(name, places) if _SAME.get(by, by) == "place" else name
            counts[written.setdefault(fold(name), name)] += 1
    return tuple(sorted(counts.items()))


def _same_place(name: str, places: list[tuple[frozenset[str], str]]) -> str:
    """The name under which a place was met first: reports and replies write the same place in several ways."""
    key = frozenset(distinctive(name))
    for known, written in places:
        if key and known and len(key & known) / min(len(key), len(known)) >= _MOSTLY:
            return written
    places.append((key, name))
    return name


def _names(
    entry: RegisterEntry,
    by: str,
    record: DocumentRecord | None,
    date_of: Callable[[DocumentRecord], str | None],
    standing: Mapping[str, frozenset[str]],
) -> tuple[str, ...]:
    metadata = record.metadata if record else None
    match by:
        case "status":
            return (" and ".join(sorted(standing.get(entry.entry_id, ()))) or "without a status",)
        case "addressee":
            return (entry.addressee or UNKNOWN,)
        case "theme":
            return tuple(theme.replace("_", " ") for theme in entry.themes) or ("none",)
        case "kind":
            return (entry.kind,)
        case "year":
            date = date_of(record) if record else None
            return (date[:4] if date else UNKNOWN,)
        case "body":
            return ((metadata.inspecting_body if metadata else None) or UNKNOWN,)
        case "country":
            return ((metadata.jurisdiction if metadata else None) or UNKNOWN,)
        case "report":
            return ((metadata.title if metadata else None) or (record.source if record else UNKNOWN),)
        case _:
            return ((metadata.place if metadata else None) or UNKNOWN,)


def first(groups: Sequence[tuple[str, int]], *, least: bool) -> list[tuple[str, int]]:
    """Order groups by their numbers, the wanted end first; what is unknown stands last."""
    known = [group for group in groups if group[0] != UNKNOWN]
    rest = [group for group in groups if group[0] == UNKNOWN]
    return [*sorted(known, key=lambda group: (group[1] if least else -group[1], group[0])), *rest]
