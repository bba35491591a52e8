from __future__ import annotations

import pytest

from assistant.retrieval.fusion import DOUBTED, EXPANDED, MEANING, fuse
from ingest.passage import Ranked


def test_scores_are_scaled_and_other_words_count_less() -> None:
    found = fuse([Ranked("a", 8.0), Ranked("b", 2.0)], [Ranked("b", 4.0), Ranked("c", 1.0)], [])
    assert found["a"].words == 1.0
    assert found["b"].words == pytest.approx(0.25 + EXPANDED)
    assert found["c"].words == pytest.approx(EXPANDED / 4)
    assert all(parts.meaning == 0.0 for parts in found.values())


def test_a_passage_that_the_vectors_did_not_return_lies_below_the_last_that_they_did() -> None:
    found = fuse([Ranked("a", 3.0)], [], [Ranked("b", 0.6), Ranked("c", 0.5)])
    assert found["a"].meaning == pytest.approx(0.45)
    assert fuse([Ranked("a", 3.0)], [], [Ranked("b", -0.2)])["b"].meaning == 0.0


def test_where_words_cannot_be_trusted_meaning_decides() -> None:
    found = fuse([Ranked("worded", 5.0), Ranked("meant", 1.0)], [], [Ranked("meant", 0.6), Ranked("worded", 0.45)])
    worded, meant = found["worded"], found["meant"]
    assert worded.joined(1.0) > meant.joined(1.0)
    assert worded.joined(0.2) < meant.joined(0.2)
    assert meant.joined(0.0) == pytest.approx((MEANING + DOUBTED) * 0.6)


def test_nothing_found_is_nothing_fused() -> None:
    assert fuse([], [], []) == {}
