"""The names of offices in running text, and the sentences that say whom a report addresses or who answers it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.passage import Metadata

_NAME = r"[A-Z][\w'’-]*(?:(?:,| and| of| for| the|,? and the| in)*\s[A-Z][\w'’-]*)*"
STATE_OFFICE = re.compile(
    rf"\b(?P<name>(?:Ministry|Minister|Department|Secretary of State|Directorate|Federal Office|State Secretariat|"
    rf"Bureau|Parliament|Secretariat) (?:of|for) (?:the )?{_NAME}|Home Office|(?:Federal )?Parliament)"
)
SERVICE = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'’]*\s(?:(?:and|of|&)\s)?){0,4}(?:Prison|Prisons|Correctional|Corrections|Custodial|"
    r"Police|Probation|Penitentiary|Border|Immigration|Health|Parole)(?:\s(?:and|&)\s[A-Z]\w+)?\s(?:Service|Services|"
    r"Administration|Authority|Agency|Directorate|Force|Board|Department|Trust|Partnership|Enterprise)\b"
    rf"(?: of {_NAME})?|(?:Department|Directorate) of (?:Corrections|Prisons|Corrective Services|Immigration)"
    rf"|NHS(?:\s[A-Z]\w+){{1,3}}(?:\sand\s[A-Z]\w+)?)"
)
# "Croatian authorities", and not "The authorities" or "Prison authorities".
STATE_AUTHORITIES = (
    r"\b(?!(?:The|These|Those|Such|All|Both|Some|Other|Local|Prison|Police|National|Competent|Relevant|Health|Public|"
    r"Judicial|Responsible|Detaining|State|Municipal|Regional)\b)[A-Z]\w+ [Aa]uthorities\b"
)
# The administration of the prisons of a country, unlike that of a hospital.
SERVICES = re.compile(r"(?:prison|penitentiary|police|correctional) administration", re.IGNORECASE)
HEAD = re.compile(
    r"\b(?:[Tt]he\s|[Nn]ew\s|[Aa]cting\s|[Dd]eputy\s)?(?P<name>[Gg]overnor(?: in [Cc]harge)?|[Ss]uperintendent|"
    r"[Ww]arden|"
    r"[Oo]fficer [Cc]ommanding|[Cc]ommandant|[Cc]hief [Cc]onstable|[Rr]egistered [Mm]anager|[Cc]entre [Mm]anager|"
    r"[Oo]fficers?[- ][Ii]n[- ][Cc]harge|[Hh]ead [Tt]eacher|[Cc]hief [Pp]hysician|[Pp]rison [Dd]irector|"
    r"[Mm]edical [Dd]irector|[Dd]irector|[Mm]anager)\b"
    r"(?!\s?[- ](?:[Gg]eneral|of (?:the )?(?:[A-Z]|[Ll]aw|[Pp]ol)))(?!,? (?:NPM|of the (?:NPM|Office)))"
)
MINISTER_WORDS = re.compile(
    r"\b(?:legislat\w+|laws?|by law|statut\w+|amend\w*|decree|ratif\w+|regulations|bill|parliament)\b"
)
MEANS = re.compile(
    r"\b(?:fund(?:s|ed|ing)?|budget\w*|(?:new|replacement) (?:building|prison|wing|facility)|"
    r"build (?:a|new|separate)|nation(?:al|wide)|all (?:prisons|establishments|police stations|institutions)|"
    r"individual bed|overcrowd\w*|capacity)\b",
    re.IGNORECASE,
)
CARE = re.compile(
    r"\b(?:doctors?|physicians?|nurs\w+|psychiatr\w+|psycholog\w+|dent(?:ist|al)\w*|medic(?:al|ine|ation)\w*|"
    r"health ?care|hospital appointments?|prescri\w+|clinical)\b",
    re.IGNORECASE,
)
# "be handed out only by health care staff", "is seen by a doctor": who performs.
PERFORMER = re.compile(
    r"\b(?:be|been|being|is|are)\s+(?:\w+ly\s+)*\w+(?:ed|en|wn|un|ut|ne|de|ld|ght|pt|id)\b[^.;:,]{0,40}?\bby\s+"
    r"(?!the\s+(?-i:[A-Z]))(?:\w+\s+){0,4}?(?:staff|personnel|doctors?|physicians?|nurs\w+|professionals?|specialists?|"
    r"psychiatrists?|psychologists?|dentists?|pharmacists?|workers?|practitioners?|officers?|persons?|guards?|wardens?)\b",
    re.IGNORECASE,
)
PROSECUTION = re.compile(r"\b(?:prosecut\w+|criminal (?:investigation|proceedings|inquiry))\b", re.IGNORECASE)
ADDRESSED = re.compile(
    r"\b(?:report|letter|it|recommendations?)\b[^.]{0,60}?\b(?:is|are|was|were|has been|have been|will be)\s+"
    r"(?:addressed|submitted|sent|directed|transmitted|presented|forwarded)\s+to\s+(?:the\s+)?"
    r"(?P<name>[A-Z][^.;:,()]{2,80}?)(?=[.;:,(]|\s(?:on|in|by|for|who|which|under|within|and\s(?:to|copied))\b)"
)
YOUR = re.compile(r"^your\s+(?!own\b)(?=\w)", re.IGNORECASE)
TO_LINE = re.compile(
    r"^(?:To|For|Addressed to|Addressee)\s*:\s*(?:the\s+)?(?P<name>[^.;]{3,100}?)"
    r"(?=$|[.;]|\s(?:From|Date|Subject|Copy|Cc|Re|Ref)\s*[:.])",
    re.IGNORECASE,
)
REPLY_OF = re.compile(
    r"\b(?P<name>Department|Ministr|Government|Management|Minister)(?:al|y|ial|'s|’s)?\s(?:response|repl)",
    re.IGNORECASE,
)
REPLY_BY = re.compile(
    r"\b(?:[Rr]esponse|[Rr]eply|[Cc]omments|[Aa]ction plan|[Oo]bservations)s? (?:of|by|from) (?:the "
    r")?(?P<name>[A-Z][^:;,()]{2,70}?)"
    r"(?= to\b| on\b| in (?:reply|response|answer)\b|:|$)"
)
FOR = re.compile(
    r"(?:\b(?:asks?|[Rr]ecommendations?|requests?|points?|items?|measures?|proposals?|[Nn]umbers?)|\b[Nn]os?\.)\s+"
    r"(?P<list>\d[\d.]*(?:(?:,| and|, and)\s\d[\d.]*)*)\s+"
    r"(?:(?:is|are|was|were)\s+(?:(?:meant|intended|addressed|directed)\s+)?(?:for|to)|falls?\s+to|"
    r"goe?s?\s+to)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][^.;:,()]{2,80})",
)
SPEAKER = re.compile(
    r"(?:The\s+)?(?P<name>[A-Z][^.;:,()]{2,70}?)(?:,\s[^.;:]{2,60}?,)?(?::\s|\s(?:has\s|had\s|also\s)?"
    r"(?:replied|accepted|agreed|rejected|stated|wrote|told|informed|responded|answered|confirmed|declined|supported|"
    r"undertook)\b)"
)
ACRONYM = re.compile(r"(?:the )?(?P<short>[A-Z][A-Z&]{1,7})$")
EXPANDED = re.compile(
    r"(?P<long>(?:[A-Z][\w'’&-]*(?:\s(?:of|for|and|the|&))*\s)+)\((?:the\s|[\"“”])*(?P<short>[A-Z][A-Z&]{1,7})"
)
SHORT = re.compile(
    r"(?:Ministry|Minister|Ministers|Department|Service|Secretary of State|Agency|Authority|Board|Commissioner|Trust|"
    r"Council|Administration|Directorate|Partnership|Director[- ]General|Company|Force)"
)
HEAD_OFFICE = re.compile(
    r"(?:governor|superintendent|warden|officer commanding|commandant|chief constable|director|manager|head)\b"
    r"(?!\s?-?general)",
    re.IGNORECASE,
)
REGION = re.compile(
    r"(?:the )?(?:canton|county|province|region|municipality|commune|prefecture|governorate|voivodeship|republic)",
    re.IGNORECASE,
)
# Types of place that are named themselves where something is asked of them.
OF_CARE = re.compile(r"\b(?:care|disability|hospital|psychiatric|social)\b")
OF_A_PLACE = re.compile(r"(?:governor|superintendent|warden|director|manager|head|commandant) of\b", re.IGNORECASE)
FAR = re.compile(
    r"\b(?:minist\w+|parliament|secretary of state|government|legislature|prosecutor\w*|congress|region|county|canton|"
    r"municipality|practitioner|physician)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r";|^(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) |\b(?:police|prison|court|"
    r"psychiatric|"
    r"detention)\b[\w ]* (?:stations|cells|facilities|suites|prisons|hospitals|homes|places|custody)\b|"
    r"\b(?:places|facilities|stations|prisons|hospitals|institutions|centres|homes|suites|cells|units|vehicles|"
    r"districts)\b",
    re.IGNORECASE,
)
_BODY_WORD = re.compile(r"\b(?:Committee|Subcommittee|Mechanism|NPM|Commission|Inspectorate|Ombud\w*)\b")
LONGEST_CAPTION = 160
HOUSES = "establishment|home|prison|centre|hospital|institution|facility|unit|campus|school|station"
ADDRESSED_KINDS = frozenset(
    {"recommendation", "request_for_information", "area_for_improvement", "deficiency", "housekeeping"}
)


def one_place(metadata: Metadata) -> str | None:
    """Return the place of a visit to one place; a title that names several, or the body itself, names none."""
    place = metadata.place
    if place is None or _SEVERAL.search(place) or _BODY_WORD.search(place):
        return None
    # "Ashwick Hospital, Ward 4": the hospital acts, not the ward.
    return place.split(",")[0].strip()


def with_initials(words: Sequence[str], short: str) -> str | None:
    """Return the shortest run of words at the end whose capitals spell the acronym."""
    for length in range(2, len(words) + 1):
        for run in (words[len(words) - length :], words[:length]):
            capitals = "".join(w if w.isupper() else w[0] for w in run if w[0].isupper())
            if capitals == short and run[0][0].isupper():
                return " ".join(run)
    return None


def fits_place(name: str, place: str) -> bool:
    """Say whether ``the hospital`` or ``the establishment`` can be the place of the visit."""
    noun = name.split()[-1] if name.split()[-1].lower() not in ("management", "administration") else name.split()[0]
    generic = noun.lower() in ("establishment", "institution", "facility")
    return generic or noun.casefold() in place.casefold() or noun.lower() in ("prison", "home", "hospital", "centre")


def names_place(name: str, place: str) -> bool:
    """Say whether the place is better named by its own name: it has the word, or the word says nothing."""
    noun, *rest = name.split()
    if rest and rest[-1].lower() in ("management", "administration"):
        return noun.casefold() in place.casefold()
    last = name.split()[-1].lower()
    return last in ("establishment", "institution", "facility") or last in place.casefold()


def titled(name: str) -> str:
    """Return the name of an office with a capital: ``director`` becomes ``Director``."""
    return name[:1].upper() + name[1:]


def clean(name: str) -> str:
    """Return a name without article, stops and loose words at its ends."""
    name = re.sub(r"\s+", " ", name).strip(" ,;:.")
    return re.sub(r"(?:\s(?:and|of|for|the|in))+$", "", re.sub(r"^(?:the|The)\s+", "", name))
