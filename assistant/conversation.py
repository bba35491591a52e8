"""Conversation: a follow-up question is written out before anything is searched, and the user sees how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Turn
from assistant.naming import Names
from assistant.terms import STOP, WEAK, capitalised, fold, tokens

_OPENING = re.compile(
    r"^(?:and|but|so|or|also|then|what about|how about|only|same|ok|okay|yes|no|why|which of|did (?:they|"
    r"it|that|he|she)|was "
    r"(?:it|that|this|the (?:first|second|third|last))|were (?:they|those)|is (?:it|that|this)|has (?:it|"
    r"that)|who should)\b"
)
_POINTING = re.compile(
    r"\b(?:that one|those|these|them|they|it|its|there|this|that|the same|the (?:first|second|third|"
    r"last) one|him|her|he|"
    r"she|the (?:former|latter)|such|above|the others?)\b"
)
_ORDINAL = re.compile(r"\bthe (first|second|third|fourth|last)(?: one| recommendation)?\b")
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_ENUMERATED = re.compile(r"\b([A-Z]?\d{1,2})\b(?! ?%)(?= ?\()")
_ONE = re.compile(
    r"\b(?:recommendation|rec|deficiency|concern|ask|finding)s? (?:no\.? ?)?([A-Z]?\d{1,3})\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FEW_WORDS = 3
_MOST_CARRIED = 14
_MOST_TURNS = 6


@dataclass(frozen=True)
class Resolved:
    """A question written out.

    Attributes:
        question: what is searched.
        carried: the words taken over from the conversation; empty if the question stands by itself.
    """

    question: str
    carried: str = ""

    @property
    def rewritten(self) -> bool:
        """Whether anything was taken over."""
        return bool(self.carried)


def resolve(question: str, history: Sequence[Turn], names: Names) -> Resolved:
    """Write out a follow-up question.

    Args:
        question: as asked.
        history: earlier messages, oldest first; only the last few are looked at.
        names: places of the corpus: a question that names one itself is only completed, not moved elsewhere.

    Returns:
        the question followed by what it leaves unsaid: the place, the topic and the number of the recommendation
        under discussion.
    """
    recent = [turn for turn in history if turn.content.strip()][-_MOST_TURNS:]
    if not recent or not is_follow_up(question, names):
        return Resolved(question)
    asked = next((turn.content for turn in reversed(recent) if turn.role == "user"), "")
    answered = next((turn.content for turn in reversed(recent) if turn.role == "assistant"), "")
    present = set(tokens(question))
    carried: list[str] = []
    numbered = _numbered(question, answered)
    if numbered:
        carried.append(numbered)
    own_places = names.places_in(question)
    earlier = _context(recent)
    skip = {word for place in names.places_in(earlier) for word in place.words} if own_places else set()
    if not own_places:
        carried.extend(word for place in names.places_in(earlier)[:2] for word in place.words if word not in present)
    years = bool(_YEAR.search(question))
    for word in (*_topic(asked), *(() if numbered else _topic(answered))):
        if word.casefold() in {*present, *carried, *skip} or (years and _YEAR.fullmatch(word)):
            continue
        carried.append(word)
    carried = list(dict.fromkeys(carried))[:_MOST_CARRIED]
    if not carried:
        return Resolved(question)
    return Resolved(f"{question.rstrip()} ({' '.join(carried)})", " ".join(carried))


def is_follow_up(question: str, names: Names) -> bool:
    """Say whether a question leans on what was said before."""
    folded = fold(question).strip()
    content = [word for word in tokens(question) if word not in STOP and word not in WEAK]
    if len(content) <= _FEW_WORDS and not names.places_in(question):
        return True
    if _OPENING.search(folded) or _ORDINAL.search(folded):
        return True
    return bool(_POINTING.search(folded)) and not names.places_in(question)


def _context(recent: Sequence[Turn]) -> str:
    """The words in which the place under discussion stands: the latest messages first."""
    return " ".join(turn.content for turn in reversed(recent))


def _topic(text: str) -> list[str]:
    words = [word for word in tokens(text[:600]) if word not in STOP and word not in WEAK and len(word) > 2]
    names = capitalised(text)
    plain = (word for word in words if not word[0].isdigit())
    # Names keep their capital, by which they are known as names further on.
    return list(dict.fromkeys(word.capitalize() if word in names else word for word in plain))


def _numbered(question: str, answered: str) -> str:
    """The number of the recommendation meant by "that one" or "the second one"."""
    singles = _ONE.findall(answered)
    ordinal = _ORDINAL.search(fold(question))
    label = "recommendation"
    listed = _ENUMERATED.findall(answered) or singles
    if ordinal and len(listed) > 1:
        place = _ORDINALS[ordinal[1]]
        if -len(listed) <= place < len(listed):
            return f"{label} {listed[place]}"
    if len(singles) == 1 and re.search(r"\b(?:that|it|this|the recommendation|one)\b", fold(question)):
        return f"{label} {singles[0]}"
    return ""
