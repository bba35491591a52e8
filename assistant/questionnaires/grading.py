"""Grading: yes, partial or no, from what the evidence says; nothing where it does not say."""

from __future__ import annotations

import re

from assistant.questionnaires.practice import Practice
from assistant.questionnaires.stance import Stance, is_partial
from assistant.terms import fold

_COUNTED = {1: "one place", 2: "two places"}


_EVENT = re.compile(r"^(?:has|have|did)\b")
_UNIVERSAL = re.compile(r"\b(?:all|every|each|any)\b")
_ALWAYS = re.compile(r"\b(?:always|never|without exception|at all times)\b")
_WEIGHTY = 0.6


def grade(text: str, practice: Practice) -> tuple[str | None, str]:
    """Grade what was found.

    Args:
        text: the question, written out.
        practice: what was found on its matter.

    Returns:
        ``yes``, ``partial``, ``no`` or ``None``, and the rule behind it, for the person who decides.
    """
    asked = fold(text)
    best = max((one.worth for one in practice.findings if one.stance is not Stance.SILENT), default=0.0)
    speaking = [one for one in practice.findings if one.worth >= _WEIGHTY * best]
    good = [one for one in speaking if one.stance is Stance.FOR]
    bad = [one for one in speaking if one.stance is Stance.AGAINST]
    wanted = [one for one in speaking if one.stance is Stance.ASKED_FOR]
    if _ALWAYS.search(asked) and bad:
        return "no", f"not so in {_places(len(bad))}: not always"
    if good and _EVENT.search(asked) and not _UNIVERSAL.search(asked) and len(bad) < len(good):
        return "yes", f"it happened in {_places(len(good))}"
    if good and (bad or wanted):
        return "partial", f"so in {_places(len(good))}, not so or asked for in {_places(len(bad) + len(wanted))}"
    if good and all(is_partial(one.evidence.text) for one in good):
        return "partial", "the evidence itself limits it"
    if good:
        return "yes", f"so in {_places(len(good))}; nothing found against it"
    if bad:
        return "no", f"not so in {_places(len(bad))}; nothing found for it"
    if wanted:
        return "no", f"asked for in {_places(len(wanted))}; nothing found that it is so"
    return None, "evidence on the matter, none that decides it"


def _places(count: int) -> str:
    return _COUNTED.get(count, f"{count} places")
