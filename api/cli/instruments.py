"""Commands on instruments: add official texts, list them, show a provision."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.options import Json, library_of
from api.cli.output import Output
from api.errors import NotFound
from api.provisions import instruments_shape, provision_shape

LABELS = {
    "official": "official text",
    "text": "our paraphrase, compared with the official text",
    "public": "our paraphrase; number and subject compared with published material",
    "unchecked": "our paraphrase, not yet compared with the text",
}


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(
        no_args_is_help=True, help="Treaties and standards: add official texts, list, show a provision."
    )
    group.command()(add)
    group.command(name="list")(listed)
    group.command()(show)
    app.add_typer(group, name="instruments")


def add(
    context: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="JSON, Markdown, PDF, HTML, DOCX or text of a treaty.")
    ],
    json: Json = False,
) -> int:
    """Add official texts; answers then quote them instead of the catalogue's paraphrase."""
    import time

    from api.shapes import document_shape

    output = Output(json)
    missing = [path for path in paths if not path.is_file()]
    if missing:
        raise NotFound(
            "A file that you named does not exist.", "Check the path; nothing was added.", code="no_such_file"
        )
    shapes = []
    with library_of(context, write=True) as library, output.progress("Adding", len(paths)) as bar:
        for path in paths:
            began = time.monotonic()
            record = library.add_instrument(path)
            shapes.append(document_shape(record, time.monotonic() - began))
            bar.advance(f"{record.source}: {record.status.value} ({record.reason or f'{record.passages} provisions'})")
    refused = sum(shape["status"] == "refused" for shape in shapes)
    document: dict[str, Any] = {"documents": shapes}
    if refused:
        document["error"] = {
            "code": "some_refused",
            "message": f"{refused} of {len(shapes)} files were refused.",
            "hint": "Each refused document says why under reason.",
        }
    output.result(document)
    return 1 if refused else 0


def listed(context: typer.Context, json: Json = False) -> None:
    """List the instruments at hand and whether the official text or our paraphrase is there."""
    from rich.table import Table

    with library_of(context) as library:
        rows = instruments_shape(library)
    table = Table(box=None, pad_edge=False)
    for column in ("instrument", "source", "provisions", "title"):
        table.add_column(column)
    for row in rows:
        table.add_row(str(row["instrument"]), str(row["source"]), str(row["provisions"]), str(row["title"]))
    Output(json).result({"instruments": rows}, table)


def show(
    context: typer.Context,
    reference: Annotated[
        str, typer.Argument(metavar="REF", help="OPCAT:19(b), CAT:11, ICCPR:10(1), or 'art. 19 OPCAT'.")
    ],
    json: Json = False,
) -> None:
    """Show a provision: the official text where it was added, else the catalogue's gist."""
    from rich.text import Text

    with library_of(context) as library:
        shape = provision_shape(library, reference)
    lines = [
        Text(f"{row['reference']} ({LABELS[str(row['checked'] or row['source'])]})\n  {row['text']}\n")
        for row in shape["provisions"]
    ]
    Output(json).result(shape, *lines)
