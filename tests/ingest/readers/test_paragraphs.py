"""Paragraphs of one line are told apart where the type was measured roughly, as on a picture of a page."""

from __future__ import annotations

import pytest

from ingest.readers.columns import Region
from ingest.readers.lines import Line, Word
from ingest.readers.paragraphs import Metrics, drafts

_LEFT, _RIGHT = 60.0, 520.0


def _line(text: str, base: float, size: float) -> Line:
    words = []
    x = _LEFT
    for word in text.split():
        end = x + 0.5 * size * len(word)
        words.append(Word(word, x, base - size, end, base + 0.2 * size, base, size))
        x = end + 0.3 * size
    return Line(tuple(words), 1, _LEFT, _RIGHT)


@pytest.mark.parametrize("size", [10.0, 11.0, 12.0])
def test_a_closing_and_a_signature_are_not_one(size: float) -> None:
    texts = ("With regards,", "Orla Tennock, head of the office", "Copied by the clerk")
    lines = tuple(_line(text, 100 + 19.5 * at, size) for at, text in enumerate(texts))
    found = drafts(Region(lines, _LEFT, _RIGHT), Metrics(10.0, 1.3))
    assert [draft.text for draft in found] == list(texts)


def test_lines_at_the_usual_distance_are_one_paragraph() -> None:
    texts = ("The head of the office was told on the first day that nobody had kept the book of", "visits.")
    lines = tuple(_line(text, 100 + 13.5 * at, 11.5) for at, text in enumerate(texts))
    (draft,) = drafts(Region(lines, _LEFT, _RIGHT), Metrics(10.0, 1.3))
    assert draft.text == " ".join(texts)
