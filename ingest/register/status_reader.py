"""A trained reader of sentences: what replies decide, what verdicts find, of which type of place a sentence speaks.

Three linear models, one for each; all see hashed words, the build
of the sentence, and its vector. Trained by ``python -m ingest.training.statuses``; ``models/statuses.md`` says on what,
and how well it reads styles and scales that it has not seen. Rules go first; where they are silent, it decides.
"""

from __future__ import annotations

import math
import threading
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from ingest.embedding.embedder import Embedder, ShippedEmbedder
from ingest.entry_kinds.classifier import MODELS, softmax
from ingest.entry_kinds.weights import read_weights
from ingest.errors import PermanentIngestError
from ingest.register.wording import features

Rows = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]
REPLIES: Final = "replies"
VERDICTS: Final = "verdicts"
PLACES: Final = "places"
OTHER: Final = "other"
LONGEST: Final = 400  # characters that are read
SIZE: Final = 4096  # rows of hashed features


class StatusesUnusable(PermanentIngestError):
    """The reader of statuses is missing, changed or of another version."""

    code = "statuses_unusable"


class StatusReader:
    """Probabilities of statuses, and of types of place.

    Attributes:
        usable: the embedding model is that of the training; else nothing is read.
    """

    def __init__(self, folder: Path = MODELS, embedder: Embedder | None = None) -> None:
        """Read ``statuses.npz`` and its card from ``folder``; the embedding model is loaded on first use.

        Args:
            folder: of the model.
            embedder: the default one if ``None``; with any but the one of the training nothing is read.

        Raises:
            StatusesUnusable: a file is missing or is not the one that the card names.
        """
        card, self._weights = read_weights(folder, "statuses", "reader", StatusesUnusable)
        self._labels: dict[str, list[str]] = card["labels"]
        self._embedder = embedder or ShippedEmbedder()
        self.usable = self._embedder.name == card["embedder"]
        self.thresholds: dict[str, float] = card["thresholds"]

    def share(self, embedder: Embedder | None) -> None:
        """Use an embedder that is loaded already, where it is of the same model."""
        if embedder is not None and embedder.name == self._embedder.name:
            self._embedder = embedder

    def likely(self, text: str, kind: str) -> tuple[str, float]:
        """Return the likeliest status of a text and its probability; ``other`` where it decides nothing.

        Args:
            text: a cell, or the words of a reply or verdict.
            kind: :data:`REPLIES`, :data:`VERDICTS` or :data:`PLACES`.

        Raises:
            ModelUnusable: the embedding model is missing or changed.
        """
        if not self.usable:
            return OTHER, 1.0
        chances = self.chances([text[:LONGEST]], kind)[0]
        best = int(chances.argmax())
        return self._labels[kind][best], float(chances[best])

    def labels(self, kind: str) -> list[str]:
        """Return the labels of a kind, in the order of :meth:`chances`."""
        return self._labels[kind]

    def chances(self, texts: list[str], kind: str) -> Rows:
        """Return an (n, labels) array of probabilities, a row for each text, which sums to 1.

        Raises:
            ModelUnusable: the embedding model is missing or changed.
        """
        return softmax(seen(texts, self._embedder) @ self._weights[kind] + self._weights[f"{kind}_bias"])


def seen(texts: list[str], embedder: Embedder) -> Rows:
    """Return an (n, SIZE + dimension) array: hashed words of length one, then the vector."""
    words = np.zeros((len(texts), SIZE), dtype=np.float32)
    for order, text in enumerate(texts):
        at, values = hashed(text, SIZE)
        np.add.at(words[order], at, values)
    words /= np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-9)
    return np.concatenate((words, embedder.embed_passages(texts)), axis=1)


def hashed(text: str, size: int) -> tuple[Places, Rows]:
    """Return the rows of the weights that a text touches, and how strongly: together of length one.

    Args:
        text: a cell, or the words of a reply or verdict.
        size: number of rows.
    """
    distinct = sorted(set(features(text)))
    places = [zlib.crc32(name.encode()) % size for name in distinct]
    values = [1 / math.sqrt(len(distinct) or 1)] * len(distinct)
    return np.array(places, dtype=np.int64), np.array(values, dtype=np.float32)


_LOADING = threading.Lock()
_LOADED: list[StatusReader] = []


def status_reader(embedder: Embedder | None = None) -> StatusReader:
    """Return the reader that ships with the product, loaded once.

    Args:
        embedder: of the caller, to be shared where it is of the reader's model.

    Raises:
        StatusesUnusable: see :class:`StatusReader`.
    """
    with _LOADING:
        if not _LOADED:
            _LOADED.append(StatusReader())
        _LOADED[0].share(embedder)
        return _LOADED[0]


@lru_cache(maxsize=4096)
def read_status(text: str, kind: str) -> str | None:
    """Return what a reply or verdict most likely says; ``None`` where that is not likely enough, or nothing.

    Args:
        text: a cell, or the words of a reply or verdict.
        kind: :data:`REPLIES` or :data:`VERDICTS`.
    """
    if not any(letter.isalpha() for letter in text):
        return None
    reader = status_reader()
    status, chance = reader.likely(text, kind)
    return status if status != OTHER and chance >= reader.thresholds[kind] else None


def forget() -> None:
    """Drop the texts that are kept to be asked about again; none outlives its document."""
    read_status.cache_clear()
