"""The product's search on a judged collection: a temporary library, each system's ranking, its figures, a run file."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import AssistantError
from assistant.retrieval.fusion import fuse
from assistant.retrieval.reranking import rerank
from assistant.retrieval.searching import MAX_QUESTION, SearchResult, search
from evals import plain_pipeline
from evals.beir import Judged, load_beir, load_regulation
from evals.footprint import peak_mib
from evals.public_library import take_in_public
from evals.report import Cell, Table
from evals.statistics import interval, mean, percentile
from ingest.embedding.embedder import Embedder
from ingest.library import Library
from ingest.passage import Filters, Ranked

DEPTH = 100
AT = 10
SEARCH = "opcat search"
RERANKED = "opcat search, reranked"
Ranking = list[tuple[str, float]]
Rank = Callable[[str], Ranking]
_TOLD_EVERY = 200


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
        found = [load_beir(folder, unjudged=self.run_out is not None) for folder in self.folders]
        if self.regulation:
            questions = load_regulation(shared) if shared is not None else None
            if questions is None:
                raise ValueError("the regulation questions are not there: name the development data with --data")
            found.append(questions)
        if self.run_out is not None:
            for collection in found:
                collection.check_run_names()
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

    def add(self, figures: tuple[float, float, float, float, float]) -> None:
        """Take in the figures of one query, as :func:`judge` gives them."""
        held = (self.recall10, self.recall100, self.ndcg, self.average_precision, self.reciprocal)
        for values, figure in zip(held, figures, strict=True):
            values.append(figure)


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
    name_of = take_in_public(collection.name, collection.corpus, library, embedder, progress)
    taken = time.perf_counter() - started
    progress(f"{collection.name}: {len(collection.corpus)} documents in {taken:.0f} s")
    scores: dict[str, JudgedScore] = {}
    notes = list(collection.notes)
    with contextlib.ExitStack() as stack:
        systems = _systems(library, name_of) if collection.grades else {}
        systems[SEARCH] = lambda text: _documents(_search(library, text), name_of)
        if collection.grades:
            systems[RERANKED] = lambda text: _documents(_search(library, text, reread=True), name_of)
        if collection.grades and plain_pipeline.installed():
            plain = stack.enter_context(_plain(collection, embedder))
            systems = {plain_pipeline.NAME: lambda text: _of_chunks(plain.ask(text, DEPTH)), **systems}
        elif collection.grades:
            notes.append(plain_pipeline.MISSING)
        for system, rank in systems.items():
            score, lines = JudgedScore(), list[str]()
            for number, (query, text) in enumerate(collection.queries.items(), 1):
                at = time.perf_counter()
                ranking = rank(text)
                score.seconds.append(time.perf_counter() - at)
                if query in collection.grades:
                    score.add(judge([name for name, _ in ranking], collection.grades[query]))
                lines += run_lines(query, ranking)
                if number % _TOLD_EVERY == 0:
                    progress(f"{collection.name}, {system}: {number:,} of {len(collection.queries):,} queries")
            if collection.grades:
                scores[system] = score
            progress(f"{collection.name}: {system}")
            if run_out is not None and system == SEARCH:
                run_out.write_text("".join(lines), "utf-8")
    return table(collection, scores, len(name_of), taken, notes)


def run_lines(query: str, ranking: Sequence[tuple[str, float]]) -> list[str]:
    """Return a ranking in TREC's format, best first; scores fall strictly, since trec_eval sorts by score alone."""
    lines, last = [], math.inf
    for place, (name, score) in enumerate(ranking, 1):
        last = min(score, last - 1e-6)
        lines.append(f"{query} Q0 {name} {place} {last:.6f} opcat\n")
    return lines


def _systems(library: Library, name_of: Mapping[str, str]) -> dict[str, Rank]:
    def ranked(found: Sequence[Ranked]) -> Ranking:
        return _documents([(hit.passage_id, hit.score) for hit in found], name_of)

    def words(text: str) -> Ranking:
        return ranked(library.index.lexical(text, Filters(), DEPTH))

    def meaning(text: str) -> Ranking:
        return ranked(library.index.dense(text, Filters(), DEPTH))

    def both(text: str) -> Ranking:
        lexical = library.index.lexical(text, Filters(), DEPTH)
        fused = fuse(lexical, [], library.index.dense(text, Filters(), DEPTH))
        return _documents(
            sorted(((name, parts.joined()) for name, parts in fused.items()), key=lambda item: -item[1]), name_of
        )

    return {"BM25": words, "vectors": meaning, "fusion of both": both}


def _search(library: Library, text: str, *, reread: bool = False) -> list[tuple[str, float]]:
    try:
        result: SearchResult = search(library, text[:MAX_QUESTION], Filters(), DEPTH)
    except AssistantError:  # a query without any word
        return []
    hits = rerank(library, result).hits if reread else result.hits
    return [(passage.passage_id, hit.score) for hit in hits for passage in (hit.passage, *hit.also)]


def _plain(collection: Judged, embedder: Embedder) -> plain_pipeline.PlainPipeline:
    texts = {name: "\n".join(part for part in held if part.strip()) for name, held in collection.corpus.items()}
    return plain_pipeline.PlainPipeline(texts, plain_pipeline.SameModel(embedder))


def _of_chunks(chunks: Sequence[plain_pipeline.Chunk]) -> Ranking:
    """Each text at the place of its best chunk."""
    best = dict.fromkeys(chunk.name for chunk in chunks)
    return [(name, 1 / place) for place, name in enumerate(best, 1)]


def _documents(ranking: Sequence[tuple[str, float]], name_of: Mapping[str, str]) -> Ranking:
    """Turn ranked passages into ranked documents, each at the place of its best passage."""
    best: dict[str, float] = {}
    for passage, score in ranking:
        if passage in name_of:
            best.setdefault(name_of[passage], score)
    return list(best.items())[:DEPTH]


def table(
    collection: Judged, scores: Mapping[str, JudgedScore], passages: int, seconds: float, notes: Sequence[str] = ()
) -> Table:
    """Return one row per system, with bootstrap intervals of the chief figures and the latency."""
    columns = (
        *("system", "recall@10", "recall@10, 95 %", "MAP@10", "MAP@10, 95 %", "nDCG@10", "MRR@10", "recall@100"),
        *("p50 ms", "p95 ms"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            system,
            mean(score.recall10),
            interval(score.recall10),
            mean(score.average_precision),
            interval(score.average_precision),
            mean(score.ndcg),
            mean(score.reciprocal),
            mean(score.recall100),
            *((percentile(score.seconds, share) or 0) * 1000 for share in (0.5, 0.95)),
        )
        for system, score in scores.items()
    ]
    said = (
        f"{len(collection.queries)} queries; {len(collection.corpus)} documents as {passages} passages, taken in "
        f"(cut, embedded, indexed) in {seconds:.0f} s. Peak memory of the process: {peak_mib():.0f} MiB.",
        "Figures as trec_eval defines them; a document stands at the place of its best passage.",
        *notes,
    )
    return Table("retrieval", f"Retrieval, {collection.name}", columns, tuple(rows), said)
