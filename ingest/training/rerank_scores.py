"""How well a reranker orders what search found for the held-out questions, and whether it knows that none answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ingest.training.pairs import Collection
from ingest.training.rerank_groups import Group, Mined

Scorer = Callable[[str, Sequence[str]], Sequence[float]]


def score(scorer: Scorer, collection: Collection, mined: Sequence[Mined], depth: int = 15) -> dict[str, float]:
    """Return what the reranker makes of each question's answers among the passages mined beside them.

    ``first`` is the share of questions with an answer in the first place, ``MRR`` the mean reciprocal rank of the first
    answer, ``known`` how often the best answer scores higher than the best passage of another question without its
    answers (the area under the curve of telling answerable from unanswerable).
    """
    first, reciprocal = [], []
    with_answer, without = [], []
    for item in mined:
        answers = [collection.passages[place] for place in item.pair.answers][:3]
        others = [collection.passages[place] for place in item.near[:depth]]
        values = scorer(item.pair.question, [*answers, *others])
        best, rest = max(values[: len(answers)]), values[len(answers) :]
        rank = 1 + sum(value > best for value in rest)
        first.append(rank == 1)
        reciprocal.append(1 / rank)
        with_answer.append(max(best, *rest))
        without.append(max(rest))
    return {
        "questions": len(mined),
        "first": round(float(np.mean(first)), 4),
        "MRR": round(float(np.mean(reciprocal)), 4),
        "known": round(area(with_answer, without), 4),
        "above 0 with": round(float(np.mean(np.array(with_answer) > 0)), 4),
        "above 0 without": round(float(np.mean(np.array(without) > 0)), 4),
    }


def refused(scorer: Scorer, groups: Sequence[Group]) -> float:
    """Return the share of questions without an answer whose passage, which has the words, scores below 0."""
    values = [scorer(group.question, group.passages[:1])[0] for group in groups]
    return round(float(np.mean(np.array(values) < 0)), 4)


def area(high: Sequence[float], low: Sequence[float]) -> float:
    """Return how often a value of ``high`` exceeds one of ``low``, ties counting half."""
    upper, lower = np.array(high)[:, None], np.array(low)[None, :]
    return float(np.mean((upper > lower) + 0.5 * (upper == lower)))
