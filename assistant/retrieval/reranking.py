"""Reading again: the passages found for a question read together with it, which tells more than words and vectors do.

Costs some 5 ms a passage, so only the first of a ranking are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from assistant.retrieval.searching import Hit, SearchResult, search
from ingest.passage import Filters

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.reranking.reranker import Reranker

MOST_READ = 12
"""Passages that are read for a question."""
WEIGHT = 1.0
"""Of what the model says beside 1 for the search, both in standard deviations over the passages that were read."""
_TITLE = 160


def read(reranker: Reranker, question: str, hits: Sequence[Hit], most: int = MOST_READ) -> list[Hit]:
    """Return the hits with what the model says of the first ``most``, in the order they came in."""
    scores = reranker.score(question, [read_input(hit) for hit in hits[:most]])
    return [*(replace(hit, read=float(score)) for hit, score in zip(hits, scores, strict=False)), *hits[most:]]


def reranked(hits: Sequence[Hit], weight: float = WEIGHT) -> list[Hit]:
    """Return hits in the order of both search and model, those that were read before the others.

    What a question names by number stays first.
    """
    seen = [hit for hit in hits if hit.read is not None]
    joined = _standard([hit.score for hit in seen]) + weight * _standard([hit.read or 0.0 for hit in seen])
    order = sorted(range(len(seen)), key=lambda at: (-joined[at], at))
    ordered = [*(seen[at] for at in order), *(hit for hit in hits if hit.read is None)]
    return [replace(hit, rank=rank) for rank, hit in enumerate(ordered, 1)]


def search_reread(library: Library, query: str, filters: Filters | None = None, k: int = 10) -> SearchResult:
    """Search as :func:`assistant.retrieval.searching.search` does, and read the first passages with the query."""
    result = rerank(library, search(library, query, filters, max(k, MOST_READ)))
    return replace(result, hits=result.hits[:k])


def rerank(library: Library, result: SearchResult, most: int = MOST_READ) -> SearchResult:
    """Return a search's result with its first passages in the order of both search and model."""
    if library.reranker is None:
        return result
    return replace(result, hits=tuple(reranked(read(library.reranker, result.query, result.hits, most))))


def read_input(hit: Hit, text: str | None = None) -> str:
    """Return what is read of a passage: its document's title and its nearest headings, then ``text`` or all of it."""
    title = hit.document.metadata.title
    lines = [*([title] if title else []), *hit.passage.heading_path[-2:]]
    return "\n".join((*(line[:_TITLE] for line in lines), str(hit.passage.text) if text is None else text))


def _standard(values: Sequence[float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    row = np.asarray(values, dtype=np.float64)
    return (row - row.mean()) / (row.std() + 1e-6) if len(row) else row
