"""``opcat tier``: who may see what comes from a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import Json, library_of
from api.cli.output import Output
from api.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from ingest.library import Library

_HELP = """Show or set the publication tier of documents: public, restricted or internal.

Examples:

opcat tier

opcat tier d-3fa9c1d2e4b5 --set public

opcat tier --all --set restricted

A document of which nobody has said anything counts as internal. Exports, drafts, briefs, comparisons, statistics and
questionnaires carry the most careful tier of their sources and refuse to mix tiers without --mix-tiers.
"""

MixTiers = Annotated[
    bool, typer.Option("--mix-tiers", help="Allow sources of different publication tiers in one result.")
]
IngestTier = Annotated[
    str | None,
    typer.Option("--tier", metavar="TIER", help="public, restricted or internal; without it a document is internal."),
]


def note_export(library: Library, what: str, document_ids: Iterable[str], output: Output) -> None:
    """Note in the audit, before it is written, which documents a file rests on; see :meth:`Audit.exported`."""
    if not library.ledger.audit.exported(what, document_ids):
        output.note("The library cannot be written to: its audit does not tell of this file.")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(name="tier", help=_HELP)(tier)


def tier(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Argument(metavar="[DOCUMENT_ID...]", help="Documents.")] = None,
    chosen: Annotated[
        str | None, typer.Option("--set", metavar="TIER", help="public, restricted, internal; unknown takes it back.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every report and reply of the library.")] = False,
    json: Json = False,
) -> None:
    """Show or set tiers."""
    from ingest.tier import is_official, set_tier, tiers_of

    wanted = None if chosen in (None, "unknown") else tier_named(chosen)
    if chosen is not None and not ids and not every:
        raise BadRequest("No document is named.", "opcat tier DOCUMENT_ID --set public, or --all.", code="usage")
    with library_of(context, write=chosen is not None) as library:
        held = {one.document_id: one for one in library.ledger.documents() if not is_official(one)}
        missing = [name for name in ids or () if name not in held]
        if missing:
            raise NotFound(f"There is no such document: {missing[0][:40]!r}.", "See: opcat documents")
        picked = list(ids or held)
        if chosen is not None:
            for name in picked:
                set_tier(library.ledger, name, wanted)
        tiers = tiers_of(library.ledger, picked)
        shapes = [{"document_id": name, "source": held[name].source, "tier": tiers[name].value} for name in picked]
        doubts = {name: len(library.ledger.review(name)) for name in picked} if chosen == "public" else {}
    out = Output(json)
    for name, number in doubts.items():
        if number:
            out.note(f"{name} has {number} open doubt{'s' * (number > 1)}: opcat review {name} before it is published.")
    out.result({"documents": shapes}, _table(shapes))


def tier_named(name: str | None) -> Any:
    """Return the tier of a name.

    Raises:
        BadRequest: there is none.
    """
    from ingest.tier import Tier

    if name not in list(Tier):
        raise BadRequest(f"Unknown tier: {str(name)[:40]!r}.", f"Known: {', '.join(Tier)}.", code="unknown_tier")
    return Tier(name)


def _table(shapes: list[dict[str, Any]]) -> Any:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in ("id", "tier", "source"):
        table.add_column(column, no_wrap=column != "source", overflow="fold")
    for shape in shapes:
        table.add_row(shape["document_id"], shape["tier"], shape["source"])
    return table
