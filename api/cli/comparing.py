"""``opcat compare``, ``brief`` and ``statistics``: what the register says over visits, for a visit, of a year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.filtering import ALL, Asked, with_filters
from api.cli.options import Json, PlaceType, library_of
from api.cli.output import Output
from api.cli.tiers import MixTiers, note_export
from api.documents.page import today
from api.errors import BadRequest

if TYPE_CHECKING:
    from rich.console import RenderableType

    from api.documents.page import Page
    from ingest.library import Library

_COMPARE = """Compare visits: what is repeated, improved, worse, new, and not spoken of any more.

Examples:

opcat compare Tarnwick

opcat compare Tarnwick --from d-1a2b --to d-3c4d --out compared.html

opcat compare Tarnwick --years 2022 2024

opcat compare Tarnwick --with Lisnamara

opcat compare --years 2022 2024

By default the last visit is compared with the one before. What improved or got worse rests on verdicts of a visit that
are linked to the recommendation; texts that are only alike are shown as "alike, not linked".
"""

_BRIEF = """Make a brief for a visit: last findings, open and repeated recommendations, no replies yet, what to check.

Examples:

opcat brief Tarnwick --out brief.docx

opcat brief "Fernhollow Secure Home" --place-type "juvenile institution" --theme segregation --theme education

A place that was never visited gets the criteria and the checklist of its type, and the brief says so.
"""

_STATISTICS = """Count recommendations by theme, type of place, addressee, response and what a visit found.

Examples:

opcat statistics --year 2024 --out year.docx

opcat statistics --from 2023-07 --to 2024-06 --body "Prison Inspectorate" --json

Every number has the rows behind it, every rate its denominator; what could not be read is listed.
"""

Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="A page to print: FILE.html or FILE.docx.", show_default=False),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file where it exists.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(name="compare", help=_COMPARE)(compare)
    app.command(name="brief", help=_BRIEF)(brief)
    app.command(name="statistics", help=_STATISTICS)(statistics)


def compare(
    context: typer.Context,
    place: Annotated[str | None, typer.Argument(metavar="PLACE", help="A place; part of its name will do.")] = None,
    earlier: Annotated[
        str | None, typer.Option("--from", metavar="ID", help="Report of the earlier visit, or its year.")
    ] = None,
    later: Annotated[
        str | None, typer.Option("--to", metavar="ID", help="Report of the later visit, or its year.")
    ] = None,
    other: Annotated[str | None, typer.Option("--with", metavar="PLACE", help="Another place, side by side.")] = None,
    years: Annotated[
        tuple[int, int] | None, typer.Option("--years", metavar="YEAR YEAR", help="Two years.", show_default=False)
    ] = None,
    out: Out = None,
    force: Force = False,
    mix_tiers: MixTiers = False,
    json: Json = False,
) -> None:
    """Compare visits, places or years."""
    from api.cli import comparing_shown as shown
    from api.documents.across_page import across_page
    from api.documents.comparison_page import comparison_page
    from assistant.comparing.across import compare_places, compare_years
    from assistant.comparing.comparison import compare as compare_visits
    from assistant.tiers import stamped

    _check_asked(place, earlier, later, other, years)
    _check_file(out, force)
    with library_of(context) as library:
        if place is not None and other is not None:
            sides = compare_places(library, place, other)
        elif place is None and years is not None:
            sides = compare_years(library, *sorted(years))
        else:
            first, last = (str(year) for year in sorted(years)) if years else (earlier, later)
            found = compare_visits(library, place or "", earlier=first, later=last)
            result = stamped(library, found.to_json(), mix=mix_tiers or out is None)
            page = comparison_page(found, today())
            _finish(library, "comparison", json, result, page, out, force, shown.comparison(found))
            return
        result = stamped(library, sides.to_json(), mix=mix_tiers or out is None)
        _finish(library, "comparison", json, result, across_page(sides, today()), out, force, shown.across(sides))


def brief(
    context: typer.Context,
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A place; part of its name will do.")],
    place_type: PlaceType = None,
    theme: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="segregation, healthcare, ...; may be repeated."),
    ] = None,
    out: Out = None,
    force: Force = False,
    mix_tiers: MixTiers = False,
    json: Json = False,
) -> None:
    """Make a brief for a visit."""
    from api.cli import comparing_shown as shown
    from api.documents.brief_page import brief_page
    from api.filters import filters_of
    from assistant.briefing.brief import brief as make_brief
    from assistant.tiers import stamped

    if not place.strip():
        raise BadRequest("No place is named.", "For example: opcat brief Tarnwick", code="no_place_named")
    _check_file(out, force)
    with library_of(context) as library:
        kind = filters_of(library, place_type=place_type).place_type
        themes = [filters_of(library, theme=each).theme or "" for each in theme or ()]
        found = make_brief(library, place, today=today(), place_type=kind, themes=themes)
        result = stamped(library, found.to_json(), mix=mix_tiers or out is None)
        _finish(library, "brief", json, result, brief_page(found, today()), out, force, shown.brief(found))


@with_filters("kind", "document")
def statistics(
    context: typer.Context,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YEAR", min=1900, max=2200, help="Visits that ended in this year.")
    ] = None,
    asked: Asked = ALL,
    out: Out = None,
    force: Force = False,
    mix_tiers: MixTiers = False,
    json: Json = False,
) -> None:
    """Count recommendations."""
    from api.cli import comparing_shown as shown
    from api.documents.statistics_page import statistics_page
    from assistant.tiers import stamped
    from assistant.yearbook.statistics import statistics as count

    if year is not None and (asked.date_from or asked.date_to):
        raise BadRequest("--year and --from/--to are two kinds of period.", "Give one of them.", code="two_periods")
    _check_file(out, force)
    if year:
        asked = replace(asked, date_from=str(year), date_to=str(year))
    with library_of(context) as library:
        filters = asked.within(library, Output(json))
        period = {"Year": str(year)} if year else {"From": asked.date_from, "To": asked.date_to}
        named = {**period, "Place": asked.place, "Type of place": filters.place_type}
        named |= {"Body": asked.body, "Theme": filters.theme}
        found = count(library, filters, {name: value for name, value in named.items() if value})
        result = stamped(library, found.to_json(), mix=mix_tiers or out is None)
        page = statistics_page(found, today())
        _finish(library, "statistics", json, result, page, out, force, shown.statistics(found))


def _check_asked(place: str | None, earlier: str | None, later: str | None, other: str | None, years: Any) -> None:
    """Refuse what does not go together.

    Raises:
        BadRequest: no place and no years, or more than one kind of comparison.
    """
    if place is None and (years is None or other is not None):
        raise BadRequest("No place is named.", "For example: opcat compare Tarnwick", code="no_place_named")
    if sum((bool(earlier or later), other is not None, years is not None)) > 1:
        raise BadRequest(
            "--from/--to, --with and --years are three kinds of comparison.",
            "Give one of them.",
            code="two_comparisons",
        )


def _check_file(out: Path | None, force: bool) -> None:
    if out is not None:
        from api.documents.writing import checked

        checked(out, force=force)


def _finish(
    library: Library,
    what: str,
    json: bool,
    result: dict[str, Any],
    page: Page,
    out: Path | None,
    force: bool,
    shown: list[RenderableType],
) -> None:
    """Write the page where one is asked for, with a row of the audit, and show the result."""
    from rich.text import Text

    from api.documents.page import with_tier

    output = Output(json)
    told = result["protection"]["tiers_note"]
    if out is None:
        output.result(result, *shown, Text(told, style="dim"))
        return
    page = with_tier(page, told)

    from api.documents.writing import page_format, write_page
    from assistant.tiers import documents_in

    note_export(library, what, documents_in(result), output)
    write_page(page, out, force=force)
    output.result(
        {"file": str(out), "format": page_format(out).value, **result}, Text(f"{out}: written. {page.notice}")
    )
