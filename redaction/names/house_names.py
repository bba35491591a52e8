"""Establishments, headings and mountains that bear the names of persons or of nobody, in several languages: ranges that stay."""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

_CAP: Final = r"(?<!\w)[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{0,30}+(?:['’-][^\W\d_]{1,30}+){0,4}+"
_MORE: Final = rf"(?:[ ](?:(?:de|du|des|la|le|del|dos|da|do|of|the)[ ])?{_CAP}){{0,4}}"
# 'the military hospital "Coronel Example"', 'nursing home "Pod Example"'.
_QUOTED: Final = re.compile(
    r"\b(?:(?i:hospital|clinic|sanatorium|nursing home|care home|retirement home|orphanage|shelter|barracks|stadium|academy|university|institute|polyclinic|hospice|"  # noqa: E501
    r"hôpital|clínica|sanatorio|hogar|klinika|szpital|spitalul|bolnica|NGO|CSO|ONG|foundation|charity)"
    # 'home for adults "Example"', "unité hospitalière fermée « Example »".
    r"|(?i:home|centre|institution|shelter)[ ]for[ ](?:[a-z]+[ ]){0,2}(?i:adults|children|girls|boys|women|men|people|persons|minors|juveniles|youth|elderly)"  # noqa: E501
    r"|(?i:unité|établissement|foyer|résidence)(?:[ ][a-zà-ž]+){0,2})"
    r"[ ][\"“„«]\s?(?P<name>[^\"”“»\n\x1e]{2,60}?)\s?[\"”“»]"
)
# "Centre hospitalier Example-de-Place", "couloir Example-Name": houses and their parts, by French and Spanish words.
_HOUSE_FIRST: Final = re.compile(
    r"\b(?:[Cc]entre (?:hospitalier|pénitentiaire|éducatif|socio-éducatif|de (?:rétention|détention|santé))|[Mm]aison d['’]arrêt|[Mm]aison centrale|[Hh]ôpital|[Cc]linique|"  # noqa: E501
    r"[Cc]entro (?:penitenciario|de (?:internamiento|salud|menores))|[Ee]stablecimiento penitenciario|[Cc]ouloir|[Uu]nidade de internação|CENSE|UNIDADE)"  # noqa: E501
    rf"(?:[ ](?:spécialisé|universitaire|départemental|régional|intercommunal|militaire|civil))?[ ](?P<name>{_CAP}{_MORE})"  # noqa: E501
)
# "Example Garrison", "EXAMPLE MEDIUM B": words that make a house of what stands before them.
_HOUSE_LAST: Final = re.compile(
    rf"(?P<name>{_CAP}(?:[ ]{_CAP}){{0,2}}[ ](?:Garrison|GARRISON|Compound|Immigration Detention Centre|IDC|(?:MEDIUM|MAXIMUM)(?:[ ][A-C])?(?![ ][a-z])))(?!\w)"  # noqa: E501
)
# "Compound Example is locked down": where the word opens the name of a part.
_COMPOUND: Final = re.compile(rf"\b(?P<name>[Cc]ompound[ ]{_CAP})(?=[ ](?:is|was|has|will)\b|[,.;)])")
# "Avdelning Example", "Häktet Example": parts of establishments and remand prisons of the north.
_NORDIC: Final = re.compile(
    rf"\b(?P<name>(?:Avdelning|Avdeling|Afdeling|Osasto|Oddział|Abteilung|Häktet|Anstalten|Kriminalvårdsanstalten|Pavillon|Pabellón|Módulo|Pavilhão)[ ]{_CAP})"  # noqa: E501
)
# "Detention Isolator of Example Town": where an establishment is.
_PLACED: Final = re.compile(
    rf"\b(?:Isolator|Penitentiary|Remand (?:Centre|Prison)|Police (?:Station|Post|Department)|Detention (?:Centre|Isolator|Facility)|Gendarmerie|District Hospital)[ ](?:of|in|at)[ ]"  # noqa: E501
    rf"(?P<name>{_CAP}(?:[ ]{_CAP})?)(?!['’]s\b)"
)
# "Szpital im. Example", "Ann Example-Memorial Clinic": houses named in somebody's memory.
_IN_MEMORY: Final = re.compile(
    rf"\b(?:im\.|imienia)[ ](?P<name>{_CAP}(?:[ ]{_CAP}){{0,2}})|(?<![\w'’-])(?P<house>(?:{_CAP}[ ]){{0,2}}{_CAP}(?:(?<=-Memorial)|[ ]Memorial))(?=[ ][A-Z])"  # noqa: E501
)
_MOUNTAIN: Final = re.compile(rf"\bMt\.?[ ](?P<name>{_CAP}(?:[ ]{_CAP})?)")
# "MECANISMO ESTATAL", "EXAMPLE KANTSELEI": headings in capitals with the word for an office in another language. Behind
# it stand only what says of what kind or of what it is: a name in a log of capitals may follow at once.
_OFFICE_FIRST: Final = (
    r"(?:MINISTRIA|DREJTORIA|MECANISMO|MÉCANISME|MINISTERIO|MINISTÉRIO|MINISTÈRE|MINISTERIUM|MINISTERSTWO|MINISTERSTVO|MINISTERUL|DEFENSOR[IÍ]A|"
    r"PROVEDORIA|PROCURADUR[IÍ]A|DIRECCIÓN|DIREÇÃO|SECRETAR[IÍ]A|SECRÉTARIAT|SERVICIO|SERVIÇO|CONSEJO|CONSELHO|CONSEIL|"
    r"COMISIÓN|COMISSÃO|AVOCATUL|ADMINISTRAȚIA|BUNDESMINISTERIUM|KEMENTERIAN)"
)
_OFFICE_LAST: Final = (
    r"(?:MINISTEERIUM|KANTSELEI|VANGLATEENISTUS|OMBUDSMANI|MINISTERIÖ|BAKANLI[ĞG]I|BA[ŞS]KANLI[ĞG]I|M[ÜU]D[ÜU]RL[ÜU][ĞG][ÜU]|"
    r"KURUMU|KOMUTANLI[ĞG]I|[ÖO]ZEL|G[İI]ZL[İI])"
)
_WORD: Final = r"(?<!\w)[A-ZÀ-ÖØ-ÞĀ-Ž]{2,30}+"
_KIND: Final = (
    r"(?:NA[CT]IONAL|ESTATAL|ESTADUAL|FEDERAL|GENERAL|GÉNÉRAL|PROVINCIAL|REGIONAL|RÉGIONAL|MUNICIPAL|PENITENCIARI[OA]|"
    r"PÉNITENTIAIRE)"
)
_HEADING: Final = re.compile(
    rf"(?P<name>{_OFFICE_FIRST}(?:[ ]{_KIND})?(?:[ ](?:DE|DO|DA|DEL|DI|DES|DU)[ ](?:L[AO]S?[ ])?{_WORD}){{0,2}}|"
    rf"(?:{_WORD}[ ]){{0,3}}{_OFFICE_LAST})(?![^\W\d_])"
)
# "MINISTERSTWO EXAMPLE |", "COMITÉ EXAMPLE CONTRA EXAMPLE (": a line of capitals that begins with a body or a State, in
# a text of small letters; where all is capitals a name may follow at once.
_CAPITALS: Final = re.compile(
    r"(?:^|(?<=[\n\x1e]))(?P<name>(?:"
    rf"{_OFFICE_FIRST}|COMITÉ|COMITATO|COMITÊ|PRAVOBRANITELJSTVO|REPUBLIKA|RZECZPOSPOLITA|RÉPUBLIQUE|REPÚBLICA|REPUBBLICA|PROVINCIA|PROVINCE|REGIONE)"
    rf"(?:[ ]{_WORD}){{1,9}})(?=[ ]?(?:$|[\n\x1e|(–/]|-[ ]))"
)
_MOSTLY_SMALL: Final = 3
# "Doamnei/Domnului Avocat al Poporului": an office addressed in its own language.
_ADDRESSED: Final = re.compile(
    r"(?P<name>(?:Doamnei(?:/Domnului)?|Domnului(?:/Doamnei)?|Monsieur/Madame|Madame/Monsieur|Señor/a|Sr\./Sra\.)(?:[ ](?:le|la))?"  # noqa: E501
    r"(?:[ ](?:Avocat|Directeur|Directrice|Procureur|Ministre|Defensor|Director|Procuror|Ministru|Judecător|Comisar)(?:ul|ului)?(?:[ ](?:al|de|du|del|la|le)[ ][A-Z]\w+)?)?)"  # noqa: E501
)
# What one of these keeps holds no given name: "compound Ahmed, who cried" tells of a person.
_WITHOUT_GIVEN: Final = (_COMPOUND, _PLACED, _MOUNTAIN, _HEADING)
_PATTERNS: Final = (_HOUSE_FIRST, _HOUSE_LAST, _NORDIC, _ADDRESSED)
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def house_names(text: str, given_names: Container[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of such names.

    Args:
        text: read as it stands.
        given_names: in small letters.

    Yields:
        Offsets into ``text``, in no order.
    """
    for match in _QUOTED.finditer(text):
        yield match.span()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.span("name")
    if sum(map(str.islower, text)) > _MOSTLY_SMALL * sum(map(str.isupper, text)):
        for match in _CAPITALS.finditer(text):
            if not any(word.lower() in given_names for word in _LETTERS.findall(match["name"])):
                yield match.span("name")
    for match in _IN_MEMORY.finditer(text):
        yield match.span(match.lastgroup or 0)
    for pattern in _WITHOUT_GIVEN:
        for match in pattern.finditer(text):
            if not any(word.lower() in given_names for word in _LETTERS.findall(match["name"])):
                yield match.span("name")
