"""Reply passages: where an entry of the register is answered or judged, and what to quote of each place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.verify import folded
from assistant.answers.work import Work
from assistant.question.name_index import is_generic
from assistant.question.terms import STOP, content_words, stem, tokens
from assistant.register.counting import REQUESTS
from assistant.retrieval.sentences import split_sentences, without_number
from assistant.tables.rows import row_number
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, Passage, RegisterEntry
from ingest.register.status import find_statuses

_REPLYING = re.compile(
    r"\b(?:accept|reject|agree|refus|declin|support|implement|carried out|replie|reply|respon|fulfil|achiev|complet|"
    r"progress|done|met)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\brecommendations? (?:no\.? ?)?[A-Z]?\d", re.IGNORECASE)
_LONGEST_REPLY = 700
# Paragraphs in which a letter says what it replies to.
_OPENING = 8
_SHARED = 0.4


def replies_of(work: Work, entry: RegisterEntry, echoes: Sequence[RegisterEntry]) -> tuple[tuple[Passage, str], ...]:
    """Find passages that answer or judge an entry: rows of action plans and follow-ups, sentences of replies.

    Returns:
        passages with what to quote of each, oldest first, at most three.
    """
    records, texts = documents_by_id(work), work.texts
    own = records.get(entry.document_id)
    place = own.metadata.place if own else None
    related = [
        name
        for name, record in records.items()
        if name == entry.document_id or (place is not None and record.metadata.place == place)
    ]
    echoed = {echo.passage_id for echo in echoes}
    found = _linked(work, entry, echoes)
    own_requests = Filters(documents=(entry.document_id,))
    asked = len(work.library.ledger.register(own_requests, kinds=REQUESTS))
    linked = {passage.document_id for _, _, passage, _ in found}
    for name in related:
        # What is linked is certain; numbers decide only in other documents, and nothing is answered before it is made.
        before = "" < date_of_record(records.get(name)) < date_of_record(own)
        if name in linked or (name != entry.document_id and before):
            continue
        if name not in texts:
            texts[name] = work.library.ledger.document_passages(name)
        for passage in texts[name]:
            quote = _reply_in(passage, entry, passage.passage_id in echoed, asked)
            if quote and passage.passage_id != entry.passage_id:
                found.append((date_of_record(records.get(name)), passage.ordinal, passage, quote))
    if not found and own is not None and entry.number and not numbered_by_paragraph(entry, asked):
        found = _by_number(work, entry.number, own)
    return tuple((passage, quote) for _, _, passage, quote in sorted(found, key=lambda item: item[:2])[:3])


def _by_number(work: Work, number: str, own: DocumentRecord) -> list[tuple[str, int, Passage, str]]:
    """The replies to a number in later responses of no known place that open with the name of the place visited."""
    wanted = {word for word in tokens(own.metadata.place or "") if word not in STOP and not is_generic(word)}
    found = []
    for name, record in documents_by_id(work).items():
        earlier = date_of_record(record) < date_of_record(own)
        if not wanted or not _is_reply(record) or record.metadata.place or earlier:
            continue
        texts = work.texts.setdefault(name, work.library.ledger.document_passages(name))
        opening = {word for passage in texts[:_OPENING] for word in tokens(str(passage.text))}
        if not wanted <= opening:
            continue
        replies = work.library.ledger.register(Filters(documents=(name,)), kinds=("response",))
        held = {reply.passage_id: reply for reply in replies if reply.number == number}
        for passage in texts:
            if passage.passage_id in held:
                text, said = folded(str(passage.text)), folded(str(held[passage.passage_id].text))
                found.append((date_of_record(record), passage.ordinal, passage, _whole(passage, text, said)))
    return found


def _linked(work: Work, entry: RegisterEntry, echoes: Sequence[RegisterEntry]) -> list[tuple[str, int, Passage, str]]:
    """The replies that are linked to an entry, with their dates, places in the document and what to quote."""
    ledger, records = work.library.ledger, documents_by_id(work)
    names = dict.fromkeys(name for one in (entry, *echoes) for name in one.followed_up_by)
    names.update(dict.fromkeys(one.entry_id for one in echoes))
    replies = [
        reply
        for name in names
        if (reply := ledger.entry(name)) is not None
        and (
            reply.kind == "response"
            or _is_reply(records.get(reply.document_id))
            or (reply.kind == "progress" and reply.document_id != entry.document_id)
        )
    ]
    passages = ledger.passages([reply.passage_id for reply in replies if reply.passage_id])
    found = []
    for reply in replies:
        passage = passages.get(reply.passage_id or "") or _under_heading(work, reply)
        if passage is None or passage.passage_id == entry.passage_id:
            continue
        text, said = folded(str(passage.text)), folded(str(reply.text))
        found.append(
            (
                date_of_record(ledger.document(passage.document_id)),
                passage.ordinal,
                passage,
                _whole(passage, text, said),
            )
        )
    return found


def _whole(passage: Passage, text: str, said: str) -> str:
    return whole_reply(text, said) if said in text and passage.block_kind != "table_row" else text


def _under_heading(work: Work, reply: RegisterEntry) -> Passage | None:
    """The first paragraph of a section whose heading is what a follow-up judges: "Recommendation 4: showers"."""
    if reply.kind != "progress" or reply.passage_id:
        return None
    under = f"{reply.locator}, "
    held = work.library.ledger.document_passages(reply.document_id)
    return next((passage for passage in held if passage.locator.startswith(under)), None)


def _is_reply(record: DocumentRecord | None) -> bool:
    return record is not None and record.kind is DocumentKind.RESPONSE


def whole_reply(text: str, said: str) -> str:
    """Return what is said with the sentences after it, up to the next recommendation that is answered: the reason."""
    start = text.find(said)
    end = start + len(said)
    for sentence in split_sentences(text[end:]):
        at = text.find(sentence, end)
        if at < 0 or at + len(sentence) - start > _LONGEST_REPLY or _NUMBERED.search(sentence):
            break
        end = at + len(sentence)
    return text[start:end]


def numbered_by_paragraph(entry: RegisterEntry, asked: int) -> bool:
    """Say whether the number of an entry is that of its paragraph: no other document calls it "recommendation 14".

    Args:
        entry: of the register.
        asked: how many requests its document makes; numbers of recommendations do not run much beyond.
    """
    number = entry.number or ""
    return number.isdigit() and entry.locator == number and int(number) > asked + 1


def _reply_in(passage: Passage, entry: RegisterEntry, echoed: bool, asked: int) -> str | None:
    text = folded(str(passage.text))
    if passage.block_kind == "table_row":
        said = folded(entry.response or "")
        # A table of replies alone, each beside its number, shares no words with what it answers.
        own = passage.document_id == entry.document_id and bool(said) and said in text
        same = row_number(passage) == entry.number and find_statuses(text)
        return text if echoed or (same and (own or is_about(passage, str(entry.text)))) else None
    if entry.number and not numbered_by_paragraph(entry, asked):
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
        found = whole_reply(text, found) if found else None
        if found or passage.document_id != entry.document_id:
            return found
    wanted = folded(entry.response or "")
    if len(wanted.split()) < 3 or passage.document_id != entry.document_id:
        return None
    for sentence in split_sentences(text, passage.block_kind):
        if wanted[:80] in sentence or sentence in wanted:
            return whole_reply(text, without_number(sentence))
    return None


def documents_by_id(work: Work) -> dict[str, DocumentRecord]:
    """Return the documents of the library by id."""
    found = work.library.ledger.documents(Filters(), str(DocumentStatus.INDEXED))
    return {record.document_id: record for record in found}


def is_about(passage: Passage, text: str) -> bool:
    """Whether a row is about the same as a text: it shares enough of the words of one of its cells."""
    ours = {stem(word) for word in content_words(text)}
    for cell in str(passage.text).split(" | "):
        theirs = {stem(word) for word in content_words(cell) if word not in STOP and not word.isdigit()}
        if len(theirs) >= 2 and len(theirs & ours) >= max(2, _SHARED * len(theirs)):
            return True
    return False


def date_of_record(record: DocumentRecord | None) -> str:
    """Return the date a document is sorted by; empty where none is known."""
    if record is None:
        return ""
    return record.metadata.published or record.metadata.visit_end or ""
