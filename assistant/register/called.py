"""Called: recommendations that a sentence names by their numbers, "takes recommendations 1, 3 and 5 on board"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.numerals import ranges_in
from assistant.question.statuses import statuses_asked
from assistant.question.terms import fold

_LISTED = re.compile(
    r"\b(?:recommendations|measures|proposals|points|requests) (?:nos?\.? ?|numbers )?"
    r"(?P<numbers>\d{1,3}(?:(?:, | and |, and | to | ?[-–] ?)\d{1,3})+)\b(?! (?:per cent|of))"
)
_NUMBER = re.compile(r"\d+")


def number_listed(statuses: Sequence[str], sentence: str) -> int | None:
    """Return how many recommendations a sentence names by number as having a standing.

    Args:
        statuses: those asked for; of several at once nothing is said.
        sentence: one sentence of a reply or a report.

    Returns:
        the number; ``None`` where no list of numbers stands in the sentence, or several, or another standing.
    """
    text = fold(sentence)
    lists = list(_LISTED.finditer(text))
    if len(lists) != 1 or len(statuses) != 1:
        return None
    # What is said of them stands around their numbers.
    around = " ".join(f"{text[: lists[0].start()]} {text[lists[0].end() :]}".split())
    if statuses_asked(around)[:1] != tuple(statuses):
        return None
    numbers = {int(number) for number in _NUMBER.findall(lists[0]["numbers"])}
    for _, _, _, low, high in ranges_in(lists[0]["numbers"]):
        numbers |= {*range(low, high + 1)}
    return len(numbers)
