"""What betrays to which State a document belongs: offices, laws, institutions, towns, money, how names are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.metadata.others import is_of_others
from ingest.metadata.state_names import is_of_federation, letters, listed, signs, state_patterns, wholes

_OFFICES = re.compile(
    r"\b(?P<who>(?:[A-Z][\w.]+\s){1,2})(?:Republic|Kingdom|Federation|Confederation|Principality|Prison|Prisons|"
    r"Correctional|Correction|Ministers?|Ministry|Government|"
    r"Parliament|Police|Rights|Inspectorate|Constitution|National Preventive|NPM|Act\b|Rules|Health|Criminal|Penal|"
    r"Penitentiary|Penitentiaries|authorities|State|Ombuds\w+|Human|Immigration|Bill|Law\b|Red Cross|Medical|Military|"
    r"Defence|Court|legislation|law\b)"
)
_LAWS = re.compile(
    r"\((?P<who>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\)\s+(?:Act|Rules|Regulations|Order)|"
    r"\b(?:Justice|Corrections|Health|Services|Police|Affairs|Interior) \((?P<dept>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\)|"
    r"(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:has (?:not )?)?(?:ratified|acceded|signed)|"
    r"\b[A-Z]\w+ County, (?:State of )?(?P<county>[A-Z]\w+(?: [A-Z]\w+)?)|"
    r"\b(?:Constitution|Republic|Kingdom|State|Assembly|Legislature|Government|Parliament|President|laws?|Penal Code|"
    r"Criminal Code|territory|"
    r"Ministry of (?:Justice|Health|the Interior|Interior|Internal Affairs|Defence)|Supreme Court|"
    r"Central Bank|Prison Service|Police Service|Correctional Service|[Nn]ational [Pp]reventive [Mm]echanism|NPM)"
    r" of (?:the )?(?P<of>[A-Z][A-Za-z]+(?: [A-Z][a-z]+){0,2})"
)
_IN_STATE = re.compile(
    r"(?<!born )(?<!lived )\b(?:in|of|throughout|across) (?:the )?(?:northern |southern |eastern |western |"
    r"central )?(?P<who>[A-Z]\w+(?: [A-Z]\w+){0,2})"
)
# "Dublin, Ireland."
_AFTER_TOWN = re.compile(r"\b[A-ZÀ-Þ][\w-]+,\s(?P<who>[A-Z]\w+(?: [A-Z]\w+){0,2})(?=[.,;)]|$)")
# "the Danish Return Agency", "Health New Zealand": institutions that bear the name of their State.
_NAMED_FOR = re.compile(
    r"\b(?P<who>[A-Z]\w+(?: [A-Z]\w+)?) (?:[A-Z][\w'’-]+ (?:(?:and|of|for) )?){0,3}(?:Agency|Service|Services|"
    r"Authority|"
    r"Board|Council|Office|Directorate|Administration|Department|Institute|Institution|Commission|Association|Guard|"
    r"Force|Forces|Centre|Center|Inspectorate|Academy|Bar|Embassy of)\b|"
    r"\b(?:Health|Police|Corrections|Prisons|Statistics|Immigration|Customs|Justice|Probation|Border Force) "
    r"(?P<of>[A-Z]\w+(?: [A-Z]\w+)?)|"
    r"\b(?P<law>[A-Z]\w+(?: [A-Z]\w+)?) (?:police|prisons|courts?|government|parliament|"
    r"inspectors|mechanism|ombudsman|authorities|legislation|criminal|penal|correctional|system|practice|citizens|"
    r"prison system|penitentiary)\b"
)
# Where somebody comes from, or is sent, says nothing of where the document does.
ORIGIN = re.compile(
    r"\b(?:nationals?|citizens?|natives?)\W+$|"
    r"\b(?:citizenship|origin|born|embassy|consul\w*|returned|deported|removed|family|relatives?|"
    r"diploma|trained|from)"
    r"\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
# "in Spanish", a language of many States; "letters in Polish", often of those who are held far from where it is spoken.
_WORLD_LANGUAGE = re.compile(r"(?:English|French|Spanish|Portuguese|Arabic|Russian|German|Chinese|Turkish|Italian)\b")
_LANGUAGE = re.compile(r"\bin \w+(?:ish|ese|ian|ic|ch|ek|ali|ari)\b(?! [A-Z])")
# "Translation from Finnish": many languages are those of one State.
_TRANSLATED = re.compile(r"\b[Tt]ransl(?:ation|ated) from (?:the )?(?P<tongue>[A-Z]\w+)")
_NAMED_AFTER = re.compile(
    r"\s+(?!Office|Region|District|City|Prison|Police|Court|Airport|Port|Harbour|Central|General|University|"
    r"Hospital)[A-Z][a-z]"
)
_BOUND_FOR = re.compile(
    r"\b(?:flights?|flew|charter|removed|returned|deported|expelled|transferred|return operation|"
    r"handed over|landed|arrived)\b.{0,60}\b(?:to|and|via|in|at)\s+$"
)
_REGION = re.compile(
    r"\b(?:State|Province|Land|Region|County|Canton|Autonomous Community|Federal State|District|Oblast|Governorate|"
    r"Department|Prefecture|Voivodeship|Aimag|Municipality|Island|Comarca) of (?:the )?$|"
    # "State Mechanism against Torture, Espírito Santo"
    r"\b(?:Mechanism|Committee|Defender|Ombuds\w+|Council|Commission)\b[^.;|,]{0,40},\s$"
)
_REGION_BEHIND = re.compile(
    r"\s+(?:State|Province|Provincial|County|Region|Regional|Autonomous Community|Oblast|District|Governorate|"
    r"Department|Departmental|Prefecture|Voivodeship|Aimag|Marz|Krai|Island|Municipality)\b"
)
# A script that one State writes.
_SCRIPTS = (
    ("Greece", re.compile(r"[\u0391-\u03C9]{4,}")),
    ("Georgia", re.compile(r"[\u10D0-\u10FF]{3,}")),
    ("Armenia", re.compile(r"[\u0531-\u0587]{3,}")),
)
# A word of open syllables with a long vowel: Māori.
_OPEN_SYLLABLES = re.compile(r"\b(?=\w*[āēīōū])(?:(?:wh|ng|[hkmnprtw])?[aeiouāēīōū]+){2,}\b", re.IGNORECASE)
CASE = re.compile(
    r"\bv\.?\s+(?:the\s+)?[A-Z][\w-]+(?:\s(?!(?:and\s+)?[A-Z][\w-]+\s+v\b)(?:(?:of|the)\s+){0,2}[A-Z][\w-]+){0,4}"
)
# An identifier or trait of a person: what stands beside it is of the person, who may be a foreigner.
_PERSONAL = r"\[(?:ID|nationality|DATE OF BIRTH|PLATE|CONTACT|ADDRESS|DETAINEE|RELATIVE)"
_OF_PERSON = re.compile(rf"{_PERSONAL}[^\]]*\][^.;]{{0,12}}$")
_PERSON_BEHIND = re.compile(rf"(?:\s|number|no\.?|card|and|,|:|\()*{_PERSONAL}")
_SENTENCE = re.compile(r"[^\W\d_]{2}[.;!?]\s+(?=[A-Z\[\"“])")
_ADJECTIVE = re.compile(r"(?:ian|ish|ese|ch|ic|ek|ali|ari)$")
_STRONG, _BESIDE, _ASIDE = 3, 60, 120
# "Ljubljana, 12 June 2024": bodies date their letters from their seat.
_DATED_FROM = re.compile(
    r",?\s+(?:(?:on|the|den|le|a|dnia)\s+)*(?:\d{1,2}(?:st|nd|rd|th)?\b|[a-zà-ÿ]{3,12}\s+(?:de\s+)?(?:19|"
    r"20)\d\d\b|(?:19|20)\d\d\b|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)"
)
_CAREER = re.compile(r"\b(?:worked|lived|studied|trained|served)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_LINE_START = re.compile(r"(?:^|[.;|·]\s+)$")


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that speaks for a State.

    Attributes:
        points: how much it tells.
        start: offset of the words.
        end: offset behind them.
        aside: what is told of a person (``PESEL [ID]``), or one of several States: it needs another sign of its kind.
    """

    state: str
    points: int
    start: int
    end: int
    aside: bool = False


def signs_in(text: str) -> Iterator[Sign]:
    """Give the words of a text that speak for a State."""
    found = _found(text)
    # "forms in Macedonian, Albanian and Turkish", "a citizen of Norway held in Sweden"
    strong = [item for item in found if item[1] >= _STRONG]
    sentences = [0, *(stop.end() for stop in _SENTENCE.finditer(text)), len(text)]
    for first, last in pairwise(sentences):
        here = [item for item in found if first <= item[2] < last]
        weak = {name for name, points, _, _ in here if points < _STRONG}
        several = len({name for name in weak if not any(name in wholes(other) for other in weak)}) > 1
        for name, points, start, end in here:
            aside = (several and (name, points, start, end) not in strong) or bool(
                _OF_PERSON.search(text[max(0, start - _BESIDE) : start]) or _PERSON_BEHIND.match(text[end:])
            )
            yield Sign(name, points, start, end, aside)


def _dates(text: str, town: re.Match[str]) -> bool:
    return bool(_DATED_FROM.match(text, town.end()) and _LINE_START.search(text[: town.start()]))


def is_abroad(text: str, start: int) -> bool:
    """Say whether a State is named where others went: ``the governor had visited prisons in Norway``."""
    before = _SENTENCE.split(text[max(0, start - _ASIDE) : start])[-1]
    return is_of_others(before) or bool(_CAREER.search(before))


def _found(text: str) -> list[tuple[str, int, int, int]]:
    found: list[tuple[str, int, int, int]] = []
    for match in _OFFICES.finditer(text):
        state = listed(match["who"])
        if state is not None:
            found.append((state, 2, match.start(), match.end()))
    for match in _LAWS.finditer(text):
        state = listed(match["who"] or match["dept"] or match["state"] or match["county"] or match["of"])
        if state is not None:
            # "under the Secure Accommodation (Northern Ireland) Order 1998": the law says it outright.
            found.append((state, 5 if match["who"] else 3, match.start(), match.end()))
    for match in _NAMED_FOR.finditer(text):
        who = (match["who"] or match["of"] or match["law"]).removeprefix("The ")
        state = listed(who)
        if state is not None and any(pattern.match(who) for _, pattern in state_patterns()):
            found.append((state, 2, match.start(), match.end()))
    for told in _TRANSLATED.finditer(text):
        state = None if _WORLD_LANGUAGE.match(told["tongue"]) else listed(told["tongue"])
        found += [(state, 3, told.start(), told.end())] if state is not None else []
    found += [("New Zealand", 1, word.start(), word.end()) for word in _OPEN_SYLLABLES.finditer(text)]
    found += [
        (name, 1, money.start(), money.end()) for name, pattern in signs("hints") for money in pattern.finditer(text)
    ]
    for match in (*_IN_STATE.finditer(text), *_AFTER_TOWN.finditer(text)):
        state = listed(match["who"])
        leads = (
            state is not None
            # A town's place tells the State, not that a part is meant.
            and (match.re is not _AFTER_TOWN or not (wholes(state) or _ADJECTIVE.search(match["who"])))
            and not is_of_federation(state)
            and not (_WORLD_LANGUAGE.match(match["who"]) or _LANGUAGE.match(match.group()))
            and any(pattern.match(match["who"]) for _, pattern in state_patterns())
        )
        if (
            state is not None
            and leads
            and not is_abroad(text, match.start())
            and not ORIGIN.search(text[max(0, match.start() - 40) : match.start()])
        ):
            found.append((state, 1, match.start(), match.end()))
    found += [
        (name, 3, sign.start(), sign.end())
        for name, pattern in (*signs("signs"), *_SCRIPTS)
        for sign in pattern.finditer(text)
    ]
    found += [
        (name, 1 + _dates(text, town), town.start(), town.end())
        for name, pattern in signs("capitals")
        for town in pattern.finditer(text)
        # Neither "the Paris Principles" nor the end of a journey.
        if not _NAMED_AFTER.match(text[town.end() :])
        and not _BOUND_FOR.search(text[: town.start()])
        and not ORIGIN.search(text[max(0, town.start() - 40) : town.start()])
    ]
    found += [
        (name, 2, region.start(), region.end())
        for name, pattern in signs("regions")
        for region in pattern.finditer(text)
        if _REGION.search(text[max(0, region.start() - 60) : region.start()])
        or _REGION_BEHIND.match(text[region.end() :])
    ]
    # "Chișinău" is spelt as Romanian is, and a town of Moldova.
    towns = [town.span() for _, pattern in signs("capitals") for town in pattern.finditer(text)]
    found += [
        (name, 1, word.start(), word.end())
        for name, pattern in letters()
        for word in pattern.finditer(text)
        if not any(start <= word.start() and word.end() <= end for start, end in towns)
    ]
    return found
