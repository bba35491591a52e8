"""What an earlier recommendation lends: its act, without addressee, time limit, and what belongs to its place."""

from __future__ import annotations

import pytest

from assistant.drafting.borrowed import borrowed_act, term_of
from assistant.drafting.measures import Term


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("3.2 The Governor should repair the heating by 31 March 2031.", "repair the heating"),
        ("To the Ministry of Health: employ a second nurse, within six months.", "employ a second nurse"),
        ("Replace every broken pane.", "replace every broken pane"),
        (
            "To open a register of falls, and to have it signed every week, without delay.",
            "open a register of falls, and have it signed every week",
        ),
        (
            "The Council recommends that every fixation be entered in a register.",
            "ensure that every fixation be entered in a register",
        ),
        ("Every patient should have a locker of their own.", "ensure that every patient have a locker of their own"),
        (
            "No detainee should be questioned at night.",
            "ensure that no detainee be questioned at night",
        ),
        ("It is recommended that the Prison Board translate the house rules.", "translate the house rules"),
    ],
)
def test_the_act_is_lent_without_addressee_and_time_limit(text: str, act: str) -> None:
    assert borrowed_act(text, same_place=False) == act


@pytest.mark.parametrize(
    "text",
    [
        "Heating",
        "The Governor should improve conditions.",
        "The Governor should take this into account.",
        "The Governor should remove the said objects from the said rooms.",
    ],
)
def test_what_is_no_act_or_leans_on_its_report_is_not_lent(text: str) -> None:
    assert borrowed_act(text, same_place=True) is None


@pytest.mark.parametrize(
    "text",
    ["The Governor should close Wrenfold Annex for good.", "The Governor should close cells 4 to 9 of the annex."],
)
def test_what_names_a_place_is_lent_to_the_same_place_alone(text: str) -> None:
    assert borrowed_act(text, same_place=False) is None
    assert borrowed_act(text, same_place=True) is not None


@pytest.mark.parametrize(
    ("act", "term"),
    [
        ("stop handcuffing patients to beds", Term.SHORT),
        ("train all guards in first aid", Term.MEDIUM),
        ("amend the Police Act and fund the posts", Term.LONG),
    ],
)
def test_an_act_belongs_to_a_term(act: str, term: Term) -> None:
    assert term_of(act) is term
