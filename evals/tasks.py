"""Question answering over inline passages: each task is answered from its own passages alone, and the answers written.

A task is one line ``{id, history, question, passages: [{id, title, text}]}``; an answer is one line ``{id, answer,
abstained, reason, citations}``. The passages of such tasks are public test data: they are admitted as public text and
live in a library in a temporary directory that is gone afterwards.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answers.answer import Answer, Turn
from assistant.answers.answering import ask
from assistant.answers.compose import running_text
from assistant.errors import AssistantError
from evals.report import Cell, Table
from evals.statistics import percentile, ratio
from ingest.chunk import chunk
from ingest.embedding.embedder import Embedder
from ingest.library import Library
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Filters, Metadata
from ingest.report import Block, BlockKind, PageAccount, Report
from redaction.text import public_text

MAX_LINE = 4_000_000
MOST_PASSAGES = 500
_DOCUMENT = "task"
_ROLES = frozenset({"user", "assistant"})
# What other tools call the same two sides of a conversation.
_SAME_ROLE = {"agent": "assistant", "bot": "assistant", "system": "assistant", "human": "user"}


@dataclass(frozen=True)
class Task:
    """One question with everything it may be answered from.

    Attributes:
        history: earlier messages, oldest first.
        passages: id, title (may be empty) and text of each.
        answerable: whether the passages answer it; ``None`` where the file does not say.
    """

    id: str
    history: tuple[Turn, ...]
    question: str
    passages: tuple[tuple[str, str, str], ...]
    answerable: bool | None = None


@dataclass(frozen=True)
class TaskOptions:
    """Which tasks are answered, and where the answers go: files of one JSON object a line."""

    source: Path
    out: Path | None = None

    def read(self) -> list[Task]:
        """Read the tasks; raises ``ValueError`` as :func:`load_tasks` does."""
        return load_tasks(self.source)


def load_tasks(path: Path) -> list[Task]:
    """Read a file of tasks; a line may also say ``answerable``, which is then judged.

    Raises:
        ValueError: a line is not what the format says; the message names file and line.
    """
    tasks: list[Task] = []
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(iter(lambda: lines.readline(MAX_LINE + 1), b""), 1):
                if len(line) > MAX_LINE:
                    raise ValueError(f"{path.name}, line {number}: longer than {MAX_LINE} bytes")
                if line.strip():
                    tasks.append(_task(line, f"{path.name}, line {number}"))
    except OSError as error:
        raise ValueError(f"{path.name}: {error.strerror or 'cannot be read'}") from error
    if not tasks:
        raise ValueError(f"{path.name}: no task in it")
    return tasks


def _task(line: bytes, place: str) -> Task:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError(f"{place}: not JSON") from error
    if not isinstance(row, dict):
        raise ValueError(f"{place}: not an object")
    history, passages = row.get("history") or [], row.get("passages") or []
    question, answerable = row.get("question"), row.get("answerable")
    if not isinstance(question, str) or not question.strip():
        raise ValueError(f"{place}: no question")
    if not isinstance(history, list) or not isinstance(passages, list) or len(passages) > MOST_PASSAGES:
        raise ValueError(f"{place}: history and passages are lists, of at most {MOST_PASSAGES} passages")
    if answerable is not None and not isinstance(answerable, bool):
        raise ValueError(f"{place}: answerable is true or false")
    turns = tuple(_turn(turn, place) for turn in history)
    held = tuple(_passage(passage, number, place) for number, passage in enumerate(passages, 1))
    return Task(str(row.get("id", place)), turns, question, held, answerable)


def _turn(turn: Any, place: str) -> Turn:
    role = str(turn.get("role", "")).casefold() if isinstance(turn, dict) else ""
    role = _SAME_ROLE.get(role, role)
    content = turn.get("content") if isinstance(turn, dict) else None
    if role not in _ROLES or not isinstance(content, str):
        raise ValueError(f"{place}: a turn is {{role: user or assistant, content}}")
    return Turn(role, content)


def _passage(passage: Any, number: int, place: str) -> tuple[str, str, str]:
    text = passage.get("text") if isinstance(passage, dict) else None
    if not isinstance(text, str):
        raise ValueError(f"{place}: a passage is {{id, title, text}}")
    return str(passage.get("id", number)), str(passage.get("title") or ""), text


def answer_task(task: Task, library: Library, embedder: Embedder) -> dict[str, Any]:
    """Answer one task from its passages; they replace those of the task before.

    Args:
        task: the question.
        library: in a temporary directory, open for writing; nothing else than a task is in it.
        embedder: the model of ``library``.

    Returns:
        ``{id, answer, abstained, reason, citations}``; a citation is ``{n, passage, quote}``, the passage by the task's
        own id. A question that cannot be asked at all is declined with the code of the error as reason.
    """
    name_of = admit_task(task, library, embedder)
    try:
        answer = ask(library, task.question, filters=task_filters(), history=task.history)
    except AssistantError as error:
        return _line(task.id, str(error), True, error.code, ())
    return _answered(task, answer, name_of)


def task_filters() -> Filters:
    """Return the filters that leave the passages of the task at hand alone."""
    return Filters(kinds=(str(DocumentKind.OTHER),), documents=(_DOCUMENT,))


def _answered(task: Task, answer: Answer, name_of: Mapping[str, str]) -> dict[str, Any]:
    citations = [
        {"n": citation.n, "passage": name_of[citation.locator], "quote": citation.quote}
        for citation in answer.citations
        if citation.document_id == _DOCUMENT
    ]
    # How a follow-up was read is said to people; the answer is its sentences.
    text = " ".join(part for part in (answer.lead, running_text(answer.sentences)) if part)
    text = answer.text if answer.abstained or not text else text
    return _line(task.id, text, answer.abstained, str(answer.reason) if answer.reason else None, citations)


def _line(
    name: str, text: str, abstained: bool, reason: str | None, citations: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    return {"id": name, "answer": text, "abstained": abstained, "reason": reason, "citations": list(citations)}


def admit_task(task: Task, library: Library, embedder: Embedder) -> dict[str, str]:
    """Put the passages of a task in the place of those before; return the task's id of each by its locator."""
    from ingest.embedding.embedder import passage_input

    former = [passage.passage_id for passage in library.ledger.document_passages(_DOCUMENT)]
    blocks, name_of = [], {}
    for number, (name, title, text) in enumerate(task.passages, 1):
        locator = f"passage {number}"
        name_of[locator] = name
        held = " ".join(title.split())
        path = (public_text(held),) if held else ()
        for part in _paragraphs(text):
            blocks.append(Block(BlockKind.PARAGRAPH, public_text(part), locator, heading_path=path))
    passages = chunk(Report(tuple(blocks), PageAccount()), _DOCUMENT)
    record = DocumentRecord(
        _DOCUMENT,
        "passages of the task",
        DocumentKind.OTHER,
        DocumentStatus.INDEXED,
        None,
        Metadata(language="en"),
        passages=len(passages),
    )
    inputs = [passage_input(str.__str__(passage.text), passage.heading_path) for passage in passages]
    vectors = embedder.embed_passages(inputs)
    library.ledger.put_document(record, blocks, passages, vectors, (), "task|", embedder=embedder.name)
    library.index.changed(_DOCUMENT, former)
    return name_of


def _paragraphs(text: str) -> list[str]:
    """Cut at blank lines, fold white space: a list or table printed over several lines stays in its order."""
    parts = [" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n")]
    return [part for part in parts if part]


def run_tasks(
    tasks: Sequence[Task],
    library: Library,
    embedder: Embedder,
    out: Path | None,
    progress: Callable[[str], None],
) -> Table:
    """Answer every task, write the answers as they come, and return what can be said of them.

    Args:
        tasks: see :func:`load_tasks`.
        library: in a temporary directory, open for writing, with nothing ingested.
        embedder: the model of ``library``.
        out: file for one line of JSON each; replaced if it is there.
        progress: told one line about each fifty tasks.
    """
    seconds: list[float] = []
    lines: list[dict[str, Any]] = []
    for number, task in enumerate(tasks, 1):
        started = time.perf_counter()
        lines.append(answer_task(task, library, embedder))
        seconds.append(time.perf_counter() - started)
        if number % 50 == 0:
            progress(f"tasks: {number} of {len(tasks)}")
    if out is not None:
        out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return table(tasks, lines, seconds)


def table(tasks: Sequence[Task], lines: Sequence[Mapping[str, Any]], seconds: Sequence[float]) -> Table:
    """Return how many were answered, abstention where the file says what is answerable, unverified quotations."""
    judged = [
        (not task.answerable, bool(line["abstained"]))
        for task, line in zip(tasks, lines, strict=True)
        if task.answerable is not None
    ]
    right = sum(due and did for due, did in judged)
    rows: list[tuple[Cell, ...]] = [
        ("tasks", len(tasks)),
        ("declined", sum(bool(line["abstained"]) for line in lines)),
        ("abstention precision", ratio(right, sum(did for _, did in judged))),
        ("abstention recall", ratio(right, sum(due for due, _ in judged))),
        ("unverified quotations", sum(_unverified(task, line) for task, line in zip(tasks, lines, strict=True))),
        ("latency p50, ms", (percentile(seconds, 0.5) or 0.0) * 1000),
        ("latency p95, ms", (percentile(seconds, 0.95) or 0.0) * 1000),
    ]
    return Table("answers-tasks", "Answers over inline passages", ("measure", "tasks"), tuple(rows))


def _unverified(task: Task, line: Mapping[str, Any]) -> int:
    texts: dict[str, str] = {}
    for name, _, text in task.passages:
        texts[name] = f"{texts.get(name, '')} {' '.join(text.split())}"
    return sum(" ".join(str(one["quote"]).split()) not in texts.get(one["passage"], "") for one in line["citations"])
