"""Review on a terminal: the only place that shows a doubtful span as it stands in the original.

The surroundings are shown redacted; the span itself is not. The screen is the terminal's second one, so that nothing
stays in its scrollback.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from api.cli.reviewing_reach import reach_of
from api.errors import BadRequest

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.reviewing import Examination, Outcome, Reviewing
    from redaction.checking.doubts import Doubt

KEYS = {
    "m": "mask it in this document",
    "k": "keep it in this document",
    "e": "mask it everywhere: in all documents, now and later",
    "o": "one by one: decide on each of those that are asked together",
    "s": "skip it",
    "r": "release the document: accept the rest as it stands",
    "q": "quit; what was decided is kept",
}
# Characters on either side of each of several surfaces that are asked together.
_TOGETHER = 60
_PROMPT = "[m]ask  [k]eep  mask [e]verywhere  [o]ne by one  [s]kip  [r]elease  [q]uit  ? for help > "


def require_terminal() -> None:
    """Refuse to show context where a program or a file would get it.

    Raises:
        BadRequest: standard input or output is not a terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadRequest(
            "Context is shown on the terminal of a person only, and this is none.",
            "Without context: opcat review ID, then opcat review FILE --item N --action mask|keep|mask-everywhere.",
            code="no_terminal",
        )


class Session:
    """One person, one document."""

    def __init__(self, reviewing: Reviewing, examination: Examination) -> None:
        """Take the review and what was read."""
        from rich.console import Console

        self._reviewing = reviewing
        self._examination = examination
        self._console = Console(highlight=False)
        self._decided: list[Doubt] = []
        self._released = False

    def run(self) -> Outcome:
        """Ask about one doubt after the other, then make the document anew.

        Raises:
            BadRequest: not a terminal.
        """
        from ingest.reviewing import Outcome

        require_terminal()
        if self._examination.doubts:
            with _second_screen(self._console):
                self._ask_all()
        else:
            self._console.print("Nothing to decide in this document.")
        if not (self._decided or self._released or self._examination.earlier):
            return Outcome(self._examination.record, ())
        self._console.print("Making the document anew with these decisions...")
        return self._reviewing.apply(self._examination)

    def _ask_all(self) -> None:
        asked = list(enumerate(self._examination.doubts, 1))
        while asked:
            number, doubt = asked.pop(0)
            self._show(number, doubt)
            while (key := self._key()) not in ("s", "q", "o") and not self._done(key, doubt):
                pass
            if key == "q" or self._released:
                return
            if key == "o" and doubt.rest:
                asked[:0] = [(number, each) for each in doubt.each]
            elif key == "o":
                asked.insert(0, (number, doubt))

    def _key(self) -> str:
        """Read a key and Enter; the end of the input is ``q``."""
        while True:
            try:
                key = self._console.input(_PROMPT, markup=False).strip().lower()[:1]
            except EOFError:
                return "q"
            if key in KEYS:
                return key
            for each, meaning in KEYS.items():
                self._console.print(f"  {each}  {meaning}", markup=False)

    def _done(self, key: str, doubt: Doubt) -> bool:
        """Carry out a decision; ``False`` to ask again."""
        from ingest.reviewing import NeedsType, TooLongToMask, TooShortEverywhere
        from redaction.checking.decisions import Action

        if key == "r":
            return self._release()
        action = Action.KEEP if key == "k" else Action.MASK
        told = reach_of(doubt, action, everywhere=key == "e")
        if told:
            self._console.print(told, markup=False)
            if self._typed("To mask it all the same, type mask") != "mask":
                return False
        try:
            self._reviewing.decide(self._examination, doubt, action, everywhere=key == "e")
        except (TooLongToMask, TooShortEverywhere) as error:
            self._console.print(f"{error.message} {error.hint}", markup=False)
            return False
        except NeedsType as error:
            self._console.print(error.message, markup=False)
            if self._typed(f"To keep it all the same, type {doubt.type}") != doubt.type:
                return False
            self._reviewing.decide(self._examination, doubt, action, kind=doubt.type)
        self._decided += doubt.each
        return True

    def _release(self) -> bool:
        from redaction.checking.doubts import Standing

        left = [each for doubt in self._examination.doubts for each in doubt.each if each not in self._decided]
        undecided = sum(doubt.standing is not Standing.MASKED for doubt in left)
        if undecided:
            residue = sum(doubt.standing is Standing.RESIDUE for doubt in left)
            self._console.print(
                f"{undecided} items have not been decided, {residue} of them residue: they may be personal data."
            )
            if self._typed("To accept them as they stand, type release") != "release":
                return False
        self._reviewing.release(self._examination, left)
        self._released = True
        return True

    def _typed(self, wanted: str) -> str:
        try:
            return self._console.input(f"{wanted} > ", markup=False).strip()
        except EOFError:
            return ""

    def _show(self, number: int, doubt: Doubt) -> None:
        from rich.text import Text

        examination = self._examination
        item = examination.items[number - 1]
        score = "" if doubt.score is None else f", score {doubt.score:.2f}"
        found = f", found by {', '.join(doubt.detectors)}" if doubt.detectors else ""
        times = f", {doubt.times} times in the document" if doubt.times > 1 else ""
        self._console.clear()
        self._console.rule(f"{number} of {len(examination.doubts)}", align="left")
        self._console.print(f"{doubt.standing.value}: {doubt.type}{score}{found}", markup=False)
        self._console.print(f"{doubt.why} ({item.locator}{times})", markup=False)
        for each in doubt.each:
            context = examination.context(each, _TOGETHER) if doubt.rest else examination.context(each)
            shown = Text("\n")
            shown.append(_plain(context.before))
            shown.append(f">>{_plain(context.surface)}<<", style="bold reverse")
            shown.append(_plain(context.after) + ("" if doubt.rest else "\n"))
            self._console.print(shown)


def _plain(text: str) -> str:
    """Return text without what a terminal would obey: documents are not trusted."""
    return "".join(char if char.isprintable() or char == "\n" else "\N{MIDDLE DOT}" for char in text)


@contextmanager
def _second_screen(console: Console) -> Iterator[None]:
    console.set_alt_screen(True)
    try:
        yield
    finally:
        console.clear()
        console.set_alt_screen(False)
