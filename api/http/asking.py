"""The routes that answer questions, whole or as it goes, and forget a conversation."""

from __future__ import annotations

import json
import queue
import secrets
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import Field

from api.errors import BadRequest, NotFound
from api.http.problems import of_error
from api.http.routes import FilterValues, OpenShelf

if TYPE_CHECKING:
    from assistant.answers.listener import Told

router = APIRouter(prefix="/v1")
# Seconds between signs of life while a language model thinks; proxies cut silent connections.
_SIGN_OF_LIFE = 10.0
_EVENTS = "text/event-stream"


class Question(FilterValues):
    """A question."""

    question: str = Field(min_length=1, max_length=2000)
    conversation: str | None = Field(None, max_length=64)
    trace: bool = False


@router.post("/ask", response_model=None)
def ask(question: Question, request: Request, shelf: OpenShelf) -> Response | dict[str, Any]:
    """Answer a question; as server-sent events when ``Accept: text/event-stream`` asks for them.

    Events: ``note`` (how a place was read), ``status`` (``searching``, ``reading``, ``writing``), ``lead``,
    ``citation`` and ``sentence`` as each is verified, at the end ``answer`` with the whole, or ``error`` with a
    problem document. The turn is stored, redacted, in the conversation that the answer names. Besides the contract's
    fields the whole has ``notes`` and, with ``trace``, how it came about.
    """
    from assistant.answers.answering import ask as answer_question
    from assistant.answers.memory import check_id
    from assistant.answers.tracing import explain
    from assistant.retrieval.searching import check_question

    if not question.question.strip():
        raise BadRequest("The question is empty.", "Write a question.", code="empty_query")
    # What is wrong with a question is said before a stream begins.
    check_question(question.question)
    check_id(question.conversation)
    notes: list[str] = []
    with shelf.reading() as library:
        filters = question.checked(library, notes.append)

    def answered(listener: Any = None) -> dict[str, Any]:
        with shelf.reading() as library:
            answer = answer_question(
                library,
                question.question,
                filters=filters,
                conversation=question.conversation or f"c-{secrets.token_hex(8)}",
                redactor=shelf.redactor,
                model=shelf.model,
                listener=listener,
            )
            whole = {**answer.to_json(), "notes": [*notes, *answer.trace.notices]}
            if question.trace:
                whole["trace"] = explain(library, answer, filters).to_json()
            return whole

    if _EVENTS not in request.headers.get("accept", ""):
        return answered()
    news: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def listen(told: Told) -> None:
        for event in _events(told):
            news.put(event)

    def work() -> None:
        try:
            for note in notes:
                news.put(_event("note", {"text": note}))
            news.put(_event("answer", answered(listen)))
        except Exception as error:  # the stream has begun: an error can only be its last event
            news.put(_event("error", _problem(error)))
        finally:
            news.put(None)

    shelf.streams.submit(work)
    return StreamingResponse(_stream(news), media_type=_EVENTS, headers={"Cache-Control": "no-store"})


@router.delete("/conversations/{conversation}")
def forget(conversation: str, shelf: OpenShelf) -> dict[str, Any]:
    """Delete a conversation with all its turns; whoever does not know its id cannot."""
    from assistant.answers.memory import check_id

    check_id(conversation)
    with shelf.reading() as library:
        if not library.ledger.conversations.delete(conversation):
            raise NotFound("There is no such conversation.")
    return {"conversation": conversation, "deleted": True}


def _stream(news: queue.SimpleQueue[str | None]) -> Iterator[str]:
    while True:
        try:
            event = news.get(timeout=_SIGN_OF_LIFE)
        except queue.Empty:
            yield ": working\n\n"
            continue
        if event is None:
            return
        yield event


def _events(told: Told) -> Iterator[str]:
    from assistant.answers.listener import Lead, Status

    if isinstance(told, Status):
        yield _event("status", asdict(told))
    elif isinstance(told, Lead):
        yield _event("lead", {"text": told.text})
    else:
        for citation in told.citations:
            yield _event("citation", asdict(citation))
        yield _event("sentence", {"text": told.sentence.text, "citations": list(told.sentence.citations)})


def _problem(error: Exception) -> dict[str, Any]:
    response = of_error(error)
    if response is None:
        return {"type": "urn:opcat:problem:internal", "title": "Something went wrong here.", "code": "internal"}
    found: dict[str, Any] = json.loads(bytes(response.body))
    return found


def _event(name: str, data: Any) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
