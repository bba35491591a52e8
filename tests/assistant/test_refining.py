"""Follow-ups to a count, written out."""

from __future__ import annotations

import pytest

from assistant.question.refining import refine

EARLIER = "How many recommendations did the report on Osterby make?"


@pytest.mark.parametrize(
    ("question", "earlier", "written"),
    [
        ("And how many of them were accepted?", EARLIER, EARLIER[:-1] + " that were accepted?"),
        (
            "which ones?",
            "How many Osterby recommendations were rejected?",
            "Which Osterby recommendations were rejected?",
        ),
        ("List them", EARLIER, "Which recommendations did the report on Osterby make?"),
        (
            "how many were partly accepted",
            "How many Osterby recommendations were rejected?",
            "How many Osterby recommendations that were partly accepted?",
        ),
        (
            "How many were implemented?",
            "Which Osterby recommendations were accepted?",
            "How many Osterby recommendations that were implemented?",
        ),
        (
            "List the rejected ones.",
            "How many recommendations were made at Osterby that were accepted?",
            "Which recommendations were made at Osterby that were rejected?",
        ),
        ("Which ones?", "List the recommendations on Osterby", "Which recommendations on Osterby?"),
        ("How many concerns were raised?", EARLIER, None),
        ("Why?", EARLIER, None),
        ("which ones?", "How many beds has the hospital?", None),
    ],
)
def test_a_follow_up_to_a_count(question: str, earlier: str, written: str | None) -> None:
    assert refine(question, earlier) == written
