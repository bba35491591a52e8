"""Names of wings, houses and establishments told in a list: "in four houses, called Aster, Birch and Joy"."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED
from redaction.union import Ranges

_NAME: Final = rf"{CAPITALISED}(?:[ \n]{CAPITALISED}){{0,2}}"
_LIST: Final = rf"(?P<list>{_NAME}(?:,[ \n]{_NAME}){{0,9}},?[ \n](?:and|or|&)[ \n]{_NAME})"
_PARTS: Final = (
    r"(?:houses|units|wings|groups|blocks|wards|pavilions|cottages|sections|landings|dormitories|departments|corridors|villas|"
    r"lodges|floors|buildings|residences|flats|apartments|rooms|halls|barracks|yards|modules|compounds|homes|centres|centers|"
    r"schools|prisons|hospitals|stations|camps)"
)
_PEOPLE: Final = (
    r"(?:young|boys|girls|men|women|children|prisoners|patients|detainees|inmates|residents|staff|officers|people|"
    r"persons)"
)
_CALLED: Final = re.compile(
    rf"\b{_PARTS}(?:\s(?:of|for)(?!\s(?:[a-z-]+\s)?{_PEOPLE})(?:\s[a-z-]+){{1,3}})?,?\s"
    rf"(?:(?:(?:which|that)\s)?(?:are|were)\s)?(?:now\s)?(?:called|named|known\sas|bearing\sthe\snames?(?:\sof)?)\s{_LIST}"
)
_PLACED: Final = re.compile(
    r"\b(?:prisons|jails|stations|colonies|penitentiaries|districts|municipalities|towns|cities|villages|communes|counties|"
    rf"provinces|regions|islands|parishes)\s(?:of|in|at)\s{_LIST}"
)
# "Units Aster and Birch hold 20 each", "Avdeling Aster and Avdeling Birch": the word for the parts before their names.
_UNIT: Final = (
    r"(?:Unit|Ward|Wing|House|Block|Pavilion|Cottage|Villa|Avdeling|Afdeling|Avdelning|Abteilung|Wohngruppe|Haus|Station|Osasto|Oddział|Pawilon|Oddelek|Odjel|"
    r"Módulo|Pabellón|Pavilhão|Ala|Padiglione|Reparto|Quartier|Pavillon|Bâtiment)"
)
_NAMED: Final = re.compile(
    r"\b(?:Units|Wards|Wings|Houses|Blocks|Pavilions|Cottages|Villas|(?:[Tt]he|[Oo]f|[Ii]n|[Oo]n|[Bb]oth)\s(?:units|wards|wings|houses|blocks|pavilions|cottages|villas))\s"
    rf"{_LIST}(?=[,.;:)]|\s[a-z])"
)
_TWICE: Final = re.compile(
    rf"\b(?P<list>(?P<unit>{_UNIT})\s{CAPITALISED}(?:,\s(?P=unit)\s{CAPITALISED}){{0,4}}\s(?:and|or|&)\s(?P=unit)\s{CAPITALISED})"
)
_AMONG: Final = re.compile(
    r"\b(?:two|three|four|five|six|other|further|these)\s(?:[a-z]+\s){0,2}(?:centres|centers|prisons|jails|hospitals|homes|"
    rf"establishments|institutions|colonies|camps|facilities|stations|units|wards|wings),\s{_LIST}(?=[,.;)])"
)


def listed_places(text: str) -> Ranges:
    """Return where lists of names stand that a text gives to parts of an establishment or to places in the plural."""
    return Ranges(
        match.span("list") for pattern in (_CALLED, _PLACED, _AMONG, _NAMED, _TWICE) for match in pattern.finditer(text)
    )
