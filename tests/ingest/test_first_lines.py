"""What the first lines of reports from many countries say: bodies, States by any name, dates with hours."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import read_metadata
from ingest.metadata.state_names import is_state, listed
from ingest.passage import DocumentKind, Metadata


def read(*lines: str, kind: DocumentKind = DocumentKind.VISIT_REPORT) -> Metadata:
    return read_metadata(report(*lines), "x.txt", kind, None)


@pytest.mark.parametrize("name", ["Türkiye", "Turkey", "Czechia", "BOSNIA AND HERZEGOVINA"])
def test_a_state_is_known_by_any_of_its_names_and_in_capitals(name: str) -> None:
    assert is_state(name)
    assert not is_state(f"{name} Prison")


def test_names_of_one_state_are_one() -> None:
    assert listed("Turkey") == listed("the visit to Türkiye") == "Türkiye"
    assert listed("BOSNIA AND HERZEGOVINA – OFFICE") == "Bosnia and Herzegovina"


def test_a_visit_to_a_state_is_no_visit_to_a_place_of_that_name() -> None:
    found = read(
        "# Report to the Government on the visit to Türkiye",
        "# A. Elma High-Security Prison",
        "It holds 611 men.",
        "# B. Armut Mental Health Hospital",
        "It has four wards.",
    )
    assert (found.place, found.place_type) == ("Elma High-Security Prison; Armut Mental Health Hospital", "mixed")


def test_of_which_country_the_crown_is_other_words_tell() -> None:
    found = read("# Inspection of Elm House", "by HM Inspectorate of Prisons", "It is run by the Home Office.")
    assert found.jurisdiction == "England and Wales"


def test_a_long_cover_in_capitals_names_its_body() -> None:
    found = read(
        "# Visit to Elm Prison",
        "NATIONAL CENTER OF THE KYRGYZ REPUBLIC FOR THE PREVENTION OF TORTURE AND OTHER CRUEL, INHUMAN OR DEGRADING "
        "TREATMENT OR PUNISHMENT",
    )
    assert str(found.inspecting_body).startswith("National Center of the Kyrgyz Republic for the Prevention of Torture")
    assert found.jurisdiction == "Kyrgyzstan"


def test_the_number_of_a_report_is_no_body() -> None:
    found = read("^ ELMLAND – NATIONAL PREVENTIVE MECHANISM", "# Visit to Elm Prison", "^ No. NPM-02-09/23, May 2023")
    assert "No." not in str(found.inspecting_body)


def test_a_letter_names_the_body_and_its_part_that_visits() -> None:
    found = read(
        "# Statement on the recommendations",
        "To: Institution of the Human Rights Ombudsman of Elmland, National Preventive Mechanism, attn. Ms [PERSON 1]",
        kind=DocumentKind.RESPONSE,
    )
    body = "Institution of the Human Rights Ombudsman of Elmland, National Preventive Mechanism"
    assert found.inspecting_body == body


def test_a_title_above_the_first_numbered_section_is_the_title() -> None:
    found = read("Report on the results of a visit to Elm Colony", "Ref. No. 02-14/117", "# 1. General information")
    assert found.title == "Report on the results of a visit to Elm Colony"


def test_days_with_hours_are_stages_of_one_visit() -> None:
    found = read(
        "# Visit to Elm Colony", "Dates and time: 14 April 2021, 20.40 to 23.55; 15 April 2021, 9.00 to 14.20."
    )
    assert (found.visit_start, found.visit_end) == ("2021-04-14", "2021-04-15")


def test_a_month_behind_a_comma_closes_the_line_of_a_body() -> None:
    found = read(
        "# Elm Colony: report on a visit",
        "National Center of the Republic for the Prevention of Torture and Ill-treatment, western branch, May 2023",
        "On 28 April 2023 a group of the National Center visited Elm Colony.",
    )
    assert found.published == "2023-05"
