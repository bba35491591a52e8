"""Quotations that may point at somebody are named before a page leaves."""

from __future__ import annotations

import pytest

from assistant.comparing.protection import protect, risk
from assistant.comparing.standing import contradiction, judged_status
from ingest.passage import RegisterEntry
from redaction.text import restore


@pytest.mark.parametrize(
    "text",
    [
        "The only woman on the wing had no one to speak to.",
        "Three juveniles were held with adults.",
        "One of the two patients was restrained.",
        "Staff said that 2 foreign nationals had no interpreter.",
    ],
)
def test_small_groups_are_named(text: str) -> None:
    assert risk(text)


def test_traits_together_are_named() -> None:
    why = risk("A pregnant woman in unit B4 had been held since 3 March.")
    assert why is not None and "health" in why and "place" in why


@pytest.mark.parametrize(
    "text",
    [
        "The governor should repair all cell bells within three months.",
        "Of 96 cell bells, 31 did not ring.",
        "Each of the four wings has a kitchen.",
        "Forty prisoners worked in the laundry.",
    ],
)
def test_ordinary_sentences_are_not(text: str) -> None:
    assert risk(text) is None


def test_each_quotation_is_named_once() -> None:
    text = "The only woman on the wing had no one to speak to."
    found = protect(
        [("r-1", "Report, 2.1", text), ("r-1", "Report, 2.1", text), ("r-2", "Report, 2.2", "All is well.")]
    )
    assert [each.entry_id for each in found.warnings] == ["r-1"]
    assert text not in found.warnings[0].why


@pytest.mark.parametrize(
    ("claimed", "verified", "how"),
    [
        ("implemented", "not implemented", "claimed done, found otherwise"),
        ("implemented", "partly implemented", "claimed done, found otherwise"),
        ("partly implemented", "no meaningful progress", "claimed done, found otherwise"),
        ("accepted", "not implemented", "accepted, not carried out"),
        ("accepted", "partly implemented", None),
        ("rejected", "not implemented", None),
        ("implemented", "implemented", None),
        ("implemented", None, None),
        ("implemented", "no information", None),
        (None, "not implemented", None),
    ],
)
def test_claims_and_findings(claimed: str | None, verified: str | None, how: str | None) -> None:
    assert contradiction(claimed, verified) == how


def test_what_a_report_says_of_its_own_deficiency_is_no_later_verdict() -> None:
    text = restore("Fire drills are not held.")
    own = RegisterEntry("r-1", "d-1", None, "1", "deficiency", text, status_verified="repeat deficiency")
    later = RegisterEntry(
        "r-2", "d-1", None, "2", "deficiency", text, status_verified="non-compliant", followed_up_by=("r-9",)
    )
    assert judged_status(own) is None
    assert judged_status(later) == "non-compliant"
