"""Filling a form: found, answered, written back, checked, and only then put in its place."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from assistant.questionnaires.answering import Answerer
from assistant.questionnaires.errors import DamagedResult, ForeignQuestionnaire, NoQuestions, TooManyQuestions
from assistant.questionnaires.forms import Form, opened
from assistant.questionnaires.question import MOST_QUESTIONS, Question
from assistant.questionnaires.suggestion import Suggestion
from assistant.questionnaires.working_sheet import working_sheet

_LIFT = "To search all documents, take the name out of the heading, or use --ignore-headings."


class Told(Protocol):
    """Called after each question."""

    def __call__(self, done: int, total: int, suggestion: Suggestion) -> None:
        """Show it."""
        ...


@dataclass(frozen=True)
class Filled:
    """A filled form.

    Attributes:
        data: bytes of the filled document.
        suffix: ``.docx`` or ``.xlsx``.
        suggestions: one for each question, in order; fewer where filling was interrupted.
        complete: whether every question was answered.
        notices: what the person should know about the form.
        protection: the tier of the sources, and quotations that may point at somebody.
    """

    data: bytes
    suffix: str
    suggestions: tuple[Suggestion, ...]
    complete: bool = True
    notices: tuple[str, ...] = ()
    protection: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sheet(self) -> bytes:
        """The working XLSX."""
        return working_sheet(self.suggestions)


def fill(
    answerer: Answerer,
    name: str,
    data: bytes,
    *,
    earlier: bytes | None = None,
    told: Told | None = None,
    stop: Callable[[], bool] | None = None,
    mix_tiers: bool = False,
) -> Filled:
    """Fill a form.

    Args:
        answerer: over an opened library.
        name: the file's name; its ending may only contradict the content.
        data: the form's bytes; nothing of it is stored by us.
        earlier: what an earlier run wrote; if it is the same form filled, a person's edits in it are kept.
        told: called after each question.
        stop: asked before each question; ``True`` ends with what there is.
        mix_tiers: whether sources of different publication tiers may stand in one form.

    Raises:
        NoQuestions, TooManyQuestions, ForeignQuestionnaire, UnknownForm, DamagedResult: see
            :mod:`assistant.questionnaires.errors`.
        IngestError: the file is refused.
        MixedTiers: the evidence is of different tiers, and that is not allowed.
    """
    form = opened(name, data)
    questions = form.questions
    _check(answerer, questions)
    if earlier is not None:
        form = _resumed(form, earlier) or form
    suggestions: list[Suggestion] = []
    complete = True
    try:
        for at, question in enumerate(form.questions):
            if stop is not None and stop():
                complete = False
                break
            suggestions.append(form.fill(at, answerer.suggest(question)))
            if told is not None:
                told(at + 1, len(questions), suggestions[-1])
    except KeyboardInterrupt:
        # What is filled in so far is checked and given back; the next run goes on from there.
        complete = False
    scope = _scope(suggestions)
    form.open_with(scope)
    protection = answerer.protection(suggestions, mix_tiers=mix_tiers)
    form.close_with(protection["note"])
    result = form.data()
    if not form.is_sound(result):
        raise DamagedResult()
    return Filled(
        result, form.suffix, tuple(suggestions), complete, (*form.notices, *([scope] if scope else [])), protection
    )


def continues(name: str, data: bytes, earlier: bytes | None) -> bool:
    """Say whether a filled form may be written over: it is what an earlier run made of this form.

    Args:
        name: the form's name.
        data: the form's bytes.
        earlier: the bytes that would be written over; ``None`` where they are the form itself.

    Raises:
        UnknownForm, IngestError: the form cannot be read.
    """
    form = opened(name, data)
    return form.was_filled if earlier is None else _resumed(form, earlier) is not None


def put(path: Path, data: bytes) -> None:
    """Write a file under a temporary name beside its place and rename it: there is never half a file."""
    handle, temporary = tempfile.mkstemp(prefix=".opcat-", suffix=path.suffix, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _check(answerer: Answerer, questions: Sequence[Question]) -> None:
    if not questions:
        raise NoQuestions()
    if len(questions) > MOST_QUESTIONS:
        raise TooManyQuestions(len(questions), MOST_QUESTIONS)
    foreign = answerer.foreign(questions)
    if foreign * 2 > len(questions):
        raise ForeignQuestionnaire(foreign, len(questions))


def _scope(suggestions: Sequence[Suggestion]) -> str:
    """Say which questions a heading of the form keeps to some documents; empty where none does."""
    held: dict[str, list[str]] = {}
    for one in suggestions:
        if one.narrowed and one.state != "kept":
            held.setdefault(one.narrowed, []).append(one.question.number)
    if not held:
        return ""
    told = "; ".join(
        f"{'question' if len(numbers) == 1 else 'questions'} {', '.join(numbers)} to what is held on {named}"
        for named, numbers in held.items()
    )
    return f"A heading of this form keeps {told}; other documents were not used. {_LIFT}"


def _resumed(form: Form, earlier: bytes) -> Form | None:
    """Return the earlier result as a form, if it is this form filled by us, else ``None``."""
    from assistant.errors import AssistantError
    from ingest.errors import IngestError

    try:
        old = opened(f"earlier{form.suffix}", earlier)
    except (AssistantError, IngestError):
        return None
    same = [(one.number, one.text) for one in old.questions] == [(one.number, one.text) for one in form.questions]
    return old if same and old.was_filled else None
