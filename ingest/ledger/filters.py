"""Filters of a search as SQL conditions: the one place that says what a filter means."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.folding import date_bounds, fold, name_tokens
from ingest.passage import Filters
from ingest.taxonomy import place_types_within


@dataclass(frozen=True, slots=True)
class Condition:
    """An SQL condition over the table ``documents`` (alias ``d``) with its parameters."""

    sql: str
    parameters: tuple[object, ...]


def document_condition(filters: Filters) -> Condition:
    """Return the condition for the filters that hold for whole documents; the theme is not among them.

    A document without a date matches no date filter, one without a place no place filter. A partial date matches when
    the days it can mean overlap the days asked for; a malformed date in the filter matches nothing.
    """
    clauses = ["d.status = 'indexed'"]
    parameters: list[object] = []

    def need(sql: str, *values: object) -> None:
        clauses.append(sql)
        parameters.extend(values)

    if filters.kinds:
        need(f"d.kind IN ({marks(len(filters.kinds))})", *(str(kind) for kind in filters.kinds))
    if filters.documents:
        need(f"d.document_id IN ({marks(len(filters.documents))})", *filters.documents)
    if filters.place is not None:
        for word in name_tokens(filters.place) or ("",):
            need("instr(d.place_tokens, ?) > 0", f" {word} ")
    if filters.body is not None:
        for word in fold(filters.body) or ("",):
            need("instr(d.body_tokens, ?) > 0", f" {word} ")
    if filters.place_type is not None:
        types = place_types_within(filters.place_type)
        need(f"d.place_type IN ({marks(len(types))})", *types)
    if filters.date_from is not None:
        need("d.date_high >= ?", date_bounds(filters.date_from)[0])
    if filters.date_to is not None:
        need("d.date_low <= ?", date_bounds(filters.date_to)[1])
    return Condition(" AND ".join(clauses), tuple(parameters))


def passage_condition(filters: Filters) -> Condition:
    """Return the condition over ``documents d`` joined with ``passages p``, the theme included."""
    whole = document_condition(filters)
    if filters.theme is None:
        return whole
    theme = "EXISTS (SELECT 1 FROM passage_themes t WHERE t.theme = ? AND t.passage_id = p.passage_id)"
    return Condition(f"{whole.sql} AND {theme}", (*whole.parameters, filters.theme))


def unrestricted(filters: Filters) -> bool:
    """Say whether every passage of the library is permitted."""
    return filters == Filters()


def marks(number: int) -> str:
    """Return ``?, ?, ?`` for a list of parameters."""
    return ", ".join("?" * number)
