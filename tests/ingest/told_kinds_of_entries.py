"""A classifier of entries that says what it was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ingest.entry_kinds.classifier import KINDS, EntryKinds, Rows
from ingest.entry_kinds.features import Unit


class Saying(EntryKinds):
    """Gives a text the chance of one kind that it was told, and what is left to ``other``.

    Args:
        kind: the one.
        chances: by text.
        least: of any other text.
    """

    def __init__(self, kind: str, chances: Mapping[str, float], least: float = 0.0) -> None:
        self._kind, self._told, self._least = KINDS.index(kind), chances, least

    def probabilities(self, units: Sequence[Unit]) -> Rows:
        """Return a row for each unit."""
        rows = np.zeros((len(units), len(KINDS)), dtype=np.float32)
        for row, unit in zip(rows, units, strict=True):
            chance = self._told.get(unit.text, self._least)
            row[self._kind], row[KINDS.index("other")] = chance, 1 - chance
        return rows
