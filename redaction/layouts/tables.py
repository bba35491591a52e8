"""Tables: the words at the head of a column say what stands in the cells below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from redaction.layouts.heads import FOREIGN_HEADS
from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.recognizers.labels import SPECIFIC
from redaction.span import Span, SpanType

_BAR: Final = "|"
# Bars without spaces make a row from so many on; one alone may part anything.
_BARE_BARS: Final = 3
_LINE: Final = re.compile(rf"[^\n{SEPARATOR}]+")
_LONGEST_HEAD: Final = 40
_LONGEST_NAME: Final = 60
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
# A cell with this many bars is prose about a table rather than a row of one.
_MOST_CELLS: Final = 40

_PERSON: Final = (
    r"(?:prisoners?|detainees?|inmates?|patients?|residents?|young persons?|child(?:ren)?|complainants?|interviewees?|"
    r"witness(?:es)?|officers?|staff|staff members?|members?|inspectors?|interviewers?|visitors?|relatives?|"
    r"persons?|pupils?|interpreters?|next of kin|solicitors?|lawyers?|doctors?|contact persons?|signator(?:y|ies)|"
    r"responsible persons?|participants?|returnees?|deportees?|passengers?|escorts?|drivers?|nurses?|applicants?|victims?|suspects?|accused|"  # noqa: E501
    r"arrestees?|students?|minors?|boys?|girls?|guardians?|parents?|teachers?|key ?workers?|case managers?|social workers?|judges?|monitors?|"  # noqa: E501
    r"clients?|migrants?|children|juveniles?|recruits?|soldiers?|guards?|supervisors?)"
)
_TAKEN_IN: Final = (
    r"(?:held|detained|detention|arrest(?:ed)?|admi(?:tted|ssion)|ent(?:ered|ry)|arriv(?:ed|al)|committ(?:ed|al)|remand(?:ed)?|sentenced?|"
    r"transfer(?:red)?|release[d]?|reception|placement|placed|death|died|deportation|removal)"
)
_HEADS: Final[tuple[tuple[SpanType, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (SpanType.DOB, r"(?:d\.?\s?o\.?\s?b\.?|date of birth|birth ?date|born(?: on)?|birthday|year of birth)"),
        (
            SpanType.NAME,
            r"(?:(?:full|sur|given|first|last|family|fore|middle|maiden|other|second|christian|nick)[ -]?)?names?"
            rf"(?:\s(?:\(s\)|\(.{{1,20}}\)|and surnames?|of (?:the )?{_PERSON}))?|surname|alias(?:es)?|nickname|"
            rf"names? and (?:surname|first names?)|{_PERSON}(?:['’]s?)? names?|{_PERSON}|met(?: with)?|spoke(?:n)? (?:to|with)|"  # noqa: E501
            r"signature|signed(?: by)?|completed by|reported by|recorded by|author|interviewed by|"
            r"seen by|examined by|held by|escorted by|heard by|received by|father|mother|called|known as|initials?",
        ),
        (
            SpanType.ID,
            r"(?:[\w./'’-]+\s){0,3}(?:file|case|record|register|registration|prison(?:er)?|detainee|inmate|patient|"
            r"nhs|chi|cpr|id|i\.d\.|identity|passport|personal|national|booking|badge|collar|payroll|warrant|staff|"
            r"service|force|document|card|nomis|crn|pnc|matricule|écrou)(?: card)?"
            r"(?:\s?(?:no\.?|nos\.?|number|numbers|#|ref\.?|reference|code|id|n°|nº))?|(?:file|id|identifier|matricule|écrou)|ref\.?|reference|"
            rf"(?:{'|'.join(re.escape(word) for word in SPECIFIC if word not in {'CHI', 'PAN', 'ARC', 'CIN'})})(?:\s?(?:no\.?|number))?",  # noqa: E501
        ),
        (
            SpanType.CELL,
            r"(?:cell|room|bed|bunk|bed space|location|dormitory|dorm|lodged in|held in|housing|accommodation|pad|"
            r"living unit|current location|placement|seat|berth|place of (?:holding|detention)|where(?: held)?|"
            r"cell/room|room/bed|wing/cell|cell location|ward/bed|unit/cell)(?:\s?(?:no\.?|number|#))?",
        ),
        (
            SpanType.CONTACT,
            r"(?:contacts?|contact (?:details|number|no\.?)|(?:tele)?phone(?:\s(?:no\.?|number))?|tel\.?|mobile"
            r"(?:\s(?:no\.?|number))?|e-?mail(?: address)?|fax|extension|ext\.?)",
        ),
        (
            SpanType.ADDRESS,
            r"(?:(?:home|postal|permanent|last known|last|present|current|family) )?address|residence|domicile",
        ),
        (SpanType.PLATE, r"(?:vehicle |number |licen[cs]e |registration )?plates?|vehicle(?: reg(?:istration)?)?|vrm"),
        (SpanType.AGE, r"age(?: \(years\)| in years)?|years"),
        (SpanType.NATIONALITY, r"nationality|nationalities|nat|citizenship|country(?: of origin)?|origin"),
        (
            SpanType.DATE_PERSONAL,
            rf"(?:(?:in (?:custody|prison|detention)|in|inside|here|{_TAKEN_IN}) )?since|(?:date (?:of (?:the )?)?)?{_TAKEN_IN}(?: on)?|"  # noqa: E501
            r"date (?:in|out)|sentence (?:start|end)s?|release date|out date",
        ),
    )
)
# Heads of columns that speak of places and papers, not of people.
_OF_THINGS: Final = re.compile(
    r"\b(?:place|establishment|institution|prison|facility|centre|center|unit|body|document|law|body|organi[sz]ation|"
    r"agency|ward|wing)\b",
    re.IGNORECASE,
)
_EMPTY: Final = frozenset(
    [
        "none", "nil", "vacant", "unknown", "total", "totals", "not", "known", "name", "names", "all", "both", "various",  # noqa: E501
        "several", "see", "above", "same", "anonymous", "n", "a", "withheld", "refused", "confidential", "absent",
        "present", "yes", "no", "female", "male", "other", "others", "redacted", "staff", "unit", "team",
    ]
)  # fmt: skip
_BARE_NUMBER: Final = re.compile(r"(?:nos?\.?|nr\.?|number|n[°º]|№)", re.IGNORECASE)
_YEARS: Final = re.compile(
    r"(?:(?:c|ca|approx)\.?\s?|about\s|~\s?)?\d{1,3}(?:\s?(?:y|yrs?|years?|mths?|months?|m)\.?)?(?: old)?",
    re.IGNORECASE,
)
_INITIALS: Final = re.compile(r"[A-Z](?:\.?[ -]?[A-Z]){1,3}\.?")
# A number under the head of a person's column is that person's.
# "BR", "CL (Quechua)".
_COUNTRY_CODE: Final = re.compile(r"[A-Z]{2,3}(?:\s?[(/][^()|]{2,20}\)?)?")
# "dorm. 2, bunk 7B", "first floor, next to the stairs".
_INSIDE: Final = re.compile(
    r"\b(?:cells?|rooms?|beds?|bunks?|berth|dorm(?:itory)?|mattress|mat|row|floor|stairs?|corridor|landing|side|infirmary|sick ?bay|isolation|"  # noqa: E501
    r"segregation|seclusion|wing|block|ward|unit|tier|spur|corner|basement|solitary)\b",
    re.IGNORECASE,
)
# A unit without a number is one of many.
_BED: Final = re.compile(
    r"\b(?:cell|room|bed|bunk|berth|mattress|row|stairs?|infirmary|sick ?bay|corridor|corner|basement|side)\b",
    re.IGNORECASE,
)
_LONGEST_PLACE: Final = 60
_CODE: Final = re.compile(r"(?=[^|]*\d)[A-Z0-9][\w./ -]{2,20}")
# "03.2016", "2016", "14 May 2016": when one person came.
_DAY: Final = re.compile(
    r"(?:(?:0?[1-9]|1[0-2])[./-])?(?:19|20)\d\d|(?:19|20)\d\d[./-](?:0[1-9]|1[0-2])|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Za-z]{3,9}\.? ?(?:\d{1,2}, )?(?:(?:19|20)?\d\d)"  # noqa: E501
)
_NUMERAL: Final = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,3}")


def table_spans(text: str, lexicon: Lexicon) -> list[Span]:
    """Return what the heads of columns say about cells, as spans of ``text``.

    A block of rows counts as a table of persons when one of its columns holds names or identifiers; only then are
    columns such as *room* or *age* read as belonging to one person each.

    Args:
        text: the manuscript's text; cells joined by `` | ``.
        lexicon: word lists.
    """
    if _BAR not in text:
        return []
    spans: list[Span] = []
    heads: dict[int, SpanType] = {}
    last_end = -2
    for start, end in rows_of(text):
        # A gap of more than the line break ends the table.
        if start - last_end > 2:
            heads = {}
        last_end = end
        cells = list(cells_of(text, start, end))
        found = heads_of([text[first:last] for first, last in cells], lexicon)
        if found is not None:
            heads = found
            continue
        spans += read_row(text, cells, heads, lexicon)
    return spans


def read_row(
    text: str, cells: Sequence[tuple[int, int]], heads: Mapping[int, SpanType], lexicon: Lexicon
) -> Iterator[Span]:
    """Yield the spans of a row's cells; none where no column holds names or identifiers.

    Args:
        text: that the offsets belong to.
        cells: where they are.
        heads: what the head of a column promises, by column.
        lexicon: word lists.
    """
    if not {SpanType.NAME, SpanType.ID} & set(heads.values()):
        return
    for column, (first, last) in enumerate(cells):
        kind = heads.get(column)
        if kind is not None:
            yield from read_cell(text, first, last, kind, lexicon)


def rows_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the rows of tables with bars are."""
    for match in _LINE.finditer(text):
        bars = match.group().count(_BAR)
        if (" | " in match.group() or bars >= _BARE_BARS) and bars < _MOST_CELLS:
            yield match.span()


def cells_of(text: str, start: int, end: int, mark: str = _BAR, blanks: str | None = None) -> Iterator[tuple[int, int]]:
    """Yield where the cells of one row are, without what stands around them.

    Args:
        text: that the offsets belong to.
        start: of the row.
        end: of the row.
        mark: that parts the cells.
        blanks: characters that are no part of a cell at its ends; white space if ``None``.
    """
    place = start
    for cell in text[start:end].split(mark):
        first = place + len(cell) - len(cell.lstrip(blanks))
        yield first, max(first, place + len(cell.rstrip(blanks)))
        place += len(cell) + len(mark)


@lru_cache(maxsize=4096)
def kind_of(label: str) -> SpanType | None:
    """Return what a head or a label promises, ``None`` for what names nothing of a person."""
    plain = label.strip(" .:*")
    for kind, pattern in (*_HEADS, *FOREIGN_HEADS):
        # "ID / RUT": one of the names of the column tells.
        named = pattern.fullmatch(plain) or any(pattern.fullmatch(part) for part in plain.split(" / "))
        if named and not (kind is SpanType.NAME and _OF_THINGS.search(plain)):
            return kind
    return None


def heads_of(cells: list[str], lexicon: Lexicon) -> dict[int, SpanType] | None:
    """Return the kinds of the columns where ``cells`` is a row of heads, else ``None``."""
    if any(_DIGIT.search(cell) or len(cell) > _LONGEST_HEAD for cell in cells):
        return None
    kinds: dict[int, SpanType] = {}
    for column, cell in enumerate(cells):
        kind = kind_of(cell)
        if kind is not None:
            kinds[column] = kind
        elif kinds.get(column - 1) is SpanType.NAME and _BARE_NUMBER.fullmatch(cell):
            # "Name | No. | Block": the number of whoever is named before.
            kinds[column] = SpanType.ID
    if not kinds:
        return None
    words = [(column in kinds, word.lower()) for column, cell in enumerate(cells) for word in _WORD.findall(cell)]
    ordinary = sum(known or len(word) < 4 or lexicon.is_common(word) or lexicon.is_safe(word) for known, word in words)
    return kinds if ordinary * 4 >= len(words) * 3 else None


def read_cell(
    text: str, start: int, end: int, kind: SpanType, lexicon: Lexicon, detector: str = "table"
) -> Iterator[Span]:
    """Yield the span of one cell, if it holds what the head promises.

    Args:
        text: that the offsets belong to.
        start: of the cell.
        end: of the cell.
        kind: what its head promises.
        lexicon: word lists.
        detector: the name in the spans.
    """
    cell = text[start:end]
    digits = len(_DIGIT.findall(cell))
    if kind is SpanType.NAME:
        if _INITIALS.fullmatch(cell) and not lexicon.is_safe(cell):
            yield Span(start, end, SpanType.NAME, 0.85, (detector,))
        elif not digits or digits * 4 < len(cell):
            yield from _name(text, start, end, lexicon, detector)
        elif digits >= 3 and _CODE.fullmatch(cell) and not _NUMERAL.fullmatch(cell):
            yield Span(start, end, SpanType.ID, 0.85, (detector,))
        return
    if not cell or len(cell) > 90:
        return
    fits = {
        SpanType.DOB: digits >= 2 and len(cell) <= 30,
        SpanType.ID: digits >= 3 and not _NUMERAL.fullmatch(cell) and len(cell) <= 40,
        SpanType.CELL: (0 < digits <= 6 and len(cell) <= 24)
        or (len(cell) <= _LONGEST_PLACE and (_BED if not digits else _INSIDE).search(cell) is not None),
        SpanType.CONTACT: digits >= 3 or "@" in cell,
        SpanType.ADDRESS: digits >= 1,
        SpanType.PLATE: digits >= 1 and len(cell) <= 14,
        SpanType.AGE: _YEARS.fullmatch(cell) is not None,
        SpanType.NATIONALITY: _COUNTRY_CODE.fullmatch(cell) is not None
        or (cell.isalpha() and cell[0].isupper() and lexicon.is_safe(cell)),
        SpanType.DATE_PERSONAL: _DAY.fullmatch(cell) is not None,
    }
    if fits.get(kind, False):
        yield Span(start, end, kind, 0.85, (detector,))


def _name(text: str, start: int, end: int, lexicon: Lexicon, detector: str) -> Iterator[Span]:
    """Yield the name in a cell: its words up to a bracket, a list of names taken one by one."""
    for part in re.finditer(r"[^;/&(]+(?=[;/&(]|$)|[^;/&(]+", text[start : min(end, start + 300)]):
        if "(" in text[start : start + part.start()] and ")" not in text[start : start + part.start()]:
            continue
        words = list(_WORD.finditer(part.group()))
        while words and words[0].group().lower().rstrip(".") in lexicon.titles and len(words) > 1:
            words.pop(0)
        if not words or len(words) > 6 or len(part.group()) > _LONGEST_NAME:
            continue
        lows = [word.group().lower().rstrip(".") for word in words]
        if all(low in _EMPTY or low in lexicon.titles or low in lexicon.roles for low in lows):
            continue
        if lows[0] in _EMPTY and not words[0].group()[0].isupper():
            # "none in the country".
            continue
        if any(low in lexicon.strong for low in lows) or sum(low in lexicon.roles for low in lows) * 2 >= len(lows):
            continue
        capitals = [word for word in words if word.group()[0].isupper()]
        plain = all(lexicon.is_common(low) or lexicon.is_safe(low) for low in lows)
        if not capitals and (plain and not any(low in lexicon.given_words for low in lows)):
            continue
        if plain and len(words) > 3:
            continue
        base = start + part.start()
        yield Span(base + words[0].start(), base + words[-1].end(), SpanType.NAME, 0.85, (detector,))
