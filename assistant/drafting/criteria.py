"""The provisions that a recommendation rests on: official words where held, else the catalogue's paraphrase."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from assistant.question.terms import content_words
from assistant.retrieval.searching import cite
from assistant.retrieval.sentences import split_sentences
from ingest.instruments.suggestion import criteria_index
from ingest.passage import DocumentKind

if TYPE_CHECKING:
    from assistant.drafting.finding import Finding
    from ingest.library import Library
    from ingest.passage import DocumentRecord, Passage

MOST = 4
POSSIBLE = 0.5
"""Score below which a criterion is not even offered for a choice."""
_LONGEST_QUOTE = 420


class Relation(StrEnum):
    """How a provision comes to a finding: named by it, near enough to be relied on, or offered for a choice."""

    CITED = "cited"
    SUGGESTED = "suggested"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Ground:
    """One provision.

    Attributes:
        reference: ``NMR:43``.
        relation: whether the finding names it or it is near in meaning.
        quote: exact words of the passage, the official text's or the catalogue's.
        paraphrase: the words are the catalogue's.
        passage: where the words stand.
        document: of the passage.
    """

    reference: str
    relation: Relation
    quote: str
    paraphrase: bool
    passage: Passage
    document: DocumentRecord

    @property
    def citation(self) -> str:
        """The place for people: ``OPCAT, art. 19(b)``."""
        return cite(self.passage, self.document)

    def to_json(self) -> dict[str, Any]:
        """Return the form of the contract."""
        return {
            "reference": self.reference,
            "relation": str(self.relation),
            "quote": self.quote,
            "paraphrase": self.paraphrase,
            "citation": self.citation,
            "passage_id": self.passage.passage_id,
            "document_id": self.document.document_id,
        }


def grounds_for(
    library: Library, finding: Finding, place_type: str | None, themes: tuple[str, ...]
) -> tuple[Ground, ...]:
    """Return the provisions that a finding cites, then those near to it in meaning, at most four.

    Where none is near enough to be relied on, the nearest are offered as possible ones.
    """
    text = finding.text[:2000]
    vector = library.embedder.embed_query(text)
    index = criteria_index(library.embedder)
    relations = dict.fromkeys(finding.references, Relation.CITED)
    suggested = index.suggest(text, vector, themes, place_type, finding.jurisdiction)
    if finding.entry is not None:
        suggested = (*suggested, *finding.entry.criteria_suggested)
    for reference in suggested:
        relations.setdefault(reference, Relation.SUGGESTED)
    if not relations:
        ranked = index.rank(text, vector, themes, place_type, finding.jurisdiction)
        relations = {each.reference: Relation.POSSIBLE for each in ranked if each.score >= POSSIBLE}
    found: list[Ground] = []
    for reference, relation in relations.items():
        ground = _ground(library, reference, finding.text, relation)
        if ground is not None and ground.passage.passage_id not in {each.passage.passage_id for each in found}:
            found.append(ground)
    return tuple(found[:MOST])


def _ground(library: Library, reference: str, text: str, relation: Relation) -> Ground | None:
    passages = library.ledger.provision(reference)
    if not passages:
        return None
    documents = library.ledger.documents_of(passage.document_id for passage in passages)
    official = [each for each in passages if documents[each.document_id].kind is not DocumentKind.CATALOGUE]
    said = set(content_words(text))

    def fit(passage: Passage) -> tuple[bool, int]:
        return passage.reference == reference, len(said & set(content_words(str(passage.text))))

    near = max(official or passages[:1], key=fit)
    document = documents[near.document_id]
    return Ground(reference, relation, _telling(str(near.text), said), not official, near, document)


def _telling(text: str, said: set[str]) -> str:
    """Return the text, or of a long one the sentence nearest to what was said; an exact part of it."""
    if len(text) <= _LONGEST_QUOTE:
        return text.strip()
    pieces = split_sentences(text) or [text]
    best = max(pieces, key=lambda piece: len(said & set(content_words(piece))))
    return best if len(best) <= _LONGEST_QUOTE else best[:_LONGEST_QUOTE].rsplit(" ", 1)[0]
