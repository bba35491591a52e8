"""Fusion: the rankings of one search joined by their scores.

Scores rather than ranks: on the development questions and on 2,788 regulation questions the sum of scaled scores found
more than reciprocal ranks did (``evals/results/results.md``), since a ranking's scores say how sure it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.passage import Ranked

LEXICAL = 1.0
"""Weight of BM25 over the words of the question, scaled so that the best passage has 1."""
EXPANDED = 0.35
"""Weight of BM25 over other words for the same things, scaled likewise."""
DENSE = 1.5
"""Weight of the cosine of question and passage."""
COVERAGE = 2.0
"""Weight of the share of the question's needs that a passage meets, added by the caller."""
_UNSEEN = 0.9


def fuse(lexical: Sequence[Ranked], expanded: Sequence[Ranked], dense: Sequence[Ranked]) -> dict[str, float]:
    """Return the fused score of every passage that stands in one of the rankings, best first in each.

    A passage that the vector search did not return has a cosine below the last one returned; it gets 0.9 of that.
    """
    fused: dict[str, float] = {}
    for weight, ranking in ((LEXICAL, lexical), (EXPANDED, expanded)):
        best = ranking[0].score if ranking else 0.0
        for ranked in ranking:
            share = ranked.score / best if best > 0 else 0.0
            fused[ranked.passage_id] = fused.get(ranked.passage_id, 0.0) + weight * share
    near = {ranked.passage_id: ranked.score for ranked in dense}
    least = _UNSEEN * min(near.values(), default=0.0)
    for passage_id in {*fused, *near}:
        fused[passage_id] = fused.get(passage_id, 0.0) + DENSE * max(0.0, near.get(passage_id, least))
    return fused
