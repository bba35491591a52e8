"""Beside: the next sentence of a paragraph where it gives the number asked for of another unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.evidence import Evidence
from assistant.question.query import Query
from assistant.question.routing import wants_count
from assistant.question.terms import content_words, fold, stem, tokens
from assistant.retrieval.sentences import split_sentences, without_number

# "The corresponding numbers for Ward 4 were 22 and 690."
_LIKEWISE = re.compile(
    r"^(?:the )?(?:corresponding|respective|equivalent|comparable|same|matching) (?:\w+ )?(?:numbers?|figures?|rates?|"
    r"totals?|counts?|shares?)\b|^(?:on|in|at|for) (?:the )?(?:other )?[\w' -]{1,30}?,? "
    r"(?:it|they|there|this|that|the (?:number|figure))s? (?:was|were|stood)\b"
)
_UNIT = re.compile(
    r"\b(?:(?:ward|wing|unit|block|building|section|floor|pavilion|house|department|room|cell) (?:[A-Z]\w*|\d+)|"
    r"[A-Z]\d{1,2}|(?:[A-Z]\w+) (?:Ward|Wing|Unit|Block|Building|House|Section))\b"
)
_DIGIT = re.compile(r"\d")
_ALIKE = 0.5


def with_beside(query: Query, chosen: Sequence[Evidence]) -> list[Evidence]:
    """Add to the first sentence the next one where it says the same kind of number of another unit.

    Args:
        query: the question; only one for a number, that names none of the units itself, is completed.
        chosen: the sentences of the answer.
    """
    if not chosen or not wants_count(query.text):
        return list(chosen)
    first = chosen[0]
    passage = first.hit.passage
    pieces = [without_number(one) for one in split_sentences(str(passage.text), passage.block_kind)]
    if first.text not in pieces[:-1]:
        return list(chosen)
    after = pieces[pieces.index(first.text) + 1]
    if any(item.text == after for item in chosen) or not _says_same(query, first.text, after):
        return list(chosen)
    return [first, replace(first, text=after), *chosen[1:]]


def _says_same(query: Query, said: str, after: str) -> bool:
    units, others = set(_UNIT.findall(said)), set(_UNIT.findall(after))
    asked = set(tokens(query.text))
    named = any(set(tokens(unit)) <= asked for unit in units | others)
    # The unit itself may hold the only digit.
    if named or not units or not others - units or not _DIGIT.search(_UNIT.sub("", after)):
        return False
    words, theirs = ({stem(word) for word in content_words(_UNIT.sub("", text))} for text in (said, after))
    shared = len(words & theirs) / max(1, min(len(words), len(theirs)))
    return bool(_LIKEWISE.search(fold(after))) or shared >= _ALIKE
