"""``opcat tier``: who may see what comes from a document."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import Json, library_of
from api.cli.output import Output
from api.counted import counted
from api.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from ingest.library import Library

_HELP = """Show or set the publication tier of documents: public, restricted or internal.

Examples:

opcat tier

opcat tier d-3fa9c1d2e4b5 --set public

opcat tier --all --set restricted

Public is set where no doubt is open; --yes sets it all the same. A document of which nobody has said anything counts as
internal. Exports, drafts, briefs, comparisons, statistics and questionnaires carry the most careful tier of their
sources and refuse to mix tiers without --mix-tiers.
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
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Set public also what has open doubts.")] = False,
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
        doubts = {name: len(library.ledger.review(name)) for name in picked} if chosen == "public" else {}
        if not yes:
            _agree({name: number for name, number in doubts.items() if number}, ask=not json)
        if chosen is not None:
            for name in picked:
                set_tier(library.ledger, name, wanted)
        tiers = tiers_of(library.ledger, picked)
        shapes = [{"document_id": name, "source": held[name].source, "tier": tiers[name].value} for name in picked]
    out = Output(json)
    for name, number in doubts.items():
        if number:
            out.note(f"{name} is public with {counted(number, 'open doubt')}: opcat review {name}")
    out.result({"documents": shapes}, _table(shapes))


def _agree(doubts: dict[str, int], *, ask: bool) -> None:
    """Ask before what has open doubts may be published.

    Args:
        doubts: open ones by document; nothing is asked where there are none.
        ask: whether there may be a person to ask.

    Raises:
        BadRequest: the person does not agree, or there is none.
    """
    if not doubts:
        return
    told = ", ".join(f"{name} has {counted(number, 'open doubt')}" for name, number in list(doubts.items())[:5])
    told += f", and {len(doubts) - 5} more documents" if len(doubts) > 5 else ""
    if ask and sys.stdin.isatty() and typer.confirm(f"{told}. Set public all the same?", err=True):
        return
    raise BadRequest(
        f"Somebody may be recognised in what is published: {told}. Nothing was set.",
        "Decide them: opcat review ID. Or add --yes to set it public as it stands.",
        code="open_doubts",
    )


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
