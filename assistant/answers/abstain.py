"""Abstention: when to say that nothing was found, measured by how well the evidence covers the question.

The estimate is a logistic function of a few general features. Its weights are fitted for each embedding model by
``python -m evals.calibrate``, on questions that documents answer and on the same questions with those documents taken
away; none of them refers to a word or a document.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.answer import Reason
from assistant.answers.calibration import Logistic, calibration_of
from assistant.answers.evidence import Evidence
from assistant.answers.nearness import WordVectors, met, words_of
from assistant.question.naming import is_generic
from assistant.question.needs import STRONG, Need, coverage, stemmed
from assistant.question.query import Query
from assistant.question.routing import Route
from assistant.question.terms import capitalised, stem, tokens, word_list
from assistant.retrieval.searching import Hit

# In the order of the features; of a model that nothing was fitted for, the first seven count.
_DEFAULT = Logistic(-0.98, (1.75, 0.38, 0.92, -2.75, -0.75, 2.05, -0.42, 0.0, 0.0, 0.0), 0.45)
_READ_SCALE = 5.0
_WITHOUT_SIGNS = 10
THRESHOLD_LAW = 0.18
# Share of the threshold fitted on all questions that holds for those that name their documents; measured on report
# sets: all of it declines more that is answered, and no more that is not.
_BOUNDED = 0.8
_FEW = 40
_TOP = 5
# Words that reports of one kind all have, or that only say how much or how often.
COMMON = frozenset(
    word_list(
        """
    prisoner inmate detainee patient resident officer guard staff governor director manager superintendent man men
    people person population prison jail hospital police custody station establishment facility centre institution unit
    inspector inspectorate board committee delegation long often big large small quickly fast soon enough good bad took
    happen happens work works seen see look run runs rights right role meant use used total time times day days
    finally actually eventually normally usually exactly roughly approximately really anyway instead otherwise today
    ought supposed allowed going rest remaining remainder generally typically possibly precisely altogether already
    carried out conducted ward wing block
    """
    )
)
_COMMON_STEMS = frozenset(stem(word) for word in COMMON)
# Words by which a follow-up points at what was said, or asks for its measure.
_POINTING = frozenset(
    stem(word)
    for word in word_list(
        """
    first second third fourth last next came come comes open closed again also accept accepted reject rejected agree
    agreed reply response answered happened fix fixed carried implemented status tall high deep wide heavy big bigger
    small smaller large larger old older longer shorter later sooner else thing things anything something mean means
    """
    )
)
_SENTENCES = 12
_NEARBY = 8
_HALF_MET = 0.5


@dataclass(frozen=True)
class Features:
    """What abstention looks at, each about 0 to 1. Where the question names a place or body, only its documents count.

    Attributes:
        passage: coverage of the question's topic by the best passage.
        sentence: coverage of the topic by the best sentence.
        cosine: similarity of the question and the nearest passage.
        unmet: share of the topic that none of the best passages meets.
        unmet_name: 1 if a name in the question is met by no candidate at all.
        similar: similarity of the question and the nearest sentence.
        absent: share of the topic that no candidate at all meets: words the corpus does not have.
        near: coverage of the topic by the best sentence, near words counted as far as they are near.
        strange: share of the topic that no sentence meets in any words.
        size: logarithm of the number of passages searched, 1 for 10,000: among many, some passage is always near.
        lacks: 1 if something that the question asks for by kind, a measure, a year, a cause, is in nothing found.
        doubts: how many of four weaker signs speak against what was found; both of :mod:`assistant.answers.lacking`.
        read: a fifth of the log odds that the best passage answers, by the model that reads it with the question; 0
            where none was read.
        said: the same of the best sentence.
    """

    passage: float
    sentence: float
    cosine: float
    unmet: float
    unmet_name: float
    similar: float
    absent: float
    near: float = 0.0
    strange: float = 0.0
    size: float = 0.0
    lacks: float = 0.0
    doubts: float = 0.0
    read: float = 0.0
    said: float = 0.0

    def vector(self) -> tuple[float, ...]:
        """Return the features in the order of the weights."""
        return (
            self.passage, self.sentence, self.cosine, self.unmet, self.unmet_name, self.similar, self.absent,
            self.near, self.strange, self.size, self.lacks, self.doubts, self.read, self.said,
        )  # fmt: skip


def features(
    query: Query,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    carried: frozenset[str] = frozenset(),
    vectors: WordVectors | None = None,
    searched: int = 1,
    signs: tuple[float, float] = (0.0, 0.0),
) -> Features:
    """Measure how well the evidence covers a question.

    Args:
        query: the question, a follow-up written out.
        hits: passages, best first.
        evidence: sentences, best first.
        carried: words taken over from the conversation: what was answered before is covered, and says nothing of
            whether this question is; where a follow-up has words of its own, only they count.
        vectors: of single words; without them no word is near another.
        searched: how many passages were searched.
        signs: what is asked for and in nothing found, surely and perhaps.
    """
    named = pointed_at(query)
    own = [hit for hit in hits if not named or hit.document.document_id in named][:_TOP]
    topic = query.topic or tuple(need for need in query.needs if need.weight >= STRONG) or query.needs
    if Route.PROVISION not in query.routes:
        topic = tuple(need for need in topic if not is_common(need)) or topic
    asked = tokens(query.text)
    topic = tuple(need for need in topic if not _leaning(need, carried, asked)) or topic
    said = [item for item in evidence if not named or item.hit.document.document_id in named][:_SENTENCES]
    unmet = [need for need in topic if not any(need.met_by(hit.text.stems, hit.text.present) >= 0.5 for hit in own)]
    total = sum(need.weight for need in topic)
    absent = [need for need in unmet if not any(need.met_by(hit.text.stems, hit.text.present) >= 0.5 for hit in hits)]
    missing = [
        need
        for need in query.needs
        if need.name
        and need.label.isalpha()
        and not is_generic(need.label)
        and need.label not in query.naming_words
        and not any(need.own[0] in hit.text.present for hit in hits)
    ]
    near, strange = _nearness(topic, said[:_NEARBY], vectors) if vectors and topic else (0.0, 0.0)
    return Features(
        near=near,
        strange=strange,
        lacks=signs[0],
        doubts=signs[1],
        size=math.log10(max(1, searched)) / 4,
        read=max((hit.read for hit in hits if hit.read is not None and _among(hit, named)), default=0.0) / _READ_SCALE,
        said=max((item.read for item in said if item.read is not None), default=0.0) / _READ_SCALE,
        passage=max((coverage(topic, hit.text) for hit in own), default=0.0),
        sentence=max((coverage(topic, stemmed(item.text)) for item in said), default=0.0),
        cosine=max((hit.dense or 0.0 for hit in own), default=0.0),
        unmet=sum(need.weight for need in unmet) / total if total else 1.0,
        unmet_name=float(bool(missing)),
        absent=sum(need.weight for need in absent) / total if total else 1.0,
        similar=max((item.similarity for item in said), default=0.0),
    )


def _among(hit: Hit, named: set[str]) -> bool:
    return not named or hit.document.document_id in named


def _nearness(topic: Sequence[Need], said: Sequence[Evidence], vectors: WordVectors) -> tuple[float, float]:
    """Return how far the best sentence meets a topic in any words, and the share of it that none meets."""
    texts = [" ".join((item.text, *item.hit.passage.heading_path[-1:])) for item in said]
    words = [words_of(text) for text in texts]
    vectors.learn([need.label for need in topic] + [word for some in words for word in some])
    total = sum(need.weight for need in topic)
    if not total or not texts:
        return 0.0, 1.0
    held = [
        [met(need, stemmed(text), vectors.nearest(need.label, some)) for need in topic]
        for text, some in zip(texts, words, strict=True)
    ]
    best = max(sum(need.weight * value for need, value in zip(topic, row, strict=True)) for row in held) / total
    missed = sum(need.weight for at, need in enumerate(topic) if max(row[at] for row in held) < _HALF_MET)
    return best, missed / total


def pointed_at(query: Query) -> set[str]:
    """Return the documents that a question names by a name; a word that only happens to stand in a title names none."""
    capitals = capitalised(query.text) | {word for place in query.places for word in (*place.words, *place.key)}
    return {name for name, words in query.documents.items() if set(words) & capitals}


def _leaning(need: Need, carried: frozenset[str], asked: Sequence[str]) -> bool:
    """Whether a need of a follow-up was said before or only points at what was: "the second one", "how tall"."""
    if not carried:
        return False
    words = set(need.label.split())
    # Where spelling was corrected, the word as it was asked decides.
    words = {word if word in asked else next((one for one in asked if _alike(one, word)), word) for word in words}
    return words <= carried or all(stem(word) in _POINTING for word in words)


def _alike(asked: str, corrected: str) -> bool:
    return asked[0] == corrected[0] and abs(len(asked) - len(corrected)) <= 1 and stem(asked) in _POINTING


def is_common(need: Need) -> bool:
    """Say whether every report meets a need: people, offices and measures say little about whether it answers."""
    return need.label.isdigit() or all(word in COMMON or stem(word) in _COMMON_STEMS for word in need.label.split())


def weights_for(embedder: str | None, reranker: str | None = None) -> Logistic:
    """Return the weights that were fitted for a model, or those for any; others where passages are read by one too."""
    found = calibration_of(embedder) if embedder else None
    if found is None:
        return _DEFAULT
    return found.read if found.read is not None and reranker == found.reranker else found.answerable


def weighs_signs(weights: Logistic) -> bool:
    """Say whether weights were fitted with the signs that something asked for is in nothing found."""
    return len(weights.weights) > _WITHOUT_SIGNS


def confidence(measured: Features, weights: Logistic = _DEFAULT) -> float:
    """Return the estimated probability that the evidence answers the question."""
    # Weights may be fewer than the features: those of a model that was fitted without the last ones.
    value = weights.bias + sum(weight * x for weight, x in zip(weights.weights, measured.vector(), strict=False))
    return 1 / (1 + math.exp(-value))


def threshold(
    query: Query,
    weights: Logistic = _DEFAULT,
    *,
    follow_up: bool = False,
    bounded: bool = False,
    searched: int | None = None,
) -> float:
    """Return the least confidence to answer with.

    Less for law, where a near provision still shows the way, where a name says which documents can answer
    (``bounded``), and without a calibration for follow-ups, whose words are partly borrowed. More where few passages
    were ``searched``: whoever gives some passages with a question gives such as are near to it.
    """
    if Route.PROVISION in query.routes:
        return THRESHOLD_LAW
    if follow_up and weights is _DEFAULT:
        return THRESHOLD_LAW
    if weights.few is not None and searched is not None and searched <= _FEW:
        return weights.few
    return weights.threshold * (_BOUNDED if bounded else 1.0)


def refusal(query: Query) -> Reason | None:
    """Return why a question may not be answered whatever the evidence, or ``None``."""
    if query.route is Route.IDENTITY:
        return Reason.IDENTITY_REQUEST
    if query.route is Route.INSTRUCTION:
        return Reason.NOT_PERMITTED
    if query.route is Route.OUT_OF_SCOPE:
        return Reason.NOT_IN_CORPUS
    return None
