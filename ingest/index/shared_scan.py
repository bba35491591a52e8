"""One pass over all vectors for the questions that wait at the same time: memory is read once for several of them."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
MOST_TOGETHER: Final = 16
# Below this many a matrix product is no faster than one product of matrix and vector after the other.
_WORTH_JOINING: Final = 3


@dataclass(eq=False)
class _Waiting:
    query: Vectors
    called: threading.Event = field(default_factory=threading.Event)
    leads: bool = False
    scores: Vectors | None = None


class SharedScan:
    """Whoever comes while no pass is under way makes one, for all who wait by then; the others are called when done."""

    def __init__(self, vectors: Vectors) -> None:
        """Score these (n, d) rows, which must not change."""
        self._vectors = vectors
        self._guard = threading.Lock()
        self._queue: deque[_Waiting] = deque()
        self._under_way = False

    def scores(self, query: Vectors) -> Vectors:
        """Return the product of each row with a (d,) question, (n,); any number of threads may ask at once.

        The last digits depend on the others who ask.
        """
        mine = _Waiting(query)
        with self._guard:
            self._queue.append(mine)
            mine.leads = not self._under_way
            self._under_way = True
        if not mine.leads:
            mine.called.wait()
        if mine.leads:
            self._lead()
        # None where the pass failed that this question was part of: then it is asked alone.
        return self._vectors @ query if mine.scores is None else mine.scores

    def _lead(self) -> None:
        """Make a pass for those who wait, the first of whom calls, and hand over to the first who came since."""
        with self._guard:
            together = [self._queue.popleft() for _ in range(min(MOST_TOGETHER, len(self._queue)))]
        try:
            self._score(together)
        finally:
            with self._guard:
                self._under_way = bool(self._queue)
                if self._queue:
                    self._queue[0].leads = True
                    self._queue[0].called.set()
            for each in together:
                each.called.set()

    def _score(self, together: list[_Waiting]) -> None:
        if len(together) < _WORTH_JOINING:
            for each in together:
                each.scores = self._vectors @ each.query
            return
        product = np.stack([each.query for each in together]) @ self._vectors.T
        for each, row in zip(together, product, strict=True):
            each.scores = row
