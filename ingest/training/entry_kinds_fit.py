"""Fits the two linear models of :mod:`ingest.entry_kinds.classifier` with numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.entry_kinds.classifier import KINDS, Places, Rows, hashed, softmax
from ingest.entry_kinds.features import Unit

SIZE = 1 << 15
BATCH = 32


@dataclass(frozen=True, slots=True)
class Example:
    """A unit and the kinds, as places in ``KINDS``, that the data allows for it: most often one."""

    unit: Unit
    allowed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights: (size, kinds) of hashed features, (2 dimension, kinds) of vectors, (kinds,)."""

    words: Rows
    meaning: Rows | None
    bias: Rows

    def chances(self, units: Sequence[Unit], seen: Rows | None) -> Rows:
        """Return (n, kinds) probabilities; ``seen`` are the vectors of the units, for a model that has seen some."""
        rows = np.zeros((len(units), len(KINDS)), dtype=np.float32)
        for place, unit in enumerate(units):
            at, values = hashed(unit, len(self.words))
            rows[place] = values @ self.words[at] + self.bias
        return softmax(rows + seen @ self.meaning if seen is not None and self.meaning is not None else rows)


def fit(
    examples: Sequence[Example],
    seen: Rows | None,
    seed: int,
    *,
    epochs: int = 15,
    rate: float = 0.25,
    decay: float = 1e-4,
    drop: float = 0.2,
    bare: float = 0.1,
    balance: float = 0.5,
) -> Fitted:
    """Minimise the loss of the set of allowed kinds by adaptive gradient descent.

    Args:
        examples: all that is trained on.
        seen: (n, 2 dimension) vectors of the examples, or ``None`` for the quick model.
        seed: of order and dropout.
        epochs: passes.
        rate: learning rate at the beginning; it falls in a straight line.
        decay: of the weights.
        drop: share of features left out, drawn anew each time.
        bare: share of examples shown without their place.
        balance: how far rare kinds weigh more: 0 not at all, 1 as much as the frequent ones together.
    """
    random = np.random.default_rng(seed)
    kinds = len(KINDS)
    words, squares = np.zeros((SIZE, kinds), np.float32), np.full((SIZE, kinds), 1e-3, np.float32)
    width = seen.shape[1] if seen is not None else 1
    meaning, meaning_squares = np.zeros((width, kinds), np.float32), np.full((width, kinds), 1e-3, np.float32)
    bias = np.zeros(kinds, np.float32)
    full = [hashed(example.unit, SIZE) for example in examples]
    plain = [hashed(example.unit, SIZE, context=False) for example in examples]
    allowed = np.array([[kind in example.allowed for kind in range(kinds)] for example in examples], dtype=np.float32)
    weight = _weights(allowed, balance)
    for epoch in range(epochs):
        step = rate * (1 - 0.95 * epoch / epochs)
        order = random.permutation(len(examples))
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            chosen = [plain[n] if random.random() < bare else full[n] for n in batch]
            at, values, owner = _thinned(chosen, drop, random)
            rows = np.tile(bias, (len(batch), 1))
            np.add.at(rows, owner, words[at] * values[:, None])
            if seen is not None:
                rows += seen[batch] @ meaning
            chances = softmax(rows)
            wanted = chances * allowed[batch]
            wanted /= wanted.sum(axis=1, keepdims=True) + 1e-9
            error = (chances - wanted) * weight[batch, None]
            touched, place = np.unique(at, return_inverse=True)
            slope = np.zeros((len(touched), kinds), np.float32)
            np.add.at(slope, place, values[:, None] * error[owner])
            slope += decay * len(batch) * words[touched]
            squares[touched] += slope**2
            words[touched] -= step * slope / np.sqrt(squares[touched])
            if seen is not None:
                slope = seen[batch].T @ error + decay * len(batch) * meaning
                meaning_squares += slope**2
                meaning -= step * slope / np.sqrt(meaning_squares)
            bias -= 0.05 * step * error.mean(axis=0)
    return Fitted(words, meaning if seen is not None else None, bias)


def mean(models: Sequence[Fitted]) -> Fitted:
    """Return the model whose scores are the mean of those of others of the same kind."""
    seen = [model.meaning for model in models if model.meaning is not None]
    return Fitted(
        np.mean([model.words for model in models], axis=0),
        np.mean(seen, axis=0) if seen else None,
        np.mean([model.bias for model in models], axis=0),
    )


def _weights(allowed: Rows, balance: float) -> Rows:
    """Return the weight of each example; the mean is 1."""
    share = (allowed / allowed.sum(axis=1, keepdims=True)).sum(axis=0)
    of_kind = (share.max() / np.maximum(share, 5)) ** balance
    weight = np.where(allowed > 0, of_kind[None, :], np.inf).min(axis=1)
    return np.asarray(weight / weight.mean(), dtype=np.float32)


def _thinned(
    chosen: Sequence[tuple[Places, Rows]], drop: float, random: np.random.Generator
) -> tuple[Places, Rows, Places]:
    at, values, owner = [], [], []
    for order, (places, strengths) in enumerate(chosen):
        kept = random.random(len(places)) >= drop
        at.append(places[kept])
        values.append(strengths[kept] / np.float32(1 - drop))
        owner.append(np.full(int(kept.sum()), order))
    return np.concatenate(at), np.concatenate(values), np.concatenate(owner)
