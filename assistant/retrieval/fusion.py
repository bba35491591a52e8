"""Fusion: the rankings of one search joined by their scores.

Scores rather than ranks: on the development questions and on 2,788 regulation questions the sum of scaled scores found
more than reciprocal ranks did (``evals/results/results.md``), since a ranking's scores say how sure it is.

How far words may be trusted differs by question. Where some passage meets all that is asked for, its words decide;
where people ask in words that no report prints, BM25 ranks noise and the vectors must carry the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.passage import Ranked

EXPANDED = 0.35
"""Weight of BM25 over other words for the same things beside 1 for the words of the question."""
MEANING = 2.0
"""Weight of the cosine of question and passage where the words can be trusted."""
DOUBTED = 8.0
"""What is added to that weight where they cannot be trusted at all."""
COVERAGE = 2.0
"""Weight of the squared share of the question's needs that a passage meets."""
PAIR = 0.2
"""Worth of a pair of neighbouring words of the question that stands in the passage."""
UNKNOWN_TRUST = 0.6
"""Trust in words before any passage was compared with the needs: about the mean over the development questions."""
_UNSEEN = 0.9


@dataclass(frozen=True, slots=True)
class Parts:
    """What the rankings say of one passage.

    Attributes:
        words: BM25, scaled so that the best passage of a ranking has 1, both rankings of words together.
        meaning: cosine of question and passage, at least 0.
    """

    words: float
    meaning: float

    def joined(self, trust: float = UNKNOWN_TRUST) -> float:
        """Return one score; ``trust`` is the largest share of the question's needs that some passage meets, 0 to 1."""
        return trust * self.words + (MEANING + DOUBTED * (1.0 - trust)) * self.meaning


def fuse(lexical: Sequence[Ranked], expanded: Sequence[Ranked], dense: Sequence[Ranked]) -> dict[str, Parts]:
    """Return both parts of every passage that stands in one of the rankings, best first in each.

    A passage that the vector search did not return has a cosine below the last one returned; it gets 0.9 of that.
    """
    words: dict[str, float] = {}
    for weight, ranking in ((1.0, lexical), (EXPANDED, expanded)):
        best = ranking[0].score if ranking else 0.0
        for ranked in ranking:
            share = ranked.score / best if best > 0 else 0.0
            words[ranked.passage_id] = words.get(ranked.passage_id, 0.0) + weight * share
    near = {ranked.passage_id: ranked.score for ranked in dense}
    least = _UNSEEN * min(near.values(), default=0.0)
    return {
        passage_id: Parts(words.get(passage_id, 0.0), max(0.0, near.get(passage_id, least)))
        for passage_id in {**words, **near}
    }
