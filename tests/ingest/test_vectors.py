from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ingest.embedding.embedder import unit
from ingest.index.vectors import ChromaVectors, ExactVectors, VectorIndex, recall


def random_vectors(number: int, dimension: int = 32, seed: int = 7) -> np.ndarray:
    return unit(np.random.default_rng(seed).normal(size=(number, dimension)).astype(np.float32))


class VectorIndexConformance:
    @pytest.fixture
    def index(self, tmp_path: Path) -> VectorIndex:
        raise NotImplementedError

    def test_empty_index_finds_nothing(self, index: VectorIndex) -> None:
        assert index.search(random_vectors(1)[0], 5) == []
        assert index.ids() == set()

    def test_every_vector_finds_itself_best_first(self, index: VectorIndex) -> None:
        vectors = random_vectors(50)
        index.add([f"p-{n}" for n in range(50)], vectors)
        for n in range(50):
            hits = index.search(vectors[n], 3)
            assert hits[0].passage_id == f"p-{n}"
            assert hits[0].score == pytest.approx(1, abs=1e-3)
            assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)

    def test_fewer_than_asked(self, index: VectorIndex) -> None:
        index.add(["p-a", "p-b"], random_vectors(2))
        assert len(index.search(random_vectors(1)[0], 10)) == 2

    def test_replaced_and_removed(self, index: VectorIndex) -> None:
        vectors = random_vectors(3)
        index.add(["p-a", "p-b"], vectors[:2])
        index.add(["p-a"], vectors[2:])
        assert index.search(vectors[2], 1)[0].passage_id == "p-a"
        index.remove({"p-a", "p-unknown"})
        assert index.ids() == {"p-b"}
        assert [hit.passage_id for hit in index.search(vectors[2], 5)] == ["p-b"]


class TestExact(VectorIndexConformance):
    @pytest.fixture
    def index(self, tmp_path: Path) -> VectorIndex:
        return ExactVectors()

    @pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.9, 1.0])
    def test_filter_is_applied_inside(self, share: float) -> None:
        vectors = random_vectors(200)
        index = ExactVectors([f"p-{n}" for n in range(200)], vectors)
        permitted = {f"p-{n}" for n in range(int(200 * share))} | {"p-not-held"}
        hits = index.search(vectors[199], 10, permitted)
        assert len(hits) == min(10, int(200 * share))
        scores = vectors @ vectors[199]
        best = sorted(range(int(200 * share)), key=lambda n: -scores[n])[:10]
        assert [hit.passage_id for hit in hits] == [f"p-{n}" for n in best]


class TestChroma(VectorIndexConformance):
    @pytest.fixture
    def index(self, tmp_path: Path) -> VectorIndex:
        return ChromaVectors(tmp_path / "store")

    def test_recall_against_exact(self, index: VectorIndex) -> None:
        vectors = random_vectors(1500)
        ids = [f"p-{n}" for n in range(1500)]
        index.add(ids, vectors)
        exact = ExactVectors(ids, vectors)
        queries = random_vectors(40, seed=8)
        found = [recall(index.search(query, 10), exact.search(query, 10)) for query in queries]
        assert float(np.mean(found)) >= 0.99

    def test_holds_no_text(self, tmp_path: Path) -> None:
        index = ChromaVectors(tmp_path / "store")
        index.add(["p-a"], random_vectors(1))
        held = index._collection.get(include=["documents", "metadatas"])
        assert held["documents"] == [None]
        assert held["metadatas"] == [None]


def test_recall_of_nothing_is_complete() -> None:
    assert recall([], []) == 1.0
