"""How much a decision of a review changes, told before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.counted import counted
from redaction.checking.decisions import Action
from redaction.checking.surface import MOST_WORDS

if TYPE_CHECKING:
    from redaction.checking.doubts import Doubt

# A name or a description ("the only woman on the wing") has fewer; a mask of more takes the sentence with it. A name
# seldom stands so often in a report.
_MANY_WORDS = 8
_MANY_TIMES = 6


def reach_of(doubt: Doubt, action: Action, *, everywhere: bool) -> str:
    """Return what a person should know before a mask that changes much; empty where it changes little.

    Args:
        doubt: what is decided on.
        action: keeping changes nothing of the text, and of too long a passage a mask is refused.
        everywhere: whether it holds for all documents, now and later.
    """
    words = max(each.words for each in doubt.each)
    if action is not Action.MASK or words > MOST_WORDS:
        return ""
    told = []
    if words >= _MANY_WORDS:
        told.append(f"{counted(words, 'word')} in a row are replaced, and what the sentence says may go with them")
    if doubt.times >= _MANY_TIMES:
        told.append(f"it is replaced {doubt.times} times in this document")
    if everywhere:
        told.append("the same words are replaced in all documents, now and later")
    return f"This changes much: {'; '.join(told)}." if told else ""
