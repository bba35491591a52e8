"""To whom a recommendation is addressed, as its text prints it."""

from __future__ import annotations

import re

_OFFICE = re.compile(
    r"\b(?:minist\w+|governor\w*|service\w*|department\w*|director\w*|commissioner\w*|constable\w*|government\w*|"
    r"authorit\w+|board\w*|council\w*|agenc\w+|management|provider\w*|manager\w*|home|hospital\w*|prison|prisons|"
    r"establishment|institution|facility|centre|center|clinic|unit|inspectorate\w*|prosecutor\w*|parliament|"
    r"superintendent\w*|warden\w*|command\w*|secretary|secretar\w+|trust|trusts|nhs|ltd|limited|inc|police|force|"
    r"contractor\w*|committee\w*|commission\w*|state|states|state party|administration\w*|chiefs?|heads?|courts?|"
    r"office|ombud\w*|president|mayor|municipalit\w+|canton\w*|general|surgeon|officer commanding|leaders|"
    r"partnership\w*|company|corporation|university|staff|management team|legislature|congress|assembly|prefect\w*|"
    r"\[staff \d+\])",
    re.IGNORECASE,
)
_MODAL = r"(?:should|must|shall|needs? to|ought to|is to|are to|has to|have to|will)"
_SUBJECT = re.compile(
    rf"^(?P<subject>(?:[^\s,;:.()]+[ ,]+){{0,13}}?[^\s,;:.()]+),?\s+(?:also\s+|and others\s+)?{_MODAL}\b"
)
_THAT = re.compile(
    r"\brecommend(?:s|ed|ing|ation)?\s+(?:once again\s+|again\s+|strongly\s+)?that\s+(?P<subject>[^,;:.()]{3,110}?)\s+"
    r"(?:should|must|take|takes|ensure|record|table|report|review|adopt|establish|introduce|provide|put|stop|"
    r"end|amend|make|"
    r"develop|continue|conduct|implement|consider|revise|issue|remind|invest|set|reduce|increase|publish|guarantee|"
    r"carry|give|improve|pursue|be\s+(?:given|instructed|reminded))\b"
)
_THAT_NAMED = re.compile(
    r"\brecommend(?:s|ed|ation)?\s+(?:again\s+)?that\s+(?P<subject>(?:the\s+)?[A-Z][\w'’-]*"
    r"(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w'’-]*)*)\s+[a-z]"
)
_UPON = re.compile(
    r"\b(?:recommends? (?:to )?|calls? (?:up)?on |invites? |urges? |encourages? |asks? |"
    r"requests? )(?P<subject>the [^,;:.()]{3,90}?)\s+to\s+[a-z]"
)
_TO = re.compile(
    r"^(?:to|for|addressed to|addressee:?|responsible:?|action:?)\s+(?:the\s+)?(?P<subject>.+)$", re.IGNORECASE
)
_GROUP = re.compile(
    r"^(?:(?:recommendations?\s+)?(?:addressed\s+)?to|for)\s+(?:the\s+)?(?P<subject>[A-Z][^.;]{2,100}?):?$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*\((?P<subject>[A-Z][^()]{2,90})\)\s*\.?$")
_ADDRESSED_TO = re.compile(
    r"\brecommendations?\b[^.:;]{0,60}?\b(?:to|for)\s+(?:the\s+)?(?P<subject>[A-Z][^.:;]{2,100}?)\s*[.:]?$"
)
_ASKED = re.compile(
    r"\b(?:recommends?|call(?:s|ed)? (?:up)?on|urges?|asks?|invites?|requests?)\s+(?:that\s+)?(?:the\s+)?"
    r"(?P<subject>[A-Z][^.:;,]{2,90}?)(?:,? (?:to|should|must))?\s*:$"
)
_OBLIGED = re.compile(
    rf"^(?:[Tt]he\s+)?(?P<subject>[A-Z][^.:;,]{{2,90}}?),?\s+{_MODAL}"
    r"(?:\s+(?:therefore|also|in particular|take steps to|take the following \w+|ensure(?: that)?))*\s*:$"
)
_RESPONSIBLE = re.compile(
    r"^(?:addressee|addressed to|responsible(?: (?:body|authority|party|for action))?|for action by|action by|"
    r"owner)\s*:\s*(?:the\s+)?(?P<subject>[A-Z][^.;:]{2,100}?)\.?$",
    re.IGNORECASE,
)
_OFFICE_HEADING = re.compile(
    r"^(?:\W*(?:\d{1,2}(?:\.\d+)*|[A-Z]|[ivx]{1,4})[.)]?\s+)?(?:the\s+)?(?P<subject>(?:Ministry|Minister|Directors?|"
    r"Director[- ]General|Directorate|Governors?|Government|Parliament|Department of|Commissioner|Chief Constable|"
    r"Prosecutor|(?:Prison|Police|Probation|Correctional|Border|Immigration) (?:Service|Administration|Authority|"
    r"Department|Board|management)|State|States|Secretary|Superintendent|Warden|Management|Health Service|"
    r"Health Board|Local authorit(?:y|ies)|Municipality)\b[^.:;?!]{0,70})$"
)
_BAD_START = re.compile(
    r"^(?:every|each|all|any|no|this|that|these|there|it|he|she|they|we|nobody|a|an|both|such)\b", re.IGNORECASE
)
_LONGEST = 100


def is_office(phrase: str) -> bool:
    """Say whether a phrase can be an authority: it names an office, a body or an acronym."""
    return bool(_OFFICE.search(phrase)) or bool(re.fullmatch(r"(?:the )?[A-Z][A-Z&]{2,9}(?: and .+)?", phrase))


def subject_addressee(text: str) -> str | None:
    """Read the addressee from the sentence itself.

    Args:
        text: a recommendation without its label: ``The Governor should ...``, ``We recommend that the Service ...``.

    Returns:
        The addressee without its article, as printed; ``None`` where the subject is not an authority
        (``Every cell should ...``) or the sentence has none (``Close the cells``).
    """
    for pattern in (_THAT, _THAT_NAMED, _UPON, _SUBJECT):
        found = pattern.search(text) if pattern is not _SUBJECT else pattern.match(text)
        if found is None:
            continue
        subject = _clean(found["subject"])
        if subject and not _BAD_START.match(subject) and is_office(subject) and not re.search(r"\brecommend", subject):
            return subject
    return None


def labelled_addressee(qualifier: str | None) -> str | None:
    """Read the addressee from what stands beside the label: ``to HMCTS``, ``Commissioner of Police``."""
    if not qualifier:
        return None
    found = _TO.match(qualifier)
    if found is not None:
        return _clean(found["subject"])
    return _clean(qualifier) if is_office(qualifier) else None


def group_addressee(text: str) -> str | None:
    """Read the addressee of a group of recommendations from a heading or line: ``To the Director:``."""
    found = _GROUP.match(text.strip())
    return _clean(found["subject"]) if found is not None and is_office(found["subject"]) else None


def heading_addressee(text: str) -> str | None:
    """Read the addressee from a heading below ``Recommendations``: ``To the Director``, or the office alone."""
    found = _OFFICE_HEADING.match(text.strip())
    return group_addressee(text) or (_clean(found["subject"]) if found is not None else None)


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
        if found is not None and is_office(found["subject"]) and not re.search(r"\brecommend", found["subject"]):
            return _clean(found["subject"])
    return None


def obliges_list(text: str) -> bool:
    """Say whether a paragraph only opens a list of what an office should do: ``The Governor should:``."""
    found = _OBLIGED.match(text.strip())
    return found is not None and is_office(found["subject"])


def responsible_addressee(text: str) -> str | None:
    """Read a line of its own behind a recommendation: ``Responsible: Ministry of Works``."""
    found = _RESPONSIBLE.match(text.strip())
    return _clean(found["subject"]) if found is not None and is_office(found["subject"]) else None


def trailing_addressee(text: str) -> tuple[str, int] | None:
    """Find an addressee in brackets at the end (``... at once. (Officer Commanding)``) and where it starts."""
    found = _TRAILING.search(text)
    if found is None or not is_office(found["subject"]) or re.search(r"\d", found["subject"]):
        return None
    if not text[: found.start()].rstrip().endswith((".", ";", "!")) and not text.rstrip().endswith(")"):
        return None
    return _clean(found["subject"]), found.start()


def _clean(subject: str) -> str:
    subject = re.sub(r"\s+", " ", subject).strip(" ,;:.")
    subject = re.sub(r"^(?:the|both the)\s+", "", subject, flags=re.IGNORECASE)
    return subject[:_LONGEST]
