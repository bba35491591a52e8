"""Rows of the exact vector index that a filter permits, remembered until the index changes."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from ingest.ledger import Ledger
from ingest.passage import Filters
from ingest.vectors import ExactVectors

REMEMBERED_FILTERS: Final = 64
_NAMED_SINGLY: Final = 50
Rows = npt.NDArray[np.int64]


class PermittedRows:
    """One per index; its owner sees to it that only one thread uses it at a time."""

    def __init__(self, ledger: Ledger) -> None:
        """Ask this ledger what a filter permits."""
        self._ledger = ledger
        self._held: dict[Filters, Rows] = {}
        self._documents: tuple[dict[str, int], npt.NDArray[np.int32]] | None = None

    def of(self, exact: ExactVectors, filters: Filters) -> Rows:
        """Return the sorted rows of the permitted passages in ``exact``, the same since :meth:`forget`."""
        rows = self._held.get(filters)
        if rows is None:
            if len(self._held) >= REMEMBERED_FILTERS:
                self._held.clear()
            rows = self._held[filters] = self._read(exact, filters)
        return rows

    def forget(self) -> None:
        """Ask again: the index or the ledger has changed."""
        self._held.clear()
        self._documents = None

    def _read(self, exact: ExactVectors, filters: Filters) -> Rows:
        permitted = self._ledger.document_ids(filters)
        if filters.theme is not None or len(permitted) <= _NAMED_SINGLY:
            return exact.places(self._ledger.passage_ids(filters))
        # By document: naming every passage of a large library took ten times as long.
        numbers, owners = self._owners(exact)
        chosen = np.zeros(len(numbers) + 1, dtype=bool)
        chosen[[numbers[name] for name in permitted if name in numbers]] = True
        return np.flatnonzero(chosen[owners])

    def _owners(self, exact: ExactVectors) -> tuple[dict[str, int], npt.NDArray[np.int32]]:
        """Number the documents, and give the number of each row's document."""
        if self._documents is None:
            numbers: dict[str, int] = {}
            held = self._ledger.passage_documents()
            codes = (numbers.setdefault(held.get(name, ""), len(numbers)) for name in exact.names())
            self._documents = numbers, np.fromiter(codes, dtype=np.int32, count=len(exact))
        return self._documents
