"""``GET /v1/compare``, ``/v1/brief``, ``/v1/statistics``: results as on the command line, or the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from api.documents.page import today
from api.errors import BadRequest
from api.http.routes import OpenShelf

if TYPE_CHECKING:
    from api.documents.page import Page
    from ingest.library import Library

router = APIRouter(prefix="/v1")


class CompareValues(BaseModel):
    """What is compared: visits of a place, two places, or two years."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    place: str | None = Field(None, min_length=1, max_length=200)
    earlier: str | None = Field(None, alias="from", max_length=64)
    later: str | None = Field(None, alias="to", max_length=64)
    other: str | None = Field(None, alias="with", min_length=1, max_length=200)
    years: list[int] = Field(default_factory=list, max_length=2)
    format: Literal["json", "html", "docx"] = "json"
    mix_tiers: bool = False


class BriefValues(BaseModel):
    """The place to be visited."""

    model_config = ConfigDict(extra="forbid")

    place: str = Field(min_length=1, max_length=200)
    place_type: str | None = Field(None, max_length=60)
    theme: list[str] = Field(default_factory=list, max_length=20)
    format: Literal["json", "html", "docx"] = "json"
    mix_tiers: bool = False


class StatisticsValues(BaseModel):
    """What is counted."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    year: int | None = Field(None, ge=1900, le=2200)
    place: str | None = Field(None, max_length=200)
    place_type: str | None = Field(None, max_length=60)
    body: str | None = Field(None, max_length=200)
    theme: str | None = Field(None, max_length=60)
    date_from: str | None = Field(None, alias="from", max_length=10)
    date_to: str | None = Field(None, alias="to", max_length=10)
    format: Literal["json", "html", "docx"] = "json"
    mix_tiers: bool = False


@router.get("/compare", response_model=None)
def compare(values: Annotated[CompareValues, Query()], shelf: OpenShelf) -> Response | dict[str, Any]:
    """Compare visits, places or years."""
    from api.documents.across_page import across_page
    from api.documents.comparison_page import comparison_page
    from assistant.comparing.across import compare_places, compare_years
    from assistant.comparing.comparison import compare as compare_visits

    pair = sorted(values.years)
    if len(pair) == 1:
        raise BadRequest("One year is given.", "Give years twice: years=2022&years=2024", code="bad_date")
    if values.place is None and (not pair or values.other is not None):
        raise BadRequest("No place is named.", "Give place, or years twice.", code="no_place_named")
    if sum((bool(values.earlier or values.later), values.other is not None, bool(pair))) > 1:
        raise BadRequest("from/to, with and years are three kinds of comparison.", "Give one.", code="two_comparisons")
    with shelf.reading() as library:
        if values.place is not None and values.other is not None:
            sides = compare_places(library, values.place, values.other)
        elif values.place is None:
            sides = compare_years(library, pair[0], pair[1])
        else:
            first, last = (str(pair[0]), str(pair[1])) if pair else (values.earlier, values.later)
            found = compare_visits(library, values.place, earlier=first, later=last)
            return _given(library, values, found.to_json(), comparison_page(found, today()), "comparison")
        return _given(library, values, sides.to_json(), across_page(sides, today()), "comparison")


@router.get("/brief", response_model=None)
def brief(values: Annotated[BriefValues, Query()], shelf: OpenShelf) -> Response | dict[str, Any]:
    """Make a brief for a visit."""
    from api.documents.brief_page import brief_page
    from api.filters import filters_of
    from assistant.briefing.brief import brief as make_brief

    with shelf.reading() as library:
        kind = filters_of(library, place_type=values.place_type).place_type
        themes = [filters_of(library, theme=each).theme or "" for each in values.theme]
        found = make_brief(library, values.place, today=today(), place_type=kind, themes=themes)
        return _given(library, values, found.to_json(), brief_page(found, today()), "brief")


@router.get("/statistics", response_model=None)
def statistics(values: Annotated[StatisticsValues, Query()], shelf: OpenShelf) -> Response | dict[str, Any]:
    """Count recommendations."""
    from api.documents.statistics_page import statistics_page
    from api.filters import filters_of
    from assistant.yearbook.statistics import statistics as count

    if values.year is not None and (values.date_from or values.date_to):
        raise BadRequest("year and from/to are two kinds of period.", "Give one of them.", code="two_periods")
    start, end = (str(values.year), str(values.year)) if values.year else (values.date_from, values.date_to)
    asked = values.model_dump(exclude={"format", "mix_tiers"}, exclude_none=True, by_alias=True)
    notes: list[str] = []
    with shelf.reading() as library:
        filters = filters_of(
            library,
            place=values.place,
            place_type=values.place_type,
            body=values.body,
            theme=values.theme,
            date_from=start,
            date_to=end,
            say=notes.append,
        )
        found = count(library, filters, {name: str(value) for name, value in asked.items()})
        return _given(
            library, values, {**found.to_json(), "notes": notes}, statistics_page(found, today()), "statistics"
        )


def _given(
    library: Library,
    values: CompareValues | BriefValues | StatisticsValues,
    result: dict[str, Any],
    page: Page,
    name: str,
) -> Response | dict[str, Any]:
    """Return the result, or its page as a file, which does not mix tiers unasked."""
    from assistant.tiers import stamped

    result = stamped(library, result, mix=values.mix_tiers or values.format == "json")
    if values.format == "json":
        return result
    from api.documents.page import with_tier
    from api.documents.writing import PageFormat, rendered
    from assistant.tiers import documents_in

    library.ledger.audit.exported(name, documents_in(result))
    chosen = PageFormat(values.format)
    return Response(
        rendered(with_tier(page, result["protection"]["tiers_note"]), chosen),
        media_type=chosen.media_type,
        headers={
            # A page is handed over as a file: it is never shown as part of this site.
            "Content-Disposition": f'attachment; filename="{name}.{chosen.value}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
