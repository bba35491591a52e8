"""What a question keeps to, and what it asks once the name of its place is left out."""

from __future__ import annotations

import pytest

from assistant.questionnaires.extent import Extent, _state

HELD = frozenset({"d-1"})


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Does Brazil limit isolation by law?", "Brazil"),
        ("Has the Norwegian police ended the use of hoods?", "Norway"),
        ("Was anybody ill-treated during returns to Nigeria?", None),
        ("Are interpreters found for Nigerian nationals?", None),
        ("Are cells heated in winter?", None),
    ],
)
def test_the_state_in_which_a_question_asks(text: str, state: str | None) -> None:
    assert _state(text) == state


@pytest.mark.parametrize(
    ("text", "named", "left"),
    [
        ("Is the register complete in Halvorsund?", "Halvorsund", "Is the register complete?"),
        ("Was gas prohibited at Marrowdale Prison?", "Marrowdale Prison", "Was gas prohibited?"),
        ("Is there a doctor at night in the Alder Vale hospital?", "Alder Vale", "Is there a doctor at night?"),
        ("Marrowdale?", "Marrowdale", "Marrowdale?"),
    ],
)
def test_reports_do_not_name_their_place_in_each_sentence(text: str, named: str, left: str) -> None:
    assert Extent(HELD, (), named, is_bound=True).unnamed(text) == left


def test_a_name_that_nothing_is_about_leaves_nothing() -> None:
    assert Extent(named="Ruritania", is_bound=True).is_unheld
    assert not Extent().is_unheld and not Extent(HELD, (), "Marrowdale", is_bound=True).is_unheld
