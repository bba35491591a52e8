"""The filters of search and register as options of a command, said once for all commands that take them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from api.cli.options import Body, From, Place, PlaceType, Theme, To

if TYPE_CHECKING:
    from api.cli.output import Output
    from ingest.library import Library
    from ingest.passage import Filters

Command = Callable[..., None]

Kind = Annotated[
    str | None,
    typer.Option(
        "--kind", metavar="KIND", help="visit_report, response, instrument, catalogue or other.", show_default=False
    ),
]
Document = Annotated[
    list[str] | None, typer.Option("--document", metavar="ID", help="Only this document; may be repeated.")
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command was told to keep to, as it was typed; each field is an option, ``None`` where it was not given."""

    kind: Kind = None
    place: Place = None
    place_type: PlaceType = None
    body: Body = None
    theme: Theme = None
    date_from: From = None
    date_to: To = None
    document: Document = None

    def within(self, library: Library, output: Output) -> Filters:
        """Check the values against a library; what was read in another way is told on ``output``.

        Raises:
            BadRequest: as :func:`api.filters.filters_of` does.
        """
        from api.filters import filters_of

        given: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        return filters_of(library, documents=given.pop("document"), say=output.note, **given)


ALL = Asked()


def with_filters(*left_out: str) -> Callable[[Command], Command]:
    """Give a command an option for every filter but those left out, where its signature has ``asked``."""

    def changed(command: Command) -> Command:
        hints = get_type_hints(Asked, include_extras=True)
        options = [
            Parameter(field.name, Parameter.POSITIONAL_OR_KEYWORD, default=None, annotation=hints[field.name])
            for field in fields(Asked)
            if field.name not in left_out
        ]

        @wraps(command)
        def with_options(**values: Any) -> None:
            asked = Asked(**{option.name: values.pop(option.name) for option in options})
            command(**values, asked=asked)

        parameters: list[Parameter] = []
        for parameter in signature(command, eval_str=True).parameters.values():
            parameters += options if parameter.name == "asked" else [parameter]
        # Typer reads both: the signature for defaults, the annotations for types.
        with_options.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        with_options.__annotations__ = {one.name: one.annotation for one in parameters}
        return with_options

    return changed
