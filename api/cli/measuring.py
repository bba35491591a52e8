"""Measure the product: opcat evals."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import Json
from api.cli.output import Output
from api.errors import BadRequest

PARTS = ("redaction", "structure", "retrieval", "answers", "speed")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(evals)


def evals(
    parts: Annotated[
        list[str] | None, typer.Argument(metavar="[PART...]", help=f"{', '.join(PARTS)}; all if none.")
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(
            "--data", metavar="DIR", envvar="OPCAT_SHARED", help="Development data; the sample reports if not given."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Also write the tables as Markdown and JSON.")
    ] = None,
    json: Json = False,
) -> None:
    """Measure redaction, structure, retrieval, answers and speed on annotated reports; prints tables with baselines."""
    for part in parts or ():
        if part not in PARTS:
            raise BadRequest(f"Unknown part: {part[:40]!r}.", f"Known: {', '.join(PARTS)}.", code="unknown_part")
    from evals.harness import run
    from evals.report import to_json, to_markdown, write
    from rich.markdown import Markdown

    from api.samples import samples_directory

    output = Output(json)
    with output.progress("Measuring", len(parts or PARTS)) as bar:
        tables = run(tuple(parts or PARTS), samples=samples_directory(), shared=data, progress=bar.advance)
    if out is not None:
        write(tables, out)
    output.result(to_json(tables), Markdown(to_markdown(tables)))
