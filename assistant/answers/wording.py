"""Wording: the answer from evidence and from law, once it is decided that there is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answers.answer import Answer, Reason, Sentence
from assistant.answers.beside import with_beside
from assistant.answers.compose import MOST_SENTENCES, choose, claims_of, running_text
from assistant.answers.evidence import Evidence
from assistant.answers.latest import latest_of, with_latest
from assistant.answers.law import Law, cites, provision_quote
from assistant.answers.listener import Status
from assistant.answers.sides import proposes, rows_of, sides_of
from assistant.answers.undone import nothing_later
from assistant.answers.unstated import NO_JUDGEMENT, judges_law
from assistant.answers.verify import Claim
from assistant.answers.work import Work, finish, refuse, sentence_embedder
from assistant.question.needs import Need, coverage, stemmed
from assistant.question.query import Query
from assistant.question.routing import Route
from assistant.question.terms import fold
from assistant.question.topic import topic_of
from assistant.register.outcomes import with_outcomes
from assistant.register.replies import Matter, asks_answer, claims_about
from assistant.register.summing import lead_summed, number_summed
from assistant.retrieval.searching import cite
from ingest.instruments.citations import cited_references
from ingest.passage import DocumentKind

if TYPE_CHECKING:
    from assistant.models.model_composer import ModelComposer

_MOST_TOLD = 5
_HALF = 0.5
_THIRD = 0.3
_NEAR_RECOMMENDED = 0.5
_FOUND = re.compile(r"\b(?:find|finds|found|findings?|observed?|observations?|noted|discover(?:ed)?)\b")
_ASKED_FOR = re.compile(r"\b(?:recommend\w*|propos\w+|suggest\w*|answer\w*|respon[ds]\w*|repl(?:y|ies|ied)|should)\b")
_MOST_USES = 3
_NEARLY_BEST = 0.85
_PARAPHRASE = "The criteria catalogue paraphrases; add the official text with `opcat instruments add PATH`."


def answer_passages(
    work: Work,
    query: Query,
    evidence: Sequence[Evidence],
    matters: Sequence[Matter],
    sure: float,
) -> Answer:
    """Answer from the evidence: in the words of a language model where there is one, else in its own."""
    sides: Sequence[Sequence[Evidence]] = ()
    if Route.COMPARISON in query.routes:
        sides = sides_of(work.library, query, evidence, sentence_embedder(work.library), work.library.reranker)
        rows = [] if sides else rows_of(work.library, query, evidence)
        sides = sides or [[row] for row in rows]
        for side in sides:
            work.hold(item.hit for item in side)
    chosen = with_beside(query, choose(query, findings_first(query, evidence), sides))
    latest = latest_of(work, query, evidence, chosen)
    chosen = with_latest(latest, chosen, max(MOST_SENTENCES, len(chosen))) if latest else chosen
    told = claims_about(work, matters)
    if matters and asks_answer(query):
        if not any(matter.replies or matter.entry.status_claimed or matter.entry.response for matter in matters):
            work.notices.append("no reply to what is quoted here is linked to it")
        chosen = [item for item in chosen if not _answers_another(query, item)]
    elif any(matter.replies for matter in matters):
        chosen = [item for item in chosen if not _answers_another(query, item)]
    if (undone := nothing_later(query, evidence)) is not None:
        work.notices.append(undone)
    if judges_law(query.text):
        work.notices.append(NO_JUDGEMENT)
    sentences: tuple[Sentence, ...] = ()
    number: int | None = None
    if work.means.model is not None:
        best = [claim.quotes[0][0] for claim in told] + [side[0].hit.passage.passage_id for side in sides if side]
        best += [item.hit.passage.passage_id for item in evidence]
        sentences = _worded(work, work.means.model, query, list(dict.fromkeys(best)))
    if not sentences:
        used = {name for claim in told for name, _ in claim.quotes}
        more = [item for item in chosen if item.hit.passage.passage_id not in used]
        quoted = claims_of(more)
        own = quoted[: max(0, _MOST_TOLD - len(told))] if told else with_outcomes(work, more, quoted)
        claims = [*told, *own]
        number = number_summed(query, claims[0].text) if claims else None
        work.say(lead_summed(number))
        sentences = work.show(claims)
    if not sentences:
        return refuse(work, Reason.NOT_IN_CORPUS, None, sure, evidence)
    text = f"{lead_summed(number)} {running_text(sentences)}".strip()
    return finish(work, text, sentences, sure=sure, count=number, lead=lead_summed(number))


def findings_first(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Put what was found before what was recommended, where a question asks for what was found."""
    asked = fold(query.text)
    topic = topic_of(query)
    if not topic or not _FOUND.search(asked) or _ASKED_FOR.search(asked) or Route.COMPARISON in query.routes:
        return list(evidence)
    found = [
        item
        for item in evidence
        if not proposes(item) and _on(topic, item) and item.score >= _NEAR_RECOMMENDED * evidence[0].score
    ]
    return [*found, *(item for item in evidence if item not in found)]


def _on(topic: Sequence[Need], item: Evidence) -> bool:
    return coverage(topic, stemmed(item.text)) >= _HALF


def _answers_another(query: Query, item: Evidence) -> bool:
    """Whether a sentence of a reply or a recommendation is off the topic, beside replies linked to what is asked."""
    return (item.hit.document.kind == DocumentKind.RESPONSE or proposes(item)) and not _on(topic_of(query), item)


def _worded(work: Work, model: ModelComposer, query: Query, passages: Sequence[str]) -> tuple[Sentence, ...]:
    """Let a model write from passages that were retrieved; each sentence is shown once it is verified."""
    sentences: list[Sentence] = []

    def show(claim: Claim) -> bool:
        shown = work.show([claim])
        sentences.extend(shown)
        return bool(shown)

    work.tell(Status("writing", len(passages)))
    held = [work.passages[name] for name in passages if name in work.passages]
    sources = [(one, cite(one, work.documents[one.document_id])) for one in held if one.document_id in work.documents]
    written = model.compose(query.text, sources, work.means.redactor, show)
    work.notices.extend(written.notices)
    return tuple(sentences)


def answer_law(work: Work, law: Law, evidence: Sequence[Evidence], sure: float) -> Answer:
    """Answer a legal question: the provisions, then what reports say that uses them."""
    claims = []
    for hit in law.quoted:
        quote = provision_quote(hit)
        claims.append(Claim(quote, ((hit.passage.passage_id, quote),)))
    chosen = choose(work.query, _reports_on(work.query, law, evidence))[:_MOST_USES]
    # What was looked up by number is named; what was found stands with its sources beside it.
    named = law.quoted if work.query.references else ()
    lead = "; ".join(dict.fromkeys(cite(hit.passage, hit.document) for hit in named))
    work.say(lead)
    sentences = work.show([*claims, *claims_of(chosen)])
    if not sentences:
        return refuse(work, Reason.NOT_IN_CORPUS, None, sure, evidence)
    if any(hit.document.kind == DocumentKind.CATALOGUE for hit in law.quoted):
        work.notices.append(_PARAPHRASE)
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
    topic = topic_of(query)
    fitting = [item for item in reports if not topic or coverage(topic, stemmed(item.text)) >= _THIRD]
    return [*citing[:_MOST_USES], *(item for item in fitting if item.score >= least and item not in citing)]
