from __future__ import annotations

from assistant.retrieval.word_pairs import content, pairs_of, shared


def test_pairs_step_over_small_words_and_endings() -> None:
    pairs = pairs_of("What are the reporting obligations of the operators?")
    assert shared(pairs, "Reports are obliged of every operator.") == len(pairs) == 2
    assert shared(pairs, "Obligations of an operator.") == 1


def test_a_pair_counts_once_and_in_its_order_only() -> None:
    pairs = pairs_of("cell bells, cell bells")
    assert len(pairs) == 2
    assert shared(pairs, "Cell bells rang. Cell bells broke.") == 1
    assert shared(pairs, "The bell of the cell") == 1
    assert shared(pairs, "cells were bellow") == 0


def test_one_word_or_none_has_no_pair() -> None:
    assert pairs_of("Food?") == pairs_of("") == ()
    assert shared((), "Food.") == 0


def test_a_long_text_is_read_too() -> None:
    text = "The yard was open. " * 400
    assert shared(pairs_of("open yard"), text) == 1
    assert content(text)[:2] == ("yard", "open")
