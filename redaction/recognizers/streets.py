"""Streets as the languages of Europe, Asia and Latin America write them, villages and house names."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH_OR_DAY, UPPER, found, left, sentence
from redaction.recognizers.rooms import anybody
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_NO: Final = r"(?:(?:nr|no|No|Nr|nº|n°|N°|№|br|č|čp|sz|num|núm|s/n)\.?\s?:?\s?|#\s?)"
_HOUSE: Final = rf"(?:,?\s{_NO}?\d{{1,4}}(?:\s?[A-Za-z](?!\w))?(?:\s?[/–-]\s?\d{{1,4}}[A-Za-z]?){{0,2}}\.?)"
_FLOOR: Final = (
    r"(?:,?\s(?:\d{1,2}\.?\s?(?:sal|tv|th|mf|etg|OG|piso|em|e|º|ª|er|étage|floor|emelet|patro|katas?)\.?(?:\s?(?:tv|th|mf|dcha|izda|esq|dto|[A-Z](?!\w)|\d{1,3}(?![\w/]))\.?)?|"
    r"(?:ap|apt|app|apartment|flat|kv|lok|m|st|stan|bl|blok|block|sc|et|wg|byt|dz|bt|lgh|leil|piso|depto|dpto|int|puerta|porta|кв)\.?\s?[\w-]{1,4}|"
    r"(?:tv|th|mf|St|kld)\.))"
)
_TOWN: Final = (
    rf"(?:{CAPITALISED}(?:[ -](?:{CAPITALISED}|de|la|le|del|do|da|ob|pod|nad|am|an|der|i|na|sur|\d{{1,2}})){{0,4}})"
)
_CODE: Final = r"(?:[A-Z]{1,2}-?)?\d{3,6}(?:[ -]\d{2,4})?(?:\s[A-Z]{2}(?!\w))?"
_TAIL: Final = (
    rf"(?:{_FLOOR}){{0,3}}(?:,\s?(?:{_CODE}\s{_TOWN}|{_TOWN}(?:\s{_CODE}(?!\w))?|{_CODE}(?![\w%.,]\d))){{0,4}}"
)
# The word for street ends the name, joined to it or after a space.
_JOINED: Final = (
    r"(?:straße|strasse|str\.|gasse|gässli|weg|allee|platz|damm|ufer|steig|ring|graben|straat|laan|gracht|plein|kade|singel|"
    r"steenweg|dreef|dijk|hof|gata|gatan|vägen|väg|gränd|torget|backen|gade|vej|vænget|vænge|stræde|allé|toften|bakken|parken|"
    r"veien|veg|vegen|vei|stien|haugen|lia|vegur|stígur|braut|grund|hlíð|gerði|katu|kuja|polku|tie|puistikko|vägen|utca|sugárút)"
)
_SPACED: Final = (
    r"(?:utca|út|útja|tér|körút|köz|u\.|ulica|ul\.|ulice|třída|tř\.|náměstí|nám\.|cesta|trg|put|sokak|sok\.|cad\.|caddesi|"
    r"mahallesi|bulvarı|iela|prospekts|bulvāris|laukums|gatvė|g\.|al\.|alėja|prospektas|pr\.|tänav|tn\.?|tee|mnt\.?|maantee|pst\.?|"
    r"puiestee|talu|küla|street|str\.|ave\.|poch\.|kucha|k'ucha|phoghots|poghots|prospekt|prospekti|pereulok|per\.|bulvar|"
    r"shosse|köçesi|küçəsi|ko['’]chasi|kochasi|köşesi|marg|sarani|nagar|chowk|gali|galli|para|tole|mawatha|veediya)"
)
_AFTER: Final = Sieve(
    rf"(?<![\w.])(?:{CAPITALISED}[ -]){{0,2}}(?:[{UPPER}][^\W\d_]{{2,30}}{_JOINED}|{CAPITALISED}(?:\s{CAPITALISED}){{0,2}}\s{_SPACED}){_HOUSE}{_TAIL}"  # noqa: E501
)
_BEFORE: Final = Sieve(
    r"(?<![\w.])(?:ulica|ul\.|ulitsa|ulice|str\.|strada|Strada|Str\.|bd\.|Bd\.|bul\.|Bul\.|bulevar|Bulevar|bulevardul|Bulevardul|bulevardi|Bulevardi|"
    r"rruga|Rruga|Rr\.|prosp\.|prospekt|Prospekt|pr-t|vul\.|vulytsia|pereulok|per\.|nám\.|náměstí|trg|Trg|put|Put|sokak|Jalan|Jln\.?|Jl\.|Soi|Thanon|"
    r"Calle|calle|Cll\.?|Carrera|Cra\.?|Kra\.?|Cr\.|Avenida|avenida|Av\.|Avda\.?|Diagonal|Transversal|Jirón|Jr\.|Pasaje|Psje\.?|Paseo|Camino|Calzada|"
    r"Rua|rua|R\.|Travessa|Praça|Largo|Alameda|Estrada|Beco|Ladeira|Via|via|Viale|viale|Vicolo|Corso|Piazza|piazza|Largo|Contrada|Salita|"
    r"Rue|rue|Avenue|avenue|Chemin|chemin|Boulevard|boulevard|Impasse|Allée|Quai|Sentier|Ruelle|Carrer|Passatge|Plaza|Plaça|Odos|odos|Leoforos|"
    rf"Triq|Sráid|Heol|Ffordd|Shari['’]?a?|Sharia|Hay|Derb|Zanqat|Kebele|Woreda|улица|вулиця|вул\.|ул\.|бул\.)\s(?:(?:de|del|della|dei|do|da|dos|das|la|las|los|le|les|du|des|e|ya|al|el|i|di)\s){{0,3}}"
    rf"(?:{CAPITALISED}|\d{{1,3}}(?:\s?[A-Z]\b)?)(?:[ -](?:{CAPITALISED}|de|del|la|los|e|i|do|da|di)){{0,4}}{_HOUSE}(?:\s?-\s?\d{{1,4}})?{_TAIL}"  # noqa: E501
)
# "Kivi talu, Rannaküla, 46999 Lääne-Virumaa", "Havrevænget 31, 2. tv., 8888 Sønderhede".
_WITH_CODE: Final = Sieve(
    rf"(?<![\w.]){CAPITALISED}(?:\s(?:{CAPITALISED}|[a-zà-ž]{{2,8}})){{0,2}}(?P<number>{_HOUSE})?(?:{_FLOOR}){{0,3}},\s"
    rf"(?:(?:{_TOWN}(?:\s\d{{1,3}})?),\s){{0,3}}(?:[A-Z]{{1,2}}-)?(?P<code>\d{{3}}\s?\d{{2}}|\d{{2}}-\d{{3}}|\d{{4,6}})\s{_TOWN}"
)
# A home in a village, told without a number.
_HOME: Final = Sieve(
    r"\b(?:[Ll]ives?|[Ll]ived|[Ll]iving|[Rr]esid(?:es|ed|ing|ent)|[Dd]omiciled|[Rr]egistered|[Hh]ome(?:\s(?:is|was))?|(?:family|parents['’]?|mother['’]s|his|her|their)\s"
    r"(?:house|home|farm|flat)|[Rr]eturn(?:s|ed)?|[Nn]ative|originally|[Aa]ddress:?)\s(?:\w+\s)?(?:in|at|of|from|is|to)\s"
    rf"(?P<where>(?:the\s)?(?:village|hamlet|settlement|aul|farm|homestead|community|commune|barrio|estate|compound|kebele|parish|sub-?county|neighbou?rhood|"
    rf"quarter|colony|house|block|flat|trailer park|caravan site)\s(?:of\s|no\.?\s)?[\"“]?{_TOWN}[\"”]?(?:,\s(?:(?:the\s)?{_TOWN}(?:\s(?:district|region|county|province|municipality|oblast|raion|department|commune))?|"  # noqa: E501
    r"(?:near|house|plot|behind|next to)\s[^.,;()]{2,40})){0,3})"
)
_VILLAGE: Final = Sieve(
    rf"\b(?:[Ll]ives?|[Ll]ived|[Ll]iving|[Rr]esid(?:es|ed|ing)|[Dd]omiciled|resident|native|[Cc]omes|came|farmer|shepherd|family|mother|father|wife|parents)\s(?:\w+\s)?(?:in|of|from|at)\s"
    rf"(?P<where>{_TOWN}\s(?:village|hamlet|settlement|farm|homestead|estate|compound|colony|barangay|mohalla|township|ward\s\d+)(?:,\s{_TOWN}(?:\s(?:district|region|county|province|municipality|oblast|raion))?){{0,3}})"
)
# "His village, Example", "conscripted from the village of Example, Example region", "the Example neighbourhood, block C".  # noqa: E501
_NATIVE: Final = Sieve(
    rf"\b(?:[Hh]is|[Hh]er|whose|my)\s(?:home |native |own )?(?:village|hamlet|town|home|birthplace|homestead),\s(?P<where>{_TOWN})(?=[,.;])"  # noqa: E501
    rf"|\b(?:from|in|to|of|near)\s(?P<village>the\s(?:village|hamlet|settlement|aul|homestead|farm)\s(?:of\s)?{_TOWN}(?:,\s{_TOWN}\s(?:district|region|county|province|municipality|oblast|raion|department|commune|marz))?)"
    rf"|\b(?P<quarter>the\s{CAPITALISED}(?:\s{CAPITALISED})?\s(?:neighbou?rhood|quarter|estate|housing estate|settlement|barrio|favela|township)(?:,\s(?:[Bb]lock|[Hh]ouse|[Pp]lot|[Ff]lat|no\.)\s\w{{1,4}})?(?:,\s(?:near|behind|opposite|beside|next to)\s[^.,;()]{{3,40}})?)"  # noqa: E501
)
# "the third bag of Example sum", "Example upazila, Example district": units that reports of some countries give as a home.  # noqa: E501
_ADMINISTRATIVE: Final = Sieve(
    rf"\b(?:[Ll]ives?|[Ll]ived|[Ll]iving|[Rr]esid(?:es|ed|ing|ent)|home|house|mother|father|wife|husband|parents|family|native|born|from|herder|farmer)\s(?:\w+\s){{0,2}}?(?:in|of|from|at)\s"
    rf"(?P<where>(?:(?:the\s)?(?:\w+)\s(?:bag|ward|khoroo|kebele|cell|hamlet|sitio|purok|quarter|sector)\s(?:of|in)\s)?{_TOWN}\s"
    rf"(?:sum|soum|aul|okrug|upazila|union|tehsil|taluk|thana|mauza|woreda|kebele|khoroo|poblacion|gewog|mahalla|jamoat|sangat|panchayat|deh|kampong|desa|mukim|commune|fokontany)\b(?:,\s{_TOWN}(?:\s(?:district|region|county|province|division|aimag))?){{0,3}})"
)
# "of 12 Mill Lane", "c/o Example Store, Example Town".
_CARE_OF: Final = Sieve(
    rf"\bc/o\s(?P<where>(?:(?:the|Mr|Mrs|Ms)\.?\s)?{_TOWN}(?:['’]s\s\w+)?(?:,\s(?:\d{{1,5}}\s)?{_TOWN}(?:\s{_CODE})?){{0,4}})"
)
# "lives behind the petrol station at Example, second green gate".
_BESIDE: Final = Sieve(
    r"\b(?:[Ll]ives?|[Ll]ived|[Rr]esid(?:es|ed)|[Ss]tays with \w+ \w+)\s(?:\w+\s)?(?P<where>(?:behind|opposite|next to|beside|above|over|across (?:the \w+ )?from|in front of)\s"  # noqa: E501
    rf"(?:the|a)\s(?:[\w'’-]+\s){{0,4}}?(?:station|shop|store|market|church|mosque|temple|school|bakery|garage|bank|bridge|river|railway|pharmacy|chemist|bar|pub|"
    r"café|mill|factory|cemetery|stadium|park|post office|clinic|butcher['’]?s?|barber['’]?s?|hairdresser['’]?s?|depot|port|harbour|quarry|well|tower|hotel)\b"  # noqa: E501
    rf"(?:\s(?:at|in|of|on)\s{_TOWN})?(?:,\s(?:the\s)?(?:first|second|third|fourth|last|red|green|blue|white|yellow)\s(?:\w+\s){{0,2}}(?:gate|house|door|floor|left|right|turning|street))?)"
)
_TOLD: Final = re.compile(r"\b(?:in|of|from|at|is|to|c/o|behind|opposite|beside|above|over|across|front)\s")
_OFFICE: Final = re.compile(
    r"\b(?:Department|Ministry|Inspectorate|Office|Directorate|Secretariat|Ombudsman|Headquarters|Commission|Defender|Liberty|Agency|Institute|Mechanism|"
    r"Prison|Hospital|Station|Centre|Court|Chamber|Rights|Board|Council|Service|Administration|Foundation|Association)\)?,\s?$"
)
_NOT: Final = frozenset(
    ["article", "rule", "section", "table", "annex", "report", "visit", "see", "no", "page", "figure", "item"]
)


class Streets:
    """Finds addresses in the notation of many countries; the office whose address it is must not stand before it."""

    name = "street"

    def detect(self, text: str) -> list[Span]:
        """Return addresses."""
        spans: list[Span] = []
        if not any(character.isdigit() for character in text) and not _TOLD.search(text):
            return spans
        spans += [found(self.name, *match.span("where"), SpanType.ADDRESS, 0.65) for match in _BESIDE.finditer(text)]
        for pattern, score in ((_AFTER, 0.8), (_BEFORE, 0.8), (_WITH_CODE, 0.75)):
            for match in pattern.finditer(text):
                if self._plausible(text, match):
                    end = match.start() + len(match[0].rstrip(" ,"))
                    spans.append(found(self.name, match.start(), end, SpanType.ADDRESS, score))
        for match in _NATIVE.finditer(text):
            low, high = sentence(text, match.start(), match.end())
            if match["where"] or anybody(text[low : match.start()] + " \n " + text[match.end() : high]):
                spans.append(found(self.name, *match.span(match.lastgroup or 0), SpanType.ADDRESS, 0.65))
        for pattern in (_HOME, _VILLAGE, _ADMINISTRATIVE, _CARE_OF):
            for match in pattern.finditer(text):
                spans.append(found(self.name, *match.span("where"), SpanType.ADDRESS, 0.7))
        return spans

    @staticmethod
    def _plausible(text: str, match: re.Match[str]) -> bool:
        words = match[0].replace(",", " ").split()
        first = words[0].lower()
        if (
            first in _NOT
            or first in MONTH_OR_DAY
            or first in INSTITUTION
            or _OFFICE.search(left(text, match.start(), 40))
        ):
            return False
        code = match.groupdict().get("code")
        if code is not None:
            year = len(code) == 4 and code[:2] in {"19", "20"}
            # Without a house number a place, a year and a capitalised word would do.
            if year and not match["number"]:
                return False
            if any(word.lower() in MONTH_OR_DAY or word.lower().rstrip(",") in INSTITUTION for word in words):
                return False
        return True
