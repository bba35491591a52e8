"""Norms: questions that ask what is allowed or owed in general, and not what was found at some place."""

from __future__ import annotations

import re

from assistant.question.query import Query
from assistant.question.terms import fold

_MODAL = re.compile(
    r"^(?:(?:and|but|so),? )?(?:(?:when|where|how|to whom|who|what|which|from what)\b.{0,40}? )?"
    r"(?:may|must|can|could|should|shall|is it|are we|are there rules)\b|\bmust\b"
)
_GENERAL = re.compile(r"^(?:do|does|are|is) (?!there\b|the (?!state|authorities|government|protocol)\w+)")
_LEGAL = re.compile(
    r"\b(?:allowed|permitted|entitled|obliged|obligat\w+|forbid\w*|forbidden|prohibit\w*|banned?|lawful|unlawful|legal|"
    r"legally|right to|rights of|norms?|standards?|rules?|principles?|cite|rely on|treaty|treaties|protocol|"
    r"convention|covenant|charter|international law|duty|duties|protects?|guarantees?|requires?)\b"
    r"|\bwhere (?:does it say|is it (?:written|said|laid down))\b"
)
# Such a question may speak of recommendations and replies without asking for those in the register.
_OWED = re.compile(r"\b(?:must|obliged|obligation|duty to|required to|entitled|allowed|where does it say)\b")
_HAPPENED = re.compile(
    r"\b(?:did|was|were|had|have we|we (?:found|saw|made|visited|asked)|found|last (?:visit|year)|visited|"
    r"reports? (?:say|said|find|found))\b"
)


def is_norm(query: Query) -> bool:
    """Say whether a question that names no place, report, year or entry of the register asks for a norm."""
    if query.places or query.documents or query.dates.years or query.locators:
        return False
    text = fold(query.text).strip()
    if _HAPPENED.search(text):
        return False
    if query.kinds or query.statuses:
        return bool(_OWED.search(text))
    return any(pattern.search(text) for pattern in (_MODAL, _GENERAL, _LEGAL))
