"""Draft a recommendation from a finding, and check the wording of recommendations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from api.cli.options import Json, PlaceType, Theme, library_of, settings_of
from api.cli.output import Output, plain
from api.cli.tiers import MixTiers
from api.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from redaction.redactor import Redactor

_LONGEST_PATH = 1000
_HELP = """Draft a recommendation from a finding, or check how recommendations are worded (double-SMART).

What a person must decide stands in square brackets, such as "by when?". Every number, date and name comes from the
finding, from an earlier recommendation or from a provision, and these are cited. A finding that you type is redacted
before anything else and is not stored.

Examples:

  opcat draft --finding "Prisoners in segregation were out of their cells for one hour a day" --place-type prison

  opcat register --kind finding --place Tarnwick     (shows ids)
  opcat draft --entry r-38bc49fb8c95 --variants      (short, medium and long term)

  opcat draft --check "Conditions should be improved."
  opcat draft --check recommendations.docx --json
"""


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command(help=_HELP)(draft)


def draft(
    context: typer.Context,
    finding: Annotated[
        str | None, typer.Option("--finding", metavar="TEXT", help="What was found, at most 10,000 characters.")
    ] = None,
    entry: Annotated[
        str | None,
        typer.Option(
            "--entry", metavar="ID", help="A finding, concern, deficiency or recommendation of the register (r-...)."
        ),
    ] = None,
    check: Annotated[
        str | None,
        typer.Option(
            "--check", metavar="TEXT|FILE", help="Check the wording of this recommendation, or of those in a file."
        ),
    ] = None,
    addressee: Annotated[
        str | None, typer.Option("--addressee", metavar="A", help="Who should act, for example 'Prison Service'.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="The place; its earlier recommendations come first.")
    ] = None,
    place_type: PlaceType = None,
    theme: Theme = None,
    term: Annotated[
        Literal["short", "medium", "long"] | None,
        typer.Option(
            "--term",
            help="short: immediate safeguard; medium: procedure and training; long: law, policy, resources.",
        ),
    ] = None,
    variants: Annotated[bool, typer.Option("--variants", help="Also give the other terms.")] = False,
    mix_tiers: MixTiers = False,
    json: Json = False,
) -> None:
    """Draft or check; see the help."""
    given = [
        name for name, value in (("--finding", finding), ("--entry", entry), ("--check", check)) if value is not None
    ]
    if len(given) != 1:
        raise BadRequest(
            "Give one of --finding TEXT, --entry ID or --check TEXT."
            if not given
            else f"{' and '.join(given)} exclude each other.",
            "For example: opcat draft --finding 'Patients were strapped to beds for hours'",
            code="usage",
        )
    output = Output(json)
    if check is not None:
        _check(context, check, output)
        return
    from api.wiring import redactor as chosen_redactor
    from assistant.drafting.drafting import Wishes
    from assistant.drafting.drafting import draft as drafted
    from assistant.drafting.finding import finding_of_entry, finding_of_text
    from assistant.drafting.measures import Term
    from assistant.tiers import stamped

    with library_of(context) as library:
        kind, subject = known_values(library, place_type, theme)
        # Of an entry nothing has to be redacted, so the models are loaded only for words that the user gives.
        masks: Redactor | None = chosen_redactor(settings_of(context)) if finding is not None or addressee else None
        if finding is not None and masks is not None:
            start = finding_of_text(finding, addressee, masks)
        else:
            start = finding_of_entry(library, entry or "", addressee, masks)
        wishes = Wishes(place, kind, subject, Term(term) if term else None, variants)
        shape = stamped(library, drafted(library, start, wishes).to_json(), mix=mix_tiers)
    output.result(shape, *_drawn(shape))


def known_values(library: Any, place_type: str | None, theme: str | None) -> tuple[str | None, str | None]:
    """Return type of place and theme as the taxonomy writes them.

    Raises:
        BadRequest: it knows no such type or theme; the hint lists them.
    """
    from api.filters import filters_of

    filters = filters_of(library, place_type=place_type, theme=theme)
    return filters.place_type, filters.theme


def checked_shape(texts: list[str], redactor: Redactor) -> dict[str, Any]:
    """Redact texts, check the recommendations in them, and return the contract's form.

    Raises:
        AssistantError: nothing to check, or too much.
        RedactionError: the text cannot be redacted.
    """
    from assistant.drafting.checking import check_text

    return check_text(texts, redactor).to_json()


def _check(context: typer.Context, given: str, output: Output) -> None:
    from api.wiring import redactor as chosen_redactor

    texts = [given]
    path = Path(given) if len(given) < _LONGEST_PATH and "\n" not in given else None
    if path is not None and _is_file(path):
        from ingest.copies.source import read_source

        texts = list(read_source(path).segments)
    elif (
        path is not None
        and path.suffix.lower() in {".txt", ".md", ".docx", ".pdf", ".html", ".odt"}
        and " " not in given
    ):
        raise NotFound("There is no such file.", "Give the path of a file, or the recommendation itself in quotes.")
    shape = checked_shape(texts, chosen_redactor(settings_of(context)))
    lines: list[Any] = []
    for each in shape["recommendations"]:
        lines += _judged(each, with_text=True)
    output.result(
        shape,
        *[plain(f"Note: {each['why']} {each['suggestion']}", style="yellow") for each in shape["warnings"]],
        *[plain(f"Not judged, since it demands nothing: {each}", style="yellow") for each in shape["skipped"]],
        *lines,
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _drawn(shape: dict[str, Any]) -> list[Any]:
    from rich.padding import Padding
    from rich.text import Text

    parts: list[Any] = [
        plain(f"Note: {each['why']} {each['suggestion']}", style="yellow") for each in shape["warnings"]
    ]
    for wording in shape["variants"] or [shape["draft"]]:
        parts.append(Text(f"\nDraft, {wording['term']} term", style="bold"))
        for part in wording["parts"]:
            mark = f" [{part['citation']}]" if part["citation"] else ""
            parts.append(Padding(Text.assemble(part["text"], (mark, "cyan")), (0, 0, 0, 2)))
        for slot in wording["slots"]:
            hint = f" Sources have: {'; '.join(slot['suggestions'])}." if slot["suggestions"] else ""
            parts.append(Padding(Text(f"{slot['slot']} {slot['asks']}{hint}", style="dim"), (0, 0, 0, 2)))
    parts.append(Text(""))
    parts += _judged(shape["draft"], with_text=False)
    if shape["repeats"]:
        parts.append(Text("\nRepeats", style="bold"))
    for each in shape["repeats"]:
        sure = "" if each["sure"] else " (to be confirmed)"
        parts.append(Padding(Text(f"[{each['n']}] {each['citation']}{sure}: {each['why']}"), (0, 0, 0, 2)))
    if shape["precedents"]:
        parts.append(Text("\nPrecedents, newest first", style="bold"))
    for each in shape["precedents"]:
        fate = "; ".join(
            f"{who}: {what}"
            for who, what in (("authority", each["status_claimed"]), ("visit", each["status_verified"]))
            if what
        )
        parts.append(
            Padding(Text.assemble((f"[{each['n']}] ", "cyan"), (each["citation"], "bold"), f"  {fate}"), (0, 0, 0, 2))
        )
        parts.append(Padding(Text(each["text"], style="dim"), (0, 0, 0, 6)))
    if shape["criteria"]:
        parts.append(Text("\nCriteria", style="bold"))
    for each in shape["criteria"]:
        parts.append(
            Padding(
                Text.assemble((f"[{each['n']}] ", "cyan"), (each["citation"], "bold"), f"  {each['relation']}"),
                (0, 0, 0, 2),
            )
        )
        parts.append(Padding(Text(f"“{each['quote']}”", style="dim"), (0, 0, 0, 6)))
    notes = (*shape["notices"], shape["protection"]["tiers_note"])
    return [*parts, *(plain(f"\nNote: {each}", style="dim") for each in notes)]


def _judged(checked: dict[str, Any], *, with_text: bool) -> list[Any]:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, padding=(0, 1))
    styles = {"met": "green", "doubtful": "yellow", "not met": "red"}
    for each in checked["checks"]:
        why = f"{each['why']} {each['suggestion']}".strip()
        table.add_row(
            Text(each["standing"], style=styles[each["standing"]]), Text(each["criterion"]), Text(why, style="dim")
        )
    parts: list[Any] = [Text(checked["text"], style="bold")] if with_text else []
    parts.append(Padding(table, (0, 0, 0, 2)))
    for fault in checked["faults"] if with_text else ():
        quoted = f"“{fault['words']}”: " if fault["words"] and len(fault["words"]) < 60 else ""
        parts.append(Padding(Text(f"{quoted}{fault['why']} {fault['suggestion']}"), (0, 0, 0, 2)))
    return [*parts, Text("")] if with_text else parts
