from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest

from ingest.embedding.embedder import unit
from ingest.index.shared_scan import MOST_TOGETHER, SharedScan
from ingest.index.vectors import ExactVectors


def random_vectors(number: int, seed: int) -> np.ndarray:
    return unit(np.random.default_rng(seed).normal(size=(number, 32)).astype(np.float32))


class Slow(np.ndarray):
    """Rows whose products wait, so that questions gather; counts its passes."""

    passes: int
    first: threading.Event
    go_on: threading.Event

    def __matmul__(self, other: Any) -> Any:
        self.passes += 1
        self.first.set()
        self.go_on.wait(10)
        return np.asarray(self) @ other


def test_questions_that_wait_share_passes_and_each_gets_its_own_scores() -> None:
    rows = random_vectors(500, 1)
    slow = rows.view(Slow)
    slow.passes, slow.first, slow.go_on = 0, threading.Event(), threading.Event()
    scan = SharedScan(slow)
    joined: list[int] = []
    score = scan._score
    scan._score = lambda together: (joined.append(len(together)), score(together))[1]  # type: ignore[method-assign]
    queries = random_vectors(MOST_TOGETHER + 4, 2)
    found: dict[int, np.ndarray] = {}

    def ask(number: int) -> None:
        found[number] = scan.scores(queries[number])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(len(queries))]
    threads[0].start()
    assert slow.first.wait(10)
    for thread in threads[1:]:
        thread.start()
    while len(scan._queue) < len(queries) - 1:
        pass
    slow.go_on.set()
    for thread in threads:
        thread.join(10)
    assert joined == [1, MOST_TOGETHER, 3]
    for number, query in enumerate(queries):
        assert np.allclose(found[number], rows @ query, atol=1e-6)


def test_a_pass_that_fails_leaves_nobody_waiting() -> None:
    scan = SharedScan(random_vectors(50, 1))
    good, bad = random_vectors(1, 3)[0], np.zeros(7, dtype=np.float32)
    with pytest.raises(ValueError, match=r"mismatch|align"):
        scan.scores(bad)
    assert scan.scores(good).shape == (50,)
    results: list[object] = []

    def ask(query: np.ndarray) -> None:
        try:
            results.append(scan.scores(query))
        except ValueError as error:
            results.append(error)

    threads = [threading.Thread(target=ask, args=(bad if number % 3 else good,)) for number in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sum(isinstance(result, ValueError) for result in results) == 20
    assert len(results) == 30


def test_ranking_and_scores_do_not_depend_on_company() -> None:
    vectors = random_vectors(400, 5)
    vectors[100:200] = vectors[0]  # a hundred alike: ties, in order of place
    exact = ExactVectors([f"p-{number}" for number in range(400)], vectors)
    queries = random_vectors(40, 6)
    alone = [exact.search(query, 20) for query in queries]
    together: dict[int, object] = {}
    threads = [
        threading.Thread(target=lambda number=number: together.update({number: exact.search(queries[number], 20)}))
        for number in range(len(queries))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert [together[number] for number in range(len(queries))] == alone
    alike = exact.search(vectors[0], 50)
    assert [hit.passage_id for hit in alike] == ["p-0", *(f"p-{number}" for number in range(100, 149))]
    wanted = [f"p-{place}" for place in np.argsort(-(vectors @ queries[0]), kind="stable")[:20]]
    assert [hit.passage_id for hit in alone[0]] == wanted
