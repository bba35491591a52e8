"""Minutes of meetings, return visits that count in words, headings that judge: what each short document tells."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import RegisterEntry
from ingest.register.extraction import extract_register
from ingest.register.minutes import told_at_meeting


def entries(*lines: str) -> list[RegisterEntry]:
    built = report(*lines)
    kind = classify(built, "report.pdf")
    return list(extract_register(built, "d-x", kind, read_metadata(built, "report.pdf", kind, None)))


def test_minutes_hold_the_answers_of_those_who_were_asked() -> None:
    built = report(
        "# Minutes of the meeting between the Mechanism and the Police Inspectorate",
        "1. Recommendation 1 (cells below ground). The Inspectorate stated that they were closed in January.",
        "2. Recommendation 2 (examination). The Inspectorate does not accept it: a doctor is called where needed.",
        "3. Recommendation 3 (recording). Equipment has been ordered and is to be installed by September.",
        "4. Recommendation 4 (register). The Inspectorate should send its form by May.",
    )
    told = [(one.number, one.kind, one.status_claimed) for one in told_at_meeting(built.blocks)]
    assert told == [("1", "response", "implemented"), ("2", "response", "rejected"), ("3", "response", "accepted")]


def test_no_other_document_is_read_as_minutes() -> None:
    built = report(
        "# Report on the visit to Elm Police Station",
        "1. Recommendation 1 (cells below ground). The Inspectorate stated that they were closed in January.",
    )
    assert told_at_meeting(built.blocks) == []


def test_headings_judge_the_recommendations_below_them() -> None:
    found = entries(
        "# Follow-up visit to Elm Training Centre",
        "We came back on 19 November 2024 to see what had become of our five recommendations.",
        "# Recommendations carried out",
        "Recommendation 1. The windows have been fitted with shutters that open.",
        "# Recommendations carried out in part",
        "Recommendation 2. School goes on for four hours a day in place of six.",
        "# Recommendations not carried out",
        "Recommendation 3. There is no complaint box.",
        "# New recommendations",
        "Recommendation 6. The Director should see to it that two nurses are on duty at night.",
    )
    assert [(one.kind, one.number, one.status_verified) for one in found if one.kind != "finding"] == [
        ("progress", "1", "implemented"),
        ("progress", "2", "partly implemented"),
        ("progress", "3", "not implemented"),
        ("recommendation", "6", None),
    ]


def test_a_pair_of_headings_parts_what_changed_from_what_did_not() -> None:
    found = entries(
        "# Follow-up visit to Elm Hospital",
        "On 21 November 2023 we came back to the hospital without notice.",
        "# What has become better",
        "The toilets have doors that can be locked from inside.",
        "Telephones are in patients' hands all day. Only on Ward A do staff still keep them.",
        "# What has not",
        "At night there are two people for 21 patients.",
    )
    assert [one.status_verified for one in found if one.kind == "progress"] == [
        "implemented",
        "partly implemented",
        "not implemented",
    ]


def test_verdicts_that_count_in_words_bear_the_number_they_count() -> None:
    found = entries(
        "# Return visit to Elm Home",
        "8 July 2025",
        "1. The Commission first visited the home on 21 and 22 February 2024 and made four recommendations.",
        "2. Of these, the first - to stop tying residents to chairs - has been followed: no belts were found.",
        "3. The second concerned the locked garden door. It stands open now from breakfast to dusk.",
        "4. The third (a key for each resident) has not been acted upon.",
        "5. Nothing has been done about the fourth: residents still sign powers of attorney.",
        "6. The Commission repeats the third. It adds one: the home should let residents keep telephones.",
    )
    assert [(one.number, one.status_verified) for one in found if one.kind == "progress"] == [
        ("1", "implemented"),
        ("2", "implemented"),
        ("3", "not implemented"),
        ("4", "not implemented"),
    ]
    asked = [str(one.text) for one in found if one.kind == "recommendation"]
    assert asked[-1] == "It adds one: the home should let residents keep telephones."
    assert [one.kind for one in found if one.kind == "finding"] == []


def test_numbers_and_answers_stand_around_recommendations_in_prose() -> None:
    found = entries(
        "# Annual report: visits of the year",
        "The Commission recommends to the Prison Service (Recommendation 1) that registers be numbered. "
        "The Prison Service answered that a circular has been issued.",
        "The Commission recommends to the Ministry of Justice (Recommendation 2) that an inquiry be opened. "
        "No answer had come when this report went to print.",
        "To the Prosecutor General (Recommendation 3): every month the roll of each house should be read. "
        "The Prosecutor General did not agree: the courts do this already, he wrote.",
    )
    asked = [(one.number, one.addressee, one.status_claimed) for one in found if one.kind == "recommendation"]
    assert asked == [
        ("1", "Prison Service", "implemented"),
        ("2", "Ministry of Justice", "no reply"),
        ("3", "Prosecutor General", "rejected"),
    ]


@pytest.mark.parametrize(
    ("to", "addressee"),
    [
        ("To: Chief Commissioner [STAFF 1], Police Directorate of the North", "Police Directorate of the North"),
        ("To: Dr [PERSON 1], Ministry of Health", "Ministry of Health"),
    ],
)
def test_the_office_behind_a_person_is_whom_a_letter_is_written_to(to: str, addressee: str) -> None:
    found = entries(
        to,
        "# Letter on the visit to Elm Police Station",
        "Dear Sir,",
        "On 3 May 2024 we visited the station.",
        "# Recommendations",
        "1. Call bells should be installed in all cells.",
        "2. Every entry of the register should bear a signature.",
    )
    assert [one.addressee for one in found if one.kind == "recommendation"] == [addressee, addressee]


def test_a_table_beside_what_was_asked_tells_what_was_found() -> None:
    found = entries(
        "# Second visit to Elm Juvenile Home, 11 February 2026",
        "In June 2025 we asked the home for three things and the Youth Office for one.",
        "| What we asked | What we found on 11 February",
        "| No punishment in the quiet room | Done. The room is now a store.",
        "| A call home every day | Partly: on weekends the telephone is locked.",
        "| A second educator at night | Not done; one educator, 13 boys.",
        "| Review of the licence by the Youth Office | The review was finished on 15 December.",
        "We repeat that a second educator is needed at night.",
    )
    assert [one.status_verified for one in found if one.kind == "progress"][:3] == [
        "implemented",
        "partly implemented",
        "not implemented",
    ]
    assert [one.kind for one in found if one.kind != "finding"] == [*["progress"] * 4, "recommendation"]
