"""Marks: what a question asks of single entries besides topic and status: numbers, urgency, deadline, criteria."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.question.dates import MONTHS
from assistant.question.numerals import NUMERAL, numeral, ranges_in
from assistant.question.query import Query
from assistant.question.register_words import KINDS
from assistant.question.terms import fold, tokens
from ingest.passage import RegisterEntry

_KIND = "|".join(pattern for _, pattern in KINDS) + "|measures?|actions?|paragraphs?"
_NUMBERED = re.compile(
    rf"\b(?:{_KIND}) (?:numbers? |nos?\.? ?)?(?P<numbers>[A-Z]{{0,2}}\d{{1,3}}"
    rf"(?:(?:, ?| ?[-–] ?| to | through | and |, and | or )[A-Z]{{0,2}}\d{{1,3}})+)"
    r"(?![\d.]|%| ?(?:%|per cent|days|weeks))",
    re.IGNORECASE,
)
_URGENT = {
    "immediate": r"immediate(?:ly)?|urgent(?:ly)?|at once|without (?:further |any )?delay|straight ?away|right away|"
    r"instant(?:ly)?|with immediate effect",
    "short_term": r"short[- ]term",
    "medium_term": r"medium[- ]term",
    "long_term": r"long[- ]term",
}
_ABOUT = re.compile(r"\b(?:on|about|concern\w*|regarding|of|to) (?:the |an? )?$")
_DEADLINE = re.compile(
    r"\b(?P<no>without|no|not|lack\w*|never)?\b ?(?:with |ha(?:ve|s|d) |carr(?:y|ies|ied|ying) |sets? |giv(?:en|es?) )?"
    r"(?:an? |any |no |fixed |clear )*(?:deadlines?|time[- ]limits?|due dates?|time ?frames?)\b(?! of\b| for\b| on\b)"
)
# "A time frame of 30 days", "due within two months": that very period.
_UNIT = r"(?:working |calendar )?(?P<unit>hour|day|week|month|year)s?"
_PERIOD = re.compile(
    r"\b(?:(?:deadlines?|time[- ]?limits?|time ?frames?|terms?|periods?|notice) (?:of|is|was|are|were|set at)|"
    r"(?:due|done|met|implemented|carried out|completed|finished) (?:within|in|inside|after)|within|"
    r"(?:given|gives?|gave|allow(?:s|ed)?|have|had|has)) "
    rf"(?P<up>at most |no more than |up to )?(?:a |an )?(?P<number>{NUMERAL}|a|an) {_UNIT}"
    r"(?P<most> or (?:less|fewer|sooner))?\b"
)
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_IN_ENTRY = re.compile(rf"\b(?P<number>{NUMERAL}|a|an|one)[ -](?:\(\d+\) )?{_UNIT}\b")
_SET = re.compile(r"\b(?:19|20)\d\d\b|\bwithin\b|\bbefore\b|\bby\b|immediate|at once|delay", re.IGNORECASE)
_UNDATED = "without a deadline"
_CITING = re.compile(
    r"\b(?:cit(?:e|es|ed|ing)|refer\w*|mention\w*|invok\w+|rel(?:y|ies|ied) on|rest(?:s|ed)? on|based on)\b"
)
_BY_DAY = re.compile(
    rf"\b(?P<until>by|before|until|on|in) (?:the )?(?:(?:end|beginning|start) of )?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{'|'.join(MONTHS)})\.? (?P<year>(?:19|20)\d\d)\b"
)
_OBLIGED = re.compile(r"\b(?:due|deadline|must|should|had to|have to|has to|to be|expire\w*)\b")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?$")
_NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"^[A-Za-z]+(?=\d)")


@dataclass(frozen=True)
class Mark:
    """One thing asked of entries.

    Attributes:
        said: for people.
        words: the folded words of the question that say it.
        holds: whether an entry has it.
    """

    said: str
    words: frozenset[str]
    holds: Callable[[RegisterEntry], bool]


def marked(
    entries: Sequence[RegisterEntry], marks: Iterable[Mark], echoes: Mapping[str, Sequence[RegisterEntry]]
) -> list[RegisterEntry]:
    """Keep the entries that have every mark, themselves or as a reply prints them again."""
    kept = list(entries)
    for mark in marks:
        said = any if mark.said != _UNDATED else all
        kept = [entry for entry in kept if said(map(mark.holds, (entry, *echoes.get(entry.entry_id, ()))))]
    return kept


def numbered(entries: Iterable[RegisterEntry], wanted: Collection[str]) -> list[RegisterEntry]:
    """Return the entries that bear one of some numbers; "R1" is 1 where no entry of a request is called R1."""
    held = list(entries)
    exact = [entry for entry in held if entry.number in wanted]
    if exact:
        return exact
    plain = {_LETTERS.sub("", number) for number in wanted}
    return [entry for entry in held if entry.number and entry.number in plain]


def marks_of(query: Query) -> tuple[Mark, ...]:
    """Read what a question asks of the entries that it counts."""
    text = query.text
    found = [_numbers(text), _urgency(text), _due(text), _period(text) or _deadline(text), _criteria(query)]
    return tuple(mark for mark in found if mark is not None)


def _numbers(question: str) -> Mark | None:
    match = _NUMBERED.search(question)
    if match is None:
        return None
    wanted: set[str] = set()
    written = match["numbers"]
    for _, _, prefix, low, high in ranges_in(written):
        wanted |= {f"{prefix}{number}".casefold() for number in range(low, high + 1)}
    wanted |= {one.casefold() for one in re.findall(r"[A-Za-z]{0,2}\d{1,3}", written)}
    said = f"numbers {', '.join(sorted(wanted, key=_in_order))}"
    return Mark(said, frozenset(tokens(match[0])), lambda entry: (entry.number or "").casefold() in wanted)


def _in_order(number: str) -> tuple[str, int]:
    digits = _NUMBER.search(number)
    return number[: digits.start()] if digits else number, int(digits[0]) if digits else 0


def _urgency(question: str) -> Mark | None:
    text = fold(question)
    for urgency, pattern in _URGENT.items():
        written = re.compile(rf"\b(?:{pattern})\b")
        found = [match for match in written.finditer(text) if not _ABOUT.search(text[: match.start()])]
        if found:
            words = frozenset(word for match in found for word in tokens(match[0]))
            return Mark(f"urgency: {urgency.replace('_', ' ')}", words, _urgent(urgency, written))
    return None


def _urgent(urgency: str, written: re.Pattern[str]) -> Callable[[RegisterEntry], bool]:
    """Whether an entry is of an urgency: as registered, or where nothing is, in its own words."""

    def holds(entry: RegisterEntry) -> bool:
        return entry.urgency == urgency or (entry.urgency is None and bool(written.search(fold(str(entry.text)))))

    return holds


def _deadline(question: str) -> Mark | None:
    match = _DEADLINE.search(fold(question))
    if match is None:
        return None
    wanted = not match["no"] and " no " not in f" {match[0]} "
    said = "with a deadline" if wanted else _UNDATED
    return Mark(said, frozenset(tokens(match[0])), lambda entry: bool(_SET.search(entry.due or "")) is wanted)


def _period(question: str) -> Mark | None:
    match = _PERIOD.search(fold(question))
    if match is None:
        return None
    wanted, most = _length(match), bool(match["up"] or match["most"])

    def holds(entry: RegisterEntry) -> bool:
        given = _IN_ENTRY.search(fold(entry.due or ""))
        if given is None:
            return False
        return _days(_length(given)) <= _days(wanted) if most else _length(given) == wanted

    said = f"due within {wanted[0]:g} {wanted[1]}s{' or less' * most}"
    return Mark(said, frozenset(tokens(match[0])), holds)


def _days(length: tuple[float, str]) -> float:
    return length[0] * _DAYS[length[1]]


def _length(match: re.Match[str]) -> tuple[float, str]:
    number = 1 if match["number"] in ("a", "an") else numeral(match["number"]) or 0
    return number, match["unit"]


def _due(question: str) -> Mark | None:
    """A deadline to the day or month: what is due on that very day, or until then."""
    match = _BY_DAY.search(fold(question))
    if match is None or not _OBLIGED.search(fold(question)):
        return None
    day = f"{match['year']}-{MONTHS[match['month']]:02}"
    day += f"-{int(match['day']):02}" if match["day"] else ""
    until = match["until"] not in ("on", "in")
    said = f"due {'by' if until else 'on'} {day}"

    def holds(entry: RegisterEntry) -> bool:
        due = entry.due or ""
        return due.startswith(day) or (until and bool(_ISO.match(due)) and due <= day)

    return Mark(said, frozenset(tokens(match[0])), holds)


def _criteria(query: Query) -> Mark | None:
    match = _CITING.search(fold(query.text))
    if match is None or not (query.references or query.instruments):
        return None
    wanted = query.references or tuple(f"{name}:" for name in query.instruments)

    def holds(entry: RegisterEntry) -> bool:
        return any(_within(cited, one) for cited in entry.criteria for one in wanted)

    words = frozenset(tokens(match[0])) | {word for one in wanted for word in tokens(one)}
    return Mark("citing " + ", ".join(one.rstrip(":") for one in wanted), words, holds)


def _within(cited: str, wanted: str) -> bool:
    """Whether a provision cited is the one wanted or a part of it."""
    return cited.startswith(wanted) if wanted.endswith(":") else cited == wanted or cited.startswith(f"{wanted}(")
