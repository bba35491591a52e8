"""Composing without a language model: sentences of the evidence, the direct answer first, each its own quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.answers.answer import Citation, Sentence, numbered
from assistant.answers.evidence import Evidence
from assistant.answers.verify import Claim, folded
from assistant.question.query import Query
from assistant.question.routing import Route
from assistant.question.terms import content_words, stem
from assistant.retrieval.searching import Hit, cite
from assistant.tables.rows import row_sentence
from ingest.passage import OFFICIAL_KINDS, DocumentKind, DocumentRecord, Passage

MOST_SENTENCES = 5
# Of the best score: what is less fitting than half as fitting is left out.
_NEAR_BEST = 0.5
_NEAR_LAW = 0.62
_SAME = 0.8
_NEWEST = re.compile(r"\b(?:newest|latest|most recent)\b")


@dataclass
class CitationBook:
    """Gives citations their numbers: the same quotation of the same passage keeps its number."""

    citations: list[Citation] = field(default_factory=list)

    def number(self, passage: Passage, document: DocumentRecord, quote: str) -> int:
        """Return the number of a citation, entering it if it is new."""
        for known in self.citations:
            if known.passage_id == passage.passage_id and known.quote == quote:
                return known.n
        entry = Citation(
            n=len(self.citations) + 1,
            passage_id=passage.passage_id,
            document_id=passage.document_id,
            source=document.source,
            title=document.metadata.title,
            kind=str(document.kind),
            locator=passage.locator,
            page=passage.page,
            quote=quote,
            citation=cite(passage, document),
        )
        self.citations.append(entry)
        return entry.n


def choose(query: Query, evidence: Sequence[Evidence], sides: Sequence[Sequence[Evidence]] = ()) -> list[Evidence]:
    """Pick the sentences of an answer.

    Args:
        query: the question.
        evidence: sentences, best first.
        sides: for a comparison, the sentences of each side; the best of each is taken first.

    Returns:
        the direct answer first, then law, findings, recommendations, responses; no two that say the same.
    """
    if not evidence and not any(sides):
        return []
    evidence = _law_if_asked(query, evidence)
    chosen: list[Evidence] = []
    for side in sides:
        chosen.extend([item for item in side[:3] if not _repeats(item, chosen)][:1])
    best = max((item.score for item in (*evidence[:1], *chosen)), default=0.0)
    for item in evidence:
        if len(chosen) >= MOST_SENTENCES or item.score < _NEAR_BEST * best:
            break
        if not _repeats(item, chosen):
            chosen.append(item)
    if _NEWEST.search(query.text.casefold()):
        return sorted(chosen, key=lambda item: _date(item.hit), reverse=True)
    first, rest = chosen[: max(1, len(sides))], chosen[max(1, len(sides)) :]
    return [*first, *sorted(rest, key=lambda item: _order(query, item.hit))]


def claims_of(chosen: Sequence[Evidence]) -> list[Claim]:
    """Turn chosen sentences into claims: the sentence is its own quotation, cited wherever it is printed."""
    claims = []
    for item in chosen:
        text = folded(item.text)
        places = [item.hit.passage, *(p for p in item.hit.also if text in folded(str(p.text)))]
        said = row_sentence(item.hit.passage)
        # A row is quoted whole, its own number included.
        text = folded(str(item.hit.passage.text)) if said else text
        said = said or text
        claims.append(Claim(said, tuple((place.passage_id, text) for place in places[:3])))
    return claims


def write(
    claims: Sequence[Claim], passages: dict[str, Passage], documents: dict[str, DocumentRecord], book: CitationBook
) -> tuple[Sentence, ...]:
    """Number the citations of verified claims."""
    sentences = []
    for claim in claims:
        marks = [
            book.number(passages[name], documents[passages[name].document_id], quote) for name, quote in claim.quotes
        ]
        sentences.append(Sentence(claim.text, tuple(dict.fromkeys(marks))))
    return tuple(sentences)


def running_text(sentences: Sequence[Sentence]) -> str:
    """Return sentences as text for people, with citation marks."""
    return " ".join(f"{sentence.text} {numbered(sentence.citations)}" for sentence in sentences)


def _law_if_asked(query: Query, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Leave provisions out where reports answer a question that does not ask for law."""
    if Route.PROVISION in query.routes or query.instruments:
        return evidence
    reports = [item for item in evidence if item.hit.document.kind not in OFFICIAL_KINDS]
    return reports if reports and reports[0].score >= _NEAR_LAW * evidence[0].score else evidence


def _repeats(item: Evidence, chosen: Sequence[Evidence]) -> bool:
    """Whether a sentence is of a passage that is quoted already, or says the same: other places are worth more."""
    words = {stem(word) for word in content_words(item.text)}
    for other in chosen:
        if item.hit.passage.passage_id == other.hit.passage.passage_id:
            return True
        theirs = {stem(word) for word in content_words(other.text)}
        if words and theirs and len(words & theirs) / max(1, len(words | theirs)) >= _SAME:
            return True
    return False


def _date(hit: Hit) -> str:
    return hit.document.metadata.published or hit.document.metadata.visit_end or ""


def _order(query: Query, hit: Hit) -> int:
    if hit.document.kind in (DocumentKind.INSTRUMENT, DocumentKind.CATALOGUE):
        return 0 if Route.PROVISION in query.routes else 4
    if hit.document.kind == DocumentKind.RESPONSE:
        return 3
    return 2 if hit.passage.locator.casefold().startswith("recommendation") else 1
