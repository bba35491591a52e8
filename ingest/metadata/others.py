"""Visits and inspections that others make: families and lawyers, authorities, health and fire offices."""

from __future__ import annotations

import re

_PERSONS = (
    r"(?:mothers?|fathers?|wi(?:fe|ves)|husbands?|famil(?:y|ies)|relatives?|brothers?|sisters?|sons?|daughters?|"
    r"aunts?|uncles?|parents?|lawyers?|"
    r"doctors?|dentists?|psychiatrists?|physicians?|nurses?|priests?|chaplains?|consuls?|judges?|prosecutors?|"
    r"(?-i:guardians?)|friends?|ministers?|mayors?|bishops?|ambassadors?|directors?|governors?|successors?|courts?)"
)
# "His mother last visited him in 2023", "the doctor was last here in May": visits that no monitoring body made.
_OF_A_PERSON = re.compile(
    rf"\b{_PERSONS}\b(?: (?:of|from|for) [^.;,]{{2,40}})?\s+(?:\w+ly\s+|had\s+|has\s+|was\s+|were\s+|have\s+|"
    r"may\s+|could\s+|can\s+|"
    rf"who\s+|last\s+)*(?:visit(?:ed|s)?|inspected|called|came|seen|here|there)\b|"
    rf"\bvisited by (?:his|her|their|the|an?) (?:\w+ )?{_PERSONS}\b|"
    rf"\b{_PERSONS}['’]s?\s+(?:last |first |previous |next |weekly )?visits?\b",
    re.IGNORECASE,
)
# "The Health Area inspected the home on 3 August": an authority's own inspection is no visit of the body.
_WHO_WENT = re.compile(
    r"(?:^|[.;,]\s+|\b(?:by|and|which|when|that|after)\s+)[Tt]he\s+(?P<who>(?:[A-Z][\w’'-]*\s+(?:of\s+|for\s+|"
    r"and\s+)*){1,6})"
    r"(?:(?:had|has|have|also|already|then)\s+)*(?:visited|inspected|audited|checked)\b"
)
_MONITORS = re.compile(
    r"\b(?:Committee|Subcommittee|Mechanism|NPM|Team|Delegation|Office|Inspector\w*|Ombud\w*|Board|Commission\w*|"
    r"Council|Group|Panel|Visitors?|Defend\w+|Advocate|Guarantor|Agency|Authority|Institution|Unit|Provedor\w*|"
    r"Protector|Platform|Observatory|Chancellor|Guardian|Keeper|Curator|Custodian|Delegates?|Observers?|Controllers?|"
    r"Members|Experts|Mission|Monitor\w*|[A-Z]{2,8})\b"
)
# "The last inspection of the Ministry of Health": another's, unless a monitoring body is named.
_OF_OTHERS = re.compile(
    r"\b(?:visit|inspection|audit|check|control) (?:of|by|from) (?:the )?"
    r"(?P<who>(?:[A-Z][\w’'-]*\s*(?:of |for |and |the )*){1,6})"
)
_AUTHORITIES = re.compile(
    r"\b(?:Ministr\w+|Department|Health|Labour|Fire|Sanitary|Epidemiolog\w+|Hygiene|Regional|Municipal\w*|"
    r"Service|Commander|Commandant|"
    r"Magistrate|Judge|Prosecutor\w*|Governor|Mayor|Attorney|Auditor\w*)\b"
)
# "inspected by the fire service", "the last inspection of the kitchen by the food authority": in small letters.
_TECHNICAL = re.compile(
    r"\b(?:visited|inspected|checked|audited|tested|(?:visits?|inspections?|audits?|checks?)\b[^.;]{0,60}?)\s+by\s+"
    r"(?:the\s+|an?\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:food|fire|health|labour|sanitary|hygiene|epidemiological|veterinary|building|electrical|"
    r"environmental|tax|lift|water|engineers?|"
    r"technicians?|architects?|surveyors?)\b(?! (?:monitor|ombud|prevent))|"
    r"(?-i:\b(?:health|fire|food|labour|sanitary|hygiene|veterinary|building|environmental)\s+(?:inspectorate|"
    r"inspectors?|"
    r"office|service|authority|brigade|agency|department|board))\b[^.;]{0,30}?\b(?:visited|inspected|checked|audited|"
    r"tested)\b|"
    r"\b(?:lifts?|elevators?|boilers?|kitchens?|extinguishers?|alarms?|generators?|wiring|roofs?|heating|"
    r"installations?|machines?)\b"
    r"[^.;]{0,20} (?:last )?(?:inspected|checked|tested|serviced)\b|"
    r"\b(?:fire|food|sanitary|hygiene|kitchen|health and safety|electrical|veterinary)(?:[- ]safety)?\s+"
    r"(?:inspections?|audits?|checks?)\b",
    re.IGNORECASE,
)
# Who stands in the sentence beside a doctor or a lawyer: these came along.
_VISITORS = re.compile(
    r"\b(?:we|our|us|team|delegation|NPM|mechanism|ombud\w*|commission\w*|(?:sub)?committee|members|advis[eo]rs?|"
    r"monitors?|inspectors?|inspectorate|board|council|defender\w*|experts?|chancellor|protector|observers?|"
    r"delegates?|controllers?|representatives|officials|unannounced|announced|office|(?-i:Guardian|Keeper|Curator))\b",
    re.IGNORECASE,
)
# "answers from the Prison Service and the Public Defender's Office": authorities that a report was sent to.
_ANSWERED = re.compile(r"\b(?:answers|replies|responses) (?:\w+ ){0,3}from (?:[^.;]|\.(?=\d))*$")


def is_of_those_who_answered(before: str) -> bool:
    """Say whether the words before the name of a body list who answered a report.

    Args:
        before: text that ends where the name begins.
    """
    return _ANSWERED.search(before) is not None


def is_of_others(sentence: str) -> bool:
    """Say whether a visit that a sentence tells of was made by persons or authorities that do not monitor.

    Args:
        sentence: the words around its date.
    """
    theirs = (*_OF_OTHERS.finditer(sentence), *_WHO_WENT.finditer(sentence))
    return bool(
        any(_AUTHORITIES.search(one["who"]) and not _MONITORS.search(one["who"]) for one in theirs)
        or (_OF_A_PERSON.search(sentence) and not _VISITORS.search(sentence))
        or _TECHNICAL.search(sentence)
    )


def is_of_no_monitor(sentence: str) -> bool:
    """Say whether whoever went, in a sentence, has no name of a body that monitors: ``the Chamber inspected``.

    Args:
        sentence: the words before a date.
    """
    went = [*_WHO_WENT.finditer(sentence)]
    return bool(went and not _MONITORS.search(went[-1]["who"]))
