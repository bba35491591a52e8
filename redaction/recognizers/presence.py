"""Whether words speak of one person: by a pronoun, a noun for one, or a name; offices and their towns are none."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH_OR_DAY, TITLE

KIND_OF_PERSON: Final = (
    r"(?:man|woman|boy|girl|lad|kid|child|baby|prisoner|detainee|inmate|patient|resident|pupil|client|remandee|convict|"
    r"occupant|tenant|lady|guy|bloke|gentleman|fellow|chap|granny|grandma|neighbour|teenager|youth|juvenile|minor|recruit|soldier|migrant|asylum[- ]seeker|complainant|person|"  # noqa: E501
    r"individual|mother|father|sister|brother|husband|wife|son|daughter)"
)
SOMEBODY: Final = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]ers|[Hh]im|[Hh]imself|[Hh]erself|whose|my|I)\b|{TITLE}\.?\s{CAPITALISED}"
    rf"|\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]his|that|[Yy]oung|[Ee]lderly|old|other|third|second|same|sole|\d\d-year-old)\s(?:\S+\s){{0,3}}?"
    rf"{KIND_OF_PERSON}\b(?!['’]s?\s(?:wing|unit|section|block|corridor|side|ward))",
)
"""Words for one person, in a sentence."""

_NAME: Final = re.compile(
    rf"(?<=[^.!?:\n|\])] )(?<![\"“‘(])(?![A-Z]{{2,6}}\b){CAPITALISED}|^{CAPITALISED} {CAPITALISED}\b"
)
# "Osei had been there": a name at the head of a sentence, by what it does.
_OPENS: Final = re.compile(
    r"(?:^|\n)\s*(?!(?:The|This|That|It|There|They|We|These|Those|Nobody|Everyone|Staff|Each|Who|What|Prison|Health)\b)"
    rf"(?P<who>{CAPITALISED})\s(?:spent|had been (?!re|closed|painted|out of)|has been (?!re|closed|painted|out of)|was (?:held|placed|locked|kept|moved|put|in)|shares?|shared|told|said|says|slept|sleeps|sat|lay|asked|complained|wept|cried|showed|"  # noqa: E501
    r"had by then|has been in|lives?|lived|died)\b"
)
# Capitalised words of reports that are nobody's name.
_NOBODY: Final = (
    INSTITUTION
    | MONTH_OR_DAY
    | frozenset(
        [
            "ramadan", "easter", "christmas", "eid", "carnival", "lent", "advent", "diwali", "nowruz", "module", "administration", "agency", "annex", "army", "authorities", "authority", "block", "board", "cell",  # noqa: E501
            "cells", "central", "chancellor", "chief", "command", "commandant", "commander", "commission",
            "commissioner", "committee", "company", "contractor", "corps", "council", "court", "cpt", "defender",
            "delegation", "deputy", "director", "directorate", "dormitory", "east", "eastern", "federal", "force",
            "forces", "general", "government", "governor", "guard", "guardian", "headquarters", "health", "human",
            "inspection", "inspector", "inspectorate", "inspectors", "interior", "judge", "justice", "landlord",
            "magistrate", "management", "mayor", "mechanism", "men", "minister", "ministry", "monitors",
            "municipality", "national", "north", "northern", "npm", "office", "officers", "ombudsman", "operator",
            "parliament", "police", "president", "prosecution", "prosecutor", "public", "recommendation",
            "recommendations", "regional", "report", "republic", "rights", "room", "rooms", "secretariat",
            "secretary", "service", "services", "south", "southern", "spt", "staff", "state", "sub-committee",
            "subcommittee", "superintendent", "team", "union", "visitors", "warden", "west", "western", "women",
        ]
    )
)  # fmt: skip
# "the Regional Guarantor recommends", "that the Ombudsman again asks": an office, by what it does.
_OFFICE: Final = re.compile(
    rf"\b[Tt]he\s(?:{CAPITALISED}\s){{1,4}}(?P<does>(?:again\s|also\s|therefore\s)?(?:recommend|note[sd]|consider|request|ask|call[se]|urge|"
    r"reiterate|welcome|propose|repeat|made\san?\s(?:immediate\s)?(?:observation|recommendation)))"
)
# "the Police Directorate", "the Ministry of Justice and Police", "Example Prison": a body, whatever it is called after.
_BODY: Final = re.compile(
    rf"(?:\b{CAPITALISED}\s){{0,3}}\b(?:Directorate|Ministry|Department|Administration|Inspectorate|Headquarters|Authority|Agency|Service|Services|Commission|"
    r"Council|Board|Office|Prison|Colony|Jail|Gaol|Hospital|Centre|Center|Station|Institution|Institute|Clinic|Home|Barracks|Court|Municipality|Parliament)\b"
    rf"(?:\s(?:of|in|at|for)\s(?:the\s)?{CAPITALISED}(?:(?:\sand\s|\s){CAPITALISED}){{0,2}})?"
)


def anybody(around: str) -> bool:
    """Say whether words speak of one person: by a pronoun, a noun for one, or a name inside a sentence."""
    around = _BODY.sub("the office", _OFFICE.sub("the office \\g<does>", around))
    opens = _OPENS.search(around)
    if SOMEBODY.search(around) or (
        opens is not None and not {opens["who"].lower(), opens["who"].lower().rstrip("s")} & _NOBODY
    ):
        return True
    return any(
        not {word, word.rstrip("s")} & _NOBODY
        for match in _NAME.finditer(around)
        for word in (match[0].split()[-1].lower(),)
    )
