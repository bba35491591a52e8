"""Whom headings and leads name for what follows them: ``To the Director:``, ``The Governor should:``."""

from __future__ import annotations

import re

from ingest.register.addressee import MODAL
from ingest.register.addressee_name import clean_subject
from ingest.register.lead_words import BOTH
from ingest.register.offices import is_actor, is_house, is_known, is_office
from ingest.register.verbs import VERBS

_GROUP = re.compile(
    r"^(?:[\W\d]*(?:(?:key|main|our|urgent|immediate)\s+)?(?:recommendations?|requirements?|proposals?|requests?|"
    r"asks?|(?P<loose>(?:(?:improvement|action)\s+)?(?:measures?|points?|suggestions?|steps?|actions?|opinions?|demands?)))"
    r"\s+)?(?:what\s+[\w’'-]+(?:\s[\w’'-]+){0,3}?\s(?=of|from))?"
    r"(?:(?:addressed|directed|made)\s+)?(?:to|for|(?<=\s)of|(?<=\s)from)(?:\s+be\s+(?:action(?:ed)?|done|"
    r"implemented|carried\s+out)\s+by:?)?\s+"
    r"(?:the\s+)?(?P<subject>(?!improvement|information|comment|action\b)[A-Z][^.;]{2,100}?):?$",
    re.IGNORECASE,
)
_ADDRESSED_TO = re.compile(
    r"\brecommendations?\b[^.:;]{0,60}?\b(?:to|for)\s+(?:the\s+)?(?P<subject>[A-Z][^.:;]{2,100}?)\s*[.:]?$"
)
_ASKED = re.compile(
    r"\b(?:recommend(?:s|ed)?|call(?:s|ed)? (?:up)?on|urges?|asks?|invites?|requests?)\s+(?:that\s+|to\s+)?(?:the\s+)?"
    r"(?P<subject>[A-Z][^.:;,]{2,90}?|(?:prison|police|competent|national|relevant|responsible|penitentiary) "
    r"[^.:;,]{2,60}?|management|authorities)(?:,? (?:to|should|must))?\s*:$"
)
# "We ask the ward manager:": whatever the name is, the form fits nobody else.
_ASKED_SMALL = re.compile(
    r"^(?:We|I|The\s[A-Z]\w+)\s+(?:also\s+|further\s+)?(?:asks?|urges?|invites?|requests?|calls?\s+(?:up)?on)\s+the\s+"
    r"(?P<subject>(?!following|above|below|reader)[a-z][\w’'-]+(?:\s[\w’'-]+){0,3}):$"
)
_OBLIGED = re.compile(
    rf"^(?:[Tt]he\s+(?=[a-z])|(?:[Tt]he\s+)?(?=[A-Z]))(?P<subject>[A-Za-z][^.:;,]{{2,90}}?),?\s+{MODAL}"
    r"(?:\s+(?:therefore|also|in particular|take steps to|take the following \w+|ensure(?: that)?))*\s*(?:[:–—-]|…|"
    r"\.{3})?$"
)
_OFFICE_HEADING = re.compile(
    r"^(?:\W*(?:\d{1,2}(?:\.\d+)*|[A-Z]|[IVXivx]{1,5})[.)]?\s+)?(?:[Tt]he\s+)?(?P<subject>(?:Ministry|Minister|"
    r"Directors?|"
    r"Director[- ]General|Directorate|Governors?|Government|Parliament|Department of|Commissioner|Chief Constable|"
    r"Prosecutor|Board of|Management Board|(?:Prison|Police|Probation|Correctional|Border|Immigration) (?:Service|"
    r"Administration|Authority|"
    r"Department|Board|management)|State|States|Secretary|Superintendent|Warden|Management|Health Service|"
    r"Health Board|Local authorit(?:y|ies)|Municipality|(?:[A-Z][\w’'-]+\s){0,3}(?:Commander|Commandant|Chief|Head|"
    r"Officer[- ]in[- ]Charge|President|Mayor|Prefect|Voivode|Attorney|Commissioner|Director|Minister|Manager|"
    r"Administrator|Chairperson|Chairman|Council|Government|Ministry|Authority|Agency)\b(?=\s(?:of|for|in)\b|$)|"
    r"Congress|Cabinet|Legislature|Council of)\b[^.:;?!]{0,70}):?$"
)
# "To Health New Zealand": a heading that is a proper name from its first word to its last.
_NAMED_GROUP = re.compile(
    r"^(?:\W*(?:\d{1,2}(?:\.\d+)*|[A-Z]|[IVXivx]{1,5})[.)]?\s+)?(?:To|For)\s+(?:the\s+)?"
    r"(?P<subject>[A-Z][\w’'-]*(?:\s(?:(?:of|for|and|the|&)\s){0,2}[A-Z][\w’'-]*){1,8}):?$"
)


# "4.1 The board of directors": an office in small letters behind its article.
_SMALL_OFFICE = re.compile(
    r"^(?:\W*(?:\d{1,2}(?:\.\d+)*|[A-Z]|[IVXivx]{1,5})[.)]?\s+)?[Tt]he\s+(?P<subject>[a-z][\w’'-]*(?:\s[\w’'-]+){0,5}):?$"
)
# The dot of "Establishment No. 22" ends no name.
_ABBREVIATED = re.compile(r"(?<=\b(?:No|Nr|St|Mt))\.(?=\s)|(?<=\bNos)\.(?=\s)")
_NO_DOT = "\u2024"
# "The Mechanism addresses the following to the Board of the Association:": whom a lead names last.
_LEADS_TO = re.compile(
    r"\b(?:to|for|upon|on|of|that|asks?|requests?|invites?|"
    r"urges?)\s+(?:the\s+)?(?P<subject>[A-Z][\w\u2024'’-]*(?:\s(?:(?:of|for|and|the|&|in)\s){0,2}"
    r"[A-Z\d][\w\u2024'’-]*){0,9})(?=[,:]|\s+[a-z])"
)
_PROPOSES = re.compile(
    r"\b(?:recommend\w*|propos\w+|suggest\w*|requests?|address\w*|urges?|asks?|invites?|calls?|directs?|following|"
    r"measures?|points?)\b",
    re.IGNORECASE,
)


def _is_verb(text: str, found: re.Match[str]) -> bool:
    """Say whether ``To ensure that all can call the office`` names what to do; ``To the Service for`` does not."""
    article = text.strip()[: found.start("subject")].lower().endswith("the ")
    return not article and found["subject"].split()[0].lower() in VERBS


def _whole(text: str) -> str:
    """Return a text of the same length in which no dot of an abbreviation ends a name."""
    return _ABBREVIATED.sub(_NO_DOT, text.strip())


def _name(subject: str) -> str:
    return clean_subject(subject.replace(_NO_DOT, "."))


def group_addressee(text: str) -> str | None:
    """Read the addressee of a group of recommendations from a heading or line: ``To the Director:``."""
    found = _GROUP.match(_whole(text))
    if found is None or _is_verb(text, found):
        return None
    by_whom = found["loose"] and re.search(r"\b(?:of|from)\s", text[: found.start("subject")], re.IGNORECASE)
    if by_whom or (found["loose"] and not (is_actor(found["subject"]) or is_house(found["subject"]))):
        # "Measures for the protection of prison staff", "Opinions of the Committee" name no addressee.
        return None
    if not is_office(found["subject"]) and not BOTH.fullmatch(found["subject"]):
        return None
    return _name(found["subject"])


def heading_addressee(text: str) -> str | None:
    """Read the addressee from a heading below ``Recommendations``: ``To the Director``, or the office alone."""
    if is_known(text):
        return _name(text.strip().rstrip(":"))
    found = _OFFICE_HEADING.match(_whole(text)) or _NAMED_GROUP.match(_whole(text))
    small = _SMALL_OFFICE.match(_whole(text))
    if found is None and small is not None and is_actor(small["subject"]):
        found = small
    if found is not None and _is_verb(text, found):
        found = None
    return group_addressee(text) or (_name(found["subject"]) if found is not None else None)


def introduced_addressee(text: str) -> str | None:
    """Read the addressee of what follows from the sentence that introduces it.

    Args:
        text: a paragraph: ``The following recommendations are addressed to the Governor:``, ``The Committee recommends
            that the Prison Service:``, ``The Governor should:``.

    Returns:
        The addressee as printed, or ``None`` where the sentence names no authority.
    """
    for pattern in (_ADDRESSED_TO, _ASKED, _OBLIGED):
        found = pattern.search(_whole(text))
        if found is None or re.search(r"\brecommend", found["subject"]):
            continue
        # "We recommend that Rāwiri House:" names whom it asks whatever its name is.
        if is_office(found["subject"]) or (pattern is _ASKED and len(found["subject"].split()) <= 6):
            return _name(found["subject"])
    small = _ASKED_SMALL.match(_whole(text))
    if small is not None:
        return _name(small["subject"])
    if text.rstrip().endswith(":") and _PROPOSES.search(text):
        named = [found["subject"] for found in _LEADS_TO.finditer(_whole(text)) if is_office(found["subject"])]
        return _name(named[-1]) if named else None
    return None


def obliges_list(text: str) -> bool:
    """Say whether a paragraph only opens a list of what an office should do: ``The Governor should:``."""
    found = _OBLIGED.match(_whole(text))
    return found is not None and is_office(found["subject"])
