"""Dates as documents print them, in English or in the language of the country, read into ISO 8601."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from ingest import dates
from ingest.dates import DateSpan

_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_YEAR = r"(?:19|20)\d\d(?!\d)"
# As in English; only their order tells that they stand in another language.
_INTERNATIONAL = {"september": "Sep", "november": "Nov", "december": "Dec"}
_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_BEHIND_DAY = r"(?<=[\d.])(?:er)?\s+"
_MONTH_ENDS = r"(?:0?[1-9]|1[0-2])"
_DAY_ENDS = r"(?:0?[1-9]|[12]\d|3[01])"
_SHORT_WEEKDAY = r"\((?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)(?:\w*day)?\.?\)"
_DAYS = r"\d{1,2}(?:\s*[–-]\s*\d{1,2})?"
# November in Czech, behind a day; without one it may be October in Croatian.
_OF_TWO = "listopadu"
_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def find_dates(text: str) -> tuple[DateSpan, ...]:
    """Find every date, range and list of dates, also those with names of months in other languages.

    Args:
        text: any text.

    Returns:
        As :func:`ingest.dates.find_dates`; offsets are of ``text`` as it is.
    """
    english, moved = _in_english(text)
    found = dates.find_dates(english)
    return found if english is text else tuple(moved(span) for span in found)


def find_days(text: str, year: str) -> tuple[DateSpan, ...]:
    """Find days that are printed without their year, read as days of the year given."""
    english, moved = _in_english(text)
    found = dates.find_days(english, year)
    return found if english is text else tuple(moved(span) for span in found)


@lru_cache(maxsize=2048)
def _in_english(text: str) -> tuple[str, Callable[[DateSpan], DateSpan]]:
    """Return the text with its dates as English prints them, and what moves a span back to the text as it was.

    Months are told by their names, Roman numbers (``18-X-2024``) or signs; ``4 au 8``, ``4. bis 8.`` are ranges.
    """
    pieces: list[tuple[int, int, str]] = []
    for pattern, written in _rules():
        for match in pattern.finditer(text):
            if match[0].casefold().startswith(_OF_TWO):
                continue
            if all(match.end() <= start or end <= match.start() for start, end, _ in pieces):
                pieces.append((match.start(), match.end(), written(match)))
    if not pieces:
        return text, lambda span: span
    pieces.sort()
    return _replaced(text, pieces), lambda span: _moved(span, pieces)


def _replaced(text: str, pieces: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end, written in pieces:
        parts += (text[last:start], written)
        last = end
    return "".join((*parts, text[last:]))


def _moved(span: DateSpan, pieces: Iterable[tuple[int, int, str]]) -> DateSpan:
    """Return a span of the English text as one of the text before: within what was replaced, the whole of it."""
    ends = [span.start, span.end]
    grown = 0  # by how much longer the English text is so far
    moved = [span.start, span.end]
    for start, end, written in pieces:
        first = start + grown
        last = first + len(written)
        for side, at in enumerate(ends):
            if first < at < last or (at == last and side):
                moved[side] = end if side else start
            elif at >= last:
                moved[side] = at - (last - end)
        grown = last - end
    return replace(span, start=moved[0], end=moved[1])


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    """Return what is written otherwise in English: the longest forms first, since each letter is replaced once."""
    data = tomllib.loads(files("ingest").joinpath("data", "calendar_words.toml").read_text(encoding="utf-8"))
    months = {word: _ENGLISH[int(number) - 1] for number, words in data["months"].items() for word in words}
    joins = data["joins"]
    months |= _INTERNATIONAL
    month = _any(word for word in months if word not in _INTERNATIONAL)
    weekday = rf"(?:(?:{_any(joins['weekdays'])})\.?,?\s+)?"
    long = [word for word in joins["to"] if len(word) > 1]
    number = r"(?<!\d)\d{1,2}(?:\.|er|º|ª|°|-?e)?"

    def named(match: re.Match[str]) -> str:
        return _month(match["month"], months)

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(text, re.IGNORECASE)

    return (
        # "In June 2024 (from the 3rd to the 28th)"
        (
            re.compile(
                rf"(?<!\w)(?P<month>{_LONG})\s+(?P<year>{_YEAR})\s+\((?:from|between|"
                rf"on)?\s*(?:the\s+)?(?P<first>\d{{1,2}})"
                rf"(?:st|nd|rd|th)?(?:\s*[–-]\s*|\s+(?:to|and)\s+(?:the\s+)?)(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\)"
            ),
            lambda match: f"{match['first']} to {match['last']} {match['month']} {match['year']}",
        ),
        # "June 13 (Tue.) – June 16 (Fri.), 2023"
        (pattern(rf"(?<=\d)(?:st|nd|rd|th)?\s*{_SHORT_WEEKDAY}"), lambda match: ""),
        # "from 27/10 to 29/10/2022"
        (
            pattern(
                rf"(?<![\w./-])(?P<day>{_DAY_ENDS})/(?P<month>{_MONTH_ENDS})(?=(?:\s*[–-]\s*|\s+(?:to|until|till|and|"
                rf"au|al|et|y)\s+){_DAY_ENDS}/{_MONTH_ENDS}/(?P<year>{_YEAR}))"
            ),
            lambda match: f"{match['day']}.{match['month']}.{match['year']}",
        ),
        # "2-10-23", "02.10.23": the day first; with dots only where a nought tells that no paragraph is meant
        (
            pattern(
                rf"(?<![\w./-])(?!1\d\.1|[23]\d\.1|[1-9]\.)(?P<day>{_DAY_ENDS})(?P<by>[-.])(?P<month>0[1-9]|1[0-2])"
                r"(?P=by)(?P<year>[0-3]\d)"
                r"(?![\w/]|[-.]\d)"
            ),
            lambda match: f"{match['day']}.{match['month']}.20{match['year']}",
        ),
        # "5/29/24", "29/5/24": only where one of the two can be no month
        (
            pattern(
                rf"(?<![\w./-])(?:(?P<us>{_MONTH_ENDS})/(?P<late>1[3-9]|2\d|3[01])|(?P<day>1[3-9]|2\d|3[01])/"
                rf"(?P<month>{_MONTH_ENDS}))/(?P<year>[0-3]\d)(?![\w/]|[-.]\d)"
            ),
            lambda match: f"{match['late'] or match['day']}.{match['us'] or match['month']}.20{match['year']}",
        ),
        # "2023. november 14–15.", "2023 m. lapkričio 14 d."
        (
            pattern(
                rf"(?<![\w.])(?P<year>{_YEAR})\.?\s+(?:m\.\s+)?(?P<month>{_any(months)})\s+"
                rf"(?P<days>{_DAYS})\.?(?:\s+d\.)?(?!\w)"
            ),
            lambda match: f"{match['days']} {named(match)} {match['year']}",
        ),
        (
            re.compile(rf"(?P<year>{_YEAR})年(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?"),
            lambda match: f"{match['day'] or ''} {_of_number(match['month'])} {match['year']}".strip(),
        ),
        (
            re.compile(rf"(?<![\w.])(?P<day>\d{{1,2}})[-./](?P<month>[IVX]{{1,4}})[-./](?P<year>{_YEAR})(?!\w)"),
            _roman,
        ),
        (
            re.compile(rf"(?<![\w./-])(?P<day>\d{{1,2}})-(?P<month>0?[1-9]|1[0-2])-(?P<year>{_YEAR})(?![\w/-])"),
            lambda match: f"{match['day']}.{match['month']}.{match['year']}",
        ),
        (
            pattern(rf",?\s+(?:{_any(joins['eras'])})\s*\d+\s*\((?P<year>{_YEAR})\)"),
            lambda match: f" {match['year']}",
        ),
        # "8 de noviembre de 2024", "septembar 2024. godine", "1er mai 2024 r."
        (
            pattern(
                rf"(?P<day>(?<=\d)(?:\.|er|º|ª|°)?\s+)?(?:(?:{_any(joins['of'])})\s*)?(?<!\w)(?P<month>{month})\.?"
                rf"(?:,?\s+(?:(?:{_any(joins['of'])})\s+)?(?P<year>{_YEAR})(?:\.?\s*(?:{_any(joins['year_ends'])})(?!\w))?)?(?!\w)"
            ),
            lambda match: (
                f"{' ' if match['day'] else ''}{named(match)}" + (f" {match['year']}" if match["year"] else "")
            ),
        ),
        # "4 au 8", "14. bis 15.", "27 mai au 3 juin", "07/10/2024 tot wo 09/10/2024"
        (pattern(rf"{_BEHIND_DAY}(?:{_any(joins['to'])})\s*{weekday}(?={number})"), lambda match: " to "),
        (pattern(rf"(?<=[^\W\d]{{2}})\s+(?:{_any(long)})\s+{weekday}(?={number})"), lambda match: " to "),
        (pattern(rf"{_BEHIND_DAY}(?:{_any(joins['and'])})\s+{weekday}(?={number})"), lambda match: " and "),
        # "5. března a 10. dubna 2019", "27 mayo y 3 junio 2024"
        (
            pattern(
                rf"(?<=[^\W\d]{{3}})\s+(?:a|{_any(joins['and'])})\s+{weekday}(?={number}\s*(?:(?:{_any(joins['of'])})\s+)?"
                rf"(?:{month})(?!\w))"
            ),
            lambda match: " and ",
        ),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(words, key=len, reverse=True))


def _month(word: str, months: dict[str, str]) -> str:
    folded = word.casefold()
    exact = months.get(folded)
    return exact or next(name for stem, name in _stems(months) if folded.startswith(stem))


def _stems(months: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((word[:-1], name) for word, name in months.items() if word.endswith("*"))


def _of_number(month: str) -> str:
    return _ENGLISH[(int(month) - 1) % len(_ENGLISH)]


def _roman(match: re.Match[str]) -> str:
    month = match["month"]
    return f"{match['day']}.{_ROMAN.index(month) + 1}.{match['year']}" if month in _ROMAN else match.group()
