"""The classifier of entries: what a sentence or block of a report most likely is.

A small network reads a unit together with its headings and the words before it. It was trained by
``python -m ingest.training.entry_kinds``; ``models/entry_kinds.md`` says on what, and how well it reads styles that it
has not seen.
"""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from ingest.embedding.embedder import ModelUnusable, checked
from ingest.embedding.onnx import session_of
from ingest.entry_kinds.features import Unit
from ingest.entry_kinds.pair import PIECES, pair_of
from ingest.reranking.reranker import PairTokenizer

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
        try:
            card: dict[str, Any] = json.loads((folder / "entry_kinds.json").read_text("utf-8"))
            kinds = tuple(card["kinds"])
            self._digest: str = card["sha256"][_NAME]
        except (OSError, ValueError, KeyError) as error:
            raise ModelUnusable("the card entry_kinds.json is missing", hint="install the package again") from error
        if kinds != KINDS:
            raise ModelUnusable("entry_kinds.json is of another version", hint="install the package again")
        self._path, self._threads = folder / _NAME, threads
        self._loading = threading.Lock()
        self._model: tuple[PairTokenizer, Any] | None = None
        self.thresholds: dict[str, float] = dict(THRESHOLDS)

    def probabilities(self, units: Sequence[Unit]) -> Rows:
        """Return an (n, kinds) array of probabilities, a row for each unit, which sums to 1.

        Raises:
            ModelUnusable: the network is missing or changed.
        """
        tokenizer, session = self._loaded()
        rows = np.zeros((len(units), len(KINDS)), dtype=np.float32)
        for place, row in enumerate(tokenizer.encode([pair_of(unit) for unit in units])):
            # One unit a run: int8 activations are scaled over what runs together.
            feed = {"input_ids": row.ids, "attention_mask": row.attention_mask, "token_type_ids": row.type_ids}
            arrays = {name: np.asarray([values], dtype=np.int64) for name, values in feed.items()}
            rows[place] = session.run(None, arrays)[0][0]
        held = np.exp(rows - rows.max(axis=1, keepdims=True, initial=-np.inf))
        return np.asarray(held / held.sum(axis=1, keepdims=True), dtype=np.float32)

    def _loaded(self) -> tuple[PairTokenizer, Any]:
        with self._loading:
            if self._model is None:
                session = session_of(checked(self._path, self._digest), self._threads)
                self._model = (PairTokenizer(PIECES), session)
            return self._model


@functools.cache
def entry_kinds() -> EntryKinds:
    """Return the classifier that ships with the product, loaded once.

    Raises:
        ModelUnusable: see :class:`EntryKinds`.
    """
    return EntryKinds()
