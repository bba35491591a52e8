"""Recommendations that this library holds on the same matter: what was asked before, of whom, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ingest.folding import name_tokens
from ingest.passage import DocumentKind, Filters
from ingest.taxonomy import broader_place_type

if TYPE_CHECKING:
    from ingest.embedding.embedder import Vectors
    from ingest.library import Library
    from ingest.passage import DocumentRecord, RegisterEntry

KINDS = ("recommendation", "area_for_improvement")
MOST = 8
_LOOKED_AT = 60
LEAST = 0.2
"""Cosine below which a recommendation on the same theme is no precedent for a finding."""
_SAME_PLACE, _SAME_TYPE, _SAME_BODY = 0.10, 0.05, 0.03


@dataclass(frozen=True, slots=True)
class Precedent:
    """One earlier recommendation.

    Attributes:
        similarity: cosine of its words and the finding's.
        same_place: made of the place that the draft is about.
        judged: what later entries say of it, newest last.
    """

    entry: RegisterEntry
    document: DocumentRecord
    similarity: float
    same_place: bool
    judged: tuple[RegisterEntry, ...] = ()

    @property
    def date(self) -> str:
        """Of the visit, else of publication; empty where neither is known."""
        data = self.document.metadata
        return data.visit_end or data.visit_start or data.published or ""

    @property
    def citation(self) -> str:
        """The place for people."""
        title = self.document.metadata.title or self.document.source
        page = f"p. {self.entry.page}" if self.entry.page is not None else ""
        return ", ".join(part for part in (title, self.entry.locator, page) if part)

    @property
    def fate(self) -> str:
        """What became of it, in words of the register."""
        parts = []
        if self.entry.status_claimed:
            parts.append(f"authority: {self.entry.status_claimed}")
        if self.entry.status_verified:
            parts.append(f"visit: {self.entry.status_verified}")
        return "; ".join(parts) or "nothing is known of what became of it"

    def to_json(self, number: int) -> dict[str, Any]:
        """Return the form of the contract; ``n`` is its number among the citations."""
        data = self.document.metadata
        return {
            "n": number,
            "entry_id": self.entry.entry_id,
            "text": str(self.entry.text),
            "addressee": self.entry.addressee,
            "place": data.place,
            "place_type": data.place_type,
            "inspecting_body": data.inspecting_body,
            "date": self.date or None,
            "themes": list(self.entry.themes),
            "status_claimed": self.entry.status_claimed,
            "status_verified": self.entry.status_verified,
            "response": self.entry.response,
            "followed_up_by": [each.entry_id for each in self.judged],
            "same_place": self.same_place,
            "similarity": round(self.similarity, 3),
            "citation": self.citation,
        }


def precedents_for(
    library: Library,
    vector: Vectors,
    themes: Sequence[str],
    place_type: str | None,
    place: str | None,
    body: str | None = None,
    without: str | None = None,
) -> tuple[Precedent, ...]:
    """Return recommendations on a matter, nearest in meaning first, at most 60.

    Args:
        library: opened for reading.
        vector: unit vector of the finding.
        themes: any of them.
        place_type: other types are left out; ``None`` for any.
        place: preferred.
        body: the inspecting body that is preferred.
        without: id of an entry that is no precedent of itself.
    """
    entries: dict[str, RegisterEntry] = {}
    for theme in themes[:3] or (None,):
        for entry in library.ledger.register(Filters(theme=theme), kinds=KINDS):
            if entry.entry_id != without:
                entries.setdefault(entry.entry_id, entry)
    documents = library.ledger.documents_of(entry.document_id for entry in entries.values())
    wanted = broader_place_type(place_type) if place_type else None
    held = []
    for entry in entries.values():
        kind = documents[entry.document_id].metadata.place_type
        if documents[entry.document_id].kind is DocumentKind.RESPONSE:
            # What an authority writes is an answer, however the register reads it.
            continue
        if (
            wanted is None
            or kind is None
            or broader_place_type(kind) == wanted
            or _is_place(documents[entry.document_id], place)
        ):
            held.append(entry)
    near = _near(library, vector, held)
    if not near:
        return ()
    rows = library.embedder.embed_passages([str(entry.text) for entry in near])
    found = []
    for entry, row in zip(near, rows, strict=True):
        document = documents[entry.document_id]
        judged = [library.ledger.entry(name) for name in entry.followed_up_by]
        found.append(
            Precedent(
                entry, document, float(row @ vector), _is_place(document, place), tuple(each for each in judged if each)
            )
        )
    found = [each for each in found if each.similarity >= LEAST]
    return tuple(sorted(found, key=lambda each: (-_worth(each, place_type, body), each.entry.entry_id)))


def shown(found: Sequence[Precedent], first: Sequence[Precedent] = ()) -> tuple[Precedent, ...]:
    """Return those that are shown, newest first: the ones that the draft uses, then the nearest, at most eight."""
    chosen = list({each.entry.entry_id: each for each in (*first, *found)}.values())[: max(MOST, len(first))]
    return tuple(sorted(chosen, key=lambda each: each.date, reverse=True))


def _near(library: Library, vector: Vectors, entries: Sequence[RegisterEntry]) -> list[RegisterEntry]:
    """Return the entries whose passages are nearest: only those are embedded by themselves."""
    if len(entries) <= _LOOKED_AT:
        return list(entries)
    vectors = library.ledger.vectors_of([entry.passage_id for entry in entries if entry.passage_id])
    none = np.zeros_like(vector)
    scores = {entry.entry_id: float(vectors.get(entry.passage_id or "", none) @ vector) for entry in entries}
    return sorted(entries, key=lambda entry: -scores[entry.entry_id])[:_LOOKED_AT]


def _is_place(document: DocumentRecord, place: str | None) -> bool:
    words = name_tokens(place) if place else ()
    return bool(words) and set(words) <= set(name_tokens(document.metadata.place or ""))


def _worth(precedent: Precedent, place_type: str | None, body: str | None) -> float:
    data = precedent.document.metadata
    worth = precedent.similarity + (_SAME_PLACE if precedent.same_place else 0.0)
    worth += _SAME_TYPE if place_type and data.place_type == place_type else 0.0
    return worth + (_SAME_BODY if body and data.inspecting_body == body else 0.0)
