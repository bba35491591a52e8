"""The classifier of entries: what a sentence or block of a report most likely is.

A small network reads a unit together with its headings and the words before it. It was trained by
``python -m ingest.training.entry_kinds``; ``models/entry_kinds.md`` says on what, and how well it reads styles that it
has not seen.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from ingest.embedding.embedder import ModelUnusable, read_card
from ingest.embedding.pairs import PairModel
from ingest.entry_kinds.features import Unit
from ingest.entry_kinds.pair import PIECES, pair_of

KINDS: Final = ("other", "finding", "recommendation", "response", "verdict", "request", "concern", "good_practice")
ENTRIES: Final = 2  # from here on, KINDS are entries of the register that the classifier may propose
# Chosen on styles and sets of reports left out; between .5 and .7 little changes.
THRESHOLDS: Final = dict.fromkeys(KINDS[ENTRIES:], 0.5) | {"recommendation": 0.6, "request": 0.6}
MODELS: Final = Path(__file__).parents[1] / "models"
_NAME: Final = "entry_kinds.onnx"
Rows = npt.NDArray[np.float32]


class EntryKinds:
    """Probabilities of :data:`KINDS`."""

    def __init__(self, folder: Path = MODELS, *, threads: int = 2) -> None:
        """Read the card in ``folder``; the network is loaded on first use (about 0.1 s).

        Raises:
            ModelUnusable: the card is missing or is that of another version.
        """
        card, digest = read_card(folder / "entry_kinds.json")
        if tuple(card.get("kinds", ())) != KINDS:
            raise ModelUnusable("entry_kinds.json is of another version", hint="install the package again")
        self._model = PairModel(folder / _NAME, lambda: digest, PIECES, threads)
        self.thresholds: dict[str, float] = dict(THRESHOLDS)

    def probabilities(self, units: Sequence[Unit]) -> Rows:
        """Return an (n, kinds) array of probabilities, a row for each unit, which sums to 1.

        Raises:
            ModelUnusable: the network is missing or changed.
        """
        rows = np.zeros((len(units), len(KINDS)), dtype=np.float32)
        for place, scores in enumerate(self._model.run([pair_of(unit) for unit in units])):
            rows[place] = scores[0]
        return softmax(rows)


class OfOneDocument(EntryKinds):
    """The same probabilities for the units of one document, each computed once though several readers ask for it."""

    def __init__(self, classifier: EntryKinds) -> None:
        """Ask ``classifier`` for what is not known yet; a pair is read by itself, so its row is always the same."""
        self._classifier, self.thresholds = classifier, classifier.thresholds
        self._known: dict[tuple[str, str], npt.NDArray[np.float32]] = {}

    def probabilities(self, units: Sequence[Unit]) -> Rows:
        """Return the rows of :meth:`EntryKinds.probabilities`."""
        pairs = [pair_of(unit) for unit in units]
        new = {pair: unit for pair, unit in zip(pairs, units, strict=True) if pair not in self._known}
        self._known.update(zip(new, self._classifier.probabilities([*new.values()]), strict=True))
        rows = np.zeros((len(units), len(KINDS)), dtype=np.float32)
        for place, pair in enumerate(pairs):
            rows[place] = self._known[pair]
        return rows


def softmax(rows: Rows) -> Rows:
    """Return rows of probabilities for (n, kinds) rows of scores."""
    held = np.exp(rows - rows.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(held / held.sum(axis=1, keepdims=True), dtype=np.float32)


@functools.cache
def entry_kinds() -> EntryKinds:
    """Return the classifier that ships with the product, loaded once.

    Raises:
        ModelUnusable: see :class:`EntryKinds`.
    """
    return EntryKinds()
