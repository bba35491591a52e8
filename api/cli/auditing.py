"""``opcat audit``: what was done to documents, and proof that the record is whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import Json, library_of, settings_of
from api.cli.output import Output
from api.errors import BadRequest
from ingest.home import Home

if TYPE_CHECKING:
    from ingest.library import Library

_HASH = re.compile(r"[0-9a-f]{64}")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(no_args_is_help=True, help="What was done to documents, and proof that the record is whole.")
    group.command(name="list")(listed)
    group.command()(verify)
    app.add_typer(group, name="audit")


def listed(
    context: typer.Context,
    document: Annotated[str | None, typer.Option("--document", metavar="ID", help="Only this document.")] = None,
    json: Json = False,
) -> None:
    """List what was done: documents taken in, held, refused, erased, exported; decisions of review. Never any text."""
    from rich.table import Table
    from rich.text import Text

    with _library(context) as library:
        rows = library.ledger.audit.rows(document)
    names = ("ordinal", "at", "action", "document_id", "type", "item", "policy")
    shapes = [{name: getattr(row, name) for name in (*names, "hash")} for row in rows]
    table = Table(box=None, pad_edge=False)
    for column in ("", "when (UTC)", "action", "document", "type", "item", "policy"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(str(row.ordinal), row.at[:19], row.action, row.document_id, row.type, row.item, row.policy))
    Output(json).result({"rows": shapes}, table if rows else Text("Nothing has been done yet."))


def verify(
    context: typer.Context,
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="HASH", help="A last hash noted earlier; it must still be in the chain."),
    ] = None,
    json: Json = False,
) -> int:
    """Check that no row of the audit was changed, removed or put in between.

    Note the last hash somewhere else from time to time and give it with --head: rows cut off at the end show only so.
    Exit code 1 means that the chain is broken.
    """
    from rich.text import Text

    if head is not None and not _HASH.fullmatch(head):
        raise BadRequest("A hash has 64 hexadecimal digits.", "opcat audit verify prints the last one.", code="usage")
    with _library(context) as library:
        report = library.ledger.audit.verify(head)
    document = {
        "clean": report.ok,
        "rows": report.rows,
        "head": report.head,
        "broken_at": report.broken_at,
        "problem": report.problem,
        "before_audit": report.before,
    }
    if report.ok:
        older = f", {report.before} of them on documents from before there was an audit" if report.before else ""
        line = f"Whole: {report.rows} rows{older}. Last hash: {report.head}"
    elif report.broken_at is not None:
        line = f"Broken at row {report.broken_at}: {report.problem}."
    else:
        line = f"Broken: {report.problem}."
    Output(json).result(document, Text(line))
    return 0 if report.ok else 1


def _library(context: typer.Context) -> Library:
    """Open a library that is there: proof about one that was made this moment would be worth nothing."""
    home = settings_of(context).home
    if not Home(home).ledger.exists():
        raise BadRequest("There is no library at that place.", "Give its directory: opcat --home DIR audit ...")
    return library_of(context)
