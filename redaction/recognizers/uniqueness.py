"""Words that point at one person without a name: the only one of a kind, a role that one person holds, a long stay."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, TITLE, distinct, found, sentence
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_PEOPLE: Final = (
    r"(?:man|woman|person|prisoner|detainee|inmate|patient|resident|child|boy|girl|female|male|"
    r"foreigner|foreign national|"
    r"wheelchair user|juvenile|minor|mother|lifer|remandee|speaker|adult|young person|"
    r"transgender [a-z]+|muslim|christian|jew|veteran|"
    rf"national|(?-i:{CAPITALISED}))"
)
_PLACE: Final = r"(?:\s(?:in|on|at|of|with|held|who|there|here|left)\b(?:(?:\s[^\s.,;:()|]+){0,9}))?"
_LONG: Final = r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ONLY: Final = Sieve(
    rf"\b(?P<h>(?:he|she)\s(?:is|was)\sthe (?:only|sole) {_PEOPLE}\b{_PLACE})"
    rf"|\b(?P<t>the (?:only|sole) (?:[a-z-]+ ){{0,3}}{_PEOPLE}\b{_PLACE})"
    rf"|\b(?P<o>the (?:oldest|youngest|longest[- ](?:serving|held|detained)|most senior|"
    rf"tallest) (?:[a-z-]+ )?{_PEOPLE}\b{_PLACE})"
    rf"|\bthe (?P<w>only (?:woman|man|girl|boy) (?:on|in) the(?:\s[^\s.,;:()|]+){{1,4}})"
    rf"|\b(?P<x>the (?:transgender|pregnant|deaf|blind|deafblind|intersex) (?:woman|man|girl|boy|"
    rf"prisoner|detainee) (?:in|on|at) [^.,;:()|]{{1,60}}?)(?= (?:moved|was|is|had|has|told|"
    rf"said)\b|[.,;])"
    rf"|\bwho (?:is|was) (?P<y>\w+ months pregnant(?: with \w+)?)|"
    rf"\bwho (?P<z>speaks (?:only )?(?!English|French|Spanish|German|Arabic|Welsh|Irish|Polish|"
    rf"Romanian|no|little|to|the|for|in)[A-Z]\w+)"
    rf"|\b(?P<v>{_LONG} (?:days|months|years), the longest of any \w+(?: there)?)",
    re.IGNORECASE,
)
_ONE: Final = re.compile(
    r"\b(?:[Oo]ne of them|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|who)\b|\((?:[^()]*\d{4,}[^()]*)\)|"
    + rf"\b{TITLE}\.?\s{CAPITALISED}|{CAPITALISED}\s{CAPITALISED},\s|,\s\d\d,\s|{CAPITALISED} (?:is|was)\b"
)
_GENERAL: Final = re.compile(
    (
        r"\b(?:if|when|whenever|where|should|must|may be|any|every|each|could)\s[^.]{0,30}$|"
        r"\bthe only (?:person|one) (?:responsible|authori[sz]ed|able|entitled)"
    ),
    re.IGNORECASE,
)
_NUM: Final = (
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|a hundred(?: and \w+)?)"
)
_SPELL: Final = rf"{_NUM} (?:consecutive )?(?:hours|days|nights|weeks|months|years)(?: and {_NUM} (?:days|weeks|months))?(?: running| on end| in a row)?"  # noqa: E501
_STAY: Final = Sieve(
    r"\b(?:spent|been (?:held|detained|isolated|segregated|kept|in (?:isolation|segregation|"
    r"solitary(?: confinement)?))|isolated|not been seen|"
    r"not seen (?:his|her) [a-z ]{3,24}|refused a [a-z ]{3,24}|direction|visiting permit|"
    r"in isolation|segregated|detained|confined)\s(?:there\s)?for\s"
    rf"(?P<a>{_SPELL})|\b(?:been|was|were|stayed|remained|lived|slept|held|kept|left|strapped|restrained|fixated|handcuffed|"
    rf"chained|secluded|separated|locked)\s(?:[^.;()]{{1,40}}?\s)?for\s(?P<c>{_SPELL})"
    rf"|\b(?:after|for|in)\s(?:the\s)?(?P<d>{_SPELL}(?:,? (?:since|when|after|before|while) (?:he|she|his|her)\b[^.;,]{{0,60}})?)(?=[.,;]|$|\s(?:he|she)\b)"  # noqa: E501
    rf"|\bspent (?P<b>{_SPELL})(?= (?:there|in|under))"
)
_NAMED: Final = re.compile(
    rf"\b{TITLE}\.?\s{CAPITALISED}|\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Oo]ne of them|was the subject|"
    rf"(?:prisoner|detainee|man|woman) (?:known as|called))\b|(?<=[a-z,;] )(?!Rule|Article|"
    rf"Section){CAPITALISED}\s{CAPITALISED}|^\s*{CAPITALISED}[ -]{CAPITALISED}[^.]{{0,40}}(?:\(|,)"
)
# A relative of somebody whom a place knows.
_KIN: Final = Sieve(
    r"\b(?P<k>(?:the |an? )?(?:son|daughter|brother|sister|wife|husband|widow|widower|mother|father|nephew|niece|cousin|partner|grandson|"  # noqa: E501
    r"granddaughter|twin) of (?:an?|the) (?:[a-z-]+ ){0,3}(?:officer|judge|minister|mayor|governor|warden|director|politician|"  # noqa: E501
    r"footballer|singer|actor|journalist|imam|priest|pastor|doctor|nurse|teacher|prosecutor|member|inspector|chief|senator|"
    r"president|ambassador|general|colonel|king|elder)(?: of (?:the )?[^.,;:()|]{1,40})?)"
)
_GROUP: Final = re.compile(
    (
        r"\b(?:people|prisoners|detainees|children|average|most|some|many|patients|residents|persons|"
        r"men|women) (?:had|have|were|are|who|spent|is|was|held)\b|\bon average\b|\b(?:no|any)(?:body|"
        r" one)\b"
    ),
    re.IGNORECASE,
)
_POST: Final = (
    r"(?:editor|goalkeeper|captain|chair|secretary|treasurer|choir ?(?:leader|master)|conductor|"
    r"bugler|barber|librarian|organist|"
    r"lighthouse keeper|cook|ship['’]s cook|baker|imam|chaplain|rabbi|priest|interpreter|tutor|"
    r"representative|drummer|piper|mayor|champion|"
    r"peer (?:support )?worker|mentor|listener|gardener|tailor|shepherd|harp maker|violinist|pianist|painter)"
)
_ROLE: Final = Sieve(
    rf"\b(?P<a>(?:the|an?|elected|former) (?:[a-z'’-]+ ){{0,4}}?{_POST}(?: of (?:the "
    rf")?(?:[^\s.,;:()|]+ ?){{1,6}}| on the (?:[^\s.,;:()|]+ ?){{1,5}})?)(?=[,.;)]|\s(?:and|who|"
    rf"types|sends|in)\b|$|\s)"
    rf"|\b[Aa]s (?P<b>{_POST} of (?:the )?(?:[^\s.,;:()|]+ ?){{1,5}})|\b(?:as a|and|"
    rf"is) (?P<d>{_POST} (?:of|on) (?:the )?(?:[^\s.,;:()|]+ ?){{1,6}})"
    r"|\b(?P<c>(?:the|this|our) (?:prison|town|village|unit|wing|home|establishment|institution|"
    r"county)['’]s (?:only|sole|last|first) (?:[a-z-]+ ){0,2}?(?:[A-Z][\w-]+ )?(?:[a-z-]+ ?){1,4}|"
    rf"(?:the|this|our) (?:[a-z-]+ )?[a-z]+['’]s?s? (?:only|sole|last|first|oldest|youngest|longest[- ](?:serving|held)) "  # noqa: E501
    rf"(?:[a-z'’-]+ ){{0,3}}?(?:{_PEOPLE}|{_POST}|ombuds[a-z]+|psychologist|psychiatrist|doctor|nurse|dentist|teacher|social worker)|"  # noqa: E501
    r"[Tt]he (?:prison|unit|wing|establishment|institution|centre)['’]s (?:imam|rabbi|barber|"
    r"librarian))\b",
)
_HOLDER: Final = re.compile(
    r"(?:(?:\b(?:who|he|she|He|She|[A-Z]\w+) (?:is|was|has been|were) |, |\bas |\band is |"
    r"\bbirth and |\bknown (?:to all )?as [^,.]{1,24}, (?:was|is) |\b(?:was|is) )(?:now )?)$"
)


# "the representative of the Ministry of Health": an office that is public.
_OF_A_BODY: Final = re.compile(
    r"\b(?:representative|secretary|chair|interpreter) of (?:the )?(?:Ministry|Department|Directorate|Ombuds\w+|Government|Commission|Committee|"  # noqa: E501
    r"Inspectorate|Mechanism|NPM|United Nations|Council|Embassy|Office|Prosecutor|Police)\b"
)


# "Occupation: bell-founder" on a form; what many do singles nobody out.
_OCCUPATION: Final = Sieve(
    r"\b(?:[Oo]cc(?:upation)?|[Pp]rofession|[Tt]rade|[Ee]mployment)\s?:\s(?P<what>[^\n\x1e|;:]{4,50}?)(?=\s{2,}|\n|\x1e|\s?\||;|,|\.\s|\.?$)"
)
_MANY_DO: Final = re.compile(
    r"\b(?:none|nil|unemployed|unknown|student|pupil|n/a|retired|labou?rer|worker|farmer|driver|housewife|not|officer|employee)\b",
    re.IGNORECASE,
)


class UniquePersons:
    """Finds phrases that single one person out; raised for review rather than trusted."""

    name = "unique_person"

    def detect(self, text: str) -> list[Span]:
        """Return phrases of the kinds INDIRECT and ROLE_UNIQUE."""
        spans: list[Span] = []
        for match in _ONLY.finditer(text):
            group = match.lastgroup or "t"
            low, high = sentence(text, match.start(), match.end())
            if group not in {"h", "x", "y", "z", "v"} and (
                _GENERAL.search(text[low : match.start()]) or not _ONE.search(text[low:high])
            ):
                continue
            spans.append(found(self.name, match.start(group), match.end(group), SpanType.INDIRECT, 0.6))
        for match in _STAY.finditer(text):
            low, high = sentence(text, match.start(), match.end())
            around = text[low:high]
            if _NAMED.search(around) and not _GROUP.search(around):
                group = match.lastgroup or "a"
                spans.append(found(self.name, match.start(group), match.end(group), SpanType.INDIRECT, 0.5))
        for match in _KIN.finditer(text):
            low, high = sentence(text, match.start(), match.end())
            if _ONE.search(text[low:high]):
                spans.append(found(self.name, match.start("k"), match.end("k"), SpanType.INDIRECT, 0.5))
        for match in _ROLE.finditer(text):
            group = match.lastgroup or "a"
            low, _ = sentence(text, match.start(), match.end())
            holder = group in {"b", "c", "d"} or _HOLDER.search(text[low : match.start(group)])
            if _OF_A_BODY.search(match[group]):
                continue
            if holder and _NAMED.search(text[low : match.end() + 60]):
                end = match.start(group) + len(match[group].rstrip())
                spans.append(found(self.name, match.start(group), end, SpanType.ROLE_UNIQUE, 0.5))
        for match in _OCCUPATION.finditer(text):
            if not _MANY_DO.search(match["what"]):
                spans.append(found(self.name, *match.span("what"), SpanType.ROLE_UNIQUE, 0.5))
        return distinct(spans)
