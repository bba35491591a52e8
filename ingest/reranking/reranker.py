"""Reranking: how surely a passage answers a question. The port, and the adapter that every installation has.

The model (``models/reranker.md``) reads question and passage together, which tells more than the cosine of two vectors
and costs a run of the network for each passage. Its file is checked against a pinned digest before it is used.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from ingest.embedding.embedder import read_card
from ingest.embedding.pairs import PairModel

Scores = npt.NDArray[np.float32]

PIECES: Final = 176
"""Pieces of a question and a passage together; a longer passage is cut."""
_FOLDER: Final = Path(__file__).parents[1] / "models"
_WEIGHTS: Final = _FOLDER / "reranker.onnx"
_CARD: Final = _FOLDER / "reranker.json"


class Reranker(Protocol):
    """Scores passages for a question."""

    @property
    def name(self) -> str:
        """A name that changes whenever scores would."""
        ...

    def score(self, question: str, passages: Sequence[str]) -> Scores:
        """Return (n,) float32 log odds that each passage answers the question, in the order of the passages."""
        ...


class ShippedReranker:
    """The model of every installation, trained by ``ingest.training.rerank_train``, on the processor, without torch."""

    def __init__(self, *, threads: int = 2) -> None:
        """Remember the number of threads; the model is loaded on first use (about 0.2 s)."""
        self._model = PairModel(_WEIGHTS, _card, PIECES, threads)

    @property
    def name(self) -> str:
        """The name of the model and the first digits of its file's digest."""
        return f"opcat-reranker/{_card()[:12]}/{PIECES}"

    def score(self, question: str, passages: Sequence[str]) -> Scores:
        """Score each passage by itself: its score depends on nothing else.

        Raises:
            ModelUnusable: weights or tokenizer are missing or differ from the pinned ones.
        """
        found = np.zeros(len(passages), dtype=np.float32)
        for place, score in enumerate(self._model.run([(question, text) for text in passages])):
            found[place] = score[0]
        return found


@functools.cache
def shipped() -> ShippedReranker:
    """Return the one that all libraries of a process share, so that its model is loaded once."""
    return ShippedReranker()


@functools.cache
def _card() -> str:
    return read_card(_CARD)[1]
