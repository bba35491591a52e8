"""The place of detention that a title or an opening names."""

from __future__ import annotations

import re
from collections import Counter

from ingest.dates import find_dates

_VISITING = (
    r"(?:inspection|visit|monitoring|monitoring visit|review|examination|inspections|visits|assessment|audit|"
    r"oversight)"
)
_ADJECTIVES = (
    r"(?:(?:full|unannounced|announced|follow[- ]?up|scrutiny|regular|periodic|ad hoc|night|joint|thematic|"
    r"compliance|short|"
    r"preventive|initial|routine|on-site|special|annual|targeted|\d{4})\s+)*"
)
_PATTERNS = (
    re.compile(
        rf"\b{_ADJECTIVES}{_VISITING}\s+(?:report\s+)?(?:of|to|at|in)\s+(?:the\s+)?(?P<place>.+)$", re.IGNORECASE
    ),
    re.compile(rf"\b{_ADJECTIVES}{_VISITING}(?:\s+report)?\s*(?:[:–—]|\s-)\s*(?P<place>.+)$", re.IGNORECASE),
    re.compile(r"\breport\s+(?:on|about)\s+(?:the\s+)?(?P<place>.+)$", re.IGNORECASE),
)
_TYPE_WORD = (
    r"(?:Prison|Prisons|Institution|Centre|Center|Hospital|Establishment|Facility|Jail|Gaol|Barracks|Home|"
    r"Unit|House|Station|"
    r"Penitentiary|Ward|Clinic|Complex|Camp|Colony|Suite|Lock-?up|School)"
)
_NAMED = re.compile(
    r"\b(?P<place>(?:(?:HM(?:P|YOI|P/YOI|P & YOI)?|YOI|JVA|IRC|STC)\s+(?:[A-Z][\w'’-]+\s?){1,4}"
    rf"|(?:[A-Z][\w'’.-]+\s+){{1,5}}{_TYPE_WORD}(?:\s+(?:No\.?|Number)\s*\d+)?"
    r"|Centre pénitentiaire (?:de\s+)?[A-Z]\S+|Maison d[’']arrêt (?:de\s+)?[A-Z]\S+))"
)
_FIELD = re.compile(
    r"^(?:name of (?:the )?)?(?:place(?: visited)?|establishment|institution|facility|prison|"
    r"location visited|site|courts?)\s*:\s*(?P<place>[^.]{3,160})",
    re.IGNORECASE,
)
_VISITED = re.compile(
    r"\b(?:visited|visits? to|inspected|monitored)\s+(?:the\s+)?(?P<place>[A-Z][^.;()]{4,200}?)(?=[.;(]|"
    r"\s+(?:on|from|between|in|to|for|without|and\s+(?:spoke|met))\b)"
)
_LEAST_MENTIONS = 2
_COVERED = re.compile(
    r"^(?P<place>(?:[Pp]olice|[Cc]ourt|[Mm]ilitary|[Ii]mmigration)\s+(?:custody|detention|cells)\b.*\b(?:in|"
    r"at)\s+.*[A-Z].*)$"
)
_GENERIC = re.compile(
    rf"^(?:{_TYPE_WORD}|the|of|for|no\.?|number|\d+|penitentiary|correctional|detention|police|psychiatric|\s)+$",
    re.IGNORECASE,
)


def place_in_title(title: str) -> str | None:
    """Read the place from a title such as ``Report on an unannounced inspection of HMP Ashwick``.

    Args:
        title: a title or main heading.

    Returns:
        The place as printed, without dates and what follows them; ``None`` where the title names none.
    """
    for pattern in _PATTERNS:
        found = pattern.search(title)
        if found is None:
            continue
        place = _trim(found["place"])
        again = next((p.search(place) for p in _PATTERNS[:2] if p.search(place)), None)
        if again is not None:
            place = _trim(again["place"])
        if _is_place(place):
            return place
    covered = _COVERED.match(title)
    if covered is not None:
        return re.sub(r"\s+", " ", covered["place"])
    named = _NAMED.search(title)
    return _trim(named["place"]) if named else None


def place_in_text(texts: list[str]) -> str | None:
    """Read the place from fields (``Place: ...``), then from sentences such as ``visited X and Y``.

    Args:
        texts: the opening blocks of a document.

    Returns:
        The place or places as printed, or ``None``.
    """
    for text in texts:
        found = _FIELD.match(text)
        if found is not None:
            return _trim(found["place"])
    for text in texts:
        found = _VISITED.search(text)
        if found is not None and _NAMED.search(found["place"]):
            place = re.sub(r"\s+", " ", found["place"]).strip(" ,")
            return place if place.count(",") >= 1 and " and " in place else _trim(place)
    named = Counter(_trim(found["place"]) for text in texts for found in _NAMED.finditer(text))
    if not named:
        return None
    place, times = named.most_common(1)[0]
    return place if times >= _LEAST_MENTIONS else None


def _trim(place: str) -> str:
    dates = find_dates(place)
    if dates:
        place = place[: dates[0].start]
    place = re.sub(r"\s*\([^()]*\)?\s*$", "", place)
    place = re.sub(r"\s+(?:on|from|between|in|dated|of)\s*(?:the\s+)?$", "", place.strip(" ,.;:–—-("))
    place = re.split(r"\s+[–—|]\s+|\s+-\s+", place)[0]
    head, comma, _ = place.partition(",")
    if comma and not _GENERIC.match(head) and len(head.split()) >= 2:
        place = head
    place = re.sub(r"\s+(?:local authority )?children['’]s services$", "", place)
    return re.sub(r"\s+", " ", re.sub(r"^the\s+", "", place)).strip(" ,.;:–—-(")


def _is_place(place: str) -> bool:
    """Say whether a phrase names one place: a proper name, and not a topic such as ``recommendations``."""
    if len(place) < 3 or len(place.split()) > 14:
        return False
    return any(word[:1].isupper() for word in place.split()) and not re.match(
        r"(?:recommendations?|progress|implementation|activities|findings|conditions|standards|report|"
        r"the (?:year|period))\b",
        place,
        re.IGNORECASE,
    )
