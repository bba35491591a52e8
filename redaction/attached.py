"""What hangs on a name that has been found: a short number in brackets after it, a name that a scan cut in two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from redaction.forms import FREQUENT
from redaction.lexicon import Lexicon
from redaction.propagation import KnownNames, key_of
from redaction.runs import Token
from redaction.span import Span, SpanType

# "Okello (4471)", "Okello [no. 318]", "Okello, 4471,": too short to be known as an identifier by itself.
_NUMBER_AFTER: Final = re.compile(
    r"[\"”’']?,?[ ]?[(\[](?:[Nn]o\.?[ ]?|#[ ]?|number[ ])?(?P<number>[A-Z]{0,3}[-/ ]?\d{3,7}[A-Z]{0,2})(?=[)\];,])"
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_SHORTEST_JOINED: Final = 4
_TITLED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Officer|Nurse|PC|Sgt)\.?[ ]$", re.IGNORECASE)
# "A N N A": a name in letters set apart.
_SPACED: Final = re.compile(r"(?<![\w.])[A-Z](?:[ ][A-Z]){3,14}(?![\w.])")


def numbers_after(text: str, names: Iterable[Span]) -> Iterator[Span]:
    """Yield the short numbers in brackets that follow names.

    Args:
        text: the manuscript's text.
        names: spans of names.
    """
    for name in names:
        match = _NUMBER_AFTER.match(text, name.end)
        if match is not None and not _YEAR.fullmatch(match["number"]):
            yield Span(*match.span("number"), SpanType.ID, 0.6, ("attached",))


def split_names(text: str, tokens: Sequence[Token], known: KnownNames, lexicon: Lexicon) -> Iterator[Span]:
    """Yield names with a space inside that a scan put there: "Gra ce", where the two halves are no words.

    Args:
        text: the manuscript's text.
        tokens: its words, in order.
        known: the names found so far.
        lexicon: for words and given names.
    """
    yield from _spaced(text, known, lexicon)
    for first, second in itertools.pairwise(tokens):
        if second.start - first.end != 1 or text[first.end] != " ":
            continue
        if not first.capital or first.capitals or not second.text.islower() or (first.initial and len(second.text) < 3):
            continue
        joined = first.text + second.text
        if len(joined) < _SHORTEST_JOINED or second.text in lexicon.particles:
            continue
        lower = joined.lower()
        named = lower in lexicon.given_names or lower in lexicon.given_words or key_of(joined) in known.strange
        titled = key_of(joined) in known.plain and _TITLED.search(text, max(0, first.start - 12), first.start)
        if titled or (named and not any(lexicon.counts.get(half.lower, 0) >= FREQUENT for half in (first, second))):
            yield Span(first.start, second.end, SpanType.NAME, 0.7, ("attached",))


def _spaced(text: str, known: KnownNames, lexicon: Lexicon) -> Iterator[Span]:
    """Yield names written with a space after every letter."""
    for match in _SPACED.finditer(text):
        word = match.group().replace(" ", "").lower()
        key = key_of(word)
        if word in lexicon.given_names or word in lexicon.given_words or key in known.strange or key in known.plain:
            yield Span(*match.span(), SpanType.NAME, 0.7, ("attached",))
