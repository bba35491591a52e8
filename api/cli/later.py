"""Commands of the contract that this version does not have yet; they say so instead of pretending."""

from __future__ import annotations

from typing import Annotated

import typer

from api.errors import NotYet

PLANNED = {
    "draft": (
        "draft a recommendation from a finding",
        "For precedents: opcat register --kind recommendation --theme THEME",
    ),
    "compare": (
        "compare visits of one place",
        "For now: opcat register --place PLACE shows status claimed and verified.",
    ),
    "questionnaire": ("fill an SPT questionnaire with evidence", "For now ask its questions one by one: opcat ask"),
}


def register(app: typer.Typer) -> None:
    """Add a command for each planned verb."""
    for name, (what, instead) in PLANNED.items():
        app.command(
            name=name,
            help=f"Not yet: {what}. {instead}",
            context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
        )(_planned(name, what, instead))


def _planned(name: str, what: str, instead: str):  # type: ignore[no-untyped-def]
    def command(words: Annotated[list[str] | None, typer.Argument(hidden=True)] = None) -> None:
        raise NotYet(f"opcat {name} is not there yet: it will {what}.", instead)

    return command
