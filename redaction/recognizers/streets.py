"""Streets as the languages of Europe, Asia and Latin America write them."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH_OR_DAY, UPPER, found, left
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_NO: Final = r"(?:(?:nr|no|No|Nr|nº|n°|N°|№|br|č|čp|sz|num|núm|s/n)\.?\s?:?\s?|#\s?)"
_HOUSE: Final = rf"(?:,?\s(?:{_NO}?\d{{1,4}}(?:\s?[A-Za-z](?!\w))?(?:\s?[/–-]\s?\d{{1,4}}[A-Za-z]?){{0,2}}\.?|s/n\b))"
_FLOOR: Final = (
    r"(?:,?\s(?:\d{1,2}\.?\s?(?:sal|tv|th|mf|etg|OG|piso|em|e|º|ª|er|étage|floor|emelet|patro|katas?)\.?(?:\s?(?:tv|th|mf|links|rechts|mitte|dcha|izda|esq|dto|[A-Z](?!\w)|\d{1,3}(?![\w/]))\.?)?|"
    r"(?:ap|apt|app|apartment|flat|kv|lok|m|st|stan|bl|blok|block|sc|et|wg|byt|dz|bt|lgh|leil|piso|depto|dpto|int|puerta|porta|Pall|Shk|Hyrja|Ap|Mz|Lt|кв)\.?\s?[\w-]{1,4}|"
    r"(?:tv|th|mf|St|kld)\.|km\.?\s\d{1,4}(?:[.,]\d{1,3})?))"
)
_TOWN: Final = (
    rf"(?:{CAPITALISED}(?:[ -](?:{CAPITALISED}|de|la|le|del|do|da|ob|pod|nad|am|an|der|i|na|sur|\d{{1,2}})){{0,4}})"
)
# "población Example Norte": what kind of quarter stands before its name.
_QUARTER: Final = (
    r"(?:(?:poblaci[óo]n|pobl\.|villa|colonia|col\.|barrio|bairro|urb\.|urbanización|cité|quartier|fracc\.|sector|comuna|commune|village|ejido|vereda|partido|"
    r"localidad|distrito|jardim|parque|lagjja|faubourg)\s(?:de\s)?)"
)
_CODE: Final = r"(?:[A-Z]{1,2}-?)?\d{3,6}(?:[ -]\d{2,4})?(?:\s[A-Z]{2}(?!\w))?"
_TAIL: Final = rf"(?:{_FLOOR}){{0,3}}(?:,\s?(?:{_CODE}\s{_TOWN}|{_QUARTER}?{_TOWN}(?:\s{_CODE}(?!\w))?|{_CODE}(?![\w%.,]\d))){{0,4}}"  # noqa: E501
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
# 'Rr. "Example", Pall. 14': blocks of flats have the number.
_FLATS: Final = r"(?:,?\s(?:Pall|Bl|Nd|P|H|kompl|zgr)\.?\s?\d{1,3}[A-Za-z]?)"
_AFTER: Final = Sieve(
    rf"(?<![\w.])(?:{CAPITALISED}[ -]){{0,2}}(?:[{UPPER}][^\W\d_]{{2,30}}{_JOINED}|{CAPITALISED}(?:\s{CAPITALISED}){{0,2}}\s{_SPACED}){_HOUSE}{_TAIL}"  # noqa: E501
)
_BEFORE: Final = Sieve(
    r"(?<![\w.])(?:ulica|ul\.|ulitsa|ulice|str\.|strada|Strada|Str\.|bd\.|Bd\.|bul\.|Bul\.|bulevar|Bulevar|bulevardul|Bulevardul|bulevardi|Bulevardi|"
    r"rruga|Rruga|Rr\.|prosp\.|prospekt|Prospekt|pr-t|vul\.|vulytsia|pereulok|per\.|nám\.|náměstí|trg|Trg|put|Put|sokak|Jalan|Jln\.?|Jl\.|Soi|Thanon|"
    r"Calle|calle|Cll\.?|Carrera|Cra\.?|Kra\.?|Cr\.|Avenida|avenida|Av\.|Avda\.?|Diagonal|Transversal|Jirón|Jr\.|Pasaje|Psje\.?|Paseo|Camino|Calzada|pasaje|paseo|camino|jirón|avda\.|"
    r"Rua|rua|R\.|Travessa|Praça|Largo|Alameda|Estrada|Beco|Ladeira|Via|via|Viale|viale|Vicolo|Corso|Piazza|piazza|Largo|Contrada|Salita|"
    r"Rue|rue|Avenue|avenue|Chemin|chemin|Boulevard|boulevard|Impasse|Allée|Quai|Sentier|Ruelle|Carrer|Passatge|Plaza|Plaça|Odos|odos|Leoforos|"
    rf"Triq|Sráid|Heol|Ffordd|Shari['’]?a?|Sharia|Hay|Derb|Zanqat|Kebele|Woreda|улица|вулиця|вул\.|ул\.|бул\.)\s(?:(?:de|del|della|dei|do|da|dos|das|la|las|los|le|les|du|des|e|ya|al|el|i|di)\s){{0,3}}"
    rf"(?:[\"“„«]{CAPITALISED}(?:\s{CAPITALISED}){{0,2}}[\"”“»]|{CAPITALISED}|\d{{1,3}}(?:\s?[A-Z]\b)?)(?:[ -](?:{CAPITALISED}|de|del|la|los|e|i|do|da|di)){{0,4}}(?:{_HOUSE}|{_FLATS})(?:\s?-\s?\d{{1,4}})?{_TAIL}"  # noqa: E501
)
# "Kivi talu, Rannaküla, 46999 Lääne-Virumaa", "Havrevænget 31, 2. tv., 8888 Sønderhede".
_WITH_CODE: Final = Sieve(
    rf"(?<![\w.]){CAPITALISED}(?:\s(?:{CAPITALISED}|[a-zà-ž]{{2,8}})){{0,2}}(?P<number>{_HOUSE})?(?:{_FLOOR}){{0,3}},\s"
    rf"(?:(?:{_TOWN}(?:\s\d{{1,3}})?),\s){{0,3}}(?:[A-Z]{{1,2}}-)?(?P<code>\d{{3}}\s?\d{{2}}|\d{{2}}-\d{{3}}|\d{{4,6}})\s{_TOWN}"
)
# "Am Anger 6", "An der Mühle 12a": German streets that are named by where they lie.
_LYING: Final = Sieve(
    rf"(?<![\w.])(?:Am|Im|An der|An den|Auf der|Auf dem|In der|In den|Zum|Zur|Unter den|Hinter der|Bei der|Vor dem)\s{CAPITALISED}(?:\s{CAPITALISED})?{_HOUSE}(?:{_FLOOR}){{0,3}}"  # noqa: E501
    rf"(?:,\s(?:{_CODE}\s)?{_TOWN})?"
)
# "Example Road 4": the number after the street, as those write English who number so at home.
_NUMBER_LAST: Final = Sieve(
    rf"(?<![\w.]){CAPITALISED}(?:\s{CAPITALISED})?\s(?:Road|Rd\.|Street|Str\.|Avenue|Ave\.|Lane)\s(?!(?:19|20)\d\d\b)\d{{1,4}}[A-Za-z]?(?![\w%.,:/-]*\d|\s(?:km|m|metres|beds|places|to)\b)"
    rf"(?:,\s(?:{_CODE}\s)?{_TOWN})?"
)
# "no 18 jln example 3, kg example baru, oldtown": Malay addresses, in small letters too.
_MALAY: Final = Sieve(
    r"(?<![\w.])(?i:(?:no\.?\s?)?\d{1,4}[a-z]?,?\s(?:jln|jalan|lorong|lrg|persiaran|kampung|kg(?!\s(?:to|and|or|in|of|at|is|was|less|more|over|for|from|since|between|lighter|heavier|lost)\b))\.?\s[a-z][\w'’]*(?:\s[a-z\d][\w'’/]*){0,3}"
    r"(?:,\s(?:\d{5}\s)?[a-z][\w'’]*(?:\s[a-z\d][\w'’]*){0,2}){0,4})(?=[,.;)\n]|$)"
)
# "2218 1/2 S. Tupelo, rear bldg, E. St. Louis": American streets by their direction, without a word for street.
_DIRECTED: Final = Sieve(
    rf"(?<![\w.,$])\d{{2,5}}(?:\s1/2)?\s(?:[NSEW]\.|[NS][EW]\.?)\s(?:{CAPITALISED}|\d{{1,3}}(?:st|nd|rd|th))(?:\s{CAPITALISED})?\.?"
    rf"(?:,\s(?:rear|front|upper|lower|apt|unit|bldg|basement|#)[^,;.\n]{{0,20}}\.?)?(?:,\s(?:[NSEW]\.\s)?(?:St\.\s)?{CAPITALISED}(?:\s{CAPITALISED})?)?"
)
# "dad is at the vicarage, Lower Example": a house that the place has one of.
_ONE_OF_ITS_KIND: Final = Sieve(
    rf"\b(?i:lives?|lived|living|is|stays?|staying|home|address)(?:\s(?i:is))?\s(?i:at|in)\s(?P<where>(?i:the\s(?:old\s)?(?:vicarage|rectory|manse|parsonage|presbytery|mill|forge|school ?house|gatehouse|lighthouse|smithy|toll ?house|glebe|post office|station house))"  # noqa: E501
    rf",\s{CAPITALISED}(?:\s{CAPITALISED}){{0,2}}(?:,\s{CAPITALISED}(?:\s{CAPITALISED})?)?)"
)
# "rue 18 Janvier, imm. Yasmine, 2e ét.": a street that is a date, and the house by its name and floor.
_DATED: Final = Sieve(
    r"\b(?i:rue|avenue|av\.|bd|boulevard|calle|rua|avenida|via|viale|jirón|jr\.)\s(?:du\s|de\s|dell['’]?)?\d{1,2}(?:er|º|°)?(?:\s(?:de|di))?\s"
    r"(?i:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|"
    r"diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)\b"
    rf"(?:,\s(?:(?:n[°º]?|no\.?)\s?)?\d{{1,4}}(?:\sbis)?(?![\w.]))?(?:,\s(?:(?i:imm|rés|résidence|résid|bât|bat|esc|cité|lot|app?t?|edif|ed|piso|dpto|porte|blq?|étage)\.?\s[\w'’-]{{1,20}}|"
    rf"\d{{1,2}}(?:e|er|ère|ème|º|ª|°)\s?(?:ét|étage|piso|andar|piano)\.?|{CAPITALISED}(?:\s{CAPITALISED})?)){{0,5}}"
)
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
        for match in _ONE_OF_ITS_KIND.finditer(text):
            spans.append(found(self.name, *match.span("where"), SpanType.ADDRESS, 0.75))
        if not any(character.isdigit() for character in text):
            return spans
        for pattern, score in (
            (_AFTER, 0.8),
            (_BEFORE, 0.8),
            (_WITH_CODE, 0.75),
            (_LYING, 0.75),
            (_MALAY, 0.75),
            (_NUMBER_LAST, 0.7),
            (_DIRECTED, 0.75),
            (_DATED, 0.75),
        ):
            for match in pattern.finditer(text):
                if pattern in (_MALAY, _DATED) or self._plausible(text, match):
                    end = match.start() + len(match[0].rstrip(" ,"))
                    spans.append(found(self.name, match.start(), end, SpanType.ADDRESS, score))
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
