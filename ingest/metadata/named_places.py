"""Names of places of detention as they are written: by the type of place, by an abbreviation, in other languages."""

from __future__ import annotations

import re

from ingest.metadata.places_abroad import names_abroad

TYPE_WORD = (
    r"(?:Prisons?|Institution|Centre|Center|Hospital|Establishment|Facility|Jail|Gaol|Barracks|Home|Campus|"
    r"Unit|House|Station|Penitentiary|Ward|Clinic|Complex|Camp|Colony|Suite|Lock-?up|School|Hall|Infirmary|"
    r"Headquarters|Isolator|Therapeutic Community|"
    r"Reformatory|Asylum|Airport|Court|Courthouse|Jailhouse|Hostel|Lodge|Residence|Village|"
    r"Police (?:Post|Section|Directorate|Department|Office|Headquarters|Division|Precinct|Cells)|Justice Cent(?:er|re)|"
    r"Prison Farm|"
    r"Guardhouse|Detachment|fengsel|Fengsel|fængsel|vankila|Sanatorium|Shelter|Farm|Cells)"
)
QUALIFIER = (
    r"(?:(?:remand|open|closed|women['’]s|men['’]s|central|district|regional|local|county|police|psychiatric|nursing|"
    r"care|retirement|children['’]s|secure|youth|juvenile|detention|immigration|removal|reception|custody|forensic|"
    r"training|social|residential|high[- ]security|maximum[- ]security|mental|health|pre-?trial|correctional|court|"
    r"treatment|university|state|military|holding|special|accommodation)\s+){0,4}"
)
_NAME = r"[A-ZÀ-ÞĀ-Ž][\w'’.-]*"
NAMES = rf"{_NAME}(?:[ -](?:{_NAME}|de|la|del|da|sur|le|les|of|the|i|på|nad|und|am|im|an der)){{0,4}}"
# Whom a place is for, between its kind and its name: "Detention Centre for Foreigners Ostrov".
_WHOM = (
    r"(?i:foreigners|foreign nationals|aliens|migrants|asylum[- ]seekers|minors|juveniles|adolescents|children|"
    r"women|men|"
    r"girls|boys|seniors|elderly|older (?:persons|people)|adults|(?:persons|people|adults) with disabilities|prisoners|"
    r"young (?:people|persons|offenders)|drug users)"
)
# "Serra da Lua Regional Prison"
_PARTICLE = r"(?:(?:de (?:la|los|las)|de|do|da|dos|das|del|di|du|des|la|le|el|van|von|der|nad|pod)\s+)?"
_NUMBER = r"(?:No\.?|Nr\.?|Number|№|#)\s*\d+"
# Kinds of places in the languages of States, which stand before the name.
_FOREIGN_KIND = (
    r"(?:Prison(?: (?:civile|centrale|locale))?(?= d(?:e|u|es)\s| d['’])|"
    r"Centre (?:pénitentiaire|de détention|de rétention|hospitalier|éducatif)(?: (?:administrative|fermé|spécialisé|"
    r"universitaire))?|Maison (?:d[’']arrêt|centrale)|Établissement (?:pénitentiaire|public de santé)|Hôpital|"
    r"Commissariat|"
    r"Centro (?:Penitenciario|de Detención|de Internamiento(?: de Extranjeros)?|Educativo|de Readaptación Social)|"
    r"(?:Complejo|Establecimiento) Penitenciario|Comisaría|Cárcel|Penal|Estabelecimento Prisional|Presídio|"
    r"Penitenciária|"
    r"Casa (?:[Cc]ircondariale|di [Rr]eclusione)|Istituto [Pp]enale(?: per i [Mm]inorenni)?|Ospedale|"
    r"Justiz(?:vollzugs)?anstalt|Jugendanstalt|Klinikum|Krankenhaus|Landesklinik|Pflegeheim|Seniorenheim|"
    r"Polizei(?:inspektion|gefängnis|anhaltezentrum|revier|wache)|Penitentiaire Inrichting|Justitiële Jeugdinrichting|"
    r"Arresthuset|Statsfængslet|Anstalten|Häktet|Zakład Karny|Areszt Śledczy|Dom Pomocy Społecznej|Věznice|"
    r"Vazební věznice|Psychiatrická nemocnice|Domov|Zatvor|Kaznionica|Zavod za prestajanje kazni zapora|Penitenciarul|"
    r"Spitalul)"
)
NAMED = re.compile(
    r"(?<!\w)(?P<place>"
    rf"(?:HM(?:P(?:/YOI| (?:&|and) YOI)?|YOI)|YOI|JVA|IRC|STC|RSTHF|ZPKZ|SCI|FCI|USP|RCC)\s+{NAMES}"
    rf"|(?:{_NAME}\s+){{0,4}}{TYPE_WORD}\s+[\"“„«]{NAMES}[\"”“»](?:,?\s+(?:in\s+)?{NAMES})?"
    rf"|(?:{_NAME}\s+){{0,4}}{TYPE_WORD}\s+for\s+(?:the\s+)?{_WHOM}(?:\s+(?:in|at|of|near))?\s+{NAMES}"
    rf"|(?:{_NAME}\s+{_PARTICLE}){{1,5}}{QUALIFIER}{TYPE_WORD}(?!\w)(?:\s+{_NUMBER})?"
    rf"|(?:{_NAME}\s+){{1,5}}(?:remand prison|prison|nursing home|care home|children['’]s home|police station|"
    r"psychiatric hospital|hospital|detention centre|custody suite|secure unit|retirement home|social care home|"
    r"removal centre|reception centre|juvenile centre|jail|penitentiary|clinic|military prison|"
    r"psychiatric (?:clinic|ward)|"
    r"forensic (?:clinic|ward)|(?:social )?care centre|(?:(?:short-term|temporary) )?holding (?:centre|facility)|"
    r"detention facility|open prison|"
    r"women['’]s prison|police custody suite)(?!\w)"
    rf"|{_FOREIGN_KIND}\s+(?:de\s+|du\s+|des\s+|del\s+|d['’]|di\s+|do\s+|da\s+|i\s+|w\s+|v\s+)?(?:la\s+|l['’])?{NAMES}"
    rf"|(?:[A-Z][\w'’-]+\s+){{0,4}}(?:Prison|Penitentiary|Hospital|Establishment|Colony|Institution|Isolator|Station|"
    rf"Centre|Barracks|Home|Facility|Clinic|Unit)\s+(?:for (?:\w+\s+){{1,3}})?(?:{_NUMBER}|(?:in|of|at)\s+{NAMES})"
    rf"(?:,?\s+(?:in\s+)?{_NAME})?"
    rf"|(?:Detention Barracks|Police Station|Prison|Psychiatric Hospital|Nursing Home|Penitentiary Establishment)\s+"
    rf"(?:{_NUMBER}|{NAMES})"
    rf"|{names_abroad()})"
)
_GENERIC = re.compile(
    rf"^(?:{TYPE_WORD}|the|local|regional|district|county|of|for|in|no\.?|nr\.?|number|\d+|penitentiary|correctional|detention|police|psychiatric|"
    r"national|central|state|juvenile|remand|youth|secure|mental|health|human|rights|special|our|this|independent|"
    r"custody|visiting|nursing|care|social|penal|holding|temporary|pre-?trial|women['’]s|\s)+$",
    re.IGNORECASE,
)

# Parts of authorities, and of bodies, whose names have a word for a place.
_OF_AUTHORITY = re.compile(
    r"^(?:European|Constitutional|Supreme|High) Court\b|"
    r"\b(?:Service|Department|Administration|Agency|Directorate|Ministry|Authority)$|\bNPM\b|\bOmbud|\bPrevent|"
    r"\bAdvocate\b"
)


def is_kind(name: str) -> bool:
    """Say whether a name says only what sort of place it is, perhaps with its number: ``Central Prison No. 3``."""
    return bool(_GENERIC.match(name))


def is_generic_name(name: str) -> bool:
    """Say whether a name tells no place: ``Central Prison``, but not ``Establishment No. 16``."""
    return is_kind(name) and not re.search(_NUMBER, name)


def is_of_authority(name: str) -> bool:
    """Say whether a name is that of an authority, of a part of one or of a body: ``Prison Administration``."""
    return bool(_OF_AUTHORITY.search(name))


def is_placed(name: str, behind: str) -> bool:
    """Say whether words behind a name such as ``Central Police Station`` tell of which town it is: ``of Elmberg``."""
    return is_generic_name(name) and bool(re.match(rf"\s+(?:of|in|at)\s+{_NAME}", behind))
