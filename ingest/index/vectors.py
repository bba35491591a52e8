"""Search by meaning: exact in memory, approximate in Chroma, behind one port; both derived from the ledger."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from ingest.index.shared_scan import SharedScan
from ingest.passage import Ranked

Vectors = npt.NDArray[np.float32]
_M_PERTURB = -6
_CHROMA_BATCH: Final = 2000
_COLLECTION: Final = "passages"
# More than any two ways of adding up 384 products of unit vectors differ by.
_ROUNDING: Final = 1e-5
# Rows are gathered before they are compared where they are fewer than one in this many: copies cost memory and time,
# and a pass over all rows is shared by those who wait.
_GATHERED: Final = 16


class VectorIndex(Protocol):
    """Finds the passages whose unit vectors are nearest to a question's."""

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add passages, or replace the vectors of those held."""
        ...

    def remove(self, ids: Collection[str]) -> None:
        """Stop finding passages; unknown ids are passed over. Says nothing about bytes on disk (see Generations)."""
        ...

    def search(self, query: Vectors, k: int) -> list[Ranked]:
        """Return the ``k`` nearest by cosine, best first, fewer if there are fewer."""
        ...

    def ids(self) -> set[str]:
        """Return the ids of all passages held."""
        ...


class ExactVectors:
    """All vectors in memory: exact, permits any filter, about 23 ms for 100,000 passages of 384 numbers."""

    def __init__(self, ids: Sequence[str] = (), vectors: Vectors | None = None) -> None:
        """Hold these rows."""
        self._ids = list(ids)
        self._vectors = np.zeros((0, 0), dtype=np.float32) if vectors is None else vectors
        self._scan = SharedScan(self._vectors)
        self._places: dict[str, int] | None = None

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add or replace rows."""
        self.remove(set(ids))
        kept = self._vectors if len(self._ids) else np.zeros((0, vectors.shape[1]), dtype=np.float32)
        self._ids.extend(ids)
        self._hold(np.vstack((kept, vectors)))

    def remove(self, ids: Collection[str]) -> None:
        """Drop rows."""
        gone = set(ids) & set(self._ids)
        if gone:
            keep = [place for place, name in enumerate(self._ids) if name not in gone]
            self._ids = [self._ids[place] for place in keep]
            self._hold(self._vectors[keep])

    def search(self, query: Vectors, k: int, permitted: Collection[str] | None = None) -> list[Ranked]:
        """Return the ``k`` nearest among the permitted passages (``None``: all of them)."""
        if not self._ids or k < 1:
            return []
        if permitted is None:
            return self._ranked(query, _among_best(self._scan.scores(query), k), k)
        return self.search_rows(query, k, self.places(permitted))

    def places(self, ids: Collection[str]) -> npt.NDArray[np.int64]:
        """Return the sorted row numbers of the passages that are held, to be used until the next change."""
        index = self._index()
        rows = np.fromiter((index[name] for name in ids if name in index), dtype=np.int64)
        rows.sort()
        return rows

    def search_rows(self, query: Vectors, k: int, rows: npt.NDArray[np.int64]) -> list[Ranked]:
        """Return the ``k`` nearest among these rows."""
        if not len(rows) or k < 1:
            return []
        if _GATHERED * len(rows) > len(self._ids):
            scores = self._scan.scores(query)[rows]
        else:
            scores = self._vectors[rows] @ query
        return self._ranked(query, rows[_among_best(scores, k)], k)

    def copy(self) -> ExactVectors:
        """Return one of its own that changes apart from this one; the vectors are shared until then."""
        return ExactVectors(self._ids, self._vectors)

    def ids(self) -> set[str]:
        """Return the ids held."""
        return set(self._ids)

    def names(self) -> Sequence[str]:
        """Return the id of each row, in order."""
        return self._ids

    @property
    def matrix(self) -> Vectors:
        """The (n, d) vectors in the order of :meth:`names`, not to be changed."""
        return self._vectors

    def rows(self, ids: Sequence[str]) -> Vectors:
        """Return the vectors of passages that are held, in the order asked."""
        places = self._index()
        return np.asarray(self._vectors[[places[name] for name in ids]], dtype=np.float32)

    def __len__(self) -> int:
        """Return the number of passages held."""
        return len(self._ids)

    def _ranked(self, query: Vectors, rows: npt.NDArray[np.int64], k: int) -> list[Ranked]:
        """Return the ``k`` best of a few rows by scores that depend on nobody else, ties in order of place."""
        scores = np.sum(self._vectors[rows] * query, axis=1)
        order = np.argsort(-scores, kind="stable")[:k]
        best = zip(rows[order], scores[order].tolist(), strict=True)
        return [Ranked(self._ids[place], score) for place, score in best]

    def _hold(self, vectors: Vectors) -> None:
        self._vectors, self._scan, self._places = vectors, SharedScan(vectors), None

    def _index(self) -> dict[str, int]:
        if self._places is None:
            self._places = {name: place for place, name in enumerate(self._ids)}
        return self._places


def _fill_allocations() -> None:
    """Have the C library overwrite memory that it hands out and takes back, where it can (glibc).

    The vector index writes its unused slots to disk without initialising them: whatever the process had in that memory
    before, identifiers of an erased document for one, would be in the file.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(_M_PERTURB, 1)


class ChromaVectors:
    """Embedded Chroma with ids and vectors only: no text, no metadata, no server, one owning process.

    Chroma's ``query`` misses rows that another process has written and keeps deleted vectors on disk, so only the
    holder of the library's lock opens it, and erasure builds it anew in a fresh directory.
    """

    def __init__(self, path: Path) -> None:
        """Open or create the store in a directory."""
        _fill_allocations()
        import chromadb
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False, allow_reset=False)
        self._client: Any = chromadb.PersistentClient(path=str(path), settings=settings)
        self._collection: Any = self._client.get_or_create_collection(
            _COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "ip", "ef_search": 500}}
        )
        # Chroma counts by looking at every row: 20 ms for 100,000, more than the search itself.
        self._count = int(self._collection.count())

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add or replace."""
        for start in range(0, len(ids), _CHROMA_BATCH):
            end = start + _CHROMA_BATCH
            self._collection.upsert(ids=list(ids[start:end]), embeddings=vectors[start:end])
        self._count = int(self._collection.count())

    def remove(self, ids: Collection[str]) -> None:
        """Delete; the vectors stay in Chroma's files until the store is built anew."""
        held = sorted(ids)
        for start in range(0, len(held), _CHROMA_BATCH):
            self._collection.delete(ids=held[start : start + _CHROMA_BATCH])
        self._count = int(self._collection.count())

    def search(self, query: Vectors, k: int) -> list[Ranked]:
        """Return the ``k`` nearest, approximately."""
        k = min(k, self._count)
        if k < 1:
            return []
        found = self._collection.query(query_embeddings=[query], n_results=k, include=["distances"])
        return [
            Ranked(str(name), 1.0 - float(distance))
            for name, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def ids(self) -> set[str]:
        """Return the ids held."""
        return set(self._collection.get(include=[])["ids"])

    def close(self) -> None:
        """Let go of the files, so that the directory can be removed and another one opened."""
        self._client.close()


def recall(found: Iterable[Ranked], wanted: Iterable[Ranked]) -> float:
    """Return the share of the wanted passages that were found; 1.0 when nothing was wanted."""
    aim = {hit.passage_id for hit in wanted}
    return len(aim & {hit.passage_id for hit in found}) / len(aim) if aim else 1.0


def _among_best(scores: Vectors, k: int) -> npt.NDArray[np.int64]:
    """Give the places, in order, whose scores are among the ``k`` highest or cannot be told from those."""
    if k >= len(scores):
        return np.arange(len(scores))
    least = np.partition(scores, len(scores) - k)[len(scores) - k]
    return np.flatnonzero(scores >= least - _ROUNDING)
