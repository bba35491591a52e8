"""Recommendations named by their numbers are counted where one standing is said of them."""

from __future__ import annotations

import pytest

from assistant.register.called import number_listed


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The Service takes recommendations 1, 3 and 5 on board and will answer on 2.", 3),
        ("Recommendations 2 to 5 were accepted.", 4),
        ("Recommendations 2 and 4 were rejected.", None),
        ("The recommendations were accepted.", None),
        ("Recommendations 1 and 2 were accepted, recommendations 3 and 4 rejected.", None),
    ],
)
def test_numbers_of_one_standing_are_counted(sentence: str, number: int | None) -> None:
    assert number_listed(("accepted",), sentence) == number


def test_of_two_standings_nothing_is_said() -> None:
    assert number_listed(("accepted", "implemented"), "Recommendations 2 to 5 were accepted.") is None
