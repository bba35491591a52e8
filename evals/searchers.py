"""The searches that are compared: each half of the index, both fused, and what a plain pipeline would do."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.searching import search
from evals.retrieval import DEPTH, Found, Searcher
from ingest.embedding import Embedder
from ingest.library import Library
from ingest.passage import Filters, Passage, Ranked

CHUNK_CHARACTERS = 1000


def searchers(library: Library, embedder: Embedder) -> dict[str, Searcher]:
    """Return the systems of the comparison by name, the baseline first."""
    return {
        "vectors over 1,000-character chunks (baseline)": FixedChunks(library, embedder),
        "BM25": lambda text: _found(library, library.index.lexical(text, Filters(), DEPTH)),
        "vectors": lambda text: _found(library, library.index.dense(text, Filters(), DEPTH)),
        "fusion (opcat search)": lambda text: [
            Found((hit.passage, *hit.also)) for hit in search(library, text, Filters(), DEPTH).hits
        ],
    }


def _found(library: Library, ranked: Sequence[Ranked]) -> list[Found]:
    passages = library.ledger.passages([item.passage_id for item in ranked])
    return [Found((passages[item.passage_id],)) for item in ranked if item.passage_id in passages]


class FixedChunks:
    """What tutorials build: the text of each document cut every 1,000 characters, embedded, nearest vectors returned.

    It gets the same redacted text, the same instruments and the same embedding model, and exact search, so that the
    difference is the cutting and the ranking.
    """

    def __init__(self, library: Library, embedder: Embedder) -> None:
        """Cut and embed everything in ``library``."""
        self._embedder = embedder
        self._units: list[Found] = []
        texts: list[str] = []
        for document in library.ledger.documents(Filters()):
            passages = library.ledger.document_passages(document.document_id)
            for text, held in fixed_chunks(passages):
                texts.append(text)
                self._units.append(Found(held))
        self._vectors = embedder.embed_passages(texts)

    def __call__(self, text: str) -> list[Found]:
        """Return the ten nearest chunks."""
        if not self._units:
            return []
        scores = self._vectors @ self._embedder.embed_query(text)
        return [self._units[place] for place in np.argsort(-scores, kind="stable")[:DEPTH]]


def fixed_chunks(passages: Sequence[Passage], size: int = CHUNK_CHARACTERS) -> list[tuple[str, tuple[Passage, ...]]]:
    """Join the passages of one document, cut every ``size`` characters, and say of which passages each holds half."""
    text = ""
    places: list[tuple[int, int, Passage]] = []
    for passage in passages:
        start = len(text)
        text += str.__str__(passage.text) + "\n"
        places.append((start, len(text) - 1, passage))
    out = []
    for first in range(0, len(text), size):
        last = min(first + size, len(text))
        held = tuple(
            passage
            for start, end, passage in places
            if end > start and min(end, last) - max(start, first) >= (end - start) / 2
        )
        out.append((text[first:last], held))
    return out
