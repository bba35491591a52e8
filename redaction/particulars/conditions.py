"""Conditions told by what their names end in, for a person to look at: no list holds every rare disease."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# So frequent in places of detention, or so vague, that they point at nobody; and words that only sound like one.
_FREQUENT: Final = (
    r"(?:diagn|progn|psych|neur|hypn|tubercul|cirrh|thromb|osteopor|pedicul|halit|osm|metamorph|apothe)osis|"
    r"(?:arthr|bronch|gastr|dermat|hepat|tonsill|sinus|appendic|conjunctiv|cyst|ot|mening|pharyng|laryng|gingiv)itis|"
    r"ana?emia|academia|o?edema|atrophy|(?:home|oste|natur)opathy"
)
_KIND = r"(?:[a-z]+(?:ic|al|ar|ary|ous|ive|ute|ile|ed) ){0,3}"
_CONDITION: Final = re.compile(
    rf"\b{_KIND}(?:(?!(?:{_FREQUENT})\b)[a-z]{{2,}}(?:osis|itis|opathy|otrophy|opl?asia|a?emia|globinuria|plegia|"
    r"sclerosis|philia|penia|lepsy|o?edema|dystonia|stomia|omalacia|mastocytosis|proteinosis|exstrophy)|"
    r"urticaria|atresia|(?:periodic|facial|bulbar) paralysis|malformation)\b"
)


def conditions(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the places of conditions between two offsets."""
    for match in _CONDITION.finditer(text, low, high):
        yield match.span()
