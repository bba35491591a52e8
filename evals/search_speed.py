"""How fast search answers when the library is large: a synthetic library, one client and eight, memory and agreement.

Its passages are sentences of the sample reports and of the catalogue in new combinations; a passage's vector is the
mean of its sentences' vectors, so that meanings lie as they do in real libraries without embedding each passage.
"""

from __future__ import annotations

import itertools
import random
import re
import resource
import sys
import threading
import time
from collections.abc import Sequence

import numpy as np

from assistant.searching import search
from evals.report import Table
from evals.statistics import mean, percentile
from ingest.embedding import Embedder
from ingest.library import Library
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, Metadata, Passage, Ranked
from ingest.vectors import recall
from redaction.text import RedactedText

CLIENTS = 8
_SEED = 7
_IN_PASSAGE = 4
_IN_DOCUMENT = 100
_ENDS = re.compile(r"(?<=[.!?]) +(?=[A-Z])")


def measure_search(library: Library, embedder: Embedder, questions: Sequence[str], passages: int) -> Table:
    """Fill a library and time its search.

    Args:
        library: open for writing, in a temporary directory, with some documents whose sentences are used.
        embedder: the library's model.
        questions: asked one after the other, and by eight clients at once.
        passages: how many the library is to hold, about.
    """
    began = time.perf_counter()
    fill(library, embedder, passages)
    filled = time.perf_counter() - began
    for question in questions[:3]:
        search(library, question)
    alone = [_timed(library, question) for question in questions]
    together = _together(library, questions)
    exact_seconds, wanted = _vectors(library, embedder, questions, exact=True)
    seconds, found = _vectors(library, embedder, questions, exact=False)
    rows = (
        ("one client", *_percentiles(alone)),
        (f"{CLIENTS} clients at once", *_percentiles(together)),
        ("vectors alone, exact", *_percentiles(exact_seconds)),
        ("vectors alone, as searched", *_percentiles(seconds)),
    )
    agreement = mean([recall(a, b) for a, b in zip(found, wanted, strict=True)]) or 0.0
    held = len(library.ledger.passage_ids(Filters()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1))
    notes = (
        f"{held} passages; {len(questions)} questions, embedded too. Filling took {filled:.0f} s without embedding.",
        f"recall@10 of the vector search as searched against exact search: {agreement:.3f}.",
        f"Peak memory of the process: {peak:.0f} MiB.",
    )
    return Table("speed", f"Search in {passages:,} passages", ("search", "p50 ms", "p95 ms"), rows, notes)


def fill(library: Library, embedder: Embedder, passages: int) -> None:
    """Add synthetic documents until the library holds ``passages`` passages."""
    sentences = _sentences(library)
    vectors = embedder.embed_passages([str.__str__(sentence) for sentence in sentences])
    chance = random.Random(_SEED)
    missing = max(0, passages - len(library.ledger.passage_ids(Filters())))
    for number in itertools.count():
        size = min(_IN_DOCUMENT, missing - number * _IN_DOCUMENT)
        if size <= 0:
            return
        document = f"d-synthetic{number:06d}"
        made: list[Passage] = []
        rows = np.zeros((size, embedder.dimension), dtype=np.float32)
        for place in range(size):
            chosen = chance.sample(range(len(sentences)), _IN_PASSAGE)
            text = RedactedText.join([sentences[each] for each in chosen], " ")
            locator = f"{place // 20 + 1}.{place % 20 + 1}"
            made.append(Passage(f"p-{number:06d}-{place:03d}", document, place, text, locator, None, "paragraph"))
            rows[place] = vectors[chosen].mean(axis=0)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        metadata = Metadata(title=f"Report {number}", place=f"Prison {number % 400}", language="en")
        record = DocumentRecord(
            document, f"{number}.txt", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, metadata, passages=size
        )
        library.ledger.put_document(record, (), made, rows, (), "synthetic|", embedder=embedder.name)
        library.index.changed(document, ())


def _sentences(library: Library) -> list[RedactedText]:
    found: dict[str, RedactedText] = {}
    for document in library.ledger.documents():
        for passage in library.ledger.document_passages(document.document_id):
            last = 0
            for end in [match.end() for match in _ENDS.finditer(passage.text)] + [len(passage.text)]:
                part = passage.text.part(last, end)
                last = end
                if 30 <= len(part) <= 300:
                    found.setdefault(str.__str__(part).strip(), part)
    return list(found.values())


def _timed(library: Library, question: str) -> float:
    began = time.perf_counter()
    search(library, question)
    return time.perf_counter() - began


def _together(library: Library, questions: Sequence[str]) -> list[float]:
    times: list[float] = []
    guard = threading.Lock()

    def client(mine: Sequence[str]) -> None:
        for question in mine:
            took = _timed(library, question)
            with guard:
                times.append(took)

    clients = [threading.Thread(target=client, args=(questions[n::CLIENTS],)) for n in range(CLIENTS)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    return times


def _vectors(
    library: Library, embedder: Embedder, questions: Sequence[str], *, exact: bool
) -> tuple[list[float], list[list[Ranked]]]:
    times, found = [], []
    for question in questions:
        vector = embedder.embed_query(question)
        began = time.perf_counter()
        found.append(
            library.index.exact().search(vector, 10) if exact else library.index.dense(question, Filters(), 10)
        )
        times.append(time.perf_counter() - began)
    return times, found


def _percentiles(seconds: Sequence[float]) -> tuple[float, float]:
    return (percentile(seconds, 0.5) or 0.0) * 1000, (percentile(seconds, 0.95) or 0.0) * 1000
