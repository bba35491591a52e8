"""A brief: what is open, unanswered and to be looked at, also where nothing is known."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.briefing.boilerplate import is_boilerplate
from assistant.briefing.brief import brief
from assistant.briefing.checklist import FUNCTIONS, load_checklists
from assistant.briefing.deadline import due_day
from ingest.instruments.catalogue import load_catalogue
from ingest.instruments.reference import parse_reference
from ingest.taxonomy import PLACE_TYPES, THEMES

TODAY = "2026-01-15"


def test_open_and_repeated_recommendations(places: Any) -> None:
    found = brief(places, "Marrowdale", today=TODAY)
    assert found.known and found.missing == ""
    assert [history.first.entry_id for history in found.open] == [
        "r-first-0",
        "r-first-1",
        "r-first-3",
        "r-first-4",
        "r-second-4",
        "r-third-2",
    ]
    assert [history.times for history in found.repeated] == [3]
    assert found.place_type == "prison"


def test_what_is_unanswered_and_late(places: Any) -> None:
    found = brief(places, "Marrowdale", today=TODAY)
    told = {each.asked.entry_id: (each.due, each.overdue) for each in found.unanswered}
    assert told["r-first-5"] == ("2020-08-01", True)
    assert told["r-third-2"] == (None, None)
    assert "r-first-0" not in told, "answered"
    assert "r-third-1" in told, "asked again, and not answered since"
    early = brief(places, "Marrowdale", today="2020-07-31")
    assert next(each for each in early.unanswered if each.asked.entry_id == "r-first-5").overdue is False


def test_themes_come_from_what_was_found_or_from_the_asker(places: Any) -> None:
    assert brief(places, "Marrowdale", today=TODAY).themes[0] == "segregation"
    asked = brief(places, "Marrowdale", today=TODAY, themes=["food"])
    assert asked.themes == ("food",)
    assert asked.open[0].first.entry.themes == ("food",)
    assert {theme for check in asked.theme_checks for theme in check.themes} == {"food"}


def test_findings_of_the_report_before_a_follow_up(places: Any) -> None:
    found = brief(places, "Marrowdale", today=TODAY)
    assert found.last is not None and found.last.document_id == "d-third"
    assert [each.entry_id for each in found.good_practice] == ["r-second-5"]


def test_a_place_never_visited(places: Any) -> None:
    found = brief(places, "Wintermoor Police Station", today=TODAY)
    assert not found.known and "no document about this place" in found.missing
    assert found.place_type == "police custody"
    assert found.open == () and found.unanswered == () and found.findings == ()
    assert any("Custody records" in check.text for check in found.place_checks)
    assert found.criteria and found.reminders


def test_near_names_are_named(places: Any) -> None:
    assert "Marrowdale Prison" in brief(places, "Marowdal", today=TODAY).missing


def test_an_empty_library_still_has_criteria(empty: Any) -> None:
    found = brief(empty, "Wintermoor", today=TODAY, place_type="prison")
    assert not found.known and found.place_checks and found.criteria
    assert found.to_json()["coverage"]["documents"] == 0


def test_every_check_rests_on_a_provision_of_the_catalogue() -> None:
    lists = load_checklists()
    known = {str(entry.reference) for entry in load_catalogue().entries}
    checks = [
        *(
            check
            for group in (lists.functions, lists.place_types, lists.themes)
            for each in group.values()
            for check in each
        ),
        *lists.reminders,
    ]
    missing = {ref for check in checks for ref in check.refs if str(parse_reference(ref)) not in known}
    assert all(check.refs for check in checks)
    assert not missing


def test_there_is_a_checklist_for_everything_that_can_be_asked() -> None:
    lists = load_checklists()
    assert tuple(lists.functions) == FUNCTIONS
    assert set(lists.place_types) == set(PLACE_TYPES)
    assert set(lists.themes) == set(THEMES)
    assert all(set(check.themes) <= set(THEMES) for checks in lists.place_types.values() for check in checks)
    narrow = lists.for_place_type("remand prison")
    assert set(lists.place_types["prison"]) < set(narrow)
    assert lists.for_place_type(None) == lists.for_place_type("mixed") == lists.place_types["other"]


@pytest.mark.parametrize(
    ("due", "start", "day"),
    [
        ("within three months", "2024-01-31", "2024-04-30"),
        ("1 month", "2024-06-15", "2024-07-15"),
        ("within 60 days", "2024-01-01", "2024-03-01"),
        ("two weeks", "2024-01-01", "2024-01-15"),
        ("one year", "2024-02-29", "2025-02-28"),
        ("30 June 2025", None, "2025-06-30"),
        ("2025-03", None, "2025-03-31"),
        ("immediately", "2024-05-05", "2024-05-05"),
        ("within three months", "2024", "2025-03-31"),
        ("within three months", None, None),
        ("continuously", "2024-01-01", None),
        (None, "2024-01-01", None),
    ],
)
def test_deadlines(due: str | None, start: str | None, day: str | None) -> None:
    assert due_day(due, start) == day


def test_what_is_said_to_be_done_is_to_be_seen(places: Any) -> None:
    found = brief(places, "Marrowdale", today=TODAY)
    # Two visits have looked at the cell bells since; nobody has looked at the library.
    assert [history.first.entry_id for history in found.claims] == ["r-first-3"]
    history = next(each for each in found.open if each.first.entry_id == "r-first-0")
    assert history.claimed == "implemented" and history.judged_since


def test_what_a_report_says_of_its_printing_is_no_finding() -> None:
    assert is_boilerplate("By the time of publication none had been received.")
    assert not is_boilerplate("At the time of the visit no complaints had been received.")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("repeats to the Ministry of Works the recommendation to heat the annexe;", True),
        ("3) The Board recommends that soap be issued.", True),
        ("The ward deserves credit for this.", True),
        ("There is no register.", True),
        ("The marks mean: A, done; B, begun; C, not begun.", True),
        ("The Board recalls Rules 20 and 22 of the Rules on food and water in camps.", True),
        ("The team notes as good practice what follows.", True),
        ("the proceedings brought against wardens since May and their outcome;", True),
        ("Finally, I would ask that the Agency tell of its plans for the roof.", True),
        ("In May the Board received two letters from the annexe, whereupon it decided to go at once.", True),
        ("The marks on the wall showed where the beds had stood.", False),
        ("the ward was cold and had no curtains;", False),
        ("The Board received two letters from the annexe on the cold.", False),
        ("There is no register of the times at which patients were strapped to beds.", False),
        ("The boiler failed in May and was repaired in June.", False),
        ("Staff recommended to residents that they keep their windows shut.", False),
    ],
)
def test_demands_and_sentences_that_lean_on_others_are_no_findings_for_a_brief(text: str, is_one: bool) -> None:
    assert is_boilerplate(text) == is_one
