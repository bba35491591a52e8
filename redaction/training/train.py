"""Trains the classifier and writes it, as int8 ONNX with its card, to a folder.

``python -m redaction.training.train --weights FOLDER --judgments FILE --laws FOLDER... --out FOLDER``

Needs the extra ``train`` (torch, transformers, onnx). On two cores with bfloat16 an epoch of the default size takes
some five minutes. The same seed gives the same data and order; floating point sums differ between processors.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random

import torch

from redaction.training import annotated, judgments, mixture, template
from redaction.training.batches import Encoder
from redaction.training.export import export
from redaction.training.inventory import Inventory
from redaction.training.network import Network, set_loss
from redaction.training.restore import start_of
from redaction.training.scores import score

SEED = 20261122


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, train, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the starting weights and tokenizer.json")
    parser.add_argument("--judgments", type=Path, required=True, help="training file of the anonymization benchmark")
    parser.add_argument("--laws", type=Path, nargs="*", default=[], help="folders of official texts as JSON")
    parser.add_argument("--annotated", type=Path, nargs="*", default=[], help="folders of annotated reports or texts")
    parser.add_argument("--repeats", type=int, default=2, help="how often an annotated report is shown in an epoch")
    parser.add_argument("--out", type=Path, required=True, help="where the model goes")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=14, help="how often a template is filled in an epoch")
    parser.add_argument("--focus", default="", help="beginnings of the families that are filled three times as often")
    parser.add_argument("--rate", type=float, default=1e-4, help="learning rate of the encoder")
    parser.add_argument("--start", type=Path, help="state of an earlier stage to go on from, or its .onnx")
    parser.add_argument("--state", type=Path, help="where to write the state for a later stage")
    parser.add_argument("--seed", type=int, default=SEED)
    train(parser.parse_args(arguments))


def train(options: argparse.Namespace) -> None:
    """Train with the options of :func:`main`."""
    torch.manual_seed(options.seed)
    random = Random(options.seed)
    sources = mixture.Mixture(
        random,
        Inventory.load(),
        template.load(),
        judgments.read(options.judgments),
        [law for folder in options.laws for law in mixture.laws(folder)],
        [report for folder in options.annotated for report in annotated.read(folder)],
    )
    encoder = Encoder(options.weights / "tokenizer.json", random)
    network = Network(options.weights)
    if options.start:
        network.load_state_dict(start_of(options.start, network))
    new = [*network.shapes.parameters(), *network.head.parameters()]
    known = {id(parameter) for parameter in new}
    old = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": old, "lr": options.rate}, {"params": new, "lr": options.rate * 10}], weight_decay=0.01
    )

    def batches() -> list[tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]]:
        return list(encoder.batches(sources.epoch(options.rounds, options.focus, options.repeats)))

    # The first epoch tells how many steps there will be.
    first = batches()
    steps = len(first) * options.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    held_out = sources.held_out(6)
    began = time.monotonic()
    for epoch in range(options.epochs):
        shown = first if epoch == 0 else batches()
        network.train()
        total = 0.0
        for number, (ids, kinds, mask, sets) in enumerate(shown, start=1):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = network(ids, kinds, mask)
            loss = set_loss(logits, sets)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += loss.item()
            if number % 20 == 0:
                print(f"epoch {epoch + 1} step {number}/{len(shown)} loss {total / number:.4f} "
                      f"{time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)  # fmt: skip
        export(network, options.weights, options.out, vars(options) | {"epochs": epoch + 1})
        if options.state:
            torch.save(network.state_dict(), options.state)
        print(f"epoch {epoch + 1}: {score(options.out, held_out)}", file=sys.stderr, flush=True)


def _rate(step: int, steps: int) -> float:
    """Return the share of the learning rate: up over the first twentieth, then straight down."""
    warm = max(1, steps // 20)
    return step / warm if step < warm else max(0.02, (steps - step) / max(1, steps - warm))


if __name__ == "__main__":
    main()
