"""Places of one person told by where in a room they are, or by a room's own name: "the small ward, lower row"."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, found, left, sentence
from redaction.recognizers.rooms import POSITION, anybody, of_the_room
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_ROOM: Final = (
    r"(?:room|cell|ward|dormitory|dorm|hall|tent|hut|barracks?|container|bay|chamber|cage|block|pavilion|wing|unit|section|sector|"
    r"gallery|corridor|house|pod|landing|range|cubicle|compartment)"
)
# A room without a number singles nobody out; with the bed or the row it does.
_POSITIONED: Final = Sieve(
    rf"\b(?P<place>(?:the|a|an)\s(?:[a-z][\w’'-]*\s){{0,3}}?{_ROOM},\s{POSITION}|(?i:{_ROOM})\s(?:[A-Z]|[A-Z]?\d{{1,3}}|[IVX]{{1,4}}|{CAPITALISED}),\s{POSITION})"
    rf"(?:,\s{POSITION})?"
)
# 'cell "The Fridge" 3': a name before the number.
_QUOTED: Final = Sieve(
    r"\b(?i:cell|room|dormitory|dorm|ward|bed|cage|celda|cela|pavilion)\s[\"“„«‘'][^\"”“»’'\n\x1e]{1,30}[\"”“»’'],?\s"
    r"(?:no\.?\s|number\s|n°\s)?\d{1,3}[A-Za-z]?(?![\w.,]\d|\w)"
)
# "ward 31, bed by the sink": a bed in a numbered room is one person's, whoever is named beside it.
_BED: Final = Sieve(rf"\b(?i:{_ROOM})\s(?:no\.?\s)?[A-Z]?-?\d{{1,3}}[A-Za-z]?(?:\s\([a-z]+\))?,\s{POSITION}")
_CODE: Final = r"(?:[A-Z]{1,2}\d{0,2}-?\d{1,3}(?:-\d{1,3})?[A-Z]?)(?![\w/-]|[.,:]\d)"
# Logs leave the preposition out: "Detained F2", "placed M4", "moved cells B1-09 to B1-22".
_PUT_AT: Final = Sieve(
    rf"\b(?:[Dd]etained|[Pp]laced|[Ll]ocated|[Ll]odged|[Hh]oused|[Rr]elocated|[Rr]eallocated|[Aa]llocated|[Cc]elled|[Mm]oved(?:\scells?)?|[Rr]eturned|[Tt]ransferred|[Bb]anged up)"  # noqa: E501
    rf"(?::|\s→|\s->)?\s(?:to\s|from\s)?(?P<place>{_CODE})(?!\s(?:and|roads?|motorway|level|status|regime|visa))"
)
# "Place of holding: Example Prison, ward C-9".
_LABELLED: Final = Sieve(
    r"\b(?:[Pp]lace of (?:holding|detention|stay|custody|deprivation of liberty)|[Ll]ocation|[Hh]eld(?: in| at)?|[Ll]odged(?: in)?|[Hh]ousing|[Aa]ccommodation|[Kk]ept(?: in)?)\s?:"  # noqa: E501
    r"[^\n|\x1e]{0,90}?\b(?P<place>(?:(?i:ward|wing|block|unit|cell|room|dorm(?:itory)?|barrack|module|section|pavilion|landing|pod|bed)\s(?:[Nn]o\.?\s)?)"
    r"(?:[A-Z]{0,2}-?\d{1,3}(?:[-/]\d{1,3})?[A-Z]?|[A-Z])(?![\w/-]))"
)
# "nursed in the seclusion room on Elm": one of its kind there.
_SPECIAL_ROOM: Final = Sieve(
    r"\b(?:placed|put|held|kept|nursed|secluded|isolated|locked|moved|taken|brought|carried|left|restrained|was|is|slept|sleeps)\s(?:\w+\s){0,2}?(?:in|to|into)\s"
    r"(?P<place>the\s(?:seclusion|de-escalation|isolation|observation|padded|strip|punishment|segregation|quiet|calming|time-out|holding|restraint|special|safe)\s"
    rf"(?:room|cell|suite)\s(?:on|at|of|in|off)\s(?:the\s)?(?:end\sof\s(?:the\s)?)?{CAPITALISED}(?:\s(?:Ward|Unit|Wing|House))?)(?!\s[A-Z])"
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
        spans += [found(self.name, *match.span(), SpanType.CELL, 0.75) for match in _BED.finditer(text)]
        for pattern in (_PUT_AT, _LABELLED):
            spans += [found(self.name, *match.span("place"), SpanType.CELL, 0.75) for match in pattern.finditer(text)]
        for match in _SPECIAL_ROOM.finditer(text):
            if self._of_somebody(text, *match.span()):
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.65))
        return spans

    @staticmethod
    def _of_somebody(text: str, start: int, end: int) -> bool:
        low, high = sentence(text, start, end)
        return anybody(text[low:start] + " \n " + text[end:high]) and not of_the_room(text, start, end)
