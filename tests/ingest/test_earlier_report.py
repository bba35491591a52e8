"""What a report says of another report's recommendations judges those, and says nothing of its own."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.links.entries import apply_links, link
from ingest.metadata.extraction import read_metadata
from ingest.metadata.place_title import trimmed_place
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, RegisterEntry
from ingest.register.extraction import extract_register

Read = tuple[DocumentRecord, tuple[RegisterEntry, ...]]
_LATER = (
    "# Report on the visit to Harrow Moor Prison of 3 to 5 June 2024",
    "The National Preventive Mechanism visited Harrow Moor Prison from 3 to 5 June 2024.",
    "# Findings",
)
_OWN = (
    "# Recommendations",
    "1. The Governor should provide mattresses that are fit for use.",
    "2. The Governor should paint the visiting room.",
    "3. The Governor should send letters on within a day.",
    "4. The Governor should repair the windows of the east wing.",
)


def _read(name: str, kind: DocumentKind, *lines: str) -> Read:
    built = report(*lines)
    metadata = read_metadata(built, name, kind, None)
    record = DocumentRecord(name, name, kind, DocumentStatus.INDEXED, None, metadata)
    return record, extract_register(built, name, kind, metadata)


def _report_of(year: int) -> Read:
    return _read(
        str(year),
        DocumentKind.VISIT_REPORT,
        f"# Report on the visit to Harrow Moor Prison of 14 to 16 March {year}",
        f"The National Preventive Mechanism visited Harrow Moor Prison from 14 to 16 March {year}.",
        "# Recommendations",
        f"1. The Governor should install emergency call bells in wing {year - 2000}.",
        "2. The Governor should ensure that showers are offered every day.",
        "3. The Ministry of Justice should recruit two nurses.",
        "4. The Governor should close the segregation cells in the basement.",
    )


@pytest.mark.parametrize(
    ("sentence", "number", "status"),
    [
        (
            "12. Recommendation 4 of the 2023 report has not been implemented. The cells were in use.",
            "4",
            "not implemented",
        ),
        ("Showers were offered daily. Recommendation 2 of the 2023 report has been implemented.", "2", "implemented"),
        ("Recommendation 1 of last year's report was found to be partly implemented.", "1", "partly implemented"),
        ("The delegation noted that recommendation 3, made in 2023, remains outstanding.", "3", "not implemented"),
        ("Recommendation 2 from the previous visit has been implemented.", "2", "implemented"),
        ("Recommendation 4 (2023): not implemented.", "4", "not implemented"),
        ("Recommendation 4 of the 2023 report was accepted but has not been implemented.", "4", "not implemented"),
        (
            "In 2023 we recommended that cells be closed (recommendation 4). This has not been done.",
            "4",
            "not implemented",
        ),
    ],
)
def test_a_verdict_on_the_earlier_report(sentence: str, number: str, status: str) -> None:
    earlier, later = _report_of(2023), _read("later", DocumentKind.VISIT_REPORT, *_LATER, sentence, *_OWN)
    verdicts = [one for one in later[1] if one.kind == "progress"]
    assert [(one.number, one.status_verified, one.response) for one in verdicts] == [(number, status, None)]
    own = [one for one in later[1] if one.kind == "recommendation"]
    assert len(own) == 4
    assert not any(one.response or one.status_claimed or one.status_verified for one in own)
    linked = apply_links((*earlier[1], *later[1]), link([earlier, later]))
    judged = {one.number: one.status_verified for one in linked if one.document_id == "2023" and one.status_verified}
    assert judged == {number: status}
    assert not any(one.status_claimed or one.response for one in linked)


def test_the_year_chooses_the_report() -> None:
    sentence = "Recommendation 4 of the 2021 report has not been implemented."
    held = [_report_of(2021), _report_of(2023), _read("later", DocumentKind.VISIT_REPORT, *_LATER, sentence, *_OWN)]
    linked = apply_links([one for _, entries in held for one in entries], link(held))
    assert [(one.document_id, one.number) for one in linked if one.kind != "progress" and one.status_verified] == [
        ("2021", "4")
    ]


def test_what_the_authority_tells_of_the_earlier_report_is_no_verdict() -> None:
    told = "The Ministry informed us that recommendation 3 of the 2023 report has been implemented."
    _, entries = _read("later", DocumentKind.VISIT_REPORT, *_LATER, told, *_OWN)
    assert not any(one.status_verified or one.status_claimed or one.response for one in entries)


def test_a_finding_of_the_visit_is_no_claim_and_a_claim_stays_one() -> None:
    said = "Recommendation 2 has been implemented. The Ministry stated that recommendation 3 was implemented."
    _, entries = _read("later", DocumentKind.VISIT_REPORT, *_LATER, *_OWN, "# Annex", said)
    by_number = {one.number: one for one in entries if one.kind == "recommendation"}
    assert (by_number["2"].status_verified, by_number["2"].status_claimed) == ("implemented", None)
    assert by_number["2"].response is None
    assert (by_number["3"].status_verified, by_number["3"].status_claimed) == (None, "implemented")


def test_in_a_reply_the_same_words_are_the_claim() -> None:
    _, entries = _read(
        "reply",
        DocumentKind.RESPONSE,
        "# Reply of the Ministry of Justice to the report on Harrow Moor Prison",
        "Recommendation 4 of the 2023 report has been implemented.",
    )
    assert [(one.number, one.status_claimed, one.status_verified) for one in entries] == [("4", "implemented", None)]


@pytest.mark.parametrize("by", ["health care staff", "a doctor", "trained nurses"])
def test_who_performs_is_not_who_is_asked(by: str) -> None:
    _, entries = _read(
        "report",
        DocumentKind.VISIT_REPORT,
        "# Report on the visit to Harrow Moor Prison",
        "The Ministry of Health runs the clinic.",
        "# Recommendations",
        f"1. Medicines should be handed out only by {by}.",
        "2. Nurses should be on duty at night.",
    )
    assert [one.addressee for one in entries if one.number == "1"] == ["Harrow Moor Prison"]
    assert [one.addressee for one in entries if one.number == "2"] == ["Ministry of Health"]


@pytest.mark.parametrize(
    "phrase",
    [
        "Millbrook Prison of 14 to 16 March",
        "Millbrook Prison from 3 March",
        "Millbrook Prison of 14",
        "Millbrook Prison, 3–5 May",
    ],
)
def test_days_without_a_year_are_no_part_of_a_place(phrase: str) -> None:
    assert trimmed_place(phrase) == "Millbrook Prison"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Re: Your report on Millbrook Prison",), "Your report on Millbrook Prison"),
        (
            ("Reply of the Ministry of Justice to the report on Millbrook Prison",),
            "Reply of the Ministry of Justice to the report on Millbrook Prison",
        ),
        (("Ministry of Justice, 3 May 2024", "We have read the report with care."), "Reply by letter, 2024-05-03"),
    ],
)
def test_the_address_of_a_letter_is_not_its_title(lines: tuple[str, ...], title: str) -> None:
    for mark in ("", "# "):
        address = f"{mark}To the National Preventive Mechanism, attention Ms [PERSON 1]"
        record, _ = _read("letter", DocumentKind.RESPONSE, address, *lines, "Recommendation 1: Accepted.")
        assert record.metadata.title == title


def test_a_negation_before_a_list_and_a_verb_left_out_are_read() -> None:
    none = "None of recommendations 1, 2 and 4 of the 2023 report had been implemented."
    split = "Recommendation 1 of the 2023 report was implemented, recommendation 4 of that report has not."
    for sentence, wanted in (
        (none, {"1": "not implemented", "2": "not implemented", "4": "not implemented"}),
        (split, {"1": "implemented", "4": "not implemented"}),
    ):
        _, entries = _read("later", DocumentKind.VISIT_REPORT, *_LATER, sentence, *_OWN)
        assert {one.number: one.status_verified for one in entries if one.kind == "progress"} == wanted
        assert not any(one.status_verified for one in entries if one.kind == "recommendation")
