"""Redact one file without storing anything: the data protection officer's command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import Json
from api.cli.output import Output
from api.errors import BadRequest

if TYPE_CHECKING:
    from redaction.redactor import Redaction


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(redact)


def redact(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="PDF, DOCX, HTML, Markdown, text or a scan.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the redacted text to a .txt or .md file.")
    ] = None,
    json: Json = False,
) -> int:
    """Show a file's text without personal data, and what was masked and why. Nothing is stored.

    Exit code 1 means that the residue check was not clean: do not pass the text on.
    """
    from ingest.source_text import source_text
    from redaction.redactor import Redactor

    if out is not None and out.suffix.lower() not in {".txt", ".md"}:
        raise BadRequest("A redacted copy is text for now.", "Name a file that ends in .txt or .md.", code="not_yet")
    source = source_text(file)
    redaction = Redactor().redact(source.segments)
    shape = redaction_shape(redaction, source.starts, source.separators)
    if out is not None and not redaction.residue:
        out.write_text(shape["text"], encoding="utf-8")
    output = Output(json)
    output.result(shape, *_shown(shape, wrote=out if not redaction.residue else None))
    if redaction.residue:
        output.note("The residue check is not clean: something may be left. " + ("Nothing was written." if out else ""))
        return 1
    return 0


def redaction_shape(redaction: Redaction, starts: tuple[int, ...], separators: tuple[str, ...]) -> dict[str, Any]:
    """Return the contract's shape; offsets of spans are code points of the text that was read."""
    text = "".join(str(segment) + separator for segment, separator in zip(redaction.segments, separators, strict=True))
    redacted_starts: list[int] = []
    at = 0
    for segment, separator in zip(redaction.segments, separators, strict=True):
        redacted_starts.append(at)
        at += len(segment) + len(separator)
    return {
        "text": text,
        "spans": [
            {
                "start": starts[span.segment] + span.start,
                "end": starts[span.segment] + span.end,
                "type": span.type.value,
                "group": span.group.value,
                "replacement": span.replacement,
                "score": round(span.score, 3),
                "detectors": list(span.detectors),
            }
            for span in redaction.spans
        ],
        "review": [
            {
                "start": starts[item.segment] + item.start,
                "end": starts[item.segment] + item.end,
                "type": item.type,
                "why": item.why,
            }
            for item in redaction.review
        ],
        "residue": [
            {
                "start": redacted_starts[item.segment] + item.start,
                "end": redacted_starts[item.segment] + item.end,
                "why": item.why,
            }
            for item in redaction.residue
        ],
        "language": redaction.language,
        "policy": redaction.policy_version,
    }


def _shown(shape: dict[str, Any], wrote: Path | None) -> list[Any]:
    from collections import Counter

    from rich.table import Table
    from rich.text import Text

    counts = Counter((span["type"], span["group"]) for span in shape["spans"])
    table = Table(box=None, pad_edge=False)
    for column in ("type", "group", "masked"):
        table.add_column(column)
    for (kind, group), number in sorted(counts.items()):
        table.add_row(kind, group, str(number))
    parts: list[Any] = [] if wrote else [Text(shape["text"]), Text("")]
    parts.append(table)
    if shape["review"]:
        parts.append(Text(f"{len(shape['review'])} spans to look at (--json lists them with their offsets)."))
    if wrote:
        parts.append(Text(f"Wrote {wrote}. Pseudonymised, not anonymous: treat it as confidential."))
    return parts
