"""Ranking: which sentences are likely evidence for a question, and whether the library speaks of its matter at all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answers.evidence import Evidence
from assistant.question.needs import Need, Stemmed, stemmed
from assistant.question.terms import content_words, fold, stem, word_list
from assistant.questionnaires.aspects import Aspect, says
from assistant.retrieval.reranking import read_input

if TYPE_CHECKING:
    from assistant.answers.evidence import SentenceEmbedder
    from ingest.library import Library

# Logistic regression over 7,620 sentences found for 111 questions of six forms, 298 of them evidence. With each form
# left out in turn, evidence stood among the best six sentences for 87 of 92 questions that have some.
_BIAS = -4.8
_WEIGHTS = {"own": 1.1, "context": 1.2, "sentence": 5.1, "passage": 1.9, "rank": 2.0, "aspect": 2.4}
# From here on the best sentence outweighs that half of what a question names is not found.
CERTAIN = 1.9
_MET = 0.5
_KINDRED = 0.55
# Words with which forms say what they want to know of a matter, rather than what the matter is.
_FORM_WORDS = frozenset(
    stem(word)
    for word in word_list(
        """
    able access actual already become bring brought came come course enter entered leave left order return returned
    adequacy adequately adopted after afterwards aim allocated allow amount annual another
    applicable applied approach appropriate area arrangement aspect attention authorise average award aware basis
    besides beyond brief carry category cause challenge charge check choose circumstance clear collaboration comment
    common compared comparison competent complete composition comprehensive concern concrete conduct consider
    consult content context cooperate copy corresponding cover coverage criteria current danger data debate decide
    define degree depend describe description designate despite detail develop development difficulty dispose
    distinguish done draft duly duration earlier effect effectiveness effort employ enable encounter engage enough
    enter equip establish evaluate exercise exist existing expert explain exposed exposure extend extent extreme
    facilitate factor figure follow following foot footing form formal former framework freely frequency full
    function further gap general give go good grant grid ground guarantee handle happen headcount hold identified
    identify impact implement improve inadequate include increase independent indicate individual inform initiative
    instruct instrument involve issue kind kindly know lack last latest lay legislation level likely list lodge
    lodged made main maintain make manage mandate manner matter maximum mean measure mechanism meet method minimum
    mode monitor name nature necessary need newly normal note number obstacle obtain occur offer older operate
    opinion order organise outcome outset outside overview part participate participation particular past percentage
    perform period person place placed plan point policy possible practical practice precise presence present presently
    prevent previous principle prior problem procedure process professional programme progress promise promote prompt
    promptly properly proportion proposal propose protocol provide provided provision public purpose put quality
    quantity question range rate reason reasonable receive recent recognise reduce reference regard regular regulate
    relate relevant report represent request require respond responsible result review rule safe safety scope
    section see select serve service set set-up share since situation size social solution sort source special
    specific specify staff stage standard state statistic status step strategy structure subject submit suffered
    sufficient suitable supervise support system systematic take taken target task tell term throughout tick total
    towards train transmit trend type undertake update usual valid various verify wait way whenever wherever whole
    within without work write written year
    """
    )
)
_READ = 24
# Of 207 questions of fifteen forms that have evidence it is among the best five for 192; by the odds alone for 188.
_READ_WITH, _FITS = 8, 0.5
_PASSAGES = 4
# Log odds. Of 28 sentences that `ask` added in seven forms none of the 11 below it is evidence, of the others 5.
_DOUBTED = -1.0


def is_form_word(word: str) -> bool:
    """Say whether a word is one with which forms ask ("frequency", "describe", "brought"), not a matter."""
    return stem(word) in _FORM_WORDS


@dataclass(frozen=True)
class Ranked:
    """A sentence with the odds (log) that it is evidence, and those that it answers, where the model has read it."""

    evidence: Evidence
    worth: float
    read: float | None = None


def ranked(
    evidence: Sequence[Evidence], needs: Sequence[Need], aspects: Sequence[Aspect], best_rank: Mapping[str, int]
) -> list[Ranked]:
    """Order sentences by how likely they are evidence.

    Args:
        evidence: sentences of the passages found for a question.
        needs: its matter.
        aspects: of the question.
        best_rank: place of each passage among those found, from 1.
    """
    around = {
        item.hit.passage.passage_id: stemmed(
            item.hit.document.metadata.title or "", *item.hit.passage.heading_path, str(item.hit.passage.text)
        )
        for item in evidence
    }
    weights = _rarity(needs, around.values())
    total = sum(weights.values()) or 1.0
    found = []
    for item in evidence:
        words = stemmed(item.text)
        passage = around[item.hit.passage.passage_id]
        own = context = 0.0
        for need in needs:
            alone = need.met_by(words.stems, words.present)
            own += weights[need.label] * alone
            context += weights[need.label] * max(alone, need.met_by(passage.stems, passage.present))
        values = {
            "own": own / total,
            "context": context / total,
            "sentence": item.similarity,
            "passage": item.hit.dense or 0.0,
            "rank": 1 / best_rank.get(item.hit.passage.passage_id, 1_000),
            "aspect": float(any(says(one, fold(item.text)) for one in aspects)),
        }
        found.append(Ranked(item, _BIAS + sum(_WEIGHTS[name] * value for name, value in values.items())))
    return sorted(found, key=lambda one: -one.worth)


def reread(library: Library, question: str, found: Sequence[Ranked]) -> list[Ranked]:
    """Read the likeliest sentences together with the question and set back those that fit less."""
    reranker = getattr(library, "reranker", None)
    top = list(found[:_READ_WITH])
    if reranker is None or len(top) < 2:
        return list(found)
    scores = reranker.score(question, [read_input(one.evidence.hit, one.evidence.text) for one in top])
    best = float(max(scores))
    again = [
        replace(one, worth=one.worth + _FITS * (float(fit) - best), read=float(fit))
        for one, fit in zip(top, scores, strict=True)
    ]
    return sorted([*again, *found[_READ_WITH:]], key=lambda one: -one.worth)


def best_read(library: Library, question: str, found: Sequence[Ranked]) -> float | None:
    """Return the log odds that one of the likeliest passages answers, by the model that reads them; if there is one."""
    reranker = getattr(library, "reranker", None)
    hits = {one.evidence.hit.passage.passage_id: one.evidence.hit for one in found}
    if reranker is None or not hits:
        return None
    return float(max(reranker.score(question, [read_input(hit) for hit in list(hits.values())[:_PASSAGES]])))


def doubted(library: Library, question: str, sentences: Iterable[str]) -> frozenset[str]:
    """Return the sentences that the model which reads them with the question takes for no answer."""
    texts = list(sentences)
    reranker = getattr(library, "reranker", None)
    if reranker is None or not texts:
        return frozenset()
    return frozenset(text for text, fit in zip(texts, reranker.score(question, texts), strict=True) if fit < _DOUBTED)


def _rarity(needs: Sequence[Need], passages: Iterable[Stemmed]) -> dict[str, float]:
    texts = list(passages)
    weights = {}
    for need in needs:
        held = sum(need.met_by(one.stems, one.present) >= _MET for one in texts)
        # What no passage has cannot tell them apart.
        weights[need.label] = need.weight * math.log((len(texts) + 1) / (held + 0.7)) if held else 0.0
    return weights


def missing(needs: Sequence[Need], evidence: Sequence[Evidence], embedder: SentenceEmbedder | None) -> list[str]:
    """Return what the question names and no passage speaks of, in no word that is near in meaning.

    Words of forms ("frequency", "describe") do not count.
    """
    texts = {
        item.hit.passage.passage_id: stemmed(
            item.hit.document.metadata.title or "", *item.hit.passage.heading_path, str(item.hit.passage.text)
        )
        for item in evidence
    }
    absent = [
        need.label
        for need in needs
        if not any(need.met_by(one.stems, one.present) >= _MET for one in texts.values())
        and not all(map(is_form_word, need.label.split()))
    ]
    if not absent or embedder is None:
        return absent
    known = sorted({word for item in evidence[:_READ] for word in content_words(item.text) if len(word) > 3})
    if not known:
        return absent
    near = embedder.embed_passages(known) @ embedder.embed_passages(absent).T
    found = []
    for at, label in enumerate(absent):
        # That "language" is near "sign language" says nothing: it is half of it.
        own = {stem(word) for word in label.split()}
        if max((near[n, at] for n, word in enumerate(known) if stem(word) not in own), default=0.0) < _KINDRED:
            found.append(label)
    return found
