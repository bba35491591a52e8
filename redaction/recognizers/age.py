"""Ages of one person."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH_OR_DAY, TITLE, distinct, found
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_YEARS: Final = r"(?:1[0-2]\d|[1-9]\d|[1-9])"
_TENS: Final = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|"
    r"six|seven|eight|nine)\b)?+"
)
WORDS: Final = rf"(?:{_TENS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_PLAIN: Final = Sieve(
    rf"\b(?P<a>age(?:d|:)?\s(?:{_YEARS}|{WORDS}))\b(?!\s?\+|\s?(?:and|or|to|years and|"
    rf"[-–])\s?(?:over|under|\d|{WORDS}|older|above|below|up))(?!\s?%|[.,]\d)"
    rf"|\b(?P<b>(?:{_YEARS}|{WORDS})[- ]year[- ]olds?)\b(?!\s+(?:[a-z-]+\s+)?(?:children|people|"
    rf"men|women|boys|girls|[a-z]+(?:ers|nts|ths|ees)\b))"
    rf"|\b(?:man|woman|boy|girl|prisoner|detainee|patient|resident|person|inmate|child|youth|baker|"
    rf"(?:father|mother|grandmother|grandfather)(?=\sof\s(?:1[3-9]|[2-9]\d))|teenager|worker|farmer|driver|"
    rf"soldier)\sof\s(?P<c>{_YEARS})(?=[\s,.;)])(?!\s(?:per|%|the|those|whom|them|[a-z]+s\b|\d))"
    rf"|\b(?:[Hh]e\s(?:is|was)|[Ss]he\s(?:is|was)|who\s(?:is|was)|I\s(?:am|was)|I[\'’]m)\s(?:only\s|now\s|then\s|just\s)?(?P<d>(?:{_YEARS}|{WORDS})(?:\syears(?:\sold|\sof\sage))?)(?=[.,;)]| and )"  # noqa: E501
    rf"|\b(?:(?:[Tt]he|[Hh]is|[Hh]er|[Oo]ne|[Aa])\s(?:man|woman|boy|girl|prisoner|detainee|patient|inmate|youth|brother|sister|son|daughter|wife|husband)|"
    rf"{TITLE}\.?\s{CAPITALISED}|{CAPITALISED}\s{CAPITALISED})\s(?:is|was)\s(?:only\s|now\s|then\s|just\s)?(?P<f>{WORDS})(?=[.,;)]|\s(?:and|when|at)\s)"
    rf"|(?:\b(?:is|was|only|just|now|then)|,)\s(?P<e>(?:{_YEARS}|{WORDS}) years (?:old|of age))\b(?!,?\s(?:or|and)\s(?:more|over|older|above|under|younger|below))"  # noqa: E501
)
_RANGE: Final = re.compile(
    r"\b(?:between|from|under|over|up to|than|children|people|those|young people|persons|prisoners|all)\s(?:\w+\s)?$"
)
# "age 65" without "aged" is a threshold of a law unless the sentence speaks of one person, or a label stands alone.
_OWNER: Final = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|I|[Mm]y|who|{TITLE}\.?\s{CAPITALISED})\b[^.;]*$|(?:^|[|(,;:\n])\s?$"
)
# Ages of groups, and how old wounds and things are.
_OF_A_GROUP: Final = re.compile(
    r"\b(?:average|median|mean|minimum|maximum|legal|retirement|over the|under the|below the|above the|beyond the|reach(?:es|ed)? the|up to the)\s"  # noqa: E501
    r"(?:age\s)?(?:of\s)?$|\b(?:bruis|wound|injur|scar|burn|lesion|fracture|scab|food|bread|mattress|equipment|building|vehicle|request|complaint)\w*[^.;]{0,40}$",
    re.IGNORECASE,
)
# "children from the age of eleven" is a rule where nobody stands before it.
_FROM: Final = re.compile(
    r"(?:^|[.;\n\x1e])(?!.*\b(?:he|she|I|who|his|her|him|my)\b)[^.;\n\x1e]*\bfrom the\s$", re.IGNORECASE
)
# "retire at age 60" is a rule even where the sentence has a person in it.
_RULE: Final = re.compile(
    r"\b(?:retire|pension|eligib|entitle|statut|Act\b|Law\b|limit|threshold|criminal responsib|marriage)", re.IGNORECASE
)
_NAMED: Final = Sieve(
    rf"(?:(?P<title>{TITLE})\.?\s)?(?:(?P<first>{CAPITALISED})[,\s\"”]\s?(?:(?:ap|al|el|bin|ibn|de|"
    rf"da|dos|du|van|von|der|den|la)\s){{0,2}})?(?P<last>{CAPITALISED})[\"”]?"
    rf"(?:\s\([^()]{{4,40}}\))?(?:,\s(?P<a>{_YEARS})(?=,|;| \(| \||\)|\n|$)|"
    rf"\s\((?P<b>{_YEARS})(?=[;,)])|\sis\s(?P<c>{_YEARS})(?=\.|,))"
)


# "a child of five months", "Ann (14 months)", "a three-week-old girl".
_SMALL: Final = (
    r"(?:\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|"
    r"twenty)(?: and a half)?[- ](?:months?|weeks?|days?)"
)
_INFANT: Final = Sieve(
    rf"\b(?:child|baby|infant|newborn|son|daughter|boy|girl|toddler|twins)(?:,? {CAPITALISED},?)?(?:\s(?:of|then)\s(?P<a>{_SMALL})|\s(?P<f>aged(?: only)?\s{_SMALL}))\b"  # noqa: E501
    rf"|\bage\s(?:as|of|is|was|to be|at)\s(?P<d>{_YEARS}|{WORDS})(?=[\s,.;)])(?!\s(?:or|to|and over))"
    rf"|{CAPITALISED}\.?,\s(?P<e>[1-9]\d years)(?=,)"
    rf"|\b(?P<b>{_SMALL}[- ]old)\b|(?:{CAPITALISED}|child|baby|son|daughter|girl|boy)\s?(?:\(|,\s)(?P<c>(?:aged\s)?{_SMALL})(?=[),;.])"  # noqa: E501
    rf"|\b(?:two|three|four|both|his|her|their)\s(?:\w+\s)?(?:children|girls|boys|sons|daughters|kids|twins|siblings|minors)(?:,\s|\s\(|\saged\s)"
    rf"(?P<g>{_YEARS}(?:\s(?:years|months))?(?:,\s{_YEARS}){{0,3}}\sand\s{_YEARS}(?:\s(?:years|months)(?:\sold)?)?)(?=[),;.])"
)
# A single name: only where the words after the age say that a person follows.
_SINGLE: Final = Sieve(
    rf"(?<![\w-])(?P<last>{CAPITALISED})(?:,\s(?P<a>[1-9]\d),\s(?:who|was|is|has|had|said|told|a|"
    rf"an|[a-z]+s|[a-z]+ed)\b(?<!people)(?<!prisoners)(?<!detainees)|"
    rf"\sis\s(?P<c>[1-9]\d)(?=\.\s(?:He|She)\b))"
)


# Clinical and police notes: "34yo", "34 y/o", "34M", "M/34"; "self-declared 16", "assessed as over 18", "turned 18 in May".  # noqa: E501
_AT_MOST: Final = (
    r"(?:(?:over|under|about|around|at least|at most|approximately|approx\.?|nearly|almost|not yet|below|above)\s)?"
)
_NOTED: Final = Sieve(
    r"\b(?P<i>in (?:his|her) (?:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ieth|y-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))|(?:thir|four|fif|six|seven|eigh|nine)teenth|\d{1,2}(?:st|nd|rd|th)) year(?: of life)?)(?=[.,;:)])"  # noqa: E501
    r"|(?<=[.,;:|(] )(?P<j>[1-9]\d\s?(?:yrs?|ys))\b\.?(?=[\s,.;)|])(?!\s(?:of|in|with|later|ago|imprisonment|sentence|after|before))"  # noqa: E501
    r"|(?<![\w.,/£$€-])(?P<a>[1-9]\d?\s?(?:y/o|yo|y\.o\.?|YO|Y/O|yrs?[ -]old|ans|años|anos|anni|Jahre|jaar|ani)(?!\w))"
    r"|(?<![\w.,/£$€-])(?P<b>[1-9]\d)(?=[MF]\s(?:[A-Z][a-z]|c/o|with\b|adm|present|brought|found))"
    r"|(?<![\w/])(?:[Mm]ale|[Ff]emale|[MF])[ /,]\s?(?P<c>[1-9]\d)(?=[,.;)\n]|\s(?:y|yrs|c/o|with|adm|present|brought|found))"  # noqa: E501
    rf"|\b(?:self-declared|claim(?:s|ed|ing) to be|assessed(?: (?:as|to be))?[\"”]?|declared(?: (?:as|to be))?|deemed(?: to be)?|gave (?:his|her|their) age as|"  # noqa: E501
    rf"appear(?:s|ed) to be|look(?:s|ed)|presumed(?: to be)?|registered as|recorded as|treated as|believed to be|estimated (?:at|to be)|says? (?:he|she) is)"  # noqa: E501
    rf"\s(?P<d>{_AT_MOST}(?:{_YEARS}|{WORDS})(?:\syears old)?)(?=[.,;)\n]|\s(?:by|and|but|or|in|at|on|though|when)\b|\s\()"  # noqa: E501
    rf"|\b(?:[Tt]urn(?:s|ed|ing)|(?:[Hh]e|[Ss]he|I|who)(?:['’]ll|\swill|\swould)\sbe|(?:is|was|['’]s|am|['’]m|are|were)\s(?:nearing|pushing|approaching|rising|getting\son\sfor|going\son)|(?:is|was|['’]s)\snot\syet)\s(?P<e>{_YEARS}|{WORDS})(?=[.,;)\n]|\s(?:in|on|this|next|last|today|tomorrow|yesterday|during|while|and)\b)"
    r"|(?<![\w.,/])(?P<k>[1-9]\d)(?=\s?[♂♀⚥⚲])|(?<=\b[MF]\s)(?P<l>[1-9]\d?\s?YRS?)(?!\w)"
    r"|(?<![\w.,/])(?P<m>[1-9]\d)(?=,\s\d\s?(?:ft|['’′]|foot|feet|m)\s?\d)|(?<=\d[.)]\s)(?P<n>1\d\sor\s1\d)(?=,\s[a-z])"
    rf"|(?<=[.:]\s)(?P<o>(?i:{WORDS}))(?=\sat\sthe\stime[.,;])"
    rf"|(?<=, )(?P<f>(?:twenty|thirty|forty|fifty|sixty|seventy)-(?:one|two|three|four|five|six|seven|eight|nine))(?=[.,;])"  # noqa: E501
    r"|\b(?:man|woman|boy|girl|child|youth|teenager|prisoner|detainee|inmate|patient|resident|minor|juvenile|mother|father),\s(?P<h>[1-9]\d?)(?=,\s(?!\d))"
    rf"|\b(?:brother|sister|son|daughter|boy|girl|child|baby|cousin|nephew|niece|twin|grandson|granddaughter|friend)\s{CAPITALISED}\s\((?P<g>{_YEARS})\)"
)


# "two kids (Ann, 6; Ben, 2)".
_CHILDREN: Final = Sieve(
    r"\b(?:kids|children|sons?|daughters?|boys|girls|siblings|brothers|sisters|twins|grandchildren)\s?[(:]\s?(?P<list>[A-Z][^()\n]{2,80})"
)
_CHILD: Final = re.compile(rf"{CAPITALISED},?\s(?:is\s|aged\s)?(?P<n>1?\d)(?=[;,)]|\sand\s|\.|$)")
# "Twenty-four had turned 18", "as soon as he turns eighteen".
_SEVERAL: Final = re.compile(
    rf"(?:\b(?:they|those|many|some|most|all|none|boys|girls|people|minors|juveniles|\d{{1,3}})|(?i:{WORDS}))\s(?:who\s)?(?:(?:had|have|were)\s)?(?:\w+\s)?$"
    r"|\b(?:as soon as|when|once|until|before|if|after)\s(?:he|she|they|a\s\w+|an\s\w+|the\s\w+)\s(?:had\s|has\s)?$"
)


class Ages:
    """Finds ages said of one person; age ranges and groups are left."""

    name = "age"

    def detect(self, text: str) -> list[Span]:
        """Return ages."""
        spans: list[Span] = []
        for match in _PLAIN.finditer(text):
            group = match.lastgroup or "a"
            if match[group][:4] in ("age ", "age:") and not _OWNER.search(
                text[max(0, match.start() - 60) : match.start()]
            ):
                continue
            if match[group][:4] == "age " and _RULE.search(text[max(0, match.start() - 80) : match.end() + 40]):
                continue
            if group == "a" and _OF_A_GROUP.search(text, max(0, match.start() - 24), match.start()):
                continue
            if match[group].endswith("olds") or _RANGE.search(text[max(0, match.start() - 24) : match.start()]):
                continue
            spans.append(found(self.name, match.start(group), match.end(group), SpanType.AGE, 0.85))
        for match in _NAMED.finditer(text):
            last, first, group = match["last"], match["first"] or "", match.lastgroup or "a"
            if group in {"title", "first", "last"} or not self._person(last, first, bool(match["title"])):
                continue
            spans.append(found(self.name, match.start(group), match.end(group), SpanType.AGE, 0.75))
        for match in _INFANT.finditer(text):
            group = match.lastgroup or "a"
            if group in {"b", "d"} and _OF_A_GROUP.search(text, max(0, match.start() - 70), match.start()):
                continue
            if group == "d" and _FROM.search(text, max(0, match.start() - 60), match.start()):
                continue
            spans.append(found(self.name, match.start(group), match.end(group), SpanType.AGE, 0.7))
        for match in _CHILDREN.finditer(text):
            base = match.start("list")
            spans += [
                found(self.name, base + m.start("n"), base + m.end("n"), SpanType.AGE, 0.65)
                for m in _CHILD.finditer(match["list"])
            ]
        for match in _NOTED.finditer(text):
            group = match.lastgroup or "a"
            if group != "e" or not _SEVERAL.search(text, max(0, match.start() - 40), match.start()):
                spans.append(found(self.name, match.start(group), match.end(group), SpanType.AGE, 0.65))
        for match in _SINGLE.finditer(text):
            group = match.lastgroup or "a"
            if self._person(match["last"], match["last"], False):
                spans.append(found(self.name, match.start(group), match.end(group), SpanType.AGE, 0.6))
        return distinct(spans)

    @staticmethod
    def _person(last: str, first: str, titled: bool) -> bool:
        low = last.lower()
        if low in INSTITUTION or low in MONTH_OR_DAY or low.rstrip("s") in INSTITUTION:
            return False
        if titled:
            return True
        if first.lower() in INSTITUTION:
            return False
        return bool(first) and not (last.isupper() and first.isupper() and len(last) < 5) and len(last) > 2
