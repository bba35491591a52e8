"""The product's search on a judged collection: a temporary library, each system's ranking, its figures, a run file."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import AssistantError
from assistant.searching import search
from evals.beir import Judged, load_beir, load_regulation
from evals.report import Cell, Table
from evals.statistics import bootstrap, mean, percentile
from ingest.chunk import chunk
from ingest.embedding import Embedder
from ingest.library import Library
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, Metadata, Passage
from ingest.report import Block, BlockKind, PageAccount, Report
from redaction.text import public_text

DEPTH = 100
AT = 10
Rank = Callable[[str], Sequence[tuple[str, float]]]


@dataclass(frozen=True)
class JudgedOptions:
    """Which collections are asked, and where the ranking goes.

    Attributes:
        folders: in BEIR's format.
        regulation: whether the regulation questions of the development data are asked too.
        run_out: file for the ranking of the product's search, in TREC's format.
    """

    folders: tuple[Path, ...] = ()
    regulation: bool = False
    run_out: Path | None = None

    def collections(self, shared: Path | None) -> list[Judged]:
        """Read the collections.

        Raises:
            ValueError: a folder is not in BEIR's format, or the regulation questions are not there.
        """
        found = [load_beir(folder) for folder in self.folders]
        if self.regulation:
            questions = load_regulation(shared) if shared is not None else None
            if questions is None:
                raise ValueError("the regulation questions are not there: name the development data with --data")
            found.append(questions)
        return found


@dataclass
class JudgedScore:
    """One entry per query, in step; see :func:`judge`."""

    recall10: list[float] = field(default_factory=list)
    recall100: list[float] = field(default_factory=list)
    ndcg: list[float] = field(default_factory=list)
    average_precision: list[float] = field(default_factory=list)
    reciprocal: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def judge(ranking: Sequence[str], grades: Mapping[str, int]) -> tuple[float, float, float, float, float]:
    """Return recall@10, recall@100, nDCG@10, average precision@10 and reciprocal rank@10 of one ranking.

    As trec_eval has them: recall is the share of the relevant documents, the gain of nDCG is the grade, average
    precision is divided by the number of relevant documents (at most 10).
    """
    top = ranking[:AT]
    gain = sum(grades.get(name, 0) / math.log2(place + 1) for place, name in enumerate(top, 1))
    best = sorted(grades.values(), reverse=True)[:AT]
    ideal = sum(grade / math.log2(place + 1) for place, grade in enumerate(best, 1))
    hits, precision = 0, 0.0
    first = 0
    for place, name in enumerate(top, 1):
        if name in grades:
            hits += 1
            precision += hits / place
            first = first or place
    return (
        hits / len(grades),
        sum(name in grades for name in ranking[:DEPTH]) / len(grades),
        gain / ideal,
        precision / min(len(grades), AT),
        1 / first if first else 0.0,
    )


def measure_judged(
    collection: Judged,
    library: Library,
    embedder: Embedder,
    progress: Callable[[str], None],
    run_out: Path | None = None,
) -> Table:
    """Index a collection in an empty library, ask every query of each system, and return the table.

    Args:
        collection: what is asked.
        library: empty and open for writing, in a temporary directory.
        embedder: the model of ``library``.
        progress: told one line about each step.
        run_out: where to write the ranking of the product's search in TREC's format, if anywhere.
    """
    started = time.perf_counter()
    name_of = take_in_public(collection, library, embedder)
    taken = time.perf_counter() - started
    progress(f"{collection.name}: {len(collection.corpus)} documents in {taken:.0f} s")
    scores: dict[str, JudgedScore] = {}
    for system, rank in _systems(library).items():
        score = scores[system] = JudgedScore()
        lines: list[str] = []
        for query, text in collection.queries.items():
            at = time.perf_counter()
            ranking = _documents(rank(text), name_of)
            score.seconds.append(time.perf_counter() - at)
            figures = judge([name for name, _ in ranking], collection.grades[query])
            held = (score.recall10, score.recall100, score.ndcg, score.average_precision, score.reciprocal)
            for values, figure in zip(held, figures, strict=True):
                values.append(figure)
            lines += [f"{query} Q0 {name} {n} {value:.6f} opcat\n" for n, (name, value) in enumerate(ranking, 1)]
        progress(f"{collection.name}: {system}")
        if run_out is not None and system == SEARCH:
            run_out.write_text("".join(lines), "utf-8")
    return table(collection, scores, len(name_of), taken)


SEARCH = "opcat search"


def take_in_public(collection: Judged, library: Library, embedder: Embedder) -> dict[str, str]:
    """Put a public collection into a library as passages, cut as reports are; return document id by passage id."""
    blocks = []
    by_locator: dict[str, str] = {}
    for number, (name, (title, text)) in enumerate(collection.corpus.items(), 1):
        locator = f"document {number}"
        by_locator[locator] = name
        held = public_text(" ".join((text or title).split()))
        path = (public_text(" ".join(title.split())),) if title.strip() and text.strip() else ()
        blocks.append(Block(BlockKind.PARAGRAPH, held, locator, heading_path=path))
    document = f"judged-{collection.name}"
    passages = chunk(Report(tuple(blocks), PageAccount()), document)
    vectors = embedder.embed_passages([_input(passage) for passage in passages])
    record = DocumentRecord(
        document,
        collection.name,
        DocumentKind.OTHER,
        DocumentStatus.INDEXED,
        None,
        Metadata(language="en"),
        passages=len(passages),
    )
    library.ledger.put_document(record, blocks, passages, vectors, (), "judged|", embedder=embedder.name)
    library.index.changed(document, ())
    return {passage.passage_id: by_locator[passage.locator] for passage in passages}


def _input(passage: Passage) -> str:
    from ingest.embedding import passage_input

    return passage_input(str.__str__(passage.text), passage.heading_path)


def _systems(library: Library) -> dict[str, Rank]:
    def words(text: str) -> list[tuple[str, float]]:
        return [(hit.passage_id, hit.score) for hit in library.index.lexical(text, Filters(), DEPTH)]

    def meaning(text: str) -> list[tuple[str, float]]:
        return [(hit.passage_id, hit.score) for hit in library.index.dense(text, Filters(), DEPTH)]

    def both(text: str) -> list[tuple[str, float]]:
        try:
            hits = search(library, text, Filters(), DEPTH).hits
        except AssistantError:
            return []
        return [(passage.passage_id, hit.score) for hit in hits for passage in (hit.passage, *hit.also)]

    return {"BM25": words, "vectors": meaning, SEARCH: both}


def _documents(ranking: Sequence[tuple[str, float]], name_of: Mapping[str, str]) -> list[tuple[str, float]]:
    """Turn ranked passages into ranked documents, each at the place of its best passage."""
    best: dict[str, float] = {}
    for passage, score in ranking:
        if passage in name_of:
            best.setdefault(name_of[passage], score)
    return list(best.items())[:DEPTH]


def table(collection: Judged, scores: Mapping[str, JudgedScore], passages: int, seconds: float) -> Table:
    """Return one row per system, with bootstrap intervals of the chief figures and the latency."""
    columns = (
        *("system", "recall@10", "recall@10, 95 %", "MAP@10", "MAP@10, 95 %", "nDCG@10", "MRR@10", "recall@100"),
        *("p50 ms", "p95 ms"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            system,
            mean(score.recall10),
            _interval(score.recall10),
            mean(score.average_precision),
            _interval(score.average_precision),
            mean(score.ndcg),
            mean(score.reciprocal),
            mean(score.recall100),
            *((percentile(score.seconds, share) or 0) * 1000 for share in (0.5, 0.95)),
        )
        for system, score in scores.items()
    ]
    notes = (
        f"{len(collection.queries)} queries; {len(collection.corpus)} documents as {passages} passages, taken in "
        f"(cut, embedded, indexed) in {seconds:.0f} s.",
        "Figures as trec_eval defines them; a document stands at the place of its best passage.",
    )
    return Table("retrieval", f"Retrieval, {collection.name}", columns, tuple(rows), notes)


def _interval(values: Sequence[float]) -> str | None:
    found = bootstrap(values)
    return f"{found[0]:.3f} to {found[1]:.3f}" if found else None
