"""Listening: what a caller may be told while an answer comes about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from assistant.answers.answer import Citation, Sentence


@dataclass(frozen=True)
class Status:
    """What is being done.

    Attributes:
        stage: ``searching``, ``reading`` (passages were found) or ``writing`` (a language model was asked).
        passages: how many passages were found, 0 before the search.
        documents: in how many documents.
    """

    stage: str
    passages: int = 0
    documents: int = 0


@dataclass(frozen=True)
class Lead:
    """What code itself says before the sentences: a count, or why nothing is answered.

    Attributes:
        refused: whether nothing is answered.
    """

    text: str
    refused: bool = False


@dataclass(frozen=True)
class Shown:
    """One verified sentence, in its place among the others; it is not taken back.

    Attributes:
        citations: those that no earlier sentence had.
    """

    sentence: Sentence
    citations: tuple[Citation, ...]


Told = Status | Lead | Shown


class Listener(Protocol):
    """Called from the thread that asks, in order, before the answer is returned."""

    def __call__(self, told: Told) -> None:
        """Take one piece of news."""
        ...
