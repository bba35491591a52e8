"""Nationality or people of one person."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, distinct, found
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

DEMONYMS: Final = frozenset(
    [
        "Afghan", "Albanian", "Algerian", "American", "Angolan", "Argentine", "Argentinian", "Armenian", "Australian",
        "Austrian", "Azerbaijani", "Bahraini", "Bangladeshi", "Barbadian", "Belarusian", "Belgian", "Beninese",
        "Bolivian", "Bosnian", "Botswanan", "Brazilian", "Bulgarian", "Burmese", "Burundian", "Cambodian",
        "Cameroonian", "Canadian", "Chadian", "Chechen", "Chilean", "Chinese", "Colombian", "Congolese", "Croatian",
        "Cuban", "Cypriot", "Czech", "Danish", "Djiboutian", "Dominican", "Dutch", "Ecuadorian", "Egyptian", "Emirati",
        "Eritrean", "Estonian", "Ethiopian", "Fijian", "Filipino", "Finnish", "French", "Gabonese", "Gambian",
        "Georgian", "German", "Ghanaian", "Greek", "Guatemalan", "Guinean", "Guyanese", "Haitian", "Honduran",
        "Hungarian", "Icelandic", "Indian", "Indonesian", "Iranian", "Iraqi", "Irish", "Israeli", "Italian", "Ivorian",
        "Jamaican", "Japanese", "Jordanian", "Kazakh", "Kenyan", "Korean", "Kosovan", "Kosovar", "Kurdish", "Kuwaiti",
        "Kyrgyz", "Laotian", "Latvian", "Lebanese", "Liberian", "Libyan", "Lithuanian", "Macedonian", "Malagasy",
        "Malawian", "Malaysian", "Malian", "Maltese", "Maori", "Māori", "Mauritanian", "Mauritian", "Mexican",
        "Moldovan", "Mongolian", "Montenegrin", "Moroccan", "Mozambican", "Namibian", "Nepalese", "Nepali",
        "Nicaraguan", "Nigerian", "Nigerien", "Norwegian", "Omani", "Pakistani", "Palestinian", "Panamanian", "Papuan",
        "Paraguayan", "Peruvian", "Polish", "Portuguese", "Qatari", "Roma", "Romani", "Romanian", "Russian", "Rwandan",
        "Salvadoran", "Samoan", "Saudi", "Scottish", "Senegalese", "Serbian", "Serb", "Singaporean", "Slovak",
        "Slovakian", "Slovene", "Slovenian", "Somali", "Spanish", "Sudanese", "Surinamese", "Swedish", "Swiss",
        "Syrian", "Taiwanese", "Tajik", "Tamil", "Tanzanian", "Thai", "Togolese", "Tongan", "Tunisian", "Turkish",
        "Turkmen", "Ugandan", "Uighur", "Uyghur", "Ukrainian", "Uruguayan", "Uzbek", "Venezuelan", "Vietnamese",
        "Welsh", "Yazidi", "Yemeni", "Zambian", "Zimbabwean", "Anishinaabe", "Cree", "Dene", "Inuit", "Inuk", "Métis",
        "Mohawk", "Navajo", "Sámi", "Sami", "Yolngu", "Noongar", "Hazara", "Pashtun", "Rohingya", "Berber", "Tibetan",
        "Traveller",
    ]
)  # fmt: skip
COUNTRIES: Final = frozenset(
    [
        "Afghanistan", "Albania", "Algeria", "Angola", "Argentina", "Armenia", "Austria", "Azerbaijan",
        "Bangladesh", "Belarus", "Belgium", "Benin", "Bolivia", "Botswana", "Brazil", "Bulgaria", "Burundi",
        "Cambodia", "Cameroon", "Canada", "Chad", "Chile", "China", "Colombia", "Congo", "Croatia", "Cuba",
        "Cyprus", "Czechia", "Denmark", "Djibouti", "Ecuador", "Egypt", "Eritrea", "Estonia", "Ethiopia", "Fiji",
        "Finland", "France", "Gabon", "Gambia", "Georgia", "Germany", "Ghana", "Greece", "Guatemala", "Guinea",
        "Guyana", "Haiti", "Honduras", "Hungary", "Iceland", "India", "Indonesia", "Iran", "Iraq", "Ireland",
        "Israel", "Italy", "Jamaica", "Japan", "Jordan", "Kazakhstan", "Kenya", "Kiribati", "Kosovo", "Kuwait",
        "Kyrgyzstan", "Laos", "Latvia", "Lebanon", "Liberia", "Libya", "Lithuania", "Madagascar", "Malawi",
        "Malaysia", "Mali", "Malta", "Mauritania", "Mauritius", "Mexico", "Moldova", "Mongolia", "Montenegro",
        "Morocco", "Mozambique", "Myanmar", "Namibia", "Nauru", "Nepal", "Nicaragua", "Niger", "Nigeria", "Norway",
        "Pakistan", "Palestine", "Panama", "Paraguay", "Peru", "Philippines", "Poland", "Portugal", "Romania",
        "Russia", "Rwanda", "Samoa", "Senegal", "Serbia", "Slovakia", "Slovenia", "Somalia", "Spain", "Sudan",
        "Suriname", "Sweden", "Switzerland", "Syria", "Tajikistan", "Tanzania", "Thailand", "Togo", "Tonga",
        "Tunisia", "Turkey", "Turkmenistan", "Türkiye", "Uganda", "Ukraine", "Uruguay", "Uzbekistan", "Vanuatu",
        "Venezuela", "Vietnam", "Yemen", "Zambia", "Zimbabwe",
    ]
)  # fmt: skip
# ISO 3166-1 alpha-3, as passports and manifests write countries.
_CODES: Final = (
    "AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN "
    "BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP "
    "EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ "
    "ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO "
    "MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK "
    "PAN PER PHL PLW PNG POL PRK PRT PRY PSE QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR "
    "SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR URY USA UZB VCT VEN VNM "
    "VUT WSM XKX YEM ZAF ZMB ZWE"
)
_PERSON: Final = (
    r"(?:national(?!\s(?:minorit|human|law|legis|instit|action|plan|polic|strateg|prevent|"
    r"authorit|govern|team|service|health|secur|parl|ident))|citizen|man|woman|boy|girl|prisoner|"
    r"detainee|inmate|patient|resident|asylum[- ]seeker|refugee|migrant|"
    r"teenager|youth|child|student|remandee|volunteer|[a-z-]+(?:\s[a-z-]+)?\saged|person|remand prisoner|speaker)"
)
_SINGULAR: Final = Sieve(
    rf"\b(?:[Aa]n?|[Oo]ne|[Tt]his|[Aa]nother|[Tt]he|sole|only|young|elderly|old|pregnant|disabled|"
    rf"deaf|blind|transgender|stateless|former|injured|"
    rf"year-old)\s(?P<d>{CAPITALISED})(?:[- ][a-z]+){{0,2}}?\s{_PERSON}\b(?!s)"
)
_BRACKET: Final = re.compile(rf"[(]\s?(?P<d>{CAPITALISED})(?=[;,)])")
_APPOSED: Final = Sieve(rf"{CAPITALISED}\s{CAPITALISED},\s(?P<d>{CAPITALISED})(?=[,;.])")
_ORIGIN: Final = Sieve(
    rf"\b(?:of|by)\s(?P<d>{CAPITALISED})\s(?:origin|birth|nationality|descent|heritage|ethnicity|citizenship)\b"
    rf"|\b(?:came|arrived|fled|originally|deported|returned|comes|is|"
    rf"was)\s(?:[A-Za-z]+\s){{0,4}}from\s(?P<c>{CAPITALISED})\b"
    r"|\b(?:deported|repatriated|expelled|extradited|removed|returned|sent back|flown back)\s(?:back\s)?to\s"
    rf"(?P<t>{CAPITALISED})\b"
    rf"|\b(?:[Hh]e|[Ss]he|who)\s(?:is|was)\s(?P<e>{CAPITALISED})\b|\bspeaks\s(?:only|"
    rf"no language but|nothing but)\s(?P<f>{CAPITALISED})\b"
    rf"|\b(?:the\s)?(?:sole|only)\s(?P<g>{CAPITALISED})\b"
)
# "a Chadian passport 4471": the papers of one person say where that person is from.
_PAPERS: Final = Sieve(
    rf"(?<![\w-])(?P<d>{CAPITALISED})\s(?:passports?|travel document|identity card|ID card|residence permit|laissez-passer)"  # noqa: E501
    rf"(?:\s(?:no\.?|number))?\s[A-Z]{{0,3}}\d"
)
# "Ann EXAMPLE, NGA, 12.02.1990".
# "of undetermined citizenship", "NATIONAL OF BENIN REPUBLIC".
_UNSETTLED: Final = Sieve(
    r"\b(?P<d>(?:undetermined|unknown|undefined|unclear|disputed|dual|no)\s(?:citizenship|nationality))(?=[,.;)]|\s(?:and|who)\b)"
    r"|\b(?:NATIONAL|CITIZEN)\sOF\s(?:THE\s)?(?P<e>[A-Z]{4,}(?:\sREPUBLIC)?)(?![\w-])"
)
_CODED: Final = re.compile(rf"[^\W\d_]{{2}},\s(?P<d>{_CODES.replace(' ', '|')})(?=[,;)])")
_APART: Final = re.compile(rf"(?:\b(?:other|[Oo]ne|[Aa]nother|first|second|third)|{CAPITALISED}),\s\w?$")
_GROUP: Final = re.compile(r"\b(?:persons|people|those|women|men|children|prisoners|detainees|minorit\w+|groups)\b")
_PERSON_BEFORE: Final = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|who|man|woman|boy|girl|[Mm]r|[Mm]s|[Mm]rs|{CAPITALISED}\s{CAPITALISED}|{CAPITALISED},\saged)\b"
)


class Nationalities:
    """Finds the nationality of one person; groups, languages, institutions and States as such are left."""

    name = "nationality"

    def detect(self, text: str) -> list[Span]:
        """Return nationalities and, where a person came from one, countries."""
        spans: list[Span] = []
        for pattern in (_SINGULAR, _BRACKET, _APPOSED, _ORIGIN, _PAPERS):
            for match in pattern.finditer(text):
                group = match.lastgroup or "d"
                word = match[group]
                if word.split("-")[0] not in (COUNTRIES if group in ("c", "t") else DEMONYMS):
                    continue
                before = text[max(0, match.start() - 60) : match.start() + 1]
                if group in ("c", "t") and not (_PERSON_BEFORE.search(before) or _APART.search(before)):
                    continue
                if (
                    group == "d"
                    and pattern is _ORIGIN
                    and _GROUP.search(text, max(0, match.start() - 50), match.start() + 1)
                ):
                    continue
                if pattern is _BRACKET and not self._follows_person(text, match.start()):
                    continue
                if (
                    pattern is _SINGULAR
                    and re.match(r"the\s", match.group(), re.IGNORECASE)
                    and not re.search(rf"{re.escape(word)}\s{_PERSON}$", match.group())
                ):
                    continue
                spans.append(found(self.name, match.start(group), match.end(group), SpanType.NATIONALITY, 0.75))
        spans += [found(self.name, m.start("d"), m.end("d"), SpanType.NATIONALITY, 0.75) for m in _CODED.finditer(text)]
        for match in _UNSETTLED.finditer(text):
            spans.append(found(self.name, *match.span(match.lastgroup or 0), SpanType.NATIONALITY, 0.75))
        return distinct(spans)

    @staticmethod
    def _follows_person(text: str, bracket: int) -> bool:
        before = text[max(0, bracket - 40) : bracket].rstrip()
        return bool(re.search(rf"(?:{CAPITALISED})$", before)) and not re.search(r"\d[^.]{0,6}$", before)
