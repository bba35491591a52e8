"""Stated: the number of entries that a document itself gives, set beside what the register holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.question.numerals import NUMERAL, numeral
from assistant.question.query import Query
from assistant.question.register_words import KINDS
from assistant.question.terms import fold
from ingest.register.status import find_statuses

_FAR = 45
_LAST = re.compile(
    rf"\b(?P<number>{NUMERAL})\b(?![\d.,]*\d)(?! ?(?:%|per cent|days|weeks|months|years|of (?!our|the|these|its|my)))"
)


def stated_number(query: Query, sentences: Iterable[str]) -> int | None:
    """Return the number that sentences give for what is counted, or ``None`` where they give none or several.

    Args:
        query: with the kind counted, and at most one status.
        sentences: of the documents whose entries were counted.
    """
    if len(query.statuses) > 1 or len(query.kinds) != 1:
        return None
    found = {number for sentence in sentences for number in _numbers(query, fold(sentence))}
    return found.pop() if len(found) == 1 else None


def _numbers(query: Query, sentence: str) -> set[int]:
    if not query.statuses:
        kind = next(pattern for name, pattern in KINDS if name == query.kinds[0])
        counted = re.findall(rf"\b({NUMERAL}) (?:[a-z-]+ ){{0,2}}?(?:{kind})", sentence)
        return {number for one in counted if (number := numeral(one if isinstance(one, str) else one[0])) is not None}
    found: set[int] = set()
    before = 0
    for start, end, status in find_statuses(sentence):
        numbers = [numeral(match["number"]) for match in _LAST.finditer(sentence[max(before, start - _FAR) : start])]
        if status in query.statuses and numbers and numbers[-1] is not None:
            found.add(numbers[-1])
        before = end
    return found
