"""Ask: a question becomes a cited answer, a count, or a refusal with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answers import abstain
from assistant.answers.answer import Answer, Reason, Turn
from assistant.answers.calibration import Logistic
from assistant.answers.conversation import resolve
from assistant.answers.doubt import dangling, held_about, which_one
from assistant.answers.evidence import Evidence, gather, reread
from assistant.answers.guard import suspected
from assistant.answers.lacking import lacking, lacks_place, on_matter, signs
from assistant.answers.law import Law, find_law
from assistant.answers.listener import Listener, Status
from assistant.answers.nearness import WordVectors
from assistant.answers.of_year import of_years
from assistant.answers.wording import answer_law, answer_passages
from assistant.answers.work import Means, Work, refuse, sentence_embedder
from assistant.question.bounds import bounds_of
from assistant.question.instruction import is_instruction
from assistant.question.known_names import replaced
from assistant.question.language import NOTICE, is_foreign
from assistant.question.naming import Names
from assistant.question.phrasing import demands_named, entries_named, recommended_listed, without_exception
from assistant.question.query import Query, understand
from assistant.question.register_words import is_plain_question
from assistant.question.routing import Route, is_courtesy
from assistant.question.terms import content_words, tokens
from assistant.register.absent import absent
from assistant.register.document_lists import answer_documents
from assistant.register.documents import asks_documents
from assistant.register.following import answer_following
from assistant.register.numbers import answer_number
from assistant.register.overview import answer_whole
from assistant.register.replies import Matter, asks_reply, find_matters
from assistant.register.revisits import asks_revisits
from assistant.register.shown import answer_who, asks_who, entries_found, entries_shown
from assistant.retrieval.reranking import read, reranked
from assistant.retrieval.searching import Hit, SearchResult, check_filters, check_question, run_search
from ingest.passage import OFFICIAL_KINDS, DocumentKind, Filters

if TYPE_CHECKING:
    from assistant.models.model_composer import ModelComposer
    from ingest.library import Library
    from redaction.redactor import Redactor

_CANDIDATES = 25
_REPORTS = tuple(str(kind) for kind in DocumentKind if kind not in OFFICIAL_KINDS)
_MOST_SEARCHED = 2_000
# A follow-up of fewer words of its own says too little to be compared with.
_OWN_WORDS = 2
_WELCOME = "You are welcome. Nothing was asked here; ask about the reports, the replies or the law at any time."
# Stands for a known name where only the rest of a question is judged.
_PLACE = "the place"


def ask(
    library: Library,
    question: str,
    *,
    filters: Filters | None = None,
    conversation: str | None = None,
    history: Sequence[Turn] = (),
    redactor: Redactor | None = None,
    model: ModelComposer | None = None,
    listener: Listener | None = None,
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
        listener: told what is being done and each sentence as soon as it is verified.

    Returns:
        the answer; its sentences are all verified, and a refusal has its reason.

    Raises:
        EmptyQuestion, QuestionTooLong, InvalidFilter: see :mod:`assistant.errors`.
        InvalidConversation: the id is not one.
    """
    from assistant.answers import memory

    check_question(question)
    filters = filters or Filters()
    check_filters(filters)
    memory.check_id(conversation)
    earlier = [*memory.recall(library, conversation), *history]
    answer = _answer(library, question, filters, earlier, Means(redactor, model, listener))
    if conversation is None:
        return answer
    return memory.keep(library, replace(answer, conversation=conversation), question, redactor)


def _answer(
    library: Library,
    question: str,
    filters: Filters,
    history: Sequence[Turn],
    means: Means,
) -> Answer:
    names = Names.of(library)
    coverage = library.ledger.coverage(filters)
    question = entries_named(without_exception(demands_named(recommended_listed(question))))
    first = understand(question[:_MOST_SEARCHED], names, filters)
    reason = abstain.refusal(first) or suspected(replaced(question, names, _PLACE), getattr(library, "embedder", None))
    if reason == Reason.NOT_PERMITTED and abstain.refusal(first) is None and asks_register(first):
        # Likeness to an order is no order where the wording is that of a question to the register.
        reason = None
    if reason is not None:
        said = _WELCOME if is_courtesy(question) else None
        return refuse(Work(library, first, names, means=means), reason, first.route, said=said)
    if is_foreign(question[:_MOST_SEARCHED], names.knows):
        return refuse(Work(library, first, names, notices=[NOTICE], means=means), Reason.NOT_IN_CORPUS, first.route)
    if asks_who(question):
        work = Work(library, first, names, means=means)
        told_who = answer_who(work, entries_shown(work, history))
        if told_who is not None:
            return told_who
    if history:
        followed = answer_following(Work(library, first, names, means=means), question, history)
        if followed is not None:
            return followed
    resolved = resolve(question[:_MOST_SEARCHED], history, names)
    carried = frozenset(tokens(resolved.carried))
    query = understand(resolved.question, names, filters, carried=carried) if resolved.rewritten else first
    work = Work(library, query, names, means=means, bounds=bounds_of(query, names))
    work.tell(Status("searching"))
    if resolved.rewritten:
        work.notices.append(f"read as: {resolved.question}")
    # The catalogue alone answers questions of law; for any other an empty library says how to fill it.
    if not coverage.passages or (not coverage.documents and not asks_law(query)):
        return not_found(work, None, ())
    asked_back = dangling(question, names) if not history else None
    asked_back = asked_back or which_one(work)
    if asked_back is not None:
        return refuse(work, Reason.AMBIGUOUS, None, said=asked_back)
    if Route.DOCUMENTS in query.routes or asks_documents(query) or asks_revisits(query):
        listed = answer_documents(work)
        if listed is not None:
            return listed
    whole = None if resolved.carried else answer_whole(work)
    if whole is not None:
        return whole
    found, law = _find(work)
    leant = bool(resolved.carried) and len(content_words(question)) >= _OWN_WORDS
    asked = question[:_MOST_SEARCHED] if leant else None
    evidence = gather(found.understood, found.hits, sentence_embedder(library), asked)
    if library.reranker is not None:
        evidence = reread(query.text, evidence, library.reranker)
    if law is None:
        evidence = [item for item in work.bounds.within(evidence) if not is_instruction(item.text)]
        dated = of_years(query, evidence)
        own = on_matter(query, dated) if resolved.exchanged else dated
        if resolved.exchanged and not own:
            return not_found(work, None, ())
        evidence = own or evidence
    searched = coverage.passages
    if work.bounds.documents:
        searched = library.ledger.coverage(replace(filters, documents=tuple(work.bounds.documents))).passages
    sure = _sure(work, found, evidence, carried, searched)
    counted = answer_number(work, evidence)
    if counted is not None:
        return counted
    if asks_who(question) and resolved.rewritten:
        told_who = answer_who(work, entries_found(work, [item.hit for item in evidence]))
        if told_who is not None:
            return told_who
    if missing := None if resolved.rewritten else absent(work, evidence):
        return refuse(work, Reason.NOT_IN_CORPUS, None, sure, evidence, missing)
    told = matters_of(work, evidence)
    if not told and resolved.narrow:
        told = matters_of(replace(work, query=understand(resolved.narrow, names, filters)), evidence)
    on_matter_told = bool(told) and (not resolved.rewritten or asks_reply(first))
    known = bool(law and query.references and law.provisions) or (on_matter_told and bool(query.locators))
    leaning = resolved.rewritten and not resolved.exchanged
    least = abstain.threshold(
        query,
        _weights(library),
        follow_up=leaning,
        bounded=bool(work.bounds.documents),
        searched=coverage.passages,
    )
    # "Did the ministry agree to that?" of a matter just spoken of: the register knows the answer.
    answered = on_matter_told and resolved.rewritten and bool(query.places) and any(one.replies for one in told[:1])
    unsure = sure < least and not answered
    if not known and (unsure or _lacking(work, found.understood, evidence, sure)):
        return not_found(work, sure, evidence)
    if law is not None:
        return answer_law(work, law, evidence, sure)
    return answer_passages(work, found.understood, evidence, told, sure)


def _sure(work: Work, found: _Found, evidence: Sequence[Evidence], carried: frozenset[str], searched: int) -> float:
    vectors = _vectors(work)
    told = signs(found.understood, evidence, vectors)
    measured = abstain.features(found.understood, found.hits, evidence, carried, vectors, searched, told)
    work.measured = measured.vector()
    return abstain.confidence(measured, _weights(work.library))


def _lacking(work: Work, query: Query, evidence: Sequence[Evidence], sure: float) -> bool:
    """Whether something asked for is in nothing found; where the estimate weighs that, only a strange place is left."""
    if abstain.weighs_signs(_weights(work.library)):
        return lacks_place(query, work.names)
    return lacking(query, evidence, _vectors(work), work.names, sure)


def _vectors(work: Work) -> WordVectors | None:
    embedder = sentence_embedder(work.library)
    return WordVectors.of(embedder) if embedder is not None else None


def _weights(library: Library) -> Logistic:
    embedder, reranker = getattr(library, "embedder", None), library.reranker
    return abstain.weights_for(embedder.name if embedder is not None else None, reranker.name if reranker else None)


def matters_of(work: Work, evidence: Sequence[Evidence]) -> list[Matter]:
    """Find the recommendations that a question about recommendations or answers to them means."""
    return find_matters(work, [item.hit for item in evidence]) if asks_reply(work.query) else []


def asks_register(query: Query) -> bool:
    """Say whether a question is plainly one about entries of the register: their number, a list, their standing."""
    routes = {Route.COUNT, Route.LIST, Route.STATUS, Route.COMPARISON}
    return bool(query.kinds and query.routes & routes) and is_plain_question(query.text)


def asks_law(query: Query) -> bool:
    """Say whether provisions alone may answer a question."""
    return Route.PROVISION in query.routes or bool(query.instruments or query.references)


def not_found(work: Work, sure: float | None, evidence: Sequence[Evidence]) -> Answer:
    """Refuse for want of evidence; where a held document is named like the subject, that is the reason."""
    held = held_about(work, work.query)
    if held is not None:
        return refuse(work, Reason.HELD_DOCUMENTS, None, sure, said=held)
    return refuse(work, Reason.NOT_IN_CORPUS, None, sure, evidence, work.bounds.refusal(work.library))


def _search(work: Work) -> SearchResult:
    """Search reports, where law is not asked for: a question is one about what was seen and said.

    Where they are few, provisions come after them.
    """
    query = work.query
    if asks_law(query) or query.filters.kinds:
        return run_search(work.library, query, _CANDIDATES)
    own = run_search(work.library, replace(query, filters=replace(query.filters, kinds=_REPORTS)), _CANDIDATES)
    own = replace(own, understood=replace(own.understood, filters=query.filters))
    if len(own.hits) >= _CANDIDATES:
        return own
    known = {hit.passage.passage_id for hit in own.hits}
    rest = run_search(work.library, query, _CANDIDATES).hits
    return replace(own, hits=(*own.hits, *(hit for hit in rest if hit.passage.passage_id not in known)))


@dataclass(frozen=True)
class _Found:
    understood: Query
    hits: tuple[Hit, ...]


def _find(work: Work) -> tuple[_Found, Law | None]:
    if Route.PROVISION in work.query.routes:
        law = find_law(work.library, work.query, _CANDIDATES)
        hits = (*law.provisions, *law.uses, *(hit for hit in law.reports if hit not in law.uses))
        work.found((*law.quoted, *hits))
        return _Found(work.query, hits), law
    result = _search(work)
    hits = result.hits
    if work.bounds.documents:
        own = work.bounds.narrowed(work.query)
        result = replace(run_search(work.library, own, _CANDIDATES), query=result.query)
        known = {hit.passage.passage_id for hit in result.hits}
        beside = [hit for hit in hits if work.bounds.hold(hit) and hit.passage.passage_id not in known]
        hits = tuple(sorted((*result.hits, *beside), key=lambda hit: -hit.score))[:_CANDIDATES]
        result = replace(result, understood=work.bounds.judged(result.understood, work.query))
    if work.library.reranker is not None:
        hits = tuple(reranked(read(work.library.reranker, work.query.text, hits)))
    work.found(hits)
    if result.corrected:
        work.notices.append("read " + ", ".join(f"{a} as {b}" for a, b in result.corrected.items()))
    return _Found(result.understood, hits), None
