"""The State, or part of a State, to which a document belongs."""

from __future__ import annotations

import re
from collections import Counter

from ingest.metadata.casing import readable
from ingest.metadata.front import Front
from ingest.metadata.named_places import NAMED
from ingest.metadata.sighting import Sighting
from ingest.metadata.state_names import is_of_federation, is_state, listed, signs, state_patterns, wholes
from ingest.report import Block
from redaction.text import RedactedText

_FIELD = re.compile(
    r"^(?:country|state|jurisdiction|state party|territory)\s*(?::|\|)\s*(?P<state>[^.|]{3,60})", re.IGNORECASE
)
# "Location: Ravnogor, Slovenia"
_LOCATED = re.compile(
    r"^(?:location|address|where|situated(?: in)?|town|city|municipality|place)\s*(?::|\|)\s*[^|"
    r"]*?,\s*(?P<state>[^,|.]{3,40})$",
    re.IGNORECASE,
)
_REVIEWED = re.compile(r"(?:Universal Periodic Review\W{1,6}|\breview of (?:the )?)(?P<state>[A-Z].{3,60})")
_REPORTED_ON = re.compile(
    r"\b(?:report|visit|mission|periodic visit|replies|response|observations|government|republic|kingdom|"
    r"parliament|authorities)\s+(?:on|to|of|by|carried out in)\s+(?:the\s+)?(?:its\s+)?(?P<state>[A-Z][\w ]{3,60})",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:Mechanism|Defender|Ombuds\w+|Republic|Parliament|Commission(?:er)?|Government|Kingdom|"
    r"Ministry of \w+)\s(?:\([^)]*\)\s)?(?:for|of)\s"
    r"(?P<state>(?:the\s)?(?:(?:Republic|Kingdom|Principality) of (?:the )?)?(?:[A-Z][a-z]+)"
    r"(?:\s(?:Islands|Republic|Kingdom|[A-Z][a-z]+)){0,2})"
)
# "Provincial Ombudsman of Westmark"
_OF_REGION = re.compile(r"\b(?:Provincial|Regional|County|City|Cantonal|Municipal|District)\s*$")
_NO_STATE = re.compile(
    r"\b(?:Justice|Health|Interior|Human|Civil|Public|Prisons?|Custody|Rights|Social|Welfare|Defence|Children|Torture|"
    r"Personal|Fundamental|Freedoms?|\w+(?:ty|ties|ment|ness|tion|ance|ing)|Police|Detention|Patients|Care|Home|"
    r"Internal|Inquiry|Persons|"
    r"Education|Labour|Parliament|Equality|Women|Youth|"
    r"Correction\w*|Ombuds\w*|Institution|Institutions|Office|Commission|Council|Service|Services|Facilities|"
    r"Private|Data|Mental|Psychiatr\w*|Internal|Emergency|National|Places?|Standards?)\b"
)
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
    r"\b(?P<law>[A-Z]\w+(?: [A-Z]\w+)?) (?:police|prisons|courts?|government|parliament|system|practice|citizens|"
    r"prison system|penitentiary)\b"
)
# Where somebody comes from, or is sent, says nothing of where the document does.
_ORIGIN = re.compile(
    r"\b(?:nationals?|citizens?|natives?)\W+$|"
    r"\b(?:citizenship|origin|born|embassy|consul\w*|returned|deported|removed|family|relatives?)"
    r"\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
# "in Spanish", a language of many States; "letters in Polish", often of those who are held far from where it is spoken.
_WORLD_LANGUAGE = re.compile(r"(?:English|French|Spanish|Portuguese|Arabic|Russian|German|Chinese|Turkish|Italian)\b")
_LANGUAGE = re.compile(r"\bin \w+(?:ish|ese|ian|ic|ch|ek|ali|ari)\b(?! [A-Z])")
# "Translation from Finnish": many languages are those of one State.
_TRANSLATED = re.compile(r"\b[Tt]ransl(?:ation|ated) from (?:the )?(?P<tongue>[A-Z]\w+)")
_NAMED_AFTER = re.compile(r"\s+(?!Office|Region|District|City|Prison|Police|Court)[A-Z][a-z]")
_BOUND_FOR = re.compile(
    r"\b(?:flights?|flew|charter|removed|returned|deported|expelled|transferred|return operation)\b"
    r".{0,60}\b(?:to|and|via)\s+$"
)
_REGION = re.compile(r"\b(?:State|Province|Land|Region|County|Canton|Autonomous Community|Federal State) of (?:the )?$")
_REGION_BEHIND = re.compile(r"\s+(?:State|Province|County|Region|Autonomous Community)\b")
# A script that one State writes.
_SCRIPTS = (
    ("Greece", re.compile(r"[\u0391-\u03C9]{4,}")),
    ("Georgia", re.compile(r"[\u10D0-\u10FF]{3,}")),
    ("Armenia", re.compile(r"[\u0531-\u0587]{3,}")),
)
# A word of open syllables with a long vowel: Māori.
_OPEN_SYLLABLES = re.compile(r"\b(?=\w*[āēīōū])(?:(?:wh|ng|[hkmnprtw])?[aeiouāēīōū]+){2,}\b", re.IGNORECASE)
_CASE = re.compile(r"\bv\.?\s+(?:the\s+)?[A-Z][\w ]{2,30}")
_LIES_IN = re.compile(
    r"\bin (?:the )?(?:(?:north|south|east|west|centre|middle|heart)(?:[- ]?(?:east|west))? of |(?:northern|southern|"
    r"eastern|"
    r"western|central|mid) |mid-?)?(?P<part>[A-Z]\w+(?: [A-Z]\w+)?)(?! and)"
)
_STRONG, _FRONT_BLOCKS, _SHORT = 3, 40, 120


def find_jurisdiction(body: Sighting[str] | None, title: Sighting[str] | None, front: Front) -> Sighting[str] | None:
    """Find the State, or part of a State, to which the document belongs.

    Args:
        body: the inspecting body, as found.
        title: the document's title.
        front: the document.

    Returns:
        Its English name; the printed name where the body is ``... of X`` with an X that the list does not hold. What
        names it outright goes before what only implies it (an office, a law, an institution that one State has), and
        that is given with less confidence. ``None`` without evidence.
    """
    for block in [*front.furniture, *front.body[:24]]:
        found = _FIELD.match(block.text) or _REVIEWED.search(block.text)
        state = listed(found["state"].replace("Great Britain and Northern Ireland", "")) if found else None
        if found and state:
            return Sighting(state, block, found.start("state"), found.end("state"), 0.95)
    for block in front.body[:24]:
        found = _LOCATED.match(block.text)
        state = listed(found["state"]) if found else None
        if found and state and is_state(found["state"].strip()):
            return Sighting(state, block, found.start("state"), found.end("state"), 0.85)
    lying: Sighting[str] | None = None
    for seen in (body, title):
        state = listed(seen.value) if seen is not None else None
        if (
            seen is not None
            and state is not None
            and seen is title
            and is_of_federation(state)
            and f", {state}" in seen.value
        ):
            # "Elm Center, Lindero, New Mexico": where it lies; a body of the whole may have come.
            lying = Sighting(state, seen.block, seen.start, seen.end, 0.6)
        elif seen is not None and state is not None:
            named = Sighting(state, seen.block, seen.start, seen.end, 0.9 if seen.block is not None else 0.8)
            return _narrower(state, front) or named
    return _reported_on(front) or _owned(body, front) or _implied(front) or lying or _only_named(front)


def _only_named(front: Front) -> Sighting[str] | None:
    """Take the one State that a document names at all, judgments against States aside."""
    named: dict[str, Sighting[str]] = {}
    for block in front.prose:
        text = _CASE.sub(lambda match: " " * len(match.group()), block.text)
        for name, pattern in state_patterns():
            found = pattern.search(text)
            if found is not None and found.group() == name and not _ORIGIN.search(text[: found.start()][-40:]):
                named.setdefault(name, Sighting(name, block, found.start(), found.end(), 0.5))
    return next(iter(named.values())) if len(named) == 1 else None


def _narrower(state: str, front: Front) -> Sighting[str] | None:
    """Find the one country in which the place lies, where a body works for two: ``in the east of England``."""
    if not wholes(state):
        return None  # a federal body visits in a part and reports for the whole
    lies: dict[str, Sighting[str]] = {}
    for block in front.opening:
        for match in _LIES_IN.finditer(block.text):
            part = listed(match["part"])
            if part is not None and is_state(match["part"]) and state in wholes(part):
                lies.setdefault(part, Sighting(part, block, match.start(), match.end(), 0.8))
    return next(iter(lies.values())) if len(lies) == 1 else None


def _reported_on(front: Front) -> Sighting[str] | None:
    for block in (*front.furniture, *front.cover, *(b for b in front.colophon if len(b.text) < _SHORT)):
        pieces = re.split(r"\s*[,|·–—]\s*", block.text)
        piece = next((one for one in pieces if is_state(one)), None)
        # "Elm Center, Lindero, New Mexico": where a place lies; "Inspector of Custody, Queensland" is of that part.
        before = pieces[: pieces.index(piece)] if piece else []
        if piece and (not is_of_federation(piece) or (len(before) < 2 and not any(map(NAMED.search, before)))):
            at = block.text.find(piece)
            return Sighting(listed(piece) or piece, block, at, at + len(piece), 0.85)
    for block in front.cover:
        found = _REPORTED_ON.search(block.text)
        state = listed(found["state"]) if found else listed(block.text) if len(block.text) < 40 else None
        if state:
            return Sighting(state, block, 0, len(block.text), 0.85)
    return None


def _owned(body: Sighting[str] | None, front: Front) -> Sighting[str] | None:
    spots = [(body.value, body.block)] if body is not None else []
    spots += [(str.__str__(block.text), block) for block in [*front.furniture, *front.body[:12]]]
    for text, block in spots:
        for owned in _OWNED.finditer(text):
            if _NO_STATE.search(owned["state"]) or block is None or _OF_REGION.search(text[: owned.start()]):
                continue
            state = owned["state"].removeprefix("the ")
            if state != owned["state"] and " " not in state and listed(state) is None:
                # "Mechanism of the Provedoria": another body and no State.
                continue
            at = max(block.text.find(state), 0)
            return Sighting(listed(state) or state, block, at, at + len(state), 0.8)
    return None


def _implied(front: Front) -> Sighting[str] | None:
    """Let offices, laws and institutions vote; those of the front count more than those of the rest."""
    votes: Counter[str] = Counter()
    seen: dict[str, tuple[int, Block[RedactedText], int, int]] = {}
    last = len(front.furniture) + _FRONT_BLOCKS
    for place, block in enumerate([*front.furniture, *front.body]):
        weight = 2 if place < last else 1
        text = _CASE.sub(lambda match: " " * len(match.group()), block.text)
        # A cover in capitals; only where no letter more or less moves the offsets.
        shown = readable(text) if text.isupper() else text
        text = shown if len(shown) == len(text) else text
        for name, points, start, end in _signs_in(text):
            votes[name] += points * weight
            if name not in seen or points > seen[name][0]:
                seen[name] = (points, block, start, end)
    if not votes:
        return None
    # A part says more than the whole: where it has votes, those of the whole speak for it as well.
    total = {name: points + sum(votes[whole] for whole in wholes(name)) for name, points in votes.items()}
    points = max(total.values())
    best = [name for name in total if total[name] == points]
    parts = [name for name in best if not any(name in wholes(other) for other in best)]
    # Of two that are even, the one named first; a dictionary keeps that order.
    name = next(name for name in votes if name in parts)
    even = len(parts) > 1
    points_of_best, block, start, end = seen[name]
    sure = points >= 2 * _STRONG and points_of_best >= _STRONG
    return Sighting(name, block, start, end, 0.5 if even else 0.8 if sure else 0.65)


def _signs_in(text: str) -> list[tuple[str, int, int, int]]:
    found: list[tuple[str, int, int, int]] = []
    for match in _OFFICES.finditer(text):
        state = listed(match["who"])
        if state is not None:
            found.append((state, 2, match.start(), match.end()))
    for match in _LAWS.finditer(text):
        state = listed(match["who"] or match["dept"] or match["state"] or match["county"] or match["of"])
        if state is not None:
            found.append((state, 3, match.start(), match.end()))
    for match in _NAMED_FOR.finditer(text):
        who = match["who"] or match["of"] or match["law"]
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
            and (match.re is not _AFTER_TOWN or not wholes(state))
            and not is_of_federation(state)
            and not (_WORLD_LANGUAGE.match(match["who"]) or _LANGUAGE.match(match.group()))
            and any(pattern.match(match["who"]) for _, pattern in state_patterns())
        )
        if state is not None and leads and not _ORIGIN.search(text[max(0, match.start() - 40) : match.start()]):
            found.append((state, 1, match.start(), match.end()))
    found += [
        (name, 3, sign.start(), sign.end())
        for name, pattern in (*signs("signs"), *_SCRIPTS)
        for sign in pattern.finditer(text)
    ]
    found += [
        (name, 1, town.start(), town.end())
        for name, pattern in signs("capitals")
        for town in pattern.finditer(text)
        # Neither "the Paris Principles" nor the end of a journey.
        if not _NAMED_AFTER.match(text[town.end() :]) and not _BOUND_FOR.search(text[: town.start()])
    ]
    found += [
        (name, 2, region.start(), region.end())
        for name, pattern in signs("regions")
        for region in pattern.finditer(text)
        if _REGION.search(text[max(0, region.start() - 30) : region.start()])
        or _REGION_BEHIND.match(text[region.end() :])
    ]
    return found
