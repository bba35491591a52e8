"""A file of letters: the reply of a home, what a relative writes, and what the body that visited makes of it."""

from __future__ import annotations

import pytest
from report_builder import report

from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import DocumentKind, RegisterEntry
from ingest.register.extraction import extract_register

FILE = (
    "# Correspondence after the visit to Lipová Home, 3 to 5 May 2023",
    "# Letter 1. Reply of the home to the report, 2 September 2023",
    "Ad 1. The court has been notified of all residents since July.",
    "Ad 2. We object to this measure. The doors are open when the weather is fine.",
    "# Letter 2. Ms Veselá to the Ombudsman, 9 September 2023",
    "I ask for the return of my mother's coat. You should tell the home nothing of this letter.",
    "# Closing assessment, 5 December 2023",
    "Measure 1 is fulfilled: all residents have been notified to the court.",
    "Measure 2 is not fulfilled: according to the sheets four residents were outdoors in November.",
)


@pytest.fixture(scope="module")
def entries() -> tuple[RegisterEntry, ...]:
    built = report(*FILE)
    kind = classify(built, "file.txt")
    assert kind is DocumentKind.RESPONSE
    return extract_register(built, "d-file", kind, read_metadata(built, "file.txt", kind, None))


def test_replies_bear_the_number_behind_ad(entries: tuple[RegisterEntry, ...]) -> None:
    replies = [(one.number, one.status_claimed) for one in entries if one.kind == "response"]
    assert replies == [("1", "implemented"), ("2", "rejected")]


def test_what_the_body_judges_is_no_reply(entries: tuple[RegisterEntry, ...]) -> None:
    verdicts = [(one.number, one.status_verified) for one in entries if one.kind == "progress"]
    assert verdicts == [("1", "implemented"), ("2", "not implemented")]


def test_a_letter_to_the_body_makes_no_demand_of_it(entries: tuple[RegisterEntry, ...]) -> None:
    assert not [one.text for one in entries if one.kind in ("recommendation", "request_for_information")]
