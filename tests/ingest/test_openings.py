"""What first pages in the manner of many mechanisms say of themselves, with a quotation for each field."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.metadata.place_title import place_in_title
from ingest.passage import DocumentKind, Metadata
from ingest.report import Report
from redaction.text import RedactedText

OPENINGS: list[dict[str, Any]] = [
    opening
    for name in (
        "openings.toml",
        "openings_more.toml",
        "openings_mixed.toml",
        "openings_imprint.toml",
        "openings_abroad.toml",
        "openings_traditions.toml",
        "openings_languages.toml",
    )
    for opening in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["opening"]
]
NOT_SAID = "not said"


def read(opening: dict[str, Any]) -> tuple[Report[RedactedText], Metadata]:
    built = report(*opening["text"].strip().splitlines())
    return built, read_metadata(built, "x.pdf", classify(built, "x.pdf"), None)


@pytest.mark.parametrize("opening", OPENINGS, ids=lambda opening: opening["name"])
def test_reads_what_the_opening_says(opening: dict[str, Any]) -> None:
    _, metadata = read(opening)
    expected = {field: None if value == NOT_SAID else value for field, value in opening["expected"].items()}
    assert {field: getattr(metadata, field) for field in expected} == expected


@pytest.mark.parametrize("opening", OPENINGS, ids=lambda opening: opening["name"])
def test_every_known_field_has_a_quotation_that_stands_there(opening: dict[str, Any]) -> None:
    built, metadata = read(opening)
    texts = {block.locator: block.text for block in built.blocks}
    for evidence in metadata.evidence:
        assert isinstance(evidence.quote, RedactedText) and evidence.quote in texts[evidence.locator]
        assert 0 < len(evidence.quote) <= 250 and 0 < evidence.confidence < 1
    known = [field for field in Metadata.__slots__ if field != "evidence" and getattr(metadata, field) is not None]
    assert sorted(evidence.field for evidence in metadata.evidence) == sorted(known)


@pytest.mark.parametrize("opening", [one for one in OPENINGS if "kind" in one], ids=lambda opening: opening["name"])
def test_tells_an_answer_from_a_report(opening: dict[str, Any]) -> None:
    assert classify(read(opening)[0], "x.pdf") == opening["kind"]


def test_what_is_inferred_is_less_sure_than_what_is_labelled() -> None:
    named = report("# Report on a visit to Fernley Prison", "Country: Ireland", "Visited on 3 May 2024.")
    implied = report(
        "# Report on a visit to Fernley Prison", "A garda was present. Visited on 3 May 2024 by the Garda."
    )
    confidences = []
    for built in (named, implied):
        metadata = read_metadata(built, "x", DocumentKind.VISIT_REPORT, None)
        assert metadata.jurisdiction == "Ireland"
        confidences += [e.confidence for e in metadata.evidence if e.field == "jurisdiction"]
    assert confidences[0] > confidences[1]


def test_a_body_given_by_a_person_is_certain_and_has_no_quotation() -> None:
    built = report("# Report on a visit to Fernley Prison", "Visited on 3 May 2024.")
    metadata = read_metadata(built, "x", DocumentKind.VISIT_REPORT, "Our NPM")
    (evidence,) = [one for one in metadata.evidence if one.field == "inspecting_body"]
    assert (evidence.quote, evidence.locator, evidence.confidence) == (None, "", 1.0)


def test_a_long_sentence_is_quoted_in_part() -> None:
    words = " ".join(f"word{number}" for number in range(80))
    built = report("# Report on a visit to Fernley Prison", f"We {words} visited on 3 to 5 May 2024 and {words}.")
    metadata = read_metadata(built, "x", DocumentKind.VISIT_REPORT, None)
    (evidence,) = [one for one in metadata.evidence if one.field == "visit_start"]
    assert evidence.quote is not None and "3 to 5 May 2024" in evidence.quote and len(evidence.quote) <= 250


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recommendation 1. The Governor should introduce unannounced checks of the wing.", None),
        ("Thirty visits were unannounced and two visits were announced.", None),
        ("The hospital had been told of the visit two weeks before.", True),
        ("Notice given: one hour.", True),
        ("The delegation came without prior notification.", False),
        ("The governor had received no warning of the inspection.", False),
        ("Nobody in the home had been told that the team would come.", False),
        ("It was a surprise visit on a Sunday.", False),
        ("The team did not announce its arrival.", False),
        ("His sister, who was at court, had not been told when he would appear.", None),
        ("The visit had been notified to the authorities in the programme.", True),
        ("Your office was informed by telephone three days before the visit.", True),
    ],
)
def test_announced(text: str, expected: bool | None) -> None:
    built = report("# Report on a visit to Fernley Prison", text)
    assert read_metadata(built, "x", DocumentKind.VISIT_REPORT, None).announced is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was last inspected in May 2022.", "2022-05"),
        ("Previous inspection: 4–8 July 2022", "2022-07-04"),
        ("This is a follow-up to the 2023 visit.", "2023"),
        ("Eighteen months after our visit of June 2023 we came back.", "2023-06"),
        ("In November 2023 the Board visited the Home and found ten deficiencies.", "2023-11"),
        ("We visited in 2019 and last in March 2022; the last visit in March 2022 found mould.", "2022-03"),
        ("The visit was our second here; the first took place from 15 to 18 May 2017.", "2017-05-15"),
        ("We looked at what was recommended after the visit of 3 to 6 May 2022 (report RNV (2023) 4).", "2022-05-03"),
        ("The team had last been there on 6 May 2022.", "2022-05-06"),
        ("It was visited in 2017 and, most recently, on 6 March 2020.", "2020-03-06"),
        ("We had been there on 5 March 2024 and on 20 January 2025.", "2025-01-20"),
        ("The Act of 2019 was visited upon nobody. The prison opened in 1911.", None),
    ],
)
def test_the_visit_before(text: str, expected: str | None) -> None:
    built = report("# Report on a visit to Fernley Prison", "Visited on 3 to 5 May 2025.", text)
    assert read_metadata(built, "x", DocumentKind.VISIT_REPORT, None).previous_visit == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adopted on 23 January 2025, published on 20 February 2025.", "2025-02-20"),
        ("Skopje, 20 February 2025", "2025-02-20"),
        ("The home replied on 28 June 2025 and agreed.", None),
        ("The draft report was sent on 28 June 2025. The Act of 3 June 2025 applies.", None),
        ("© Crown copyright 2025", None),
        ("Published 2 May 2019 with the previous report.", None),
    ],
)
def test_publication(text: str, expected: str | None) -> None:
    built = report("# Report on a visit to Fernley Prison", "Visited on 3 to 5 December 2024.", text)
    assert read_metadata(built, "x", DocumentKind.VISIT_REPORT, None).published == expected


def test_the_area_of_an_authority_is_the_place_of_an_inspection_of_its_services() -> None:
    built = report(
        "# Wexmoor Council", "# Inspection of children’s social care services", "Inspection dates: 3 to 7 May 2024"
    )
    metadata = read_metadata(built, "x", DocumentKind.VISIT_REPORT, None)
    assert (metadata.place, metadata.place_type) == ("Wexmoor Council", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 16 May 2023 the Mechanism made a visit. Recommendations made after the visit of 8–10 May 2021 stand.",
            "2023-05-16",
        ),
        (
            "By law, on 4 October 2022 members of a team of this Office, all of them lawyers, made a visit.",
            "2022-10-04",
        ),
        ("From 3 to 7 June 2024 the delegation examined the vehicles of the unit.", "2024-06-03"),
        ("The on-site phase of the inspection ran from 20 to 26 November 2023.", "2023-11-20"),
    ],
)
def test_the_visit_itself(text: str, expected: str) -> None:
    built = report("# Report on Fernley Prison", text)
    assert read_metadata(built, "x", DocumentKind.VISIT_REPORT, None).visit_start == expected


def test_a_years_report_has_no_visit_of_its_own() -> None:
    built = report(
        "# Annual report 2024 of the National Mechanism, chapter 5: Visits in figures",
        "The places visited more than once were Elm Prison (12 March and 3 December 2024) and Oak Police Station.",
    )
    metadata = read_metadata(built, "x", DocumentKind.OTHER, None)
    assert (metadata.place, metadata.place_type, metadata.visit_start) == (None, None, None)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Visit to Norland: Central Escort Unit. Recommendations addressed to the State party", "Central Escort Unit"),
        (
            "Comments on the report on the visit of 4 to 6 May 2022 to the Hospital of Petra (Hopital Petra)",
            "Hospital of Petra",
        ),
        (
            "Report N-9 of the National Mechanism for Places of Custody on the Lajas Migration Station",
            "Lajas Migration Station",
        ),
        ("Own-initiative report: Detention Centre for Foreigners Ostrov", "Detention Centre for Foreigners Ostrov"),
        ("Report of an inspection of a Designated Centre for Disabilities (Adults)", None),
        ("Report on the mission to the State of Norland", None),
    ],
)
def test_the_place_in_a_title(title: str, expected: str | None) -> None:
    assert place_in_title(title) == expected


def test_a_letter_on_your_visit_is_an_answer() -> None:
    letter = report(
        "# Letter of the Director of the Border Police",
        "To the Ombudsman of Norland",
        "Re: recommendations following your visit of 11 October 2022",
        "1. Six beds were delivered.",
    )
    assert classify(letter, "x") is DocumentKind.RESPONSE
    own = report("# Our visit to Fernley Prison", "Dear Governor,", "We visited on 3 May 2024 and thank your staff.")
    assert classify(own, "x") is DocumentKind.VISIT_REPORT


def test_the_date_of_the_report_that_is_answered_is_none_of_the_visit() -> None:
    built = report(
        "# Response of the Ministry to the visit report on Fernley Prison of 1 October 2021", "15 January 2022"
    )
    assert read_metadata(built, "x", DocumentKind.RESPONSE, None).visit_start is None
    built = report(
        "# Response of the Ministry to the report on the visit to Fernley Prison of 1 October 2021", "2 May 2022"
    )
    assert read_metadata(built, "x", DocumentKind.RESPONSE, None).visit_start == "2021-10-01"
