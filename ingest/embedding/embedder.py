"""Embedding: text becomes unit vectors. The port, and the adapter that every installation has.

The model is all-MiniLM-L6-v2 (Apache-2.0), fine-tuned on questions about passages (``models/embedder.md``), run by
onnxruntime; its tokenizer is the classifier's, in ``redaction/models``. Files are checked against pinned digests before
they are used.
"""

from __future__ import annotations

import functools
import hashlib
import json
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from ingest.errors import PermanentIngestError
from redaction.classification.classifier import MODELS

if TYPE_CHECKING:
    from ingest.embedding.onnx import OnnxEncoder

Vectors = npt.NDArray[np.float32]
Pieces = npt.NDArray[np.int64]
Progress = Callable[[int, int], None]

TOKENS: Final = 256  # what sentence-transformers uses for this model; its tokenizer file says 128
BATCH: Final = 16
_TOKENIZER_SHA256: Final = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_TOKENIZER: Final = MODELS / "tokenizer.json"
_FOLDER: Final = Path(__file__).parents[1] / "models"
_WEIGHTS: Final = _FOLDER / "embedder.onnx"
_CARD: Final = _FOLDER / "embedder.json"


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


class ShippedEmbedder:
    """The model of every installation: MiniLM-L6 fine-tuned by ``ingest.training``, on the processor, without torch."""

    dimension = 384

    def __init__(self, *, threads: int = 2) -> None:
        """Remember the number of threads; the model is loaded on first use (about 0.2 s)."""
        self._threads = threads
        self._loading = threading.Lock()
        self._encoder: OnnxEncoder | None = None

    @property
    def name(self) -> str:
        """The name of the model and the first digits of its file's digest."""
        return f"opcat-minilm/{_card()[:12]}/{TOKENS}"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed each text by itself: its vector depends on nothing else.

        Raises:
            ModelUnusable: weights or tokenizer are missing or differ from the pinned ones.
        """
        return self._loaded().encode(texts)

    def embed_query(self, text: str) -> Vectors:
        """Embed one question; see :meth:`embed_passages`."""
        row: Vectors = self.embed_passages([text])[0]
        return row

    def _loaded(self) -> OnnxEncoder:
        from ingest.embedding.onnx import OnnxEncoder

        with self._loading:
            if self._encoder is None:
                self._encoder = OnnxEncoder(checked(_WEIGHTS, _card()), threads=self._threads)
            return self._encoder


def pinned_tokenizer() -> Any:
    """Return the tokenizer that all our encoders share: it truncates at :data:`TOKENS` pieces and does not pad.

    Raises:
        ModelUnusable: its file or the library is missing, or the file is not the pinned one.
    """
    try:
        import tokenizers
    except ImportError as error:
        raise ModelUnusable(f"the package {error.name} is missing", hint="install the package again") from error
    tokenizer = tokenizers.Tokenizer.from_str(checked(_TOKENIZER, _TOKENIZER_SHA256).decode())
    tokenizer.enable_truncation(TOKENS)
    tokenizer.no_padding()
    return tokenizer


def in_batches(
    tokenizer: Any, texts: Sequence[str], dimension: int, run: Callable[[Pieces, Pieces], Vectors], batch: int = BATCH
) -> Vectors:
    """Return (n, dimension) rows in the order of the texts, computed in batches of similar length.

    Args:
        tokenizer: truncates, does not pad.
        texts: any number, none too.
        dimension: of a row.
        run: gives a row for each of a batch from piece ids and mask, both (batch, pieces).
        batch: texts in one run, at most.
    """
    vectors = np.zeros((len(texts), dimension), dtype=np.float32)
    rows = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))] if texts else []
    order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
    for start in range(0, len(order), batch):
        places = order[start : start + batch]
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


@functools.cache
def _card() -> str:
    return read_card(_CARD)[1]


def read_card(path: Path) -> tuple[dict[str, Any], str]:
    """Return the card of a model, and the sha256 that it pins of the ``.onnx`` file of the same name.

    Raises:
        ModelUnusable: it is missing, or does not say.
    """
    try:
        card: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return card, str(card["sha256"][f"{path.stem}.onnx"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelUnusable(f"the model card {path.name} is missing", hint="install the package again") from error


def checked(path: Path, digest: str) -> bytes:
    """Return the bytes of a model's file.

    Raises:
        ModelUnusable: it is missing, or its sha256 is not ``digest``.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelUnusable(f"the model file {path.name} is missing", hint="install the package again") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise ModelUnusable(f"the model file {path.name} is not the pinned one", hint="install the package again")
    return data
