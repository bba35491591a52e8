"""The searches that are compared: each half of the index, both fused, and what a plain pipeline would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import numpy as np

from assistant.retrieval.fusion import fuse
from assistant.retrieval.reranking import search_reread
from assistant.retrieval.searching import Hit, search
from evals import plain_pipeline
from evals.retrieval import DEPTH, Found, Searcher
from ingest.embedding.embedder import Embedder
from ingest.library import Library
from ingest.passage import Filters, Passage, Ranked

CHUNK_CHARACTERS = 1000
_POOL = 100


@contextmanager
def searchers(library: Library, embedder: Embedder) -> Iterator[dict[str, Searcher]]:
    """Give the systems of the comparison by name, the baseline first; what they stored is removed afterwards."""
    with ExitStack() as stack:
        plain: dict[str, Searcher] = {}
        if plain_pipeline.installed():
            chunks = PlainChunks(library, embedder)
            stack.enter_context(chunks.store)
            plain[plain_pipeline.NAME] = chunks
        yield {**plain, **_ours(library, embedder)}


def _ours(library: Library, embedder: Embedder) -> dict[str, Searcher]:
    return {
        "vectors over 1,000-character chunks (baseline)": FixedChunks(library, embedder),
        "BM25": lambda text: _found(library, library.index.lexical(text, Filters(), DEPTH)),
        "vectors": lambda text: _found(library, library.index.dense(text, Filters(), DEPTH)),
        "fusion of both": lambda text: _found(library, _fused(library, text)),
        "opcat search": lambda text: _shown(search(library, text, Filters(), DEPTH).hits),
        "opcat search, reranked": lambda text: _shown(search_reread(library, text, Filters(), DEPTH).hits),
    }


def _shown(hits: Sequence[Hit]) -> list[Found]:
    return [Found((hit.passage, *hit.also)) for hit in hits]


def _found(library: Library, ranked: Sequence[Ranked]) -> list[Found]:
    passages = library.ledger.passages([item.passage_id for item in ranked])
    return [Found((passages[item.passage_id],)) for item in ranked if item.passage_id in passages]


def _fused(library: Library, text: str) -> list[Ranked]:
    lexical = library.index.lexical(text, Filters(), _POOL)
    fused = fuse(lexical, [], library.index.dense(text, Filters(), _POOL))
    scores = sorted(((name, parts.joined()) for name, parts in fused.items()), key=lambda item: -item[1])
    return [Ranked(name, score) for name, score in scores[:DEPTH]]


class PlainChunks:
    """LangChain's own splitter, Chroma store and retriever over the same redacted text with the same model."""

    def __init__(self, library: Library, embedder: Embedder) -> None:
        """Split, embed and store everything in ``library``."""
        self._places: dict[str, list[tuple[int, int, Passage]]] = {}
        texts: dict[str, str] = {}
        for document in library.ledger.documents(Filters()):
            name = document.document_id
            texts[name], self._places[name] = joined(library.ledger.document_passages(name))
        self.store = plain_pipeline.PlainPipeline(texts, plain_pipeline.SameModel(embedder))

    def __call__(self, text: str) -> list[Found]:
        """Return the ten nearest chunks, each credited with the passages of which it holds half."""
        return [
            Found(half_held(self._places[chunk.name], chunk.start, chunk.start + len(chunk.text)))
            for chunk in self.store.ask(text, DEPTH)
        ]


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
    text, places = joined(passages)
    return [
        (text[first : first + size], half_held(places, first, min(first + size, len(text))))
        for first in range(0, len(text), size)
    ]


def joined(passages: Sequence[Passage]) -> tuple[str, list[tuple[int, int, Passage]]]:
    """Return passages as one text, a line each, with start and end of each in it."""
    text = ""
    places: list[tuple[int, int, Passage]] = []
    for passage in passages:
        start = len(text)
        text += str.__str__(passage.text) + "\n"
        places.append((start, len(text) - 1, passage))
    return text, places


def half_held(places: Sequence[tuple[int, int, Passage]], first: int, last: int) -> tuple[Passage, ...]:
    """Return the passages of which the characters ``first`` to ``last`` are at least half."""
    return tuple(
        passage
        for start, end, passage in places
        if end > start and min(end, last) - max(start, first) >= (end - start) / 2
    )
