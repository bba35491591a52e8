"""Phrases that name an office, a body or the house that a report is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Names that the document being read shows to be offices, without article and in lower case.
_NAMED: ContextVar[frozenset[str]] = ContextVar("named", default=frozenset())
_OFFICE = re.compile(
    r"\b(?:minist\w+|governor\w*|service\w*|department\w*|director\w*|commissioner\w*|constable\w*|government\w*|"
    r"authorit\w+|board\w*|council\w*|agenc\w+|management|provider\w*|manager\w*|home|hospital\w*|prison|prisons|"
    r"establishment|institution|facility|centre|center|clinic|unit|inspectorate\w*|prosecutor\w*|parliament|"
    r"superintendent\w*|warden\w*|command\w*|secretary|secretar\w+|trust|trusts|nhs|ltd|limited|inc|police|force|"
    r"contractor\w*|committee\w*|commission\w*|state|states|state party|administration\w*|chiefs?|heads?|courts?|"
    r"office|ombud\w*|president|mayor|municipalit\w+|canton\w*|general|surgeon|officer commanding|leaders|"
    r"partnership\w*|company|corporation|university|management team|legislature|congress|assembly|prefect\w*|"
    r"operators?|proprietors?|principals?|commandants?|physician|practitioners?|jail|barracks|station|college|party|"
    r"section|"
    r"(?:officers?|nurse|sister|inspector)[ -]in[ -]charge|in[ -]charge|headquarters|hq|ombudsperson|inspection|"
    r"enterprise|region|county|provinces?|voivodeships?|governorates?|oblasts?|executive|bodies|body|"
    r"office-?holders?|institutes?|bureau|directorate|registry|tribunals?|judiciary|judges|chancell?\w+|cabinet|"
    r"corps|gendarmerie|army|navy|armed forces|coastguard|academy|fund|treasury|associations?|federation|"
    r"foundation|school|task force|legislators?|lawmakers?|counties|communes?|districts?|city|town|dispensary|"
    r"sanatorium|"
    r"shelter|branch(?:es)?|divisions?|administrators?|captains?|sheriffs?|coroners?|marshals?|magistrates?|"
    r"bailiffs?|constabular(?:y|ies)|medical examiners?|rectors?|"
    r"comptrollers?|auditors?|registrars?|headmasters?|headmistress|headteachers?|matrons?|chamber|vendors?|"
    r"(?:border|coast|national|civil|state|republican|judicial|"
    r"presidential) guards?)\b|\[staff \d+\]",
    re.IGNORECASE,
)
HOUSE = re.compile(
    r"(?:(?:police|remand|juvenile|psychiatric|detention|nursing|care|social|custody|migration|immigration|"
    r"closed|open|"
    r"women['’]s|children['’]s|secure|reception|accommodation|border|correctional|holding|transit|mental|"
    r"health) ){0,2}"
    r"(?:hospital|home|prison|centre|center|facility|institution|establishment|unit|clinic|station|ward|jail|"
    r"barracks|"
    r"detention centre|detention facility|nursing home|care home|campus|school|section)(?: (?:management|"
    r"administration))?",
    re.IGNORECASE,
)
_TEXTS = re.compile(
    r"\b(?:acts?|codes?|laws?|rules|regulations?|orders?|polic(?:y|ies)|protocols?|programmes?|plans?|"
    r"registers?|standards?|"
    r"bills?|forms?|cells?|rooms?|staff|officers|vehicles?|buildings?)$",
    re.IGNORECASE,
)
_LEADERS = frozenset({"head", "chief", "senior", "registered", "responsible", "competent"})


@contextmanager
def naming(names: frozenset[str]) -> Iterator[None]:
    """Take names for offices, whatever they say, while a document is read that shows them to be some."""
    token = _NAMED.set(names)
    try:
        yield
    finally:
        _NAMED.reset(token)


def is_known(phrase: str) -> bool:
    """Say whether the document being read has shown a name to be that of an office."""
    known = _NAMED.get()
    return bool(known) and re.sub(r"^the\s+", "", phrase.strip().rstrip(":").casefold()) in known


def is_text(phrase: str) -> bool:
    """Say whether a phrase ends as the name of a text, a thing or a group of people, none of which is asked to act."""
    return bool(_TEXTS.search(phrase))


def is_office(phrase: str) -> bool:
    """Say whether a phrase can be an authority: it names an office, a body or an acronym."""
    if is_known(phrase):
        return True
    # "HMP Glenorrin" and "SPS HQ" name who acts by initials.
    initials = r"(?:the )?[A-Z][A-Z&]{2,9}(?: and .+)?|(?:the )?[A-Z]{2,7}(?: (?:& )?[A-Z][\w’'-]*){1,4}"
    return bool(_OFFICE.search(phrase)) or bool(re.fullmatch(initials, phrase))


def is_actor(phrase: str) -> bool:
    """Say whether a subject can act on a recommendation: ``prison service`` can, ``prison rules`` cannot."""
    if is_known(phrase):
        return True
    words = phrase.split()
    if re.search(r"\b(?:be|is|are|been|was|were|have|has|had|does|did|will|recommendations?)\b", phrase):
        return False
    if is_text(phrase):
        return False
    head = re.split(r"\s(?:of|for|in|at|on|to|and|with|responsible|concerned)\b", phrase)[0].split()
    if any(word[:1].isupper() for word in head[1:]) or words[0].isupper():
        return is_office(phrase)
    if words[0][:1].isupper() and any(word[:1].isupper() for word in words[1:]) and len(head) == 1:
        return is_office(phrase)
    if words[0] in _LEADERS:
        return True
    return (bool(head) and bool(_OFFICE.fullmatch(head[-1]))) or (len(words) == 1 and is_office(phrase))


def is_named(phrase: str) -> bool:
    """Say whether a phrase is a proper name of several words, which tells who is meant whatever the name says."""
    words = re.sub(r"^(?:[Tt]he)\s+", "", phrase).split()
    return len(words) > 1 and words[0][:1].isupper() and sum(word[:1].isupper() for word in words) > 1


def is_house(name: str) -> bool:
    """Say whether a name only calls the place by its sort: ``hospital``, ``prison``, ``home``."""
    return bool(HOUSE.fullmatch(name)) and not re.search(r"\s[A-Z]", name)
