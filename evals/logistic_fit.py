"""Fitting logistic functions, and what such a fit says of rows that it did not see."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assistant.answers.calibration import Logistic

Floats = npt.NDArray[np.float64]
_FOLDS = 5


def logistic(x: Floats, y: Floats, weights: Floats, ridge: float) -> Floats:
    """Return bias and weights that fit best; Newton's method on a convex loss."""
    rows = np.column_stack([np.ones(len(x)), x])
    penalty = np.full(rows.shape[1], ridge)
    penalty[0] = 1e-6
    beta = np.zeros(rows.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(rows @ beta, -50, 50)))
        slope = rows.T @ (weights * (p - y)) + penalty * beta
        curve = (rows * (weights * p * (1 - p) + 1e-9)[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        beta -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return beta


def out_of_fold(x: Floats, y: Floats, weights: Floats, ridge: float) -> Floats:
    """Return for each row the probability by a fit that did not see it."""
    folds = np.random.default_rng(0).integers(0, _FOLDS, len(x))
    found = np.zeros(len(x))
    for fold in range(_FOLDS):
        mine = folds == fold
        beta = logistic(x[~mine], y[~mine], weights[~mine], ridge)
        found[mine] = 1 / (1 + np.exp(-(np.column_stack([np.ones(mine.sum()), x[mine]]) @ beta)))
    return found


def made(beta: Floats, threshold: float) -> Logistic:
    """Return bias and weights as they are kept, with the threshold that goes with them."""
    return Logistic(round(float(beta[0]), 4), tuple(round(float(value), 4) for value in beta[1:]), threshold)
