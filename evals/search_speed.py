"""How fast search answers when the library is large: a synthetic library, one client and eight, memory and agreement.

Its passages are sentences of the sample reports and of the catalogue in new combinations; a passage's vector is the
mean of its sentences' vectors, so that meanings lie as they do in real libraries without embedding each passage.
"""

from __future__ import annotations

import itertools
import math
import os
import random
import re
import threading
import time
from collections.abc import Callable, Sequence

import numpy as np

from assistant.retrieval.searching import search
from evals import plain_pipeline
from evals.footprint import peak_mib
from evals.report import Table
from evals.statistics import mean, percentile
from ingest.embedding.embedder import Embedder
from ingest.index.vectors import recall
from ingest.library import Library
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, Metadata, Passage
from redaction.text import RedactedText

CLIENTS = 8
_SEED = 7
_IN_PASSAGE = 4
_IN_DOCUMENT = 100
_PLACES = 400
_YEARS = 15
_PLACE_TYPES = ("prison", "police", "psychiatric_hospital", "immigration_detention", "juvenile")
_PLAIN_UP_TO = 20_000
_ENDS = re.compile(r"(?<=[.!?]) +(?=[A-Z])")
Ask = Callable[[str], object]


def measure_search(
    library: Library,
    embedder: Embedder,
    questions: Sequence[str],
    passages: int,
    progress: Callable[[str], None] = lambda _: None,
) -> Table:
    """Fill a library and time its search.

    Args:
        library: open for writing, in a temporary directory, with some documents whose sentences are used.
        embedder: the library's model.
        questions: asked one after the other, and by eight clients at once; every time includes embedding the question.
        passages: how many the library is to hold, about.
        progress: told one line about each step.
    """
    began = time.perf_counter()
    fill(library, embedder, passages)
    filled = time.perf_counter() - began
    progress(f"speed: a library of {passages:,} passages filled in {filled:.0f} s")
    turns = itertools.count()

    def filtered(question: str) -> None:
        search(library, question, _FILTERS[next(turns) % len(_FILTERS)])

    def whole(question: str) -> None:
        search(library, question)

    def scanned(question: str) -> None:
        # As a pipeline would write it: a pass for every question.
        scores = library.index.exact().matrix @ embedder.embed_query(question)
        np.argsort(-scores[np.argpartition(-scores, 10)[:10]])

    for question in questions[:3]:
        whole(question)
        filtered(question)
    asked: dict[str, tuple[Ask, int]] = {
        BASELINE: (scanned, 1),
        "opcat search": (whole, 1),
        "opcat search, filters": (filtered, 1),
        f"opcat search, {CLIENTS} clients": (whole, CLIENTS),
        f"opcat search, filters, {CLIENTS} clients": (filtered, CLIENTS),
        f"{BASELINE}, {CLIENTS} clients": (scanned, CLIENTS),
    }
    times = {}
    for name, (ask, clients) in asked.items():
        # No question is asked twice in a row of the table, so that nothing remembered helps.
        library.index.forget_questions()
        times[name] = _timed(ask, questions, clients)
        progress(f"speed: {name}")
    notes = []
    if plain_pipeline.installed() and passages <= _PLAIN_UP_TO:
        with _plain(library, embedder) as plain:
            times[plain_pipeline.NAME] = _timed(lambda question: plain.ask(question, 10), questions, 1)
    elif not plain_pipeline.installed():
        notes.append(plain_pipeline.MISSING)
    base = percentile(times[BASELINE], 0.5) or math.inf
    rows = [(name, *_percentiles(held), (percentile(held, 0.5) or 0.0) / base) for name, held in times.items()]
    agreement = mean([_agreement(library, embedder, question) for question in questions]) or 0.0
    held = len(library.ledger.passage_ids(Filters()))
    notes += [
        f"{held} passages; {len(questions)} questions, embedded each time; {os.cpu_count()} processors. Filling took "
        f"{filled:.0f} s without embedding passages.",
        f"Filters: in turn {len(_FILTERS)} of place, kind of place, period and kind of document; the first search with"
        " each is among those timed.",
        f"recall@10 of the vector search as searched against exact search: {agreement:.3f}.",
        f"Peak memory of the process: {peak_mib():.0f} MiB.",
    ]
    columns = ("search", "p50 ms", "p95 ms", "p50, times the first row")
    return Table("speed-search", f"Search in {passages:,} passages", columns, tuple(rows), tuple(notes))


BASELINE = "embedding and a scan of all vectors (numpy)"
_FILTERS = (
    *(Filters(place=f"Prison {number}") for number in range(0, _PLACES, _PLACES // 8)),
    *(Filters(place_type=kind) for kind in _PLACE_TYPES),
    *(Filters(date_from=str(2012 + 2 * number), date_to=str(2015 + 2 * number)) for number in range(5)),
    Filters(kinds=(str(DocumentKind.VISIT_REPORT),)),
)


def fill(library: Library, embedder: Embedder, passages: int) -> None:
    """Add synthetic documents until the library holds ``passages`` passages."""
    sentences = _sentences(library)
    vectors = embedder.embed_passages([str.__str__(sentence) for sentence in sentences])
    chance = random.Random(_SEED)
    missing = max(0, passages - len(library.ledger.passage_ids(Filters())))
    for number in itertools.count():
        size = min(_IN_DOCUMENT, missing - number * _IN_DOCUMENT)
        if size <= 0:
            if number:
                library.index.rebuild()
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
        metadata = Metadata(
            title=f"Report {number}",
            place=f"Prison {number % _PLACES}",
            place_type=_PLACE_TYPES[number % len(_PLACE_TYPES)],
            visit_end=f"{2010 + number % _YEARS}-05-14",
            language="en",
        )
        record = DocumentRecord(
            document, f"{number}.txt", DocumentKind.VISIT_REPORT, DocumentStatus.INDEXED, None, metadata, passages=size
        )
        library.ledger.put_document(record, (), made, rows, (), "synthetic|", embedder=embedder.name)


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


def _timed(ask: Ask, questions: Sequence[str], clients: int) -> list[float]:
    """Return the seconds of each question, asked by so many clients at once."""
    times: list[float] = []
    guard = threading.Lock()

    def client(mine: Sequence[str]) -> None:
        for question in mine:
            began = time.perf_counter()
            ask(question)
            took = time.perf_counter() - began
            with guard:
                times.append(took)

    running = [threading.Thread(target=client, args=(questions[n::clients],)) for n in range(clients)]
    for each in running:
        each.start()
    for each in running:
        each.join()
    return times


def _agreement(library: Library, embedder: Embedder, question: str) -> float:
    exact = library.index.exact().search(embedder.embed_query(question), 10)
    return recall(library.index.dense(question, Filters(), 10), exact)


def _plain(library: Library, embedder: Embedder) -> plain_pipeline.PlainPipeline:
    """The same passages with the same vectors in LangChain's store."""
    texts, known = {}, {}
    exact = library.index.exact()
    held = library.ledger.passages(exact.names())
    for name, row in zip(exact.names(), exact.matrix, strict=True):
        if name in held:
            texts[name] = str.__str__(held[name].text)
            known[texts[name]] = row.tolist()
    return plain_pipeline.PlainPipeline(texts, plain_pipeline.SameModel(embedder, known))


def _percentiles(seconds: Sequence[float]) -> tuple[float, float]:
    return (percentile(seconds, 0.5) or 0.0) * 1000, (percentile(seconds, 0.95) or 0.0) * 1000
