"""Details that stand beside a person and may point at that person: dates, ages, origins, offices, descriptions.

The detectors mask what they are sure of. This wide net catches the rest for a person's eye: every date, age, origin or
office in a sentence about somebody is raised for review, none is masked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from redaction.manuscript import SEPARATOR
from redaction.particulars.bodies import told_of_body
from redaction.particulars.conditions import conditions
from redaction.particulars.lives import clauses_after, told_of
from redaction.particulars.offices import DETECTOR, offices
from redaction.particulars.papers import of_nobody
from redaction.recognizers.age import WORDS as AGE_WORDS
from redaction.recognizers.dates import DATE
from redaction.recognizers.nationality import COUNTRIES, DEMONYMS
from redaction.recognizers.presence import SOMEBODY
from redaction.span import Span, SpanType
from redaction.union import Ranges

_TOLD: Final = frozenset({SpanType.INDIRECT, SpanType.HEALTH_RARE})
# Fewer words around what is masked tell nothing.
_LEAST_WORDS: Final = 3
_SENTENCE: Final = re.compile(rf"(?:[^.!?{SEPARATOR}\n]|[.!?](?![\s\"”’)]+[A-Z“\"‘(\[])|\n(?!\s*\n))+[.!?]*[\"”’)]*")
_SEGMENT: Final = re.compile(f"[^{SEPARATOR}]+")
PRONOUN: Final = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself|my|I|me)\b", re.IGNORECASE)
# Small children too, beside the ages that the detector of ages knows.
_NUMBER: Final = rf"(?:two|three|four|five|six|seven|eight|nine|{AGE_WORDS})"
_AGE: Final = re.compile(
    rf"\b(?:\d{{1,2}}|{_NUMBER})[- ](?:years?[- ](?:old|of age)|y/?o\b|year\b(?! (?:sentence|term|plan)))"
    rf"|(?<=, )\d\d years(?=[,.;)])|(?<=[(,] )\d\d(?=[,;)]|\.(?:\s|$))|(?<=\()\d\d(?=[,;)])"
    rf"|\b(?:is|was|turned|turning|aged?|be|perhaps|maybe|about|then|now|only|says|said|just|not yet|still|child of|boy of|girl of|man of|woman of)\s"  # noqa: E501
    rf"(?P<n>\d{{1,2}}|{_NUMBER})(?=[.,;:)](?!\d)|\s(?:and|but|or|when|at|with|who|then|now|years?|this|next|last|in|on|by|though|if|so)\b|$)",
    re.IGNORECASE,
)
_FEAST: Final = re.compile(
    r"\b(?:Christmas|Easter|Boxing Day|New Year['’]?s?(?: Eve| Day)?|Hogmanay|Epiphany|Eid|Ramadan|Diwali|Passover|Ascension|"  # noqa: E501
    r"Assumption|Pentecost|Midsummer|Whitsun|Good Friday|Palm Sunday|All Saints|All Souls|Rosenmontag|Fiestas Patrias|Carnival|Carnaval|Nowruz|Navruz|"  # noqa: E501
    r"Vesak|Poson|Matariki|Eid al-\w+|Hari Raya(?: Haji| Aidil\w*)?|Tabaski|Mawlid|Mouloud|Ashura|Holi|Dashain|Tihar|Songkran|Tet|Chuseok|Obon|Timkat|Meskel|"  # noqa: E501
    r"Kurban Bayram\w*|Bayram\w*|Michaelmas|Candlemas|Ash Wednesday|Shrove Tuesday|Easter (?:Monday|Sunday)(?: of \d{4})?|Whit Monday|Corpus Christi|Thanksgiving|"  # noqa: E501
    r"Labou?r Day|Halloween|Sankt Hans|Juhannus|Maslenitsa|Hanukkah|Purim|Yom Kippur|Rosh Hashanah|Cavadee|Deepavali|Vaisakhi|Pongal|Onam|Xmas(?: [Ee]ve)?)\b[^.,;]{0,12}?(?:Day|Eve|week|Sunday|Monday|\d{4})?",  # noqa: E501
    re.IGNORECASE,
)
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_CLOCK: Final = r"(?:,? at (?:about )?\d{1,2}[.:]?\d{0,2}(?: ?[ap]\.?m\.?)?)?"
_DATED: Final = re.compile(rf"{_WEEKDAY}(?:{DATE.pattern}){_CLOCK}", re.IGNORECASE)
# Without May, which is a word and a name as well.
_MONTH: Final = "January|February|March|April|June|July|August|September|October|November|December"
_NATIONAL: Final = re.compile(
    r"\b(?:an? )?(?:national|citizen|native|subject) of (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
    r"|\b(?!(?:Her|His|My|Your|Their|Our|The|An?|No|This|That|Each|Every|Any)\b)"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:citizen|national|passport|origin|descent)\b"
    rf"|\bfrom (?:the )?(?!(?:{_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|St)\b)"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
)
# "31.V.2025", "1989/Oct/30", "9/3", "3 Jan", "January the 20".
_SHORT_DATE: Final = re.compile(
    r"\b\d{1,2}\.\s?[IVX]{1,4}\.\s?\d{2,4}|\b\d{4}[/-][A-Z][a-z]{2}[/-]\d{1,2}"
    r"|(?<![\w/-])(?:(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01]))(?![\w/-])"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b"
    rf"|\b(?:in )?(?:{_MONTH}) (?:the )?\d{{1,2}}\b",
    re.IGNORECASE,
)
_LOOSE_DATE: Final = re.compile(
    rf"\b(?:in|since|until|by|from|last|next|early|late|mid-?)\s(?:{_MONTH}|May)\b(?!\s\d)"
    r"|\b(?:since|last|since last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:two|three|four|five|six|seven|several) (?:successive|consecutive) (?:mornings|days|nights|weeks|weekends|months)\b"  # noqa: E501
    r"|\b(?:yesterday|last night|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)(?:[a-z]*day)? (?:night|morning|evening|afternoon))\b(?: (?:at )?\d{1,2}[:.]?\d\d)?"  # noqa: E501
    r"|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \d)|\b(?:on|since|from|until|of) (?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d.]\d|\s?(?:m|km|kg|%|h)\b)"  # noqa: E501
    r"|\b[A-Z][\w'’]+(?:\s[A-Z]\w+)? [Dd]ay\b|\b\w+ day of [A-Z]\w+(?: last year)?"
)
_CAPITALISED: Final = re.compile(r"\b[A-Z][a-zà-ž]+(?:-[A-Z][a-z]+)?")
# "in Polish", "speaks French": a language, and "Irish Prison Service": a body.
_SPOKEN: Final = re.compile(
    r"\b(?:in|into|speaks?|spoke|speaking|understands?|learn(?:s|ing|t|ed)?|interpreters? (?:for|of)|excuse my|"
    r"los(?:es|ing|t) (?:his|her))\s$"
)
_BODY: Final = (
    r"(?:Services?|Government|Institut(?:e|ion)|Office|Commission(?:er)?|Police|Prisons?|Ministry|Courts?|Hospitals?|Centre|Stations?|Committee|"
    r"Directorate|Headquarters|Inspectorate|Council|Department|Protocol|Voices|Rights|Embassy|Consulate|Agency|Board|County)"
)
_OF_A_BODY: Final = re.compile(rf"(?:\s(?:[A-Z][\w'’-]+|of|for|and|the)){{0,4}}?\s{_BODY}\b")
_NAMES_A_BODY: Final = re.compile(rf"\b(?:{_BODY}|HMP|YOI)\b")
# Where somebody was last rather than where somebody is from.
_CAME: Final = re.compile(
    r"\b(?:released?|returned|brought|collected|transferred|discharged|moved|obtained|seconded|on loan|"
    r"on (?:his|her) way|letter|apology)\s$"
)
# "5 to 14 June": visits are told so, and from one day to another what happened to somebody.
_DAYS: Final = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s?(?:to|and|–|-)\s?$|^\d{1,2}(?:st|nd|rd|th)?\s?(?:to|and|–|-)\s?\d"
)
_FROM: Final = re.compile(r"\b(?:from|between)\s(?:\d[\w ]{0,8})?$")
_DEADLINE: Final = re.compile(r"\b(?:by|until|before|no later than|not later than)\s(?:the )?(?:end of )?$")
_BEFORE_FEAST: Final = re.compile(
    r"\b(?:on|at|since|before|after|until|last|by|of|during|over|for)\s(?:the\s)?$", re.IGNORECASE
)
# Dates of papers and of those who inspect: "Law No. 1 of", "we arrived on", "the Committee returned on".
_OF_A_PAPER: Final = re.compile(
    r"\b(?:Law|Act|Decree|Order|Ordinance|Resolution|Regulations?|Directive|Circular|Code|Report|report|letter|Letter|meeting|version|Sent|Date|"
    r"action plan|[Mm]inutes|note verbale|[Dd]raft|(?:[Tt]he|[Oo]ur|[Tt]his|preceding|previous|earlier|first|second|follow-up) visit"  # noqa: E501
    r"(?! (?:from|by|of (?:an?|his|her|my)\b)))\b"
    r"(?:[^.;,\n]|\b[Nn]os?\.){0,40}(?:\s(?:of|dated|on)|:)\s$"
    r"|\b(?:we|We|the (?:\w+ )?(?:delegation|[Cc]ommittee|[Ss]ubcommittee|[Cc]ommission|[Oo]bservatory|[Mm]echanism|team|inspectors|visitors|monitors|"  # noqa: E501
    r"Ombuds\w+|Inspectorate|Board|Council)|(?<=; )it|[Ff]ollowing the visit)\s(?:(?:first|then|again|also|jointly)\s)?"
    r"(?:arrived|visited|returned|went|came|inspected|met|wrote|discussed|of)\b[^.;]{0,50}\s(?:on|from|of)\s$"
    # What is done to rules and things, and counts of people.
    r"|\b(?:published|in force|replaced|installed|reopened|introduced)\b[^.;|\n]{0,30}(?:\s(?:on|in|from|since|until)|)\s$"  # noqa: E501
    r"|\b\d[\d,]* (?:prisoners|patients|detainees|residents|people|persons|women|men|children|boys|girls|places)\b[^.;]{0,30}\s(?:on|in)\s$"  # noqa: E501
    # What is done to reports, plans and answers.
    r"|\b(?:wrote|replied|answered|were due|was due|issued|carried out an? [^.;]{0,40}|"
    r"approved by [^.;|]{0,40}|reviewed [^.;|]{0,40}|took office|took over|[Ii]n the sessions?|at the session [^.;]{0,50})\s(?:on|of)\s(?:or about\s)?$"  # noqa: E501
    # The lines of a letter's or log's head.
    r"|(?:^|[\n\x1e])(?:Date|Sent|Visit|Subject|Our ref|Ref|Class)\b[^\n\x1e]{0,60}$"
)
# What goes on about a visit or a count after its date: "On 1 May two of our officers", "there were 30 patients".
_PUBLIC_AFTER: Final = re.compile(
    r",?\s(?:there were\b|we (?!.{0,40}\btold\b)|(?:members|part|two|three|four|some) of (?:our|the (?:\w+ )?(?:delegation|team|"  # noqa: E501
    r"[Mm]echanism|[Cc]ommittee|[Ss]ubcommittee|[Ii]nspectorate|[Bb]oard))\b|members of the [A-Z]|the delegation\b)"
)
# A line of place and date, as reports and letters bear it: "Example Town, 1 May 2025 | File 3".
_DATELINE: Final = re.compile(r"[^.;:!?\n\x1e]{2,70},\s$")
_HEALTH: Final = re.compile(
    r"\b[A-Z][\w-]+(?:['’]s)?(?:[- ][A-Z][\w-]+)? (?:syndrome|disease|disorder|dystrophy|an?emia|palsy|arteritis|chorea)\b"  # noqa: E501
    r"|\b(?:diagnosed with|suffer(?:s|ed|ing) from|lives with|living with)\s(?P<h>[^.,;:()]{4,60})"
)
_SINGLED: Final = re.compile(
    r"\b(?P<d>(?:the|an?|is|was)\s(?:only|first|last|sole|oldest|youngest|longest[- ]\w+|former|ex-|one of (?:two|three))\b"  # noqa: E501
    r"[^.;:()]{4,120})"
    r"|(?P<s>(?:\bonly one|(?<=[.!?]\s)(?:First|Only|Last|Former))\s[^.;:()]{4,120})"
    r"|\b(?:he|she|who)\s(?:is|was)\s(?P<h>the\s[a-z][^.;:()]{5,120})|\bfrom\s(?P<f>a\sfamily\sof\s[^.;:()]{4,80})"
    r"|\b(?:is|was|him|her|as|without naming (?:him|her)),?\s(?P<w>(?:the|an?) (?:[\w'’-]+ ){1,6}?"
    r"(?:who|whom|whose|that|from|convicted|sentenced|found|known|accused|charged|elected)\b[^.;()\n]{3,120})",
    re.IGNORECASE,
)


def details_beside(text: str, people: Sequence[Span], taken: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield what a person should look at, with the reason.

    Args:
        text: of the manuscript.
        people: spans of names, numbers and cells of persons, sorted.
        taken: spans that are masked already.
    """
    covered = Ranges((span.start, span.end) for span in taken)
    yield from ((span, why) for span, why in offices(text, people) if not covered.touching(span.start, span.end))
    for start, end in clauses_after(text, people):
        yield Span(start, end, SpanType.INDIRECT, 0.3, (DETECTOR,)), "told of one person"
    starts = [span.start for span in people]
    for segment in _SEGMENT.finditer(text):
        known = bisect_left(starts, segment.end()) > bisect_left(starts, segment.start())
        if not known and SOMEBODY.search(text, *segment.span()) is None:
            continue
        before = False
        for sentence in _SENTENCE.finditer(text, *segment.span()):
            low, high = sentence.span()
            present = bisect_left(starts, high) > bisect_left(starts, low)
            spoken = present or PRONOUN.search(text, low, high) is not None
            # A date in the sentence after one about somebody goes on about that person.
            found = list(_dates(text, low, high)) if known and (spoken or before) else []
            found += _details(text, low, high) if spoken or SOMEBODY.search(text, low, high) else ()
            before = spoken
            for start, end, kind, why in found:
                for first, last in _bare(text, covered, start, end, kind):
                    yield Span(first, last, kind, 0.3, (DETECTOR,)), why


def _bare(text: str, covered: Ranges, start: int, end: int, kind: SpanType) -> Iterator[tuple[int, int]]:
    """Yield what of a range is not masked: of what is told of a life, what stands around the masked words too."""
    taken = covered.touching(start, end)
    if not taken:
        yield start, end
    elif kind in _TOLD:
        for first, last in [*taken, (end, end)]:
            if len(text[start:first].split()) >= _LEAST_WORDS:
                yield start, first
            start = max(start, last)


def _dates(text: str, low: int, high: int) -> Iterator[tuple[int, int, SpanType, str]]:
    whole: list[tuple[int, int]] = []
    for pattern in (_DATED, _SHORT_DATE, _LOOSE_DATE, _FEAST):
        for match in pattern.finditer(text, low, high):
            if any(match.start() < end and start < match.end() for start, end in whole):
                # A part of a date that was judged as a whole.
                continue
            if pattern is _DATED:
                whole.append(match.span())
            # What is to be done by a day is a task, whoever is named beside it.
            if _DEADLINE.search(text, max(low, match.start() - 12), match.start()) or _public(text, match):
                continue
            if pattern is not _FEAST or _BEFORE_FEAST.search(text, max(low, match.start() - 20), match.start()):
                yield (*match.span(), SpanType.DATE_PERSONAL, "a date beside a person")


def _public(text: str, match: re.Match[str]) -> bool:
    """Say whether a date is that of a paper, an inspection, a line with a place, or a whole cell of a table."""
    start, end = match.span()
    if (
        of_nobody(text, start)
        or _OF_A_PAPER.search(text, max(0, start - 110), start)
        or _PUBLIC_AFTER.match(text, end, end + 60)
    ):
        return True
    days = _DAYS.search(text[max(0, start - 10) : start]) or _DAYS.search(text[start:end])
    if days and not _FROM.search(text[max(0, start - 24) : start]):
        return True
    begin = max(text.rfind(mark, max(0, start - 90), start) for mark in (SEPARATOR, "\n")) + 1
    before, after = text[max(0, start - 3) : start], text[end : end + 3]
    closed = not after or after[0] in f"{SEPARATOR}\n" or after == " | "
    if closed and (begin or start < 90) and _DATELINE.fullmatch(text, begin, start):
        return True
    return closed and before == " | "


def _details(text: str, low: int, high: int) -> Iterator[tuple[int, int, SpanType, str]]:
    for match in _NATIONAL.finditer(text, low, high):
        if match[0].startswith("from ") and (
            _NAMES_A_BODY.search(match[0]) or _CAME.search(text, max(low, match.start() - 30), match.start())
        ):
            continue
        yield (*match.span(), SpanType.NATIONALITY, "an origin beside a person")
    for match in _AGE.finditer(text, low, high):
        yield (*match.span("n" if match["n"] else 0), SpanType.AGE, "may be an age")
    for match in _CAPITALISED.finditer(text, low, high):
        word = match[0]
        spoken = _SPOKEN.search(text, max(low, match.start() - 24), match.start())
        if spoken or _OF_A_BODY.match(text, match.end(), high):
            continue
        if word in DEMONYMS or word.rstrip("s") in DEMONYMS or word in COUNTRIES:
            yield (*match.span(), SpanType.NATIONALITY, "an origin beside a person")
    for match in _HEALTH.finditer(text, low, high):
        yield (*match.span("h" if match["h"] else 0), SpanType.HEALTH_RARE, "a diagnosis beside a person")
    for start, end in conditions(text, low, high):
        yield start, end, SpanType.HEALTH_RARE, "a diagnosis beside a person"
    for start, end in told_of_body(text, low, high):
        yield start, end, SpanType.HEALTH_RARE, "of one person's body"
    for match in _SINGLED.finditer(text, low, high):
        yield (*match.span(match.lastgroup or 0), SpanType.INDIRECT, "may point at one person")
    for start, end in told_of(text, low, high):
        yield start, end, SpanType.INDIRECT, "told of one person"
