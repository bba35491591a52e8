"""Trains the question tagger and writes it, as int8 ONNX with its card, to a folder.

``python -m assistant.training.tagging --weights FOLDER --out OUT``

Needs the extra ``train`` (torch, transformers, onnx); some minutes on two cores. The same seed gives the same data and
order; floating point sums differ between processors.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import torch

from assistant.question.tagging import LABELS, words_of
from assistant.training.tagged_questions import Tagged, tagged_questions
from assistant.training.tagging_network import TaggingNetwork
from ingest.embedding.embedder import pinned_tokenizer
from ingest.training.descent import Descent
from ingest.training.padding import padded
from ingest.training.quantised import quantise

SEED = 20261123
NAME = "question_tagger.onnx"
_NOTHING = -100  # pieces that teach nothing: all but the first of a word
_LOWERED = 0.15  # of the questions lose their capitals in an epoch, and as many their last mark


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, train, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the architecture's weights")
    parser.add_argument("--out", type=Path, required=True, help="where the model goes")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--size", type=int, default=32, help="questions in a batch")
    parser.add_argument("--all", action="store_true", help="train on the held-out questions too (after measuring)")
    parser.add_argument("--seed", type=int, default=SEED)
    train(parser.parse_args(arguments))


def train(options: argparse.Namespace) -> None:
    """Train with the options of :func:`main`."""
    torch.manual_seed(options.seed)
    random = Random(options.seed)
    data = tagged_questions()
    held = [one for one in data if one.held_out]
    learnt = [one for one in data if options.all or not one.held_out]
    network, tokenizer = TaggingNetwork(options.weights), pinned_tokenizer()
    batches = [batch for _ in range(options.epochs) for batch in _batches(learnt, options.size, random)]
    descent = Descent(network, options.rate, len(batches), time.monotonic())
    network.train()
    for batch in batches:
        scores, wanted = _run(network, tokenizer, batch)
        descent.step(torch.nn.functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=_NOTHING))
    network.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    figures = measured(network, tokenizer, held)
    print(figures, file=sys.stderr)
    axes = {0: "batch", 1: "pieces"}
    digest = quantise(network, ("input_ids", "attention_mask"), "scores", axes, options.out / NAME)
    card = {
        "labels": LABELS,
        "training": {name: str(getattr(options, name)) for name in ("seed", "epochs", "rate", "size", "all")},
        "questions": len(learnt),
        "left out": figures,
        "sha256": {NAME: digest},
    }
    (options.out / "question_tagger.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _batches(learnt: Sequence[Tagged], size: int, random: Random) -> list[list[Tagged]]:
    shown = [_varied(one, random) for one in learnt]
    random.shuffle(shown)
    return [shown[start : start + size] for start in range(0, len(shown), size)]


def _varied(one: Tagged, random: Random) -> Tagged:
    """Return a question as somebody in a hurry types it, now and then."""
    text = one.text.lower() if random.random() < _LOWERED else one.text
    if len(text) != len(one.text):
        return one
    return Tagged(text.rstrip("?.") if random.random() < _LOWERED else text, one.tags)


def _run(network: TaggingNetwork, tokenizer: Any, batch: Sequence[Tagged]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return scores (batch, pieces, labels) and the labels wanted (batch, pieces)."""
    rows = tokenizer.encode_batch([one.text for one in batch])
    ids, mask, _ = padded(rows)
    wanted = torch.full(ids.shape, _NOTHING)
    for at, (one, row) in enumerate(zip(batch, rows, strict=True)):
        for start, end, piece in words_of(one.text, row.offsets):
            label = next((label for label, left, right in one.tags if start < right and end > left), "")
            wanted[at, piece] = LABELS.index(label)
    return network(ids, mask), wanted


def measured(network: TaggingNetwork, tokenizer: Any, held: Sequence[Tagged]) -> dict[str, Any]:
    """Return how the network reads questions: by label, words found, given and right; questions read wholly right."""
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    given: Counter[str] = Counter()
    whole = asked = asked_found = asked_given = 0
    for one in held:
        with torch.inference_mode():
            scores, wanted = _run(network, tokenizer, [one])
        read = [(LABELS[int(w)], LABELS[int(s.argmax())]) for s, w in zip(scores[0], wanted[0], strict=True) if w >= 0]
        gold.update(want for want, _ in read if want)
        given.update(got for _, got in read if got)
        found.update(want for want, got in read if want and want == got)
        whole += all(want == got for want, got in read)
        register, said = any(want for want, _ in read), any(got for _, got in read)
        asked, asked_given, asked_found = asked + register, asked_given + said, asked_found + (register and said)
    labels = {
        label: {"words": gold[label], "given": given[label], "right": found[label]}
        for label in LABELS[1:]
        if gold[label]
    }
    return {
        "questions": len(held),
        "wholly right": whole,
        "for the register": {"questions": asked, "given": asked_given, "right": asked_found},
        "labels": labels,
    }


if __name__ == "__main__":
    main()
