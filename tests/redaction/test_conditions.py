"""Conditions that no list holds."""

from __future__ import annotations

import pytest

from redaction.particulars.conditions import conditions


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr Tarrow has systemic mastocytosis.", ["systemic mastocytosis"]),
        ("He lives with hypokalaemic periodic paralysis", ["hypokalaemic periodic paralysis"]),
        ("She was born with biliary atresia.", ["biliary atresia"]),
        ("Two had hepatitis and one tuberculosis; anaemia was common.", []),
        ("The diagnosis was told with empathy in the academia of the home.", []),
    ],
)
def test_what_a_name_ends_in_tells(text: str, told: list[str]) -> None:
    assert [text[start:end] for start, end in conditions(text, 0, len(text))] == told
