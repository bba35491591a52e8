"""Composing with a language model: it writes, code judges, and any failure falls back to the extractive answer.

The model has no tools and sees redacted passages and the redacted question alone. Its answer is data of a fixed shape;
every sentence goes through :mod:`assistant.verify` like any other.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from assistant.errors import AssistantError, ModelAnswerInvalid, ModelUnavailable
from assistant.searching import Hit
from assistant.verify import Claim, folded
from prompts import load_prompt

if TYPE_CHECKING:
    from redaction.redactor import Redactor

_MOST_PASSAGES = 10
_MOST_CHARACTERS = 1_500
_MOST_SENTENCES = 6
_LONGEST_ANSWER = 20_000
_OBJECT = re.compile(r"\{.*\}", re.DOTALL)
_FALL_BACK = "the language model gave no usable answer, so sentences are quoted instead"


class ChatModel(Protocol):
    """The part of a LangChain chat model that is used."""

    def invoke(self, input: Any) -> Any:
        """Return a message with ``content``."""
        ...


@dataclass(frozen=True)
class Written:
    """What a model wrote.

    Attributes:
        claims: sentences with quotations, not yet verified; empty if the model failed.
        notices: what the user should know.
    """

    claims: tuple[Claim, ...]
    notices: tuple[str, ...] = ()


class ModelComposer:
    """Asks a chat model for sentences with quotations."""

    def __init__(self, model: ChatModel, *, timeout: float = 60.0, remote: bool = False) -> None:
        """Take a chat model.

        Args:
            model: any LangChain chat model.
            timeout: seconds to wait for an answer.
            remote: whether words leave the machine; then an un-redacted question is never sent.
        """
        self._model = model
        self._timeout = timeout
        self._remote = remote

    def compose(self, question: str, hits: Sequence[Hit], redactor: Redactor | None) -> Written:
        """Return what the model writes about the passages; never raises for what a model does.

        Args:
            question: as asked; redacted here before it is sent.
            hits: passages, best first; repeated ones are sent once.
            redactor: masks the question; without one, nothing is sent to a remote model.
        """
        notices = ("redacted text was sent to a remote model",) if self._remote else ()
        try:
            asked = self._masked(question, redactor)
            return Written(self._claims(self._reply(asked, hits)), notices)
        except AssistantError as error:
            return Written((), (f"{_FALL_BACK} ({error.code})",))

    def _masked(self, question: str, redactor: Redactor | None) -> str:
        from redaction.errors import RedactionError

        if redactor is None:
            if self._remote:
                raise ModelUnavailable("a remote model needs a redactor", "pass the library's redactor")
            return question
        try:
            redaction = redactor.redact([question])
        except RedactionError as error:
            raise ModelUnavailable("the question could not be redacted") from error
        if redaction.residue:
            raise ModelUnavailable("the question could not be redacted")
        return str(redaction.segments[0])

    def _reply(self, question: str, hits: Sequence[Hit]) -> str:
        passages = list({hit.passage.passage_id: hit for hit in hits}.values())[:_MOST_PASSAGES]
        evidence = "\n".join(
            json.dumps(
                {
                    "passage_id": hit.passage.passage_id,
                    "source": hit.citation,
                    "text": str(hit.passage.text)[:_MOST_CHARACTERS],
                },
                ensure_ascii=False,
            )
            for hit in passages
        )
        text = load_prompt("compose_answer").fill(question=json.dumps(question, ensure_ascii=False), evidence=evidence)
        outcome: list[Any] = []

        def call() -> None:
            try:
                outcome.append(self._model.invoke(text))
            except Exception as error:  # any model, any library: what fails here must not fail the answer
                outcome.append(error)

        # A daemon thread, because a chat model that hangs cannot be interrupted and must not keep the process alive.
        worker = threading.Thread(target=call, daemon=True)
        worker.start()
        worker.join(self._timeout)
        if not outcome:
            raise ModelUnavailable(
                "the language model did not answer in time", "raise the time-out or use a smaller model"
            )
        if isinstance(outcome[0], Exception):
            raise ModelUnavailable("the language model failed") from outcome[0]
        content = getattr(outcome[0], "content", outcome[0])
        if not isinstance(content, str) or len(content) > _LONGEST_ANSWER:
            raise ModelAnswerInvalid("the language model's answer is not text of a reasonable length")
        return content

    def _claims(self, reply: str) -> tuple[Claim, ...]:
        match = _OBJECT.search(reply)
        try:
            data = json.loads(match.group()) if match else None
            sentences = data["sentences"] if isinstance(data, dict) else None
            if not isinstance(sentences, list):
                raise TypeError
            return tuple(_claim(item) for item in sentences[:_MOST_SENTENCES])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ModelAnswerInvalid("the language model did not keep to the format") from error


def _claim(item: Any) -> Claim:
    quotes = tuple((str(quote["passage_id"]), folded(str(quote["quote"]))) for quote in item["quotes"][:4])
    return Claim(_plain(str(item["text"])), quotes)


def _plain(text: str) -> str:
    """Drop what could become a link, an image or mark-up where the answer is shown."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?:https?|ftp|file|data|javascript):\S+|www\.\S+|<[^>]*>", "", text, flags=re.IGNORECASE)
    return folded(text)
