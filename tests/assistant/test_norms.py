"""Questions that ask for a norm, told from questions about what was found."""

from __future__ import annotations

import pytest

from assistant.question.naming import Names
from assistant.question.norms import is_norm
from assistant.question.query import understand

NAMES = Names(("Quellmoor Prison",))


@pytest.mark.parametrize(
    "question",
    [
        "May teenagers share a cell with adults?",
        "How many days in a row can someone be kept alone at most?",
        "Cell windows are covered with metal sheets - which norm?",
        "Where does it say that the ministry must answer our recommendations?",
        "Are children to be imprisoned only as a last resort?",
        "What protects somebody who spoke to us?",
    ],
)
def test_a_general_question_about_what_is_owed_asks_for_a_norm(question: str) -> None:
    assert is_norm(understand(question, NAMES))


@pytest.mark.parametrize(
    "question",
    [
        "Can families visit at Quellmoor?",
        "Did the inspectors find that children share cells with adults?",
        "How many recommendations concern women?",
        "What was found about the cell bells?",
        "Must the kitchens have been closed in 2021?",
    ],
)
def test_a_question_about_a_place_a_year_or_a_finding_does_not(question: str) -> None:
    assert not is_norm(understand(question, NAMES))
