"""Rerankers: which model reads question and passage together for which library."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from ingest.ledger.store import Ledger
    from ingest.library import Library
    from ingest.reranking.reranker import Reranker

# By ledger, of which each library has its own.
_CHOSEN: WeakKeyDictionary[Ledger, Reranker | None] = WeakKeyDictionary()


def use(library: Library, reranker: Reranker | None) -> None:
    """Choose the model for a library; ``None`` for none."""
    _CHOSEN[library.ledger] = reranker


def reranker_of(library: Library) -> Reranker | None:
    """Return the model of a library: the shipped one where none was chosen."""
    return _CHOSEN[library.ledger] if library.ledger in _CHOSEN else _shipped()


@lru_cache(maxsize=1)
def _shipped() -> Reranker:
    from ingest.reranking.reranker import ShippedReranker

    return ShippedReranker()
