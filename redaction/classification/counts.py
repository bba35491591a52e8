"""What is nobody's: numbers of paragraphs, rows and ranges, and what is told of many."""

from __future__ import annotations

import re
from typing import Final

_RANGE_BEFORE: Final = re.compile(
    r"\b(?:cells|rooms|beds|wings|units|floors)\s(?:\w+\s(?:to|and|–|-)\s)?$", re.IGNORECASE
)
_RANGE_AFTER: Final = re.compile(r"\s?(?:to|–|through)\s?[A-Z]{0,2}\d")
# "in cell 23 hours a day"; "the 28s".
# "With regard to R7", "Zu I.3": the label of what is answered.
_REGARDED: Final = re.compile(
    r"\b(?:regard to|regards|respect of|response to|answer to|reply to|as to|Zu|Ad|Re|[Rr]ecommendations?|[Pp]oints?|[Ii]tems?)\s$"  # noqa: E501
)
_SEAT: Final = re.compile(r"(?:row|gate|desk)\s\d{1,3}")
_LABELLED: Final = re.compile(r"[A-Z]{1,3}\.?\d{1,2}[a-z]?")
# A bare number is a place where a word for one, a preposition or the order of a table stands before it.
_BARE: Final = re.compile(r"\d{1,3}")
_ROOM_BEFORE: Final = re.compile(
    r"(?:\b(?:cells?|rooms?|rm|beds?|bunks?|pads?|dorms?|dormitory|tents?|huts?|wards?|blocks?|wings?|units?|landing|floor|level|berth|mat|mattress|place|seat|loc|location|"
    r"celda|cela|cellule|chambre|zimmer|zelle|kamer|stue|no|nos|nr|number|numbers|in|into|to|from|at|and|or|opposite|by|next door|near|is|was|now|then|of cell|of room)\b"  # noqa: E501
    r"[.,:#(\"“]*\s?[(#]?|[|;/>→(,–-]\s?|[\n\x1e]\s*|^|\d\s?|(?-i:[A-Z])\s?)$",
    re.IGNORECASE,
)
# "8x5": the size of a wound or a window.
_MEASURE: Final = re.compile(r"\d{1,3}\s?[x×]\s?\d{1,3}(?:\s?[x×]\s?\d{1,3})?(?:\s?(?:cm|mm|m))?")
_ROOM_WORD: Final = re.compile(
    r"\b(?:cells?|rooms?|rm|beds?|bunks?|pads?|dorms?|no|nr|number|in|into|to|from|at)\b[.,:#(]*\s?$", re.IGNORECASE
)
_NUMBERED_ITEM: Final = re.compile(r"[.)]\s[^\W\d_]|:\d")
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
    r"lift|row|van|phone|item|copy|lorry|shelf)\s(?:no\.?\s)?|\b[Nn]o,\s)$"
)
# "the colony IK-5", "YaS 3/7": establishments by their letters and number.
_COLONY: Final = re.compile(r"(?:IK|LIU|SIZO|KP|VK|OIK|UYa|YaS|LTP|UIN)[- ]\d{1,3}(?:/\d{1,3})?")
# "Pavilion 5", "Establishment No. 17".
_UNIT: Final = re.compile(
    r"(?:(?:the\s)?(?:corridor|yard|kitchen|office|bathroom|day room|smoking room|landing|entrance|hallway)\s(?:of|in|on)\s(?:the\s)?)?"  # noqa: E501
    r"(?:[Pp]avilion|[Ww]ing|[Uu]nit|[Bb]lock|[Ww]ard|[Ee]stablishment)\s(?:[Nn]o\.?\s)?(?:[A-Z]|[IVX]{2,4}|\d{1,2})"
)
# "Forty-four in all: 29 before one court, 15 before another": parts of a sum.
_SUMMED: Final = re.compile(
    r"\b(?:in (?:all|total)|altogether|total(?:ling)?|of (?:these|whom|which|them)|namely)[:,]?\s(?:[^.;\n]{0,60},\s)?$",  # noqa: E501
    re.IGNORECASE,
)
_PEOPLE_BEFORE: Final = re.compile(
    r"\b(?:(?:how |so |too )?many|most|few|number of|thousands of|hundreds of|dozens of|percentage of|among)\s(?:the\s)?$"  # noqa: E501
)
_COUNTED_NOUN: Final = re.compile(
    r"\d{1,3}\s(?!y|mo|we|mths?\b|da|old\b|an[sñn]|jah|jaar|let\b|lat\b|let[aá]|god|år|vuot|év|sal\b|yaş|tahun|miaka|winters|summers|last\b|next\b|this\b|then\b|now\b|today\b|already\b|when\b|but\b|in\b|on\b|at\b|and\b|or\b)[^\W\d_]{3,}",
    re.IGNORECASE,
)
_ROW_END: Final = re.compile(r"\s?(?:[.)]?\s|\||$)")
_MANY: Final = re.compile(
    r"(?:^|[.!?:;\n\x1e]\s*)(?:(?:all|many|most|other|several|some|the|these|those)\s)*"
    r"(?:adults|boys|children|detainees|girls|inmates|juveniles|men|officers|patients|people|persons|prisoners|residents"
    r"|staff|women)\s(?:(?:are|had|have|were)\s)?(?:been\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_HEAD_BEFORE: Final = re.compile(r"(?:^|[\n\x1e])[ ]?[\[(]?$")
_STAMP: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ ]\d{1,2}[:.]\d\d")
_LINE_START: Final = re.compile(r"(?:^|[\n\x1e])\s{0,5}$")


def counted(text: str, start: int, end: int) -> bool:
    """Say whether a short number is that of a paragraph, row or thing, or part of a time or of a decimal number."""
    if not _BARE_NUMBER.fullmatch(text, start, end):
        return False
    opens = _LINE_START.search(text, max(0, start - 6), start) is not None and _ROW_END.match(text, end) is not None
    part = re.match(r"[.,]\d", text[end : end + 2]) or re.search(r"\d[.,]$", text[max(0, start - 2) : start])
    opens = opens or _OF_A_TEXT.search(text, max(0, start - 24), start) is not None
    opens = opens or _THING_BEFORE.search(text, max(0, start - 20), start) is not None
    opens = opens or _TIME_AFTER.match(text, end) is not None
    opens = opens or _SUMMED.search(text, max(0, start - 80), start) is not None
    opens = opens or _TIME_BEFORE.search(text, max(0, start - 3), start) is not None
    return opens or (part is not None and "." not in text[start:end])


def stamped(text: str, start: int, end: int) -> bool:
    """Say whether a date at the head of a line goes with an hour: a message of a chat is stamped so."""
    head = _HEAD_BEFORE.search(text, max(0, start - 3), start) is not None
    return head and _STAMP.match(text, start, end + 9) is not None


def of_no_age(text: str, start: int, end: int) -> bool:
    """Say whether what is read as an age is a sum or a count: "Forty-four in all", "14 whānau"."""
    summed = re.match(r"\s(?:in all|in total|altogether|of (?:them|these|whom))\b", text[end : end + 14])
    if _DAY.fullmatch(text, start, end):
        return True
    return summed is not None or _COUNTED_NOUN.fullmatch(text, start, end) is not None


def of_a_people(text: str, start: int, end: int) -> bool:
    """Say whether the name of a people in the plural is that of many: "how many Icelanders", "among Afghans"."""
    return text[end - 1 : end] == "s" and _PEOPLE_BEFORE.search(text, max(0, start - 24), start) is not None


def dates_a_row(text: str, start: int, end: int) -> bool:
    """Say whether a day and month fill a cell of a table: the date of an entry."""
    return bool(
        _DAY.fullmatch(text, start, end)
        and text[max(0, start - 3) : start].rstrip(" ")[-1:] in ("", "|", "\n", "\x1e")
        and text[end : end + 2].lstrip(" ")[:1] == "|"
    )


def of_no_place(text: str, start: int, end: int) -> bool:
    """Say whether a bare number has nothing before it that makes it a place: "mother of 4", "3. one Example"."""
    if _MEASURE.fullmatch(text, start, end):
        return True
    if _BARE.fullmatch(text, start, end) is None:
        return False
    if _NUMBERED_ITEM.match(text, end) and not _ROOM_WORD.search(text, max(0, start - 14), start):
        return True
    return _ROOM_BEFORE.search(text, max(0, start - 16), start) is None


def of_several(text: str, start: int, end: int) -> bool:
    """Say whether a place is one end of a range, "cells S1 to S6" are nobody's, or no place: "in cell 23 hours"."""
    if _SEAT.fullmatch(text, start, end):
        return True
    if _REGARDED.search(text, max(0, start - 20), start) and _LABELLED.fullmatch(text, start, end):
        return True
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
