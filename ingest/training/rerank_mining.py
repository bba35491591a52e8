"""Mining: the passages that search finds for a question, which a reranker must tell from those that answer it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import numpy as np

from ingest.embedding.embedder import Embedder, Vectors
from ingest.index.lexical import LexicalIndex
from ingest.passage import Passage
from ingest.training.pairs import Collection, Pair
from ingest.training.rerank_groups import MINED, Mined
from redaction.text import public_text

_SPARE = 8


def mine(
    collection: Collection, pairs: Sequence[Pair], embedder: Embedder, vectors: Vectors | None = None
) -> list[Mined]:
    """Find for each question the passages near to it in words and in meaning, the two taking turns.

    Args:
        collection: is searched as a whole.
        pairs: the questions.
        embedder: the model of the vectors.
        vectors: of the passages, where they are known.
    """
    words = LexicalIndex(None)
    words.write((_passage(place, text), "") for place, text in enumerate(collection.passages))
    rows = embedder.embed_passages(collection.passages) if vectors is None else vectors
    found = []
    for pair in pairs:
        near = np.argsort(-(rows @ embedder.embed_query(pair.question)))[: MINED + _SPARE].tolist()
        told = [int(ranked.passage_id) for ranked in words.search(pair.question, MINED + _SPARE)]
        both = [int(place) for turn in zip_longest(told, near) for place in turn if place is not None]
        others = [place for place in dict.fromkeys(both) if place not in pair.answers]
        found.append(Mined(pair, tuple(others[:MINED])))
    return found


def _passage(place: int, text: str) -> Passage:
    return Passage(str(place), "collection", place, public_text(text), "", None, "paragraph")
