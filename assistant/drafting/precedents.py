"""Recommendations that this library holds on the same matter: what was asked before, of whom, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.drafting.fit import BAR, FIRM, Rarity, log_odds
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
NEAR = 0.42
"""Cosine from which the words of an earlier recommendation are borrowed, whatever else it shares."""
_SAME_PLACE, _SAME_TYPE, _SAME_BODY = 0.7, 0.35, 0.2  # in log odds


@dataclass(frozen=True, slots=True)
class Precedent:
    """One earlier recommendation.

    Attributes:
        similarity: cosine of its words and the finding's.
        same_place: made of the place that the draft is about.
        judged: what later entries say of it, newest last.
        fit: log odds that it is on the very matter; see :mod:`assistant.drafting.fit`.
    """

    entry: RegisterEntry
    document: DocumentRecord
    similarity: float
    same_place: bool
    judged: tuple[RegisterEntry, ...] = ()
    fit: float = 0.0

    @property
    def lends(self) -> bool:
        """Whether it is near enough for its words to be used."""
        return self.similarity >= NEAR or self.fit >= FIRM

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
    text: str,
    vector: Vectors,
    themes: Sequence[str],
    place_type: str | None,
    place: str | None,
    body: str | None = None,
    without: str | None = None,
) -> tuple[Precedent, ...]:
    """Return recommendations on the very matter of a finding, the likeliest first; none is a right answer.

    Args:
        library: opened for reading.
        text: of the finding.
        vector: its unit vector.
        themes: of the finding, best first; of any of the first three.
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
    rarity = Rarity.of(str(entry.text) for entry in library.ledger.register(Filters(), kinds=KINDS))
    found = []
    for entry, row in zip(near, rows, strict=True):
        cosine = float(row @ vector)
        fit = log_odds(text, themes, str(entry.text), entry.themes, cosine, rarity)
        if fit >= BAR:
            judged = [library.ledger.entry(name) for name in entry.followed_up_by]
            document = documents[entry.document_id]
            is_place = _is_place(document, place)
            found.append(Precedent(entry, document, cosine, is_place, tuple(each for each in judged if each), fit))
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
    worth = precedent.fit + (_SAME_PLACE if precedent.same_place else 0.0)
    worth += _SAME_TYPE if place_type and data.place_type == place_type else 0.0
    return worth + (_SAME_BODY if body and data.inspecting_body == body else 0.0)
