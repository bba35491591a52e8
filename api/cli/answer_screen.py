"""An answer on the screen: each sentence as soon as it is verified, then the sources with their quotations."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.answers.answer import Answer, Sentence
    from assistant.answers.listener import Told

_DONE = {"searching": "Searching …", "writing": "Asking the language model …"}
_ERASE = "\r\x1b[2K"


class AnswerScreen:
    """Writes what it is told to stdout at once; what is being done goes to stderr, where that is a terminal."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(highlight=False, soft_wrap=False)
        self._said = ""
        self._sentences = 0
        self._waiting = False

    def __call__(self, told: Told) -> None:
        """Show one piece of news."""
        from assistant.answers.listener import Lead, Shown, Status

        if isinstance(told, Status):
            reading = f"Reading {told.passages} passages of {told.documents} documents …"
            self._wait(_DONE.get(told.stage, reading))
        elif isinstance(told, Lead):
            self._said = told.text
            self._print(_lead(told.text, refused=told.refused))
        elif isinstance(told, Shown):
            self._sentences += 1
            self._print(_line(told.sentence))

    def rest(self, answer: Answer) -> list[Any]:
        """Return what of an answer was not shown yet."""
        self._wait("")
        return shown(answer, said=self._said, sentences=self._sentences)

    def _print(self, line: Any) -> None:
        self._wait("")
        self._console.print(line)
        self._console.file.flush()

    def _wait(self, line: str) -> None:
        if sys.stderr.isatty() and (line or self._waiting):
            print(f"{_ERASE}{line}", end="", file=sys.stderr, flush=True)
            self._waiting = bool(line)


def shown(answer: Answer, *, said: str = "", sentences: int = 0) -> list[Any]:
    """Return an answer as people read it: sentences with numbers, then the sources with their quotations.

    Args:
        answer: what to show.
        said: the lead that was shown already.
        sentences: how many sentences were shown already.
    """
    from rich.padding import Padding
    from rich.text import Text

    parts: list[Any] = []
    lead = answer.text if answer.abstained or not answer.sentences else answer.lead
    left = lead.removeprefix(said).strip()
    if left:
        parts.append(_lead(left, refused=answer.abstained))
    parts += [_line(sentence) for sentence in answer.sentences[sentences:]]
    if not answer.abstained:
        parts += [Text(f"Note: {notice}", style="dim") for notice in answer.trace.notices]
    if answer.citations:
        parts.append(Text(""))
    for citation in answer.citations:
        parts.append(Text.assemble((f"[{citation.n}] ", "cyan"), (citation.citation, "bold")))
        if not any(sentence.text == citation.quote for sentence in answer.sentences):
            parts.append(Padding(Text(f"“{citation.quote}”", style="dim"), (0, 0, 0, 4)))
    coverage = answer.coverage
    searched = f"Searched {coverage.documents} documents, {coverage.passages} passages"
    if coverage.held:
        searched += f"; {coverage.held} held for review"
    if coverage.unread_pages:
        searched += f"; {coverage.unread_pages} pages unread"
    parts.append(
        Text(f"\n{searched}." + (f" Conversation {answer.conversation}." if answer.conversation else ""), style="dim")
    )
    return parts


def _lead(text: str, *, refused: bool) -> Any:
    from rich.text import Text

    return Text(text, style="yellow" if refused else "bold")


def _line(sentence: Sentence) -> Any:
    from rich.text import Text

    marks = "".join(f"[{n}]" for n in sentence.citations)
    return Text.assemble(sentence.text, (f" {marks}", "cyan"))
