"""The subject of a question, without what only points at documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.question.subject import subject_of, wordings

NAMES = Names(
    ("Ardvulin Prison", "Valmorin"),
    {"d1": frozenset({"norland"}), "d2": frozenset()},
    {"d1": frozenset({"ardvulin"}), "d2": frozenset({"valmorin"})},
    long=frozenset({"d1", "d2"}),
)


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        (
            "How crowded were the lock-ups at Ardvulin Prison on the night?",
            "How crowded were the lock-ups at on the night",
        ),
        ("Were the police books of Valmorin complete?", "Were the books of complete"),
        ("Which ward at Valmorin has no alarm?", "Which ward at has no alarm"),
        # No place is named: the kind of place belongs to what is asked.
        ("Is the prison kitchen clean?", "Is the prison kitchen clean?"),
        # Nothing else is asked about.
        ("What is there about Ardvulin Prison?", "What is there about Ardvulin Prison?"),
    ],
)
def test_names_of_places_are_left_out(question: str, subject: str) -> None:
    assert subject_of(understand(question, NAMES)) == subject


def test_a_name_that_may_be_that_of_the_passage_stays() -> None:
    question = "Were the police books of Valmorin complete?"
    assert subject_of(understand(question, replace(NAMES, long=frozenset({"d1"})))) == question


def test_the_subject_weighs_more_than_the_question() -> None:
    both = wordings(understand("What did inspectors say about dirty beds in Valmorin?", NAMES))
    (question, subject) = both
    assert question == "What did inspectors say about dirty beds in Valmorin?"
    assert subject == "What did about dirty beds in"
    assert both[subject] > both[question]
    assert sum(both.values()) == pytest.approx(1.0)
    assert wordings(understand("dirty beds", NAMES)) == {"dirty beds": 1.0}
