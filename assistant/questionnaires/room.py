"""The room of a cell: how many quotations go into it, and which."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answers.answer import Sentence
from assistant.answers.verify import folded
from assistant.questionnaires.practice import Practice
from assistant.questionnaires.stance import Stance
from assistant.questionnaires.suggestion import Suggestion

MOST_QUOTED = 5
"""So many quotations are written into one cell."""
# In log odds: what is so much less likely evidence than the best is none.
_FAR_BELOW = 3.0
# What no ranking of the form's own has seen loses so much with each place in the answer that it comes from.
_STEP = 0.4


def fitted(found: Suggestion, practices: Sequence[Practice]) -> Suggestion:
    """Leave out the quotations for which a cell has no room, and those far below the best.

    What says that it is so, or not, goes first, then the likeliest; the best of each part of the question stays. The
    rest is only said to be there. The order is kept.
    """
    if not found.citations:
        return found
    worth = _worth(practices)
    best = max(worth.values(), default=0.0)
    # Where no grade is asked for, that a sentence says yes or no makes it no likelier.
    decisive = _decisive(practices) if found.question.graded else set()
    rated = [
        (_of(one, worth, best - _STEP * at), folded(one.text) in decisive, at) for at, one in enumerate(found.sentences)
    ]
    if found.counted:
        # Rows behind a number are of one worth, whatever words they share with the question.
        rated = [(best, False, at) for _, _, at in rated]
    top = max((value for value, _, _ in rated), default=0.0)
    fit = sorted(
        (one for one in rated if one[1] or one[0] >= top - _FAR_BELOW), key=lambda one: (not one[1], -one[0], one[2])
    )
    chosen: set[int] = set()
    used: set[int] = set()
    for _, _, at in fit:
        fresh = set(found.sentences[at].citations) - used
        if len(used) + len(fresh) <= MOST_QUOTED:
            chosen.add(at)
            used |= fresh
    if not used or len(chosen) == len(found.sentences):
        return found
    order = {one.n: n for n, one in enumerate((one for one in found.citations if one.n in used), 1)}
    rest = len(found.sentences) - len(chosen)
    more = f"{rest} more {'row' if rest == 1 else 'rows'}: opcat ask shows all of them"
    return replace(
        found,
        sentences=tuple(
            replace(one, citations=tuple(order[n] for n in one.citations))
            for at, one in enumerate(found.sentences)
            if at in chosen
        ),
        citations=tuple(replace(one, n=order[one.n]) for one in found.citations if one.n in used),
        notices=(*found.notices, more) if found.counted else found.notices,
    )


def _worth(practices: Sequence[Practice]) -> dict[str, float]:
    held: dict[str, float] = {}
    for practice in practices:
        if not practice.likely:
            continue
        # Each part of a question has a best of its own; they are set level.
        for one in practice.likely:
            text = folded(one.evidence.text)
            held[text] = max(held.get(text, -math.inf), one.worth - practice.likely[0].worth)
    return held


def _decisive(practices: Sequence[Practice]) -> set[str]:
    found = (one for practice in practices for one in practice.findings)
    return {folded(one.evidence.text) for one in found if one.stance in (Stance.FOR, Stance.AGAINST)}


def _of(sentence: Sentence, worth: Mapping[str, float], unseen: float) -> float:
    text = folded(sentence.text)
    return worth.get(text, next((value for known, value in worth.items() if known in text or text in known), unseen))
