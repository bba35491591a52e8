"""Nouns of other languages in an English text: it counts them, or puts an article before them, as with no name."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from redaction.lexicon import Lexicon
from redaction.names.forms import SENTENCE_END
from redaction.small_letters import written_small

_COUNTED: Final = re.compile(
    r"\b(?:[Aa]n?|[Aa]ll|[Ee]very|[Ee]ach|[Mm]ost|[Mm]any|[Ss]everal|[Ss]ome|[Tt]hese|[Tt]hose|[Ff]ew|[Oo]ther|[Tt]wo|[Tt]hree|"
    r"[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\d{1,3})\s(?P<noun>[^\W\d_]{4,})(?!['’-])"
)
# A word in small letters that is no part of an address, and a capital within a sentence.
_SMALL: Final = re.compile(r"(?<![\w@./'’_-])[^\W\d_A-Z]{5,}(?![\w@'’_-]|\.\w)")
_WITHIN: Final = re.compile(r"[a-z,;] (?P<word>[^\W\d_a-z][^\W\d_]{4,})")
_CAPITAL_NEXT: Final = re.compile(r"[ -][^\W\d_a-z]")


class ForeignNouns:
    """The words of one text that are common nouns though no dictionary has them: "22 kaimahi", "a rangatahi".

    Args:
        text: of the manuscript.
        lexicon: word lists.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Gather the words; a text that writes everything in small letters has none, since names are small there."""
        self._text = text
        self._nouns: frozenset[str] = frozenset()
        self._opening: frozenset[str] = frozenset()
        if written_small(text):
            return
        self._nouns = frozenset(
            noun
            for noun in {match["noun"] for match in _COUNTED.finditer(text)}
            if noun.islower() and noun not in lexicon.given_names and not lexicon.is_common(noun)
        )
        within = {match["word"].lower() for match in _WITHIN.finditer(text)}
        small = Counter(_SMALL.findall(text))
        self._opening = self._nouns | frozenset(
            word
            for word, count in small.items()
            if count > 1 and word not in within and word not in lexicon.given_names and not lexicon.is_common(word)
        )

    def holds(self, start: int, end: int) -> bool:
        """Say whether such a noun stands at a range: in small letters, or where any word has a capital."""
        surface = self._text[start:end]
        words = surface.lower().split()
        if surface.islower():
            return all(word in self._nouns for word in words)
        if not words or not all(word in self._opening for word in words):
            return False
        opens = SENTENCE_END.search(self._text, max(0, start - 12), start) is not None
        return opens and _CAPITAL_NEXT.match(self._text, end) is None
