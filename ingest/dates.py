"""Dates, ranges and lists of dates as reports print them, read into ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?),?\s+"
_DAY = rf"(?:{_WEEKDAY})?(?:the\s+)?(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?\.?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_TO = r"(?:to|until|till|through|up\s+(?:to|until)(?:\s+and\s+including)?|to\s+and\s+including)"
_DASH = rf"(?:\s*[–—-]\s*|\s+{_TO}\s+)"
_DAYS = rf"{_DAY}(?:{_DASH}{_DAY})?"
# "14-15, 20-23 and 27 September": a list of single days needs its "and", or "Rule 3, 4 March" would be one.
_LIST = (
    rf"(?:{_DAYS}(?:\s*,\s*{_DAYS}){{0,6}}\s*(?:,\s*)?(?:\band\b|&|/)\s*{_DAYS}"
    rf"|{_DAY}{_DASH}{_DAY}(?:\s*,\s*{_DAY}{_DASH}{_DAY}){{0,6}}|{_DAY})"
)
_JOIN = rf"(?:\s*(?:–|—|-|/|&)\s*|\s+{_TO}\s+|\s*,?\s+and\s+(?:again\s+)?)(?:(?:on|from)\s+)?"
_LOOSE_JOIN = rf"(?:{_JOIN}|\s*,\s*)"
_DAY_FIRST = rf"{_LIST}(?:\s+days?)?(?:\s+of)?\s*(?<=[\s.\dhdt]){_MONTH}"
_MONTH_FIRST = rf"{_MONTH}\s+(?:the\s+)?{_LIST}(?!\s*{_MONTH})"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])" + text + r"(?!\w)", re.IGNORECASE)


def _run(item: str) -> re.Pattern[str]:
    """Items joined to each other; those before the last may leave the year to it."""
    comma = r"(?:\s+of)?,?\s+"
    return _pattern(rf"(?:{item}(?:{comma}{_YEAR}{_JOIN}|{_LOOSE_JOIN})){{0,4}}{item}{comma}{_YEAR}")


_MM, _DD = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
# "2024-03-14", and as it is printed in Hungary or Japan "2024. 03. 14", "2024/03/14".
_ISO = rf"(?:19|20)\d\d(?:-{_MM}-{_DD}|\.\s?{_MM}\.\s?{_DD}|/{_MM}/{_DD})"
_POINTED = r"\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?(?:19|20)\d\d"
_BETWEEN = r"\s*(?:–|—|-|/|to|until|till|through|and)\s*"
_SHORT = r"\d{1,2}[./]\d{1,2}\.?"
_NUMERIC = (
    # "09.10, 10.10 and 16.10.2023"
    _pattern(rf"(?P<a>{_SHORT})(?:\s*,\s*{_SHORT}){{0,5}}\s*(?:,|&|,?\s*\band\b)\s*(?P<b>{_POINTED})"),
    # "3.-14.03.2025", "28.2. - 4.3.2022"
    _pattern(rf"(?P<a>\d{{1,2}}\.?(?:\d{{1,2}}\.)?)(?:\s?[–—-]\s?|\s+(?:to|and)\s+)(?P<b>{_POINTED})"),
    _pattern(rf"(?P<a>{_ISO})(?:{_BETWEEN}(?P<b>{_ISO}))?"),
    _pattern(rf"(?P<a>{_POINTED})(?:{_BETWEEN}(?P<b>{_POINTED}))?"),
)
_WORDED = (_run(_DAY_FIRST), _run(_MONTH_FIRST), _run(_MONTH))
# "In June 2023, from Monday 26 to Thursday 29": the days come after their month and bear a weekday or an ending.
_DAYS_AFTER = _pattern(
    rf"(?P<month>{_MONTH})\s+(?P<year>{_YEAR}),?\s+(?:from|between|on)\s+(?P<days>(?:{_WEEKDAY}|the\s+)\d{{1,2}}"
    rf"(?:st|nd|rd|th)?(?:{_DASH}|\s+and\s+){_DAY})(?!\s*(?:of\s+)?{_MONTH})"
)
# "it returned on 27 June": the year is that of the date before.
_NO_YEAR = _pattern(rf"(?:{_DAY_FIRST}(?!,?\s+(?:of\s+)?{_YEAR})(?!\s*[–/-])|{_MONTH}\s+{_LIST}(?!,?\s+{_YEAR}))")
_TOKEN = re.compile(rf"(?P<year>{_YEAR})|(?P<month>{_MONTH})|(?P<day>\d{{1,2}})", re.IGNORECASE)
_LONGEST = 20_000
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
_IN_WORDS = {word: place + 1 for place, word in enumerate((*_ONES, *_TEENS))}
_IN_WORDS |= {f"twenty-{word}": place + 21 for place, word in enumerate(_ONES)} | {"thirtieth": 30, "thirty-first": 31}
# "on the first of September 2025", "this nineteenth day of March, 2025"
_WORD_DAY = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})(?=\s+(?:day\s+)?of\s+{_MONTH},?\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or range in a text: offsets, first and last day as ISO 8601 (``2025-03-03``, or ``2025-03``)."""

    start: int
    end: int
    first: str
    last: str

    @property
    def is_range(self) -> bool:
        """Say whether the two ends differ."""
        return self.first != self.last

    @property
    def has_day(self) -> bool:
        """Say whether the day is known, and not only the month."""
        return self.first.count("-") == 2


def find_dates(text: str) -> tuple[DateSpan, ...]:
    """Find every date, range and list of dates.

    Args:
        text: any text; impossible dates (31 June) are passed over, and so is what lies beyond 20,000 characters.

    Returns:
        The spans in the order of the text, without overlaps. A range or list (``13-15 May and 3 June 2024``) is one
        span from its first to its last day.
    """
    text = _in_figures(text[:_LONGEST])
    if not re.search(r"(?:19|20)\d\d", text):
        return ()
    found: list[DateSpan] = []
    taken = bytearray(len(text))
    for span in _all(text):
        if not any(taken[span.start : span.end]):
            found.append(span)
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    return tuple(sorted(found, key=lambda span: span.start))


def _in_figures(text: str) -> str:
    """Return a text of the same length in which days in words stand in figures."""
    return _WORD_DAY.sub(lambda day: str(_IN_WORDS[day["word"].lower()]).ljust(len(day.group())), text)


def find_days(text: str, year: str) -> tuple[DateSpan, ...]:
    """Find days that are printed without their year, read as days of the year given."""
    found: list[DateSpan] = []
    for match in _NO_YEAR.finditer(_in_figures(text[:_LONGEST])):
        read = find_dates(f"{match.group().strip()} {year}" if match.group()[:1].isdigit() else match.group())
        read = read or find_dates(f"{match.group().strip()}, {year}")
        if len(read) == 1:
            found.append(DateSpan(match.start(), match.end(), read[0].first, read[0].last))
    return tuple(found)


def first_date(text: str) -> str | None:
    """Return the last day of the first date in the text as ISO 8601, or ``None``."""
    found = find_dates(text)
    return found[0].last if found else None


def _all(text: str) -> Iterator[DateSpan]:
    for pattern in _NUMERIC:
        for match in pattern.finditer(text):
            last = _numeric(match["b"] or match["a"], None)
            first = _numeric(match["a"], last) if match["b"] else last
            if first and last:
                yield DateSpan(match.start(), match.end(), min(first, last), last)
    for match in _DAYS_AFTER.finditer(text):
        span = _worded_text(f"{match['days']} {match['month']} {match['year']}")
        if span is not None:
            yield DateSpan(match.start(), match.end(), span.first, span.last)
    for place, pattern in enumerate(_WORDED):
        position = 0
        while (worded := pattern.search(text, position)) is not None:
            span = _worded(worded, day_first=place == 0)
            if span is not None:
                yield span
            # An impossible date may hide a possible one: "Rule 31, 3 June 2024".
            position = worded.end() if span is not None else worded.start() + 1


def _worded_text(text: str) -> DateSpan | None:
    match = _WORDED[0].search(text)
    return _worded(match, day_first=True) if match is not None else None


def _worded(match: re.Match[str], *, day_first: bool) -> DateSpan | None:
    """Give each day its month and year: those that come after it, or in the month-first order before it."""
    groups: list[tuple[str | None, int, list[int]]] = []
    days: list[int] = []
    for token in _TOKEN.finditer(match.group()):
        if token["year"]:
            groups = [(year or token["year"], month, held) for year, month, held in groups]
        elif token["month"]:
            month = _MONTHS.index(token["month"].lower()[:3]) + 1
            groups.append((None, month, days if day_first else []))
            days = []
        elif day_first:
            days.append(int(token["day"]))
        elif groups:
            groups[-1][2].append(int(token["day"]))
    read = [
        (year, f"{month:02}" + (f"-{day:02}" if day else ""))
        for year, month, held in groups
        for day in (held or [0])
        if year is not None
    ]
    if not read or not all(_possible(f"{year}-{rest}") for year, rest in read):
        return None
    (year, first), (final, last) = read[0], read[-1]
    if year == final and first > last:
        # "28 December to 3 January 2025" starts in the year before.
        year = str(int(year) - 1)
    return DateSpan(match.start(), match.end(), f"{year}-{first}", f"{final}-{last}")


def _numeric(text: str, last: str | None) -> str | None:
    """Read ``2025-03-14``, ``14.3.2025``, or a part of it that takes month and year from ``last``."""
    if re.fullmatch(_ISO, text):
        iso = "-".join(re.findall(r"\d+", text))
        return iso if _possible(iso) else None
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if last is not None and len(parts) < 3:
        parts += [int(part) for part in (last[5:7], last[:4])][len(parts) - 1 :]
    day, month, year = parts
    if month > 12 >= day:
        day, month = month, day
    iso = f"{year}-{month:02}-{day:02}"
    return iso if _possible(iso) else None


def _possible(iso: str) -> bool:
    year, month, *rest = (int(part) for part in iso.split("-"))
    try:
        date(year, month, rest[0] if rest else 1)
    except ValueError:
        return False
    return True
