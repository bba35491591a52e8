"""The classifier of entries: what a sentence or block most likely is, for the texts that no rule knows.

Two linear models. The quick one sees hashed words, the build of the sentence and the place where it stands; what it
holds for possible, the full one judges, which sees the meaning too: the vectors of the text and of the heading above
it. Trained by ``python -m ingest.training.entry_kinds``; ``models/entry_kinds.md`` says on what, and how well it reads
styles that it has not seen.
"""

from __future__ import annotations

import math
import threading
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from ingest.embedding.embedder import Embedder, ShippedEmbedder
from ingest.entry_kinds.features import Unit, features
from ingest.entry_kinds.weights import read_weights
from ingest.errors import PermanentIngestError

KINDS: Final = ("other", "finding", "recommendation", "response", "verdict", "request", "concern", "good_practice")
MODELS: Final = Path(__file__).parents[1] / "models"
ENTRIES: Final = 2  # from here on, KINDS are entries of the register that the classifier may propose
_HEADING_SHARE = 0.7
_LONGEST = 1200  # characters that are embedded
Rows = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]


class KindsUnusable(PermanentIngestError):
    """The classifier of entries is missing, changed or of another version."""

    code = "entry_kinds_unusable"


class EntryKinds:
    """Probabilities of :data:`KINDS`."""

    def __init__(self, folder: Path = MODELS, embedder: Embedder | None = None) -> None:
        """Read ``entry_kinds.npz`` and its card from ``folder`` (10 ms); the embedding model is loaded on first use.

        Args:
            folder: of the model.
            embedder: the default one if ``None``. If it is not the one of the training, the quick model judges alone.

        Raises:
            KindsUnusable: a file is missing or is not the one that the card names.
        """
        card, arrays = read_weights(folder, "entry_kinds", "classifier", KindsUnusable)
        if tuple(card["kinds"]) != KINDS:
            raise KindsUnusable("the weights are not those of the card", hint="install the package again")
        self._quick = arrays["quick"] * arrays["quick_scale"]
        self._quick_bias: Rows = arrays["quick_bias"]
        self._full = arrays["full"] * arrays["full_scale"]
        self._full_bias: Rows = arrays["full_bias"]
        self._meaning: Rows = arrays["meaning"]
        self._embedder = embedder or ShippedEmbedder()
        self._sees_meaning = self._embedder.name == card["embedder"]
        self._possible: float = card["possible"]
        self.thresholds: dict[str, float] = card["thresholds"]

    def share(self, embedder: Embedder | None) -> None:
        """Use an embedder that is loaded already, where it is of the same model."""
        if embedder is not None and embedder.name == self._embedder.name:
            self._embedder = embedder

    def probabilities(self, units: Sequence[Unit]) -> Rows:
        """Return an (n, kinds) array of probabilities, a row for each unit, which sums to 1.

        Raises:
            ModelUnusable: the embedding model is missing or changed.
        """
        found = [hashed(unit, len(self._quick)) for unit in units]
        rows = np.zeros((len(units), len(KINDS)), dtype=np.float32)
        for place, (at, values) in enumerate(found):
            rows[place] = values @ self._quick[at] + self._quick_bias
        chances = softmax(rows)
        if not self._sees_meaning:
            return chances
        doubtful = np.flatnonzero(chances[:, ENTRIES:].sum(axis=1) >= self._possible).tolist()
        if doubtful:
            seen = meanings(self._embedder, [units[place] for place in doubtful]) @ self._meaning
            for order, place in enumerate(doubtful):
                at, values = found[place]
                rows[place] = values @ self._full[at] + seen[order] + self._full_bias
            chances[doubtful] = softmax(rows[doubtful])
        return chances


def meanings(embedder: Embedder, units: Sequence[Unit]) -> Rows:
    """Return an (n, 2 dimension) array: the vector of each text, then that of the heading above it, shorter."""
    headings = [unit.headings[-1] if unit.headings else "" for unit in units]
    distinct = sorted({*(unit.text[:_LONGEST] for unit in units), *filter(None, headings)})
    vectors = dict(zip(distinct, embedder.embed_passages(distinct), strict=True))
    none = np.zeros(embedder.dimension, dtype=np.float32)
    return np.array(
        [
            np.concatenate((vectors[unit.text[:_LONGEST]], _HEADING_SHARE * vectors.get(heading, none)))
            for unit, heading in zip(units, headings, strict=True)
        ],
        dtype=np.float32,
    ).reshape(len(units), 2 * embedder.dimension)


def hashed(unit: Unit, size: int, *, context: bool = True) -> tuple[Places, Rows]:
    """Return the rows of the weights that a unit touches, and how strongly: words and place each of length one.

    Args:
        unit: a text with its place.
        size: number of rows.
        context: see :func:`~ingest.entry_kinds.features.features`.
    """
    places: list[int] = []
    values: list[float] = []
    for group in features(unit, context=context):
        distinct = sorted(set(group))
        places += [zlib.crc32(name.encode()) % size for name in distinct]
        values += [1 / math.sqrt(len(distinct) or 1)] * len(distinct)
    return np.array(places, dtype=np.int64), np.array(values, dtype=np.float32)


def softmax(rows: Rows) -> Rows:
    """Return rows of probabilities for (n, kinds) rows of scores."""
    held = np.exp(rows - rows.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(held / held.sum(axis=1, keepdims=True), dtype=np.float32)


_LOADING = threading.Lock()
_LOADED: list[EntryKinds] = []


def entry_kinds(embedder: Embedder | None = None) -> EntryKinds:
    """Return the classifier that ships with the product, loaded once.

    Args:
        embedder: of the caller, to be shared where it is of the classifier's model.

    Raises:
        KindsUnusable: see :class:`EntryKinds`.
    """
    with _LOADING:
        if not _LOADED:
            _LOADED.append(EntryKinds())
        _LOADED[0].share(embedder)
        return _LOADED[0]
