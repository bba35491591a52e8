"""The retrieval scorer on rankings whose figures can be worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from evals.questions import Evidence, Question
from evals.retrieval import Found, RetrievalScore, judge, table, table_by_type
from evals.searchers import fixed_chunks
from ingest.passage import Passage

DOCS = {"d-1": "01", "d-2": "02"}
QUESTION = Question(
    "q", "natural", "?", (Evidence("01", "four men slept on the bare floor"), Evidence("02", "nobody was harmed there"))
)


@pytest.fixture
def right(passage: Callable[..., Passage]) -> Passage:
    return passage("p-1", "d-1", "That night four men slept on the bare floor.")


@pytest.fixture
def also_right(passage: Callable[..., Passage]) -> Passage:
    return passage("p-2", "d-2", "They say that nobody was harmed there.")


@pytest.fixture
def wrong(passage: Callable[..., Passage]) -> Passage:
    return passage("p-3", "d-2", "That night four men slept on the bare floor.")


def test_a_perfect_ranking_scores_one(right: Passage, also_right: Passage) -> None:
    assert judge(QUESTION, [Found((right,)), Found((also_right,))], DOCS) == (1, 1.0)
    assert judge(QUESTION, [Found((right, also_right))], DOCS) == (1, 1.0)


def test_the_same_words_in_another_document_are_not_evidence(wrong: Passage) -> None:
    assert judge(QUESTION, [Found((wrong,))], DOCS) == (None, 0.0)


def test_a_late_hit_is_worth_its_place(right: Passage, wrong: Passage) -> None:
    rank, gain = judge(QUESTION, [Found((wrong,)), Found((wrong,)), Found((right,))], DOCS)
    assert rank == 3
    assert gain == pytest.approx((1 / math.log2(4)) / (1 + 1 / math.log2(3)))


def test_repeating_one_piece_of_evidence_earns_nothing(right: Passage) -> None:
    once = judge(QUESTION, [Found((right,))], DOCS)
    assert judge(QUESTION, [Found((right,)), Found((right,))], DOCS) == once


def test_provisions_are_evidence_too(passage: Callable[..., Passage]) -> None:
    question = Question("q", "legal", "?", (), ("OPCAT:20(d)",))
    article = passage("p-4", "c", "Private interviews.", "art. 20(d)", "OPCAT:20(d)")
    assert judge(question, [Found((article,))], {}) == (1, 1.0)


def test_figures_by_hand() -> None:
    score = RetrievalScore(["a", "a", "b"], [1, 4, None], [1.0, 0.5, 0.0], [0.1, 0.2, 0.3])
    assert score.recall(1) == [1, 0, 0]
    assert score.recall(5) == [1, 1, 0]
    assert score.reciprocal() == [1, 0.25, 0]
    assert score.reciprocal("b") == [0]
    shown = table("tiny", {"x": score})
    assert shown.cell("x", "recall@5") == pytest.approx(2 / 3)
    assert shown.cell("x", "p95 ms") == pytest.approx(300)
    assert table_by_type("tiny", {"x": score}).cell("a", "x: MRR") == pytest.approx(0.625)


def test_chunks_hold_the_passages_they_mostly_cover(passage: Callable[..., Passage]) -> None:
    passages = [passage("p-1", "d", "a" * 8), passage("p-2", "d", "b" * 8), passage("p-3", "d", "c" * 2)]
    chunks = fixed_chunks(passages, size=14)
    assert [text for text, _ in chunks] == ["aaaaaaaa\nbbbbb", "bbb\ncc\n"]
    assert [[held.passage_id for held in found] for _, found in chunks] == [["p-1", "p-2"], ["p-3"]]
