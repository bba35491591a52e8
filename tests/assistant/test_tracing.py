"""The trace of an answer: route, filters, candidates with both ranks."""

from __future__ import annotations

from typing import Any

from assistant.answers.answering import ask
from assistant.answers.tracing import explain
from ingest.passage import Filters


def test_candidates_have_their_rank_in_both_searches(library: Any) -> None:
    question = "How many cell bells did not ring at Quellmoor in 2023?"
    answer = ask(library, question)
    explained = explain(library, answer)
    assert explained.route == "passage" and explained.searched == question
    first = explained.candidates[0]
    assert first.rank == 1 and first.by_words is not None and first.by_words >= 1
    assert any(candidate.cited for candidate in explained.candidates)
    data = explained.to_json()
    assert data["candidates"][0]["citation"] == first.citation and data["withheld"] == []


def test_filters_are_named_and_a_refusal_has_a_trace(library: Any) -> None:
    filters = Filters(kinds=("visit_report",))
    answer = ask(library, "Who is Zawistowski?", filters=filters)
    explained = explain(library, answer, filters)
    assert explained.route == "identity" and explained.filters == {"kinds": ("visit_report",)}
