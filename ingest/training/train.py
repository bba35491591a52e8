"""Trains the embedding model and writes it, as int8 ONNX with its card, to a folder.

``python -m ingest.training.train --weights FOLDER --regulation FOLDER --articles FOLDER --out FOLDER``

Needs the extra ``train`` (torch, transformers, onnx). On two cores an epoch takes some five minutes. The same seed
gives the same data and order; floating point sums differ between processors.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch

from ingest.training import pairs
from ingest.training.export import export
from ingest.training.network import SentenceEncoder, contrast
from ingest.training.schedule import rate
from ingest.training.scores import score
from redaction.training.restore import start_of

SEED = 20261122
HARD = 1  # hard negatives for each question
POOL = 30  # a hard negative is one of the nearest of this many that answer nothing
PIECES = 192
GROUP = 16  # texts that are computed together
MINED_EVERY = 2  # epochs


@dataclass(frozen=True)
class Example:
    """A question with one answer and one passage that looks like one, as texts, and all answers as texts."""

    question: str
    answer: str
    hard: str
    answers: frozenset[str]


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, train, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the starting weights and tokenizer.json")
    parser.add_argument("--regulation", type=Path, help="folder of ObliQA's development part")
    parser.add_argument("--articles", type=Path, help="folder of official texts as JSON")
    parser.add_argument("--out", type=Path, required=True, help="where the model goes")
    parser.add_argument("--start", type=Path, help="state of an earlier run to go on from, or its .onnx")
    parser.add_argument("--state", type=Path, help="where to write the state after each epoch")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=3e-5)
    parser.add_argument("--size", type=int, default=48, help="questions in a batch")
    parser.add_argument("--heat", type=float, default=0.05)
    parser.add_argument("--shares", type=float, nargs="+", default=[1.0], help="shares of the way to the tuned weights")
    parser.add_argument("--all", action="store_true", help="train on the held-out questions too (after measuring)")
    parser.add_argument("--seed", type=int, default=SEED)
    train(parser.parse_args(arguments))


def train(options: argparse.Namespace) -> None:
    """Train with the options of :func:`main`."""
    from tokenizers import Tokenizer

    torch.manual_seed(options.seed)
    random = Random(options.seed)
    collections = pairs.collections(options.articles, options.regulation)
    tokenizer = Tokenizer.from_file(str(options.weights / "tokenizer.json"))
    tokenizer.enable_truncation(PIECES)
    network = SentenceEncoder(options.weights)
    start = {name: value.clone() for name, value in network.state_dict().items()}
    if options.start:
        network.load_state_dict(start_of(options.start, network))
    optimizer = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=options.rate)
    steps = options.epochs * sum(len(_chosen(c, options.all)) for c in collections) // options.size + 1
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, steps))
    began, done = time.monotonic(), 0
    mined: list[list[Example]] = []
    for epoch in range(options.epochs):
        network.eval()
        if epoch % MINED_EVERY == 0:
            mined = [list(_examples(network, tokenizer, c, options.all, random)) for c in collections]
        print(f"epoch {epoch + 1}: {sum(map(len, mined))} questions, {time.monotonic() - began:.0f} s", file=sys.stderr)
        network.train()
        total = 0.0
        for number, batch in enumerate(_batches(mined, options.size, random), 1):
            loss = _loss(network, tokenizer, batch, options.heat)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            done += 1
            total += loss.item()
            if number % 10 == 0:
                print(f"step {done}/{steps} loss {total / number:.4f} {time.monotonic() - began:.0f} s",
                      file=sys.stderr, flush=True)  # fmt: skip
        if options.state:
            torch.save(network.state_dict(), options.state)
    tuned = {name: value.clone() for name, value in network.state_dict().items()}
    network.eval()
    for share in options.shares:
        network.load_state_dict(tuned)
        network.nearer(start, share)
        out = options.out if len(options.shares) == 1 else options.out / f"{share:.2f}"
        export(network, options.weights, out, {**vars(options), "share": share})
        print(f"share {share}: {score(out, collections)}", file=sys.stderr, flush=True)


def _chosen(collection: pairs.Collection, every: bool) -> Sequence[pairs.Pair]:
    return collection.pairs if every else collection.split()[0]


def _examples(
    network: SentenceEncoder, tokenizer: Any, collection: pairs.Collection, every: bool, random: Random
) -> Iterator[Example]:
    """Give each question an answer and a hard negative, mined with the network as it is."""
    chosen = _chosen(collection, every)
    if not chosen:
        return
    passages = embed(network, tokenizer, collection.passages)
    questions = embed(network, tokenizer, [pair.question for pair in chosen])
    for start in range(0, len(chosen), 256):
        nearest = np.argsort(-(questions[start : start + 256] @ passages.T), axis=1)[:, : POOL + 8]
        for pair, row in zip(chosen[start : start + 256], nearest, strict=True):
            answers = frozenset(collection.passages[place] for place in pair.answers)
            # The first places often hold answers that nobody marked; further down they are only alike.
            wrong = [collection.passages[place] for place in row[2:] if collection.passages[place] not in answers]
            answer = collection.passages[random.choice(pair.answers)]
            yield Example(pair.question, answer, random.choice(wrong[:POOL]) if wrong else answer, answers)


def embed(network: SentenceEncoder, tokenizer: Any, texts: Sequence[str]) -> np.ndarray[Any, Any]:
    """Return (n, 384) vectors."""
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    out = np.zeros((len(texts), 384), dtype=np.float32)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), 64):
            places = order[start : start + 64]
            out[places] = network(*_tensors(tokenizer, [texts[place] for place in places])).float().numpy()
    return out


def _batches(mined: Sequence[Sequence[Example]], size: int, random: Random) -> Iterator[Sequence[Example]]:
    """Yield batches in random order, each of one collection: passages of another one are too easy to tell apart."""
    batches = []
    for examples in mined:
        shuffled = random.sample(examples, len(examples))
        batches += [shuffled[start : start + size] for start in range(0, len(shuffled), size)]
    random.shuffle(batches)
    yield from (batch for batch in batches if len(batch) > 1)


def _loss(network: SentenceEncoder, tokenizer: Any, batch: Sequence[Example], heat: float) -> torch.Tensor:
    texts = [*(e.answer for e in batch), *(e.hard for e in batch)]
    allowed = torch.tensor(
        [[text == e.answer or text not in e.answers for text in texts] for e in batch], dtype=torch.bool
    )
    # The same answer twice in a batch counts once.
    seen: dict[str, int] = {}
    places = []
    for place, text in enumerate(texts):
        if text in seen:
            allowed[:, place] = False
        seen.setdefault(text, place)
    for e in batch:
        places.append(seen[e.answer])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        questions = _rows(network, tokenizer, [e.question for e in batch])
        passages = _rows(network, tokenizer, texts)
    return contrast(questions, passages, torch.tensor(places), allowed, heat)


def _rows(network: SentenceEncoder, tokenizer: Any, texts: Sequence[str]) -> torch.Tensor:
    """Return (n, 384) vectors that can be learnt from, computed in groups of similar length: little is padding."""
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    rows = [
        network(*_tensors(tokenizer, [texts[place] for place in order[start : start + GROUP]]))
        for start in range(0, len(order), GROUP)
    ]
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(rows)[back]


def _tensors(tokenizer: Any, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
    rows = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
    # Few widths: the processor's library keeps a plan for every shape that it has seen.
    width = -(-max(len(row) for row in rows) // 16) * 16
    ids = torch.zeros((len(rows), width), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for place, row in enumerate(rows):
        ids[place, : len(row)] = torch.tensor(row)
        mask[place, : len(row)] = 1
    return ids, mask


if __name__ == "__main__":
    main()
