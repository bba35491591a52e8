"""Options that several commands share, and what they mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from api.settings import Settings
    from ingest.library import Library

Json = Annotated[bool, typer.Option("--json", help="Write one JSON document on stdout.")]
EntryKinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="recommendation, finding, concern, response, ...; may be repeated."),
]
Status = Annotated[
    str | None, typer.Option("--status", metavar="S", help="accepted, rejected, implemented, not implemented, ...")
]
Addressee = Annotated[str | None, typer.Option("--addressee", metavar="A", help="Part of the addressee's name.")]
Place = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="A place of detention; part of its name will do.")
]
PlaceType = Annotated[
    str | None, typer.Option("--place-type", metavar="TYPE", help="prison, police custody, psychiatric hospital, ...")
]
Body = Annotated[str | None, typer.Option("--body", metavar="NAME", help="The inspecting body.")]
Theme = Annotated[
    str | None, typer.Option("--theme", metavar="THEME", help="segregation, use_of_force, healthcare, ...")
]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="Visits that ended on or after: 2024, 2024-05 or 2024-05-31."),
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Visits that ended on or before.")]

# Commands that mend the vectors, or say all that is wrong themselves.
_MENDING = frozenset({"rebuild", "check", "erase"})


def settings_of(context: typer.Context, **chosen: Any) -> Settings:
    """Return the settings for this call; ``context.obj`` is the ``--home`` option."""
    from api.settings import load_settings

    home = context.obj
    return load_settings(home if isinstance(home, Path) else None, **chosen)


def library_of(context: typer.Context, *, write: bool = False) -> Library:
    """Open the library that ``--home`` names; say on stderr what makes its search worse than it could be.

    Raises:
        NotFound: it is opened for reading, and there is no such directory.
    """
    from api.errors import NotFound
    from api.wiring import open_library, say_stale

    settings = settings_of(context)
    # Only what writes makes a library: of a misspelt name a reader would make an empty one.
    if not write and isinstance(context.obj, Path) and not settings.home.is_dir():
        raise NotFound("There is no library at the home given.", "Check how --home is spelled, or ingest there first.")
    library = open_library(settings, write=write)
    if context.info_name not in _MENDING:
        say_stale(library)
    return library
