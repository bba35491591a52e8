"""What is found whoever it is told of."""

import pytest
from report_builder import report

from ingest.register.findings import find_findings
from ingest.register.grave import is_grave
from ingest.register.sentence import sentence_spans


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr [PERSON 4] told the delegation that he had been slapped and kicked by two officers in the car.",
        "A girl, [DETAINEE 1], spent a night in a cell next to adult men.",
        "One patient, [PATIENT 2], was tied to the bed with belts for 31 hours.",
        "Eleven of them had been kept in a shed without light for nine days when they asked to leave.",
        "Mechanical restraint was used 87 times on 41 patients.",
        "At night two nurses looked after 34 patients.",
    ],
)
def test_grave_findings_are_kept_though_they_tell_of_one_person(sentence: str) -> None:
    assert is_grave(sentence)
    assert [str(one.text) for one in find_findings(report("# What we saw", sentence).blocks, set())] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr [PERSON 4] told the delegation that he had been in the station since noon.",
        "Two nurses told us of their work.",
        "Seclusion was not used at the hospital.",
    ],
)
def test_what_is_not_grave_is_left_to_the_other_rules(sentence: str) -> None:
    assert not is_grave(sentence)
    assert find_findings(report("# What we saw", sentence).blocks, set()) == []


def test_the_letter_of_a_ward_ends_a_sentence_and_an_initial_does_not() -> None:
    text = "Two nurses were on Ward C. Nurse [STAFF 3] was alone on wards A and B. Dr A. Elm came at ten."
    assert [text[first:last] for first, last in sentence_spans(text)] == [
        "Two nurses were on Ward C.",
        "Nurse [STAFF 3] was alone on wards A and B.",
        "Dr A. Elm came at ten.",
    ]
