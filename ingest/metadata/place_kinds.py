"""The type of the place that a document is about."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.metadata.fact_labels import facts
from ingest.metadata.front import Front
from ingest.metadata.kind_words import kind_of
from ingest.metadata.sighting import Sighting, whole
from ingest.metadata.told_kinds import told_kind

_FIELD = re.compile(
    r"^(?:type|category|kind|nature)(?: of (?:the )?(?:[\w-]+)(?: [\w-]+){0,2})?"
    r"\s*(?::|\|)\s*(?P<kind>[^|]{3,80})",
    re.IGNORECASE,
)
_FOR_WHOM = r" for (?:[A-Z]\w+(?: [A-Z]\w+)*|(?:\w+ )?(?:foreigners|aliens|migrants|children|minors|juveniles|women)\b)"
SERVICES = re.compile(
    r"\b(?:children['’]s|adult) (?:social care )?services\b|\bservices for children|\bsocial care services\b",
    re.IGNORECASE,
)
_WITHIN_OTHERS = frozenset({"court custody", "customs", "return flight", "secure hospital ward", "transport"})
_OF_STATE = re.compile(r"\bState party\b|\bGovernment of\b", re.IGNORECASE)
_MANY_VISITS = re.compile(r"\bannual report\b|\bin figures\b|\bstatistics\b", re.IGNORECASE)
_PSYCHIATRIC = re.compile(r"\b(?:visit|inspection|stay)\b[^.;]{0,40}\bpsychiatric hospital\b", re.IGNORECASE)
# Whom a home is for, where its name only says that it is one of care.
_DISABLED = re.compile(
    r"\b(?:for|of|with)\s+(?:adults?|persons|people|children|residents|men|women|young people|\w+ (?:adults|persons|"
    r"people|residents))"
    r"\s+with\s+(?:\w+[ -]){0,3}?disabilit(?:y|ies)\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:elderly|older (?:people|persons|adults|residents)|seniors?|dementia|retirement|nursing home)\b",
    re.IGNORECASE,
)
_LONGEST_NAME, _SHORT_BLOCK = 80, 200


def find_place_type(place: Sighting[str] | None, title: Sighting[str] | None, front: Front) -> Sighting[str] | None:
    """Find the type of the place: from its name, from the title, from a field, from what the first sentences tell.

    Args:
        place: as found, if it was.
        title: of the document.
        front: the document.

    Returns:
        A type of ``ingest.taxonomy.PLACE_TYPES``, or ``mixed``; ``None`` where an authority's services were inspected
        and not a place, or a document about many visits names none.
    """
    if title is not None and SERVICES.search(title.value):
        return None
    room = kind_of(title.value) if title is not None else None
    if (
        title is not None
        and room == "secure hospital ward"
        and (psychiatric := _first(front, _PSYCHIATRIC)) is not None
    ):
        # "Elm Hospital, Closed Ward B", and below it "a visit to a psychiatric hospital".
        return replace(psychiatric, value="psychiatric hospital")
    if title is not None and room in _WITHIN_OTHERS:
        # Customs rooms at an airport, a guarded ward of a hospital: not what the building is.
        return Sighting(room, title.block, title.start, title.end, 0.9)
    longer = _longer_name(place, front)
    for seen, confidence in ((longer, 0.85), (place, 0.95), (title, 0.9)):
        found = kind_of(seen.value) if seen is not None else None
        if found == "care home" and (cared := _first(front, _DISABLED)) is not None and _first(front, _OLD) is None:
            return replace(cared, value="disability institution")
        if seen is not None and found is not None:
            return Sighting(found, seen.block, seen.start, seen.end, confidence)
    if place is not None and place.block is not None and len(place.block.text) < _SHORT_BLOCK:
        # "Location | Dom Lipica (retirement home)": the name in its own language, the kind behind it.
        found = kind_of(str.__str__(place.block.text))
        if found is not None:
            return whole(found, place.block, 0.8)
    stated = _stated(front)
    if stated is not None:
        return stated
    if title is not None and re.search(r"places of detention|places of deprivation", title.value, re.IGNORECASE):
        return Sighting("mixed", title.block, title.start, title.end, 0.8)
    if place is None and title is not None and (_MANY_VISITS.search(title.value) or _OF_STATE.search(title.value)):
        return None
    return told_kind([seen.value for seen in (title, place) if seen is not None], front.prose)


def _first(front: Front, pattern: re.Pattern[str]) -> Sighting[str] | None:
    """Find words in the first blocks, wherever they stand there."""
    for block in front.opening:
        found = pattern.search(block.text)
        if found is not None:
            return Sighting(found.group(), block, found.start(), found.end(), 0.8)
    return None


def _longer_name(place: Sighting[str] | None, front: Front) -> Sighting[str] | None:
    """Find a longer form of the name that says whom it holds: ``Ostrov Centre for Foreigners``."""
    if place is None or len(place.value) > _LONGEST_NAME:
        return None
    longer = re.compile(re.escape(place.value) + _FOR_WHOM)
    for block in front.body:
        found = longer.search(block.text)
        if found is not None:
            return Sighting(found.group(), block, found.start(), found.end(), place.confidence)
    return None


def _stated(front: Front) -> Sighting[str] | None:
    """Read a field such as ``Type of service: Nursing home``."""
    for block in front.opening:
        field = _FIELD.match(block.text)
        found = kind_of(field["kind"]) if field is not None else None
        if field is not None and found is not None:
            return Sighting(found, block, field.start("kind"), field.end("kind"), 0.9)
    for fact in facts(front, "type"):
        found = kind_of(fact.value)
        if found is not None:
            return Sighting(found, fact.block, fact.start, len(fact.block.text), 0.9)
    return None
