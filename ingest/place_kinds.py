"""The type of place that a name, a title or a whole document speaks of."""

from __future__ import annotations

import re

from ingest.front import Front
from ingest.sighting import Sighting, whole
from ingest.taxonomy import place_type_counts, place_type_of

# What single words do not tell: the words together, as they stand in names of places.
_TOGETHER: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "court custody",
        re.compile(
            r"\bcourt(?:house|s)? (?:custody|cells?|holding|detention)|\bcells? (?:at|of|in|beneath|under|"
            r"below) .{0,30}\bcourt",
            re.I,
        ),
    ),
    (
        "juvenile institution",
        re.compile(
            r"\b(?:educational[- ]correctional|correctional[- ]educational|educational (?:centre|center))\b|"
            r"\b(?:child|children|children['’]s|youth|young (?:people|persons?)|minors|boys|girls)\b(?:['’]s)?\s+"
            r"(?:\w+\s+)?(?:detention|custody|justice|correction\w*|remand)\b|\b(?:detention|custody|correction\w*|"
            r"prison) (?:\w+ )?(?:of|for) (?:children|minors|juveniles|young)",
            re.I,
        ),
    ),
    (
        "immigration detention",
        re.compile(
            r"\b(?:immigration|foreigners|aliens?|migrants?|asylum|removal|deportation|pre-removal|return)\b['’]?\s+"
            r"(?:\w+\s+)?(?:cent(?:re|er)s?|facilit(?:y|ies)|detention|holding|house|camp|unit)\b|\breturn flight|"
            r"\b(?:centre|center|facility|house|camp|institution) for (?:\w+ )?(?:foreigners|aliens|migrants|asylum)|"
            r"\bhotspot\b|\bholding (?:room|facility) at .{0,30}\bairport",
            re.I,
        ),
    ),
    (
        "psychiatric hospital",
        re.compile(
            r"\b(?:secure|closed|locked|forensic) (?:\w+ )?(?:ward|unit|clinic|hospital)s?\b|\basylum hospital", re.I
        ),
    ),
    (
        "substance treatment",
        re.compile(
            r"\b(?:drug|alcohol|narcolog\w*|addiction)\b (?:\w+ )?(?:rehabilitation|treatment|dependency)", re.I
        ),
    ),
    (
        "secure children's home",
        re.compile(r"\b(?:special|secure) care (?:unit|home|centre)s? for children|\bsecure (?:care )?home", re.I),
    ),
    (
        "care home",
        re.compile(
            r"\b(?:home|house|centre) for (?:the )?(?:elderly|older|aged|old|seniors?)|\bseniors?['’]? home|"
            r"\bgeriatric",
            re.I,
        ),
    ),
    (
        "police custody",
        re.compile(
            r"\b(?:polizei\w*|politie\w*|policía|commissariat|garda|gardaí|comisaría|lock-?ups?|watch ?house)\b", re.I
        ),
    ),
    (
        "prison",
        re.compile(
            r"\b(?:HMP|HMYOI|justizvollzug\w*|fengsel|fængsel|vankila|prigione|penitenciar\w*|cárcel|"
            r"kriminalvård\w*|häkte\w*|ZPKZ|pre-?trial (?:detention|facility)|remand (?:prison|centre)|colony)\b",
            re.I,
        ),
    ),
)
_FIELD = re.compile(
    r"^(?:type|category|kind)(?: of (?:the )?(?:institution|centre|center|unit|place|service|establishment|"
    r"facility|home|detention))?"
    r"\s*(?::|\|)\s*(?P<kind>[^|]{3,80})",
    re.IGNORECASE,
)
_FOR_WHOM = r" for (?:[A-Z]\w+(?: [A-Z]\w+)*|(?:\w+ )?(?:foreigners|aliens|migrants|children|minors|juveniles|women)\b)"
SERVICES = re.compile(
    r"\b(?:children['’]s|adult) (?:social care )?services\b|\bservices for children|\bsocial care services\b",
    re.IGNORECASE,
)
_LEAST_WORDS, _LONGEST_NAME = 3, 80


def find_place_type(place: Sighting[str] | None, title: Sighting[str] | None, front: Front) -> Sighting[str] | None:
    """Find the type of the place: from its name, from the title, from the first paragraphs, from the whole text.

    Args:
        place: as found, if it was.
        title: of the document.
        front: the document.

    Returns:
        A type of ``ingest.taxonomy.PLACE_TYPES``, or ``mixed``; ``None`` where fewer than three words speak of any, or
        none of the types has half of them, or an authority's services were inspected and not a place.
    """
    if title is not None and SERVICES.search(title.value):
        return None
    longer = _longer_name(place, front)
    for seen, confidence in ((longer, 0.85), (place, 0.95), (title, 0.9)):
        found = kind_of(seen.value) if seen is not None else None
        if seen is not None and found is not None:
            return Sighting(found, seen.block, seen.start, seen.end, confidence)
    stated = _stated(front) or _hospital(place, front)
    if stated is not None:
        return stated
    if title is not None and re.search(r"places of detention|places of deprivation", title.value, re.IGNORECASE):
        return Sighting("mixed", title.block, title.start, title.end, 0.8)
    counts = place_type_counts(front.text)
    young = len(re.findall(r"\b(?:adolescents?|teenagers?)\b", front.text, re.IGNORECASE))
    if young:
        counts["juvenile institution"] = counts.get("juvenile institution", 0) + young
    total = sum(counts.values())
    if total < _LEAST_WORDS:
        return None
    top = max(counts, key=lambda kind: counts[kind])
    if counts[top] * 2 < total:
        return None
    block = next((block for block in front.report.blocks if top in place_type_counts(block.text)), None)
    if block is None:
        block = next((one for one in front.body if re.search(r"adolescent|teenager", one.text, re.IGNORECASE)), None)
    confidence = round(0.5 + 0.3 * counts[top] / total, 2)
    return whole(top, block, confidence) if block is not None else None


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
    return None


def _hospital(place: Sighting[str] | None, front: Front) -> Sighting[str] | None:
    """Tell a ward or hospital whose patients are detained from a general one."""
    if place is None or not re.search(r"\b(?:ward|hospital|clinic)\b", place.value, re.IGNORECASE):
        return None
    for block in front.opening:
        found = re.search(r"\bmental health\b|\bdetained patients|\bpsychiatr", block.text, re.IGNORECASE)
        if found is not None:
            return Sighting("psychiatric hospital", block, found.start(), found.end(), 0.75)
    return None


def kind_of(name: str) -> str | None:
    """Return the type that a name or title speaks of: by words that stand together, else by single words."""
    for kind, pattern in _TOGETHER[:-1]:
        if pattern.search(name):
            named = place_type_of(name)
            return "mixed" if named == "mixed" else kind
    return place_type_of(name) or next((kind for kind, pattern in _TOGETHER[-1:] if pattern.search(name)), None)
