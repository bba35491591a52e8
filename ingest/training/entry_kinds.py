"""Trains the encoder of entry kinds and writes it, as int8 ONNX with its card, to a folder.

``python -m ingest.training.entry_kinds --weights FOLDER --out OUT [--hold NAME ...]``

Needs the extra ``train`` (torch, transformers, onnx). The same seed gives the same data and order; floating point sums
differ between processors.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch

from ingest.embedding.pairs import PairTokenizer
from ingest.entry_kinds.classifier import KINDS
from ingest.entry_kinds.features import Unit
from ingest.entry_kinds.pair import PIECES, pair_of
from ingest.training.descent import Descent
from ingest.training.entry_kinds_data import Source, reports, styles
from ingest.training.entry_kinds_network import KindsEncoder, loss_of
from ingest.training.padding import padded
from ingest.training.quantised import quantise
from redaction.training.restore import start_of

SEED = 20261122
NAME = "entry_kinds.onnx"
STEPS = (0.3, 0.5, 0.7, 0.9)
PARTS = 4  # of the styles, one of which may be left out
_PLAIN_SHARE = 0.35  # of the units of annotated reports that are no entry, drawn anew in each epoch
_BARE = 0.15  # of the units are shown without headings and the words before
_REPOSITORY = Path(__file__).parents[2]
_SETS = (
    *("development", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the network is shown: a unit and the kinds that the data allows, most often one; its style or set."""

    unit: Unit
    allowed: frozenset[int]
    group: str


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, train, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the architecture's weights")
    parser.add_argument("--out", type=Path, required=True, help="where the model goes, and its state")
    parser.add_argument("--hold", nargs="*", default=[], help="sets of reports to measure on")
    parser.add_argument("--part", type=int, help=f"which of {PARTS} parts of the styles to measure on")
    parser.add_argument("--start", type=Path, help="state of an earlier run to go on from, or its .onnx")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--size", type=int, default=32, help="units in a batch")
    parser.add_argument("--seed", type=int, default=SEED)
    train(parser.parse_args(arguments), list(of_sources(sources())))


def sources() -> list[Source]:
    """Read all labelled texts and annotated reports; two seconds a report."""
    read = [*styles(Path(__file__).parent / "kinds")]
    for name in _SETS:
        read += reports(_REPOSITORY / "evals" / "reports" / name)
    return [*read, *reports(_REPOSITORY / "api" / "samples")]


def of_sources(found: Sequence[Source]) -> Iterator[Shown]:
    """Yield the units of which the data says what they may be."""
    for source in found:
        for placed, allowed in zip(source.placed, source.allowed, strict=True):
            if allowed:
                yield Shown(placed.unit, allowed, source.group)


def train(options: argparse.Namespace, data: Sequence[Shown]) -> None:
    """Train with the options of :func:`main` on ``data``."""
    torch.manual_seed(options.seed)
    random = Random(options.seed)
    own_styles = [*dict.fromkeys(one.group for one in data if one.group not in (*_SETS, "samples"))]
    kept = {*options.hold, *(own_styles[options.part :: PARTS] if options.part is not None else ())}
    learnt = [one for one in data if one.group not in kept]
    network, tokenizer = KindsEncoder(options.weights), PairTokenizer(PIECES)
    if options.start:
        network.load_state_dict(start_of(options.start, network))
    batches = [batch for _ in range(options.epochs) for batch in _batches(learnt, options.size, random)]
    descent = Descent(network, options.rate, len(batches), time.monotonic())
    options.out.mkdir(parents=True, exist_ok=True)
    network.train()
    for batch in batches:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = _scores(network, tokenizer, [pair for pair, _ in batch])
        loss = loss_of(scores, torch.tensor([[at in one.allowed for at in range(len(KINDS))] for _, one in batch]))
        descent.step(loss)
    network.eval()
    torch.save(network.state_dict(), options.out / "entry_kinds.pt")
    held = [one for one in data if one.group in kept]
    figures = _measured(network, tokenizer, held, frozenset(options.hold)) if held else {}
    inputs = ("input_ids", "attention_mask", "token_type_ids")
    digest = quantise(network, inputs, "scores", {0: "batch"}, options.out / NAME)
    card = {
        "kinds": KINDS,
        "training": {name: str(getattr(options, name)) for name in ("seed", "epochs", "rate", "size", "hold", "part")},
        "units": Counter(KINDS[min(one.allowed)] for one in learnt if len(one.allowed) == 1),
        "left out": figures,
        "sha256": {NAME: digest},
    }
    write_card(card, options.out)


def _batches(learnt: Sequence[Shown], size: int, random: Random) -> Iterator[list[tuple[tuple[str, str], Shown]]]:
    """Yield the batches of an epoch, each of units of like length."""
    shown: list[tuple[tuple[str, str], Shown]] = []
    for one in learnt:
        if one.group not in (*_SETS, "samples") or 0 not in one.allowed or random.random() < _PLAIN_SHARE:
            shown.append((pair_of(one.unit, context=random.random() >= _BARE), one))
    random.shuffle(shown)
    pool = 24 * size
    batches = []
    for start in range(0, len(shown), pool):
        near = sorted(shown[start : start + pool], key=lambda one: len(one[0][0]) + len(one[0][1]))
        batches += [near[place : place + size] for place in range(0, len(near), size)]
    random.shuffle(batches)
    yield from batches


def _scores(network: KindsEncoder, tokenizer: PairTokenizer, pairs: Sequence[tuple[str, str]]) -> torch.Tensor:
    found: torch.Tensor = network(*padded(tokenizer.encode(list(pairs))))
    return found


def _measured(
    network: KindsEncoder, tokenizer: PairTokenizer, held: Sequence[Shown], sets: frozenset[str]
) -> dict[str, dict[str, list[int]]]:
    """Return, by set and kind and by threshold: found, taken rightly, taken, those of that kind alone."""
    found: dict[str, dict[str, list[int]]] = {}
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(held), 32):
            some = held[start : start + 32]
            rows = torch.softmax(_scores(network, tokenizer, [pair_of(one.unit) for one in some]).float(), dim=-1)
            for one, row in zip(some, rows.tolist(), strict=True):
                title = one.group if one.group in sets else "styles"
                for at, (kind, chance) in enumerate(zip(KINDS, row, strict=True)):
                    for step in STEPS:
                        taken = chance >= step
                        hits = (taken and one.allowed == {at}, taken and at in one.allowed, taken, one.allowed == {at})
                        counts = found.setdefault(f"{title}: {kind}", {}).setdefault(str(step), [0] * 4)
                        counts[:] = [old + new for old, new in zip(counts, hits, strict=True)]
    return found


def write_card(card: Mapping[str, Any], folder: Path) -> None:
    """Write the card for the machine and, in the words of the template, for people."""
    (folder / "entry_kinds.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    training, held = card["training"], card["left out"]
    rows = []
    for title, steps in held.items():
        cells = [
            f"{found}/{gold}, {right / taken:.2f}" if taken else f"0/{gold}"
            for found, right, taken, gold in steps.values()
        ]
        group, label = title.split(": ", 1)
        if any(taken or gold for _, _, taken, gold in steps.values()) and label != "other":
            rows.append(f"| {group} | {label} | {' | '.join(cells)} |")
    text = (Path(__file__).parent / "entry_kinds.template.md").read_text("utf-8")
    text = text.format(
        kinds=", ".join(f"`{kind}`" for kind in KINDS),
        seed=training["seed"],
        epochs=training["epochs"],
        size=training["size"],
        rate=training["rate"],
        styles=len(list((Path(__file__).parent / "kinds").glob("*.txt"))),
        reports=", ".join(f"`{name}`" for name in (*_SETS, "samples")),
        units=", ".join(f"{count} {label}" for label, count in sorted(card["units"].items())),
        steps=" | ".join(f"from {step}" for step in STEPS),
        rule="|".join("---" for _ in STEPS),
        rows="\n".join(rows),
    )
    (folder / "entry_kinds.md").write_text(text, encoding="utf-8")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
