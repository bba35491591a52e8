"""Pairs of words: which words of a question stand side by side in a passage too."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from assistant.question.terms import STOP, stem, stems

SMALL = frozenset(stem(word) for word in STOP)
"""Stems of the words that carry no topic: they are stepped over."""
_REMEMBERED = 3000  # characters; longer texts are rare, and a cache of them would be large


def pairs_of(question: str) -> tuple[str, ...]:
    """Return the pairs of neighbouring words of a question, each once, as :func:`shared` looks for them."""
    return tuple(dict.fromkeys(f" {first} {second} " for first, second in pairwise(content(question))))


def shared(pairs: tuple[str, ...], text: str) -> int:
    """Return how many of the pairs stand in a text."""
    # One string, in which a pair is found faster than in a list of words.
    line = f" {' '.join(content(text))} "
    return sum(pair in line for pair in pairs)


def content(text: str) -> tuple[str, ...]:
    """Return the stems of a text in order, without small words."""
    return _content(text) if len(text) <= _REMEMBERED else _content.__wrapped__(text)


@lru_cache(maxsize=8192)
def _content(text: str) -> tuple[str, ...]:
    # The same passages come up in many searches.
    return tuple([word for word in stems(text) if word not in SMALL])
