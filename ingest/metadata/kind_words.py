"""The type of place that a name or a title speaks of."""

from __future__ import annotations

import re

from ingest.metadata.places_abroad import kind_abroad
from ingest.taxonomy import place_type_of

# What single words do not tell: the words together, as they stand in names of places.
_TOGETHER: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "court custody",
        re.compile(
            r"\bcourt(?:house|s)? (?:custody|cells?|lock-?ups?|holding|detention)|"
            r"\bcells\b.{0,30}\b(?:hall|palace) of justice|\b(?:cells?|lock-?ups?|holding (?:rooms?|areas?)) (?:at|of|"
            r"in|beneath|under|below) .{0,30}\bcourt|\b"
            r"(?:District|Regional|County|City|Municipal|Provincial) Court\b|\bcourthouses?$",
            re.I,
        ),
    ),
    (
        "return flight",
        re.compile(
            r"\b(?:return|removal|deportation|charter|expulsion|joint return)s? (?:\w+ )?(?:flights?|operations?)\b|"
            r"\bforc(?:ed|ible) (?:return|removal|expulsion|deportation|repatriation)s?\b|\b(?:escorted|"
            r"charter) (?:return|removal|deportation)s?|\b(?:deportation|removal|return)s? by (?:air|sea)\b|"
            r"\bflight (?:\w+ ){0,3}(?:from|to) [A-Z]|\bcharters? (?:[A-Z][\w-]+ [–—] [A-Z]|to [A-Z])",
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
        # In the south-east of Europe a prison of sentences, for adults.
        "prison",
        re.compile(r"\bpenitentiary[- ]reformatory\b|\b(?:penal[- ]correctional|correctional[- ]penal)\b", re.I),
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
            r"\bholding (?:rooms?|facilit(?:y|ies)) at .{0,30}\b(?:airport|port|harbour)\b",
            re.I,
        ),
    ),
    (
        "care home",
        re.compile(
            r"\b(?:dementia|memory[- ]care|aged[- ]care|rest)\b (?:care )?(?:units?|homes?|wards?|facilit\w+|"
            r"wings?)\b(?!.*psychiatr)",
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
            r"nursing|dementia|seniors)\b)|\basylum hospital|\b(?:custody|judicial) hospital|"
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
        re.compile(
            r"\bpsycho-?\s?neurological (?:\w+ )?(?:institution|internat|home|house|boarding|residential)|"
            r"\bdisabilit(?:y|ies)\b|\b(?:intellectually|mentally|physically) (?:disabled|impaired)\b",
            re.I,
        ),
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
_AND_ANOTHER = " and the "


def kind_of(name: str) -> str | None:
    """Return the type that a name or title speaks of: by words that stand together, else by single words.

    Of two places that a name joins, each of a type of its own, the first counts.
    """
    first, joined, second = name.partition(_AND_ANOTHER)
    if joined and second[:1].isupper() and place_type_of(name) != "mixed" and _kind_of(second) is not None:
        return _kind_of(first) or _kind_of(name)
    return _kind_of(name)


def _kind_of(name: str) -> str | None:
    for kind, pattern in _TOGETHER[:-1]:
        if pattern.search(name):
            named = place_type_of(name)
            return "mixed" if named == "mixed" else kind
    return (
        kind_abroad(name)
        or place_type_of(name)
        or next((kind for kind, pattern in _TOGETHER[-1:] if pattern.search(name)), None)
    )
