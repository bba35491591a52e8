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


# "DL reported", "(DL)", "Action: DL", a line with nothing else: initials of somebody whom the text names.
_INITIALS: Final = re.compile(r"(?<![\w.&/-])[A-Z](?:\.?[A-Z]){1,3}(?:\.(?=\s|$))?(?![\w&/-])")
_SIGNED_ALONE: Final = re.compile(r"(?:^|[\n\x1e])[> ]{0,4}(?P<letter>[A-Z])\.?[ ]*(?=$|[\n\x1e])")
_BEFORE_INITIALS: Final = re.compile(
    r"(?:(?:^|[\n\x1e])[> ]{0,4}(?:(?:[Kk]ind |[Bb]est )?[Rr]egards,? |[Ss]igned:? |[–-] ?)?|\bby |\|\s|\b[Aa]ctions?: |\b[Ii]nitials:? )$"  # noqa: E501
)
_AFTER_INITIALS: Final = re.compile(r"[ ]*(?:$|[\n\x1e]|\|)")


def initials_of(text: str, names: Iterable[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Yield the initials of named persons where only somebody can stand: before a verb, in brackets, as a signature.

    Args:
        text: the manuscript's text.
        names: spans of names.
        lexicon: for verbs, particles and acronyms.
    """
    known: set[str] = set()
    for name in names:
        words = [
            word for word in re.findall(r"[^\W\d_]+", text[name.start : name.end]) if word not in lexicon.particles
        ]
        known.update({"".join(word[0] for word in words).upper(), *(word[0].upper() for word in words)})
    if not known:
        return
    for match in _INITIALS.finditer(text):
        letters = match.group().replace(".", "")
        if letters not in known or lexicon.is_safe(letters):
            continue
        start, end = match.span()
        verb = re.match(r"[ ](?:also |then )?([a-z]+)\b", text[end : end + 24])
        bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        before = _BEFORE_INITIALS.search(text, max(0, start - 24), start)
        alone = before is not None and (_AFTER_INITIALS.match(text, end) is not None or before.group().endswith("by "))
        if (verb and verb[1] in lexicon.verbs) or bracketed or alone:
            yield Span(start, end, SpanType.NAME, 0.6, ("attached",))
    for match in _SIGNED_ALONE.finditer(text):
        if match["letter"] in known:
            yield Span(*match.span("letter"), SpanType.NAME, 0.5, ("attached",))


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
