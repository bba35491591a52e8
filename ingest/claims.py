"""What the reply of an authority claims: a decision, a promise, a deed, or none of them."""

from __future__ import annotations

import re

from ingest.implied import implied_claim
from ingest.sentence import sentence_spans
from ingest.status import ACCEPTANCE, find_statuses, status_of

# "is kept in a locked cabinet since May", "has been closed": what the authority says it has done.
_HAS_DONE = re.compile(
    r"\b(?:have|has) (?:already |now |since |recently )?been\b(?! (?:\w+ly )?(?:considered|asked|told|discussed|noted|"
    r"sought|requested|ordered|commissioned|applied|advertised|tendered|scheduled|planned|submitted|proposed|"
    r"budgeted))|"
    r"\b(?:have|has) (?:already|now|since|recently) \w+(?:ed|pt|ut|wn|en|ght|ade|one|et)\b|"
    r"\b(?:is|are) (?:now )?\w+(?:ed|pt|ut|wn|en)\b[^.]*\bsince\b|\b(?:is|are) now\b|"
    r"\bhave been out of\b|\b(?:was|were) (?:\w+ly )?\w+(?:ed|pt|ut|wn|en)\b[^.]*\b(?:in|on|since|by) (?:\d{1,2} )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"\bSince (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\d{4}|\[)",
)
_WILL = re.compile(
    r"\b(?:will|shall|undertakes? to|commits? (?:itself |themselves |ourselves )?to|(?:is|are) committed to|"
    r"intends? to|"
    r"(?:has|have) (?:undertaken|committed|agreed|ordered|instructed|asked|applied|tendered|budgeted)|plans? to|"
    r"(?:is|are) to be|(?:has|have) been (?:\w+ly )?(?:ordered|sought|advertised|submitted|applied|commissioned|"
    r"budgeted|tendered|requested|scheduled)|by the end of|"
    r"(?:is|are) being)\b",
    re.IGNORECASE,
)
# "we cannot move the unit", and no decision in so many words.
_CANNOT = re.compile(
    r"\b(?:we|I|the\s+\w+|it|this)\s+(?:therefore\s+)?(?:cannot|can\s+not|will\s+not|is\s+unable\s+to|"
    r"are\s+unable\s+to)\b",
    re.IGNORECASE,
)
_SENDS = re.compile(r"\b(?:attached|enclosed|annexed)\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|not available|cannot be|missing|no longer exists?)\b", re.IGNORECASE)
# "Noted. The Government has no plan to legislate": what follows shows that nothing will be done.
_BUT_NOT = re.compile(
    r"\b(?:no plans?|no intention|not (?:intend|plan|propose|consider|necessary|needed|feasible|possible|justified|"
    r"proceed)|(?:already|current(?:ly)?|existing|present)\b[^.]{0,60}\b(?:sufficient|adequate|appropriate|suffices?|"
    r"meets?|provides?|allows?)|cannot|no (?:need|change|further action))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:the|this|these|our|your|its|both|all)\s+(?:[\w’'-]+\s+){0,3}?(?:recommendations?|proposals?|measures?|"
    r"suggestions?|"
    r"requests?|requirements?|part|point)\b|(?:it|this|that|we|I)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:the\s+)?(?P<name>(?:[\w’'-]+\s+){1,8}?)(?:(?:has|have|had|does|do|did|will|can|cannot|fully|also|therefore|"
    r"partly|partially|now|not|only)\s+)*(?:accept|agree|reject|support|share|note|decline|refuse|disagree|concur|"
    r"endorse|consider|intend|plan|see|welcome|recogni[sz]e|acknowledge|regard|find|dispute)\w*\b",
    re.IGNORECASE,
)


def decision_in(text: str) -> str | None:
    """Return the decision with which a reply opens, or else that of its first sentence about the recommendation.

    Args:
        text: the words of the authority, without ``Response:``.

    Returns:
        One of ``ingest.status.STATUSES``, ``None`` where the opening decides nothing.
    """
    opening = status_of(text)
    spans = list(sentence_spans(text))
    if opening == "noted" and any(_BUT_NOT.search(text[first:last]) for first, last in spans):
        return "rejected"
    if opening is not None:
        return opening
    for first, last in spans[:1]:
        found = [status for _, _, status in find_statuses(text[first:last])]
        about = _SUBJECT.match(text) or _SPEAKS.match(text)
        return next((status for status in found if about or status in ACCEPTANCE), None)
    return None


def claimed_in(text: str, *, promises: bool = True) -> str | None:
    """Return what a reply in running text claims.

    Args:
        text: the words of the authority.
        promises: take what it says it has done for ``implemented`` and what it will do for ``accepted``.

    Returns:
        The decision, wherever in the text it stands; else the state of implementation; ``None`` where it only tells.
    """
    opening = decision_in(text)
    implied = implied_claim(text) if promises else None
    if opening == "accepted" and implied == "partly accepted":
        return implied
    if opening is not None and opening in ACCEPTANCE and opening != "noted":
        return opening
    sentences = [text[first:last] for first, last in sentence_spans(text)]
    found = [status for each in sentences for _, _, status in find_statuses(each)]
    decided = next((status for status in found if status in ACCEPTANCE and status != "noted"), None)
    if decided is not None or opening is not None:
        return decided or (implied if implied == "rejected" else None) or opening
    if "noted" in found:
        return "noted"
    if not promises:
        return found[0] if found else None
    if implied is not None:
        return implied
    if _SENDS.search(text):
        return "partly accepted" if _LOST.search(text) else "accepted"
    if sentences and _WILL.search(sentences[0]):
        return "accepted"
    if sentences and _CANNOT.search(sentences[0]):
        return "rejected"
    if found:
        return found[0]
    if _HAS_DONE.search(text):
        return "implemented"
    return "accepted" if _WILL.search(text) else None
