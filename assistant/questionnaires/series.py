"""Series: which numbered items belong to the questions of a form, what each is asked to grade, what each refers to."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from assistant.questionnaires.question import Question, is_asking, is_polar, offers_grades


def settled(questions: Sequence[Question], tentative: Set[int]) -> list[tuple[int, Question]]:
    """Settle what one item alone does not tell.

    Args:
        questions: in the order of the form.
        tentative: places of those that name a matter without asking; each stays if its number runs on from a question.

    Returns:
        place and question of each that stays. Where some items of a form offer yes and no and no column does, only
        those are graded; where nothing in the form does, each is that can be answered so. Each knows the one before it
        in its section.
    """
    kept = _in_series([one.number for one in questions], [at not in tentative for at in range(len(questions))])
    marked = any(offers_grades(one.text) and is_asking(one.text) for one in questions)
    offered = any(one.graded for one in questions)
    found: list[tuple[int, Question]] = []
    for at, one in enumerate(questions):
        if not kept[at]:
            continue
        last = found[-1][1] if found and found[-1][1].section == one.section else None
        graded = one.graded and (not marked or one.by_column or offers_grades(one.text))
        graded = graded or (not offered and is_polar(one.asked))
        found.append((at, replace(one, graded=graded, before=last.asked if last is not None else "")))
    return found


def boxed(question: Question) -> Question:
    """Return a question below which boxes to tick stand: they are its own, and say nothing of the others."""
    return replace(question, graded=is_polar(question.asked) or not is_asking(question.text), by_column=True)


def _in_series(numbers: Sequence[str], asking: Sequence[bool]) -> list[bool]:
    """Say which items stay: those that ask, and those numbered in one run with them."""
    kept = list(asking)
    for step in (1, -1):
        order = range(len(numbers))[::step]
        for at in order:
            near = at - step
            if not kept[at] and 0 <= near < len(numbers) and kept[near]:
                kept[at] = _follows(numbers[min(at, near)], numbers[max(at, near)])
    return kept


def _follows(one: str, other: str) -> bool:
    """Say whether a number comes right after another: ``3`` and ``4``, ``2.1`` and ``2.2``, ``a`` and ``b``."""
    one, other = one.strip("(). "), other.strip("(). ")
    if len(one) == len(other) == 1 and one.isalpha() and other.isalpha():
        return ord(other) == ord(one) + 1
    front, _, last = one.rpartition(".")
    front_other, _, last_other = other.rpartition(".")
    return front == front_other and last.isdigit() and last_other.isdigit() and int(last_other) == int(last) + 1
