"""Whom headings and leads name for what follows them: ``To the Director:``, ``The Governor should:``."""

from __future__ import annotations

import re

from ingest.register.addressee import MODAL, clean_subject
from ingest.register.offices import is_office
from ingest.register.verbs import VERBS

_GROUP = re.compile(
    r"^(?:[\W\d]*(?:(?:key|main|our|urgent|immediate)\s+)?(?:recommendations?|requirements?|proposals?|requests?|"
    r"asks?)\s+)?"
    r"(?:(?:addressed|directed|made)\s+)?(?:to|for)(?:\s+be\s+action(?:ed)?\s+by:?)?\s+"
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
_OBLIGED = re.compile(
    rf"^(?:[Tt]he\s+)?(?P<subject>[A-Z][^.:;,]{{2,90}}?),?\s+{MODAL}"
    r"(?:\s+(?:therefore|also|in particular|take steps to|take the following \w+|ensure(?: that)?))*\s*:$"
)
_OFFICE_HEADING = re.compile(
    r"^(?:\W*(?:\d{1,2}(?:\.\d+)*|[A-Z]|[IVXivx]{1,5})[.)]?\s+)?(?:[Tt]he\s+)?(?P<subject>(?:Ministry|Minister|"
    r"Directors?|"
    r"Director[- ]General|Directorate|Governors?|Government|Parliament|Department of|Commissioner|Chief Constable|"
    r"Prosecutor|(?:Prison|Police|Probation|Correctional|Border|Immigration) (?:Service|Administration|Authority|"
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


def group_addressee(text: str) -> str | None:
    """Read the addressee of a group of recommendations from a heading or line: ``To the Director:``."""
    found = _GROUP.match(text.strip())
    if found is None or not is_office(found["subject"]) or found["subject"].split()[0].lower() in VERBS:
        # "To ensure that prisoners can call the office" names no addressee.
        return None
    return clean_subject(found["subject"])


def heading_addressee(text: str) -> str | None:
    """Read the addressee from a heading below ``Recommendations``: ``To the Director``, or the office alone."""
    found = _OFFICE_HEADING.match(text.strip()) or _NAMED_GROUP.match(text.strip())
    if found is not None and found["subject"].split()[0].lower() in VERBS:
        found = None
    return group_addressee(text) or (clean_subject(found["subject"]) if found is not None else None)


def introduced_addressee(text: str) -> str | None:
    """Read the addressee of what follows from the sentence that introduces it.

    Args:
        text: a paragraph: ``The following recommendations are addressed to the Governor:``, ``The Committee recommends
            that the Prison Service:``, ``The Governor should:``.

    Returns:
        The addressee as printed, or ``None`` where the sentence names no authority.
    """
    for pattern in (_ADDRESSED_TO, _ASKED, _OBLIGED):
        found = pattern.search(text.strip())
        if found is None or re.search(r"\brecommend", found["subject"]):
            continue
        # "We recommend that Rāwiri House:" names whom it asks whatever its name is.
        if is_office(found["subject"]) or (pattern is _ASKED and len(found["subject"].split()) <= 6):
            return clean_subject(found["subject"])
    return None


def obliges_list(text: str) -> bool:
    """Say whether a paragraph only opens a list of what an office should do: ``The Governor should:``."""
    found = _OBLIGED.match(text.strip())
    return found is not None and is_office(found["subject"])
