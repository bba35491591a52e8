"""Yearly statistics: every number has its rows, every rate its denominator."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.comparing.errors import EmptyLibrary, NoVisits
from assistant.yearbook.breakdown import body_names
from assistant.yearbook.statistics import statistics
from ingest.passage import Filters


def test_each_thing_asked_for_is_counted_once(places: Any) -> None:
    found = statistics(places, Filters())
    assert found.total.count == 5 + 2 + 2 + 1, (
        "verdicts, answers, findings, good practice and requests are no recommendations"
    )
    assert found.requests == 1
    assert not [each.entry_id for each in found.rows if each.entry.kind in ("progress", "response", "finding")]
    assert len(found.rows) == len({each.entry_id for each in found.rows}) == found.total.count


def test_rates_have_their_wholes(places: Any) -> None:
    rates = {name: (count, whole) for name, count, whole in statistics(places, Filters()).rates}
    assert rates["answered by the authority"] == (3, 10)
    assert rates["judged by a later visit"] == (3, 10)
    assert rates["achieved, of those judged"] == (1, 3)
    assert rates["not achieved, of those judged"] == (2, 3)
    assert rates["repeating an earlier one"] == (2, 10)


def test_a_period_is_that_of_the_visit(places: Any) -> None:
    found = statistics(places, Filters(date_from="2022", date_to="2022"))
    assert {record.document_id for record in found.visits} == {"d-second", "d-tarnholm"}
    assert found.total.count == 3
    assert dict(found.visits_by_type) == {"prison": 1, "police custody": 1}
    first = statistics(places, Filters(date_from="2020", date_to="2020"))
    assert first.total.judged == 3, "verdicts of later years count for what was asked in this one"


def test_numbers_have_the_rows_behind_them(places: Any) -> None:
    found = statistics(places, Filters())
    shown = {each.entry_id for each in found.rows}
    for breakdown in found.breakdowns:
        assert {name for part in breakdown.parts for name in part.ids} == shown
        if not breakdown.several:
            assert sum(part.count for part in breakdown.parts) == breakdown.of == found.total.count
        for part in breakdown.parts:
            assert sum(part.outcomes.values()) == part.count == len(set(part.ids))


def test_themes_and_responses(places: Any) -> None:
    found = statistics(places, Filters())
    themes = {part.label: part.count for part in found.by("theme").parts}
    assert themes["segregation"] == 4
    assert {part.label: part.count for part in found.by("response").parts} == {
        "implemented": 2,
        "accepted": 1,
        "no reply in the library": 7,
    }
    status = Counter({part.label: part.count for part in found.by("status").parts})
    assert status["not judged by a visit"] == 7


def test_bodies_and_places_restrict_it(places: Any) -> None:
    assert statistics(places, Filters(body="Velden Visitors")).total.count == 1
    assert statistics(places, Filters(theme="food")).total.count == 2


def test_what_was_not_counted_is_said(places: Any) -> None:
    found = statistics(places, Filters())
    assert ("third.pdf", "1 of 4 pages could not be read") in found.unread
    assert {record.document_id for record in found.silent} == {"d-alder-1", "d-alder-2"}
    assert found.to_json()["rates"][0] == {"name": "answered by the authority", "count": 3, "of": 10}


def test_nothing_to_count_is_an_error_that_helps(places: Any, empty: Any) -> None:
    with pytest.raises(NoVisits) as none:
        statistics(places, Filters(date_from="1999", date_to="1999"))
    assert "2020" in none.value.hint
    with pytest.raises(EmptyLibrary):
        statistics(empty, Filters())


def test_bodies_of_different_states_are_not_merged() -> None:
    def record(body: str | None, state: str | None) -> Any:
        return SimpleNamespace(metadata=SimpleNamespace(inspecting_body=body, jurisdiction=state))

    name = "National Preventive Mechanism"
    records = {"a": record(name, "Ostmark"), "b": record(name, None), "c": record("Velden Visitors", "Velden")}
    assert body_names(records) == {
        "a": f"{name} (Ostmark)",
        "b": f"{name} (State not known)",
        "c": "Velden Visitors",
    }


def test_verdicts_that_visits_gave_are_told_beside_the_rates(places: Any) -> None:
    found = statistics(places, Filters())
    given = {each.outcome.value: (each.count, each.linked) for each in found.verdicts}
    assert given and all(0 <= linked <= count for count, linked in given.values())
    judging = [
        entry
        for entry in places.ledger.register(Filters(kinds=("visit_report",)))
        if entry.kind == "progress" and entry.status_verified
    ]
    assert sum(count for count, _ in given.values()) >= len(judging) > 0
    assert found.to_json()["verdicts_given"][0].keys() == {"outcome", "count", "linked"}
