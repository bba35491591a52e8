"""Names and titles that speak of places of several types: ``Elm Police Post and Oak Prison``."""

from __future__ import annotations

import re

from ingest.metadata.casing import readable
from ingest.metadata.kind_words import kind_of
from ingest.metadata.named_places import NAMED, is_generic_name
from ingest.metadata.sighting import Sighting
from ingest.taxonomy import MIXED, broader_place_type

_GAP = re.compile(r"\s*(?:[;,]|\band\b|&)\s+")
# "youth and police custody", "prison and police cells": one noun for both.
_SHARED = re.compile(
    r"\b(?P<one>youth|juvenile|police|prison|court|remand|immigration|psychiatric|military|care|nursing)\s+and\s+"
    r"(?P<other>[\w-]+)\s+(?P<noun>custody|detention|institutions|facilities|cells|stations|homes|hospitals|centres|"
    r"centers|establishments)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:prisons|jails|stations|cells|hospitals|homes|institutions|facilities|centres|centers|wards|clinics|suites|"
    r"establishments|custody|detention|premises|detention facility|court)\b",
    re.IGNORECASE,
)

# "police custody and a home for older persons": told without a name.
_ONE = re.compile(
    r"(?:an?|one)\s+(?:[\w'’-]+\s+){0,2}(?:prison|jail|station|hospital|home|institution|facility|centre|center|clinic)\b",
    re.IGNORECASE,
)
# "Elm Correctional Centre and police cells": a place by its name, and others by their kind.
_AND_OTHERS = re.compile(
    r"\s*(?:,|and|&)\s+(?:the\s+|its\s+)?(?:[\w-]+\s+)?(?:police|court|military|prison|immigration)\s+"
    r"(?:cells|stations?|posts?|custody|lock-?ups?)\b",
    re.IGNORECASE,
)


def find_several(place: Sighting[str] | None, title: Sighting[str] | None) -> Sighting[str] | None:
    """Return ``mixed`` where the place, or the title of a report without one, names places of more than one type."""
    # A title may name three places of which only the first was taken for the place.
    named = title is not None and len(NAMED.findall(title.value)) > 1
    if title is not None and place is not None:
        named = named or bool(_AND_OTHERS.match(title.value.partition(place.value)[2]))
    whole = title is not None and place is not None and place.value in title.value and named
    for seen in (place or title, title if whole else None):
        if seen is not None and names_several_kinds(readable(seen.value)):
            return Sighting(MIXED, seen.block, seen.start, seen.end, 0.9)
    return None


def names_several_kinds(text: str) -> bool:
    """Say whether a name or title names places of more than one type; such a document is ``mixed``."""
    spread = _SHARED.sub(lambda match: f"{match['one']} {match['noun']} and {match['other']} {match['noun']}", text)
    kinds: set[str] = set()
    if ";" in text:
        # A list of places, each of a kind of its own.
        told = (kind_of(part) for part in text.split(";"))
        return len({broader_place_type(kind) for kind in told if kind is not None and kind != MIXED}) > 1
    for part in _GAP.split(spread):
        named = NAMED.search(part)
        kind = (
            kind_of(part)
            if _PLURAL.search(part) or _ONE.match(part) or (named and not is_generic_name(named["place"]))
            else None
        )
        if kind is not None and kind != MIXED:
            kinds.add(broader_place_type(kind))
    return len(kinds) > 1
