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
from assistant.question.routing import Route, wants_count
from assistant.question.terms import fold
from assistant.retrieval.reranking import read_input
from assistant.retrieval.searching import Hit
from assistant.retrieval.sentences import is_fragment, split_sentences, with_heading, without_number
from ingest.passage import DocumentKind
from ingest.register.status import find_statuses

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


MOST_HITS = 12
MOST_EMBEDDED = 24
MOST_REREAD = 20
_WEIGHTS = {"own": 0.40, "context": 0.20, "rank": 0.20, "dense": 0.30, "read": 0.30, "sentence": 0.30}
_CUES = {"number": 0.08, "why": 0.06, "who": 0.06, "when": 0.06, "status": 0.08, "should": 0.06, "kind": 0.05}
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|none|nobody|no one|half|once|"
    r"twice)\b"
)
_QUANTITY = re.compile(
    r"\b(?:how (?:many|much|long|often|large|big|soon|fast|old|high|far)|number|percentage|rate|ratio|average|total|"
    r"time|temperature|size|capacity|waiting|cost|target|days|hours|limit)\b"
)
_HOW_MANY = re.compile(r"\bhow many\b|\b(?:percentage|proportion|share) of\b")
_HOW_MANY_OF = re.compile(r"\bhow many (?P<noun>(?:[\w-]+ ?){1,3})")
_BECAUSE = re.compile(
    r"\b(?:because|since|due to|owing to|reason|as a result|citing|for want of|in order to|so that|meet)\b"
)
_DUTY = re.compile(r"\b(?:should|must|recommend\w*|shall|to ensure|need to)\b")
_ACTOR = re.compile(
    r"\b(?:ministr?y?|minister|director|governor|department|service|authority|commissioner|constable|manager|"
    r"provider|"
    r"board|commander|committee|prosecutor|parliament|government|nobody|staff)\b"
)
# What a cover says of the report itself: no answer, unless the question is about the report.
_COVER = re.compile(
    r"^(?:published|announced visit|dates? of visit|inspection team|monitors?:|inspectors?:|"
    r"this is the (?:reply|report)|"
    r"\d{1,2}(?:[–-]\d{1,2})? \w+ \d{4}\b)|\bpublished (?:on |in )?\d"
)
_ABOUT_REPORT = re.compile(r"\b(?:publish\w*|report|when|date|who (?:wrote|inspected|visited)|announced|team)\b")
_OFF_TOPIC = 0.25
# What is told of one person, addresses and numbers masked, is seldom what a question about places asks for.
_PRIVATE = re.compile(r"\[(?:ADDRESS|CONTACT|ID|DATE OF BIRTH|RELATIVE|PLATE)\b")
_OF_ONE = re.compile(
    r"^(?:His|Her|Their) \w+, (?:\w+ )?\[|^(?:(?:Mr|Mrs|Ms|Dr|Lt|Sgt)\.? )?\[(?:RELATIVE|STAFF|PERSON) "
)
_MUCH_PRIVATE = 2
_OF_PERSON = 0.1
_MET = 0.4
_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[.:]\d{2}\b|\b(?:daily|weekly|within|days?|weeks?|months?|hours?)\b")


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
    """

    hit: Hit
    text: str
    score: float
    own: float
    met: frozenset[str]
    similarity: float = 0.0


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
    core = [need for need in query.topic if not need.label.isdigit()]
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
            score += _cues(query, sentence, hit)
            score -= _faults(query, core, sentence, words, hit)
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
    scores = reranker.score(question, [read_input(item.hit, item.text) for item in read])
    found = [
        replace(item, score=item.score + _WEIGHTS["sentence"] / (1 + math.exp(-float(score))))
        for item, score in zip(read, scores, strict=True)
    ]
    return sorted((*found, *rest), key=lambda item: -item.score)


def _faults(query: Query, core: Sequence[Need], sentence: str, words: Stemmed, hit: Hit) -> float:
    """What speaks against a sentence: too short, off the topic, or only about the report itself."""
    fault = 0.1 if len(sentence.split()) < 4 and " | " not in sentence else 0.0
    if core and not any(need.met_by(words.stems, words.present) >= 0.4 for need in core):
        about = any(need.met_by(hit.text.stems, hit.text.present) >= 0.5 for need in core)
        fault += 0.0 if about else _OFF_TOPIC
    if _COVER.search(fold(sentence)) and not _ABOUT_REPORT.search(fold(query.text)):
        fault += _OFF_TOPIC
    counted = _counted(query)
    if counted is not None and counted.met_by(words.stems, words.present) < _MET:
        fault += _OF_PERSON
    if len(_PRIVATE.findall(sentence)) >= _MUCH_PRIVATE or _OF_ONE.match(sentence):
        fault += _OF_PERSON
    return fault


def _counted(query: Query) -> Need | None:
    """What a question counts: the first thing named after "how many"."""
    after = _HOW_MANY_OF.search(fold(query.text))
    words = after["noun"].split() if after else []
    return next((need for word in words for need in query.needs if word in need.label.split()), None)


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


def _cues(query: Query, sentence: str, hit: Hit) -> float:
    asked, said = fold(query.text), fold(sentence)
    bonus = 0.0
    if (wants_count(asked) or _QUANTITY.search(asked)) and _NUMBER.search(said):
        bonus += _CUES["number"] if holds_number(sentence) else 0.0
    if _HOW_MANY.search(asked) and not holds_number(sentence):
        bonus -= _CUES["number"]
    if asked.startswith("why") or " why " in asked:
        bonus += _CUES["why"] * bool(_BECAUSE.search(said))
    if re.search(r"\bwho\b|\bto whom\b|\bwhich (?:ministry|authority|body)\b", asked):
        bonus += _CUES["who"] * bool(_ACTOR.search(said))
    if re.search(r"\bwhen\b|\bhow (?:soon|fast|long)\b", asked):
        bonus += _CUES["when"] * bool(_TIME.search(said))
    if Route.STATUS in query.routes:
        responds = hit.document.kind == DocumentKind.RESPONSE or bool(find_statuses(sentence))
        bonus += _CUES["status"] * responds
    if re.search(r"\bshould\b|\brecommend\w*|\bwant\b|\bpropos\w+|\bask(?:ed)? for\b|\bmust\b", asked):
        bonus += _CUES["should"] * bool(_DUTY.search(said))
        bonus += _CUES["kind"] * hit.passage.locator.casefold().startswith("recommendation")
    kinds = [kind.split("_")[0] for kind in query.kinds]
    if kinds and any(hit.passage.locator.casefold().startswith(kind) for kind in kinds):
        bonus += _CUES["kind"]
    return bonus
