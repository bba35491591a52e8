"""One redaction on the screen of a person: the text with coloured replacements, and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.cli.marked_text import Run, displayable, runs
from api.cli.redaction_figures import Figures

if TYPE_CHECKING:
    from rich.text import Text

    from ingest.copies.source import Source
    from redaction.redactor import Redaction

DIRECT, QUASI = "bold black on bright_yellow", "black on bright_cyan"
_DOUBT, _RESIDUE, _ORIGINAL = "underline magenta", "bold white on red", "strike red"


def text_on_screen(source: Source, redaction: Redaction, *, originals: bool = False) -> Text:
    """Return the text for a terminal.

    Args:
        source: the original.
        redaction: of it.
        originals: show before each replacement what stood there; for the eyes of one person, never for a file.
    """
    from rich.text import Text

    shown = Text()
    text = source.text
    for segment, (held, gap) in enumerate(zip(runs(redaction, len(text.segments)), text.separators, strict=True)):
        for run in held:
            if run.span is not None and originals:
                was = text.segments[segment][run.span.start : run.span.end]
                shown.append(displayable(was), _ORIGINAL)
                shown.append(" ")
            shown.append(displayable(run.text), _style(run))
        shown.append(displayable(gap))
    return shown


def legend() -> Text:
    """Return a line that says what the colours mean."""
    from rich.text import Text

    line = Text()
    for style, words in (
        (DIRECT, "direct identifier"),
        (QUASI, "quasi identifier"),
        (_DOUBT, "doubtful"),
        (_RESIDUE, "may be left"),
    ):
        line.append(f" {words} ", style)
        line.append("  ")
    return line


def tables(figures: Figures) -> list[Any]:
    """Return the summary of one document."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for column, right in (("type", 0), ("group", 0), ("masked", 1), ("mean score", 1), ("lowest", 1), ("found by", 0)):
        table.add_column(column, justify="right" if right else "left")
    for row in figures.types:
        table.add_row(
            row.type, row.group, str(row.count), f"{row.mean:.2f}", f"{row.lowest:.2f}", ", ".join(row.detectors)
        )
    parts: list[Any] = [table if figures.types else Text("Nothing was masked.")]
    parts += [Text(f"To look at: {number} x {why}") for why, number in figures.doubts[:20]]
    parts.append(Text(f"Residue: {figures.residue or 'none'}. Language: {figures.language}. Policy: {figures.policy}."))
    return parts


def _style(run: Run) -> str:
    if run.residue:
        return _RESIDUE
    if run.span is not None:
        return DIRECT if run.span.group.value == "direct" else QUASI
    return _DOUBT if run.doubts else ""
