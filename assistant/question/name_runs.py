"""Runs of names: how a question writes the name of a place or body."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.question.terms import fold

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚŻ][\w’'-]*"
_JOINING = r"(?:(?:of|the|for|de|del|la|and|in|at|nad|pod|an|der) ){0,2}"
# A name as a question writes it: capitals with the small words between them.
NAME_RUN = re.compile(rf"{_CAPITAL}(?:,? {_JOINING}(?:{_CAPITAL}|\d[\w-]*))*")


def unnamed(question: str, places: Iterable[str], words: re.Pattern[str]) -> str:
    """Return the question folded, each name as one word: "in" and "for" of a name are no words of the question.

    Args:
        question: as asked.
        places: the names of places that it names.
        words: what a run of capitals must not hold to count as a name.
    """
    folded = fold(question)
    written = [fold(place) for place in places]
    runs = [match for match in NAME_RUN.finditer(question) if match.start() and " " in match[0]]
    written += [fold(match[0]) for match in runs if not words.search(fold(match[0]))]
    for name in sorted(written, key=len, reverse=True):
        folded = folded.replace(name, "place")
    return folded
