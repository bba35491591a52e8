"""What goes to the screen: one JSON document on stdout, or text for people; notices always on stderr."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text


_WIDE = 200


class Progress(Protocol):
    """Called as work goes on: the stage's name, how much is done, how much there is."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it."""
        ...


class Output:
    """One command's output.

    Args:
        json: write exactly one JSON document on stdout.
    """

    def __init__(self, json: bool) -> None:
        self.json = json

    @property
    def console(self) -> Console:
        """Return the console for people (stdout)."""
        from rich.console import Console

        # A pipe has no width: what a program or a pager reads is not broken at 80 characters, unless COLUMNS says so.
        width = None if sys.stdout.isatty() else shutil.get_terminal_size((_WIDE, 24)).columns
        return Console(highlight=False, soft_wrap=False, width=width)

    def result(self, document: dict[str, Any], *shown: RenderableType) -> None:
        """Write the result: the document as JSON, or what people see."""
        if self.json:
            json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
            sys.stdout.write("\n")
            return
        console = self.console
        for part in shown:
            console.print(part)

    def note(self, line: str) -> None:
        """Write a notice to stderr."""
        print(line, file=sys.stderr, flush=True)

    def failure(self, code: str, message: str, hint: str) -> None:
        """Write an error with its hint."""
        if self.json:
            json.dump({"error": {"code": code, "message": message, "hint": hint}}, sys.stdout, ensure_ascii=False)
            sys.stdout.write("\n")
            return
        print(f"{message}" + (f"\n  {hint}" if hint else ""), file=sys.stderr, flush=True)

    @contextmanager
    def progress(self, title: str, total: int) -> Iterator[_Bar]:
        """Show a progress bar on stderr while the block runs; plain lines where stderr is no terminal."""
        bar = _Bar(title, total, quiet=self.json and not sys.stderr.isatty())
        with bar:
            yield bar


class _Bar:
    """A bar over files; stages within one file are shown beside its name."""

    def __init__(self, title: str, total: int, *, quiet: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        self._live = console.is_terminal
        self._quiet = quiet
        self._total = total
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[stage]}"),
            console=console,
            disable=not self._live,
        )
        self._task = self._progress.add_task(title, total=total, stage="")
        self._done = 0

    def __enter__(self) -> _Bar:
        self._progress.start()
        return self

    def __exit__(self, *ended: object) -> None:
        self._progress.stop()

    def stage(self, stage: str, done: int, total: int) -> None:
        """Show how far the file in hand is."""
        share = f" {done}/{total}" if total > 1 else ""
        self._progress.update(self._task, stage=f"{stage}{share}")

    def advance(self, line: str) -> None:
        """Count one file as done and say what became of it."""
        self._done += 1
        self._progress.update(self._task, advance=1, stage="")
        if self._live:
            self._progress.console.print(line, markup=False, highlight=False)
        elif not self._quiet:
            print(f"[{self._done}/{self._total}] {line}", file=sys.stderr, flush=True)


def plain(*lines: str, style: str = "") -> Text:
    """Return lines as they are: square brackets in them are no mark-up."""
    from rich.text import Text

    return Text("\n".join(lines), style=style)
