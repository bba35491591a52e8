"""How fast, as ratios against a named baseline timed in the same run on the same input: ratios outlive machines."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from evals import footprint
from evals.corpus import Corpus
from evals.datasets import Dataset
from evals.reading_speed import reading_rows
from evals.report import Cell, Table
from evals.statistics import percentile
from evals.systems import BASELINE, OURS
from ingest.embedding.embedder import Embedder

_QUERIES, _ROWS = 30, 20_000


def measure_speed(dataset: Dataset, corpus: Corpus, embedder: Embedder) -> Table:
    """Time redaction, reading of PDFs, embedding, vector search and whole searches; return ours, baseline and ratio."""
    reading, waits = reading_rows(seconds_of)
    rows = [
        _redaction(dataset),
        *reading,
        _embedding(corpus, embedder),
        _vector_search(embedder.dimension),
    ]
    notes = (
        f"Taking in {len(corpus.records)} documents ({corpus.passages} passages) took {corpus.seconds:.1f} s in all.",
        *waits,
        "Ratio: how many times faster than the baseline.",
    )
    columns = ("work", "unit", "opcat", "baseline", "ratio", "baseline is")
    return Table("speed", f"Speed, {dataset.name}", columns, tuple(rows), notes)


def seconds_of(work: Callable[[], object], *, times: int = 3) -> float:
    """Return the fastest of some runs, in seconds: what disturbs a run only ever slows it."""
    fastest = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - started)
    return fastest


def _row(work: str, unit: str, amount: float, ours: float, theirs: float, baseline: str) -> tuple[Cell, ...]:
    return work, unit, amount / ours, amount / theirs, theirs / ours, baseline


def _redaction(dataset: Dataset) -> tuple[Cell, ...]:
    """Both in processes of their own, one round; the part ``redaction`` takes more rounds and longer texts."""
    texts = [[segment.text for segment in document.segments] for document in dataset.documents[:4]]
    found = footprint.compared(texts, rounds=1)
    ours, theirs = found[OURS].speed, found[BASELINE].speed
    return "redaction", "characters/s", ours, theirs, ours / theirs, "stock Presidio, block by block"


def _embedding(corpus: Corpus, embedder: Embedder) -> tuple[Cell, ...]:
    """Batches of like length against one text at a time."""
    texts = [
        str.__str__(passage.text)
        for document in corpus.docs
        for passage in corpus.library.ledger.document_passages(document)
    ][:200]
    if not texts:
        return ("embedding", "passages/s", None, None, None, "one passage at a time")
    embedder.embed_query("warm up")
    ours = seconds_of(lambda: embedder.embed_passages(texts), times=1)
    theirs = seconds_of(lambda: [embedder.embed_query(text) for text in texts], times=1)
    return _row("embedding", "passages/s", len(texts), ours, theirs, "one passage at a time")


def _vector_search(dimension: int) -> tuple[Cell, ...]:
    """Exact search over 20,000 vectors, as the index does it, against a Chroma collection of the same."""
    import chromadb
    from chromadb.config import Settings

    chance = np.random.default_rng(7)
    rows = chance.standard_normal((_ROWS, dimension), dtype=np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    queries = rows[:: _ROWS // _QUERIES][:_QUERIES]
    client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
    collection = client.create_collection("speed", configuration={"hnsw": {"space": "cosine"}})
    step = 5000
    for first in range(0, _ROWS, step):
        ids = [str(place) for place in range(first, first + step)]
        collection.add(ids=ids, embeddings=rows[first : first + step])

    def each(search: Callable[[np.ndarray[tuple[int], np.dtype[np.float32]]], object]) -> float:
        times = []
        for query in queries:
            times.append(seconds_of(lambda query=query: search(query), times=1))  # type: ignore[misc]
        return percentile(times, 0.5) or 0.0

    ours = each(lambda query: np.argpartition(-(rows @ query), 10)[:10])
    theirs = each(lambda query: collection.query(query_embeddings=[query], n_results=10))
    client.delete_collection("speed")
    return _row("vector search, 20,000 rows", "queries/s", 1, ours, theirs, "Chroma, approximate, no filter")
