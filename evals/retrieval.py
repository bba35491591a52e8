"""Whether search finds the evidence: recall at 1, 5 and 10, MRR and nDCG@10, by type of question, with intervals.

Judged at the level of passages. A system whose units are larger (the baseline cuts text every 1,000 characters) is
credited with every passage of which its unit holds at least half.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from evals.corpus import Corpus
from evals.matching import is_evidence, is_provision
from evals.questions import Evidence, Question
from evals.report import Cell, Table
from evals.statistics import interval, mean, milliseconds, percentile
from ingest.passage import Passage

DEPTH = 10
CUTS = (1, 5, 10)


@dataclass(frozen=True)
class Found:
    """One unit that a system returned: the passages it holds."""

    passages: tuple[Passage, ...]


Searcher = Callable[[str], Sequence[Found]]


@dataclass
class RetrievalScore:
    """One list entry per judged question, in step: its type and its figures."""

    types: list[str] = field(default_factory=list)
    ranks: list[int | None] = field(default_factory=list)
    ndcg: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def recall(self, cut: int, kind: str | None = None) -> list[float]:
        """Return for each question 1.0 where some evidence is in the first ``cut`` places."""
        return [float(rank is not None and rank <= cut) for rank in self._ranks(kind)]

    def reciprocal(self, kind: str | None = None) -> list[float]:
        """Return the reciprocal ranks, 0 beyond place 10."""
        return [1 / rank if rank is not None else 0.0 for rank in self._ranks(kind)]

    def gains(self, kind: str | None = None) -> list[float]:
        """Return the nDCG@10 of each question."""
        return [gain for gain, found in zip(self.ndcg, self.types, strict=True) if kind in {None, found}]

    def _ranks(self, kind: str | None) -> list[int | None]:
        return [rank for rank, found in zip(self.ranks, self.types, strict=True) if kind in {None, found}]


def score_retrieval(corpus: Corpus, search: Searcher) -> RetrievalScore:
    """Ask every question that has evidence; questions that must be declined are not applicable."""
    score = RetrievalScore()
    for question in corpus.dataset.questions:
        if question.must_abstain or not (question.evidence or question.provisions):
            continue
        started = time.perf_counter()
        found = search(question.standing_alone)[:DEPTH]
        score.seconds.append(time.perf_counter() - started)
        rank, gain = judge(question, found, corpus.docs)
        score.types.append(question.type)
        score.ranks.append(rank)
        score.ndcg.append(gain)
    return score


def judge(question: Question, found: Sequence[Found], docs: Mapping[str, str]) -> tuple[int | None, float]:
    """Return the first place with evidence, and nDCG@10.

    Each piece of evidence counts once, at its first place, so that repeating it earns nothing; a unit that holds two
    pieces gains twice, and a list cannot be better than perfect.
    """
    wanted: list[Evidence | str] = [*question.evidence, *question.provisions]
    remaining = set(range(len(wanted)))
    first: int | None = None
    gained = 0.0
    for place, unit in enumerate(found, 1):
        new = {
            index for index in remaining if any(is_wanted(wanted[index], passage, docs) for passage in unit.passages)
        }
        if new:
            first = first or place
            remaining -= new
            gained += len(new) / math.log2(place + 1)
    ideal = sum(1 / math.log2(place + 1) for place in range(1, min(len(wanted), DEPTH) + 1))
    return first, min(1.0, gained / ideal)


def is_wanted(wanted: Evidence | str, passage: Passage, docs: Mapping[str, str]) -> bool:
    """Say whether a passage is a piece of evidence, or states a provision that is wanted."""
    if isinstance(wanted, str):
        return is_provision(wanted, passage.reference)
    text = str.__str__(passage.text)
    return is_evidence(wanted, docs.get(passage.document_id), text, passage.locator)


def table(dataset: str, scores: Mapping[str, RetrievalScore]) -> Table:
    """Return one row per system: means over all questions, intervals of the chief ones, latency."""
    recalls = tuple(f"recall@{cut}" for cut in CUTS)
    columns = ("system", *recalls, "recall@5, 95 %", "MRR@10", "MRR, 95 %", "nDCG@10", "p95 ms")
    rows = [
        (
            name,
            *(mean(score.recall(cut)) for cut in CUTS),
            interval(score.recall(5)),
            mean(score.reciprocal()),
            interval(score.reciprocal()),
            mean(score.gains()),
            milliseconds(percentile(score.seconds, 0.95)),
        )
        for name, score in scores.items()
    ]
    asked = len(next(iter(scores.values())).types) if scores else 0
    notes = (
        f"{asked} questions that have evidence. Recall: some evidence within the cut.",
        "Follow-up questions are searched together with the question before.",
    )
    return Table("retrieval", f"Retrieval, {dataset}", columns, tuple(rows), notes)


def table_by_type(dataset: str, scores: Mapping[str, RetrievalScore]) -> Table:
    """Return one row per type of question: recall@5 and MRR of each system, with the number of questions."""
    numbers: dict[str, int] = defaultdict(int)
    for kind in next(iter(scores.values())).types if scores else ():
        numbers[kind] += 1
    columns = ["type", "questions"]
    for name in scores:
        columns += [f"{name}: recall@5", f"{name}: MRR"]
    rows: list[tuple[Cell, ...]] = []
    for kind, number in sorted(numbers.items()):
        cells: list[Cell] = []
        for score in scores.values():
            cells += [mean(score.recall(5, kind)), mean(score.reciprocal(kind))]
        rows.append((kind, number, *cells))
    return Table("retrieval-types", f"Retrieval by type of question, {dataset}", tuple(columns), tuple(rows))
