"""What the classifier says of all mentions of a word in one document, taken together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from redaction.normalise import fold

_WORD: Final = re.compile(r"[^\W\d_]+")
# A word is taken for a place or body where the classifier says so of most of its mentions.
_MOSTLY: Final = 0.5
_HARDLY: Final = 0.3
# Two mentions as sure as this make one word a place, however the others are read.
_PLACED: Final = 0.9


@dataclass(slots=True)
class _Vote:
    """Sums of probabilities over the mentions of one word."""

    mentions: int = 0
    name: float = 0.0
    kept: float = 0.0
    placed: int = 0


class Votes:
    """Counts, for each word with a capital, how its mentions were read."""

    def __init__(self) -> None:
        """Start with no mention."""
        self._votes: dict[str, _Vote] = {}

    def add(self, word: str, name: float, kept: float) -> None:
        """Count one mention.

        Args:
            word: as it is written.
            name: probability of a person's name.
            kept: probability of a place or body.
        """
        vote = self._votes.setdefault(fold(word), _Vote())
        vote.mentions += 1
        vote.name += name
        vote.kept += kept
        vote.placed += kept >= _PLACED

    def kept(self, surface: str) -> bool:
        """Say whether the document as a whole uses the words of ``surface`` for places and bodies."""
        votes = [self._votes.get(fold(word)) for word in _WORD.findall(surface) if len(word) > 2]
        if votes and all(vote is not None and vote.placed > 1 for vote in votes):
            return True
        return bool(votes) and all(
            vote is not None and vote.kept > _MOSTLY * vote.mentions and vote.name < _HARDLY * vote.mentions
            for vote in votes
        )

    def named(self, surface: str) -> bool:
        """Say whether most mentions of a word are read as names; one never counted too."""
        vote = self._votes.get(fold(surface))
        return vote is None or vote.name >= _MOSTLY * vote.mentions
