"""Words that detectors take for names of persons and that are none: eponyms, compounds, titles, currencies, places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Final

from redaction.lexicon import Lexicon
from redaction.names.acronyms import of_a_body
from redaction.names.borne import is_borne
from redaction.names.house_names import house_names
from redaction.names.labels import Labels
from redaction.names.nouns import ForeignNouns
from redaction.recognizers.labels import SPECIFIC, SPECIFIC_WORDS
from redaction.recognizers.lexis import HOUSE_ABROAD
from redaction.span import Span, SpanType
from redaction.union import Ranges

_REACH: Final = 160
# Illnesses named after those who described them.
_EPONYMS: Final = (
    r"Addison|Alport|Alzheimer|Angelman|Asperger|Barrett|Basedow|Batten|Behçet|Behcet|Bell|Bright|Buerger|"
    r"Burkitt|Chagas|Charcot|Creutzfeldt|Crohn|Cushing|Dercum|Devic|Down|Dravet|Dupuytren|Ehlers|Fabry|Fanconi|"
    r"Gaucher|Gilbert|Gilles de la Tourette|Graves|Guillain|Hansen|Hashimoto|Hirschsprung|Hodgkin|Horner|"
    r"Horton|Huntington|Kaposi|Kawasaki|Kienböck|Klinefelter|Korsakoff|Korsakov|Lesch|Lewy|Lynch|Lou Gehrig|"
    r"Machado|Marfan|Menière|Meniere|Ménière|Munchausen|Münchausen|Niemann|Osgood|Paget|Parkinson|Perthes|"
    r"Peyronie|Pick|Pompe|Pott|Prader|Raynaud|Reiter|Rett|Reye|Scheuermann|Sjögren|Sjogren|Steinert|Still|"
    r"Takayasu|Tay|Tourette|Turner|Usher|Wegener|Weil|Wernicke|Whipple|Williams|Wilms|Wilson"
)
_ILLNESS: Final = (
    r"(?:(?:body )?(?:disease|dementia)|syndrome|lymphoma|sarcoma|chorea|palsy|thyroiditis|encephalopathy|arteritis|vasculitis|dystrophy|"  # noqa: E501
    r"ataxia|an?emia|phenomenon|psychosis)"
)
_EPONYM: Final = re.compile(rf"\b(?:{_EPONYMS})(?:['’]?s)?(?:[-–][A-ZÀ-Þ][^\W\d_]+(?:['’]s)?){{0,2}}\s{_ILLNESS}\b")
# "he has Huntington's": the word for the illness left out.
_BARE_EPONYM: Final = re.compile(
    rf"(?:(?<=\bhas\s)|(?<=\bhad\s)|(?<=\bgot\s))(?:{_EPONYMS})['’]s(?=[,.;:)]|\s(?:and|but|or|since|which|so|too)\b|$)"
    rf"|(?:(?<=\bwith\s)|(?<=\bfrom\s)|(?<=\bhave\s))(?:{_EPONYMS})['’]s(?=[,.;:)]|\s(?:and|but|or|since|which|so|too)\b|$)"
)
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)\.?\s$")
_COMPOUND: Final = re.compile(r"-(?P<rest>[a-z]{2,})\b")
# "Short-led": these follow the name of a person.
_AFTER_NAMES: Final = frozenset({"led", "run", "owned", "appointed", "era", "like", "style", "type", "born", "drafted"})
# Forms of address that are no names by themselves.
_ABBREVIATED: Final = frozenset(
    {
        "dra", "lic", "licda", "licdo", "lcda", "lcdo", "srta", "sra", "profa", "mtra", "mtro", "abg", "arq",
        "ing", "dhr", "mw", "mevr", "mnr", "bpk", "ven", "msgr", "cllr", "avv", "mgr", "dr", "prof", "mr", "mrs", "ms", "mme", "mlle", "adv", "atty", "rev", "revd", "madam", "sir", "ma'am",  # noqa: E501
    }
)  # fmt: skip
# "Dear Mr Commissioner": an office, addressed without a name.
_OFFICE: Final = re.compile(
    r"(?:(?:Vice|Deputy)[- ])?(?:Commissioner|Minister|President|Chair(?:man|woman|person)?|Ambassador|Director|Secretary|Ombuds(?:man|person|woman)|Speaker|Prosecutor|Governor|Inspector|"  # noqa: E501
    r"Superintendent|Justice|Judge|Registrar|Mayor|Senator|Commander|Warden|Principal|Chancellor|Rapporteur|Excellency|Advocate|Defender|Guardian|General)(?: General)?"  # noqa: E501
)
_ADDRESSED: Final = re.compile(r"\b(?:Dear\s|To\s)?(?:Mr|Mrs|Ms|Madam|Mme|Sir|Hon|Honou?rable)\.?\s$")
_OFFICE_ENDS: Final = re.compile(r"\s?(?:[,.:;!)\n\x1e(]|$)")
# "SA Example Haigla", "AS Example", "Example AB": a house or a firm by words of other languages.
_HOUSE_OR_FIRM: Final = re.compile(
    rf"(?:.*\s)?(?i:{HOUSE_ABROAD})(?:\s.*)?|(?:OÜ|MTÜ|TÜ|KÜ|UAB|SIA|AS|SA)\s[A-ZÀ-Ž][a-zà-ž].*|.*[a-zà-ž]\s(?:AB|ASA|Oyj?|ehf|OÜ)\.?",
    re.DOTALL,
)
_FIRM_BEFORE: Final = re.compile(r"(?<!\w)(?:OÜ|MTÜ|TÜ|UAB|SIA|AS|SA)\s$")
# "Male, Hazara, 23": the sex of somebody who is not named.
_SEX: Final = re.compile(r"(?:Fem|M)ale(?:,|$)")
# "Aadhaar 1234 5678 9012", "Iqama no. 24": the word for a number, before it.
_NUMBER_NEXT: Final = re.compile(r"\s?(?:[Nn]o\.?|[Nn]umber|[Nn][°º]|№)?[:.]?\s?[A-Z]{0,3}[-/ ]?\d")
# "Rostov-on-Don", "Châlons-sur-Marne": towns by their rivers.
_BY_A_RIVER: Final = re.compile(
    r"[^\W\d_]+-(?:on|upon|sur|sous|am|an-der|by-the|under|lès|lez|nad|pod|cum|aux)-[^\W\d_]+(?:-[^\W\d_]+)?"
)
_HYPHENED: Final = re.compile(r"[\w-]*$")
# "to the J.M.O.", "28 C.F.R. § 115": letters for an office or a law.
_LETTERS: Final = re.compile(r"[A-Z]\.(?:[A-Z]\.)+[A-Z]?\.?")
# "H.L. v. the United Kingdom": whom a judgment protects by letters.
_PARTY_AFTER: Final = re.compile(r"\.?\sv\.?\s(?:the\s)?[A-Z]")
# "9.00 A.M", "Dnr O 31-2024".
_HALF_DAY: Final = re.compile(r"[AaPp]\.?[Mm]\.?")
_REGISTER: Final = re.compile(r"(?:Dnr|Dnro|Diarienr|Jnr|J\.nr|Sygn|Zn|Az)\.?(?:\s[A-Z])?")
# "Line 4", "8th rib", "as 3": what the classifier alone takes for a place.
_NO_PLACE: Final = re.compile(
    r"(?i:(?:lines?|rows?|items?|entry|entries|points?|notes?|columns?|as|see|figure|table|para)\s\d{1,3}"
    r"|\d{1,2}(?:st|nd|rd|th)\s(?:rib|finger|toe|vertebra|metacarpal|metatarsal|tooth|day|week|month|time|attempt))"
)
# "Department V", "pavillon D": a unit by its letter.
_UNIT: Final = re.compile(
    r"(?:department|ward|wing|unit|block|pavil(?:l?on|ion)|section|building|level|zone|annexe?|b[âa]timent|m[óo]dulo|sector|quartier)"
    r"\s(?:[A-Z]|[IVX]{1,4}|\d{1,2}[A-Z]?)",
    re.IGNORECASE,
)
# "B.Sc. Econ.": what was studied.
# "Zu I.2", "Re II": the head of an answer to a numbered point.
_POINT: Final = re.compile(r"(?:Zu|Ad|Re|Pt|Pkt|Punkt|Ziff|Kap|Nr)\.?\s(?:[IVX]{1,4}|[A-Z])\.?")
# "Independence Day", "Ash Wednesday": a feast by its own words.
_FEAST: Final = re.compile(
    r"(?:Independence|Republic|National|Constitution|Victory|Liberation|Labou?r|Workers?['’]?|Women['’]?s?|Mothers?['’]?s?|Fathers?['’]?s?|Children['’]?s?|Teachers?['’]?|Army|"
    r"Police|Human Rights|Holy|Shrove|Maundy|Ascension|Unity|Freedom|Heroes['’]?|Martyrs?['’]?|Flag|Armistice|Remembrance|Memorial|Veterans['’]?|Heritage|Youth|All Saints['’]?|"  # noqa: E501
    r"All Souls['’]?|Poya|Waitangi|Anzac|Bastille|Revolution|Emancipation|Ash|Good|Palm|Whit|Boxing|Easter|Christmas)\s(?:Day|Eve|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Week)"  # noqa: E501
)
# "hep C": an illness by its letter.
_HEPATITIS: Final = re.compile(r"[Hh]ep(?:atitis)?\s?[A-E]")
_DEGREE: Final = re.compile(r"(?:[BMD]\.?\s?(?:Sc|Ed|Eng|Econ|Com|Pharm|Arch)|Econ|Jur|Dipl|Pharm)\.?")
_AFTER_NAME: Final = re.compile(r"[,.]\s$")
_DEPARTMENTS: Final = frozenset(
    {"internal affairs", "home affairs", "foreign affairs", "human resources", "social services"}
)
_RANK_NEXT: Final = re.compile(r"\s(?:Corporal|Sergeant|Naik|Bombardier|Cpl|Sgt)\b")
_LETTERED_BEFORE: Final = re.compile(r"(?:\b[Tt]he|\d)\s$")
_CURRENCY: Final = re.compile(
    r"(?:K|T|U)?[Ss]hs?|K[Ee][Ss]|Rs|Rp|Tk|Gs|Lps?|Bs|RM|Fcfa|FCFA|Kz|Ks|Kč|Birr|Naira|Cedis?|Kwacha|Rands?|Baht|Pesos?|Quetzales"
)
_AMOUNT: Final = re.compile(r"\.?\s?\d|\.?/[=-]")
_REGION: Final = re.compile(
    r"\b(?:[Aa]rea|[Mm]unicipality|[Dd]istrict|[Cc]anton|[Cc]ounty|[Pp]rovince|[Cc]ommune|[Rr]egion|[Dd]epartamento|[Gg]overnorate)"
    r"\sof\s(?:the\s)?$"
)
# "Example aimag", "Example oblast": districts as other languages call them, after the name.
_REGION_AFTER: Final = re.compile(
    r"\s(?:aimag|soum|sum|bagh?|oblast|oblys|raion|rayon|okrug|krai|voivodeship|powiat|gmina|megye|județ|wilaya|mouhafaza|caza|kommune|fylke|län|landkreis|"
    r"zhupa|županija|općina|opština|marz|ostan|vilayat|velayat|upazila|taluk|tehsil|mandal|panchayat|gewog|dzongkhag|amphoe|changwat|sub-county|woreda|kebele)\b"
)
# "Oficio N.° 12", "Art. 59": the sign for a number, and the article of a law.
_NUMBER_SIGN: Final = re.compile(r"\.?\s?[°º]")
# "the NGO Amani Example".
_SOCIETY: Final = re.compile(r"(?:NGO|CSO|CBO|ONG)\s[A-Z]")
_ARTICLE: Final = re.compile(r"(?:Art|Abs|Ziff|Par|Sec)\.?")
_ARTICLE_AFTER: Final = re.compile(r"\.?\s?\d")
_HOUSE: Final = (
    r"(?:[Hh]ome|[Hh]ospital|[Pp]rison|[Cc]entre|[Cc]enter|[Cc]linic|[Ss]chool|[Ss]helter|[Uu]nit|[Ff]acility|[Ii]nstitution|[Ii]nstitute|"
    r"[Jj]ail|[Pp]enitentiary|[Bb]arracks|[Ss]tation|[Ee]stablishment|[Rr]esidence|[Hh]ostel|[Cc]olony|[Cc]amp|[Hh]ospice)"
)
_AFTER_HOUSE: Final = re.compile(rf"\b{_HOUSE}\s$")
_SAINT: Final = re.compile(r"(?:Santa|Santo|San|São|Saint|Sainte|St\.?|Sankt)\s[A-ZÀ-Þ]")
# "Inspection report 2023: ... home Santa Example, Town".
_TITLE: Final = re.compile(r"\b(?:report|visit|inspection|monitoring|follow-up)\b", re.IGNORECASE)
_HOUSE_IN_TITLE: Final = re.compile(
    rf"\b{_HOUSE}\b(?:\s(?:[A-ZÀ-Þ][\w'’-]*|of|de|del|la|las|los|for|the|\[[^\]]+\])){{0,6}},\s$"
)
_TITLE_END: Final = re.compile(r"[)]?(?:\s?[,–—(-]\s?[^.\n\x1e]{0,40})?\s*(?:[\n\x1e]|$)")


class Mistaken:
    """Tells the names of one text from what only looks like them.

    Args:
        text: of the manuscript.
        lexicon: word lists.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Find the eponyms."""
        self._text, self._lexicon, self._labels = text, lexicon, Labels(text, lexicon)
        bare = _BARE_EPONYM.finditer(text) if "'s" in text or "’s" in text else ()
        eponyms = [*_EPONYM.finditer(text), *bare]
        self.eponyms = [match.span() for match in eponyms if not self._titled(match.start())]

    def without(self, spans: Iterable[Span]) -> list[Span]:
        """Return the spans without names that are none; what is part of an eponym becomes the whole illness."""
        kept: list[Span] = []
        for span in spans:
            illness = self._illness(span.start)
            if span.type is SpanType.NAME and illness is not None:
                kept.append(replace(span, start=illness[0], end=illness[1], type=SpanType.HEALTH_RARE, role=None))
            elif span.type is SpanType.CELL and span.detectors == ("classifier",):
                surface = self._text[span.start : span.end]
                # "| 4 |": the number of a row.
                row = surface.isdigit() and len(surface) < 3 and self._text[span.start - 2 : span.start] == "| "
                if not (row or _NO_PLACE.fullmatch(surface) or self._labels.holds(span.start, span.end)):
                    kept.append(span)
            elif span.type is not SpanType.NAME or not self.holds(span.start, span.end):
                kept.append(span)
        return kept

    def holds(self, start: int, end: int) -> bool:
        """Say whether what stands at a range is no person's name by its own words and its neighbours."""
        text = self._text
        if self._illness(start) is not None:
            return True
        if self.in_house(start, end):
            return True
        surface = text[start:end]
        bare = surface.rstrip(". ").lower()
        quoted = text[start - 1 : start] in tuple('"“') and text[end : end + 1] in tuple('"”')
        if (bare in _ABBREVIATED and not quoted) or (
            _CURRENCY.fullmatch(surface.rstrip(". ")) and _AMOUNT.match(text, end)
        ):
            return True
        if _UNIT.fullmatch(surface) or _POINT.fullmatch(surface) or surface.lower() in _DEPARTMENTS:
            return True
        if _FEAST.fullmatch(surface) or _HEPATITIS.fullmatch(surface):
            return True
        loan = all(word.lower() in self._lexicon.loans for word in surface.split()) and not self._titled(start)
        if loan and not (surface.istitle() and is_borne(text, surface, self._given)):
            return True
        if _DEGREE.fullmatch(surface) and _AFTER_NAME.search(text, max(0, start - 2), start):
            return True
        addressed = _OFFICE.fullmatch(surface) and _OFFICE_ENDS.match(text, end)
        if addressed and _ADDRESSED.search(text, max(0, start - 16), start):
            return True
        firm = _FIRM_BEFORE.search(text, max(0, start - 5), start) and not surface.isupper()
        if firm or _HOUSE_OR_FIRM.fullmatch(surface):
            return True
        if surface == "Lance" and _RANK_NEXT.match(text, end):
            return True
        if _SEX.match(surface) or self._labels_a_number(surface, end) or self._by_a_river(start, end):
            return True
        if _LETTERS.fullmatch(surface) and _PARTY_AFTER.match(text, end):
            return True
        if _REGISTER.fullmatch(surface) or (
            _HALF_DAY.fullmatch(surface) and text[max(0, start - 2) : start].strip().isdigit()
        ):
            return True
        if _LETTERS.fullmatch(surface) and _LETTERED_BEFORE.search(text, max(0, start - 5), start):
            return True
        before = text[max(0, start - _REACH) : start]
        if _REGION_AFTER.match(text, end) or (surface[-2:] in ("N.", " N", "n.") and _NUMBER_SIGN.match(text, end)):
            return True
        if _SOCIETY.match(surface) and surface.split()[1].lower() not in self._lexicon.given_names:
            return True
        if _ARTICLE.fullmatch(surface) and _ARTICLE_AFTER.match(text, end):
            return True
        if _REGION.search(before) or (_SAINT.match(surface) and _AFTER_HOUSE.search(before)):
            return True
        if self._labels.holds(start, end) or self._nouns.holds(start, end) or of_a_body(text, surface):
            return True
        return self._compound(surface, end) or self._in_title(surface, start, end)

    def in_house(self, start: int, end: int) -> bool:
        """Say whether a range lies in the name of an establishment or an office."""
        return any(first <= start and end <= last for first, last in self._houses.touching(start, end))

    @cached_property
    def _houses(self) -> Ranges:
        return Ranges(house_names(self._text, self._lexicon.given_names))

    @cached_property
    def _nouns(self) -> ForeignNouns:
        return ForeignNouns(self._text, self._lexicon)

    def _labels_a_number(self, surface: str, end: int) -> bool:
        """Say whether a word names the number that follows it."""
        known = surface.lower() in SPECIFIC_WORDS or (surface in SPECIFIC and not surface.isupper())
        return known and _NUMBER_NEXT.match(self._text, end) is not None

    def _by_a_river(self, start: int, end: int) -> bool:
        """Say whether a range lies in the name of a town that tells its river."""
        if "-" not in self._text[max(0, start - 1) : end + 1]:
            return False
        before = _HYPHENED.search(self._text, max(0, start - 40), start)
        town = _BY_A_RIVER.match(self._text, before.start() if before else start)
        return town is not None and town.end() >= end

    def _illness(self, start: int) -> tuple[int, int] | None:
        return next((eponym for eponym in self.eponyms if eponym[0] <= start < eponym[1]), None)

    def _given(self, start: int, end: int) -> bool:
        """Say whether a given name stands at a range, by itself or as half of one: "Ann-Example"."""
        return not self._lexicon.given_names.isdisjoint(self._text[start:end].lower().split("-"))

    def _titled(self, start: int) -> bool:
        """Say whether a title or a given name stands before an eponym: then it is somebody's surname."""
        match = _WORD_BEFORE.search(self._text[max(0, start - 24) : start])
        word = match.group(1) if match else ""
        return word[:1].isupper() and (
            word.lower() in self._lexicon.titles or word.lower() in self._lexicon.given_names
        )

    def _compound(self, surface: str, end: int) -> bool:
        """Say whether an ordinary word is joined by a hyphen to another in small letters: "Short-term"."""
        match = _COMPOUND.match(self._text, end)
        common = self._lexicon.is_common
        return (
            match is not None
            and surface.isalpha()
            and common(surface)
            and common(match["rest"])
            and match["rest"] not in _AFTER_NAMES
        )

    def _in_title(self, surface: str, start: int, end: int) -> bool:
        """Say whether a place ends the title of a report, after the institution."""
        text = self._text
        line = re.split(r"[\n\x1e]", text[max(0, start - _REACH) : start])[-1]
        if not _TITLE.search(line) or not _HOUSE_IN_TITLE.search(line):
            return False
        given = self._lexicon.given_names | self._lexicon.given_words
        return _TITLE_END.match(text, end) is not None and surface.split()[0].lower() not in given
