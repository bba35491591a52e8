"""Dates of birth, and dates of what happened to one person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH, TITLE, distinct, found, left, sentence
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|\.|º)?"
_YEAR: Final = r"(?:(?:19|20)[\dOlI]{2}|['’]?\d{2}(?!\d))"
DATE: Final = re.compile(
    rf"(?<![\w/.-])(?:(?:the\s(?=\d{{1,2}}(?:st|nd|rd|th)\b))?{_DAY}(?:(?:,\s{_DAY}){{0,6}}\s?(?:to|and|or|&|–|-)\s?{_DAY})?[ -](?:of |de |"  # noqa: E501
    rf"d['’])?{MONTH}\b\.?(?:,?[ -](?:de |del )?{_YEAR})?"
    rf"|{MONTH}\b\.?\s{_DAY}(?:,?\s(?:19|20)\d\d)?"
    rf"|(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])"
    rf"|(?:3[01]|[12]\d|0?[1-9])(?P<sep>[-/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:(?:19|20)\d\d|['’]?\d\d)"
    rf"|(?:19|20)\d\d,?\s{_DAY}\s{MONTH}\b|(?:19|20)\d\d,?\s{MONTH}\b\.?\s{_DAY}"
    rf"|(?:19|20)\d\d\.\s(?:1[0-2]|0?[1-9])\.\s(?:3[01]|[12]\d|0?[1-9])\b"
    rf"|(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/(?:(?:19|20)\d\d|\d\d)"
    rf"|{MONTH}\b\.?\s(?:19|20)\d\d)(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
"""A date with at least a day and month, or a month and year."""

_BIRTH: Final = re.compile(
    r"(?:\bD\.?\s?O\.?\s?B\b\.?|\bdates? of birth|\bbirth\s?date|\bborn|\bbirthday|\bturn(?:ed|s|ing) (?:\d{1,3}|one|two|three|[a-z]*teen|[a-z]*ty(?:-[a-z]+)?|ten|eleven|twelve)(?: \w+)?(?: \w+,)?|\bnée?|\bgeb\.|"  # noqa: E501
    r"\bgeboren|\bnacid[oa]|\bnascid[oa]|"
    r"\b(?-i:sz(?:ül)?\.)|\b(?-i:nat[oa])|\b(?-i:ur\.)|\burodzon[ya]|\bnăscut[ăa]?|\bdate de naissance|\bGeburtsdatum|"
    r"\bgeboortedatum|\bfecha de nacimiento|"
    r"\bdata nașterii|\bdata urodzenia|\bdata di nascita|\b(?-i:b)\.)"
    r"(?:\s(?:was|is|as|of|given|recorded|on|the|le|la|am|op|el|il|em|a|in|at|quoted|shown|"
    r"entered|letter|file|record|register|form|"
    rf"{CAPITALISED}|his|her|their))*[\s:;,(=\-–]*$",
    re.IGNORECASE,
)
_BIRTHS: Final = re.compile(r"\b(?:birthdays|dates of birth|two birthdays|birth dates)\b", re.IGNORECASE)
_BIRTH_WORD: Final = re.compile(
    r"\b(?:D\.?O\.?B\b|dates? of birth|birth\s?dates?|birthdays?|year of birth|born|geb\.)", re.IGNORECASE
)
_FULL_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_SAYS: Final = re.compile(
    r"\b(?:it|that|this|the (?:right|true|correct|real) (?:one|date)|date|he|she)\b[^.;]{0,40}\b(?:is|was|be|reads?|shows?|gives?|gave|says|said|should)\b"  # noqa: E501
)
_BORN_YEAR: Final = Sieve(
    r"\b(?:[Bb]orn|DOB|D\.O\.B\.?|d\.?o\.?b\.?|(?:[Dd]ate|[Yy]ear) of birth|née? en|geboren|nacid[oa] en|(?<=[(,;]\s)b\.|(?<=\()b\.|(?<=[,;(] )\*|(?:^|(?<=\n)|(?<=[,;(|]\s))b\.(?=(?:19|20)\d\d))(?:\s?(?:in|en|:))?(?:[ :]{1,3}|(?<=b\.))"  # noqa: E501
    r"((?:(?:c|ca|circa|approx|approximately|about|abt|around|est|estimated|~)\.?\s?)?(?:(?:19|20)\d\d|['’‘]\d\d)(?:,?\s(?:on|at|around)\s"
    r"(?:Christmas|Easter|New\sYear['’]?s?(?:\s(?:Day|Eve))?|Eid|Nowruz|Epiphany|(?:the\s)?[Ff]east[^.,;()\n]{0,24})(?:\s\([^()\n]{3,20}\))?)?)(?!\w)(?![-–/]\d)"
)
# "born in the year of the great flood".
_BORN_WHEN: Final = Sieve(
    r"\b[Bb]orn\s(?:sometime\s|probably\s)?[\"“‘]?(?P<told>(?:in|during|before|after|around|about)\sthe\s"
    r"(?:(?:great|big|first|last|long|bad|dry|rainy|cold|hot)\s)?"
    r"(?:year|season|rains?|harvest|drought|famine|war|floods?|winter|summer|earthquake|eclipse)\b[^.,;:\"”’()\n]{0,50})"
    # "gives his birth as 'the year of the big flood, I think two thousand and eight'".
    r"|\b(?:[Bb]irth|[Bb]orn)(?:\s(?:date|year))?\s(?:is\s|was\s)?(?:given\s|told\s|recorded\s)?(?:as|:)\s?(?P<quoted>[\"“‘][^\"”’\n]{4,80}[\"”’])"
)
# Numbers in three groups after a word for birth, whatever a scan made of the digits and the date of its parts.
_DAMAGED: Final = Sieve(
    r"(?<![\w/.-])(?=[^\n]{0,12}\d)[\dOolI|SB]{1,4}[ ./-]{1,2}(?:[\dOolI|SB]{1,2}|[IVXivx]{1,4})[ ./-]{1,2}[\dOolI|SB]{2,4}(?![\w/-])"  # noqa: E501
)
_MANY: Final = re.compile(
    r"\b(?:children|people|those|prisoners|persons|women|men|residents|babies|nationals|detainees|"
    r"all|were|are)\s*(?:\w+\s)?$"
)
_NAMED_PERSON: Final = re.compile(
    rf"(?:{TITLE}\.?\s(?:{CAPITALISED}\s){{0,2}}{CAPITALISED}|"
    rf"{CAPITALISED}\s{CAPITALISED}(?:\s{CAPITALISED})?)\s\([^()]{{0,60}}$"
)
_BESIDE_ID: Final = re.compile(
    r"^\s?[;,]\s?(?:(?:the\s)?[A-Z][\w&.]*\s){0,3}[^\W\d]*\s?(?:registration\s|identity\s|"
    r"personal\s|prisoner\s|no\.?\s|number\s|#)*[A-Z]{0,3}\d[\w -]{5,}|^\s?[;,]\s?(?:ID|[A-Z]{3,6})\b"
)
_ID_BEFORE: Final = re.compile(r"(?:[A-Z]{3,}|Medicare|number|no\.)\s[A-Z]?[\d][\d -]{4,},\s$")
_CASE_LAW: Final = re.compile(r"\sv\.?\s[^;]*$|\b(?:Act|Law|Order|Decree|Resolution|Convention|judgment)\b[^;]*$")
_PERSON: Final = re.compile(
    rf"\b{TITLE}\.?\s{CAPITALISED}|\b(?:[Hh]e|[Ss]he|him|[Hh]er|[Hh]is|hers|himself|herself|[Mm]y|me|I)\b|"
    r"\b[Aa]n?\s(?:(?:[a-z-]+|[A-Z][a-z]+)\s){0,2}(?:man|woman|boy|girl|prisoner|detainee|inmate|"
    r"patient|resident|child)\b(?!'s home)|"
    rf"{CAPITALISED}\s{CAPITALISED}[^.]{{0,3}}\((?:[^()]{{0,20}}\d{{4,}}|\d\d[;,)])|"
    rf"{CAPITALISED}\s{CAPITALISED},\s(?:\d\d,|of\s|who\s|aged\s|is\s|was\s|has\s|had\s)|"
    rf"(?<=[a-z] ){CAPITALISED}\s(?:slid|fell|said|told|died|collapsed|complained)\b|"
    r"\b[Tt]he (?:(?:transgender|young|pregnant|deaf|blind|elderly|oldest|youngest) )?(?:man|"
    r"woman|boy|girl|prisoner|detainee|inmate|patient|deceased)\b"
)
_EVENT: Final = re.compile(
    r"\b(?:arrest|detained|admi(?:tted|ssion)|transfer|moved?\b|died|dea(?:d|th)\b|assault|"
    r"restrain|collaps|was found|found (?:with|hanging|dead)|"
    r"placed|committ(?:al|ed)|releas|arriv|disciplin|gave birth|giving birth|handcuff|complained|"
    r"refused|incident|use of force|arrival|refused at|"
    r"sentenced|convicted|remanded|put in|taken (?:to|from)|took my|slid|fell\b|isolat|segregat|"
    r"suicide|self-harm|ligature|"
    r"request of|seen by|was seen|examined|beaten|struck|hit|injur|deport|removed|escap|hospital|"
    r"kept in|held in|charged|"
    r"pepper-sprayed|stabbed|attacked|deliver|miscarr|expelled|followed|received the dose|"
    r"visited (?:him|her)|wrote to|cut (?:his|her)|assessed|left the|attempted|set fire|swallow|saw an?\b|"
    r"operat(?:ed|ion) on|diagnos|seclu|strapped|tied|fixat|lost (?:his|her)|lives in|constant watch|observation|"
    r"tested positive|gave evidence|attended (?:court|hospital)|appealed|overdose|hunger strike|stopped eating)",
    re.IGNORECASE,
)
_OFFICIAL_LEFT: Final = re.compile(
    r"(?:\b(?:[Vv]isit(?:s|ed)?|[Ii]nspect(?:ion|ions|ed)|Act|Law|Decree|Order|published|tabled|"
    r"dated|issued|adopted|ratified|signed|"
    r"[Rr]eport|[Ll]etter|response|reply|[Dd]eadline|due|by|until|since|before|between|from|as at|"
    r"as of|starts?|effect|force|"
    r"[Vv]ersion|approved|updated|census|week|judgment|census day|to|and|reissued|on the day|"
    r"agreed|monitored|[Dd]ates?|[Pp]eriod)\b:?"
    r"(?:\s(?:on|of|the|by|in|from|at|dated|was|were|is))*\s?[(,:]?\s?)$"
)
# "in an e-mail of 3 May", "the note of Dr Example of 3 May", "has been at this post since 1 July", "Move day: 3 May".
_OF_AN_OFFICE: Final = re.compile(
    r"\b(?:e-?mail|mail|note|fax|memo(?:randum)?|message|telegram|circular|minutes|protocol)\s(?:from\s|by\s|of\s)?(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s(?:[^\W\d_][\w'’-]*\s){1,3})?(?:of|dated|on)\s$"
    r"|\b(?:wrote|written|replied|answered|reported)\s(?:back\s)?to\s(?:us|the\s\w+)\s(?:on|in)\s$|\bopened\s(?:on|in)\s$"
    r"|\b(?:I|[Ww]e|[Tt]eam|[Dd]elegation|[Mm]onitors?|[Ii]nspectors?)\s(?:then\s|also\s|again\s)?(?:interviewed|met|saw|visited|spoke\s(?:to|with))\s[^.;\n]{1,30}\son\s$"
    r"|\b(?i:team|delegation|inspectors?|monitors?|commission)\b[^.;\n]{0,40}\b(?:came|visited|arrived|was here|were here)\s(?:on\s)?$"  # noqa: E501
    r"|\b(?i:ward round|round|meeting|minutes|session|handover)\s{1,3}(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?$"
    r"|\b(?:at this post|in (?:this )?post|in (?:this )?office|assigned|appointed|acting)\b[^.;\n]{0,24}\bsince\s$|(?:^|\n)\s*(?:[A-Z][a-z]+\s)?(?:[Dd]ay|[Dd]ate)(?:\sof\s[a-z]+)?:\s(?:\w+day,?\s)?$"  # noqa: E501
)
_WITH_DAY: Final = re.compile(r"\d{1,2}(?!\d)|\d{4}[-/.]|[^\W\d]+\.?\s\d{1,2}\b")
# "has been on watch since", "was held from ... to": what follows belongs to the person, not to a report.
_STATE_SINCE: Final = re.compile(
    r"\b(?:been|was|held|kept|lived|lives|detained|secluded|segregated|restrained|strapped|fixated|isolated|confined|watch|"
    r"observation|cell|room|bed|wing|unit|ward)\b(?:[^.;]|\.\d){0,50}\b(?:since|from|until)\s$",
    re.IGNORECASE,
)
_OFFICIAL: Final = re.compile(
    r"\b(?:visit(?:s|ed)? (?:took|of|by)|inspect\w+|delegation|report|published|law|act|period|open(?:ed)?|closed|in force|contract)\b",  # noqa: E501
    re.IGNORECASE,
)
_NAMED_THERE: Final = re.compile(
    rf"\b{TITLE}\.?\s{CAPITALISED}|{CAPITALISED}\s{CAPITALISED}(?:,\s(?:aged\s)?\d|\s\()|\b(?:[Hh]e|[Ss]he|who) (?:had|has|was|is)\b"  # noqa: E501
)
# "April–June 2024": a quarter.
_MONTHS_LEFT: Final = re.compile(rf"(?i:{MONTH})\s?[–-]\s?$")
_RANGE_RIGHT: Final = re.compile(r"^\s?(?:[-–]|to\b|and)\s?\d")
_RANGE: Final = re.compile(r"\d{1,2}\s(?:to|–)\s\d")
_ROW_ID: Final = re.compile(r"\d{2}[A-Z]{2}/\d{3,5}/\d\d|\b[A-Z]\d{4}[A-Z]{2}\b|\b[A-Z]?\d{6,8}[A-Z]?\b")
_OWN_REQUEST: Final = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir)\s(?:\w+\s)?(?:request|complaint|letter|appeal|"
    r"application|arrest|transfer|admission|release|hearing|arrival)\s(?:of|on|dated)\s$"
)
_INCIDENT: Final = re.compile(
    r"\b[Ii]n the (?:incident|assault|case|attack|death|altercation) (?:of|on)\s$|"
    r"\b(?:an?|one) (?:use of force|restraint|assault|attack|strip search|collapse|suicide attempt) (?:of|on)\s$"
)
# "the death of December 2024" names a case by its month, as a register would.
_BY_MONTH: Final = re.compile(
    r"\bthe (?:incident|assault|case|attack|death|altercation|riot|escape|fire|disturbance|suicide|events?) of\s$"
)
_LEAD: Final = re.compile(
    r"\b(?:the (?:night|early morning|morning|evening|afternoon|day|week|weekend) of|(?:\d{1,3}|"
    r"[a-z]+) (?:days|weeks|nights|months) (?:in|from|since|after))\s$"
)
_FEAST: Final = re.compile(
    rf"\b(?:on|since|at|before|after)\s(?P<feast>(?:Easter|Christmas|Whit|Boxing|New Year['’]s|"
    rf"Good|Palm|Ash|Eid|Ramadan|Diwali|Heritage|Independence|"
    rf"(?:the )?Feast of (?:St\.? |the )?{CAPITALISED}|St\.? {CAPITALISED}(?:['’]s)?|"
    rf"{CAPITALISED}(?:['’]s)?)(?:\s(?:Day|Eve|Monday|Sunday|Friday|Wednesday|al-Fitr|al-Adha))?"
    rf"(?:\s(?:19|20)\d\d)?)(?![\w-])"
)
# "[21/8/24, 6:55 pm] ann: ...": when a message was sent.
_STAMP: Final = re.compile(r",?[ ]\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u202f]?[ap]\.?m\.?)?\]", re.IGNORECASE)
_FEAST_SHAPE: Final = re.compile(r"\b(?:Day|Eve|Feast of|Easter|Christmas|Good Friday|Eid|Diwali)\b")


@lru_cache(maxsize=4)
def dates(text: str) -> tuple[re.Match[str], ...]:
    """Return every written date; a bare abbreviation of a month without a day does not count."""
    return tuple(DATE.finditer(text))


class BirthDates:
    """Finds dates of birth in every notation that a word, a name or an identifier beside them shows to be one."""

    name = "birth_date"

    def detect(self, text: str) -> list[Span]:
        """Return dates of birth."""
        spans: list[Span] = []
        for match in dates(text):
            window = left(text, match.start(), 90)
            score = 0.0
            if self._among_births(text, match) or self._told_of_birth(text, match):
                score = 0.7
            if _BIRTH.search(window):
                score = 0.95
            elif window.endswith("(") and not _CASE_LAW.search(window) and self._name_before(window):
                after = text[match.end() : match.end() + 40]
                score = 0.85 if _BESIDE_ID.search(after) else 0.0
                if not score and re.search(rf"{TITLE}\.?\s[^()]*\($", window) and after[:1] == ")":
                    score = 0.7
            elif _ID_BEFORE.search(window) and "(" in window and text[match.end() : match.end() + 1] in {")", ";", ","}:
                score = 0.85
            if score:
                spans.append(found(self.name, match.start(), match.end(), SpanType.DOB, score))
        for match in _DAMAGED.finditer(text):
            if _BIRTH.search(left(text, match.start(), 60)):
                spans.append(found(self.name, match.start(), match.end(), SpanType.DOB, 0.8))
        spans += [found(self.name, *m.span(m.lastgroup or 0), SpanType.DOB, 0.7) for m in _BORN_WHEN.finditer(text)]
        for match in _BORN_YEAR.finditer(text):
            if not _MANY.search(left(text, match.start(), 30)):
                spans.append(found(self.name, match.start(1), match.end(1), SpanType.DOB, 0.85))
        return distinct(spans)

    @staticmethod
    def _among_births(text: str, match: re.Match[str]) -> bool:
        """Say whether the sentence tells of dates of birth; such a date need not follow the word."""
        low, high = sentence(text, *match.span())
        return bool(_BIRTHS.search(text, low, high)) and not _OFFICIAL.search(text, low, high)

    @staticmethod
    def _told_of_birth(text: str, match: re.Match[str]) -> bool:
        """Say whether the sentence before speaks of a birth and this one has a full date: "He says that it is ..."."""
        if not _FULL_YEAR.search(match.group()):
            return False
        low, high = sentence(text, *match.span())
        return (
            bool(_BIRTH_WORD.search(text, max(0, low - 140), low))
            and bool(_SAYS.search(text, low, match.start()))
            and not _OFFICIAL.search(text, low, high)
        )

    @staticmethod
    def _name_before(window: str) -> bool:
        words = re.findall(CAPITALISED, window[:-1])
        return bool(words) and words[-1].lower() not in INSTITUTION and window[:-1].rstrip().endswith(words[-1])


class PersonalDates:
    """Finds dates in sentences that say what happened to one person; visits, laws and periods are left."""

    name = "personal_date"

    def detect(self, text: str) -> list[Span]:
        """Return dates that belong to one person's history."""
        spans: list[Span] = []
        for match in dates(text):
            start, end = match.span()
            window = left(text, start, 60)
            if window[-1:] == "[" and _STAMP.match(text, end):
                continue
            if _BY_MONTH.search(window) and not _WITH_DAY.match(match.group()):
                continue
            if not (_OWN_REQUEST.search(window) or _INCIDENT.search(window) or self._of_a_stay(text, match)):
                if not any(c.isdigit() for c in match.group()) or _OFFICIAL_LEFT.search(window):
                    continue
                if _OF_AN_OFFICE.search(window):
                    continue
                if _RANGE.match(match.group()):
                    continue
                if (
                    _MONTHS_LEFT.search(window)
                    or _RANGE_RIGHT.match(text[end : end + 8])
                    or not self._of_a_person(text, start, end)
                ):
                    continue
            lead = _LEAD.search(window)
            start -= len(window) - lead.start() if lead is not None else 0
            spans.append(found(self.name, start, end, SpanType.DATE_PERSONAL, 0.7))
        for match in _FEAST.finditer(text):
            start, end = match.span("feast")
            if _FEAST_SHAPE.search(match["feast"]) and self._of_a_person(text, start, end):
                spans.append(found(self.name, start, end, SpanType.DATE_PERSONAL, 0.6))
        return distinct(spans)

    @staticmethod
    def _of_a_stay(text: str, match: re.Match[str]) -> bool:
        """Say whether a date begins or bounds what one named person was kept in."""
        start, end = match.span()
        if not _WITH_DAY.match(match.group()) or not _STATE_SINCE.search(left(text, start, 90)):
            return False
        low, high = sentence(text, start, end)
        around = text[low:start] + " " + text[end:high]
        return bool(_NAMED_THERE.search(around) and not _OFFICIAL.search(around))

    @staticmethod
    def _of_a_person(text: str, start: int, end: int) -> bool:
        low, high = sentence(text, start, end)
        around = text[low:start] + " " + text[end:high]
        row_start, row_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        row = text[row_start : row_end if row_end >= 0 else len(text)]
        if " | " in row[:600]:
            return bool(
                _ROW_ID.search(row[:600]) and row.count(" | ") >= 2 and len(text[start:end]) >= 8 and row_start == start
            )
        return bool(_PERSON.search(around) and _EVENT.search(around))
