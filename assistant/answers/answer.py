"""The shapes of answers, exactly as ``ask`` and ``search`` give them in JSON (DESIGN 5.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ingest.passage import Coverage, Filters

if TYPE_CHECKING:
    from assistant.retrieval.searching import SearchResult


class Reason(StrEnum):
    """Why nothing was answered."""

    NOT_IN_CORPUS = "not_in_corpus"
    IDENTITY_REQUEST = "identity_request"
    AMBIGUOUS = "ambiguous"
    HELD_DOCUMENTS = "held_documents"
    NOT_PERMITTED = "not_permitted"


@dataclass(frozen=True)
class Sentence:
    """One sentence of an answer with the numbers of its citations."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True)
class Citation:
    """One quotation with its place in a source.

    Attributes:
        n: number in this answer, from 1.
        quote: an exact substring of the passage, white space folded.
        citation: the place for people, ``TITLE, 2.14, p. 3``.
    """

    n: int
    passage_id: str
    document_id: str
    source: str
    title: str | None
    kind: str
    locator: str
    page: int | None
    quote: str
    citation: str


@dataclass(frozen=True)
class Turn:
    """One message of a conversation.

    Attributes:
        role: ``user`` or ``assistant``.
        entries: ids of the register entries that an answer showed, in its order, where that is known.
        passages: ids of the passages that it cited.
    """

    role: str
    content: str
    entries: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trace:
    """How an answer came about; for people who check the machine, not part of the JSON contract.

    Attributes:
        route: the kind of answer.
        searched: the question as searched, a follow-up written out.
        interpretation: how the question was read.
        withheld: why sentences were withheld, one phrase each, no text.
        notices: other things the user should know.
        confidence: the estimate behind abstention, 0 to 1.
        features: what it was estimated from, see :class:`assistant.answers.abstain.Features`; empty where it was not.
    """

    route: str = ""
    searched: str = ""
    interpretation: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    confidence: float | None = None
    features: tuple[float, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What ``ask`` gives.

    Attributes:
        lead: what code itself says before the sentences: a count with its reading, a list of documents; stands at the
            beginning of ``text``, empty where there is none.
    """

    conversation: str | None
    text: str
    abstained: bool
    reason: Reason | None
    coverage: Coverage
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    count: int | None = None
    rows: tuple[Mapping[str, Any], ...] = ()
    trace: Trace = field(default_factory=Trace)
    lead: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the fields of the contract, in its order."""
        return {
            "conversation": self.conversation,
            "answer": self.text,
            "abstained": self.abstained,
            "reason": str(self.reason) if self.reason else None,
            "coverage": asdict(self.coverage),
            "sentences": [{"text": s.text, "citations": list(s.citations)} for s in self.sentences],
            "citations": [asdict(citation) for citation in self.citations],
            "count": self.count,
            "rows": [dict(row) for row in self.rows],
        }


def filters_json(filters: Filters) -> dict[str, Any]:
    """Return the filters that are set."""
    return {name: value for name, value in asdict(filters).items() if value not in (None, (), [])}


def search_json(result: SearchResult) -> dict[str, Any]:
    """Return search results in the form of the contract."""
    return {
        "query": result.query,
        "filters": filters_json(result.filters),
        "hits": [
            {
                "rank": hit.rank,
                "score": round(hit.score, 6),
                "passage_id": hit.passage.passage_id,
                "document_id": hit.passage.document_id,
                "source": hit.document.source,
                "title": hit.document.metadata.title,
                "kind": str(hit.document.kind),
                "locator": hit.passage.locator,
                "page": hit.passage.page,
                "citation": hit.citation,
                "text": str(hit.passage.text),
            }
            for hit in result.hits
        ],
    }


def numbered(marks: Sequence[int]) -> str:
    """Return citation marks for running text: ``[1][3]``."""
    return "".join(f"[{mark}]" for mark in marks)
