"""Models that read two texts together: the pieces of a pair, and the runtime of an int8 network over them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from ingest.embedding.embedder import checked, pinned_tokenizer
from ingest.embedding.onnx import session_of

QUESTION_PIECES: Final = 64
"""Pieces of a question, of which the last are kept: what is asked stands at the end."""


class PairModel:
    """A network with inputs ``input_ids``, ``attention_mask`` and ``token_type_ids``, loaded on first use.

    Args:
        path: of the weights.
        digest: gives the sha256 that the file must have.
        pieces: of a pair at most.
        threads: of onnxruntime.
    """

    def __init__(self, path: Path, digest: Callable[[], str], pieces: int, threads: int) -> None:
        """Remember where the model is (it loads in 0.1 to 0.2 s)."""
        self._path, self._digest, self._pieces, self._threads = path, digest, pieces, threads
        self._loading = threading.Lock()
        self._model: tuple[PairTokenizer, Any] | None = None

    def run(self, pairs: Sequence[tuple[str, str]]) -> Iterator[npt.NDArray[np.float32]]:
        """Yield what the network gives for each pair by itself, with its first axis of one.

        Raises:
            ModelUnusable: weights or tokenizer are missing or differ from the pinned ones.
        """
        tokenizer, session = self._loaded()
        for row in tokenizer.encode(pairs):
            # One pair a run: int8 activations are scaled over what runs together.
            feed = {"input_ids": row.ids, "attention_mask": row.attention_mask, "token_type_ids": row.type_ids}
            arrays = {name: np.asarray([values], dtype=np.int64) for name, values in feed.items()}
            yield session.run(None, arrays)[0]

    def _loaded(self) -> tuple[PairTokenizer, Any]:
        with self._loading:
            if self._model is None:
                session = session_of(checked(self._path, self._digest()), self._threads)
                self._model = (PairTokenizer(self._pieces), session)
            return self._model


class PairTokenizer:
    """Pairs of texts as piece ids: a long question loses its beginning, a long passage its end; no padding."""

    def __init__(self, pieces: int) -> None:
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
