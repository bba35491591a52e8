"""Commands that run for a while: serve and demo."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.answer_screen import shown
from api.cli.options import settings_of
from api.cli.output import Output

DEMO_QUESTION = "What did the inspectors recommend about segregation, and what did the authority answer?"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(serve)
    app.command()(demo)


def serve(
    context: typer.Context,
    host: Annotated[
        str | None, typer.Option("--host", help="Address; anything but loopback needs OPCAT_TOKEN.")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", help="TCP port; 0 takes any free one.")] = None,
) -> None:
    """Serve the page to ask on and the HTTP interface (/v1/openapi.json describes it). Ctrl-C stops it."""
    from api.http.server import serve as run_server

    run_server(settings_of(context, host=host, port=port))


def demo(
    context: typer.Context,
    question: Annotated[str, typer.Option("--question", help="What to ask.")] = DEMO_QUESTION,
    start: Annotated[bool, typer.Option("--serve/--no-serve", help="Start the server at the end.")] = True,
    host: Annotated[str | None, typer.Option("--host", help="Address of the server.")] = None,
    port: Annotated[int | None, typer.Option("--port", help="TCP port; 0 takes any free one.")] = None,
) -> None:
    """Ingest the sample reports, answer a question with citations, then serve a page to go on asking."""
    from rich.text import Text

    from api.cli.documents import ingest_files
    from api.samples import sample_documents
    from api.wiring import open_library
    from assistant.answers.answering import ask

    settings = settings_of(context, host=host, port=port)
    output = Output(json=False)
    output.note(f"Library: {settings.home}")
    with open_library(settings, write=True) as library:
        ingest_files(library, sample_documents(), output)
        answer = ask(library, question)
    output.result({}, Text(f"\n{question}", style="bold"), *shown(answer))
    program = f"{sys.argv[0]} --home {settings.home}"
    output.result(
        {},
        Text(f'\nAsk on: {program} ask "QUESTION"', style="dim"),
        Text("Look around: register, search, documents, show ID, check; --help tells more.", style="dim"),
    )
    if start:
        from api.http.server import serve as run_server

        run_server(settings)
