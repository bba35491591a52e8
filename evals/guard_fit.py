"""The guard's two heads: whether a question asks for a person, and whether it gives orders, over its vector."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import numpy as np

from assistant.answers.calibration import Logistic
from assistant.question.asks_person import signs
from evals.logistic_fit import logistic, made, out_of_fold
from ingest.embedding.embedder import Embedder
from ingest.training.pairs import reports

# Ridge, and the shares of ordinary and of plain questions that a head may refuse out of fold. The ordinary ones are
# written to be as near as can be to the others; those on persons in particular.
_HEADS = {"identity": (0.3, 0.04, 0.008), "instruction": (0.1, 0.005, 0.0005)}
_PLAIN_WEIGHT = 0.3
_OWN_WEIGHT = 3.0


def fit_guard(embedder: Embedder, report: Callable[[str], None]) -> tuple[Logistic, Logistic]:
    """Fit the two heads of the guard.

    Out of fold each refuses few of the ordinary questions written in the words of the other lists, and hardly any of
    the many plain ones that the embedding model learns from. The head for identity sees the signs of the wording too.
    """
    lists = {name: _list(name) for name in ("identity", "instruction", "ordinary")}
    lists["plain"] = [pair.question for pair in reports().pairs]
    vectors = {name: embedder.embed_passages(lines).astype(np.float64) for name, lines in lists.items()}
    wording = {name: np.array([signs(line) for line in lines]) for name, lines in lists.items()}
    kinds = np.array([name for name, lines in lists.items() for _ in lines])
    heads = []
    for name, (ridge, most, most_plain) in _HEADS.items():
        x = np.vstack(
            [np.hstack([rows, wording[one]]) if name == "identity" else rows for one, rows in vectors.items()]
        )
        y = (kinds == name).astype(np.float64)
        weights = np.where(y == 1, _OWN_WEIGHT, np.where(kinds == "plain", _PLAIN_WEIGHT, 1.0))
        unseen = out_of_fold(x, y, weights, ridge)
        ordinary, plain = unseen[kinds == "ordinary"], unseen[kinds == "plain"]
        steps = [float(step) for step in np.arange(0.3, 0.96, 0.01)]
        fit = [step for step in steps if (ordinary >= step).mean() <= most and (plain >= step).mean() <= most_plain]
        threshold = min(fit, default=steps[-1])
        found = (unseen[kinds == name] >= threshold).mean()
        refused = [(some >= threshold).mean() for some in (ordinary, plain)]
        report(
            f"guard, {name}: {found:.3f} found, {refused[0]:.3f} of ordinary and {refused[1]:.4f} of plain questions "
            "refused, by meaning alone"
        )
        heads.append(made(logistic(x, y, weights, ridge), round(threshold, 2)))
    return heads[0], heads[1]


def fit_signs() -> Logistic:
    """Fit the signs of the wording alone, for models without a guard: constants of ``question.asks_person``."""
    lists = {name: _list(name) for name in ("identity", "ordinary")}
    lists["plain"] = [pair.question for pair in reports().pairs]
    x = np.array([signs(line) for lines in lists.values() for line in lines])
    kinds = np.array([name for name, lines in lists.items() for _ in lines])
    y = (kinds == "identity").astype(np.float64)
    weights = np.where(y == 1, _OWN_WEIGHT, np.where(kinds == "plain", _PLAIN_WEIGHT, 1.0))
    return made(logistic(x, y, weights, _HEADS["identity"][0]), 0.0)


def _list(name: str) -> list[str]:
    text = resources.files("assistant.training").joinpath(f"{name}.txt").read_text("utf-8")
    return [line.strip() for line in text.splitlines()[1:] if line.strip()]
