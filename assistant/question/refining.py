"""Refining: "how many of them were rejected?" and "which ones?" after a question that counted, written out."""

from __future__ import annotations

import re

from assistant.question.register_words import REGISTER_WORDS
from assistant.question.statuses import statuses_asked
from assistant.question.terms import fold
from ingest.register.status import find_statuses

_MORE = re.compile(
    r"^(?:(?:and|but|so|ok|then),? )*how many(?: of (?:them|those|these))?"
    r"(?P<rest> (?:were|are|was|is|have|has|had|concern\w*|deal\w*|relate\w*|remain\w*|got|still)\b.*?)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_WHICH = re.compile(
    r"^(?:(?:and|but|so|ok),? )*(?:which(?: (?:ones?|were they|are they|of them))?|what (?:are|were) (?:they|those)|"
    r"(?:please )?(?:list|show|name)(?: me)? (?:them|those|these)(?: all)?)\W*$",
    re.IGNORECASE,
)
# "Which of them were rejected?", "which ones concern the Governor?", "which were not agreed?"
_WHICH_MORE = re.compile(
    r"^(?:(?:and|but|so|ok|then),? )*which(?: ones?)?(?: of (?:them|those|these))?"
    r"(?P<rest> (?:were|are|was|is|have|has|had|concern\w*|deal\w*|relate\w*|remain\w*|got|still|did|do|must|should)\b"
    r".+?)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_WHICH_NOT = re.compile(
    r"^(?:(?:and|but|so),? )*(?:which(?: ones?)?|how many)(?: of (?:them|those|these))? "
    r"(?:were|are|was|is|have|has|had|did)(?: not|n't|n’t)(?: been)?\W*$",
    re.IGNORECASE,
)
# "List the rejected ones", "only the open ones".
_THE_ONES = re.compile(
    r"^(?:(?:and|but|so|ok|then|now),? )*(?:(?:list|show|give|name|only|just)(?: me)? )+(?:only |just )?(?:the )?"
    r"(?P<which>[\w -]{4,40}?) ones?\W*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^(?:(?:and|so|but),? )*(?P<head>how many|number of|count(?: of)?(?: the)?|(?:which|list)(?: all)?(?: the)?)\b",
    re.IGNORECASE,
)


def refine(question: str, earlier: str) -> str | None:
    """Write a follow-up to a count out.

    Args:
        question: the follow-up.
        earlier: the question before it, itself written out.

    Returns:
        the earlier question narrowed, or turned into a list; ``None`` if the earlier one counted nothing of the
        register or the follow-up says something else.
    """
    counted = _COUNTED.match(earlier.strip())
    if counted is None or not REGISTER_WORDS.search(fold(earlier)):
        return None
    asked = earlier.strip().rstrip("?!. ")
    if _WHICH.match(question.strip()):
        return f"Which{asked[counted.end() :]}?"
    if _WHICH_NOT.match(question.strip()):
        return _negated(asked, "How many" if "how many" in fold(question) else "Which", counted.end())
    ones = _THE_ONES.match(question.strip())
    if ones is not None and statuses_asked(fold(ones["which"])):
        return f"{without_status(f'Which{asked[counted.end() :]}')} that were {ones['which']}?"
    which = _WHICH_MORE.match(question.strip())
    more = which or _MORE.match(question.strip())
    if more is None or REGISTER_WORDS.search(fold(more["rest"])):
        return None
    asked = f"{'Which' if which else 'How many'}{asked[counted.end() :]}"
    if statuses_asked(fold(more["rest"])):
        asked = without_status(asked)
    return f"{asked} that{more['rest']}?"


def _negated(asked: str, head: str, start: int) -> str | None:
    """Turn the status of a question into its opposite; ``None`` where it names none."""
    found = find_statuses(asked)
    if not found or re.search(r"\bnot\b|n't\b", asked):
        return None
    at = found[0][0]
    return f"{head}{asked[start:at]}not {asked[at:]}?"


def without_status(asked: str) -> str:
    """Take the status out of a question that another one replaces."""
    for start, end, _ in reversed(find_statuses(asked)):
        asked = asked[:start] + asked[end:]
    asked = re.sub(r"\b(?:that )?(?:were|was|are|have been|has been)\s*(?=\s*(?:$|and\b|or\b|,|that\b))", "", asked)
    return " ".join(re.sub(r"(?:\b(?:and|or)\b\s*|,\s*)+$", "", asked.strip()).split())
