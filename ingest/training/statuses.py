"""Trains the reader of replies, verdicts and types of place and writes it, with its cards, to ``ingest/models``.

``python -m ingest.training.statuses`` trains on ``ingest/training/statuses`` (under a minute on two cores, no extra
needed) and measures on whole styles left out; it has to be run again when the embedding model, the sentences, or the
words of ``ingest/data/entry_kinds_words.toml`` change.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from ingest.embedding.embedder import ShippedEmbedder
from ingest.entry_kinds.classifier import MODELS, softmax
from ingest.register.status_reader import OTHER, PLACES, REPLIES, SIZE, VERDICTS, Rows, seen

SEED = 20261122
LABELS: Final = {
    "A": "accepted",
    "P": "partly accepted",
    "R": "rejected",
    "N": "no reply",
    "U": "under consideration",
    "I": "implemented",
    "D": "partly implemented",
    "W": "in progress",
    "X": "superseded",
    "K": "no information",
    "O": OTHER,
}
# In a verdict N is what was not done, not who was silent.
_OF_VERDICTS: Final = LABELS | {"N": "not implemented"}
_OF_PLACES: Final = {
    "P": "prison",
    "L": "police custody",
    "T": "court custody",
    "Y": "psychiatric hospital",
    "C": "care home",
    "D": "disability institution",
    "J": "juvenile institution",
    "I": "immigration detention",
    "M": "military detention",
    "V": "transport",
    "W": "secure hospital ward",
    "S": "substance treatment",
    "F": "return flight",
    "U": "customs",
    "O": OTHER,
}
_NAMES: Final = {REPLIES: LABELS, VERDICTS: _OF_VERDICTS, PLACES: _OF_PLACES}
# Chosen on styles left out, for a precision of .9. Many sentences together tell a type of place, and need none.
THRESHOLDS: Final = {REPLIES: 0.6, VERDICTS: 0.6}
STEPS: Final = (0.0, 0.4, 0.5, 0.6, 0.7)
_FOLDER = Path(__file__).parent
_ROUNDS, _RATE, _DECAY, _BALANCE = 120, 0.06, 3e-4, 0.4
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Said:
    """A labelled sentence or cell of one style."""

    style: str
    label: str
    text: str


def sentences(kind: str, folder: Path = _FOLDER / "statuses") -> list[Said]:
    """Read the labelled sentences of replies, of verdicts or of places."""
    names = _NAMES[kind]
    found: list[Said] = []
    style = ""
    for line in (folder / f"{kind}.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            style = line[3:]
        elif labelled := re.match(r"([A-Z]) \| (.+)", line):
            found.append(Said(style, names[labelled[1]], labelled[2]))
    return found


def fit(rows: Rows, wanted: Numbers, labels: int, seed: int = SEED) -> tuple[Rows, Rows]:
    """Fit a softmax model by gradient descent; rare labels weigh somewhat more.

    Args:
        rows: (n, features).
        wanted: the label of each row.
        labels: their number.
        seed: of the first weights.

    Returns:
        weights (features, labels) and bias.
    """
    random = np.random.default_rng(seed)
    weights = random.normal(0, 1e-3, (rows.shape[1], labels)).astype(np.float32)
    bias = np.zeros(labels, dtype=np.float32)
    target = np.eye(labels, dtype=np.float32)[wanted]
    counts = target.sum(axis=0)
    weigh = ((counts.max() / np.maximum(counts, 8)) ** _BALANCE)[wanted]
    weigh = (weigh / weigh.mean() / len(rows)).astype(np.float32)[:, None]
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, _ROUNDS + 1):
        error = (softmax(rows @ weights + bias) - target) * weigh
        slope = rows.T @ error + _DECAY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope * slope
        step = _RATE * (1 - turn / (_ROUNDS + 1))
        weights -= step * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-8)
        bias -= 10 * step * error.sum(axis=0)
    return weights, bias


def left_out(said: Sequence[Said], rows: Rows, names: list[str]) -> list[tuple[float, str, str]]:
    """Read every style by a model that has not seen it: probability, label given, label wanted."""
    wanted = np.array([names.index(one.label) for one in said])
    found: list[tuple[float, str, str]] = []
    for style in dict.fromkeys(one.style for one in said):
        own = np.array([one.style == style for one in said])
        weights, bias = fit(rows[~own], wanted[~own], len(names))
        for chances, label in zip(softmax(rows[own] @ weights + bias), wanted[own], strict=True):
            best = int(chances.argmax())
            found.append((float(chances[best]), names[best], names[int(label)]))
    return found


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=MODELS)
    out = parser.parse_args(arguments).out
    embedder = ShippedEmbedder()
    said = {kind: sentences(kind) for kind in _NAMES}
    rows = {kind: np.concatenate([seen([one.text], embedder) for one in own]) for kind, own in said.items()}
    names = {kind: sorted({one.label for one in own}) for kind, own in said.items()}
    counts = {kind: dict(Counter(one.label for one in own)) for kind, own in said.items()}
    arrays: dict[str, npt.NDArray[np.float16] | Rows] = {}
    for kind, own in said.items():
        wanted = np.array([names[kind].index(one.label) for one in own])
        weights, arrays[f"{kind}_bias"] = fit(rows[kind], wanted, len(names[kind]))
        arrays[kind] = weights.astype(np.float16)
    np.savez_compressed(out / "statuses.npz", allow_pickle=False, **arrays)
    card = {
        "labels": names,
        "embedder": embedder.name,
        "thresholds": THRESHOLDS,
        "training": {"seed": SEED, "sentences": counts, "features": SIZE + embedder.dimension},
        "sha256": hashlib.sha256((out / "statuses.npz").read_bytes()).hexdigest(),
    }
    _write(card, {}, out)
    scores = {kind: _counted(left_out(own, rows[kind], names[kind])) for kind, own in said.items()}
    sys.stdout.write(f"{scores}\n")
    _write(card, scores, out)
    (out / "statuses.md").write_text(card_text(scores, counts, embedder.name), encoding="utf-8")


def _write(card: Mapping[str, object], scores: dict[str, dict[str, list[int]]], out: Path) -> None:
    (out / "statuses.json").write_text(json.dumps({**card, "scores": scores}, indent=1) + "\n", encoding="utf-8")


def _counted(read: Sequence[tuple[float, str, str]]) -> dict[str, list[int]]:
    """Return by probability how many were read rightly, read at all, and how many there are."""
    return {
        str(step): [
            sum(chance >= step and given == wanted for chance, given, wanted in read),
            sum(chance >= step for chance, _, _ in read),
            len(read),
        ]
        for step in STEPS
    }


def card_text(scores: dict[str, dict[str, list[int]]], counts: dict[str, dict[str, int]], embedder: str) -> str:
    """Return the model card."""
    rows = [
        f"| {kind} | "
        + " | ".join(f"{right}/{taken} of {every}" for right, taken, every in scores[kind].values())
        + " |"
        for kind in scores
    ]
    held = [f"{kind}: {', '.join(f'{n} {name}' for name, n in own.items())}" for kind, own in counts.items()]
    heads = " | ".join(f"from {step}" for step in STEPS)
    return (
        (_FOLDER / "statuses.template.md")
        .read_text("utf-8")
        .format(
            embedder=embedder,
            seed=SEED,
            held="; ".join(held),
            thresholds=", ".join(f"{kind} {least}" for kind, least in THRESHOLDS.items()),
            heads=heads,
            rule="|".join("---" for _ in STEPS),
            rows="\n".join(rows),
        )
    )


if __name__ == "__main__":
    main()
