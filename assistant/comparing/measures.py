"""Measures: what a report asks to be done, apart from what it found and from the information that it asks for."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.links.sides import ASKED
from ingest.passage import RegisterEntry

REQUEST = "request_for_information"
_MEASURES = frozenset({"recommendation", "area_for_improvement"})


def measures(entries: Iterable[RegisterEntry]) -> list[RegisterEntry]:
    """Keep what asks for something to be done.

    A concern or deficiency is a finding where its report makes recommendations as well; in a report that makes none it
    is what the report asks for. Requests for information are counted apart.
    """
    held = list(entries)
    recommending = {entry.document_id for entry in held if entry.kind in _MEASURES}
    return [
        entry
        for entry in held
        if entry.kind in _MEASURES
        or (entry.kind in ASKED and entry.kind != REQUEST and entry.document_id not in recommending)
    ]
