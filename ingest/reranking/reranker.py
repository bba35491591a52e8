"""Reranking: how surely a passage answers a question. The port, and the adapter that every installation has.

The model (``models/reranker.md``) reads question and passage together, which tells more than the cosine of two vectors
and costs a run of the network for each passage. Its file is checked against a pinned digest before it is used.
"""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from ingest.embedding.embedder import ModelUnusable, checked, pinned_tokenizer
from ingest.embedding.onnx import session_of

Scores = npt.NDArray[np.float32]

PIECES: Final = 176
"""Pieces of a question and a passage together; a longer passage is cut."""
QUESTION_PIECES: Final = 64
"""Pieces of a question, of which the last are kept: what is asked stands at the end."""
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
        self._threads = threads
        self._loading = threading.Lock()
        self._model: tuple[PairTokenizer, Any] | None = None

    @property
    def name(self) -> str:
        """The name of the model and the first digits of its file's digest."""
        return f"opcat-reranker/{_card()[:12]}/{PIECES}"

    def score(self, question: str, passages: Sequence[str]) -> Scores:
        """Score each passage by itself: its score depends on nothing else.

        Raises:
            ModelUnusable: weights or tokenizer are missing or differ from the pinned ones.
        """
        tokenizer, session = self._loaded()
        found = np.zeros(len(passages), dtype=np.float32)
        for place, row in enumerate(tokenizer.encode([(question, text) for text in passages])):
            # One pair a run: int8 activations are scaled over what runs together.
            feed = {"input_ids": row.ids, "attention_mask": row.attention_mask, "token_type_ids": row.type_ids}
            arrays = {name: np.asarray([values], dtype=np.int64) for name, values in feed.items()}
            found[place] = session.run(None, arrays)[0][0]
        return found

    def _loaded(self) -> tuple[PairTokenizer, Any]:
        with self._loading:
            if self._model is None:
                self._model = (PairTokenizer(), session_of(checked(_WEIGHTS, _card()), self._threads))
            return self._model


@functools.cache
def shipped() -> ShippedReranker:
    """Return the one that all libraries of a process share, so that its model is loaded once."""
    return ShippedReranker()


class PairTokenizer:
    """Pairs of texts as piece ids: a long question loses its beginning, a long passage its end; no padding."""

    def __init__(self, pieces: int = PIECES) -> None:
        """Load the tokenizer that all our models share, to give at most so many pieces."""
        self._pairs = pinned_tokenizer()
        self._pairs.enable_truncation(pieces, strategy="only_second")
        self._questions = pinned_tokenizer()
        self._questions.no_truncation()

    def encode(self, pairs: Sequence[tuple[str, str]]) -> list[Any]:
        """Return one encoding for each (question, passage), with ``ids``, ``type_ids`` and ``attention_mask``."""
        cut = {question: self._cut(question) for question in dict.fromkeys(question for question, _ in pairs)}
        encodings: list[Any] = self._pairs.encode_batch([(cut[question], passage) for question, passage in pairs])
        return encodings

    def _cut(self, question: str) -> str:
        if len(question) <= QUESTION_PIECES:
            return question
        offsets = self._questions.encode(question, add_special_tokens=False).offsets
        return question if len(offsets) <= QUESTION_PIECES else question[offsets[-QUESTION_PIECES][0] :]


@functools.cache
def _card() -> str:
    try:
        return str(json.loads(_CARD.read_text("utf-8"))["sha256"][_WEIGHTS.name])
    except (OSError, ValueError, KeyError) as error:
        raise ModelUnusable(f"the model card {_CARD.name} is missing", hint="install the package again") from error
