"""Names after the titles of clergy: "Father Example"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from redaction.lexicon import Lexicon
from redaction.span import Span, SpanType

DETECTOR: Final = "clergy"
_SCORE: Final = 0.8
_NAME: Final = r"[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ][^\W\d_]*"
_NAMED: Final = re.compile(
    r"(?<![\w'’-])(?P<title>Father|Fr|Sister|Sr|Brother|Br|Pastor|Imam|Rabbi|Reverend|Revd|Rev|Chaplain|Don|Doña|Dona|Padre|Hermana|Fray)"
    rf"\.?[ \n](?P<name>{_NAME}(?:[-'’][A-ZÀ-Þ][^\W\d_]+)?(?:[ ]{_NAME}){{0,2}})"
)
# "the Padre Example unit", "Father Example House".
_OF_A_HOUSE: Final = re.compile(
    r"(?:['’]s)?\s(?:unit|wing|ward|house|home|school|hospital|centre|center|pavilion|block|clinic|foundation|hall|institute|shelter)\b",
    re.IGNORECASE,
)
_HOUSE_BEFORE: Final = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+\s$")
_SCHOOLS: Final = frozenset(
    {"colegio", "escuela", "residencia", "casa", "hogar", "pabellón", "foyer", "maison", "villa"}
)
# Titles that nothing but a name follows.
_SOLEMN: Final = frozenset({"father", "fr", "pastor", "imam", "rabbi", "reverend", "revd", "rev", "padre"})
_NO_NAMES: Final = frozenset({"superior", "figure", "figures", "time", "general", "provincial", "in", "and", "of"})


def clerical_names(text: str, lexicon: Lexicon, kept: Sequence[tuple[int, int]]) -> list[Span]:
    """Return the names after titles of clergy; those of houses and schools stay.

    Args:
        text: of the manuscript.
        lexicon: word lists.
        kept: ranges that are institutions.
    """
    spans: list[Span] = []
    for match in _NAMED.finditer(text):
        start, end = match.span("name")
        words = match["name"].split()
        if any(first < end and start < last for first, last in kept) or _OF_A_HOUSE.match(text, end):
            continue
        before = _HOUSE_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
        house = before.group().strip().lower() if before is not None else ""
        if house in lexicon.strong or house in lexicon.prefixes or house in _SCHOOLS:
            continue
        if any(word.lower() in lexicon.strong or word.lower() in _NO_NAMES for word in words):
            continue
        first = words[0]
        lower = first.lower()
        offices = lower in lexicon.titles or lower in lexicon.roles or lower in lexicon.weak
        common = lexicon.is_common(first) and lower not in lexicon.given_words and lower not in lexicon.given_names
        solemn = match["title"].lower() in _SOLEMN and len(words) == 1
        if offices or lexicon.is_safe(first) or (common and not solemn):
            continue
        while len(words) > 1 and (lexicon.is_safe(words[-1]) or lexicon.is_common(words[-1])):
            end = start + len(text[start : end - len(words.pop())].rstrip())
        spans.append(Span(start, end, SpanType.NAME, _SCORE, (DETECTOR,)))
    return spans
