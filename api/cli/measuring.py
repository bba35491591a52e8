"""Measure the product: opcat evals."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import Json
from api.errors import BadRequest

PARTS = ("redaction", "structure", "retrieval", "answers", "drafting", "speed")


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
            "--data", metavar="DIR", envvar="OPCAT_SHARED", help="Development data, measured beside the samples."
        ),
    ] = None,
    sets: Annotated[
        list[Path] | None,
        typer.Option(
            "--set",
            metavar="DIR",
            help="Also measure redaction on your own texts: *.txt with [[TYPE:group|text]] and {{KEEP|text}}.",
        ),
    ] = None,
    reports: Annotated[
        list[Path] | None,
        typer.Option("--reports", metavar="DIR", help="Also measure on a folder of annotated reports."),
    ] = None,
    beir: Annotated[
        list[Path] | None,
        typer.Option(
            "--beir",
            metavar="DIR",
            help="Also measure retrieval on a folder with corpus.jsonl, queries.jsonl and qrels/*.tsv.",
        ),
    ] = None,
    regulation: Annotated[
        bool, typer.Option("--regulation", help="Retrieval also on the regulation questions of --data; takes minutes.")
    ] = False,
    run_out: Annotated[
        Path | None,
        typer.Option("--run-out", metavar="FILE", help="Write the rankings of --beir in TREC's format."),
    ] = None,
    tasks: Annotated[
        Path | None,
        typer.Option(
            "--tasks",
            metavar="FILE",
            help="Only answer the questions of a JSONL file over their own passages: id, history, question, passages.",
        ),
    ] = None,
    tasks_out: Annotated[
        Path | None, typer.Option("--tasks-out", metavar="FILE", help="Write the answers of --tasks, one JSON a line.")
    ] = None,
    passages: Annotated[
        int,
        typer.Option(
            "--passages", metavar="N", min=0, help="Size of the library that `speed` searches, such as 100000; 0: none."
        ),
    ] = 10_000,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="NAME", help="Measure only the data sets called like this.")
    ] = None,
    ablation: Annotated[
        bool, typer.Option("--ablation", help="Redaction also without each group of detectors; takes long.")
    ] = False,
    show_misses: Annotated[
        bool,
        typer.Option("--show-misses", help="Print missed text of development data, to a terminal alone."),
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Also write the tables as Markdown and JSON.")
    ] = None,
    json: Json = False,
) -> int:
    """Measure redaction, structure, retrieval, answers and speed on annotated reports; prints tables with baselines."""
    from api.samples import samples_directory

    for part in parts or ():
        if part not in PARTS:
            raise BadRequest(f"Unknown part: {part[:40]!r}.", f"Known: {', '.join(PARTS)}.", code="unknown_part")
    # A process of its own: the faces and the measurements do not import each other, and memory is measured apart.
    words = [*(parts or ()), *(["--samples", str(samples_directory())] if tasks is None else ())]
    words += ["--data", str(data)] if data and tasks is None else []
    words += ["--tasks", str(tasks)] if tasks else []
    words += ["--tasks-out", str(tasks_out)] if tasks_out else []
    for directory in sets or ():
        words += ["--set", str(directory)]
    for directory in reports or ():
        words += ["--reports", str(directory)]
    for directory in beir or ():
        words += ["--beir", str(directory)]
    words += ["--regulation"] if regulation else []
    words += ["--run-out", str(run_out)] if run_out else []
    words += [f"--passages={passages}"]
    for name in only or ():
        words += [f"--only={name}"]
    words += ["--ablation"] if ablation else []
    words += ["--show-misses"] if show_misses else []
    words += ["--out", str(out)] if out else []
    words += ["--json"] if json else []
    return subprocess.run([sys.executable, "-m", "evals", *words], check=False).returncode
