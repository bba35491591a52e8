"""Letters, e-mails and sheets of a page: what they are, who wrote them, when, about which place."""

from __future__ import annotations

import pytest

from ingest.metadata.body_names import body_name
from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.readers.plain import read_plain
from ingest.register.extraction import extract_register
from ingest.report import Report
from ingest.structure.parsing import structure
from redaction.text import RedactedText
from tests.ingest.report_builder import report

LETTER = """\
Instituto Nacional de Prevención
Calle 7, Puerto Elmo
Republic of Elmaria

To: the Director of Health Services, Province of Elmo

Dear Director,

On 2 and 3 April 2025 a team of this Institute paid an announced visit to the Therapeutic Community "New Path".
Eleven men had been kept in a shed.

Yours sincerely,
The Coordinator
"""


def read(*lines: str) -> Metadata:
    built = report(*lines)
    return read_metadata(built, "a.txt", classify(built, "a.txt"), None)


def entries(*lines: str) -> list[RegisterEntry]:
    built = report(*lines)
    kind = classify(built, "a.txt")
    return list(extract_register(built, "d-x", kind, read_metadata(built, "a.txt", kind, None)))


def admitted(text: str) -> Report[RedactedText]:
    lines = [block.text for block in structure(read_plain(text.encode())).blocks]
    return report(*lines)


def test_the_lines_of_a_letterhead_and_of_a_signature_stay_apart() -> None:
    texts = [block.text for block in read_plain(LETTER.encode()).blocks]
    assert texts[:3] == ["Instituto Nacional de Prevención", "Calle 7, Puerto Elmo", "Republic of Elmaria"]
    assert texts[-2:] == ["Yours sincerely,", "The Coordinator"]
    assert any(text.endswith("Eleven men had been kept in a shed.") for text in texts)
    kinds = {block.text: block.kind.value for block in structure(read_plain(LETTER.encode())).blocks}
    assert kinds["Republic of Elmaria"] == "paragraph"


def test_a_letter_names_its_place_and_a_body_in_the_language_of_the_country() -> None:
    told = read_metadata(admitted(LETTER), "a.txt", DocumentKind.VISIT_REPORT, None)
    assert told.place == 'Therapeutic Community "New Path"'
    assert told.inspecting_body == "Instituto Nacional de Prevención"


def test_an_e_mail_to_the_mechanism_that_tells_what_was_done_is_a_reply() -> None:
    lines = (
        "# Elm House - your letter of 9 May",
        "From: Health Services <[CONTACT]>",
        "To: Defensoría de los Derechos Humanos <[CONTACT]>",
        "Date: Mon, 16 Jun 2025 09:12:00 -0300",
        "Dear Mr [PERSON 1],",
        "Thank you for your letter of 9 May on the visit to Elm House.",
        "The shed was demolished on 20 May, and no new referrals have been made since.",
        "Both boys were moved to another home on 14 May.",
        "We cannot agree to four inspections a year. One a year is what we can do.",
        "Kind regards,",
        "[PERSON 2]",
    )
    assert classify(report(*lines), "a.eml") is DocumentKind.RESPONSE
    assert read(*lines).visit_start is None
    answers = [one.status_claimed for one in entries(*lines) if one.kind == "response"]
    assert answers == ["implemented", "implemented", "rejected"]


def test_one_paragraph_answers_each_of_its_numbers() -> None:
    found = entries(
        "# Reply of the Prison Department to the report on Elm Prison",
        "To recommendation No. 1: the beds have been replaced in full.",
        "To recommendations No. 4 and 5: they have been passed to the Ministry of Health, which is competent.",
        "To recommendation No. 6: agreed in principle. The rules will be amended.",
    )
    assert [(one.number, one.status_claimed) for one in found if one.kind == "response"] == [
        ("1", "implemented"),
        ("4", "under consideration"),
        ("5", "under consideration"),
        ("6", "accepted in principle"),
    ]


def test_a_reply_answers_by_number_in_cells_of_prose() -> None:
    found = entries(
        "# Reply of the Directorate to the report on Elm Prison",
        "| No. | Position of the Directorate",
        "| R4 | Done. Since June a sentry box with two officers has been working.",
        "| R5 | A form has been designed and will be in use by the end of the year.",
        "| R6 | The cells will no longer be used for sanctions. For protection they must go on serving.",
    )
    assert [(one.number, one.status_claimed) for one in found if one.kind == "response"] == [
        ("4", "implemented"),
        ("5", "accepted"),
        ("6", "partly accepted"),
    ]


def test_numbers_of_a_year_head_a_table_of_verdicts() -> None:
    found = entries(
        "# Report on the inspection of Elm Residence",
        "After our inspection of October 2021 we made three recommendations. This is where they stand.",
        "| 2021 | Subject | Finding in 2024",
        "| 1 | New mattresses and blinds | Fully achieved",
        "| 2 | Debrief each young person after a restraint | No progress",
        "| 3 | Independent telephone line for complaints | Fully achieved",
    )
    assert [(one.number, one.status_verified) for one in found if one.kind == "progress"] == [
        ("1", "implemented"),
        ("2", "not implemented"),
        ("3", "implemented"),
    ]


def test_arrows_lead_from_a_finding_to_its_recommendation() -> None:
    text = (
        "FINDINGS\n\nFinding 1. Three women were searched by men.\n"
        "-> Recommendation 1 (Border Directorate): women to be searched by women only.\n\n"
        "Finding 2. Water from the tap is brown.\n→ Recommendation 2 (Elm Council): test and repair the supply.\n"
    )
    blocks = [(block.label, block.number) for block in structure(read_plain(text.encode())).blocks if block.label]
    assert blocks == [("Finding", "1"), ("Recommendation", "1"), ("Finding", "2"), ("Recommendation", "2")]


def test_numbers_with_a_stroke_part_recommendations() -> None:
    text = "What should change\nR1/1 No one may be held for more than two hours.\nR1/2 Staff are to knock and wait.\n"
    assert [block.number for block in structure(read_plain(text.encode())).blocks] == [None, "1/1", "1/2"]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Preventive Mechanism on Elm Remand Centre", "Preventive Mechanism"),
        ("Commission for Places of Detention Kingdom of Elmland", "Commission for Places of Detention"),
        ("National Preventive Mechanism and the General Inspectorate of Police", "National Preventive Mechanism"),
        ("Deputy Commissioner, Office of the Preventive Commissioner", "Office of the Preventive Commissioner"),
        ("Deputy Inspector General and Head of the Custody Division", None),
        ("Subcommittee on Prevention of Torture", "Subcommittee on Prevention of Torture"),
    ],
)
def test_what_stands_beside_the_name_of_a_body_is_no_part_of_it(phrase: str, name: str | None) -> None:
    assert body_name(phrase) == name


def test_the_references_of_a_reply_and_the_body_that_it_greets() -> None:
    told = read(
        "# [PERSON 1], [ADDRESS]",
        "Your 13.04.2022 No. 7, our 02.06.2022 No. 8",
        "# Reply to the summary of the inspection visit",
        "Dear Guardian of Rights",
        "Elm Hospital thanks you and your advisers for the visit of 8 and 9 February 2022.",
        "Consent. We agree with what is said. A new form has been in use since 16 May.",
    )
    assert told.title == "Reply to the summary of the inspection visit"
    assert (told.inspecting_body, told.place, told.published) == ("Guardian of Rights", "Elm Hospital", "2022-06-02")


def test_the_day_below_the_title_of_a_return_visit_is_its_own() -> None:
    told = read(
        "# Return visit to the Elm Home",
        "8 July 2025",
        "1. The Commission first visited the home on 21 and 22 February 2024.",
    )
    assert (told.visit_start, told.previous_visit) == ("2025-07-08", "2024-02-21")


def test_the_next_meeting_is_no_day_of_publication_and_a_service_names_its_state() -> None:
    told = read(
        "# Action plan following the report on Elm Remand Centre",
        "Correctional Service of Elmland, Department of Operations",
        "The Mechanism visited Elm Remand Centre from 7 to 10 October 2024.",
        "Next meeting: 12 September 2025.",
    )
    assert (told.published, told.jurisdiction) == (None, "Elmland")


def test_a_note_of_a_ministry_in_reply_to_a_numbered_report_is_a_response() -> None:
    built = report(
        "# Nota No. 12/2024",
        "To the President of the Comisión de Visitas, Doña [PERSON 1]",
        "I have the honour to address you in reply to Informe CV 3/2024 and to convey the position of this Ministry.",
        "As to MJ-1, the room was pulled down on 3 June.",
    )
    assert classify(built, "nota.pdf") is DocumentKind.RESPONSE


def test_a_table_of_positions_that_was_sent_to_the_commission_is_a_response() -> None:
    built = report(
        "# Consolidated table of positions on Report 2023/1",
        "Sent to the Commission for Supervision of Custody on 16 January 2024",
        "This table was put together from what three offices wrote.",
    )
    assert classify(built, "table.html") is DocumentKind.RESPONSE
