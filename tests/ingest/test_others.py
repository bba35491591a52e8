"""Visits of families, authorities and technicians are none of the body that monitors."""

import pytest

from ingest.metadata.others import is_of_no_monitor, is_of_others


@pytest.mark.parametrize(
    ("sentence", "of_others"),
    [
        ("His mother last visited him on", True),
        ("The kitchen was inspected by the municipal food office on", True),
        ("The health inspectorate inspected the kitchen on", True),
        ("The last inspection of the Ministry of Health was on", True),
        ("The chaplain's last visit was on", True),
        ("The governor had visited prisons in Norway on", True),
        ("Two doctors of the delegation visited the ward on", False),
        ("Advisers of the Guardian of Rights inspected the home on", False),
        ("The Mental Health Inspectorate inspected the ward on", False),
        ("The team, with a lawyer, visited the station on", False),
    ],
)
def test_whose_visit_a_sentence_tells_of(sentence: str, of_others: bool) -> None:
    assert is_of_others(sentence) is of_others


def test_only_names_of_bodies_that_monitor_are_of_monitors() -> None:
    assert is_of_no_monitor("The Harbour Chamber inspected the cells on")
    assert not is_of_no_monitor("The Curator inspected the cells on")
    assert not is_of_no_monitor("We inspected the cells on")
