"""Evidence: sentences of the passages found, each scored by how well it answers the question."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from assistant.question.answer_type import holds_number
from assistant.question.needs import STRONG, Need, Stemmed, coverage, stemmed
from assistant.question.query import Query
from assistant.question.routing import wants_count
from assistant.question.terms import fold
from assistant.retrieval.reranking import read_input
from assistant.retrieval.searching import Hit
from assistant.retrieval.sentences import is_fragment, split_sentences, with_heading, without_number
from ingest.passage import DocumentKind

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ingest.reranking.reranker import Reranker


class SentenceEmbedder(Protocol):
    """The part of the embedding port that scoring needs."""

    def embed_passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return one unit row for each text."""
        ...

    def embed_query(self, text: str) -> npt.NDArray[np.float32]:
        """Return one unit vector."""
        ...


MOST_HITS = 16
MOST_EMBEDDED = 24
MOST_REREAD = 20
# Chosen on seven sets of annotated reports; hints in the wording (a duty, a cause, an office) gained nothing there.
_WEIGHTS = {"own": 0.20, "context": 0.40, "rank": 0.20, "dense": 0.30, "read": 0.30, "sentence": 0.30}
# Where a number is asked for, a sentence that counts something comes first.
_COUNTS = 0.12
# How full a place is, and what a report says of it: so many people for so many places.
_FULL = re.compile(r"\b(?:populations?|headcounts?|head counts?|fuller|emptier|overcrowd\w*|occupancy|how full)\b")
_PEOPLE = (
    r"(?:persons?|people|men|women|boys|girls|children|minors|prisoners|inmates|detainees|patients|residents|adolescents|"
    r"citizens|juveniles)"
)
_FILLED = re.compile(
    rf"\b(?:held|holds|holding|housed|accommodated|count was|population|occupied|present|there were)\b[^.;]{{0,60}}\d|"
    rf"\d {_PEOPLE}\b[^.;]{{0,40}}\b(?:places|beds|capacity)\b|\bcapacity\b[^.;]{{0,60}}\d"
)
_SHORT = 0.1
_SHORT_WORDS = 5


@dataclass(frozen=True)
class Evidence:
    """One quotable sentence.

    Attributes:
        hit: the passage it stands in.
        text: the sentence, an exact substring of the passage.
        score: how well it answers, about 0 to 1.
        own: share of the needs that the sentence alone meets.
        met: the needs it meets, by label.
        similarity: cosine of question and sentence, 0 where not measured.
        read: log odds that the sentence answers, by the model that reads both; ``None`` where it was not read.
    """

    hit: Hit
    text: str
    score: float
    own: float
    met: frozenset[str]
    similarity: float = 0.0
    read: float | None = None


def gather(
    query: Query, hits: Sequence[Hit], embedder: SentenceEmbedder | None, asked: str | None = None
) -> list[Evidence]:
    """Score the sentences of the best passages.

    Args:
        query: the question.
        hits: passages, best first.
        embedder: for the similarity of question and sentence; ``None`` leaves it out.
        asked: a follow-up as it was asked: its own words count as much as those it was written out with.

    Returns:
        sentences, best first.
    """
    if not hits:
        return []
    top = hits[0].score or 1.0
    counts = wants_count(query.text)
    full = bool(_FULL.search(fold(query.text)))
    scored: list[tuple[float, Hit, str, float, frozenset[str]]] = []
    for hit in hits[:MOST_HITS]:
        rank = min(1.0, hit.score / top)
        pieces = split_sentences(str(hit.passage.text), hit.passage.block_kind)
        if hit.document.kind == DocumentKind.CATALOGUE:
            pieces = with_heading(pieces, str(hit.passage.text))
        whole = [piece for piece in pieces if not is_fragment(piece)]
        for sentence in map(without_number, whole or pieces):
            # The headers of its columns say what the cells of a row are.
            words = stemmed(sentence, *hit.passage.heading_path[-1:]) if " | " in sentence else stemmed(sentence)
            own = coverage(query.needs, words)
            # Distinct sentences of one passage share its context; what the sentence adds itself decides between them.
            context = max(own, hit.coverage)
            score = _WEIGHTS["own"] * own + _WEIGHTS["context"] * context + _WEIGHTS["rank"] * rank
            score += _WEIGHTS["read"] * hit.answers
            score += _COUNTS if counts and holds_number(sentence) else 0.0
            score += 2 * _COUNTS if full and _FILLED.search(fold(sentence)) else 0.0
            score -= _SHORT if len(sentence.split()) < _SHORT_WORDS and " | " not in sentence else 0.0
            scored.append((score, hit, sentence, own, _met(query.needs, words)))
    scored.sort(key=lambda item: -item[0])
    questions = [query.text] if asked is None or asked == query.text else [query.text, asked]
    similarity = _similarities(questions, [item[2] for item in scored[:MOST_EMBEDDED]], embedder)
    found = [
        Evidence(hit, sentence, score + _WEIGHTS["dense"] * near, own, met, near)
        for (score, hit, sentence, own, met), near in zip(
            scored, similarity + [0.0] * (len(scored) - len(similarity)), strict=True
        )
    ]
    return sorted(found, key=lambda item: -item.score)


def reread(question: str, evidence: Sequence[Evidence], reranker: Reranker) -> list[Evidence]:
    """Order sentences anew, the best of them read together with the question, each below its title and headings.

    A passage that answers has sentences that do not: where it was read whole, this tells which of them to quote.
    """
    read, rest = evidence[:MOST_REREAD], evidence[MOST_REREAD:]
    # A passage of one sentence was read already.
    known = {at: item.hit.read for at, item in enumerate(read) if item.text == str(item.hit.passage.text)}
    new = [at for at in range(len(read)) if known.get(at) is None]
    scores = reranker.score(question, [read_input(read[at].hit, read[at].text) for at in new])
    known.update(zip(new, map(float, scores), strict=True))
    found = [
        replace(item, score=item.score + _WEIGHTS["sentence"] / (1 + math.exp(-(known[at] or 0.0))), read=known[at])
        for at, item in enumerate(read)
    ]
    return sorted((*found, *rest), key=lambda item: -item.score)


def _similarities(questions: Sequence[str], sentences: Sequence[str], embedder: SentenceEmbedder | None) -> list[float]:
    if embedder is None or not sentences:
        return [0.0] * len(sentences)
    rows = embedder.embed_passages(sentences)
    columns = [rows @ embedder.embed_query(question) for question in questions]
    return [float(sum(values)) / len(columns) for values in zip(*columns, strict=True)]


def _met(needs: Sequence[Need], words: Stemmed) -> frozenset[str]:
    return frozenset(
        need.label for need in needs if need.weight >= STRONG and need.met_by(words.stems, words.present) >= 0.5
    )
