"""Sentences that state a shortcoming, and sentences that only tell what somebody said or did."""

import pytest
from report_builder import report

from ingest.register.findings import find_findings


def found(sentence: str) -> list[str]:
    return [str(one.text) for one in find_findings(report("# Segregation", sentence).blocks, set())]


@pytest.mark.parametrize(
    "sentence",
    [
        "Prison officer [STAFF 4] denied the allegations made by two prisoners.",
        "The two officers denied having used force on 3 May.",
        "[STAFF 2] made no comment on the three complaints.",
        "The delegation met 14 prisoners without staff being present.",
        "No allegations of ill-treatment were received from the 40 prisoners.",
        "The delegation received no complaints about the food from any prisoner.",
    ],
)
def test_denials_and_neutral_acts_are_no_findings(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Two prisoners were denied access to a lawyer for three days.",
        "None of the nine segregation cells had a call bell.",
        "Only one nurse was on duty for 310 prisoners.",
        "Complaints were not recorded in any of the five wings.",
    ],
)
def test_shortcomings_and_conditions_are(sentence: str) -> None:
    assert found(sentence) == [sentence]
