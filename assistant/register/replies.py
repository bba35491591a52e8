"""Replies: what was recommended, what the authority answered and what a later visit found, from the register.

The register says which passages belong together; every sentence is still a quotation of one of them, so that a status
is shown only where a document says it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answers.verify import Claim, folded
from assistant.answers.work import Work
from assistant.question.query import Query
from assistant.question.routing import Route
from assistant.question.scope import register_filters
from assistant.question.terms import content_words, fold, stem
from assistant.question.topic import matters_on_topic, topic_of
from assistant.register.counting import REQUESTS
from assistant.register.marks import numbered
from assistant.register.mirrors import merged
from assistant.register.reply_passages import date_of_record, documents_by_id, is_about, replies_of
from assistant.register.standing import Standing
from assistant.retrieval.searching import Hit
from assistant.retrieval.sentences import without_number
from assistant.tables.rows import row_sentence
from ingest.passage import DocumentRecord, Filters, Passage, RegisterEntry

_ANSWER = re.compile(
    r"\b(?:accept\w*|reject\w*|agree[sd]?|refus\w+|respon(?:se|ses|d|ded)|repl(?:y|ies|ied)|answer(?:ed|s)?|"
    r"implement\w*|"
    r"carried out|put into practice|status|become of|became of|done about|action plan|taken up|acted on|"
    r"followed up|what happened|happened to|progress)\b"
)
# What an authority says for itself: its reasons, its promises.
_AUTHORITY = (
    r"(?:authorit(?:y|ies)|ministr(?:y|ies)|minister|government|department|agency|agencies|service|directorate|police|"
    r"state|governor|director|board|commissioner|prosecutor|parliament|state party|they)"
)
_SAID = re.compile(
    rf"\b(?:did|do|does|has|have) (?:the )?(?:[\w'’-]+ ){{0,4}}{_AUTHORITY}(?: [\w'’-]+){{0,5}} (?:say|said|promise\w*|"
    r"argue\w*|explain\w*|give|given|state|announce\w*|pledge\w*|undertake|do about)\b"
    rf"|\b(?:reasons?|explanations?|arguments?|grounds?)\b.{{0,40}}\b(?:{_AUTHORITY}|give|given|reject\w*|refus\w+|"
    r"accept\w*|for (?:not|keeping|refusing|rejecting))\b"
    r"|^(?:and |but |so )?why\b.{0,60}\b(?:reject|refus|not accept|not agree|declin|not implement|not answer)\w*"
)
_RECOMMEND = re.compile(r"\b(?:recommend(?:ed|s)?|proposed?|propose|urged?|suggest(?:ed)?|asked for|ask for)\b")
_NEWEST = re.compile(r"\b(?:newest|latest|most recent|recent) (?:first|on top)|\blatest\b|\bnewest\b")
_MOST_MATTERS = 3
_MOST_CLAIMS = 5
_SAME = 0.7
_OTHER_ROUTES = {Route.COUNT, Route.LIST, Route.COMPARISON, Route.PROVISION, Route.DOCUMENTS}


@dataclass(frozen=True)
class Matter:
    """One recommendation with the passages that answer or judge it, oldest first, and those that make it again."""

    entry: RegisterEntry
    passage: Passage
    replies: tuple[tuple[Passage, str], ...]
    again: tuple[Passage, ...] = ()


def asks_reply(query: Query) -> bool:
    """Say whether a question is about recommendations or answers to them, and not about their number."""
    numbered = any(locator.startswith("Rec") for locator in query.locators)
    if query.routes & (_OTHER_ROUTES - {Route.COMPARISON} if numbered else _OTHER_ROUTES):
        return False
    if numbered and Route.COMPARISON in query.routes:
        return True
    folded_text = fold(query.text)
    return numbered or _RECOMMEND.search(folded_text) is not None or wants_answer(folded_text)


def asks_answer(query: Query) -> bool:
    """Say whether a question wants to know what was answered or done."""
    return wants_answer(fold(query.text))


def wants_answer(folded_text: str) -> bool:
    """Say whether a folded question wants to know what an authority answered, did, or gave as its reason."""
    return _ANSWER.search(folded_text) is not None or _SAID.search(folded_text) is not None


def find_matters(work: Work, hits: Sequence[Hit]) -> list[Matter]:
    """Find the recommendations a question is about, the most fitting first; empty if the register has none."""
    query = work.query
    filters = register_filters(query, work.names, dated=False)
    if filters is None:
        return []
    entries, echoes = merged(work.library.ledger.register(filters, kinds=REQUESTS), work.library.ledger.document)
    numbers = {locator.split()[-1] for locator in query.locators if locator.startswith(("Recommendation", "Rec"))}
    if numbers:
        entries = numbered(entries, numbers)
        scored = [(1.0, entry) for entry in entries]
    else:
        scored = matters_on_topic(query, entries) or _of_status(work, entries, echoes)
    found = {hit.passage.passage_id: hit.rank for hit in hits[:10]}
    ranked = sorted(
        (
            (share + 0.3 / found[entry.passage_id] if entry.passage_id in found else share, entry)
            for share, entry in scored
        ),
        key=lambda item: -item[0],
    )
    best = ranked[0][0] if ranked else 0.0
    kept = [entry for score, entry in ranked if score >= 0.75 * best][:_MOST_MATTERS]
    records = documents_by_id(work)
    passages = work.library.ledger.passages([entry.passage_id for _, entry in ranked[:20] if entry.passage_id])
    kept, again = _once(kept, [entry for _, entry in ranked[:20]], records)
    if _NEWEST.search(fold(query.text)):
        kept.sort(key=lambda entry: date_of_record(records.get(entry.document_id)), reverse=True)
    matters = [
        Matter(entry, passage, replies_of(work, entry, echoes.get(entry.entry_id, ())), tuple(others))
        for entry in kept
        if (passage := passages.get(entry.passage_id or "")) is not None
        for others in [[passages[name] for name in again.get(entry.entry_id, ()) if name in passages]]
    ]
    return sorted(matters, key=lambda matter: not matter.replies) if numbers else matters


def matters_for(work: Work, entries: Sequence[RegisterEntry]) -> list[Matter]:
    """Return the matters of given entries, each with its replies."""
    _, echoes = merged(work.library.ledger.register(Filters(), kinds=REQUESTS), work.library.ledger.document)
    passages = work.library.ledger.passages([entry.passage_id for entry in entries if entry.passage_id])
    return [
        Matter(entry, passage, replies_of(work, entry, echoes.get(entry.entry_id, ())))
        for entry in entries
        if (passage := passages.get(entry.passage_id or "")) is not None
    ]


def _of_status(
    work: Work, entries: Sequence[RegisterEntry], echoes: Mapping[str, Sequence[RegisterEntry]]
) -> list[tuple[float, RegisterEntry]]:
    """Return the entries of a standing that a question names without a topic: "why were recommendations rejected?"."""
    if not work.query.statuses or topic_of(work.query):
        return []
    judge, asked = Standing(work.library, work.query.text), set(work.query.statuses)
    return [(1.0, entry) for entry in entries if judge.of(entry, echoes.get(entry.entry_id, ())) & asked]


def _once(
    kept: Sequence[RegisterEntry], ranked: Sequence[RegisterEntry], records: dict[str, DocumentRecord]
) -> tuple[list[RegisterEntry], dict[str, list[str]]]:
    """Join recommendations that were made again in nearly the same words to the first time they were made."""
    once: list[RegisterEntry] = []
    again: dict[str, list[str]] = {}
    for entry in kept:
        same = sorted(
            (other for other in ranked if other is entry or _same_words(entry, other)),
            key=lambda other: date_of_record(records.get(other.document_id)),
        )
        first = same[0]
        if first not in once:
            once.append(first)
            again[first.entry_id] = [other.passage_id for other in same[1:] if other.passage_id]
    return once, again


def _same_words(one: RegisterEntry, other: RegisterEntry) -> bool:
    ours, theirs = ({stem(word) for word in content_words(str(entry.text))} for entry in (one, other))
    return bool(ours) and len(ours & theirs) >= _SAME * len(ours | theirs)


def claims_about(
    work: Work, matters: Sequence[Matter], *, answers: bool | None = None, most: int = _MOST_CLAIMS
) -> list[Claim]:
    """Write the matters as claims: what the question asks for first, then the rest of each matter.

    Args:
        work: the question.
        matters: what it is about.
        answers: whether the replies are wanted; by default the question tells.
        most: after so many claims no further matter is told.
    """
    folded_text = fold(work.query.text)
    wants_answers = wants_answer(folded_text) if answers is None else answers
    answers_first = not _RECOMMEND.search(folded_text) and wants_answers
    claims: list[Claim] = []
    for matter in matters:
        text = folded(str(matter.passage.text))
        wanted = folded(str(matter.entry.text))
        said = without_number(text) if len(text) <= 500 or wanted not in text else wanted
        row = row_sentence(matter.passage)
        repeated = tuple((passage.passage_id, folded(str(passage.text))) for passage in matter.again)
        request = Claim(row or said, ((matter.passage.passage_id, text if row else said), *repeated))
        work.passages.update({passage.passage_id: passage for passage in matter.again})
        told = wants_answers or Route.COMPARISON in work.query.routes
        replies = reply_claims(work, matter, subject=answers_first) if told else []
        work.passages[matter.passage.passage_id] = matter.passage
        block = [*replies, request] if answers_first and replies else [request, *replies]
        if claims and len(claims) + len(block) > most:
            break
        claims.extend(block)
    unique: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        unique.setdefault(claim.quotes[0], claim)
    for name in {passage.document_id for passage in work.passages.values()}:
        record = work.library.ledger.document(name)
        if record is not None:
            work.documents[name] = record
    return list(unique.values())


def reply_claims(work: Work, matter: Matter, *, subject: bool = False) -> list[Claim]:
    """Write what was answered to a recommendation or found of it as claims, oldest first.

    Args:
        work: the question; the passages are noted as retrieved.
        matter: the recommendation.
        subject: whether a row of a table opens with what it is about though that was said before.
    """
    wanted = folded(str(matter.entry.text))
    claims = []
    for passage, quote in matter.replies:
        written = (
            row_sentence(passage, subject=subject or not is_about(passage, wanted))
            if quote == folded(str(passage.text))
            else None
        )
        claims.append(Claim(written or quote, ((passage.passage_id, quote),)))
        work.passages[passage.passage_id] = passage
        record = work.library.ledger.document(passage.document_id)
        if record is not None:
            work.documents[passage.document_id] = record
    return claims
