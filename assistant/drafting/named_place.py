"""The place that a finding names: its earlier recommendations, its type and whom they address come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.question.naming import Names
from assistant.question.terms import capitalised
from ingest.passage import Filters
from redaction.lexicon import lexicon

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.passage import Metadata


def named_in(library: Library, text: str) -> Metadata | None:
    """Return what is known of the one place that a text names, from its newest report; else ``None``.

    Ordinary words of the place's name ("psychiatric") may be left out, its own may not.
    """
    written = capitalised(text)
    names = {
        place.name
        for place in Names.of(library).places_in(text)
        if place.exact
        and written.intersection(place.words)
        and all(word in written or lexicon().is_common(word) for word in place.key)
    }
    if len(names) != 1:
        return None
    held = library.ledger.documents(Filters(place=names.pop()))
    newest = sorted(held, key=lambda one: one.metadata.visit_end or one.metadata.published or "")
    return newest[-1].metadata if newest else None
