"""Trains the classifier of entries and writes it, with its cards, to ``ingest/models``.

``python -m ingest.training.entry_kinds`` trains on the labelled texts and on the annotated reports (three minutes on
two cores, no extra needed); it has to be run again when the embedding model, the labelled texts or the words of
``ingest/data/entry_kinds_words.toml`` change. ``--scores`` then measures on styles and reports left out (six minutes).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from ingest.embedding.embedder import Embedder, ShippedEmbedder
from ingest.entry_kinds.classifier import ENTRIES, KINDS, MODELS, Rows, meanings
from ingest.training.entry_kinds_data import Source, reports, styles
from ingest.training.entry_kinds_fit import Example, Fitted, fit, mean

SEED = 20261122
FITS = 2  # whose weights are averaged
PARTS = 4  # of the styles, each left out once
STEPS = (0.4, 0.55, 0.7, 0.85)
POSSIBLE = 0.4  # summed chance of an entry, by the quick model, from which the full one is asked
# Chosen on styles and reports left out, among texts on which the rules are silent, for a precision of .9.
THRESHOLDS = {
    "recommendation": 0.77,
    "response": 0.5,
    "verdict": 0.6,
    "request": 0.45,
    "concern": 0.45,
    "good_practice": 0.6,
}
_FOLDER = Path(__file__).parent
_REPOSITORY = _FOLDER.parent.parent
_REPORTS = (
    *("evals/reports/development", "evals/reports/second", "evals/reports/third", "evals/reports/fourth"),
    "api/samples",
)


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--styles", type=Path, default=_FOLDER / "kinds", help="folder of labelled texts")
    parser.add_argument("--reports", type=Path, action="append", help="folders of annotated reports instead of ours")
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--scores", action="store_true", help="measure on what is left out, for the card")
    train(parser.parse_args(arguments))


def train(options: argparse.Namespace) -> None:
    """Train with the options of :func:`main`."""
    began = time.monotonic()
    folders = options.reports or [_REPOSITORY / name for name in _REPORTS]
    sources = [*styles(options.styles), *(source for folder in folders for source in reports(folder))]
    _say(f"{len(sources)} texts read in {time.monotonic() - began:.0f} s")
    embedder = Remembering(ShippedEmbedder())
    card_file = options.out / "entry_kinds.json"
    before = json.loads(card_file.read_text("utf-8")) if card_file.exists() else {}
    quick, full = fitted(sources, embedder, options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    digest = write(quick, full, options.out / "entry_kinds.npz")
    counts = {name: sum(frozenset({at}) == one for s in sources for one in s.allowed) for at, name in enumerate(KINDS)}
    card = {
        "kinds": KINDS,
        "embedder": embedder.name,
        "possible": POSSIBLE,
        "thresholds": THRESHOLDS,
        "training": {
            "seed": options.seed,
            "fits": FITS,
            "styles": sorted({source.name for source in sources if source.name == source.group}),
            "reports": sorted({source.group for source in sources if source.name != source.group}),
            "units": counts,
        },
        "scores": before.get("scores", {}),
        "sha256": digest,
    }
    _write_card(card, options.out)
    _say(f"written after {time.monotonic() - began:.0f} s")
    if options.scores:
        _write_card(card | {"scores": left_out(sources, embedder, options.seed)}, options.out)


def _write_card(card: Mapping[str, object], folder: Path) -> None:
    (folder / "entry_kinds.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    (folder / "entry_kinds.md").write_text(card_text(card), encoding="utf-8")


class Remembering:
    """An embedder that embeds no text twice."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, Rows] = {}
        self.name, self.dimension = embedder.name, embedder.dimension

    def embed_passages(self, texts: Sequence[str]) -> Rows:
        """Return an (n, dimension) array."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(new, self._embedder.embed_passages(new), strict=True))
        return np.array([self._known[text] for text in texts], dtype=np.float32).reshape(len(texts), self.dimension)

    def embed_query(self, text: str) -> Rows:
        """Return a (dimension,) array."""
        row: Rows = self.embed_passages([text])[0]
        return row


def examples(sources: Sequence[Source]) -> list[Example]:
    """Return the units of which the data says what they may be."""
    pairs = ((unit, allowed) for one in sources for unit, allowed in zip(one.placed, one.allowed, strict=True))
    return [Example(placed.unit, allowed) for placed, allowed in pairs if allowed]


def fitted(sources: Sequence[Source], embedder: Embedder, seed: int) -> tuple[Fitted, Fitted]:
    """Return the quick and the full model."""
    some = examples(sources)
    seen = meanings(embedder, [example.unit for example in some])
    quick = mean([fit(some, None, seed + order) for order in range(FITS)])
    return quick, mean([fit(some, seen, seed + order) for order in range(FITS)])


def left_out(sources: Sequence[Source], embedder: Embedder, seed: int) -> dict[str, dict[str, dict[str, list[int]]]]:
    """Measure the full model, one fit of it, on what it was not trained on.

    Returns:
        For styles and for each set of reports, by kind and threshold: units found, units taken rightly, units taken,
        units of that kind.
    """
    names = sorted({source.group for source in sources if source.name == source.group})
    parts = [("styles", frozenset(names[part::PARTS])) for part in range(PARTS)]
    parts += [(group, frozenset({group})) for group in sorted({s.group for s in sources if s.name != s.group})]
    found: dict[str, dict[str, dict[str, list[int]]]] = {}
    for title, group in parts:
        some = examples([source for source in sources if source.group not in group])
        model = fit(some, meanings(embedder, [example.unit for example in some]), seed)
        held = examples([source for source in sources if source.group in group])
        units = [example.unit for example in held]
        chances = model.chances(units, meanings(embedder, units))
        for kind, step, numbers in _counts(held, chances):
            row = found.setdefault(title, {}).setdefault(kind, {}).setdefault(str(step), [0, 0, 0, 0])
            row[:] = [old + new for old, new in zip(row, numbers, strict=True)]
        _say(f"measured {title}")
    return found


def _counts(held: Sequence[Example], chances: Rows) -> Iterator[tuple[str, float, tuple[int, int, int, int]]]:
    for at, kind in enumerate(KINDS[ENTRIES:], start=ENTRIES):
        sole = np.array([example.allowed == {at} for example in held])
        right = np.array([at in example.allowed for example in held])
        for step in STEPS:
            taken = chances[:, at] >= step
            yield kind, step, (int((taken & sole).sum()), int((taken & right).sum()), int(taken.sum()), int(sole.sum()))


def write(quick: Fitted, full: Fitted, path: Path) -> str:
    """Write both models, hashed weights as bytes with a scale for each kind; return the SHA-256."""
    arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]] = {}
    for name, model in (("quick", quick), ("full", full)):
        scale = np.abs(model.words).max(axis=0) / 127 + 1e-12
        arrays[name] = np.round(model.words / scale).astype(np.int8)
        arrays[f"{name}_scale"], arrays[f"{name}_bias"] = scale.astype(np.float32), model.bias
    arrays["meaning"] = np.asarray(full.meaning, dtype=np.float16)
    np.savez_compressed(path, allow_pickle=False, **arrays)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def card_text(card: Mapping[str, object]) -> str:
    """Return the model card."""
    training, scores, thresholds = card["training"], card["scores"], card["thresholds"]
    assert isinstance(training, dict) and isinstance(scores, dict) and isinstance(thresholds, dict)
    rows = []
    for title, kinds in scores.items():
        for kind, steps in kinds.items():
            cells = []
            for found, right, taken, gold in steps.values():
                share = f"{right / taken:.2f}" if taken else ""
                cells.append(f"{found}/{gold}, {share}" if gold or taken else "")
            if any(cells):
                rows.append(f"| {title} | {kind} | {' | '.join(cells)} |")
    text = (_FOLDER / "entry_kinds.template.md").read_text("utf-8")
    return text.format(
        kinds=", ".join(f"`{kind}`" for kind in KINDS),
        styles=len(training["styles"]),
        reports=", ".join(f"`{name}`" for name in training["reports"]),
        units=", ".join(f"{count} {kind}" for kind, count in training["units"].items()),
        thresholds=", ".join(f"{kind} {least}" for kind, least in thresholds.items()),
        seed=training["seed"],
        fits=training["fits"],
        embedder=card["embedder"],
        steps=" | ".join(f"from {step}" for step in STEPS),
        rule="|".join("---" for _ in STEPS),
        rows="\n".join(rows),
    )


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
