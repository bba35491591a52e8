"""What a finding is about, where single words mislead."""

from __future__ import annotations

import pytest

from assistant.drafting.borrowed import borrowed_act
from assistant.drafting.measures import Term, measures
from assistant.drafting.subjects import _SUBJECTS, subjects_of


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A woman who had talked to us was moved to the isolation wing that night.", "reprisals"),
        ("He was isolated after speaking to the delegation.", "reprisals"),
        ("Men were in their cells for long; 22 hours a day in rooms without a chair.", "activities"),
        ("Boys were searched by female guards.", "searches"),
        ("Residents may not leave, although no court has decided on it.", "unlawful_detention"),
        ("She was tied to the bed.", "restraint"),
        ("There was no interpreter at night.", "language"),
        ("In six files no time of arrest was entered.", "records"),
    ],
)
def test_the_subject_of_a_finding(text: str, first: str) -> None:
    assert subjects_of(text)[0] == first


def test_a_finding_of_none_has_none() -> None:
    assert subjects_of("The kitchen was clean and the cook was praised.") == ()


def test_each_subject_has_a_measure_for_each_term() -> None:
    for name in ("reprisals", *_SUBJECTS):
        assert all(measures()[name].acts[term] for term in Term)


def test_a_heading_is_not_lent_as_an_act() -> None:
    act = borrowed_act("Review of isolation every day by the doctor.", same_place=False)
    assert act is None or not act.startswith("review of")
