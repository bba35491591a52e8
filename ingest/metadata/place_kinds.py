"""The type of place that a name, a title or a whole document speaks of."""

from __future__ import annotations

import re

from ingest.metadata.front import Front
from ingest.metadata.held_persons import first_telling, kinds_weighed
from ingest.metadata.sighting import Sighting, whole
from ingest.taxonomy import place_type_of

# What single words do not tell: the words together, as they stand in names of places.
_TOGETHER: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "court custody",
        re.compile(
            r"\bcourt(?:house|s)? (?:custody|cells?|lock-?ups?|holding|detention)|"
            r"\bcells\b.{0,30}\b(?:hall|palace) of justice|\b(?:cells?|lock-?ups?|holding (?:rooms?|areas?)) (?:at|of|"
            r"in|beneath|under|below) .{0,30}\bcourt",
            re.I,
        ),
    ),
    (
        "return flight",
        re.compile(
            r"\b(?:return|removal|deportation|charter|expulsion|joint return)s? (?:\w+ )?(?:flights?|operations?)\b|"
            r"\bforc(?:ed|ible) (?:return|removal|expulsion|deportation|repatriation)s?\b|\b(?:escorted|"
            r"charter) (?:return|removal|deportation)s?|\b(?:deportation|removal|return)s? by (?:air|sea)\b|"
            r"\bflight (?:\w+ ){0,3}(?:from|to) [A-Z]",
            re.I,
        ),
    ),
    (
        "transport",
        re.compile(
            r"\b(?:escort(?:ing)?|convoy(?:ing)?|transport(?:ation)?|transfers?)\b (?:\w+ ){0,2}(?:units?|services?|"
            r"vehicles?|vans?|regiment|department|section|groups?|company|brigade)\b|"
            r"\b(?:transport(?:ation)?|transfers?|escort(?:ing)?|conveyance) of (?:\w+ ){0,2}(?:prisoners?|detainees?|"
            r"persons|people|patients|inmates)|\b(?:prisoner|detainee|custody|court) (?:escorts?|transport\w*)\b|"
            r"\b(?:cellular|prison|escort) (?:vehicles?|vans?|buses|trains?)\b",
            re.I,
        ),
    ),
    (
        "customs",
        re.compile(r"\bcustoms\b(?! (?:and|of) (?!excise|border))", re.I),
    ),
    (
        "military detention",
        re.compile(r"\b(?:military|army|navy|naval|air force|garrison|barracks|regiment|guardhouse|stockade)\b", re.I),
    ),
    (
        "secure children's home",
        re.compile(
            r"\b(?:care home|home service|residential (?:home|care))\b.{0,60}\bchildren\b|"
            r"\b(?:special|secure) care (?:unit|home|centre)s? for children|\bsecure (?:care )?home",
            re.I,
        ),
    ),
    (
        "juvenile institution",
        re.compile(
            r"\b(?:educational[- ]correctional|correctional[- ]educational|educational (?:centre|center))\b|"
            r"\b(?:child|children|children['’]s|youth|young (?:people|persons?)|minors|boys|girls)\b(?:['’]s)?\s+"
            r"(?:\w+\s+)?(?:detention|custody|justice|correction\w*|remand)\b|\b(?:detention|custody|correction\w*|"
            r"prison|centre|center|institution|facility|unit) (?:(?:for|of) \w+ |\w+ )?(?:of|for) (?:children|"
            r"minors|juveniles|"
            r"adolescents|youths?|young|boys|girls)|"
            r"\b(?:young (?:people|persons?|offenders?)|youth|adolescents?|juveniles?)\b(?:['’]s|"
            r"['’])?\s+(?:\w+\s+){0,2}"
            r"(?:cent(?:re|er)|unit|facility|institution|home|residence|house|campus|colony|prison)\b|"
            r"\bcentre éducatif\b|\bprotection judiciaire de la jeunesse\b|\bcentro educativo\b|"
            r"\bsocio-?\s?educati(?:ve|onal)\b|\bre-?education(?:al)?\b|\b(?:reform|approved|training) school\b|"
            r"\bchild(?:ren)?(?:['’]s)? (?:welfare|care) (?:institution|centre|facility|unit)\b|\bteenage|"
            r"^(?!.*HMP).*\bYOI\b",
            re.I,
        ),
    ),
    (
        "immigration detention",
        re.compile(
            r"\b(?:immigration|repatriation|foreigners|aliens?|migrants?|asylum|removal|deportation|pre-removal|"
            r"return)\b['’]?\s+"
            r"(?:\w+\s+)?(?:cent(?:re|er)s?|facilit(?:y|ies)|detention|holding|house|camp|unit|station|post|office|"
            r"shelter|"
            r"accommodation|police)\b|\bmigration (?:station|cent(?:re|er)|detention|post|facility)|"
            r"\bborder (?:police|guard|"
            r"post|crossing|patrol|force)\b|"
            r"\b(?:centre|center|facility|house|camp|institution) for (?:\w+ )?(?:foreigners|aliens|migrants|asylum)|"
            r"\bcentre de rétention\b|\bzone d[’']attente\b|\b(?:irregular|undocumented) migrants\b|"
            r"\btransit (?:zone|area)\b|\bshort-?\s?term holding\b|\breception shelter\b|\bhotspot\b|\bIRC\b|"
            r"\bholding (?:room|facility) at .{0,30}\bairport",
            re.I,
        ),
    ),
    (
        "secure hospital ward",
        re.compile(
            r"\b(?:secure|closed|locked|guarded|custod(?:y|ial)|detention|prison(?:er)?s?['’]?|isolation) (?:\w+ )?"
            r"(?:wards?|wing|rooms?|beds?)\b(?! (?:for|of) (?:psychiatr|mental))(?!.*(?:psychiatr|mental|forensic))"
            r"(?=.*\b(?:hospital|clinic|infirmary|medical cent(?:re|er))\b)|"
            r"\b(?:hospital|clinic|infirmary|medical cent(?:re|er))\b(?!.*(?:psychiatr|mental|"
            r"forensic)).*\b(?:secure|closed|"
            r"locked|guarded|custod(?:y|ial)|detention|prison(?:er)?s?['’]?) (?:\w+ )?(?:wards?|wing|rooms?|beds?|"
            r"unit)\b|"
            r"\bwards? for (?:\w+ )?(?:prisoners|detainees|detained persons|inmates)\b",
            re.I,
        ),
    ),
    (
        "psychiatric hospital",
        re.compile(
            r"\b(?:secure|closed|locked|forensic) (?:\w+ )?(?:ward|unit|clinic|hospital)s?\b(?!.*\b(?:elderly|older|"
            r"aged|"
            r"nursing|dementia|seniors)\b)|\basylum hospital|"
            r"\bREMS\b|"
            r"\b(?:execution of )?security measures\b|\bmental(?:ly)?[- ](?:health|ill|disorder\w*)\b",
            re.I,
        ),
    ),
    (
        "substance treatment",
        re.compile(
            r"\b(?:drugs?|alcohol|narcolog\w*|addictions?|substance)\b (?:\w+ )?(?:rehabilitation|treatment|dependency|"
            r"dependence|detoxification|clinic|centre|center|dispensary)\b|\bnarcolog\w*|\bsobering",
            re.I,
        ),
    ),
    (
        "disability institution",
        re.compile(r"\bdisabilit(?:y|ies)\b|\b(?:intellectually|mentally|physically) (?:disabled|impaired)\b", re.I),
    ),
    (
        "care home",
        re.compile(
            r"\bEHPAD\b|\bcare (?:of|for) (?:the )?(?:elderly|older|aged|old)\b|\b(?:pflegeheim|altenheim|sykehjem|"
            r"hooldekodu)\w*|\b(?:home|house|centre) for (?:the )?(?:elderly|older|aged|old|seniors?)|"
            r"\bseniors?['’]? home|"
            r"\b(?:geriatric|gerontolog\w*|dementia|hospice)\b|\b(?:elder|elderly|aged|senior|older persons?['’]?|"
            r"pensioners?['’]?)"
            r" (?:care|citizens?|residence)\b",
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
        "remand prison",
        re.compile(
            r"\bremand\b|\bpre-?\s?trial\b|\bSIZO\b|\bmaison d[’']arrêt|\barrest house|\buntried\b|"
            r"\binvestigat(?:ion|ive|ory) (?:isolat|detention|prison)",
            re.I,
        ),
    ),
    (
        "prison",
        re.compile(
            r"\bcent(?:re|er) for (?:the )?deprivation of liberty\b|"
            r"\b(?:HMP|HMYOI|justizvollzug\w*|fengsel|fængsel|vankila|prigione|penitenciar\w*|cárcel|"
            r"centre pénitentiaire|établissement pénitentiaire|maison centrale|centre de détention|casa di reclusione|"
            r"centro penitenciario|casa circondariale|kriminalvård\w*|häkte\w*|ZPKZ|colony|"
            r"prisional|presídio|penitenciária|casa di reclusione|zakład karny|věznice|väznica|kaznionica|zatvor|"
            r"justizanstalt|statsfængslet|arresthuset)\b",
            re.I,
        ),
    ),
)
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
_CLINICAL = re.compile(
    r"\b(?:ward|hospital|clinic|hospitalier|hôpital|hospices?|ospedale|krankenhaus|klinik\w*|landesklinik\w*|"
    r"sykehus\w*|"
    r"sjukhus\w*|sygehus\w*|sairaala|nemocnice|nemocnica|szpital|bolnica|bolnišnica|spital\w*|haigla|ziekenhuis)\b",
    re.IGNORECASE,
)
_WITHIN_OTHERS = frozenset({"court custody", "customs", "return flight", "secure hospital ward", "transport"})
_MANY_VISITS = re.compile(r"\bannual report\b|\bin figures\b|\bstatistics\b", re.IGNORECASE)
_LEAST_WORDS, _LONGEST_NAME, _SHORT_BLOCK, _AHEAD = 3, 80, 200, 1.25


def find_place_type(place: Sighting[str] | None, title: Sighting[str] | None, front: Front) -> Sighting[str] | None:
    """Find the type of the place: from its name, from the title, from the first paragraphs, from the whole text.

    Args:
        place: as found, if it was.
        title: of the document.
        front: the document.

    Returns:
        A type of ``ingest.taxonomy.PLACE_TYPES``, or ``mixed``; ``None`` where fewer than three words speak of
        several types, or none has half of them, or an authority's services were inspected and not a place.
    """
    if title is not None and SERVICES.search(title.value):
        return None
    room = kind_of(title.value) if title is not None else None
    if title is not None and room in _WITHIN_OTHERS:
        # Customs rooms at an airport, a guarded ward of a hospital: not what the building is.
        return Sighting(room, title.block, title.start, title.end, 0.9)
    longer = _longer_name(place, front)
    for seen, confidence in ((longer, 0.85), (place, 0.95), (title, 0.9)):
        found = kind_of(seen.value) if seen is not None else None
        if seen is not None and found is not None:
            return Sighting(found, seen.block, seen.start, seen.end, confidence)
    if place is not None and place.block is not None and len(place.block.text) < _SHORT_BLOCK:
        # "Location | Dom Lipica (retirement home)": the name in its own language, the kind behind it.
        found = kind_of(str.__str__(place.block.text))
        if found is not None:
            return whole(found, place.block, 0.8)
    stated = _stated(front) or _hospital(place, front) or _described(place, front)
    if stated is not None:
        return stated
    if title is not None and re.search(r"places of detention|places of deprivation", title.value, re.IGNORECASE):
        return Sighting("mixed", title.block, title.start, title.end, 0.8)
    if place is None and title is not None and _MANY_VISITS.search(title.value):
        return None
    counts = kinds_weighed(place.value if place is not None else "", [*front.furniture, *front.body])
    total = sum(counts.values())
    if total < _LEAST_WORDS and len(counts) != 1:
        return None
    (top, most), *others = counts.most_common(2)
    if most * 2 < total and most < _AHEAD * others[0][1]:
        return None
    block = first_telling(top, front.report.blocks)
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
    if place is None or not _CLINICAL.search(place.value):
        return None
    for block in front.opening:
        found = re.search(r"\bmental health\b|\bdetained patients|\bpsychiatr", block.text, re.IGNORECASE)
        if found is not None:
            return Sighting("psychiatric hospital", block, found.start(), found.end(), 0.75)
    return None


def _described(place: Sighting[str] | None, front: Front) -> Sighting[str] | None:
    """Read from a sentence about the place, named by its last word, whom it holds or what it is."""
    words = re.findall(r"[^\W\d_]{3,}", place.value) if place is not None else []
    if not words:
        return None
    said = re.compile(
        rf"\b{re.escape(words[-1])}\b[^.;]{{0,60}}?\b(?:is an?|holds|houses|accommodates|receives|takes|serves|held|"
        r"detains)\b[^.;]{3,160}",
        re.IGNORECASE,
    )
    for block in front.opening:
        found = said.search(block.text)
        kind = kind_of(found.group()) if found is not None else None
        if found is not None and kind is not None and kind != "mixed":
            return Sighting(kind, block, found.start(), found.end(), 0.75)
    return None


def kind_of(name: str) -> str | None:
    """Return the type that a name or title speaks of: by words that stand together, else by single words."""
    for kind, pattern in _TOGETHER[:-1]:
        if pattern.search(name):
            named = place_type_of(name)
            return "mixed" if named == "mixed" else kind
    return place_type_of(name) or next((kind for kind, pattern in _TOGETHER[-1:] if pattern.search(name)), None)
