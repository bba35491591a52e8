"""What is nobody's: numbers of paragraphs, rows and ranges, and what is told of many."""

from __future__ import annotations

import re
from typing import Final

_RANGE_BEFORE: Final = re.compile(
    r"\b(?:cells|rooms|beds|wings|units|floors)\s(?:\w+\s(?:to|and|–|-)\s)?$", re.IGNORECASE
)
_RANGE_AFTER: Final = re.compile(r"\s?(?:to|–|through)\s?[A-Z]{0,2}\d")
# "in cell 23 hours a day"; "the 28s".
_A_WHILE: Final = re.compile(r"\s(?:h|hrs?|hours?|mins?|minutes|days|weeks)\b")
_GANG: Final = re.compile(r"(?:the\s)?\d{2}s")
_DAY: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])")
# Numbers of paragraphs, of rows and parts of decimal numbers.
_BARE_NUMBER: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}")
_OF_A_TEXT: Final = re.compile(
    r"\b(?:Case|Section|Chapter|Rule|Article|Table|Figure|Fig\.|Para\w*\.?|Box|Annex|Part|Recommendation|Item|Point|Example|Vignette|Story|Finding|Version|§)\s(?:No\.\s)?$",
    re.IGNORECASE,
)
# "12:50", "#7", "bag no. 5", "camera 3": times, rows and things.
_TIME_BEFORE: Final = re.compile(r"(?<![\d])[0-2]?\d:$")
_TIME_AFTER: Final = re.compile(r":[0-5]\d(?!\d)")
_THING_BEFORE: Final = re.compile(
    r"(?:(?<!cell )(?<!room )(?<!bed )#|\b(?:bag|boat|bus|camera|locker|photo|picture|vehicle|radio|extinguisher|line|"
    r"lift|van|phone|item|copy|lorry|shelf)\s(?:no\.?\s)?|\b[Nn]o,\s)$"
)
# "the colony IK-5", "YaS 3/7": establishments by their letters and number.
_COLONY: Final = re.compile(r"(?:IK|LIU|SIZO|KP|VK|OIK|UYa|YaS|LTP|UIN)[- ]\d{1,3}(?:/\d{1,3})?")
# "Pavilion 5", "Establishment No. 17".
_UNIT: Final = re.compile(
    r"(?:[Pp]avilion|[Ww]ing|[Uu]nit|[Bb]lock|[Ww]ard|[Ee]stablishment)\s(?:[Nn]o\.?\s)?(?:[A-Z]|[IVX]{2,4}|\d{1,2})"
)
_ROW_END: Final = re.compile(r"\s?(?:[.)]?\s|\||$)")
_MANY: Final = re.compile(
    r"(?:^|[.!?:;\n\x1e]\s*)(?:(?:all|many|most|other|several|some|the|these|those)\s)*"
    r"(?:adults|boys|children|detainees|girls|inmates|juveniles|men|officers|patients|people|persons|prisoners|residents"
    r"|staff|women)\s(?:(?:are|had|have|were)\s)?(?:been\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_LINE_START: Final = re.compile(r"(?:^|[\n\x1e])\s?$")


def counted(text: str, start: int, end: int) -> bool:
    """Say whether a short number is that of a paragraph, row or thing, or part of a time or of a decimal number."""
    if not _BARE_NUMBER.fullmatch(text, start, end):
        return False
    opens = _LINE_START.search(text, max(0, start - 2), start) is not None and _ROW_END.match(text, end) is not None
    part = re.match(r"[.,]\d", text[end : end + 2]) or re.search(r"\d[.,]$", text[max(0, start - 2) : start])
    opens = opens or _OF_A_TEXT.search(text, max(0, start - 24), start) is not None
    opens = opens or _THING_BEFORE.search(text, max(0, start - 20), start) is not None
    opens = opens or _TIME_AFTER.match(text, end) is not None
    opens = opens or _TIME_BEFORE.search(text, max(0, start - 3), start) is not None
    return opens or (part is not None and "." not in text[start:end])


def dates_a_row(text: str, start: int, end: int) -> bool:
    """Say whether a day and month fill a cell of a table: the date of an entry."""
    return bool(
        _DAY.fullmatch(text, start, end)
        and text[max(0, start - 3) : start].rstrip(" ")[-1:] in ("", "|", "\n", "\x1e")
        and text[end : end + 2].lstrip(" ")[:1] == "|"
    )


def of_several(text: str, start: int, end: int) -> bool:
    """Say whether a place is one end of a range, "cells S1 to S6" are nobody's, or no place: "in cell 23 hours"."""
    if _A_WHILE.match(text, end) or _GANG.fullmatch(text, start, end):
        return True
    before, after = text[max(0, start - 24) : start], text[end : end + 12]
    return bool(_RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after))


def of_a_unit(surface: str) -> bool:
    """Say whether a place is that of many: an establishment by its letters and number, a wing or ward as such."""
    return bool(_COLONY.fullmatch(surface) or _UNIT.fullmatch(surface))


def month_alone(text: str, start: int, end: int) -> bool:
    """Say whether a month is read by itself out of a whole date."""
    if not text[start:end].isalpha() or not text[max(0, start - 2) : start - 1].isdigit():
        return False
    return re.match(r"\s(?:19|20)\d\d", text[end : end + 5]) is not None


def told_of_many(text: str, start: int) -> bool:
    """Say whether what is told stands behind a group that opens its sentence: "Prisoners had been moved ..."."""
    return _MANY.search(text, max(0, start - 60), start) is not None
