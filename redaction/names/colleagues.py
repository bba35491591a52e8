"""Colleagues: names after an office in the plural, "officers Crane and Diaz-Holloway"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from redaction.lexicon import Lexicon
from redaction.span import Span, SpanType

_CAPITAL: Final = r"(?:[^\W\d_a-zß-öø-ÿ]\.[ ]?)?[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME: Final = rf"{_CAPITAL}(?:[ \n]{_CAPITAL}){{0,2}}"
_OFFICES: Final = (
    "officers|nurses|sergeants|inspectors|constables|guards|wardens|governors|directors|managers|doctors|"
    "psychiatrists|psychologists|chaplains|instructors|drivers|corporals|lieutenants|captains|commanders|majors|"
    "colonels|superintendents|teachers|carers|workers|interpreters|lawyers|solicitors|members|monitors|visitors|"
    "prisoners|detainees|inmates|patients|residents|men|women|boys|girls|brothers|sisters|cellmates|colleagues|"
    "pcs|dcs|cos|sos|cms|drs|messrs|mesdames|mss"
)
# "Officers" at the beginning of a sentence, "officers" inside one, "PCs"; capitals must follow for the names alone.
_LIST: Final = re.compile(
    rf"\b(?i:{_OFFICES})\.?[ \n](?P<names>{_NAME}(?:,[ \n]{_NAME}){{0,11}},?[ \n](?:and|&|or)[ \n]{_NAME})(?![^\W\d_])"
)
# "Crane and Example were on duty."
_ON_DUTY: Final = re.compile(
    rf"(?:^|[.;:!?\n\x1e][ ]?)(?P<names>{_CAPITAL}(?:,[ ]{_CAPITAL}){{0,6}}[ ](?:and|&)[ ]{_CAPITAL})"
    r"[ ](?:were|are)[ ](?:both[ ]|all[ ])?on[ ](?:night[ ]|day[ ]|late[ ]|early[ ])?(?:duty|shift|call|watch)\b"
)
_PART: Final = re.compile(_NAME)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def colleague_spans(text: str, lexicon: Lexicon, place: Callable[[str], object]) -> Iterator[Span]:
    """Yield the names of lists that an office in the plural leads in.

    Ordinary words are names here too ("Officers Crane and Young"): only bodies, places and terms of the trade are left.

    Args:
        text: the manuscript's text.
        lexicon: word lists.
        place: says whether the document uses a word as a place.
    """
    for match in (*_LIST.finditer(text), *_ON_DUTY.finditer(text)):
        base = match.start("names")
        parts = list(_PART.finditer(match["names"]))
        if any(_other(part.group(), lexicon, place) for part in parts):
            continue
        for part in parts:
            yield Span(base + part.start(), base + part.end(), SpanType.NAME, 0.75, ("colleagues",))


def _other(written: str, lexicon: Lexicon, place: Callable[[str], object]) -> bool:
    for found in _WORD.finditer(written):
        word, low = found.group(), found.group().lower()
        if low in lexicon.given_words:
            continue
        if low in lexicon.strong or low in lexicon.roles or low in lexicon.cities or low in lexicon.calendar:
            return True
        if lexicon.is_safe(word) or place(word):
            return True
    return False
