"""How soon a recommendation is to be acted on: the degree that its words say, and the deadline that it prints."""

from __future__ import annotations

import re

from ingest.dates import find_dates

IMMEDIATE, SHORT_TERM, MEDIUM_TERM, LONG_TERM = "immediate", "short_term", "medium_term", "long_term"

_TERMS = (
    (re.compile(r"\b(?:short|near)(?:er)?[- ]?term\b", re.IGNORECASE), SHORT_TERM),
    (re.compile(r"\b(?:medium|mid|middle|intermediate)[- ]?term\b", re.IGNORECASE), MEDIUM_TERM),
    (re.compile(r"\blong(?:er)?[- ]?term\b", re.IGNORECASE), LONG_TERM),
)
_AT_ONCE = re.compile(
    r"\b(?:immediate(?:ly)?|urgent(?:ly)?|at once|forthwith|as a matter of (?:the utmost )?urgency|"
    r"as soon as possible|without (?:any )?(?:further )?delay|with immediate effect|straight ?away)\b",
    re.IGNORECASE,
)
# "Every allegation must be reported immediately" says how soon in each case, not how soon the practice must change.
_EACH_CASE = re.compile(
    r"\b(?:each|every|any|always|whenever|when|after|upon|once|on (?:arrival|admission|reception)|if|where|all|"
    r"access|"
    r"emergency|released?)\b",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"\bimmediate (?:steps|measures|action|attention)\b|\bwith immediate effect\b|^from now on\b|\b(?:as of|"
    r"from|with effect from|starting) today\b|\bhenceforth\b",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"\b(?:deadline|time[- ]?(?:limit|frame|scale)|term|due(?: date| by)?|target date|to be completed(?: by)?)\s*:\s*"
    r"(?P<when>[^.;|]{2,60})",
    re.IGNORECASE,
)
_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_AMOUNT = rf"(?P<amount>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|a|an)"
_WITHIN = re.compile(
    rf"\b(?:within|in the next|over the next|no later than|not later than)\s+(?:a period of\s+|the next\s+|at "
    rf"most\s+)?{_AMOUNT}"
    r"(?:\s*\(\d+\))?\s+(?:calendar\s+|working\s+)?(?P<unit>day|week|month|year)s?"
    r"(?P<start>\s+(?:of|from|after|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:(?:receipt|publication|delivery|"
    r"issue)\b|"
    r"(?:this|the|our)\s+(?:report|letter|visit)|receiving|today)[\w ]{0,30})?",
    re.IGNORECASE,
)
_PERIOD = re.compile(rf"\s*{_AMOUNT}\s+(?:calendar |working )?(?P<unit>day|week|month|year)s?\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|before|no later than|not later than|until)\s+(?:the\s+)?(?P<when>(?:(?:end|beginning|start|"
    r"middle)\s+of\s+)?"
    r"(?:(?:spring|summer|autumn|winter|early|mid|late)[- ]?)?(?:the\s+year\s+)?(?:19|20)\d\d(?:[–/-]\d\d)?|"
    r"(?:(?:next|coming|following|current|new|onset\s+of\s+the|beginning\s+of\s+the|start\s+of\s+the|"
    r"end\s+of\s+the)\s+)*"
    r"(?:monsoons?|rains|rainy\s+season|dry\s+season|heating\s+season|winter|summer|spring|autumn|cold\s+season|"
    r"Easter|Christmas|Ramadan|New\s+Year|elections?|(?:budget|financial|fiscal|school|academic|calendar)\s+year|"
    r"school\s+term|holidays|next\s+visit)\b(?:\s+(?:of\s+)?(?:19|20)\d\d)?|"
    r"(?:the\s+)?end\s+of\s+(?:the|this)\s+(?:\w+\s+)?(?:year|month|quarter)|next\s+(?:\w+)|"
    r"(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s+(?:\d{1,2},\s*)?(?:19|20)\d\d)?)"
)
_DUE = re.compile(r"\b(?:by|before|no later than|not later than|until|within)\b", re.IGNORECASE)
# Days and weeks as a rule say how soon in each case; months and years, when the work is to be done.
_LONG_UNITS = frozenset({"month", "year"})
_ONE_CASE = re.compile(
    r"\b(?:each|every|any|whenever|seen|assessed|examined|reviewed|answered|replied|informed|screened|admission|"
    r"arrival|"
    r"detention|custody|requests?|applications?|incidents?|complaints?|prisoners?|patients?|detainees?|residents?|"
    r"children|"
    r"people|persons?|clients?|women|men|transferred|lasts?|held|kept)\b",
    re.IGNORECASE,
)
_IMMEDIATE_DAYS, _SHORT_DAYS, _MEDIUM_DAYS = 20, 100, 400


def urgency_of(text: str, headings: tuple[str, ...] = ()) -> str | None:
    """Read how urgent a recommendation is.

    Args:
        text: its words, or a cell such as ``Short term``, ``Immediate``, ``6 months``.
        headings: those above it, outermost first; the last two may say it (``Urgent recommendations``).

    Returns:
        ``immediate``, ``short_term``, ``medium_term`` or ``long_term``; ``None`` where neither says it.
    """
    for words in (text, *reversed(headings[-2:])):
        heading = words is not text
        if heading and not re.search(r"recommend|measures|action|priorit|term", words, re.IGNORECASE):
            continue
        for pattern, degree in _TERMS:
            found = pattern.search(words)
            if found is not None and (
                heading
                or found.start() < 20
                or words[found.start() - 1 : found.start()] == "("
                or re.search(r"\b(?:in|over) the $", words[: found.start()])
            ):
                return degree
        if at_once(words, heading) is not None:
            return IMMEDIATE
    line = _LINE.search(text)
    return urgency_of_period(line["when"]) if line is not None else None


def at_once(words: str, heading: bool = False) -> str | None:
    """Return the words that ask for it at once, and not in each case that comes up."""
    steps = _STEPS.search(words)
    if steps is not None:
        return steps.group()
    found = _AT_ONCE.search(words)
    if found is None or (not heading and _EACH_CASE.search(words[: found.start()])):
        return None
    return found.group()


def deadline_of(text: str, *, asks: bool = False) -> str | None:
    """Read until when a recommendation is to be carried out.

    Args:
        text: its words.
        asks: it asks for information, so that any period is that of the answer.

    Returns:
        An ISO date where the deadline is a date (``2025-12-31``, ``2025-04``), else the words as printed
        (``within three months``, ``by the end of 2026``); ``None`` without one. How soon something has to happen in
        each case (``seen within 24 hours``) is no deadline.
    """
    line = _LINE.search(text)
    if line is not None:
        dated = find_dates(line["when"])
        return dated[0].last if dated else line["when"].strip()
    for span in find_dates(text):
        if _DUE.search(text[max(0, span.start - 20) : span.start]):
            return span.last
    for found in _WITHIN.finditer(text):
        if (
            asks
            or found["start"]
            or (found["unit"].lower() in _LONG_UNITS and not _ONE_CASE.search(text[: found.start()]))
        ):
            return found.group().strip()
        before = text[: found.start()]
        if not before or re.search(r"[,(]\s*$", before) or not (_ONE_CASE.search(before) or _EACH_CASE.search(before)):
            return found.group().strip()
    named = _BY.search(text)
    if named is not None:
        return named.group().strip()
    return at_once(text)


def urgency_of_period(period: str | None) -> str | None:
    """Say how urgent a period is: ``within three months`` is short, ``Immediate`` immediate, a date unknown.

    Args:
        period: a deadline as printed, or the cell of a column of time limits.
    """
    if period is None:
        return None
    degree = urgency_of(period)
    if degree is not None:
        return degree
    found = _WITHIN.search(period) or _PERIOD.fullmatch(period.strip(" ."))
    if found is None:
        return None
    amount = found["amount"].lower()
    number = int(amount) if amount.isdigit() else _NUMBERS.index(amount) + 1 if amount in _NUMBERS else 1
    days = number * _UNITS[found["unit"].lower()]
    if days <= _IMMEDIATE_DAYS:
        return IMMEDIATE
    return SHORT_TERM if days <= _SHORT_DAYS else MEDIUM_TERM if days <= _MEDIUM_DAYS else LONG_TERM
