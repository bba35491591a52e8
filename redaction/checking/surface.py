"""Surfaces as keyed hashes: the words of a span in one form, so that a decision about them needs no text on disk."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from redaction.manuscript import SEPARATOR
from redaction.normalise import fold, normalise

# Groups of characters are looked for in runs of up to six words, as far as names, numbers and addresses go.
LONGEST_RUN = 6
# A surface of more words is compared as a whole but not searched for.
MOST_WORDS = 24

_TOKEN = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.;:!?]\s")
_WIDEST_GAP = 4
# "J. Ward" and "St. Olaf" go on after a full stop, "came. Ward" does not.
_ABBREVIATION = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row; offsets into the text that was read."""

    start: int
    end: int
    form: str


class SurfaceHash:
    """HMAC-SHA256 over the normalised words of a surface; the key is the salt of one home."""

    def __init__(self, key: bytes) -> None:
        """Take the salt."""
        self._key = key
        self._known: dict[str, str] = {}

    def of(self, surface: str) -> str:
        """Return the hash of a surface, 64 hex digits: the same for any case, diacritics, spacing and punctuation."""
        text = normalise(surface).text
        tokens = [fold(match.group()) for match in _TOKEN.finditer(text)]
        return self.of_form(form_of(tokens) if tokens else text.strip())

    def of_form(self, form: str) -> str:
        """Return the hash of words in the form of :class:`Run`."""
        found = self._known.get(form)
        if found is None:
            found = self._known[form] = hmac.digest(self._key, form.encode(), "sha256").hex()
        return found


def form_of(tokens: list[str]) -> str:
    """Return the one form of folded words; in numbers and codes, spaces do not count."""
    together = "".join(tokens)
    return together if any(char.isdigit() for char in together) else " ".join(tokens)


def words_of(surface: str) -> int:
    """Return how many words a surface has."""
    return sum(1 for _ in _TOKEN.finditer(normalise(surface).text))


def runs(text: str, lengths: frozenset[int]) -> Iterator[Run]:
    """Give the runs of words of a normalised text, never across segments or sentences.

    Args:
        text: as :class:`redaction.manuscript.Manuscript` holds it.
        lengths: how many words runs without a digit may have; those with one have up to ``LONGEST_RUN``.
    """
    matches = list(_TOKEN.finditer(text))
    tokens = [fold(match.group()) for match in matches]
    joined = [_joined(text, a, b) for a, b in pairwise(matches)]
    numbered = [any(char.isdigit() for char in token) for token in tokens]
    longest = max((*lengths, LONGEST_RUN))
    for first in range(len(tokens)):
        digits = False
        for count in range(1, min(longest, len(tokens) - first) + 1):
            last = first + count - 1
            if count > 1 and not joined[last - 1]:
                break
            digits = digits or numbered[last]
            if count in lengths or (digits and count <= LONGEST_RUN):
                yield Run(matches[first].start(), matches[last].end(), form_of(tokens[first : last + 1]))


def _joined(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    gap = text[first.end() : second.start()]
    if len(gap) > _WIDEST_GAP or SEPARATOR in gap:
        return False
    return not _SENTENCE_END.search(gap) or first.end() - first.start() <= _ABBREVIATION
