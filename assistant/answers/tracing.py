"""Tracing: how an answer came about, for people who check the machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.answers.answer import Answer, filters_json
from assistant.errors import AssistantError
from assistant.retrieval.reranking import search_reread
from ingest.passage import Filters

if TYPE_CHECKING:
    from ingest.library import Library

_POOL = 100
MOST_SHOWN = 12


@dataclass(frozen=True)
class Candidate:
    """One passage that the search offered.

    Attributes:
        rank: after both searches were joined and the first passages read with the question, from 1.
        by_words: rank among the passages found by words, ``None`` if not among the first hundred.
        by_meaning: the same among those found by vectors.
        coverage: share of what the question is about that the passage speaks of.
        cited: whether the answer cites it.
        read: probability that it answers, by the model that reads it with the question; ``None`` where none did.
    """

    rank: int
    by_words: int | None
    by_meaning: int | None
    coverage: float
    citation: str
    cited: bool
    read: float | None = None


@dataclass(frozen=True)
class Explanation:
    """The trace of one answer with the candidates behind it."""

    route: str
    searched: str
    interpretation: tuple[str, ...]
    filters: Mapping[str, Any]
    confidence: float | None
    candidates: tuple[Candidate, ...]
    withheld: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the trace as JSON has it."""
        return {
            "route": self.route,
            "searched": self.searched,
            "interpretation": list(self.interpretation),
            "filters": dict(self.filters),
            "confidence": None if self.confidence is None else round(self.confidence, 3),
            "candidates": [vars(candidate) for candidate in self.candidates],
            "withheld": list(self.withheld),
        }


def explain(library: Library, answer: Answer, filters: Filters | None = None) -> Explanation:
    """Repeat the search behind an answer and say where each candidate stood in both halves of it.

    Args:
        library: as it was when the question was asked.
        answer: what was given.
        filters: those of the question.
    """
    filters = filters or Filters()
    trace = answer.trace
    cited = {citation.passage_id for citation in answer.citations}
    candidates: list[Candidate] = []
    try:
        hits = search_reread(library, trace.searched, filters, MOST_SHOWN).hits
    except AssistantError:
        hits = ()
    if hits:
        words = {one.passage_id: n for n, one in enumerate(library.index.lexical(trace.searched, filters, _POOL), 1)}
        meaning = {one.passage_id: n for n, one in enumerate(library.index.dense(trace.searched, filters, _POOL), 1)}
        for hit in hits:
            name = hit.passage.passage_id
            among = bool(cited & {name, *(passage.passage_id for passage in hit.also)})
            read = None if hit.read is None else round(hit.answers, 3)
            ranks = (hit.rank, words.get(name), meaning.get(name))
            candidates.append(Candidate(*ranks, round(hit.coverage, 3), hit.citation, among, read))
    return Explanation(
        route=trace.route,
        searched=trace.searched,
        interpretation=trace.interpretation,
        filters=filters_json(filters),
        confidence=trace.confidence,
        candidates=tuple(candidates),
        withheld=trace.withheld,
    )
