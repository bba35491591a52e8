"""Trains the model that links entries and writes it, with its card, to ``ingest/models``.

``python -m ingest.training.links REPORTS...`` trains on ``ingest/training/links`` and the folders of annotated reports
that are named (a minute on one core, no extra needed) and measures on each folder and quarter left out; it has to be
run again when the embedding model, the written pairs or the figures of :mod:`ingest.links.features` change.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from ingest.embedding.embedder import ShippedEmbedder
from ingest.links.entries import LEAST, LINK_THRESHOLD
from ingest.links.features import FEATURES
from ingest.links.matching import MODEL, chances
from ingest.training.links_data import Pair, annotated, written

STEPS: Final = (LEAST, LINK_THRESHOLD, 0.5, 0.7)
_RIDGE, _TURNS = 2.0, 30
_UNSEEN = 0.3  # what a pair counts once more without vectors
Rows = npt.NDArray[np.float64]


def fit(rows: Rows, right: Rows, weigh: Rows) -> tuple[Rows, float]:
    """Fit a logistic regression by Newton's method; figures are brought to one scale, large weights cost.

    Args:
        rows: (n, features).
        right: (n,) 1 or 0.
        weigh: (n,) how much each row counts.

    Returns:
        weights of the figures as they come, and bias.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    held = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    ridge = np.diag([_RIDGE] * rows.shape[1] + [1e-3])
    found = np.zeros(held.shape[1])
    for _ in range(_TURNS):
        chance = 1 / (1 + np.exp(-np.clip(held @ found, -30, 30)))
        slope = held.T @ (weigh * (chance - right)) + ridge @ found
        bend = (held * (weigh * chance * (1 - chance))[:, None]).T @ held + ridge
        found -= np.linalg.solve(bend, slope)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def learnt(pairs: Sequence[Pair]) -> tuple[Rows, Rows, Rows]:
    """Return what is trained on: every pair of documents with vectors and, for less, without."""
    rows: list[Rows] = []
    right: list[Rows] = []
    weigh: list[Rows] = []
    for pair in pairs:
        for copy, weight in ((pair, 1.0), (pair.unseen(), _UNSEEN)):
            told = copy.told()
            rows.append(told.reshape(-1, told.shape[-1]))
            right.append(copy.right().ravel().astype(float))
            weigh.append(np.full(len(right[-1]), weight))
    return np.concatenate(rows), np.concatenate(right), np.concatenate(weigh)


def judged(pairs: Sequence[Pair], weights: Rows, bias: float) -> Counter[str]:
    """Count links and those that are right, by probability; each later entry has its surest counterpart."""
    found: Counter[str] = Counter()
    for pair in pairs:
        chance, right = chances(pair.told(), weights, bias), pair.right()
        best = chance.argmax(axis=1)
        found["wanted"] += int(right.sum())
        for row, column in enumerate(best):
            for step in STEPS:
                if chance[row, column] >= step:
                    found[f"given {step}"] += 1
                    found[f"right {step}"] += int(right[row, column])
    return found


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="*", help="folders of annotated reports to train on")
    parser.add_argument("--check", type=Path, nargs="*", default=[], help="folders that are only measured")
    parser.add_argument("--out", type=Path, default=MODEL.parent)
    options = parser.parse_args(arguments)
    embedder = ShippedEmbedder()
    pairs = [*written(embedder.embed_passages)]
    for folder in options.reports:
        pairs.extend(annotated(folder, embedder.embed_passages))
    scores = {
        group: judged(
            [pair for pair in pairs if pair.group == group],
            *fit(*learnt([pair for pair in pairs if pair.group != group])),
        )
        for group in dict.fromkeys(pair.group for pair in pairs)
    }
    weights, bias = fit(*learnt(pairs))
    for folder in options.check:
        scores[f"{folder.name} (check)"] = judged([*annotated(folder, embedder.embed_passages)], weights, bias)
    card = {
        "embedder": embedder.name,
        "weights": {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)},
        "bias": round(bias, 4),
        "training": {"pairs": len(pairs), "links": sum(len(pair.wanted) for pair in pairs)},
        "scores": {group: dict(found) for group, found in scores.items()},
    }
    (options.out / "links.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    (options.out / "links.md").write_text(card_text(pairs, scores, weights, embedder.name), encoding="utf-8")
    sys.stdout.write(_table(scores) + "\n")


def _table(scores: dict[str, Counter[str]]) -> str:
    heads = " | ".join(f"from {step}" for step in STEPS)
    lines = [f"| left out | {heads} |", "|---" * (len(STEPS) + 1) + "|"]
    total: Counter[str] = Counter()
    for group, found in scores.items():
        lines.append(_line(group, found))
        total.update(found)
    return "\n".join((*lines, _line("all", total)))


def _line(group: str, found: Counter[str]) -> str:
    cells = (f"{found[f'right {step}']}/{found[f'given {step}']} of {found['wanted']}" for step in STEPS)
    return f"| {group} | {' | '.join(cells)} |"


def card_text(pairs: Sequence[Pair], scores: dict[str, Counter[str]], weights: Rows, embedder: str) -> str:
    """Return the model card."""
    groups = Counter(pair.group for pair in pairs)
    own = sum(count for group, count in groups.items() if group.startswith("written"))
    ranked = sorted(zip(FEATURES, weights, strict=True), key=lambda item: item[0])
    return (
        (Path(__file__).parent / "links.template.md")
        .read_text("utf-8")
        .format(
            embedder=embedder,
            written=own,
            annotated=len(pairs) - own,
            sets=", ".join(group for group in groups if not group.startswith("written")),
            links=sum(len(pair.wanted) for pair in pairs),
            sure=LINK_THRESHOLD,
            least=LEAST,
            table=_table(scores),
            weights=", ".join(f"{name} {weight:.2f}" for name, weight in ranked),
        )
    )


if __name__ == "__main__":
    main()
