"""The register: what was found, recommended and answered."""

from __future__ import annotations

from typing import Any

import typer

from api.cli.filtering import ALL, Asked, with_filters
from api.cli.options import Addressee, EntryKinds, Json, Status, library_of
from api.cli.output import Output
from api.filters import register_kinds, status_named


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(name="register")(entries)


@with_filters("kind")
def entries(
    context: typer.Context,
    kind: EntryKinds = None,
    status: Status = None,
    addressee: Addressee = None,
    asked: Asked = ALL,
    json: Json = False,
) -> None:
    """List findings, recommendations and responses with their status, each with its place in the source."""
    from api.shapes import register_shape

    kinds = register_kinds(kind)
    with library_of(context) as library:
        filters = asked.within(library, Output(json))
        found = library.ledger.register(filters, kinds=kinds, status=status_named(status), addressee=addressee)
        shape = register_shape(found, library.ledger)
    Output(json).result(shape, *_shown(shape))


def _shown(shape: dict[str, Any]) -> list[Any]:
    from rich.padding import Padding
    from rich.text import Text

    parts: list[Any] = [Text(f"{shape['total']} entries")]
    for entry in shape["entries"]:
        status = "; ".join(
            f"{name} {value}"
            for name, value in (("authority:", entry["status_claimed"]), ("visit:", entry["status_verified"]))
            if value
        )
        where = f"{entry['source']}, {entry['locator']}" + (f", p. {entry['page']}" if entry["page"] else "")
        title = f"{entry['kind'].replace('_', ' ')} {entry['number'] or ''}".strip()
        parts.append(
            Text.assemble((title, "bold"), f"  {entry['addressee'] or ''}", (f"  {status}" if status else "", "cyan"))
        )
        parts.append(Padding(Text(entry["text"]), (0, 0, 0, 3)))
        parts.append(Padding(Text(f"{where}  {entry['id']}", style="dim"), (0, 0, 1, 3)))
    return parts
