"""Postal addresses: house and street, flat, post-office box, postcode with what stands before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, HOUSE_ABROAD, MONTH_OR_DAY, UPPER, distinct, found, left, sentence
from redaction.recognizers.presence import SOMEBODY
from redaction.recognizers.streets import Streets
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_UK: Final = r"(?:[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?|GIR)\s\d[ABD-HJLNP-UW-Z]{2}"
_EIRCODE: Final = r"[AC-FHKNPRTV-Y]\d[\dW]\s[A-Z\d]{4}"
_CANADA: Final = r"[ABCEGHJ-NPRSTVXY]\d[A-Z]\s\d[A-Z]\d"
_CODE: Final = (
    rf"(?:{_UK}|{_EIRCODE}|{_CANADA}|\d{{2}}-\d{{3}}|\d{{4}}\s?[A-Z]{{2}}|"
    rf"[A-Z]{{2,3}}\s\d{{4,5}}(?:-\d{{4}})?|\d{{3,6}})"
)
_ALONE: Final = Sieve(rf"(?<![\w/-])(?:{_UK}|{_EIRCODE}|{_CANADA})(?![\w/-])")
_JOIN: Final = (
    r"(?:an|na|nan|y|yr|of|the|on|upon|le|la|les|lès|de|del|du|des|di|da|do|dos|sur|sous|am|an der|bei|in|aan|op|den)"
)
_PLACE: Final = rf"(?:{CAPITALISED}|Co\.|St\.)(?:[ -](?:{CAPITALISED}|{_JOIN})){{0,5}}"
# What may follow the street: further parts after commas, each a place name, a postcode or both.
_TAILS: Final = (
    rf"(?:,\s(?:sat|com|or|mun|oraș|r-nul|raionul|jud|obl|rai|pos|wieś|gm|gmina|pow|okr|kraj|nr|bl|ap|et|sc)\.?\s(?:{_PLACE}|\d{{1,4}})){{0,4}}"
    rf"(?:,?\s(?:off|opp\.?|opposite|behind|near|beside)\s{_PLACE})?(?:,\s(?:Ext\.?|Apt\.?|Flat|Unit|Suite|Block|"
    rf"Stand)\s\w{{1,4}})?(?:,\s?(?:{_CODE}\s)?{_PLACE}(?:\s{_CODE})?|"
    rf"[,\s]\s?{_CODE}(?![\w%.-]*\d)(?:\s{_PLACE})?){{0,4}}"
)
_UNIT: Final = r"(?:(?:No\.|H\.?\s?No\.?|#)\s)?(?:(?:Flat|Apt\.?|Apartment|Unit|Suite|Floor|Block|House)\s\w{1,4},\s)?"
_NUMBER: Final = r"\d{1,5}[A-Za-z]?(?:\s?[-/–]\s?\d{1,5}[A-Za-z]?)?(?:\s(?:bis|ter|quater))?"
_STREET_WORD: Final = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Crescent|Cres|Place|Pl|Terrace|Tce|Way|Wynd|Rise|"
    r"Quay|Bend|Gardens|Gdns|Grove|Hill|Row|Square|Sq|Mews|Parade|Boulevard|Blvd|Highway|Hwy|Walk|View|Green|Gate|Vale|"
    r"Loop|Trail|Circle|Alley|Esplanade|Park|Brae|Loan|Croft|Parkway|Pkwy|Heights|Mount|Meadows?|"
    r"Orchard|Wharf|Bank|Cottages?)"
)
_ENGLISH: Final = Sieve(
    rf"(?<![\w.,/£$€-]){_UNIT}{_NUMBER},?[ \u00a0](?P<street>(?:{CAPITALISED}\s){{1,4}}?{_STREET_WORD})\b\.?"
    rf"(?!\s{_STREET_WORD}\b)(?!\s(?:Police|Prison|Station|Hospital|Centre|Center|Custody|Court|School|police|station|"
    rf"prison|hospital))(?P<tail>{_TAILS})"
)
_ROMANCE: Final = Sieve(
    rf"(?<![\w.,/£$€-]){_UNIT}(?:{_NUMBER},?\s)(?:rue|avenue|impasse|allée|chemin|place|boulevard|"
    rf"quai|cours|route|square|passage|"
    rf"Rue|Avenue|Impasse|Allée|Chemin|Place|Boulevard|Quai|Route|calle|Calle|via|Via|rua|Rua|"
    rf"Sráid|Bóthar|Lána|Cnoc|Ascaill)"
    rf"\s(?:(?:de|du|des|de la|de l['’]|d['’]|della|del|dei|la|le|les|l['’]|da|do|dos|na|an|nan)\s?){{0,2}}"
    rf"{CAPITALISED}(?:[ -]{CAPITALISED}){{0,3}}(?P<tail>{_TAILS})"
)
_STREET_FIRST: Final = Sieve(
    rf"\b(?:(?:ul|al|pl|os|str|bd|calea|Calle|calle|C/|Via|via|Rua|rua|Piazza|Strada|Str|Bd|Rue|"
    rf"rue)\.?\s(?:(?:de[il]?|dell[ae]|degli|di|da|do|dos|la|las|los)\s){{0,2}}(?:{CAPITALISED}\s?){{1,4}},?\s?"
    rf"|[^\W\d_]*(?:straße|strasse|straat|gasse|weg|allee|platz|laan|gracht|plein|gata|gatan|gade|"
    rf"vej|veien|vegur|grund|stígur|braut|"
    rf"utca|katu|ulica)\s)(?:nr\.?\s|no\.?\s|nº\s)?\d{{1,4}}[A-Za-z]?(?:[/-]\d{{1,4}})?(?:\s?(?:m|"
    rf"lok|ap|apt)\.?\s?\d{{1,4}})?(?P<tail>{_TAILS})"
)
_NORDIC: Final = Sieve(rf"\b{CAPITALISED}\s\d{{1,3}}[A-Za-z]?,\s\d{{3,5}}\s{CAPITALISED}(?!\s\d)")
_SOUTHERN: Final = Sieve(
    rf"\b{CAPITALISED}(?:\s{CAPITALISED}){{0,2}}\s\d{{1,4}}[A-Za-z]?,\s(?:\d{{3}}\s\d{{2}}|\d{{2}}\s\d{{3}}|[A-Z]{{1,2}}-\d{{4,5}}|\d{{5,6}})"
    rf"\s{CAPITALISED}"
)
# What a word for living or address introduces: parts between commas, the first or second with a number.
_ABBREVIATION: Final = r"(?:\b(?:H\.?\s?No|No|no|St|Co|Rd|Av|Sq|nr|ul|Brgy|Bgy|Blk|Blvd|Bldg|Apt|Ave|Str|Ph|Vill|Distt?|Teh|Moh|Col|Kel|Kec|Int|Urb|P\.\s?S|Sta|Sto|P\.\s?O|Mt|[A-Z])\.)"  # noqa: E501
_CHUNK: Final = rf"(?:{_ABBREVIATION}|\b[a-z]{{1,4}}\.(?=\s?[{UPPER}\d])|\.(?=[\w,])|[^,;|()\n\x1e.])"
_CUED: Final = Sieve(
    r"(?<![\w/])(?:(?:[Ll]ives?|[Ll]ived|[Ll]iving|[Rr]esid(?:es|ed|ing)|[Dd]omiciled|dropped(?: off)?|staying|registered)\sat|[Rr]/[Oo]|"  # noqa: E501
    r"[Aa]ddress(?:\s(?:given|is|was|of\s[^.,;:|\n]{1,30}))?:?|[Hh]ome:|[Cc]ontact of the home:|"
    r"(?:shop|flat|house|home|apartment|farm)\sat)\s"
    rf"(?P<where>(?=[^;|()\n]{{0,40}}\d)(?=[\"“'‘]?[{UPPER}\d]|[a-z]{{1,4}}\.\s){_CHUNK}{{1,60}}(?:,(?=\s?[\"“'‘]?(?:[{UPPER}\d]|[a-z]{{1,4}}\.\s)){_CHUNK}{{1,60}}){{0,7}})"
)
_LEAVES: Final = re.compile(
    r"\s(?:at|with|who|which|where|and|since|until|when|while|but|because|near|opposite|for|from|before|after|was|is|had|has|"
    r"said|told|tel|phone|mobile|if|in (?:19|20)\d\d)\b|\s[-–]\s(?=[a-z])",
)
_BOX: Final = Sieve(
    rf"\b(?:P\.?\s?O\.?\s?Box|GPO Box|Private Bag|Postbus|Postfach|BP|Boîte postale|Apartado|"
    rf"C\.P\.)\s\w{{0,2}}\s?\d{{1,7}}(?!\d|\s?/\s?\d|\s?x\s?\d)(?:-\d{{3,6}}(?:,?\s{CAPITALISED})?)?(?P<tail>{_TAILS})"
)
# "42, Triq il-Example, Hal Town QRM 2217", "Example Mah. 12. Sk. No: 8/4, Town", "Stand 12, Extension 4, Place".
_ABROAD: Final = Sieve(
    rf"(?<![\w/])(?:{_NUMBER},?\s(?:Triq|Trejqa|Misraħ|Pjazza|Vjal|Sqaq|Jalan|Jln\.?|Soi|Lorong|Odos|Οδός|Leoforos|Jl\.|Đường|Phố)"
    rf"\s(?:[a-z]{{1,2}}-)?{CAPITALISED}(?:[ -](?:{CAPITALISED}|[a-z]{{1,2}}-{CAPITALISED})){{0,3}}"
    rf"|(?:{CAPITALISED}\s){{1,3}}(?:Mah(?:allesi|\.)?|Sok(?:ak|\.)|Sk\.|Cad(?:desi|\.)|Bulv(?:arı|\.))[^;\n()|]{{0,40}}\d{{1,5}}(?:/\d{{1,4}})?"
    rf"|(?:Stand|Erf|Plot|Lot|Blk|Holding|Kampung|Kg\.?|Brgy\.?|Barangay|Purok|Sitio|Phase|Yard|Farm)\s(?:[Nn]o\.?\s)?(?:\d{{1,5}}[A-Z]?|{CAPITALISED})"
    rf",\s(?:(?:Extension|Ext\.?|Phase|Block|Section|Zone|Unit|Village)\s\w{{1,4}},\s)?(?=[{UPPER}]))(?P<tail>{_TAILS})"
    rf"(?:{_PLACE}(?P<rest>{_TAILS}))?"
)
# "Vill. Example, P.S. Example", "H.No. 4/1, Example Gali, P.O. Example, PIN 123 456": two words of such addresses at least.  # noqa: E501
_MARKER: Final = r"(?:Vill(?:age)?\.?|H\.?\s?No\.?|Moh(?:alla|\.)|Mauza|P\.\s?[OS]\.|Tehsil|Teh\.|Distt?\.|Thana|Taluka?|Post|PIN|Ward|Gram|Tola|Upazila|Union)"  # noqa: E501
_PIECE: Final = r"[A-Z\d][\w/'’-]*(?:-[\n\x1e][ ]*[a-zß-ÿ]+)?(?:\s[A-Z\d][\w'’/-]*(?:-[\n\x1e][ ]*[a-zß-ÿ]+)?){0,3}"
_VILLAGE: Final = Sieve(rf"(?<![\w.]){_MARKER}\s?{_PIECE}(?:,\s(?:{_MARKER}\s)?{_PIECE}){{1,6}}")
_MARKERS: Final = re.compile(rf"(?<![\w.]){_MARKER}\s")
# "Level 2, 88 Example Quay", "First Floor, Example Chambers, 7 Example Row": what stands before the house.
_FLOOR_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?:(?:Level|Suite|Room|Rm|Floor|Flat|Apt\.?|Apartment|Unit|Shop|Office|Villa|Penthouse|Studio|Stall|Warehouse)\s(?:[Nn]o\.?\s)?\w{{1,5}}(?:/\w{{1,4}})?|"
    rf"(?:Ground|Upper|Lower|Top|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d{{1,2}}(?:st|nd|rd|th))\s[Ff]loor|"
    rf"(?:{CAPITALISED}\s){{1,2}}(?:House|Buildings?|Chambers|Tower|Towers|Mansions?|Arcade|Plaza)),\s$"
)
_PARTS: Final = re.compile(rf"(?<!\w)(?:(?:{_NUMBER},?\s)?{_PLACE},?\s){{1,5}}$")
_HOUSE: Final = re.compile(rf"(?:(?:Flat|Apt|Unit)\s\w{{1,4}},\s)?{_NUMBER},?\s")
_INSTITUTION: Final = re.compile(
    r"\b(?:Department|Ministry|Inspectorate|Office|Directorate|Secretariat|Ombudsman|Headquarters|Commission|Services)"
    r"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w'’-]+(?:\s(?:and\s)?[A-Z][\w'’-]+){0,3})?\)?,\s?(?:\w+\sfloor,\s)?$"
)
# "Example Hospital, 12 Example Street" at the head of a line: the letterhead of an establishment.
_LETTERHEAD: Final = re.compile(
    rf"(?:^|[\n\x1e])[ ]*(?:[^\W\d_][\w.'’-]*[ ]){{0,5}}(?i:hospital|prison|colony|clinic|jail|penitentiary|remand centre|detention centre|{HOUSE_ABROAD})"  # noqa: E501
    r"(?:[ ][^\W\d_][\w.'’-]*){0,3},[ ]$"
)
# "write to the Commission at P.O. Box 12", "the registry: BP 12": the box of an office.
_BOX_OF: Final = re.compile(
    r"(?:P\.?\s?O\.?\s?Box|GPO Box|Private Bag|Postbus|Postfach|BP|Boîte postale|Apartado|C\.P\.)\s"
)
_BOX_HOLDER: Final = re.compile(
    r"(?:\b(?:Commission|Ombuds\w+|Office|Secretariat|Ministry|Directorate|Board|Inspectorate|Mechanism|Department|Court|Council|Centre|Institution)"
    r"|\bthe (?:registry|secretariat|office|commission|court|department|ministry|directorate))(?:,? (?:by post|by mail|in writing))?(?: at)?\s?[:,(]?\s$"  # noqa: E501
)
_NO_STREET: Final = re.compile(
    r"^(?:Crown|High|Supreme|District|County|Magistrates|Youth|Family|Appeal|Federal|"
    r"Constitutional|Criminal|Sheriff)\b|\bCourt of\b"
)
_STREET_HINT: Final = re.compile(
    r"straße|strasse|straat|gasse|weg |allee|platz|laan |gracht|plein|gata|gade|vej |veien|vegur|"
    r"grund|stígur|braut|utca|katu|"
    r"\b(?:ul|al|pl|os|str|bd)\.|[Cc]al(?:le|ea)|\b[Vv]ia |[Rr]u[ae] |Piazza|Strada|Str\.|C/",
)

# "Residence: village of Example, house of the family": what a form says of where somebody lives.
_FORM: Final = Sieve(
    r"\b(?:[Rr]esidence|[Pp]lace of residence|[Hh]ome address|[Dd]omicile|[Rr]esiding(?: at)?)\s?:\s"
    rf"(?P<where>(?:(?:the\s)?(?:village|town|city|district|settlement|hamlet)\sof\s)?{CAPITALISED}(?:[ -]{CAPITALISED}){{0,2}}(?:,\s[^,.;:|()\n\x1e]{{2,40}}){{0,3}})"  # noqa: E501
)
# "call his sister, in the store in front of the football field in Example": a place by what it lies beside.
_BESIDE: Final = Sieve(
    r"\b(?P<where>(?:in|at)\sthe\s(?:[a-z]+\s)?(?:store|shop|house|bakery|kiosk|workshop|bar|farm|stall|pharmacy|garage|grocer['’]?s?|grocery)\s"
    rf"(?:in\sfront\sof|opposite|behind|next\sto|beside|near|across\sfrom)\sthe\s(?:[a-z]+\s){{1,3}}(?:in|of|at)\s{CAPITALISED}(?:\s{CAPITALISED})?)"
)
# "found below the house at 05.20 on 9 February".
_TIMED: Final = re.compile(r"(?:[01]?\d|2[0-3])[.:]?[0-5]\d(?:\s(?:hours|hrs|h)\b)?,?\s(?:on|the)\s")
_FLOORS: Final = 3
# "his sister's, 8 Example Road", "The Presbytery, 5 Example Street", "his old flat, ul. Example 9": the house before its address.  # noqa: E501
_HOUSE_OF: Final = re.compile(
    r"(?<![\w'’])(?:(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir)\s(?:(?:old|former|previous)\s(?:flat|house|home|apartment|place|room|farm)|[a-z-]+['’]s)"
    r"|[Tt]he\s(?:Old\s)?(?:Presbytery|Rectory|Vicarage|Manse|Parsonage|Convent|Priory|Gatehouse|Schoolhouse|School\sHouse|Lodge|Cottage|Mill|Forge))"
    r",\s$"
)
# "The clinic lies in the forest, nine kilometres outside ": where an establishment is.
_LIES: Final = re.compile(
    r"\b(?:lies|(?:is|was)\s(?:situated|located|built))\s[^.;:\n\x1e]{0,60}?\b(?:outside|near|from|of|in|at|between|beyond)\s(?:the\s(?:town|city|village|centre)\sof\s)?$"
)
_STREETS: Final = Streets()


def of_an_institution(text: str, start: int) -> bool:
    """Say whether an office stands right before the address at ``start``: then it is the office's own."""
    window = left(text, start, 90)
    lies = _LIES.search(text, max(0, start - 120), start)
    if lies is not None and not SOMEBODY.search(text, *sentence(text, lies.start(), start)):
        return True
    boxed = _BOX_OF.match(text, start) is not None and _BOX_HOLDER.search(window) is not None
    if _LETTERHEAD.search(text, max(0, start - 120), start):
        return True
    return boxed or _INSTITUTION.search(window) is not None


class Addresses:
    """Finds postal addresses; the address of an institution is taken too unless its office stands right before it."""

    name = "address"

    def detect(self, text: str) -> list[Span]:
        """Return addresses, with place and postcode where they follow."""
        spans: list[Span] = []
        patterns: list[Sieve | re.Pattern[str]] = [_ENGLISH, _ROMANCE, _BOX, _NORDIC, _SOUTHERN]
        if _STREET_HINT.search(text):
            patterns.append(_STREET_FIRST)
        for pattern in patterns:
            for match in pattern.finditer(text):
                start = self._with_floor(text, match.start()) if pattern is _ENGLISH else match.start()
                if of_an_institution(text, start) or not self._street(match):
                    continue
                spans.append(found(self.name, start, match.end(), SpanType.ADDRESS, 0.85))
        for match in _CUED.finditer(text):
            where = match["where"]
            leaves = _LEAVES.search(where)
            where = (where[: leaves.start()] if leaves else where).partition("   ")[0]
            if any(c.isdigit() for c in where) and any(c.isupper() for c in where) and not _TIMED.match(where):
                start = match.start("where")
                spans.append(found(self.name, start, start + len(where.rstrip(" ,")), SpanType.ADDRESS, 0.8))
        for match in _ABROAD.finditer(text):
            if any(c.isdigit() for c in match.group()) or match.group().count(",") > 1:
                end = match.start() + len(match.group().rstrip(" ,"))
                spans.append(found(self.name, match.start(), end, SpanType.ADDRESS, 0.8))
        for match in _VILLAGE.finditer(text):
            if len(_MARKERS.findall(match.group())) > 1:
                spans.append(found(self.name, *match.span(), SpanType.ADDRESS, 0.8))
        for match in _ALONE.finditer(text):
            start = match.start()
            window = left(text, start, 120)
            parts = _PARTS.search(window)
            if parts is not None:
                house = _HOUSE.search(parts.group())
                start += parts.start() - len(window) + (house.start() if house else 0)
            if not of_an_institution(text, start):
                spans.append(found(self.name, start, match.end(), SpanType.ADDRESS, 0.85))
        spans += [found(self.name, *m.span("where"), SpanType.ADDRESS, 0.7) for m in _FORM.finditer(text)]
        spans += [found(self.name, *m.span("where"), SpanType.ADDRESS, 0.7) for m in _BESIDE.finditer(text)]
        spans += [span for span in _STREETS.detect(text) if not of_an_institution(text, span.start)]
        return distinct([replace(span, start=self._with_house(text, span.start)) for span in spans])

    @staticmethod
    def _with_house(text: str, start: int) -> int:
        """Return where an address begins with whose house it is, or what house."""
        window = left(text, start, 48)
        match = _HOUSE_OF.search(window)
        return start if match is None else start - len(window) + match.start()

    @staticmethod
    def _with_floor(text: str, start: int) -> int:
        """Return where an address begins with its floor, suite or building before the house."""
        for _ in range(_FLOORS):
            before = left(text, start, 60)
            match = _FLOOR_BEFORE.search(before)
            if match is None:
                break
            start -= len(before) - match.start()
        return start

    @staticmethod
    def _street(match: re.Match[str]) -> bool:
        groups = match.groupdict()
        street = groups.get("street")
        if street is None:
            first = match.group().split()[0].lower().rstrip(".,")
            return first not in MONTH_OR_DAY and first not in {
                "article",
                "articles",
                "rule",
                "rules",
                "section",
                "table",
            }
        words = street.split()
        if _NO_STREET.search(street) or words[0].lower() in MONTH_OR_DAY:
            return False
        abbreviated = words[-1] in {"St", "Dr", "Ct", "Pl", "Sq", "Ave", "Rd", "Ln"}
        return not abbreviated or bool(groups["tail"]) or len(words) > 1
