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
FAR_BELOW = 5.0
"""See :func:`fitted`; what became of a recommendation so far off is none of the question's either."""
# Log odds of the model that reads sentences with the question: what lies below it is left out, save the likeliest of
# all. Of 208 questions of seventeen forms 193 keep evidence so (194 without), with one quotation in sixteen fewer.
_NO_ANSWER = -3.5
# So many places after the likeliest of the first part stand those of another part, and what only `ask` found.
_AFTER = 1.5


def fitted(found: Suggestion, practices: Sequence[Practice]) -> Suggestion:
    """Leave out the quotations for which a cell has no room, and those far below the best.

    What says that it is so, or not, goes first, then the likeliest; the best of each part of the question stays. The
    rest is only said to be there. The order is kept.
    """
    if not found.citations:
        return found
    places = _places(practices)
    # Where no grade is asked for, that a sentence says yes or no makes it no likelier.
    decisive = _decisive(practices) if found.question.graded else set()
    rated = []
    for at, one in enumerate(found.sentences):
        decides = folded(one.text) in decisive
        # What no ranking of the form's own has seen keeps its order in the answer that it comes from.
        place = None if found.counted else _of(one, places)
        if place is None or decides or place[1] <= FAR_BELOW:
            # Rows behind a number are of one worth, whatever words they share with the question.
            rated.append((not decides, at + _AFTER if place is None else place[0], at))
    chosen: set[int] = set()
    used: set[int] = set()
    for _, _, at in sorted(rated):
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


def _places(practices: Sequence[Practice]) -> dict[str, tuple[float, float]]:
    """The place of each likely sentence in the part of the question that it fits best, and how far it is below."""
    held: dict[str, tuple[float, float]] = {}
    for part, practice in enumerate(practices):
        for at, one in enumerate(practice.likely, 1):
            text = folded(one.evidence.text)
            below = practice.likely[0].worth - one.worth
            if at > 1 and one.read is not None and one.read < _NO_ANSWER:
                below = math.inf
            place = (at + _AFTER * (part > 0), below)
            held[text] = min(held.get(text, place), place)
    return held


def _decisive(practices: Sequence[Practice]) -> set[str]:
    found = (one for practice in practices for one in practice.findings)
    return {folded(one.evidence.text) for one in found if one.stance in (Stance.FOR, Stance.AGAINST)}


def _of(sentence: Sentence, places: Mapping[str, tuple[float, float]]) -> tuple[float, float] | None:
    text = folded(sentence.text)
    return places.get(text, next((place for known, place in places.items() if known in text or text in known), None))
