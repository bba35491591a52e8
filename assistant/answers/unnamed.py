"""Unnamed: the name of a company or an institution that is asked for, and that no sentence on the matter gives.

A report says "the contractor" and means one; a question for its name finds every word but the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.core import core_of, share_of
from assistant.answers.evidence import Evidence
from assistant.question.dates import MONTH_WORDS
from assistant.question.query import Query
from assistant.question.terms import fold, tokens
from redaction.lexicon import lexicon

_SENTENCES = 12
_SHORT = 2
# One word of what is asked about stands beside many names.
_HALF = 0.5
_CALLED = (
    r"(?:company|companies|contractors?|subcontractors?|firms?|operators?|suppliers?|manufacturers?|providers?|"
    r"caterers?|hospitals?|clinics?|universit(?:y|ies)|schools?|banks?|laborator(?:y|ies)|newspapers?|charit(?:y|ies)|"
    r"ngos?|unions?|airlines?|brands?|insurers?|agenc(?:y|ies))"
)
# "Which company supplied", "what is the name of the contractor"; "which hospitals were visited" asks for documents.
_ASKED = re.compile(
    rf"\b(?:which|what) (?:private |outside |other |local |security |law )?{_CALLED}\b"
    r"(?! (?:(?:was|were|is|are|did|do|does|has|have) )?(?:\w+ )?(?:visited|inspected|monitored|recommend\w*|asked))|"
    rf"\bname of (?:the |that |this )?(?:[\w'’-]+ ){{0,3}}?{_CALLED}\b|"
    rf"\bwhat (?:is|was) (?:the |that )?(?:[\w'’-]+ ){{0,3}}?{_CALLED} called\b|"
    rf"\bwho (?:is|was) the (?:[\w'’-]+ ){{0,2}}?(?:contractor|supplier|operator|manufacturer|insurer)\b"
)
_WORD = re.compile(rf"{_CALLED}|names?|called")
_NAME = re.compile(
    r"(?<=[a-zà-þ,;:)\]] )(?:the )?(?P<name>[A-ZÀ-Þ][\w&.'’-]*(?: (?:[A-ZÀ-Þ&][\w&.'’-]*|of|and|de|du))*)"
)


def asks_name(question: str) -> bool:
    """Say whether a question asks what a company or an institution is called."""
    return bool(_ASKED.search(fold(question)))


def lacks_name(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Say whether a name is asked for, and no sentence on the matter holds one beside those of the question.

    Args:
        query: the question.
        evidence: sentences, best first.
    """
    if not evidence or not asks_name(query.text):
        return False
    core = [need for need in core_of(query) if not _WORD.fullmatch(need.label)]
    known = query.naming_words | set(tokens(query.text)) | set(MONTH_WORDS)
    return not any(share_of(core, item) >= _HALF and _names(item.text, known) for item in evidence[:_SENTENCES])


def _names(text: str, known: set[str] | frozenset[str]) -> bool:
    """Whether a sentence has a name inside it, of words that the question does not have and that no dictionary has."""
    for match in _NAME.finditer(text):
        words = [word for word in tokens(match["name"]) if word not in known and len(word) > _SHORT]
        if len(words) > 1 or any(not lexicon().is_common(word) for word in words):
            return True
    return False
