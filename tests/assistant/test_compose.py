"""A question for one fact gets no sentences that merely share its setting; a question for a list may."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.answers.compose import choose
from assistant.answers.evidence import gather
from assistant.question.naming import Names
from assistant.question.query import understand
from assistant.retrieval.searching import run_search


def chosen(library: Any, question: str) -> list[str]:
    """The sentences of an answer, with the lesser ones scored as a share of the best."""
    query = understand(question, Names.of(library))
    evidence = gather(query, run_search(library, query, 25).hits, None)[:3]
    best = evidence[0].score
    ranked = [replace(item, score=best * (1, 0.7, 0.65)[n], own=(0.9, 0.9, 0.9)[n]) for n, item in enumerate(evidence)]
    return [item.text for item in choose(query, ranked)]


@pytest.mark.parametrize(
    "question", ["How many cell bells did not ring at Quellmoor?", "What is the waiting time for a dentist?"]
)
def test_a_question_for_a_fact_drops_what_is_not_near_the_best(library: Any, question: str) -> None:
    assert len(chosen(library, question)) == 1


def test_an_open_question_keeps_what_is_fairly_near(library: Any) -> None:
    assert len(chosen(library, "cell bells at Quellmoor")) > 1
