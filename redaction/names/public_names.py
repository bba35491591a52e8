"""Names that belong to nobody in the text, by what stands beside them: companies, ships, medicines, tests, headings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from redaction.lexicon import Lexicon
from redaction.lexicon import lexicon as lexicon_of
from redaction.manuscript import SEPARATOR
from redaction.recognizers.lexis import MONTH

_REACH: Final = 80
_THING: Final = (
    r"(?:company|firm|bakery|brewery|dairy|butchery|pharmacy|laundry|block|estate|contractor|subcontractor|supplier|caterer|operator|carrier|airline|manufacturer|brand|charity|foundation|"
    r"newspaper|magazine|daily|weekly|broadcaster|channel|publisher|ship|vessel|ferry|frigate|cutter|boat|aircraft|NGO|organi[sz]ation|non-profit|"
    r"association|federation|software|database|system|app|platform|medicine|medication|drug|sedative|antibiotic|tranquilliser|antipsychotic|"
    r"film|play|song|hymn|prayer|game|dish|soup|stew|dance|festival|feast|ceremony|operation|exercise|campaign|hotel|café|restaurant|"
    r"supermarket|bank|river|lake|island|mountain|hamlet|commune|suburb|neighbourhood|settlement|street|square|avenue|dog|horse|"
    r"publication|brochure|programme|course|workshop|method|technique|practice|punishment|position|procedure|test|scale|questionnaire|inventory|"
    r"belts?|restraints?|cuffs|handcuffs|spray|weapon|baton|cell|room|dormitory|pavilion|corridor|yard|ward|wing|building|block|sector|post|"
    r"prison|hospital|school|house|home|centre|unit|barracks|camp|colony)"
)
_CALLED: Final = r"(?:,?\s(?:which\s|that\s|now\s|then\s|once\s)?(?:is\s|was\s|are\s|were\s|so[- ]|(?:will|would|shall|is to|to|has|had) (?:be|been)\s|being\s)?(?:called|named|known(?:\s(?:locally|here))?\sas|nicknamed|dubbed|entitled))"  # noqa: E501
# "the cell known as X", "punishments called “x”"; "the company X" without a verb too.
_THING_CALLED: Final = re.compile(rf"\b{_THING}s?{_CALLED}\s(?:the\s)?[\"“„‘«]?$", re.IGNORECASE)
_THING_BARE: Final = re.compile(
    r"\b(?:company|firm|bakery|brewery|dairy|pharmacy|contractor|subcontractor|supplier|caterer|carrier|airline|manufacturer|brand|charity|foundation|newspaper|"
    r"ship|vessel|ferry|frigate|NGO|software|hotel|supermarket|commune|hamlet|ward|pavilion|sanatorium|for unit|quartier|pavillon|pabellón|módulo|oddział|"  # noqa: E501
    r"(?:local|central|civil|district|regional|federal|county|provincial|agricultural|high-security|maximum-security|juvenile) prison|(?:portrait|statue|bust|monument) of|"  # noqa: E501
    r"(?:nursing|care|retirement|children['’]s) home|(?:remand|open|women['’]s) prison|psychiatric hospital|"
    r"(?:bought|ordered|purchased) from|outsourced to|(?:sub)?contracted (?:out )?to|supplied by|catered by|(?:security|catering|cleaning|transport|pharmaceutical)\scompany)\s[\"“„‘«]?$"  # noqa: E501
)
_NAMED_THING: Final = (
    r"\b(?:kitchen|library|bakery|canteen|workshop|choir|band|newspaper|magazine|garden|school|hall|hotel|bus|boat|ship|dog|cat|horse|programme|program|project|play|film|song|group|"
    r"association|club|café|shop|quartier|pavilion|pavillon|theatre|team)\s[\"“„«]"
)
# 'The kitchen "Example"', 'the library "Example Bo"'.
THING_QUOTED: Final = re.compile(rf"{_NAMED_THING}(?P<name>[^\"”“»\n\x1e]{{1,40}})[\"”“»]", re.IGNORECASE)
"""Things that bear the names of persons too, by the quotation marks after the word for the thing."""

_THING_BEFORE: Final = re.compile(rf"{_NAMED_THING}$", re.IGNORECASE)
# 'the yard that they call "Example"', 'prisoners call it "Example"'.
_CALL_IT: Final = re.compile(
    rf"\b(?:call|calls|called|name|named|nicknamed|dub|dubbed|term)\s(?:it|(?:the|this|that|their)\s(?:\w+\s){{0,2}}?{_THING})\s(?:the\s)?[\"“„‘«]$",
    re.IGNORECASE,
)
_CALLING: Final = ("called", "named", " as", "dubbed", "entitled", "called the", "named the", " as the")
_PLACE_OF: Final = re.compile(
    r"\b(?:posts?|bar|commune|hamlet|canton|prefecture|sub-prefecture|governorate|municipality|diocese|archdiocese|parish|outskirts|suburbs?|"
    r"port|island|town|village|city|road to|border (?:crossing|post)(?: at)?|Sisters|Brothers|Daughters|Missionaries|Servants|Knights|Little Sisters)\sof\s(?:the\s)?$"  # noqa: E501
)
_FIRM: Final = (
    r"(?:Airways|Airlines|Aviation|Partners|Holdings?|Group|Solutions|Logistics|Catering|Facilities|Industries|Enterprises|Consulting|Consultants|"
    r"Solicitors|Lawyers|Abogados|Advogados|Advokater|Advocaten|Stores|Supplies|Bakery|Bakeries|Builders|Transport|Plumbing|"
    r"(?:and|&) (?:Sons?|Daughters?|Brothers|Bros|Co|Cie|Company|Associates|Partners|Hijos|Filhos|Fils|Söhne)|"
    r"Engineering|Construction|Constructions|Pharma|Pharmaceuticals|Laborator(?:y|ies)|Foods|Motors|Security|Healthcare|Cleaning|"
    r"Interpreting|Translations|Telecom|Insurance|LLP|LLC|Ltd|Limited|Inc|PLC|plc|GmbH|AG|Pty|SpA|SARL|"
    r"Fr[èe]res|Fratelli|Hermanos|Irmãos|Gebroeders|Guarding|S\.\s?A\.(?:R\.L\.)?|S\.\s?L\.|S\.\s?p\.\s?A\.|B\.V\.|N\.V\.|d\.o\.o\.|s\.r\.o\.|Ltda|Lda|EIRELI|EURL|S\.R\.L\.|EOOD|OOD|Bhd|A/S|ApS|Oyj?|Kft|Sdn|AB|ASA|ehf|hf|TÜ|MTÜ)"
)
_FIRM_AFTER: Final = re.compile(rf"(?:,\s[A-Z][\w'’-]+){{0,3}}(?:\s(?:and|&)\s[A-Z][\w'’-]+)?\s{_FIRM}(?![\w])")
_FIRM_END: Final = re.compile(rf"\s{_FIRM}\.?$")
_LEGAL_FORM: Final = re.compile(r"\s(?:Ltda|Lda|Ltd|LLC|LLP|GmbH|EIRELI|EURL|SARL|Oyj|EOOD|Bhd|Inc|PLC|plc)\.?$")
# Companies that guard, feed and drive prisoners in many countries, with the name of a branch after theirs.
_COMPANY: Final = re.compile(
    r"(?:Securitas|Prosegur|Serco|Sodexo|Mitie|GEOAmey|G4S|Aramark|Brinks|Loomis|Tascor|Capita|CoreCivic)\s[A-ZÀ-Ž]"
)
# "Example Below the Hill, home for older people": what it is follows the name.
_APPOSED: Final = re.compile(
    r",\s(?:an?\s|the\s)?(?:[a-z-]+\s){0,2}(?:home|prison|hospital|centre|facility|institution|shelter|colony)\s"
    r"(?:for|with an?|under)\s"
)
# Storms bear names of persons.
_STORM: Final = re.compile(
    r"(?:(?:[Tt]ropical )?(?:[Cc]yclone|[Hh]urricane|[Tt]yphoon)|[Tt]ropical [Ss]torm)\s[A-ZÀ-Ž]"
)
_STORM_BEFORE: Final = re.compile(r"\b(?:[Cc]yclone|[Hh]urricane|[Tt]yphoon|[Tt]ropical [Ss]torm)\s$")
# "the drugs dog Rex", "the cat Minnie", "a green Example" on the road.
_ANIMAL: Final = re.compile(
    r"\b(?:dog|puppy|cat|kitten|horse|pony|mare|donkey|cow|goat|sheep|parrot|rabbit)\s[\"“„‘«]?$"
)
_CAR: Final = re.compile(
    r"\b(?:in|with|drove|drives|driving|by)\san?\s(?:old\s|new\s)?"
    r"(?:white|black|gr[ae]y|silver|green|blue|red|yellow|brown|beige)\s$"
)
# How bodies of Aotearoa New Zealand are called in Māori.
_MAORI: Final = re.compile(
    r"(?:Te|Ngā|He)\s(?:Tari|Kāhui|Manatū|Kaitiaki|Ope|Rōpū|Kōti|Aka|Pou|Komihana|Kaunihera|Whatu|Mana|Whare|Puna|Kura|Marae|Korowai|Herenga|Kaitirotiro|Kaiwhakamātau|Mātāwai|Kāwanatanga|Pātaka)\b|"
    r"(?:Ngāti|Ngāi|Ngā\sPuhi|Te\sĀti|Te\sWhānau-ā)\s[A-ZĀĒĪŌŪ]|(?:Ara\sPoutama|Tari\sTirotiro|Mana\sMokopuna|Manatū|Oranga\sTamariki|Ngā\sPirihimana|Toi\sTe|Tāhū)\b"
)
# "quartier Example", "pabellón Example": parts of establishments in other languages, by the word in small letters.
_UNIT_ABROAD: Final = re.compile(
    r"(?:Blok|Rumah|Bahay|Balai|quartier|pavillon|bâtiment|maison|aile|pabellón|pabellon|módulo|modulo|patio|galería|casa|hogar|sala|ala|pavilhão|padiglione|reparto|sezione|haus|trakt|abteilung|station|"
    r"oddział|oddzial|pawilon|blok|korpus|odjel|oddelek|osasto|avdeling|afdeling|avdelning|afdeling|gård|lokal|whare|residencia|biblioteca|escuela|colegio)\s[\"“«]?[A-ZÀ-Ž]"
)
# The form of a company before its name: "OÜ Example", "UAB Example".
_FIRM_FIRST: Final = re.compile(
    r"(?:AS|SA|SE|TÜ|KÜ)\s[A-ZÀ-Ž][a-zà-ž]|(?:OÜ|UAB|SIA|OOO|ООО|ZAO|OAO|TOO|TOV|ТОВ|MTÜ|VšĮ|SARL|GIE|PT|NV|BV|VZW|ASBL|OAO|LLC)\s[A-ZÀ-Ž]"
)
# "to look at the kitchen, where Example & Sons": the second half of the name of a firm.
_AFTER_AND: Final = re.compile(r"[A-Z][\w'’-]+\s&\s$")
_SONS: Final = frozenset(
    {"sons", "son", "daughters", "brothers", "bros", "co", "cie", "associates", "partners", "hijos", "filhos", "fils"}
)
# "Alimentos Example S.A.": what it deals in comes first; initials follow a name in India.
_DEALS_IN: Final = re.compile(
    r"(?:Alimentos|Alimentaria|Servicios|Serviços|Comercial|Comercializadora|Distribuidora|Constructora|Construtora|Construcciones|Transportes|Laboratorios?|"
    r"Laboratórios?|Seguridad|Segurança|Inversiones|Industrias?|Indústrias?|Corporación|Compañía|Companhia|Empresa|Grupo|Catering|Limpiezas|Farmacéutica|"
    r"Société|Établissements|Entreprise|Boulangerie|Traiteur|Società|Impresa)\s[A-ZÀ-Ž]"
)
_SOCIETY: Final = re.compile(r"\b\w{1,40}\s\w{1,40}\s(?:S\.\s?A|S\.\s?L|S\.\s?p\.\s?A)\.?$")
# "persons called caporales", where all is small: a sort of people.
_SORT: Final = re.compile(
    r"\b(?:persons|people|men|women|prisoners|detainees|inmates|patients|boys|girls|guards|officers|those)\s(?:who\sare\s|so-)?(?:called|known\sas|named)\s[\"“‘]?$"
)
_BY: Final = re.compile(r"\b(?:by|from|with|of|company|firm)\s$")
# "Barracks General Example", "Hospital Dr. Example": the title is part of the name of the place.
_TITLED_PLACE: Final = re.compile(
    r"\b(?:Quarters|Barracks|Hospital(?:\s[A-Z]\w+)?|Residence|Residentie|Residencia|Clinic|School|Colony|Camp|Fort|Institute|Instituto|Hogar|Centro|Casa|Colegio|"
    r"Escuela|Pavilion|Pabellón|Foyer|Maison|Villa)\s(?:Admiral|General|Marshal|Cardinal|Pastoor|Padre|Father|Saint|King|Queen|Prince|Princess|"
    r"President|Presidente|Dr|Doctor|Prof|Comandante|Capitán|Mother|Madre|Don|Doña|Maria)\.?\s$"
)
# "Colony No. 8 Example": the town or the patron of a numbered house.
_NUMBERED_PLACE: Final = re.compile(
    r"\b(?:[Pp]rison|[Pp]enitentiary|[Cc]olony|[Hh]ospital|SIZO|[Ii]solator|[Ii]nstitution|[Cc]amp|[Ss]chool|[Ff]acility)"
    r"\s(?:[Nn][or]\.?|№|[Nn]umber)\s?\d{1,3},?\s[\"“„]?$"
)
_PAIR_AFTER: Final = re.compile(r"\s&\s[A-Z][\w'’-]+(?=[,.;:)]|\s[a-z]|\s\||$)")
_PAIR_BEFORE: Final = re.compile(r"\b(?:of|at|from|firm|chambers|lawyers|solicitors)\s$")
_SECOND_OF_PAIR: Final = re.compile(r"\b(?:of|at|from|firm|chambers|lawyers|solicitors)\s[A-Z][\w'’-]+\s&\s$")
# "Ann Example Women's Prison", cut at the apostrophe.
_GROUP: Final = re.compile(
    r"\s(?:Women|Men|Children|Girls|Boys|Ladies|Veterans|Seamen|Fishermen|Teachers|Workers|Police|Officers)$"
)
_GROUP_AFTER: Final = re.compile(r"['’]s?\s[A-Z]")
_EPONYM_AFTER: Final = re.compile(
    r"['’]s\s(?:Law|Act|Rule|Charter|Bill)\b|\s(?:bacillus|bacteria|virus|vaccine|sign|reflex|manoeuvre|test|score|scale|index|inventory|checklist|questionnaire|criteria|"
    r"classification|(?:positive|negative|absent)(?=[,.;])|protocol|doctrine|judgment|ruling|case law|warning|amendment|inquiry|"  # noqa: E501
    r"cuffs|belts|catheter|stockings|biscuits?|sauce|soup|cheese|sausage|[Ss]upper|whisky|prize|award|medal|trophy|stadium)\b"
)
# "named after the reformer Ann Example", "ex parte Example [1984]".
_NAMED_AFTER: Final = re.compile(
    r"\b(?:named (?:(?:in|since) (?:1[89]|20)\d\d )?(?:after|for|in (?:memory|honou?r) of)|bear(?:s|ing)? the names(?: of)?)\s(?:the\s(?:[a-z-]+\s){0,3}|late\s)*"  # noqa: E501
    r"(?:(?:Dr|Mr|Mrs|Ms|Sir|Chief|Prof|Saint|St|Archduke|King|Queen|Prince|Princess|President|General|Captain|Father|Mother|Sister)\.?\s)?$"
    r"|\bex p(?:arte|\.)?\s$",
    re.IGNORECASE,
)
# "u/s 163(2) Cr.P.C.", "s.5 RTA": laws by their letters.
_CODE_OF_LAW: Final = re.compile(r"(?:Cri?|I|C|B)\.\s?P\.\s?C\.?|(?:Cr|I|C)PC")
_SECTION_BEFORE: Final = re.compile(
    r"(?<!\w)(?:u/s|[Uu]nder [Ss]ections?|[Ss]ec(?:tions?|s)?\.?|[Aa]rt(?:icles?|s)?\.?|ss?\.|§§?|[Pp]ara\.?|[Rr]ules?)\s?\d[\w()/,. -]{0,24}\s$"  # noqa: E501
)
_SHORT_TITLE: Final = re.compile(r"(?:[A-Z][a-z]{0,2}\.?\s?){1,5}")
# Medicines by how much of them is given.
_DOSE: Final = re.compile(r"(?:®|\s\d+(?:[.,]\d+)?\s?(?:mg|ml|mcg|µg|IU|drops|tablets)\b)")
_DATED: Final = re.compile(rf",\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?i:{MONTH})\s(?:19|20)\d\d\b")
_DASH_AFTER: Final = re.compile(r"\s[-–—]\s(?P<town>[^\W\d_]+)")
_DASH_BEFORE: Final = re.compile(r"(?P<town>[^\W\d_]+)\s[-–—]\s$")
_HEADING: Final = re.compile(r"(?P<letter>[A-Z])\.\s(?P<word>[A-Z][a-z]{3,})$")
_ROMAN: Final = re.compile(r"(?P<numeral>[IVX]{1,5})\.\s(?P<word>[A-Z][a-z]{3,})$")
_ROMANS: Final = re.compile(r"(?:^|[\n\x1e])(?P<numeral>[IVX]{1,5})\.\s[A-Z][a-z]")


def is_public(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether what stands at a range is, by its neighbours, the name of something rather than of somebody.

    Args:
        text: of the manuscript.
        start: of the words.
        end: of the words.
        lexicon: word lists.
    """
    surface = text[start:end]
    # What the next paragraph begins with says nothing of the last words of this one.
    before = text[max(0, start - _REACH) : start].rpartition(SEPARATOR)[2]
    after = text[end : end + _REACH].partition(SEPARATOR)[0]
    if _told(surface, before, after):
        return True
    if not before or before[-1] in "\n\x1e":
        lower = surface.lower()
        given = lower in lexicon.given_names or lower in lexicon.given_words
        if surface.isalpha() and not given and _DATED.match(after):
            return True
        return _heads(text, surface, lexicon)
    return False


@lru_cache(maxsize=4096)
def _told(surface: str, before: str, after: str) -> bool:
    """Say whether what stands before and after tells; the same place is asked about again, also in the second pass."""
    words = lexicon_of()
    # "Ann Example Consulting" bears the name of its one member.
    own = surface.partition(" ")[0].lower() in words.given_names and "&" not in surface
    partners = _FIRM_AFTER.match(after)
    if partners is not None and re.search(r"(?:and|&)\s[A-Z]", partners.group()):
        return True
    if _LEGAL_FORM.search(surface):
        return True
    if not own and (_FIRM_END.search(surface) or partners is not None):
        return True
    if any(pattern.match(surface) for pattern in (_COMPANY, _FIRM_FIRST, _MAORI, _STORM, _UNIT_ABROAD)):
        return True
    if surface.lower() in _SONS and _AFTER_AND.search(before):
        return True
    if _CODE_OF_LAW.fullmatch(surface) or (_SECTION_BEFORE.search(before) and _SHORT_TITLE.fullmatch(surface)):
        return True
    if _between_towns(before, after, words):
        return True
    if _EPONYM_AFTER.match(after) or _APPOSED.match(after):
        return True
    if _NAMED_AFTER.search(before) or _of_a_thing(before):
        return True
    if _TITLED_PLACE.search(before) or _NUMBERED_PLACE.search(before):
        return True
    if surface.islower() and _SORT.search(before):
        return True
    if _SOCIETY.search(surface) and (_BY.search(before) or _DEALS_IN.match(surface)):
        return True
    if _GROUP.search(surface) and _GROUP_AFTER.match(after):
        return True
    if _SECOND_OF_PAIR.search(before) or (_PAIR_AFTER.match(after) and _PAIR_BEFORE.search(before)):
        return True
    return bool(_DOSE.match(after))


def _between_towns(before: str, after: str, lexicon: Lexicon) -> bool:
    """Say whether a dash joins the words to the name of a city, as in the route of a flight: "Oldtown - Tirana"."""
    beside = (_DASH_AFTER.match(after), _DASH_BEFORE.search(before))
    return any(match is not None and match["town"].lower() in lexicon.cities for match in beside)


def _heads(text: str, surface: str, lexicon: Lexicon) -> bool:
    """Say whether a letter and an ordinary word are a heading: other headings of the text bear the next letters."""
    roman = _ROMAN.match(surface)
    if roman is not None and lexicon.is_common(roman["word"]):
        others = {other["numeral"] for other in _ROMANS.finditer(text)}
        if len(others) > 1:
            return True
    match = _HEADING.match(surface)
    if match is None or not lexicon.is_common(match["word"]) or match["word"].lower() in lexicon.given_words:
        return False
    beside = {chr(ord(match["letter"]) - 1), chr(ord(match["letter"]) + 1)}
    return any(re.search(rf"(?:^|[\n\x1e]){re.escape(letter)}\.\s[A-Z][a-z]", text) for letter in beside)


def _of_a_thing(before: str) -> bool:
    """Say whether the words that end here announce the name of a thing or the place of an office."""
    tail = before.rstrip(' "“„‘«')
    if before[-1:] in '"“„‘«' and (_CALL_IT.search(before) or _THING_BEFORE.search(before)):
        return True
    if len(tail) == len(before):
        return False
    low = tail[-12:].lower()
    # The patterns are long; how they end rules most text out.
    if low.endswith(_CALLING) and _THING_CALLED.search(before):
        return True
    if low.endswith((" of", " of the")):
        return _PLACE_OF.search(before) is not None
    return any(pattern.search(before) for pattern in (_THING_BARE, _STORM_BEFORE, _ANIMAL, _CAR))
