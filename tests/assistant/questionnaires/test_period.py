"""A month or a visit's year in a question is matched with the document, a figure's period with words."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.questionnaires.period import of_visit


def record(name: str, start: str, end: str) -> Any:
    return SimpleNamespace(document_id=name, metadata=SimpleNamespace(visit_start=start, visit_end=end))


HELD = [record("d-1", "2023-09-11", "2023-09-13"), record("d-2", "2024-10-08", "2024-10-09")]


@pytest.mark.parametrize(
    ("asked", "left", "meant"),
    [
        ("How many patients were present in September 2023?", "How many patients were present?", {"d-1"}),
        ("In October 2024, how many beds were there?", "How many beds were there?", {"d-2"}),
        ("Were belts used during the visit of September 2023?", "Were belts used?", {"d-1"}),
        ("Were belts used at the time of the visit in 2024?", "Were belts used?", {"d-2"}),
        ("Were showers clean during the 2023 visit?", "Were showers clean?", {"d-1"}),
    ],
)
def test_a_visit_is_meant_by_its_month(asked: str, left: str, meant: set[str]) -> None:
    assert of_visit(asked, HELD) == (left, meant)


@pytest.mark.parametrize(
    "asked",
    [
        "How often were belts used in 2023?",
        "How often were belts used in March 2023?",
        "How many patients were admitted since September 2023?",
        "How many patients are there?",
    ],
)
def test_what_may_be_a_figure_of_a_period_is_left_in_the_question(asked: str) -> None:
    assert of_visit(asked, HELD) == (asked, frozenset())


def test_a_visit_of_which_no_day_is_known_is_not_meant() -> None:
    unknown = SimpleNamespace(document_id="d-3", metadata=SimpleNamespace(visit_start=None, visit_end=None))
    held: Any = [unknown]
    assert of_visit("Who came in September 2023?", held)[1] == frozenset()
