"""The index of passages: words and vectors, both derived from the ledger and never ahead of or behind it unnoticed.

Every change of the ledger raises its generation; every index directory carries the generation and the digest of the
passage ids it was made from. A writer that finds a difference at opening builds the index anew from the ledger. A
reader that finds one (a writer is between its two steps, or was killed there) searches a copy that it builds in memory,
so that it sees every passage of the ledger at once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ingest.embedding.embedder import Embedder
from ingest.home import Home
from ingest.index.generations import Generations, Manifest, write_manifest
from ingest.index.lexical import LexicalIndex
from ingest.index.permitted_rows import PermittedRows
from ingest.index.vectors import ChromaVectors, ExactVectors
from ingest.ledger.filters import unrestricted
from ingest.ledger.store import Ledger
from ingest.passage import Filters, Passage, Ranked

APPROXIMATE_BEYOND = 150_000
_REMEMBERED_QUESTIONS = 64
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Cached:
    generation: int
    lexical: LexicalIndex | None = None
    exact: ExactVectors | None = None


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


class PassageIndex:
    """Searches by words and by meaning with the filters applied inside both."""

    def __init__(
        self,
        home: Home,
        ledger: Ledger,
        embedder: Embedder,
        *,
        owner: bool,
        approximate_beyond: int = APPROXIMATE_BEYOND,
    ) -> None:
        """Search this library; the ``owner`` (holder of the lock) may also write."""
        self._ledger = ledger
        self._embedder = embedder
        self._owner = owner
        self._beyond = approximate_beyond
        self._lexical_home = Generations(home.lexical)
        self._chroma_home = Generations(home.chroma)
        self._guard = threading.RLock()
        self._lexical = _Cached(-1)
        self._exact = _Cached(-1)
        self._chroma: ChromaVectors | None = None
        self._rows = PermittedRows(ledger)
        # One question is searched several times: in reports and in the law, with and without a filter.
        self._vector = lru_cache(maxsize=_REMEMBERED_QUESTIONS)(embedder.embed_query)
        self._known: Manifest | None = None

    def lexical(self, query: str, filters: Filters, k: int) -> list[Ranked]:
        """Return the ``k`` best permitted passages by BM25, best first; none for a query without words."""
        documents = None if unrestricted(_without_theme(filters)) else self._ledger.document_ids(filters)
        return self.words().search(query, max(1, k), documents=documents, theme=filters.theme)

    def dense(self, query: str | Mapping[str, float], filters: Filters, k: int) -> list[Ranked]:
        """Return the ``k`` nearest permitted passages by cosine, best first; none for an empty query.

        A query in several wordings, each with its weight, is compared by the weighted mean of their cosines. Exact,
        except for the owner of a library of more than 150,000 passages who searches without a filter.
        """
        weights = {text: weight for text, weight in _wordings(query).items() if text.strip()}
        if not weights:
            return []
        # A cosine is linear in the query: one search for the mean of the vectors has the mean of the cosines.
        wordings = [self._vector(text) for text in weights]
        vector = np.average(wordings, axis=0, weights=list(weights.values())).astype(np.float32)
        if unrestricted(filters):
            exact = self.exact()
            if self._owner and len(exact) > self._beyond:
                return self.approximate().search(vector, k)
            return exact.search(vector, k)
        with self._guard:
            exact = self.exact()
            rows = self._rows.of(exact, filters)
        return exact.search_rows(vector, k, rows)

    def forget_questions(self) -> None:
        """Forget the vectors of the last questions, which are kept in memory for a while."""
        self._vector.cache_clear()

    def words(self) -> LexicalIndex:
        """Return the lexical index of the ledger's present generation."""
        with self._guard:
            generation = self._ledger.generation()
            if self._lexical.generation != generation or self._lexical.lexical is None:
                manifest, folder = self._lexical_home.manifest(), self._lexical_home.live()
                if folder is not None and manifest is not None and manifest.generation == generation:
                    index = LexicalIndex(folder)
                else:
                    index = LexicalIndex(None)
                    index.write(self._titled())
                self._lexical = _Cached(generation, lexical=index)
            assert self._lexical.lexical is not None
            return self._lexical.lexical

    def exact(self) -> ExactVectors:
        """Return the exact vector index of the ledger's present generation."""
        with self._guard:
            generation = self._ledger.generation()
            if self._exact.generation != generation or self._exact.exact is None:
                ids, vectors, owners = self._ledger.vectors(self._embedder.name, self._embedder.dimension)
                self._exact = _Cached(generation, exact=ExactVectors(ids, vectors))
                self._rows.forget(owners)
            assert self._exact.exact is not None
            return self._exact.exact

    def approximate(self) -> ChromaVectors:
        """Return the approximate index; for the owner only, since a second process would miss rows."""
        with self._guard:
            if self._chroma is None:
                folder = self._chroma_home.live()
                if folder is None:
                    self._rebuild_chroma()
                else:
                    self._chroma = ChromaVectors(folder)
            assert self._chroma is not None
            return self._chroma

    def changed(self, document_id: str, former: Sequence[str]) -> None:
        """Follow one document that the ledger has just stored, replaced or dropped.

        Killed half-way, the manifest is missing and the next opening builds the index anew.
        """
        with self._guard:
            passages = self._ledger.document_passages(document_id)
            folder = self._lexical_home.live()
            if folder is None:
                self._rebuild_lexical()
            else:
                self._lexical_home.describe(None)
                index = self._lexical.lexical if self._lexical.lexical is not None else LexicalIndex(folder)
                document = self._ledger.document(document_id)
                title = (document.metadata.title if document else None) or ""
                index.write(((passage, title) for passage in passages), replaced=[document_id])
                self._lexical = _Cached(self._ledger.generation(), lexical=index)
                self._lexical_home.describe(self._after([passage.passage_id for passage in passages], former))
            self._follow_vectors([passage.passage_id for passage in passages], former)

    def repair(self) -> bool:
        """Build anew whatever differs from the ledger; say whether anything did. For the owner."""
        with self._guard:
            present = self._present()
            manifest = self._lexical_home.manifest()
            stale = manifest != present
            if not stale:
                try:
                    # A damaged index is a difference like any other.
                    self._lexical = _Cached(present.generation, lexical=LexicalIndex(self._lexical_home.live()))
                    stale = self.words().ids() != self._ledger.passage_ids(Filters())
                except Exception:  # tantivy's errors share no class, and building anew cures them all
                    stale = True
            if stale:
                self._rebuild_lexical()
            self._lexical_home.sweep()
            chroma = self._chroma_home.manifest()
            wrong = self._chroma_home.live() is not None and chroma != present
            if wrong:
                self._rebuild_chroma()
            self._chroma_home.sweep()
            return stale or wrong

    def rebuild(self, progress: Progress = _silent) -> None:
        """Build both indexes in fresh directories and switch to them: nothing of a deleted passage is left on disk."""
        with self._guard:
            progress("lexical", 0, 1)
            self._rebuild_lexical()
            progress("lexical", 1, 1)
            if self._chroma_home.live() is not None:
                progress("vectors", 0, 1)
                self._rebuild_chroma()
                progress("vectors", 1, 1)

    def strangers(self) -> list[str]:
        """Return files in the index directories that belong to no live index."""
        return [*self._lexical_home.strangers(), *self._chroma_home.strangers()]

    def manifests(self) -> tuple[Manifest | None, Manifest | None, Manifest]:
        """Return what the lexical index, the approximate index and the ledger say they hold."""
        return self._lexical_home.manifest(), self._chroma_home.manifest(), self._present()

    def has_approximate(self) -> bool:
        """Say whether there is an approximate index on disk."""
        return self._chroma_home.live() is not None

    def close(self) -> None:
        """Let go of the files."""
        if self._chroma is not None:
            self._chroma.close()
            self._chroma = None
        self._lexical = _Cached(-1)
        self._exact = _Cached(-1)
        self._rows.forget()
        self.forget_questions()

    def _present(self) -> Manifest:
        if self._known is None or self._known.generation != self._ledger.generation():
            self._known = Manifest.of(self._ledger.generation(), self._ledger.passage_ids(Filters()))
        return self._known

    def _after(self, ids: Sequence[str], former: Sequence[str]) -> Manifest:
        """Return what the ledger holds after a change of one document, without a look at all the others."""
        generation = self._ledger.generation()
        if self._known is not None and self._known.generation == generation - 1:
            self._known = self._known.changed(generation, set(ids) - set(former), set(former) - set(ids))
        return self._present()

    def _titled(self) -> Iterator[tuple[Passage, str]]:
        for document in self._ledger.documents(status="indexed"):
            for passage in self._ledger.document_passages(document.document_id):
                yield passage, document.metadata.title or ""

    def _rebuild_lexical(self) -> None:
        present = self._present()
        folder = self._lexical_home.fresh()
        index = LexicalIndex(folder)
        index.write(self._titled())
        write_manifest(folder, present)
        self._lexical_home.switch(folder)
        self._lexical = _Cached(present.generation, lexical=index)

    def _rebuild_chroma(self) -> None:
        if self._chroma is not None:
            self._chroma.close()
            self._chroma = None
        present = self._present()
        folder = self._chroma_home.fresh()
        chroma = ChromaVectors(folder)
        ids, vectors, _ = self._ledger.vectors(self._embedder.name, self._embedder.dimension)
        chroma.add(ids, vectors)
        write_manifest(folder, present)
        self._chroma_home.switch(folder)
        self._chroma = chroma

    def _follow_vectors(self, ids: Sequence[str], former: Sequence[str]) -> None:
        """Keep both vector indexes in step: the exact one if loaded, the approximate one once the library is large."""
        held = self._ledger.vectors_of(ids)
        live = [name for name in ids if name in held]
        vectors = np.stack([held[name] for name in live]) if live else None
        gone = set(former) - set(live)
        generation = self._ledger.generation()
        if self._exact.exact is not None and self._exact.generation == generation - 1:
            # A reader's search may hold the old one: it is left as it was.
            exact = self._exact.exact.copy()
            exact.remove(gone)
            if vectors is not None:
                exact.add(live, vectors)
            self._exact = _Cached(generation, exact=exact)
            self._rows.forget()
        if self._chroma_home.live() is None:
            if self._present().count > self._beyond:
                self._rebuild_chroma()
            return
        self._chroma_home.describe(None)
        chroma = self.approximate()
        chroma.remove(gone)
        if vectors is not None:
            chroma.add(live, vectors)
        self._chroma_home.describe(self._present())


def _without_theme(filters: Filters) -> Filters:
    return replace(filters, theme=None)


def _wordings(query: str | Mapping[str, float]) -> Mapping[str, float]:
    return {query: 1.0} if isinstance(query, str) else query
