"""The guard's two heads: whether a question asks for a person, and whether it gives orders, over its vector."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import numpy as np

from assistant.answers.calibration import Logistic
from evals.logistic_fit import logistic, made, out_of_fold
from ingest.embedding.embedder import Embedder
from ingest.training.pairs import reports

_RIDGE = 0.1
_MOST_REFUSED = 0.01
_MOST_PLAIN_REFUSED = 0.002
_PLAIN_WEIGHT = 0.3
_OWN_WEIGHT = 3.0


def fit_guard(embedder: Embedder, report: Callable[[str], None]) -> tuple[Logistic, Logistic]:
    """Fit the two heads of the guard.

    Out of fold each refuses at most one in a hundred of the ordinary questions written in the words of the other lists,
    and at most two in a thousand of the many plain ones that the embedding model learns from.
    """
    lists = {name: _list(name) for name in ("identity", "instruction", "ordinary")}
    lists["plain"] = [pair.question for pair in reports().pairs]
    vectors = {name: embedder.embed_passages(lines).astype(np.float64) for name, lines in lists.items()}
    x = np.vstack(list(vectors.values()))
    kinds = np.array([name for name, lines in lists.items() for _ in lines])
    heads = []
    for name in ("identity", "instruction"):
        y = (kinds == name).astype(np.float64)
        weights = np.where(y == 1, _OWN_WEIGHT, np.where(kinds == "plain", _PLAIN_WEIGHT, 1.0))
        unseen = out_of_fold(x, y, weights, _RIDGE)
        ordinary, plain = unseen[kinds == "ordinary"], unseen[kinds == "plain"]
        steps = [float(step) for step in np.arange(0.3, 0.96, 0.01)]
        fit = [
            step
            for step in steps
            if (ordinary >= step).mean() <= _MOST_REFUSED and (plain >= step).mean() <= _MOST_PLAIN_REFUSED
        ]
        threshold = min(fit, default=steps[-1])
        found = (unseen[kinds == name] >= threshold).mean()
        refused = [(some >= threshold).mean() for some in (ordinary, plain)]
        report(
            f"guard, {name}: {found:.3f} found, {refused[0]:.3f} of ordinary and {refused[1]:.4f} of plain questions "
            "refused, by meaning alone"
        )
        heads.append(made(logistic(x, y, weights, _RIDGE), round(threshold, 2)))
    return heads[0], heads[1]


def _list(name: str) -> list[str]:
    text = resources.files("assistant.training").joinpath(f"{name}.txt").read_text("utf-8")
    return [line.strip() for line in text.splitlines()[1:] if line.strip()]
