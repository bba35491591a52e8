"""The State, or part of a State, to which a document belongs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from ingest.metadata.casing import readable
from ingest.metadata.front import Front
from ingest.metadata.named_places import NAMED
from ingest.metadata.regions import find_region
from ingest.metadata.sighting import Sighting
from ingest.metadata.state_names import (
    is_of_federation,
    is_state,
    listed,
    state_of_region,
    state_patterns,
    wholes,
    without_namesakes,
)
from ingest.metadata.state_signs import CASE, ORIGIN, is_abroad, signs_in
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
    r"(?:Correctional|Corrections|Prisons?|Penitentiary) Services?|Ministry of \w+)\s(?:\([^)]*\)\s)?(?:for|of)\s"
    r"(?P<state>(?:the\s)?(?:(?:Republic|Kingdom|Principality) of (?:the )?)?(?:[A-Z][a-z]+)"
    r"(?:\s(?:Islands|Republic|Kingdom|[A-Z][a-z]+)){0,2})"
)
# "Commission of Inspection, Special Territory of Port Selwick": a State that no list holds, as the document calls it.
_POLITY = re.compile(
    r"(?:^|[,·|–—]\s+|\bof the |\bthe )(?:(?:Special|Autonomous|Overseas|Free|Associated|Federal|United) )?"
    r"(?:Territory|Republic|Kingdom|Principality|Commonwealth|Federation|Dominion|Sultanate|Grand Duchy|Duchy|"
    r"Emirate|Confederation|"
    r"Crown Dependency|Union) of (?:the )?"
    r"(?P<state>[A-ZÀ-Þ][\w'’-]+(?:\s(?:of\s|and\s|the\s){0,2}[A-ZÀ-Þ][\w'’-]+){0,3})(?=\s*(?:[.,;|·–—)]|$))"
)
# "Provincial Ombudsman of Westmark"
_OF_REGION = re.compile(r"\b(?:Provincial|Regional|County|City|Cantonal|Municipal|District)\s*$")
_NO_STATE = re.compile(
    r"\b(?:Justice|Health|Interior|Human|Civil|Public|Prisons?|Custody|Rights|Social|Welfare|Defence|Children|Torture|"
    r"Personal|Fundamental|Freedoms?|\w+(?:ty|ties|ment|ness|tion|sion|ance|ing)|Custody|Police|Detention|"
    r"Patients|Care|Home|"
    r"Internal|Inquiry|Persons|"
    r"Education|Labour|Parliament|Equality|Women|Youth|"
    r"Correction\w*|Ombuds\w*|Institution|Institutions|Office|Commission|Council|Service|Services|Facilities|"
    r"Private|Data|Mental|Psychiatr\w*|Internal|Emergency|National|Places?|Standards?)\b"
)
_LIES_IN = re.compile(
    r"\bin (?:the )?(?:(?:north|south|east|west|centre|middle|heart)(?:[- ]?(?:east|west))? of |(?:northern|southern|"
    r"eastern|"
    r"western|central|mid) |mid-?)?(?P<part>[A-Z]\w+(?: [A-Z]\w+)?)(?! and)"
)
# "REPUBLIC OF ELMLAND – Observatory of Custody": one part of a line in capitals.
_PIECE = re.compile(r"[^|·–—]+")
_ENDS_ADDRESS = re.compile(r"(?:^|[\w.)]{2},\s+)(?P<state>[A-ZÀ-Þ][\w’' -]{3,40}?)(?=[.)]|\s*$)")
_LONGEST_HEAD = 400
_STRONG, _LEAST_POINTS, _TWICE = 3, 2, 2
_FRONT_BLOCKS, _SHORT, _TOP = 40, 120, 6


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
    region = find_region(body, front)
    if region is not None:
        return region
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
            behind = _whole_behind(state, seen)
            if behind is not None:
                return behind
            named = Sighting(state, seen.block, seen.start, seen.end, 0.9 if seen.block is not None else 0.8)
            return _narrower(state, front) or named
    return (
        _reported_on(front)
        or _owned(body, front)
        or _polity(front)
        or _behind_comma(front)
        or _implied(front)
        or lying
        or _only_named(front)
    )


def _whole_behind(part: str, seen: Sighting[str]) -> Sighting[str] | None:
    """Read the federation that is printed behind its part: ``Office of the Protector, Québec, Canada``."""
    if seen.block is None or not is_of_federation(part):
        return None
    text = str.__str__(seen.block.text)
    for whole in wholes(part):
        at = text.find(f", {whole}")
        if at >= 0 and (before := re.split(r"[\s,|·–—]+", text[:at])) and listed(before[-1]) == part:
            return Sighting(whole, seen.block, at + 2, at + 2 + len(whole), 0.85)
    return None


def _polity(front: Front) -> Sighting[str] | None:
    """Find the name that the cover gives to the State."""
    for block in (*front.furniture, *front.body[:_TOP], *(b for b in front.colophon if len(b.text) < _SHORT)):
        for line in re.finditer(r"\S.*?(?:[.;](?=\s)|$)", str.__str__(block.text)):
            found = _POLITY.search(_PIECE.sub(lambda piece: _small(piece.group()), line.group()))
            if found is not None and not _NO_STATE.search(found["state"]):
                name = listed(found["state"]) or state_of_region(found["state"]) or found["state"]
                at = line.start() + found.start("state")
                return Sighting(name, block, at, at + len(found["state"]), 0.8)
    return None


def _small(text: str) -> str:
    """Return a line in capitals as a name is written; only where no letter more or less moves the offsets."""
    shown = readable(text) if text.isupper() else text
    return shown if len(shown) == len(text) else str.__str__(text)


def _only_named(front: Front) -> Sighting[str] | None:
    """Take the one State that a document names at all, judgments against States aside."""
    named: dict[str, Sighting[str]] = {}
    for block in front.prose:
        text = without_namesakes(CASE.sub(lambda match: " " * len(match.group()), block.text))
        for name, pattern in state_patterns():
            found = pattern.search(text)
            if found is None or found.group() != name or is_abroad(text, found.start()):
                continue
            if not ORIGIN.search(text[: found.start()][-40:]):
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
        text = _small(block.text)
        pieces = re.split(r"\s*[,|·–—]\s*", text)
        states = [one for one in pieces if is_state(one)]
        piece = states[0] if states else None
        if (
            len(states) > 1
            and is_of_federation(listed(states[0]) or "")
            and (listed(states[1]) or "") in wholes(listed(states[0]) or "")
        ):
            # "Québec, Canada": the country is printed behind its part.
            piece = states[1]
        # "Elm Center, Lindero, New Mexico": where a place lies; "Inspector of Custody, Queensland" is of that part.
        before = pieces[: pieces.index(piece)] if piece else []
        if piece and (not is_of_federation(piece) or (len(before) < 2 and not any(map(NAMED.search, before)))):
            at = text.find(piece)
            return Sighting(listed(piece) or piece, block, at, at + len(piece), 0.85)
    for block in front.cover:
        found = _REPORTED_ON.search(without_namesakes(block.text))
        state = listed(found["state"]) if found else listed(block.text) if len(block.text) < 40 else None
        if state:
            return Sighting(state, block, 0, len(block.text), 0.85)
    return None


def _behind_comma(front: Front) -> Sighting[str] | None:
    """Find a State that ends an address in the first lines: ``Elm Hospital (Elmshire, France)``."""
    for block in front.body[:_TOP]:
        for found in _ENDS_ADDRESS.finditer(block.text) if len(block.text) < _LONGEST_HEAD else ():
            state = found["state"]
            if (
                is_state(state)
                and not is_of_federation(listed(state) or "")
                and not ORIGIN.search(block.text[: found.start()][-40:])
            ):
                return Sighting(listed(state) or state, block, found.start("state"), found.end("state"), 0.7)
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
            return Sighting(listed(state) or state_of_region(state) or state, block, at, at + len(state), 0.8)
    return None


def _implied(front: Front) -> Sighting[str] | None:
    """Let offices, laws and institutions vote; those of the front count more than those of the rest.

    The same words count twice at most, however often they stand there; what is told of a person, or in one breath with
    another State, counts only where the same is told again.
    """
    seen: dict[tuple[str, str], list[tuple[int, Block[RedactedText], int, int]]] = defaultdict(list)
    aside: Counter[tuple[str, str]] = Counter()
    last = len(front.furniture) + _FRONT_BLOCKS
    for place, block in enumerate([*front.furniture, *front.body]):
        weight = 2 if place < last else 1
        text = without_namesakes(_small(CASE.sub(lambda match: " " * len(match.group()), block.text)))
        for sign in signs_in(text):
            key = sign.state, text[sign.start : sign.end].casefold()
            aside[key] += sign.aside
            seen[key].append((sign.points * weight, block, sign.start, sign.end))
    votes: Counter[str] = Counter()
    best: dict[str, tuple[int, Block[RedactedText], int, int]] = {}
    for key, found in seen.items():
        if aside[key] == len(found) < _TWICE:
            continue
        ranked = sorted(found, key=lambda item: -item[0])
        votes[key[0]] += ranked[0][0] + (ranked[1][0] // 2 if len(ranked) > 1 else 0)
        if key[0] not in best or ranked[0][0] > best[key[0]][0]:
            best[key[0]] = ranked[0]
    if not votes:
        return None
    # A part says more than the whole: where it has votes, those of the whole speak for it as well.
    total = {name: points + sum(votes[whole] for whole in wholes(name)) for name, points in votes.items()}
    points = max(total.values())
    first = [name for name in total if total[name] == points]
    parts = [name for name in first if not any(name in wholes(other) for other in first)]
    if len(parts) > 1 or points < _LEAST_POINTS:
        return None
    points_of_best, block, start, end = best[parts[0]]
    sure = points >= 2 * _STRONG and points_of_best >= _STRONG
    # One town or one spelling alone tells little.
    return Sighting(parts[0], block, start, end, 0.8 if sure else 0.65 if points_of_best >= _STRONG else 0.55)
