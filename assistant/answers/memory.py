"""Memory: conversations are kept in the ledger, redacted, or not at all."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.answer import Answer, Turn
from assistant.errors import InvalidConversation
from assistant.question.known_names import known_names
from assistant.question.naming import Names
from redaction.checking.decisions import Action, Decision, Decisions, Scope
from redaction.checking.surface import SurfaceHash
from redaction.lexicon import lexicon
from redaction.span import SpanType
from redaction.text import RedactedText

if TYPE_CHECKING:
    from ingest.library import Library
    from redaction.redactor import Redactor

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_MASKED = "Personal data in your question was masked before it was stored."
_NOT_KEPT = "This turn was not stored: its question could not be redacted."


def check_id(conversation: str | None) -> None:
    """Refuse an id that could name anything but a conversation.

    Raises:
        InvalidConversation: not 1 to 64 letters, digits, hyphens and underscores.
    """
    if conversation is not None and not _ID.fullmatch(conversation):
        raise InvalidConversation(
            "a conversation id has 1 to 64 letters, digits, hyphens and underscores",
            "for example --conversation visit-7",
        )


def recall(library: Library, conversation: str | None) -> list[Turn]:
    """Return the earlier messages of a conversation, oldest first; none for a new one."""
    if conversation is None:
        return []
    turns: list[Turn] = []
    for stored in library.ledger.conversations.load(conversation):
        turns.append(Turn("user", str(stored.question)))
        held = {name: _ids(stored.payload.get(name)) for name in ("entries", "passages")}
        turns.append(Turn("assistant", str(stored.answer), **held))
    return turns


def _ids(stored: object) -> tuple[str, ...]:
    return tuple(map(str, stored)) if isinstance(stored, list) else ()


def keep(library: Library, answer: Answer, question: str, redactor: Redactor | None) -> Answer:
    """Store a turn and say so; without a redactor nothing is stored.

    The question is redacted here, and only here: an answer that nobody stores does not wait for the redaction models.
    """
    from ingest.ledger.conversations import StoredTurn
    from redaction.errors import RedactionError

    if redactor is None:
        return answer
    try:
        redaction = redactor.redact([question], _known(library, question))
    except RedactionError:
        return _noting(answer, _NOT_KEPT)
    if redaction.residue:
        return _noting(answer, _NOT_KEPT)
    documents = tuple(dict.fromkeys(citation.document_id for citation in answer.citations))
    turn = StoredTurn(
        question=redaction.segments[0],
        answer=_stored_answer(library, answer),
        documents=documents,
        payload={
            "passages": [citation.passage_id for citation in answer.citations],
            "entries": [row["id"] for row in answer.rows if "id" in row],
            "route": answer.trace.route,
        },
    )
    kept = library.ledger.conversations.save(answer.conversation or "", turn)
    if kept and redaction.spans:
        return _noting(answer, _MASKED)
    return answer


def _known(library: Library, question: str) -> Decisions:
    """Keep the names of places, bodies and reports that the library knows: without them the next turn is lost."""
    hashed = SurfaceHash(b"")
    found = known_names(question, Names.of(library))
    # A name with the first word of the question before it looks like a longer one: "Compare Fernhollow".
    first = len(question) - len(question.lstrip()) + len((question.split() or [""])[0]) + 1
    written = [question[start:end] for start, end in found]
    if first > 1 and lexicon().is_common(question.split()[0]):
        written += [question[:end].strip() for start, end in found if start == first]
    kept = [
        Decision(Action.KEEP, Scope.DOCUMENT, str(kind), hashed.of(name), len(name.split()))
        for name in written
        for kind in (SpanType.NAME, SpanType.ADDRESS)
    ]
    return Decisions(b"", kept)


def _stored_answer(library: Library, answer: Answer) -> RedactedText:
    """Build the stored answer from stored passages alone: words of the question never enter it."""
    passages = library.ledger.passages([citation.passage_id for citation in answer.citations])
    parts: list[RedactedText] = []
    for citation in answer.citations[:8]:
        passage = passages.get(citation.passage_id)
        start = passage.text.find(citation.quote) if passage else -1
        if passage is not None and start >= 0:
            parts.append(passage.text.part(start, start + len(citation.quote)))
    return RedactedText.join(parts, " ")


def _noting(answer: Answer, notice: str) -> Answer:
    trace = replace(answer.trace, notices=(*answer.trace.notices, notice))
    return replace(answer, text=f"{answer.text} {notice}", trace=trace)
