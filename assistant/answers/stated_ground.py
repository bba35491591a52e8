"""Whether a sentence with a number speaks of all that a question asks of it: the part of the place, the year, the rest.

A likely number of the wrong wing or year is worse than none; what decides here is exact, not weighed.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.answers.evidence import Evidence
from assistant.question.counted import counted_of
from assistant.question.needs import STRONG, stemmed
from assistant.question.query import Query
from assistant.question.terms import fold

_MET: Final = 0.7  # by the words themselves or by others for the same

_YEAR: Final = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d/])")
# "wing F", "Block 1": a part of a place that is told by a letter or number.
_PART: Final = re.compile(
    r"\b(?:wings?|blocks?|wards?|units?|cells?|rooms?|houses?|houseblocks?|halls?|sections?|floors?|levels?|landings?|"
    r"sectors?|modules?|pavilions?|buildings?|barracks|groups?|corridors?|yards?|containers?)\s"
    r"(?P<sign>[A-Z]\d{0,2}|\d{1,3}[A-Z]?)\b"
)


def says_all(query: Query, item: Evidence) -> bool:
    """Say whether a sentence may answer a counting question with its number.

    Args:
        query: the question.
        item: the sentence, with its passage.
    """
    passage = item.hit.passage
    around = (item.text, *passage.heading_path[-2:])
    for part in _PART.finditer(query.text):
        sign = re.compile(rf"(?<![\w-]){re.escape(part['sign'])}(?![\w-])")
        if not any(sign.search(text) for text in around):
            return False
    asked, said = set(_YEAR.findall(query.text)), set(_YEAR.findall(item.text))
    if asked and not asked & (said or set(_YEAR.findall(str(passage.text)))) and (said or _YEAR.search(passage.text)):
        return False
    # A heading tells whose number it is; what was done, the sentence itself must say.
    alone, headed = stemmed(fold(item.text)), stemmed(*map(fold, around))
    for need in counted_of(query).rest:
        ready = headed if need.name else alone
        if need.weight >= STRONG and need.met_by(ready.stems, ready.present) < _MET:
            return False
    return True
