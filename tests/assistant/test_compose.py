"""Which sentences make an answer: one of each passage, none far below the best, none twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.answers.compose import MOST_SENTENCES, choose
from assistant.answers.evidence import Evidence, gather
from assistant.question.naming import Names
from assistant.question.query import Query, understand
from assistant.retrieval.searching import run_search


def found(library: Any, question: str) -> tuple[Query, list[Evidence]]:
    query = understand(question, Names.of(library))
    return query, gather(query, run_search(library, query, 25).hits, None)


def test_each_sentence_is_of_another_passage_and_there_are_at_most_five(library: Any) -> None:
    query, evidence = found(library, "What was found at Quellmoor?")
    same = [replace(item, score=1.0) for item in evidence]
    passages = [item.hit.passage.passage_id for item in choose(query, same)]
    assert len({item.hit.passage.passage_id for item in same}) >= MOST_SENTENCES
    assert len(passages) == len(set(passages)) == MOST_SENTENCES


def test_what_is_less_than_half_as_fitting_is_left_out(library: Any) -> None:
    query, evidence = found(library, "How many cell bells did not ring at Quellmoor?")
    ranked = [replace(item, score=score) for item, score in zip(evidence, (1.0, 0.51, 0.49), strict=False)]
    assert [item.text for item in choose(query, ranked)] == [item.text for item in ranked[:2]]


def test_the_same_words_in_another_passage_are_no_second_sentence(library: Any) -> None:
    query, evidence = found(library, "How many cell bells did not ring at Quellmoor?")
    first = evidence[0]
    other = next(item for item in evidence if item.hit.passage.passage_id != first.hit.passage.passage_id)
    again = replace(other, text=first.text, score=first.score)
    assert choose(query, [first, again]) == [first]
