"""Sentences are exact pieces of their passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Ode of St. Alban spoke. He left at 9 a.m. and came back.", 2),
        ("See art. 19 and para. 4. It applies.", 2),
        ("3. Beds were short. Blankets too.", 2),
        ("A. B. Corran wrote. Nobody replied.", 2),
        ("It was cold (12.5 degrees). Why?", 2),
        ("Ask 2. The board should act.", 1),
    ],
)
def test_number_of_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


def test_rows_stay_whole() -> None:
    row = "Wing A. | 12 beds. | Closed."
    assert split_sentences(row, "table_row") == [row]


@given(st.text(alphabet="Aab1 .?!|(\n'é", max_size=200))
def test_each_sentence_is_a_substring(text: str) -> None:
    assert all(sentence in text for sentence in split_sentences(text))
