"""Registration plates of vehicles."""

from __future__ import annotations

import re
from typing import Final

from redaction.particulars.money import CURRENCIES
from redaction.particulars.things import of_the_house
from redaction.recognizers.lexis import found, left
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

# Shapes used for little else; sources: DVLA INF104 (United Kingdom since 2001), SIV (France), 1987 system (Ireland).
_SURE: Final = Sieve(
    r"(?<![\w/-])(?:[A-HJ-PR-Y][A-HJ-PR-Y][0-9]{2}\s[A-HJ-PR-Z]{3}|[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}|"
    r"[A-Z]{2}[ -]\d{1,2}[ -][A-Z]{1,3}[ -]\d{4}|"  # India, since 1989
    r"\d{1,3}\sTUN?\s\d{1,4}|"  # Tunisia
    r"[A-Z]{3}\d[A-Z]\d{2}|"  # Brazil, since 2018
    r"(?:WP|CP|SP|NP|EP|NW|NC|UP|SG)\s[A-Z]{2,3}[- ]\d{4}|"  # Sri Lanka, with its province
    r"(?:8[7-9]|9\d|0\d|1\d[12]?|2\d[12]?)-(?:C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|LM|LS|MH|MN|"
    r"MO|OY|RN|SO|T|TN|TS|W|WD|WH|WX|WW)"
    r"-\d{1,6})(?![\w/-])"
)
_ANY: Final = (
    r"(?=[A-ZÄÖÜ0-9 -]{0,12}\d)(?=[A-ZÄÖÜ0-9 -]{0,12}[A-ZÄÖÜ])[A-ZÄÖÜ0-9]{1,7}(?:[ -][A-ZÄÖÜ0-9]{1,6}){0,3}(?![\w/])"
)
_NAMED: Final = Sieve(
    r"\b(?:registrations?|[Rr]egistered|reg\.?|[Pp]lates?|licen[cs]e|VRM|VRN|immatriculé[e]?|"
    r"immatriculation|Kennzeichen|kenteken|"
    r"matrícula|drives|drove|driving|tablica|rejestracyjny|înmatriculare)"
    r"(?:\s(?:number|plate|no\.?|mark|as|is|was|under|with|a|the|car|van|reads?|of))*\s?[:(,]?\s?(?P<plate>"
    + _ANY
    + ")"
)
_VEHICLE: Final = Sieve(
    r"\b(?:van|car|vehicle|ute|bus|truck|lorry|motorbike|motorcycle|taxi|jeep|minibus|coach|"
    r"scooter|[A-Z][a-z]+ (?:Golf|Fiesta|Corsa|Transit))\b"
    r"[^.;\n()]{0,40}?[(,:\s]\s?(?P<plate>[A-Z]{1,3}[ -]\d{1,4}[ -][A-Z]{1,3}|"
    r"[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z]|"
    r"\d?[A-Z]{3}[ -]?\d{3}(?:[ -][A-Z]{1,2})?|[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]{1,3}[ -][A-Z]{1,2}[ -]?\d{1,4})(?![\w/-])"
)
# Any code of letters and digits right beside somebody's vehicle; "vehicle CV-44" may be the number of a fleet.
_BESIDE: Final = Sieve(
    r"\b(?:(?i:van|car|ute|bus|truck|lorry|motorbike|motorcycle|taxi|jeep|minibus|scooter|bakkie|pick-?up|boda|boda-boda|matatu|okada|bajaj|rickshaw|tuk-?tuk|keke)\b|"
    r"(?i:vehicle)\b[^.;\n]{0,20}?[,(])[^.;\n]{0,24}?[\s(,]\(?(?P<plate>"
    r"(?:[A-Z]{1,4}[ -]?\d{1,4}(?:[ -]?[A-Z]{1,3})?(?:[ -]\d{1,4})?|\d{1,4}[ -]?[A-Z]{1,3}(?:[ -]?\d{1,4})?))(?![\w/-])"
)
# "with the plate EXMPL UP": a plate of one's own choice need not hold a number.
_CHOSEN: Final = Sieve(
    r"\b(?:number |licen[cs]e )?plates?\s(?:(?:number|reads|reading|was|is|says|saying|marked)\s)?[:,]?\s?[\"“'‘]?"
    r"(?P<plate>[A-Z]{3,8}(?:[ -][A-Z\d]{1,4})?)(?![\w/-])"
)
# "Bus EX-AM 1492", "TRANSPORT VEH 7EXM174": the vehicle of an escort leads to whoever is in it.
_ESCORT: Final = Sieve(
    r"\b(?i:bus|coach|van|minibus|car|veh(?:icle)?\.?|transport(?:er)?|truck|lorry|cruiser|ambulance)\s\(?(?P<plate>[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}\s\d{1,4}[EH]?"
    r"|\d[A-Z]{3}\d{3}|[A-Z]{3}\s?\d{4}|\d{4}\s?[A-Z]{3})(?![\w/-])"
)
_FLEET: Final = re.compile(r"\b(?:fleet|model|type|category|class|level|route|bay|gate|line)\b", re.IGNORECASE)
_BOAT: Final = Sieve(
    r"\b(?i:boat|launch|vessel|dinghy|yacht|ferry|canoe|skiff|trawler|barge|tractor|trailer|quad|pick-?up|snowmobile|"
    r"rickshaw|tuk-tuk|moped|ambulance|aircraft|helicopter|plane)\b[^.;\n()]{0,30}?[(,:\s]\s?"
    r"(?P<plate>(?!(?:[A-Z]+ )?(?:19|20)\d\d\b)[A-Z]{1,4}[ -]?\d{2,5}(?:[ -]?[A-Z]{1,2})?)(?![\w/-])"
)
_NOT_A_PLATE: Final = re.compile(r"(?:[A-Z]{2,4}|\d+)$|(?:19|20)\d\d|[A-Z]{1,2}\d?$")
# "black jeep ط ص ق 418": letters and figures of another script beside a vehicle.
_OTHER_SCRIPT: Final = Sieve(
    r"\b(?i:van|car|vehicle|jeep|taxi|bus|minibus|truck|lorry|motorbike|motorcycle|pick-?up|plates?|registration|tuk-?tuk|microbus)\b[^.;\n]{0,24}?[\s(,:]"
    r"(?P<plate>(?:[\u0600-\u06ff\u0400-\u04ff\u0530-\u058f\u10a0-\u10ff]{1,3}\s?){1,4}[\d٠-٩]{1,5}(?:\s?[\u0600-\u06ff\u0400-\u04ff]{1,3})?|"
    r"[\d٠-٩]{1,5}\s?(?:[\u0600-\u06ff\u0400-\u04ff]{1,3}\s?){1,4}(?:\d{2,3})?)(?!\w)"
)
# "(reg. no. K 12-2025)": what an authority registers bears the year; nothing here is a vehicle.
_REGISTERED: Final = re.compile(r"[A-ZÄÖÜ]{1,4} \d{1,5}[-/](?:19|20)\d\d")
_ON_WHEELS: Final = re.compile(
    r"\b(?:van|car|vehicle|ute|bus|truck|lorry|motor\w*|taxi|jeep|minibus|coach|scooter|plates?|licen[cs]e|driv\w+|drove|VRM|VRN)\b",
    re.IGNORECASE,
)
_THOUSANDS: Final = re.compile(r",\d{3}\b")
_NEAR: Final = 80
_NOT_VEHICLE: Final = re.compile(
    r"\b(?:driving|driver['’]s|nursing|birth|charity|company|Korean|resident|alien)\s$", re.IGNORECASE
)


class Plates:
    """Finds registration plates by shape, or by a word for plate or vehicle before them."""

    name = "plate"

    def detect(self, text: str) -> list[Span]:
        """Return registration plates."""
        spans = [found(self.name, m.start(), m.end(), SpanType.PLATE, 0.85) for m in _SURE.finditer(text)]
        spans += [found(self.name, *m.span("plate"), SpanType.PLATE, 0.7) for m in _CHOSEN.finditer(text)]
        spans += [found(self.name, *m.span("plate"), SpanType.PLATE, 0.75) for m in _OTHER_SCRIPT.finditer(text)]
        for pattern, score in ((_NAMED, 0.85), (_VEHICLE, 0.75), (_BOAT, 0.75), (_BESIDE, 0.7), (_ESCORT, 0.75)):
            for match in pattern.finditer(text):
                plate = match["plate"].rstrip(" -")
                if sum(c.isalnum() for c in plate) < 4 or _NOT_A_PLATE.fullmatch(plate):
                    continue
                # "PHP 36,000"
                if (plate[3:4] == " " and plate[:3] in CURRENCIES) or _THOUSANDS.match(
                    text, match.start("plate") + len(plate)
                ):
                    continue
                if _REGISTERED.fullmatch(plate) and not _ON_WHEELS.search(
                    text, max(0, match.start() - _NEAR), match.start("plate")
                ):
                    continue
                if _NOT_VEHICLE.search(left(text, match.start(), 12)) or _FLEET.search(match.group()):
                    continue
                start = match.start("plate")
                if of_the_house(text, start):
                    continue
                spans.append(found(self.name, start, start + len(plate), SpanType.PLATE, score))
        return spans
