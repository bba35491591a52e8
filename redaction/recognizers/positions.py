"""Places of one person told by where in a room they are, or by a room's own name: "the small ward, lower row"."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, TITLE, found, left, sentence
from redaction.recognizers.rooms import POSITION, anybody, of_the_room
from redaction.span import Span, SpanType

_ROOM: Final = (
    r"(?:room|cell|ward|dormitory|dorm|hall|tent|hut|barracks?|container|bay|chamber|cage|block|pavilion|wing|unit|section|sector|"
    r"gallery|corridor|house|pod|landing|range|cubicle|compartment)"
)
# A room without a number singles nobody out; with the bed or the row it does.
_POSITIONED: Final = re.compile(
    rf"\b(?P<place>(?:the|a|an)\s(?:[a-z][\w’'-]*\s){{0,3}}?{_ROOM},\s{POSITION}|(?i:{_ROOM})\s(?:[A-Z]|[A-Z]?\d{{1,3}}|[IVX]{{1,4}}|{CAPITALISED}),\s{POSITION})"
    rf"(?:,\s{POSITION})?"
)
# 'cell "The Fridge" 3': a name before the number.
_QUOTED: Final = re.compile(
    r"\b(?i:cell|room|dormitory|dorm|ward|bed|cage|celda|cela|pavilion)\s[\"“„«‘'][^\"”“»’'\n\x1e]{1,30}[\"”“»’'],?\s"
    r"(?:no\.?\s|number\s|n°\s)?\d{1,3}[A-Za-z]?(?![\w.,]\d|\w)"
)
# "Ann Example and Ben Example were in cells 4 and 6": one each.
_MARK: Final = r"(?:[A-Z]{1,2}[- ]?\d{1,3}|\d{1,3}(?:[-/.]\d{1,3})?[A-Za-z]?)"
_EACH: Final = re.compile(
    rf"\b(?:were|are|been|lived|live|slept|sleep|moved|placed|held|kept|locked|lay|sat)\s(?:\w+\s){{0,3}}?(?:in|to|into)\s"
    rf"(?P<place>(?:cells|rooms|beds|bunks|dormitories|bedrooms)\s(?:[Nn]os?\.?\s)?{_MARK}(?:,\s{_MARK}){{0,3}}\s(?:and|or)\s{_MARK})(?![\w/%-]|[.,]\d)"
)
_PAIR: Final = re.compile(
    rf"{CAPITALISED}(?:\s{CAPITALISED}){{0,2}}(?:\s\([^()]*\))?(?:,\s{CAPITALISED}(?:\s{CAPITALISED}){{0,2}})*\sand\s(?:{TITLE}\.?\s)?{CAPITALISED}"
)
_INSIDE: Final = re.compile(
    r"\b(?:in|into|to|from|at|on|of|inside|is|was|outside|leave|left|shares?|shared)\s(?:the\s)?$"
)


class Positions:
    """Finds such places, where somebody is said to be there."""

    name = "position"

    def detect(self, text: str) -> list[Span]:
        """Return places inside establishments."""
        spans: list[Span] = []
        for pattern in (_POSITIONED, _QUOTED):
            for match in pattern.finditer(text):
                start, end = match.start(), match.end()
                if _INSIDE.search(left(text, start, 16)) and self._of_somebody(text, start, end):
                    spans.append(found(self.name, start, end, SpanType.CELL, 0.75))
        for match in _EACH.finditer(text):
            low, _ = sentence(text, *match.span("place"))
            if _PAIR.search(text, low, match.start()):
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.7))
        return spans

    @staticmethod
    def _of_somebody(text: str, start: int, end: int) -> bool:
        low, high = sentence(text, start, end)
        return anybody(text[low:start] + " \n " + text[end:high]) and not of_the_room(text, start, end)
