"""A finding turned round, in its own words."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.drafting.measures import measure_for
from assistant.drafting.turned import turned


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        (
            "Patients were strapped down by other patients.",
            "ensure that patients are no longer strapped down by other patients",
        ),
        ("The delegation found that complaints were not answered.", "ensure that complaints are answered"),
        ("There was no nurse at night.", "remedy the lack of any nurse at night"),
        ("The rooms of the annex had no windows.", "remedy the lack of any windows for the rooms of the annex"),
        ("No assessment of the risk had been made.", "ensure that an assessment of the risk is made"),
        (
            "Visits had been cut to one evening, and families complained.",
            "ensure that visits are no longer cut to one evening",
        ),
        (
            "Patients in the ward have no bell and must knock on the door to reach the nurse.",
            "remedy the lack of any bell for patients in the ward",
        ),
        (
            "Patients and nurses were locked in and the doctor was not called.",
            "ensure that patients and nurses are no longer locked in",
        ),
        (
            "B 7 | Interviews are held in the open office.",
            "ensure that interviews are no longer held in the open office",
        ),
    ],
)
def test_what_is_found_is_asked_to_be_otherwise(sentence: str, act: str) -> None:
    assert turned(sentence) == act


@pytest.mark.parametrize(
    "sentence",
    [
        "Seven women were searched twice.",
        "Two boys reported that they were beaten.",
        "Checks were carried out in 37 of 60 cases.",
        "They were not told.",
        "The garden is large.",
        "[DETAINEE 1] was locked up.",
        "",
    ],
)
def test_figures_persons_and_what_leans_are_left_to_a_person(sentence: str) -> None:
    assert turned(sentence) is None


class _Axes:
    """Embeds what names food as one axis, all else as another."""

    def embed_passages(self, texts: list[str]) -> np.ndarray:
        return np.array(
            [[1.0, 0.0] if "meal" in text or "food" in text or "menu" in text else [0.0, 1.0] for text in texts]
        )


def test_a_pattern_is_lent_only_where_theme_and_meaning_meet() -> None:
    near, far = np.array([1.0, 0.0]), np.array([-0.6, -0.8])
    found = measure_for(("searches", "food"), near, _Axes())
    assert found is not None and found.theme == "food", "the second theme is nearer in meaning"
    assert measure_for(("searches", "food"), far, _Axes()) is None
    assert measure_for((), near, _Axes()) is None
