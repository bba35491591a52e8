"""Registers of persons: the number of an entry stands for who is entered, in its row and wherever it is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.span import Span, SpanType

DETECTOR: Final = "register"
_SCORE: Final = 0.7
# "No. | Person | Entry | Remark": numbers beside persons. Rows that are merely counted begin at one.
_HEAD: Final = re.compile(
    r"(?:^|[\n\x1e])[ ]*(?:No\.?|Nr\.?|№|Entry(?: no\.?| number)?|Reg(?:ister)?\.? ?(?:no\.?|number)|Serial(?: no\.?)?)[ ]?\|[ ]?"  # noqa: E501
    r"(?:Persons?|Names?|Surname|Detainees?|Prisoners?|Patients?|Inmates?|Who|Full name|Name and surname)\b[^\n\x1e]*(?=[\n\x1e])"  # noqa: E501
)
_ROW: Final = re.compile(r"[\n\x1e][ ]*(?P<number>[1-9]\d{2,5})[ ]?\|[^\n\x1e]*")
_CITED: Final = re.compile(
    r"\b(?:[Nn]o\.?|[Nn]r\.?|№|[Ee]ntry|[Ee]ntries|[Rr]ow|[Nn]umber)\s(?:no\.?\s)?(?P<number>[1-9]\d{2,5})(?![\w/-]|[.,]\d)"
)
# "Entry 412 of the custody book", where the book is one of persons.
_OF_A_BOOK: Final = re.compile(
    r"\b(?:[Ee]ntry|[Ss]erial|[Ll]ine|[Ff]olio)\s(?:[Nn]o\.?\s|number\s)?(?P<number>[1-9]\d{1,5})\s(?:of|in)\s(?:the\s|its\s)?"
    r"(?:custody|detention|detainees?['’]?|prisoners?['’]?|admissions?|arrest|lock-up|reception|injury|injuries|complaints|medical|segregation|punishment|disciplinary)\s"
    r"(?:book|register|diary|journal|log|ledger)\b"
)


def register_entries(text: str) -> Iterator[Span]:
    """Yield the numbers of entries, in their rows and where the text cites them.

    Args:
        text: of the manuscript.
    """
    entries: set[str] = set()
    for head in _HEAD.finditer(text):
        place = head.end()
        while (row := _ROW.match(text, place)) is not None:
            entries.add(row["number"])
            yield Span(*row.span("number"), SpanType.ID, _SCORE, (DETECTOR,))
            place = row.end()
    for match in _OF_A_BOOK.finditer(text):
        yield Span(*match.span("number"), SpanType.ID, _SCORE, (DETECTOR,))
    for match in _CITED.finditer(text) if entries else ():
        if match["number"] in entries:
            yield Span(*match.span("number"), SpanType.ID, _SCORE, (DETECTOR,))
