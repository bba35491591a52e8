"""How well a model finds the held-out answers among all passages of their collection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.training.export import NAME
from ingest.training.pairs import Collection


def score(folder: Path, collections: Sequence[Collection]) -> dict[str, dict[str, float]]:
    """Return, by collection, the number of held-out questions, recall@10 and MAP@10 of exact vector search."""
    from ingest.embedding.onnx import OnnxEncoder

    encoder = OnnxEncoder((folder / NAME).read_bytes())
    found = {}
    for collection in collections:
        held = collection.split()[1]
        if not held:
            continue
        passages = encoder.encode(collection.passages)
        questions = encoder.encode([pair.question for pair in held])
        recall = precision = 0.0
        for pair, scores in zip(held, questions @ passages.T, strict=True):
            wanted = {collection.passages[place] for place in pair.answers}
            hits = 0
            gained = 0.0
            for place, at in enumerate((-scores).argsort()[:10], 1):
                if collection.passages[at] in wanted:
                    hits += 1
                    gained += hits / place
            recall += min(1.0, hits / len(wanted))
            precision += gained / min(10, len(wanted))
        found[collection.name] = {
            "questions": len(held),
            "recall@10": round(recall / len(held), 4),
            "MAP@10": round(precision / len(held), 4),
        }
    return found
