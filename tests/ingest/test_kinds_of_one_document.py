"""Units of one document are read by the network once, whoever asks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from told_kinds_of_entries import Saying

from ingest.entry_kinds.classifier import OfOneDocument, Rows
from ingest.entry_kinds.features import Unit

DOORS, BREAD = Unit("The doors were mended."), Unit("Bread is baked in the house.")


class Counting(Saying):
    """Notes how many units it was asked for."""

    asked = 0

    def probabilities(self, units: Sequence[Unit]) -> Rows:
        """Return a row for each unit."""
        self.asked += len(units)
        return super().probabilities(units)


def test_each_unit_is_computed_once_and_keeps_its_row() -> None:
    plain = Counting("verdict", {DOORS.text: 0.75})
    plain.thresholds = {"verdict": 0.5}
    known = OfOneDocument(plain)
    first = known.probabilities([DOORS, BREAD, DOORS])
    again = known.probabilities([BREAD, DOORS])
    assert plain.asked == 2
    assert np.array_equal(first, plain.probabilities([DOORS, BREAD, DOORS]))
    assert np.array_equal(again, first[[1, 0]])
    assert known.thresholds == {"verdict": 0.5}
