"""Measures below opinions, tables of answers and of colours, and verdicts on what was asked without its noun."""

from __future__ import annotations

from functools import partial

import pytest

from ingest.passage import DocumentKind, Metadata, RegisterEntry
from tests.ingest.report_builder import register_of

VISIT = Metadata(
    title="Opinions on Sundhavn Detention House", place="Sundhavn Detention House", visit_start="2024-03-04"
)
RETURN = Metadata(title="Sundhavn Detention House, one year on", place="Sundhavn Detention House")


entries = partial(register_of, metadata=VISIT)


def of_kind(kind: str, found: list[RegisterEntry]) -> list[RegisterEntry]:
    return [entry for entry in found if entry.kind == kind]


@pytest.mark.parametrize("label", ["Measure", "Measures", "Action taken", "Step taken by the warden"])
def test_measures_below_opinions_answer_them(label: str) -> None:
    found = entries(
        "# Opinions",
        "Opinion 1. The warden should put a fan into each room in summer.",
        f"{label}: Done. Fans were put into all 40 rooms in June 2024.",
        "Opinion 2. The lights should be lowered at night so that people can sleep.",
        f"{label}: It is difficult to adopt this opinion, because the lights are needed for observation.",
        "Opinion 3. The limit on the number of letters should be abolished.",
        f"{label}: Adopted in part. Eight sheets will be allowed, but the number of letters stays.",
        "Opinion 4. The doctor should tell a detainee when treatment will be given.",
        f"{label}: (blank)",
    )
    asked = of_kind("recommendation", found)
    assert [(one.number, one.status_claimed) for one in asked] == [
        ("1", "implemented"),
        ("2", "rejected"),
        ("3", "partly accepted"),
        ("4", "no reply"),
    ]
    assert asked[0].response == "Done. Fans were put into all 40 rooms in June 2024." and asked[3].response is None
    assert len(found) == len(asked)


@pytest.mark.parametrize(
    "measures",
    [
        ("Fit fans into all rooms by June.", "Lower the lights at night."),
        ("The warden should fit fans.", "The lights must be lowered."),
    ],
)
def test_measures_that_ask_answer_nothing(measures: tuple[str, str]) -> None:
    found = entries(
        "# Opinions",
        "Opinion 1. The warden should see to it that nobody suffers from the heat.",
        f"Measure: {measures[0]}",
        "Opinion 2. People should be able to sleep at night.",
        f"Measure: {measures[1]}",
    )
    assert all(one.status_claimed is None for one in found)


@pytest.mark.parametrize("number", ["No.", "SCDR No.", "Your No.", "SCDR ref.", "Our rec. no."])
def test_a_table_that_answers_numbers_names_who_answers_and_until_when(number: str) -> None:
    found = entries(
        "# Response to the report on Sundhavn Prison",
        f"| {number} | Position | Remarks | Officer responsible | Target",
        "| 1 | Done | Mattresses were received in May | Officer in Charge | ",
        "| 2 | Agreed | A tender is being evaluated | Director of Works | 30th June, 2025",
        "| 4 | Agreed in part | Two days were set aside, not a week | Judiciary | 2nd quarter 2025",
        "| 5 | Not agreed | The Service does not do so | – | –",
        kind=DocumentKind.RESPONSE,
    )
    told = of_kind("response", found)
    assert [(one.number, one.status_claimed, one.due) for one in told] == [
        ("1", "implemented", None),
        ("2", "accepted", "2025-06-30"),
        ("4", "partly accepted", "2nd quarter 2025"),
        ("5", "rejected", None),
    ]
    assert [one.addressee for one in told][:2] == ["Officer in Charge", "Director of Works"]


def test_a_table_of_rooms_answers_nothing() -> None:
    found = entries(
        "# Response to the report on Sundhavn Prison",
        "| Room No. | State | Remarks",
        "| 1 | Done | Painted in May",
        "| 2 | Agreed | To be painted",
        kind=DocumentKind.RESPONSE,
    )
    assert not of_kind("response", found)


@pytest.mark.parametrize("head", ["Colour", "Traffic light", "Light", "RAG"])
def test_colours_judge_and_what_was_found_stands_beside_them(head: str) -> None:
    found = entries(
        "# Sundhavn Detention House, one year on",
        f"| Demand | {head} | What we found",
        "| SD/A Nurses (Ministry of Health) | AMBER | Seven of twelve posts are filled",
        "| SD/B Rules on seclusion (Ministry of Health) | RED | Nothing has been issued",
        "| SD/C Fire doors (Governor) | GREEN | The padlocks are gone",
        "Amber means begun and not finished; red, not begun; green, completed.",
        metadata=RETURN,
    )
    judged = of_kind("progress", found)
    assert [(one.number, one.addressee, one.status_verified) for one in judged] == [
        ("SD/A", "Ministry of Health", "partly implemented"),
        ("SD/B", "Ministry of Health", "not implemented"),
        ("SD/C", "Governor", "implemented"),
    ]
    assert "Seven of twelve posts are filled" in judged[0].text and judged[0].response is None
    assert not any("Amber means" in one.text for one in found)


@pytest.mark.parametrize("told", ["Corrected on site", "Rectified during the visit", "Done while we were there"])
def test_what_was_put_right_on_the_spot_is_done(told: str) -> None:
    found = entries(
        "# Sundhavn Youth Centre",
        "# Non-compliance",
        "| Ref | Observed | Corrective action | Owner | Comply by",
        "| 1 | Log missing for December | Restore the log and review it daily | Facility Director | 2025-03-07",
        f"| 2 | No class for new arrivals | Provide a teacher for intake | School Division | {told}",
    )
    asked = [one for one in found if one.text.startswith(("Restore", "Provide"))]
    assert [(one.due, one.status_verified) for one in asked] == [("2025-03-07", None), (None, "implemented")]
    assert {one.kind for one in asked} == {"recommendation"}


def test_a_mark_that_redaction_covered_is_read_from_what_stands_beside_it() -> None:
    found = entries(
        "# Sundhavn Detention House, one year on",
        "| Demand | Colour | What we found",
        "| SD/A Nurses | [PERSON 1] | Nothing has been done",
        "| SD/B Rules on seclusion | RED | Nothing has been issued",
        "| SD/C Fire doors | GREEN | The padlocks are gone",
        "| SD/D Yard | GREEN | The yard is open",
        metadata=RETURN,
    )
    assert [one.status_verified for one in of_kind("progress", found)][:2] == ["not implemented", "not implemented"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("What we asked of the Governor was ignored.", "not implemented"),
        ("What the Commission had recommended has been carried out.", "implemented"),
        ("A grant of eight crowns is paid since October, about half of what we sought.", "partly implemented"),
        ("Nothing of what we demanded has come about.", "not implemented"),
        ("This point was acted upon in full.", "implemented"),
        ("Some of what was requested has been bought.", "partly implemented"),
    ],
)
def test_verdicts_on_what_was_asked(sentence: str, status: str) -> None:
    found = entries(
        "# Sundhavn Detention House, one year on", f"The rooms were full on that day. {sentence}", metadata=RETURN
    )
    assert [one.status_verified for one in of_kind("progress", found)] == [status]


@pytest.mark.parametrize(
    "sentence",
    ["What we asked of the staff was answered politely.", "He asked for what we had brought and was refused."],
)
def test_what_is_no_verdict(sentence: str) -> None:
    found = entries("# Sundhavn Detention House", f"The rooms were full on that day. {sentence}")
    assert not of_kind("progress", found)
