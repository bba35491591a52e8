"""Replies: what was recommended, what the authority answered and what a later visit found, from the register.

The register says which passages belong together; every sentence is still a quotation of one of them, so that a status
is shown only where a document says it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.counting import REQUESTS
from assistant.mirrors import merged
from assistant.query import Query
from assistant.routing import Route
from assistant.rows import row_number, row_sentence
from assistant.scope import register_filters
from assistant.searching import Hit
from assistant.sentences import split_sentences, without_number
from assistant.terms import STOP, content_words, fold, stem
from assistant.topic import matters_on_topic
from assistant.verify import Claim, folded
from assistant.work import Work
from ingest.passage import DocumentRecord, DocumentStatus, Filters, Passage, RegisterEntry
from ingest.status import find_statuses

_ANSWER = re.compile(
    r"\b(?:accept\w*|reject\w*|agree[sd]?|refus\w+|respon(?:se|ses|d|ded)|repl(?:y|ies|ied)|answer(?:ed|s)?|"
    r"implement\w*|"
    r"carried out|put into practice|status|become of|became of|done about|action plan|taken up|acted on|"
    r"followed up|what happened|happened to|progress)\b"
)
_RECOMMEND = re.compile(r"\b(?:recommend(?:ed|s)?|proposed?|propose|urged?|suggest(?:ed)?|asked for|ask for)\b")
_NEWEST = re.compile(r"\b(?:newest|latest|most recent|recent) (?:first|on top)|\blatest\b|\bnewest\b")
_REPLYING = re.compile(
    r"\b(?:accept|reject|agree|refus|declin|support|implement|carried out|replie|reply|respon|fulfil|achiev|complet|"
    r"progress|done|met)",
    re.IGNORECASE,
)
_MOST_MATTERS = 3
_MOST_CLAIMS = 5
_SHARED = 0.4
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
    recommended = _RECOMMEND.search(folded_text) is not None
    return recommended or (_ANSWER.search(folded_text) is not None)


def asks_answer(query: Query) -> bool:
    """Say whether a question wants to know what was answered or done."""
    return _ANSWER.search(fold(query.text)) is not None


def find_matters(work: Work, hits: Sequence[Hit]) -> list[Matter]:
    """Find the recommendations a question is about, the most fitting first; empty if the register has none."""
    query = work.query
    filters = register_filters(query, work.names, dated=False)
    if filters is None:
        return []
    entries, echoes = merged(work.library.ledger.register(filters, kinds=REQUESTS))
    numbers = {locator.split()[-1] for locator in query.locators if locator.startswith(("Recommendation", "Rec"))}
    if numbers:
        entries = [entry for entry in entries if entry.number in numbers]
        scored = [(1.0, entry) for entry in entries]
    else:
        scored = matters_on_topic(query, entries)
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
    records = _records(work)
    passages = work.library.ledger.passages([entry.passage_id for _, entry in ranked[:20] if entry.passage_id])
    kept, again = _once(kept, [entry for _, entry in ranked[:20]], records)
    if _NEWEST.search(fold(query.text)):
        kept.sort(key=lambda entry: _date(records.get(entry.document_id)), reverse=True)
    matters = []
    for entry in kept:
        passage = passages.get(entry.passage_id or "")
        if passage is not None:
            replies = replies_of(work, entry, echoes.get(entry.entry_id, ()))
            others = [passages[name] for name in again.get(entry.entry_id, ()) if name in passages]
            matters.append(Matter(entry, passage, replies, tuple(others)))
    return sorted(matters, key=lambda matter: not matter.replies) if numbers else matters


def _once(
    kept: Sequence[RegisterEntry], ranked: Sequence[RegisterEntry], records: dict[str, DocumentRecord]
) -> tuple[list[RegisterEntry], dict[str, list[str]]]:
    """Join recommendations that were made again in nearly the same words to the first time they were made."""
    once: list[RegisterEntry] = []
    again: dict[str, list[str]] = {}
    for entry in kept:
        same = sorted(
            (other for other in ranked if other is entry or _same_words(entry, other)),
            key=lambda other: _date(records.get(other.document_id)),
        )
        first = same[0]
        if first not in once:
            once.append(first)
            again[first.entry_id] = [other.passage_id for other in same[1:] if other.passage_id]
    return once, again


def _same_words(one: RegisterEntry, other: RegisterEntry) -> bool:
    ours, theirs = ({stem(word) for word in content_words(str(entry.text))} for entry in (one, other))
    return bool(ours) and len(ours & theirs) >= _SAME * len(ours | theirs)


def claims_about(work: Work, matters: Sequence[Matter]) -> list[Claim]:
    """Write the matters as claims: what the question asks for first, then the rest of each matter."""
    folded_text = fold(work.query.text)
    answers_first = not _RECOMMEND.search(folded_text) and bool(_ANSWER.search(folded_text))
    wants_answers = bool(_ANSWER.search(folded_text))
    claims: list[Claim] = []
    for matter in matters:
        text = folded(str(matter.passage.text))
        wanted = folded(str(matter.entry.text))
        said = without_number(text) if len(text) <= 500 or wanted not in text else wanted
        row = row_sentence(matter.passage)
        repeated = tuple((passage.passage_id, folded(str(passage.text))) for passage in matter.again)
        request = Claim(row or said, ((matter.passage.passage_id, text if row else said), *repeated))
        work.passages.update({passage.passage_id: passage for passage in matter.again})
        replies = []
        for passage, quote in (
            matter.replies if wants_answers or Route.COMPARISON in work.query.routes else matter.replies[:0]
        ):
            written = (
                row_sentence(passage, subject=answers_first or not _overlap(passage, wanted))
                if quote == folded(str(passage.text))
                else None
            )
            replies.append(Claim(written or quote, ((passage.passage_id, quote),)))
            work.passages[passage.passage_id] = passage
        work.passages[matter.passage.passage_id] = matter.passage
        block = [*replies, request] if answers_first and replies else [request, *replies]
        if claims and len(claims) + len(block) > _MOST_CLAIMS:
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


def replies_of(work: Work, entry: RegisterEntry, echoes: Sequence[RegisterEntry]) -> tuple[tuple[Passage, str], ...]:
    """Find passages that answer or judge an entry: rows of action plans and follow-ups, sentences of replies.

    Returns:
        passages with what to quote of each, oldest first, at most three.
    """
    records, texts = _records(work), work.texts
    own = records.get(entry.document_id)
    place = own.metadata.place if own else None
    related = [
        name
        for name, record in records.items()
        if name == entry.document_id or (place is not None and record.metadata.place == place)
    ]
    echoed = {echo.passage_id for echo in echoes}
    found = _linked(work, entry, echoes)
    linked = {passage.document_id for _, _, passage, _ in found}
    for name in related:
        # What is linked is certain; numbers decide only in other documents, and nothing is answered before it is made.
        if name in linked or (name != entry.document_id and "" < _date(records.get(name)) < _date(own)):
            continue
        if name not in texts:
            texts[name] = work.library.ledger.document_passages(name)
        for passage in texts[name]:
            quote = _reply_in(passage, entry, passage.passage_id in echoed)
            if quote and passage.passage_id != entry.passage_id:
                found.append((_date(records.get(name)), passage.ordinal, passage, quote))
    return tuple((passage, quote) for _, _, passage, quote in sorted(found, key=lambda item: item[:2])[:3])


def _linked(work: Work, entry: RegisterEntry, echoes: Sequence[RegisterEntry]) -> list[tuple[str, int, Passage, str]]:
    """The replies that are linked to an entry, with their dates, places in the document and what to quote."""
    ledger = work.library.ledger
    names = dict.fromkeys(name for one in (entry, *echoes) for name in one.followed_up_by)
    replies = [reply for name in names if (reply := ledger.entry(name)) is not None and reply.kind == "response"]
    passages = ledger.passages([reply.passage_id for reply in replies if reply.passage_id])
    found = []
    for reply in replies:
        passage = passages.get(reply.passage_id or "")
        if passage is None or passage.passage_id == entry.passage_id:
            continue
        text, said = folded(str(passage.text)), folded(str(reply.text))
        quote = said if said in text and passage.block_kind != "table_row" else text
        found.append((_date(ledger.document(passage.document_id)), passage.ordinal, passage, quote))
    return found


def _reply_in(passage: Passage, entry: RegisterEntry, echoed: bool) -> str | None:
    text = folded(str(passage.text))
    if passage.block_kind == "table_row":
        same = row_number(passage) == entry.number and find_statuses(text) and _overlap(passage, str(entry.text))
        return text if echoed or same else None
    if entry.number:
        # "Recommendation 3", or one of a list: "recommendations 1, 3 and 4".
        named = re.compile(
            rf"\brecommendations? (?:\d+(?:, (?:and )?| and | to ))*{re.escape(entry.number)}\b", re.IGNORECASE
        )
        replied = (
            without_number(sentence)
            for sentence in split_sentences(text, passage.block_kind)
            if named.search(sentence) and find_statuses(sentence) and _REPLYING.search(sentence)
        )
        found = next(replied, None)
        if found or passage.document_id != entry.document_id:
            return found
    wanted = folded(entry.response or "")
    if len(wanted.split()) < 3 or passage.document_id != entry.document_id:
        return None
    for sentence in split_sentences(text, passage.block_kind):
        if wanted[:80] in sentence or (len(sentence) > 20 and sentence in wanted):
            return without_number(sentence)
    return None


def _records(work: Work) -> dict[str, DocumentRecord]:
    found = work.library.ledger.documents(Filters(), str(DocumentStatus.INDEXED))
    return {record.document_id: record for record in found}


def _overlap(passage: Passage, text: str) -> bool:
    """Whether a row is about the same as a text: it shares enough of the words of one of its cells."""
    ours = {stem(word) for word in content_words(text)}
    for cell in str(passage.text).split(" | "):
        theirs = {stem(word) for word in content_words(cell) if word not in STOP and not word.isdigit()}
        if len(theirs) >= 2 and len(theirs & ours) >= max(2, _SHARED * len(theirs)):
            return True
    return False


def _date(record: DocumentRecord | None) -> str:
    if record is None:
        return ""
    return record.metadata.published or record.metadata.visit_end or ""
