"""Answers in the order of what they answer: the only place left between two neighbours, and tables that run in step."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.links.likeness import Matrix

_LEAST_STEPS = 3
_LEAST_IN_STEP = 4
_MOST_APART = 0.5  # how much nearer than its own one another may be to an answer, and the two lists still be in step


def left_between(
    anchors: Sequence[tuple[int, int]], known: Collection[int], relations: Sequence[str]
) -> list[tuple[int, int]]:
    """Place rows without a counterpart between their neighbours, where as many columns are left there.

    Args:
        anchors: rows and columns that belong together, sorted; nothing is placed where they change places.
        known: rows that are like some column, wherever.
        relations: of each row; a repetition keeps no order.

    Returns:
        Rows with their columns.
    """
    steps = [(row, column) for row, column in anchors if relations[row] != "repeats"]
    if len(steps) < _LEAST_STEPS or any(a[1] >= b[1] for a, b in pairwise(steps)):
        return []
    placed: list[tuple[int, int]] = []
    for (row, column), (next_row, next_column) in pairwise(steps):
        between = [n for n in range(row + 1, next_row) if relations[n] == relations[row]]
        # Where one place is left, that tells more than a likeness which is nearly none.
        if between and len(between) == next_column - column - 1 and not set(between) & set(known):
            placed.extend((number, column + step) for step, number in enumerate(between, 1))
    return placed


def in_step(nearness: Matrix) -> bool:
    """Say whether two lists of one length run in step: most of one are nearest to the same place of the other.

    Args:
        nearness: one row for each answer, one column for each recommendation, in their order.
    """
    rows, columns = nearness.shape
    if rows != columns or rows < _LEAST_IN_STEP:
        return False
    own = nearness.diagonal()
    hits = int((nearness.argmax(axis=1) == range(rows)).sum())
    return hits >= max(_LEAST_STEPS, (rows + 1) // 2) and bool((nearness.max(axis=1) - own < _MOST_APART).all())
