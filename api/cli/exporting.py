"""``opcat export``: the register as a file for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.cli.filtering import ALL, Asked, with_filters
from api.cli.options import Addressee, EntryKinds, Json, Status, library_of
from api.cli.output import Output
from api.cli.tiers import MixTiers, note_export
from api.counted import counted
from api.errors import BadRequest
from api.filters import register_kinds, status_named

_HELP = """Write the register to CSV, XLSX or JSON, with the filters of opcat register.

Examples:

opcat export --out register.xlsx

opcat export --kind recommendation --place Tarnwick --from 2023 --out repeats.csv

opcat export --theme segregation --format json --out - | jq .total

The file is written whole or not at all and never over another one without --force. Text is pseudonymised, not
anonymous: treat the file as confidential. Suggested criteria are the program's own, apart from those that a text cites.
"""


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(name="export", help=_HELP)(export)


@with_filters("kind")
def export(
    context: typer.Context,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="The file; - for stdout (CSV and JSON).", show_default=False),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="F", help="csv, xlsx or json; by default the file's ending.")
    ] = None,
    bom: Annotated[
        bool | None,
        typer.Option(
            "--bom/--no-bom",
            help="CSV with a byte order mark, which Excel needs; by default in files and not on stdout.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file where it exists.")] = False,
    kind: EntryKinds = None,
    status: Status = None,
    addressee: Addressee = None,
    asked: Asked = ALL,
    mix_tiers: MixTiers = False,
    json: Json = False,
) -> None:
    """Write the register to a file."""
    from rich.text import Text

    from api.export.table import register_table
    from api.export.writing import Format, format_named, refuse_existing, rendered, write_whole

    target = None if out is None or str(out) == "-" else out
    if out is None and form is None:
        raise BadRequest("No file is named.", "For example: opcat export --out register.xlsx", code="no_file_named")
    chosen = format_named(form, target)
    if target is None and chosen is Format.XLSX:
        raise BadRequest(
            "A workbook cannot be written to stdout.", "Name a file: --out register.xlsx", code="no_stdout"
        )
    if target is None and json and chosen is not Format.JSON:
        raise BadRequest(
            "--json and CSV cannot both go to stdout.", "Leave out --json, or name a file.", code="no_stdout"
        )
    kinds = register_kinds(kind)
    if target is not None:
        refuse_existing(target, force=force)
    with library_of(context) as library:
        filters = asked.within(library, Output(json))
        found = library.ledger.register(filters, kinds=kinds, status=status_named(status), addressee=addressee)
        shown = {
            "Kind": ", ".join(kind or ()),
            "Status": status,
            "Addressee": addressee,
            "Place": asked.place,
            "Place type": asked.place_type,
            "Body": asked.body,
            "Theme": asked.theme,
            "From": asked.date_from,
            "To": asked.date_to,
            "Document": ", ".join(asked.document or ()),
        }
        table = register_table(library, found, filters, shown, mix_tiers=mix_tiers)
        note_export(library, "register", {entry.document_id for entry in found}, Output(json))
    data = rendered(table, chosen, bom=target is not None if bom is None else bom)
    output = Output(json)
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    write_whole(data, target, force=force)
    summary = {
        "file": str(target),
        "format": chosen.value,
        "entries": len(table.rows),
        "documents": table.documents,
        "unread": len(table.unread),
    }
    lines = [
        Text(f"{target}: {counted(len(table.rows), 'entry')} of {counted(table.documents, 'document')}. {table.notice}")
    ]
    if table.unread:
        lines.append(Text(f"{counted(len(table.unread), 'document')} could not be read in full and may hold more."))
    output.result({"export": summary}, *lines)
