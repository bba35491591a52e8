"""Capitals become ordinary writing, abbreviations and numbers stay."""

import pytest

from ingest.metadata.casing import readable


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("VISIT REPORT: MILITARY LOCK-UP OF ORNE BAY", "Visit Report: Military Lock-Up of Orne Bay"),
        ("HMP ASHWICK AND THE CELLS AT PORT ELLAN", "HMP Ashwick and the Cells at Port Ellan"),
        ("NPM DEPARTMENT", "NPM Department"),
        ("NOTE ON CASE QX.12/2024", "Note on Case QX.12/2024"),
        ("VISIT TO [PERSON 1] HOUSE", "Visit to [PERSON 1] House"),
        ("Visit to HMP Ashwick", "Visit to HMP Ashwick"),
        ("OPCAT", "OPCAT"),
    ],
)
def test_readable(printed, expected):
    assert readable(printed) == expected


def test_nothing_stays_nothing():
    assert readable(None) is None
