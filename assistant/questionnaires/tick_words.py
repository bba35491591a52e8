"""Tick words: which grade the header of a column stands for, however a form puts it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.question.terms import fold, tokens, word_list

# What a header says beside the grade: "x = yes", "tick if no", "partly met".
_BESIDE = frozenset(
    word_list(
        """
    x tick mark if put check box for the is it so met in compliant implemented achieved fulfilled done complied
    observed respected satisfied and or a an extent some to y n p
    """
    )
)
_YES = frozenset(word_list("yes fully full y true met compliant implemented achieved fulfilled complied place"))
_NO = frozenset(word_list("no not non none false n never unmet"))
_PARTIAL = frozenset(word_list("partial partially partly part somewhat p progress"))
_LONGEST = 4


def tick_columns(headers: Sequence[str]) -> dict[str, int]:
    """Return the columns to be ticked, by ``yes``, ``partial`` and ``no``; none without one for yes and one for no."""
    found = [(at, grade) for at, text in enumerate(headers) if (grade := _grade(text))]
    yes = next((at for at, grade in found if grade == "yes"), None)
    no = [at for at, grade in found if grade == "no" and at > 0]
    if yes is None or not no:
        return {}
    # "No." may head the column of numbers as well: the nearer one is the grade.
    ticks = {"yes": yes, "no": min(no, key=lambda at: abs(at - yes))}
    partial = next((at for at, grade in found if grade == "partial"), None)
    return ticks if partial is None else {**ticks, "partial": partial}


def _grade(header: str) -> str | None:
    words = tokens(fold(header))
    if not words or len(words) > _LONGEST or not set(words) <= _BESIDE | _YES | _NO | _PARTIAL:
        return None
    for grade, known in (("partial", _PARTIAL), ("no", _NO), ("yes", _YES)):
        if known & set(words):
            return grade
    return None
