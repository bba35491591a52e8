"""Rows of the exact vector index that a filter permits, remembered until the index changes."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from ingest.index.vectors import ExactVectors
from ingest.ledger.store import Ledger
from ingest.passage import Filters

REMEMBERED_FILTERS: Final = 64
_NAMED_SINGLY: Final = 50
Rows = npt.NDArray[np.int64]


class PermittedRows:
    """One per index; its owner sees to it that only one thread uses it at a time."""

    def __init__(self, ledger: Ledger) -> None:
        """Ask this ledger what a filter permits."""
        self._ledger = ledger
        self._held: dict[Filters, Rows] = {}
        self._owners: Rows | None = None

    def of(self, exact: ExactVectors, filters: Filters) -> Rows:
        """Return the sorted rows of the permitted passages in ``exact``, the same since :meth:`forget`."""
        rows = self._held.get(filters)
        if rows is None:
            if len(self._held) >= REMEMBERED_FILTERS:
                self._held.clear()
            rows = self._held[filters] = self._read(exact, filters)
        return rows

    def forget(self, owners: Rows | None = None) -> None:
        """Ask again: the index or the ledger has changed.

        Args:
            owners: the number of the document of each row, where it is known; otherwise read when it is needed.
        """
        self._held.clear()
        self._owners = owners

    def _read(self, exact: ExactVectors, filters: Filters) -> Rows:
        permitted = self._ledger.document_numbers(filters)
        if filters.theme is not None or (self._owners is None and len(permitted) <= _NAMED_SINGLY):
            return exact.places(self._ledger.passage_ids(filters))
        # By document: naming every passage of a large library took ten times as long.
        if self._owners is None:
            held = self._ledger.passage_owners()
            self._owners = np.fromiter((held.get(name, 0) for name in exact.names()), dtype=np.int64, count=len(exact))
        return np.flatnonzero(np.isin(self._owners, permitted))
