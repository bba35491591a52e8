"""Trains the reranker and writes it, as int8 ONNX with its card, to a folder.

``python -m ingest.training.rerank_train --weights FOLDER --state FILE --regulation FOLDER --articles FOLDER --out OUT``

Needs the extra ``train`` (torch, transformers, onnx). The same seed gives the same data and order; floating point sums
differ between processors.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import torch

from ingest.embedding.embedder import ShippedEmbedder
from ingest.embedding.pairs import PairTokenizer
from ingest.training import pairs
from ingest.training.descent import Descent
from ingest.training.padding import padded
from ingest.training.pairs import Pair
from ingest.training.rerank_export import export
from ingest.training.rerank_found import Searched, groups_found, read_searched
from ingest.training.rerank_groups import OTHERS, Group, facts_of, groups_of, unanswered
from ingest.training.rerank_mining import mine
from ingest.training.rerank_network import CrossEncoder, choice
from ingest.training.rerank_reading import read
from ingest.training.rerank_scores import refused, score
from redaction.training.restore import start_of

SEED = 20261122
LEARNT_PIECES = 128  # of a pair in training: what is learnt holds for longer ones
TOGETHER = 32  # pairs that are computed together
HELD = 150  # held-out questions of a collection that a run reports on
_FOLDED = frozenset({"scale"})  # two factors that an export keeps as constants, hardly moved by training
REPEATED = 2  # times that a written question without an answer is seen in an epoch


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, train, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the architecture's weights")
    parser.add_argument("--state", type=Path, help="state of the embedding model, to start from")
    parser.add_argument("--regulation", type=Path, help="folder of ObliQA's development part")
    parser.add_argument("--articles", type=Path, help="folder of official texts as JSON")
    parser.add_argument("--reading", type=Path, nargs="+", default=[], help="files in SQuAD's format")
    parser.add_argument("--found", type=Path, help="what evals.search_examples wrote")
    parser.add_argument("--out", type=Path, required=True, help="where the model goes, and its state after each tenth")
    parser.add_argument("--start", type=Path, help="state of an earlier run to go on from, or its .onnx")
    parser.add_argument("--epochs", type=float, default=2.0)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--size", type=int, default=16, help="groups in a batch")
    parser.add_argument("--void", type=float, default=0.5, help="weight of knowing that none answers")
    parser.add_argument(
        "--reports-most", type=int, help="questions on invented report passages in an epoch, all if absent"
    )
    parser.add_argument("--regulation-most", type=int, default=1000, help="regulation questions in an epoch")
    parser.add_argument("--reading-most", type=int, default=3000, help="questions of reading comprehension in an epoch")
    parser.add_argument("--seed", type=int, default=SEED)
    train(parser.parse_args(arguments))


def train(options: argparse.Namespace) -> None:
    """Train with the options of :func:`main`."""
    torch.manual_seed(options.seed)
    random = Random(options.seed)
    collections = pairs.collections(options.articles, options.regulation)
    embedder = ShippedEmbedder()
    began = time.monotonic()
    learnt, held = [], {}
    for collection in collections:
        chosen, kept = collection.split()
        learnt.append((collection, mine(collection, chosen, embedder), facts_of(collection, chosen, embedder)))
        held[collection.name] = (collection, mine(collection, kept[:HELD], embedder))
        _say(
            f"{collection.name}: {len(chosen)} questions, {len(learnt[-1][2])} facts, {time.monotonic() - began:.0f} s"
        )
    impossible: list[Group] = []
    if options.reading:
        reading = read(options.reading)
        chosen, kept = reading.collection.split()
        learnt.append((reading.collection, mine(reading.collection, chosen, embedder), reading.facts))
        held["reading"] = (reading.collection, mine(reading.collection, kept[:HELD], embedder))
        asked = [Pair(question, (place,)) for question, place in reading.impossible]
        for item in mine(reading.collection, asked, embedder):
            texts = [reading.collection.passages[place] for place in (*item.pair.answers, *item.near[:OTHERS])]
            impossible.append(Group(item.pair.question, tuple(texts), False))
        _say(f"reading: {len(chosen)} questions, {len(impossible)} impossible, {time.monotonic() - began:.0f} s")
    network = CrossEncoder(options.weights, options.state)
    if options.start:
        network.load_state_dict(start_of(options.start, network, _FOLDED))
    tokenizer = PairTokenizer(LEARNT_PIECES)
    found = read_searched(options.found) if options.found else []
    groups = list(_epochs(learnt, impossible, found, options, random))
    batches = [groups[start : start + options.size] for start in range(0, len(groups), options.size)]
    descent = Descent(network, options.rate, len(batches), began)
    options.out.mkdir(parents=True, exist_ok=True)
    network.train()
    for number, batch in enumerate(batches, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = _scores(network, tokenizer, batch)
        loss = choice(scores, torch.tensor([group.answered for group in batch]), options.void)
        descent.step(loss)
        if number % max(1, len(batches) // 10) == 0:
            torch.save(network.state_dict(), options.out / "state.pt")
    network.eval()
    torch.save(network.state_dict(), options.out / "state.pt")

    def scorer(question: str, passages: Sequence[str]) -> Sequence[float]:
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            found: list[float] = _scores(network, tokenizer, [Group(question, tuple(passages), True)])[0].tolist()
        return found

    figures: dict[str, Any] = {name: score(scorer, *kept) for name, kept in held.items()}
    figures["unanswered"] = refused(scorer, list(unanswered(collections[0], held=True)))
    _say(str(figures))
    export(network, options.out, {**vars(options), "figures": figures})


def _epochs(
    learnt: Sequence[Any],
    impossible: Sequence[Group],
    found: Sequence[Searched],
    options: argparse.Namespace,
    random: Random,
) -> Iterator[Group]:
    """Yield the groups of all epochs in random order, a part of the last epoch where they are no whole number."""
    left = options.epochs
    while left > 0:
        groups: list[Group] = []
        for collection, mined, facts in learnt:
            most = getattr(options, f"{collection.name}_most", None)
            some = mined if most is None else random.sample(mined, min(len(mined), most))
            groups += groups_of(collection, some, facts, random, long=collection.name == "reading")
        groups += impossible
        groups += groups_found(found, random)
        groups += REPEATED * list(unanswered(learnt[0][0]))
        random.shuffle(groups)
        yield from groups[: int(len(groups) * min(1.0, left))]
        left -= 1


def _scores(network: CrossEncoder, tokenizer: PairTokenizer, groups: Sequence[Group]) -> torch.Tensor:
    """Return (groups, passages) scores, computed in batches of similar length: little is padding."""
    rows = tokenizer.encode([(group.question, text) for group in groups for text in group.passages])
    order = sorted(range(len(rows)), key=lambda place: len(rows[place].ids))
    found = []
    for start in range(0, len(order), TOGETHER):
        some = [rows[place] for place in order[start : start + TOGETHER]]
        found.append(network(*padded(some)))
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(found)[back].reshape(len(groups), -1)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
