"""Ask: a question becomes a cited answer, a count, or a refusal with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant import abstain
from assistant.answer import Answer, Reason, Sentence, Turn
from assistant.compose import choose, claims_of, running_text
from assistant.conversation import resolve
from assistant.doubt import dangling, held_about, which_one
from assistant.evidence import Evidence, gather
from assistant.language import NOTICE, is_foreign
from assistant.law import Law, cites, find_law, provision_quote
from assistant.listing import answer_count, answer_documents
from assistant.naming import Names
from assistant.query import Query, understand
from assistant.replies import Matter, asks_reply, claims_about, find_matters
from assistant.routing import Route
from assistant.searching import Hit, check_filters, check_question, cite, run_search
from assistant.shown import answer_who, asks_who, entries_found, entries_shown
from assistant.sides import rows_of, sides_of
from assistant.terms import tokens
from assistant.verify import Claim
from assistant.work import Work, finish, refuse, sentence_embedder
from ingest.citations import cited_references
from ingest.passage import DocumentKind, Filters

if TYPE_CHECKING:
    from assistant.model_composer import ModelComposer
    from ingest.library import Library
    from redaction.redactor import Redactor

_CANDIDATES = 25
_MOST_SEARCHED = 2_000
_MOST_TOLD = 5
_MOST_USES = 3
_NEARLY_BEST = 0.85
_PARAPHRASE = "The criteria catalogue paraphrases; add the official text with `opcat instruments add PATH`."


def ask(
    library: Library,
    question: str,
    *,
    filters: Filters | None = None,
    conversation: str | None = None,
    history: Sequence[Turn] = (),
    redactor: Redactor | None = None,
    model: ModelComposer | None = None,
) -> Answer:
    """Answer a question from the library.

    Args:
        library: an opened library.
        question: at most 10,000 characters.
        filters: hard restrictions.
        conversation: id of a conversation to go on with; earlier turns are read from the ledger, and this one is
            stored there, redacted, if a redactor is given. Without an id nothing is stored.
        history: earlier messages, for callers that keep conversations themselves.
        redactor: masks personal data of the question before it is stored or sent to a model.
        model: writes the answer from the evidence instead of the extractive composer; judged by the same verifier.

    Returns:
        the answer; its sentences are all verified, and a refusal has its reason.

    Raises:
        EmptyQuestion, QuestionTooLong, InvalidFilter: see :mod:`assistant.errors`.
        InvalidConversation: the id is not one.
    """
    from assistant import memory

    check_question(question)
    filters = filters or Filters()
    check_filters(filters)
    memory.check_id(conversation)
    earlier = [*memory.recall(library, conversation), *history]
    answer = _answer(library, question, filters, earlier, redactor, model)
    if conversation is None:
        return answer
    return memory.keep(library, replace(answer, conversation=conversation), question, redactor)


def _answer(
    library: Library,
    question: str,
    filters: Filters,
    history: Sequence[Turn],
    redactor: Redactor | None,
    model: ModelComposer | None,
) -> Answer:
    names = Names.of(library)
    coverage = library.ledger.coverage(filters)
    first = understand(question[:_MOST_SEARCHED], names, filters)
    reason = abstain.refusal(first)
    if reason is not None:
        return refuse(Work(library, first, names), reason, first.route)
    if is_foreign(question[:_MOST_SEARCHED], names.knows):
        return refuse(Work(library, first, names, notices=[NOTICE]), Reason.NOT_IN_CORPUS, first.route)
    if asks_who(question):
        work = Work(library, first, names)
        told_who = answer_who(work, entries_shown(work, history))
        if told_who is not None:
            return told_who
    resolved = resolve(question[:_MOST_SEARCHED], history, names)
    carried = frozenset(tokens(resolved.carried))
    query = understand(resolved.question, names, filters, carried=carried) if resolved.rewritten else first
    work = Work(library, query, names)
    if resolved.rewritten:
        work.notices.append(f"read as: {resolved.question}")
    # The catalogue alone answers questions of law; for any other an empty library says how to fill it.
    if not coverage.passages or (not coverage.documents and not asks_law(query)):
        return not_found(work, None, ())
    asked_back = dangling(question, names) if not history else None
    asked_back = asked_back or which_one(work)
    if asked_back is not None:
        return refuse(work, Reason.AMBIGUOUS, None, said=asked_back)
    if Route.DOCUMENTS in query.routes:
        listed = answer_documents(work)
        if listed is not None:
            return listed
    found, law = _find(work)
    evidence = gather(found.understood, found.hits, sentence_embedder(library))
    if law is None:
        own = of_place(query, evidence)
        if resolved.exchanged and not of_years(query, own):
            return not_found(work, None, ())
        evidence = own or evidence
    measured = abstain.features(found.understood, found.hits, evidence, carried)
    sure = abstain.confidence(measured)
    counted = answer_count(work, evidence)
    if counted is not None:
        return counted
    if asks_who(question) and resolved.rewritten:
        told_who = answer_who(work, entries_found(work, [item.hit for item in evidence]))
        if told_who is not None:
            return told_who
    told = matters_of(work, evidence)
    if not told and resolved.narrow:
        told = matters_of(replace(work, query=understand(resolved.narrow, names, filters)), evidence)
    known = bool(law and query.references and law.provisions) or (bool(told) and bool(query.locators))
    unsure = sure < abstain.threshold(query, follow_up=resolved.rewritten and not resolved.exchanged)
    if not known and (unsure or abstain.lacks(found.understood, evidence)):
        return not_found(work, sure, evidence)
    if law is not None:
        return _legal(work, law, evidence, sure)
    return _passages(work, found.understood, evidence, told, sure, redactor, model)


def matters_of(work: Work, evidence: Sequence[Evidence]) -> list[Matter]:
    """Find the recommendations that a question about recommendations or answers to them means."""
    return find_matters(work, [item.hit for item in evidence]) if asks_reply(work.query) else []


def of_place(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Keep what is about the places that a question names: their own documents, and passages that name them."""
    keys = {word for place in query.places if place.exact for word in place.key}
    if not keys or not query.documents or Route.COMPARISON in query.routes:
        return list(evidence)
    return [
        item
        for item in evidence
        if item.hit.document.document_id in query.documents or keys & set(tokens(str(item.hit.passage.text)))
    ]


def of_years(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Keep what is of the years that a question names: documents so dated, and sentences that name the year."""
    if not query.dates.bounded:
        return list(evidence)
    kept = []
    for item in evidence:
        metadata = item.hit.document.metadata
        dates = [date for date in (metadata.visit_start, metadata.visit_end, metadata.published) if date]
        named = any(year in item.text for year in query.dates.years)
        if named or not dates or any(query.dates.holds(date) for date in dates):
            kept.append(item)
    return kept


def asks_law(query: Query) -> bool:
    """Say whether provisions alone may answer a question."""
    return Route.PROVISION in query.routes or bool(query.instruments or query.references)


def not_found(work: Work, sure: float | None, evidence: Sequence[Evidence]) -> Answer:
    """Refuse for want of evidence; where a held document is named like the subject, that is the reason."""
    held = held_about(work, work.query)
    if held is not None:
        return refuse(work, Reason.HELD_DOCUMENTS, None, sure, said=held)
    return refuse(work, Reason.NOT_IN_CORPUS, None, sure, evidence)


@dataclass(frozen=True)
class _Found:
    understood: Query
    hits: tuple[Hit, ...]


def _find(work: Work) -> tuple[_Found, Law | None]:
    if Route.PROVISION in work.query.routes:
        law = find_law(work.library, work.query, _CANDIDATES)
        hits = (*law.provisions, *law.uses, *(hit for hit in law.reports if hit not in law.uses))
        work.hold((*law.quoted, *hits))
        return _Found(work.query, hits), law
    result = run_search(work.library, work.query, _CANDIDATES)
    work.hold(result.hits)
    if result.corrected:
        work.notices.append("read " + ", ".join(f"{a} as {b}" for a, b in result.corrected.items()))
    return _Found(result.understood, result.hits), None


def _passages(
    work: Work,
    query: Query,
    evidence: Sequence[Evidence],
    matters: Sequence[Matter],
    sure: float,
    redactor: Redactor | None,
    model: ModelComposer | None,
) -> Answer:
    sides: Sequence[Sequence[Evidence]] = ()
    if Route.COMPARISON in query.routes:
        sides = sides_of(work.library, query, evidence, sentence_embedder(work.library))
        rows = [] if sides else rows_of(work.library, query, evidence)
        sides = sides or [[row] for row in rows]
        for side in sides:
            work.hold(item.hit for item in side)
    chosen = choose(query, evidence, sides)
    told = claims_about(work, matters)
    sentences: tuple[Sentence, ...] = ()
    if model is not None:
        written = model.compose(query.text, [item.hit for item in evidence], redactor)
        work.notices.extend(written.notices)
        sentences = work.show(written.claims)
    if not sentences:
        used = {name for claim in told for name, _ in claim.quotes}
        more = [item for item in chosen if item.hit.passage.passage_id not in used]
        sentences = work.show([*told, *claims_of(more[: max(0, _MOST_TOLD - len(told))] if told else more)])
    if not sentences:
        return refuse(work, Reason.NOT_IN_CORPUS, None, sure, evidence)
    return finish(work, running_text(sentences), sentences, sure=sure)


def _legal(work: Work, law: Law, evidence: Sequence[Evidence], sure: float) -> Answer:
    claims = []
    for hit in law.quoted:
        quote = provision_quote(hit)
        claims.append(Claim(quote, ((hit.passage.passage_id, quote),)))
    chosen = choose(work.query, _reports_on(work.query, law, evidence))[:_MOST_USES]
    sentences = work.show([*claims, *claims_of(chosen)])
    if not sentences:
        return refuse(work, Reason.NOT_IN_CORPUS, None, sure, evidence)
    if any(hit.document.kind == DocumentKind.CATALOGUE for hit in law.quoted):
        work.notices.append(_PARAPHRASE)
    lead = "; ".join(cite(hit.passage, hit.document) for hit in law.quoted)
    text = f"{lead}: {running_text(sentences)}" if lead else running_text(sentences)
    return finish(work, text, sentences, sure=sure)


def _reports_on(query: Query, law: Law, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Pick what reports add to provisions.

    Beside a provision looked up by number only sentences that cite it; beside others those that cite the law, then
    those nearly as fitting as the best evidence.
    """
    used = {hit.passage.passage_id for hit in law.uses}
    provisions = {hit.passage.passage_id for hit in (*law.provisions, *law.quoted)}
    reports = [item for item in evidence if item.hit.passage.passage_id not in provisions]
    if query.references and law.quoted:
        return [item for item in reports if cites(item.text, query.references)]
    citing = [item for item in reports if item.hit.passage.passage_id in used and cited_references(item.text)]
    least = _NEARLY_BEST * evidence[0].score if law.quoted and evidence else 0.0
    return [*citing[:_MOST_USES], *(item for item in reports if item.score >= least and item not in citing)]
