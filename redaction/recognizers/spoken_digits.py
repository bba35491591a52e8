"""Telephone numbers told in words: "four oh nine, five five five, oh one eight two"."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import distinct, found
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_DIGIT: Final = r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)"
_AGAIN: Final = r"(?:(?:double|triple|treble)[ -])?"
_TOLD: Final = Sieve(rf"\b{_AGAIN}{_DIGIT}(?:[ ,.–-]{{1,3}}\n?{_AGAIN}{_DIGIT}){{5,16}}\b", re.IGNORECASE)
# "zero six, thirty-nine, ninety-eight, zero one, forty-four": told in pairs, as in France.
_TENS: Final = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_PAIR: Final = rf"(?:{_TENS}(?:[ -]{_DIGIT})?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:zero|oh|nought)[ -]{_DIGIT})"  # noqa: E501
_PAIRS: Final = Sieve(
    rf"\b(?:plus[ ])?(?:zero|oh|nought)(?:[ ,-]{{1,2}}{_DIGIT})?(?:[ ,.–-]{{1,3}}\n?{_PAIR}){{3,5}}\b", re.IGNORECASE
)
_TWICE: Final = re.compile(r"\b(?:double|triple|treble)\b", re.IGNORECASE)
_ONE: Final = re.compile(rf"\b{_DIGIT}\b", re.IGNORECASE)
# As short as a local number without its area.
_FEWEST: Final = 7
# "one, two, three, four, five, six, seven": somebody counts.
_COUNTED: Final = ("onetwothreefour", "zeroonetwothree", "fourthreetwoone", "sixseveneightnine")


class SpokenDigits:
    """Finds seven digits and more in a row that are written as words."""

    name = "spoken_digits"

    def detect(self, text: str) -> list[Span]:
        """Return such rows as ways to reach somebody."""
        spans = []
        for match in _TOLD.finditer(text):
            words = [word.lower() for word in _ONE.findall(match.group())]
            told = len(words) + len(_TWICE.findall(match.group()))
            if told >= _FEWEST and not "".join(words).startswith(_COUNTED):
                spans.append(found(self.name, match.start(), match.end(), SpanType.CONTACT, 0.85))
        spans += [
            found(self.name, match.start(), match.end(), SpanType.CONTACT, 0.85) for match in _PAIRS.finditer(text)
        ]
        return distinct(spans)
