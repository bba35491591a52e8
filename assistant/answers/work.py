"""Work: one question on its way to an answer, and the two ways in which it ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.answers.answer import Answer, Reason, Sentence, Trace
from assistant.answers.compose import CitationBook, write
from assistant.answers.evidence import Evidence, SentenceEmbedder
from assistant.answers.listener import Lead, Listener, Shown, Status, Told
from assistant.answers.refusal import coverage_phrase, refusal_text
from assistant.answers.verify import Claim, folded, verify
from assistant.question.bounds import Bounds, without_catalogue
from assistant.question.naming import Names
from assistant.question.query import Query
from assistant.question.routing import Route
from assistant.retrieval.searching import Hit
from ingest.passage import Coverage, DocumentRecord, Passage

if TYPE_CHECKING:
    from assistant.models.model_composer import ModelComposer
    from ingest.library import Library
    from redaction.redactor import Redactor


@dataclass(frozen=True)
class Means:
    """What a question may use besides the library.

    Attributes:
        redactor: masks the question before it goes to a model.
        model: writes the answer in place of the extractive composer.
        listener: told what is being done and what was verified.
    """

    redactor: Redactor | None = None
    model: ModelComposer | None = None
    listener: Listener | None = None


@dataclass
class Work:
    """One question on its way to an answer."""

    library: Library
    query: Query
    names: Names
    book: CitationBook = field(default_factory=CitationBook)
    passages: dict[str, Passage] = field(default_factory=dict)
    documents: dict[str, DocumentRecord] = field(default_factory=dict)
    withheld: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    texts: dict[str, list[Passage]] = field(default_factory=dict)
    means: Means = field(default_factory=Means)
    told: set[int] = field(default_factory=set)
    measured: tuple[float, ...] = ()
    bounds: Bounds = field(default_factory=Bounds)

    def tell(self, told: Told) -> None:
        """Pass news on to whoever listens."""
        if self.means.listener is not None:
            self.means.listener(told)

    def say(self, lead: str) -> None:
        """Tell what code itself says before the sentences."""
        if lead:
            self.tell(Lead(lead))

    def hold(self, hits: Iterable[Hit]) -> None:
        """Note passages as retrieved: only they may be cited."""
        for hit in hits:
            for passage in (hit.passage, *hit.also):
                self.passages[passage.passage_id] = passage
                if passage.document_id not in self.documents:
                    record = self.library.ledger.document(passage.document_id)
                    if record is not None:
                        self.documents[passage.document_id] = record

    def found(self, hits: Sequence[Hit]) -> None:
        """Note what the search found, and tell how much it is."""
        self.hold(hits)
        documents = {hit.passage.document_id for hit in hits}
        self.tell(Status("reading", len(hits), len(documents)))

    def show(self, claims: Sequence[Claim]) -> tuple[Sentence, ...]:
        """Verify claims, number the citations of those that hold, and tell them; they stand in the answer."""
        verdict = verify(claims, self.passages)
        self.withheld.extend(verdict.withheld)
        sentences = write(verdict.kept, self.passages, self.documents, self.book)
        for sentence in sentences:
            new = tuple(one for one in self.book.citations if one.n in sentence.citations and one.n not in self.told)
            self.told.update(one.n for one in new)
            self.tell(Shown(sentence, new))
        return sentences


def finish(
    work: Work,
    text: str,
    sentences: Sequence[Sentence],
    *,
    sure: float | None = None,
    count: int | None = None,
    rows: Sequence[Mapping[str, Any]] = (),
    lead: str = "",
) -> Answer:
    """Put an answer together, with what the user should know about it."""
    if work.withheld:
        number = len(work.withheld)
        work.notices.append(f"{number} sentence{'s' * (number != 1)} withheld: no verified quotation")
    notices = "".join(f" ({notice})" if not notice.endswith(".") else f" {notice}" for notice in work.notices)
    return Answer(
        conversation=None,
        text=text + notices,
        abstained=False,
        reason=None,
        coverage=_searched(work),
        sentences=tuple(sentences),
        citations=tuple(work.book.citations),
        count=count,
        rows=tuple(rows),
        trace=_trace(work, sure),
        lead=lead,
    )


def refuse(
    work: Work,
    reason: Reason,
    route: Route | None,
    sure: float | None = None,
    evidence: Sequence[Evidence] = (),
    said: str | None = None,
) -> Answer:
    """Put a refusal together: its reason, what was searched, and the nearest passage, named as such.

    Args:
        work: the question.
        reason: why nothing is answered.
        route: the kind of answer that was refused.
        sure: the estimate behind it.
        evidence: sentences found, best first.
        said: what to say of the reason in place of the usual words, such as a question asked back.
    """
    coverage = _searched(work)
    text = said or refusal_text(reason, coverage, work.query.filters, route=route)
    if reason is Reason.HELD_DOCUMENTS:
        text = f"Not found in {coverage_phrase(coverage)}. {text}"
    if reason is Reason.NOT_IN_CORPUS and evidence and evidence[0].own > 0:
        text += f" The nearest passage, which may not answer this, is {evidence[0].hit.citation}."
    text += "".join(f" ({notice})" if not notice.endswith(".") else f" {notice}" for notice in work.notices)
    work.tell(Lead(text, refused=True))
    if reason is Reason.IDENTITY_REQUEST:
        work.passages.update({p.passage_id: p for p in work.library.ledger.provision("OPCAT:21(2)")[:1]})
    citations: tuple[Sentence, ...] = ()
    for passage in list(work.passages.values()) if reason is Reason.IDENTITY_REQUEST else []:
        record = work.library.ledger.document(passage.document_id)
        if record is not None:
            work.documents[record.document_id] = record
            quote = folded(str(passage.text))
            citations = work.show([Claim(quote, ((passage.passage_id, quote),))])
    return Answer(None, text, True, reason, coverage, citations, tuple(work.book.citations), trace=_trace(work, sure))


def _searched(work: Work) -> Coverage:
    """What was looked through: the shipped catalogue is no report, and answers questions of law alone."""
    filters, query = work.query.filters, work.query
    if filters.kinds or Route.PROVISION in query.routes or query.instruments or query.references:
        return work.library.ledger.coverage(filters)
    return work.library.ledger.coverage(without_catalogue(filters))


def _trace(work: Work, sure: float | None) -> Trace:
    return Trace(
        route=str(work.query.route),
        searched=work.query.text,
        interpretation=work.query.interpretation,
        withheld=tuple(work.withheld),
        notices=tuple(work.notices),
        confidence=sure,
        features=work.measured,
    )


def sentence_embedder(library: Library) -> SentenceEmbedder | None:
    """Return the model of a library for the similarity of sentences, or `None` where it has none to lend."""
    found: SentenceEmbedder | None = getattr(library, "embedder", None)
    return found
