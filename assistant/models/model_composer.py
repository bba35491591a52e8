"""Composing with a language model: it writes, code judges, and any failure falls back to the extractive answer.

The model has no tools and sees redacted passages and the redacted question alone. Its answer is data of a fixed shape,
read while it comes; every sentence goes through :mod:`assistant.answers.verify` like any other before anybody sees it.
"""

from __future__ import annotations

import json
import queue
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from assistant.answers.verify import Claim, folded
from assistant.errors import AssistantError, ModelAnswerInvalid, ModelUnavailable
from assistant.models.partial_reply import PartialReply
from ingest.passage import Passage
from prompts import load_prompt

if TYPE_CHECKING:
    from redaction.redactor import Redactor

_MOST_PASSAGES = 10
_MOST_CHARACTERS = 1_500
# All passages together: what a small model on a CPU reads in less than half a minute.
_MOST_TEXT = 6_000
_MOST_SENTENCES = 6
_MOST_QUOTES = 4
_NO_ANSWER = "the language model gave no usable answer, so sentences are quoted instead"
_NOTHING = "the language model found no answer in the passages, so the nearest sentences are quoted"
_CUT = "the language model did not finish; what it had written and could be verified is shown"
_WORD = re.compile(r"[^\W\d_]")
_MASKED = "personal data in the question was masked before it was sent to the language model"


class Reach(StrEnum):
    """How far words go to a model."""

    IN_PROCESS = "in_process"
    THIS_MACHINE = "this_machine"
    ELSEWHERE = "elsewhere"


class ChatModel(Protocol):
    """The part of a LangChain chat model that is used."""

    def stream(self, input: Any) -> Iterator[Any]:
        """Return messages with ``content``, the parts of one reply."""
        ...


@dataclass(frozen=True)
class Written:
    """What came of asking a model: notices for the user; the sentences were handed over as they came."""

    notices: tuple[str, ...] = ()


class ModelComposer:
    """Asks a chat model for sentences with quotations."""

    def __init__(
        self,
        model: ChatModel,
        *,
        name: str = "",
        timeout: float = 60.0,
        retries: int = 1,
        reach: Reach = Reach.IN_PROCESS,
    ) -> None:
        """Take a chat model.

        Args:
            model: any LangChain chat model.
            name: of model and machine, for the notice.
            timeout: seconds for the whole answer, repeated attempts included.
            retries: how often to ask again where nothing usable came.
            reach: a model outside this process is never sent a question that is not redacted.
        """
        self._model = model
        self._name = name
        self._timeout = timeout
        self._retries = retries
        self._reach = reach

    def compose(
        self,
        question: str,
        sources: Sequence[tuple[Passage, str]],
        redactor: Redactor | None,
        show: Callable[[Claim], bool],
    ) -> Written:
        """Ask the model about passages; never raises for what a model does.

        Args:
            question: as asked; redacted here before it is sent.
            sources: passages, best first, each once, with their citations.
            redactor: masks the question; without one nothing leaves the process.
            show: given each sentence as soon as it is complete; says whether it could be shown.

        Returns:
            what the user should know.
        """
        notices: list[str] = []
        shown = 0
        try:
            asked, masked = self._masked(question, redactor)
            notices += [self._sent()] if self._reach is Reach.ELSEWHERE else []
            notices += [_MASKED] if masked else []
            prompt, names = _prompt(asked, sources)
            claims = self._claims(prompt, names)
            written = 0
            for claim in claims:
                written += 1
                shown += show(claim)
        except AssistantError as error:
            why = error.message.removeprefix("the language model ")
            notices.append(f"{_CUT if shown else _NO_ANSWER} ({error.code}: {why})")
        else:
            if shown:
                notices.append(f"worded by {self._name or 'a language model'}, each sentence checked by code")
            else:
                notices.append(_NOTHING if not written else f"{_NO_ANSWER} (nothing could be verified)")
        return Written(tuple(notices))

    def _sent(self) -> str:
        return f"redacted text was sent to a remote model{f' ({self._name})' if self._name else ''}"

    def _masked(self, question: str, redactor: Redactor | None) -> tuple[str, bool]:
        from redaction.errors import RedactionError

        if redactor is None:
            if self._reach is not Reach.IN_PROCESS:
                raise ModelUnavailable("a model outside this process needs a redactor", "pass the library's redactor")
            return question, False
        try:
            redaction = redactor.redact([question])
        except RedactionError as error:
            raise ModelUnavailable("the question could not be redacted") from error
        if redaction.residue:
            raise ModelUnavailable("the question could not be redacted")
        return str(redaction.segments[0]), bool(redaction.spans)

    def _claims(self, prompt: str, names: dict[str, str]) -> Iterator[Claim]:
        """Yield claims as they come; ask again only while none has come."""
        deadline = time.monotonic() + self._timeout
        for attempt in range(self._retries + 1):
            given = 0
            try:
                for item in self._sentences(prompt, deadline):
                    claim = _claim(item, names)
                    if not _WORD.search(claim.text):
                        # A weak model repeats the form of the answer, dots and all.
                        continue
                    given += 1
                    yield claim
                    if given >= _MOST_SENTENCES:
                        return
                return
            except AssistantError as error:
                if given or attempt == self._retries or time.monotonic() >= deadline:
                    raise
                if isinstance(error, ModelAnswerInvalid) and not attempt:
                    # Asked the same once more, a model that writes the likeliest words would write the same.
                    prompt = f"{prompt}\n\n{load_prompt('answer_again').fill()}"

    def _sentences(self, prompt: str, deadline: float) -> Iterator[dict[str, Any]]:
        reply = PartialReply()
        for piece in _pieces(self._model, prompt, deadline):
            yield from reply.feed(piece)
            if reply.complete:
                return
        if not reply.complete:
            raise ModelAnswerInvalid("the language model did not keep to the format")


def _prompt(question: str, sources: Sequence[tuple[Passage, str]]) -> tuple[str, dict[str, str]]:
    """Return the words for the model, and the passage behind each short name in them."""
    names: dict[str, str] = {}
    lines: list[str] = []
    left = _MOST_TEXT
    for passage, citation in sources:
        text = str(passage.text)[: min(_MOST_CHARACTERS, left)]
        if len(lines) == _MOST_PASSAGES or not text:
            break
        left -= len(text)
        name = f"P{len(lines) + 1}"
        names[name] = passage.passage_id
        lines.append(json.dumps({"passage_id": name, "source": citation, "text": text}, ensure_ascii=False))
    prompt = load_prompt("compose_answer").fill(
        question=json.dumps(question, ensure_ascii=False), evidence="\n".join(lines)
    )
    return prompt, names


def _pieces(model: ChatModel, prompt: str, deadline: float) -> Iterator[str]:
    """Yield the parts of a reply.

    The model works in a daemon thread: one that hangs cannot be interrupted and must not keep the process alive.

    Raises:
        ModelUnavailable: it failed, or the deadline passed.
    """
    parts: queue.Queue[Any] = queue.Queue()
    over = threading.Event()
    ended = object()

    def call() -> None:
        try:
            for part in _untraced(model, prompt):
                if over.is_set():
                    return
                parts.put(part)
            parts.put(ended)
        except Exception as error:  # any model, any library: what fails here must not fail the answer
            parts.put(error)

    threading.Thread(target=call, daemon=True, name="language-model").start()
    try:
        while True:
            try:
                part = parts.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise ModelUnavailable(
                    "the language model did not answer in time", "raise model_timeout or use a smaller model"
                ) from None
            if part is ended:
                return
            if isinstance(part, Exception):
                # Its text may hold what was sent.
                raise ModelUnavailable(f"the language model failed ({type(part).__name__})") from None
            yield _text_of(part)
    finally:
        over.set()


def _untraced(model: ChatModel, prompt: str) -> Iterable[Any]:
    """Ask without the tracing that LangChain switches on where the environment says so: it sends prompts away."""
    from langsmith import tracing_context

    with tracing_context(enabled=False):
        yield from model.stream(prompt)


def _text_of(part: Any) -> str:
    content = getattr(part, "content", part)
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(
            str(block.get("text") or "") for block in content if isinstance(block, dict) and block.get("type") == "text"
        )
    return ""


def _claim(item: Any, names: dict[str, str]) -> Claim:
    try:
        quotes = tuple(
            (names.get(str(quote["passage_id"]), str(quote["passage_id"])), folded(str(quote["quote"])))
            for quote in item["quotes"][:_MOST_QUOTES]
        )
        return Claim(_plain(str(item["text"])), quotes)
    except (KeyError, TypeError) as error:
        raise ModelAnswerInvalid("the language model did not keep to the format") from error


def _plain(text: str) -> str:
    """Drop what could become a link, an image or mark-up where the answer is shown."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?:https?|ftp|file|data|javascript):\S+|www\.\S+|<[^>]*>", "", text, flags=re.IGNORECASE)
    return folded(text)
