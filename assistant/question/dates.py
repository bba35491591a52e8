"""Dates and ranges named in a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question.terms import fold

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
"""The names of months, folded, long and short, with their numbers."""
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH_WORDS = frozenset(MONTHS)
"""The names of months, folded, long and short."""
# A year that is not part of a fiscal year (2024-25), a document number (2024/17) or a longer number.
_YEAR = r"(?<![\w/.-])((?:19|20)\d\d)(?![\w/]|[-–]\d|\.\d)"
_POINT = rf"(?:(?P<m{{0}}>{_MONTH})\.? )?(?P<y{{0}}>(?:19|20)\d\d)"
_RANGE = re.compile(
    rf"\b(?:between|from) {_POINT.format(1)} (?:and|to|until|till|through|-) {_POINT.format(2)}\b"
    rf"|(?<![\w/.-])(?P<y3>(?:19|20)\d\d) ?[-–] ?(?P<y4>(?:19|20)\d\d)\b"
)
# "Between March and May 2025": both months are of that year.
_MONTHS_OF = re.compile(
    rf"\b(?:between|from) (?P<m1>{_MONTH})\.? (?:and|to|until|till|through|-) (?P<m2>{_MONTH})\.? "
    r"(?P<y>(?:19|20)\d\d)\b"
)
_HALF = re.compile(r"\b(?:the )?(?P<part>first|second|last) half of (?P<y>(?:19|20)\d\d)\b")
_ONWARDS = re.compile(rf"\b{_YEAR} (?:onwards?|or later|and later|or after|and after)\b")
_SINCE = re.compile(rf"\b(?:since|from|after|later than) {_POINT.format(1)}\b(?![-–/]\d)")
_BEFORE = re.compile(rf"\b(?:before|until|till|up to|prior to|earlier than) {_POINT.format(1)}\b(?![-–/]\d)")
_LISTED = re.compile(
    rf"\b(?:in|during|of|for|dated|published|visited|inspected|years?) (?P<years>{_YEAR}"
    rf"(?:(?: ?, ?| ?& ?| and | or |, and |, or )(?:in )?{_YEAR})+)"
)
# Two years that follow each other, written short: 2023/24. With a hyphen it labels figures inside reports.
_SLASHED = re.compile(
    r"\b(?:in|during|of|for|visited|inspected) (?P<first>(?:19|20)\d\d)/(?:20)?(?P<second>\d\d)(?![\w/]|\.\d)"
)
_IN = re.compile(rf"\b(?:in|during|of|for|dated|published|visited|visits?|reports?) (?:{_MONTH})? ?{_YEAR}")


@dataclass(frozen=True)
class DateRange:
    """ISO bounds, each optional, with the words that gave them.

    Attributes:
        years: every plain year named in the question, whether or not it bounds a search.
        listed: the years asked for one by one ("in 2022 and 2024"): those between them are not meant.
    """

    start: str | None = None
    end: str | None = None
    years: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()

    @property
    def bounded(self) -> bool:
        """Whether there is a bound."""
        return self.start is not None or self.end is not None

    def holds(self, date: str) -> bool:
        """Say whether an ISO date, possibly without day or month, lies within the range and the years listed."""
        start, end = self.start or "0000", self.end or "9999"
        within = start <= date[: len(start)] and date[: len(end)] <= end
        return within and (not self.listed or date[:4] in self.listed)


def read_dates(question: str) -> DateRange:
    """Find a range ("since 2019", "in 2025", "between 2019 and March 2021") in a question.

    Fiscal years such as 2024-25 are not ranges: they are figures' labels inside reports.
    """
    folded = fold(question)
    years = tuple(dict.fromkeys(re.findall(_YEAR, folded)))
    if match := _RANGE.search(folded):
        if match["y3"]:
            return DateRange(match["y3"], match["y4"], years)
        return DateRange(_point(match["y1"], match["m1"]), _point(match["y2"], match["m2"]), years)
    if match := _MONTHS_OF.search(folded):
        return DateRange(_point(match["y"], match["m1"]), _point(match["y"], match["m2"]), years)
    if match := _HALF.search(folded):
        first = match["part"] == "first"
        return DateRange(f"{match['y']}-{'01' if first else '07'}", f"{match['y']}-{'06' if first else '12'}", years)
    if match := _ONWARDS.search(folded):
        return DateRange(match[1], None, years)
    if match := _SINCE.search(folded):
        start = str(int(match["y1"]) + 1) if match[0].startswith(("after", "later")) and not match["m1"] else None
        return DateRange(start or _point(match["y1"], match["m1"]), None, years)
    if match := _BEFORE.search(folded):
        inclusive = match[0].startswith(("until", "till", "up to"))
        end = match["y1"] if inclusive else str(int(match["y1"]) - 1)
        if match["m1"]:
            end = _point(match["y1"], match["m1"]) if inclusive else _month_before(match["y1"], match["m1"])
        return DateRange(None, end, years)
    if match := _LISTED.search(folded):
        listed = tuple(sorted(set(re.findall(_YEAR, match["years"]))))
        return DateRange(listed[0], listed[-1], years, listed)
    if (match := _SLASHED.search(folded)) and (int(match["first"]) + 1) % 100 == int(match["second"]):
        return DateRange(match["first"], str(int(match["first"]) + 1), years)
    if len(years) == 1 and _IN.search(folded):
        return DateRange(years[0], years[0], years)
    return DateRange(None, None, years)


def _point(year: str, month: str | None) -> str:
    return f"{year}-{MONTHS[month]:02}" if month else year


def _month_before(year: str, month: str) -> str:
    number = MONTHS[month] - 1
    return f"{year}-{number:02}" if number else f"{int(year) - 1}-12"
