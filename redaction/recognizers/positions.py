"""Places of one person told by where in a room they are, or by a room's own name: "the small ward, lower row"."""

from __future__ import annotations

import re
from typing import Final

from redaction.lexicon import lexicon
from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH_OR_DAY, TITLE, found, left, sentence
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
# "Ann Example and Ben Example were in cells 4 and 6": one each.
_MARK: Final = r"(?:[A-Z]{1,2}[- ]?\d{1,3}|\d{1,3}(?:[-/.]\d{1,3})?[A-Za-z]?)"
_EACH: Final = Sieve(
    rf"\b(?:were|are|been|lived|live|slept|sleep|moved|placed|held|kept|locked|lay|sat|occup(?:y|ies|ied|ying)|shares?|shared|allocated|given)\s(?:(?:\w+\s){{0,3}}?(?:in|to|into)\s)?"
    rf"(?P<place>(?:cells|rooms|beds|bunks|dormitories|bedrooms)\s(?:[Nn]os?\.?\s)?{_MARK}(?:,\s{_MARK}){{0,3}}\s(?:and|or)\s{_MARK})(?![\w/%-]|[.,]\d)"
)
_PAIR: Final = re.compile(
    rf"{CAPITALISED}(?:\s{CAPITALISED}){{0,2}}(?:\s\([^()]*\))?(?:,\s{CAPITALISED}(?:\s{CAPITALISED}){{0,2}})*\sand\s(?:{TITLE}\.?\s)?{CAPITALISED}"
)
# "ward 31, bed by the sink": a bed in a numbered room is one person's, whoever is named beside it.
_BED: Final = Sieve(rf"\b(?i:{_ROOM})\s(?:no\.?\s)?[A-Z]?-?\d{{1,3}}[A-Za-z]?(?:\s\([a-z]+\))?,\s{POSITION}")
# "wing C, landing 3, cell 18" the other way round: "C wing, 3 landing, 18 cell".
_REVERSED: Final = Sieve(
    r"(?<![\w-])(?:[A-Z]|\d{1,2})\s(?:[Ww]ing|[Ll]anding|[Bb]lock|[Ss]pur|[Ff]loor)(?:,\s(?:[A-Z]|\d{1,2})\s(?:wing|landing|block|spur|floor)){0,2},\s"
    r"\d{1,3}\s(?:cell|room|bed)\b"
)
_CODE: Final = r"(?:[A-Z]{1,2}\d{0,2}-?\d{1,3}(?:-\d{1,3})?[A-Z]?)(?![\w/-]|[.,:]\d)"
# "number 7 on B2".
_NUMBER_ON: Final = Sieve(
    r"\b(?P<place>(?:[Nn]umber|[Nn]o\.?)\s\d{1,3}[A-Za-z]?,?\s(?:on|of|in|at)\s(?:[A-Z]{1,2}\d{0,2}|[A-Z]\s?(?:[Ww]ing|[Ll]anding)))(?![\w/-])"
)
# Logs leave the preposition out: "Detained F2", "placed M4", "moved cells B1-09 to B1-22".
_PUT_AT: Final = Sieve(
    rf"\b(?:[Dd]etained|[Pp]laced|[Ll]ocated|[Ll]odged|[Hh]oused|[Rr]elocated|[Rr]eallocated|[Aa]llocated|[Cc]elled|[Mm]oved(?:\scells?)?|[Rr]eturned|[Tt]ransferred|[Bb]anged up)"  # noqa: E501
    rf"(?::|\s→|\s->)?\s(?:to\s|from\s)?(?P<place>{_CODE})(?!\s(?:and|roads?|motorway|level|status|regime|visa))"
)
# "Place of holding: Example Prison, ward C-9", "Ann Example, ward C-9,".
_LABELLED: Final = Sieve(
    r"\b(?:[Pp]lace of (?:holding|detention|stay|custody|deprivation of liberty)|[Ll]ocation|[Hh]eld(?: in| at)?|[Ll]odged(?: in)?|[Hh]ousing|[Aa]ccommodation|[Kk]ept(?: in)?)\s?:"  # noqa: E501
    r"[^\n|\x1e]{0,90}?\b(?P<place>(?:(?i:ward|wing|block|unit|cell|room|dorm(?:itory)?|barrack|module|section|pavilion|landing|pod|bed)\s(?:[Nn]o\.?\s)?)"
    r"(?:[A-Z]{0,2}-?\d{1,3}(?:[-/]\d{1,3})?[A-Z]?|[A-Z])(?![\w/-]))"
)
_AFTER_NAME: Final = Sieve(
    rf"{CAPITALISED}\s{CAPITALISED},\s(?P<place>(?:[Ww]ard|[Ww]ing|[Bb]lock|[Uu]nit|[Pp]od|[Ll]anding)\s[A-Z]-\d{{1,3}})(?=[,.;:)\n])"
    rf"|\b{TITLE}\.?\s{CAPITALISED},\s(?P<other>(?P<name>{CAPITALISED})\s\d{{1,2}})(?=,\s(?:said|told|was|is|has|had|who|asked|says|complained)\b)"
)
# "the dry cell beside the kitchen": beside how long somebody was there.
_FOR_HOURS: Final = Sieve(
    r"\bin\s(?P<place>(?:the|an?)\s(?:[a-z-]+\s){1,3}?(?:cell|room|cage|pen)\s(?:opposite|beside|next to|behind|near|facing|by|under)\sthe\s[a-z'’-]+)"  # noqa: E501
    r"(?=,?\s(?:for\s)?(?:\d{1,3}|[a-z]+)\s?(?:h|hrs?|hours?|days?|nights?|min|minutes)\b)"
)
# Forms and logs: "Room: 6" on a line, "Rm 17: Example woken", "Bus 2, seat 4: Example".
_MARKED: Final = r"[A-Z]{0,3}[- ]?\d{1,4}(?:[-/.]\d{1,3}){0,2}[A-Za-z]?(?![\w/])"
_FORM: Final = Sieve(
    r"(?:^|(?<=[\n\x1e]))(?:Room|Cell|Bed|Bunk|Pad|Seat|Dorm(?:itory)?|Cubicle|Berth|Tent|Container)(?:\s(?:[Nn]o\.?|[Nn]umber))?\s?:\s"
    rf"(?P<place>{_MARKED})(?=[ ]*(?:$|[\n\x1e,;|(]|[ ]{{2}}))"
)
_LOGGED: Final = Sieve(
    rf"\b(?P<place>(?:[Cc]ell|[Rr]oom|[Rr]m\.?|[Bb]ed|[Pp]ad|[Ss]eat|[Tt]ent)\s(?:[Nn]o\.?\s)?{_MARKED})\s?(?::|[–-])\s(?P<who>{CAPITALISED})"
)
_SEAT: Final = Sieve(rf"{CAPITALISED},\s(?P<place>\d{{1,2}}[A-K]|row\s\d{{1,2}}[A-K]?|seat\s\d{{1,2}})(?=[,.;)\n]|$)")
_ROW: Final = Sieve(
    rf"{CAPITALISED},?\s(?P<place>(?:in\sthe\s)?(?:back|front|rear|middle|last)\s(?:row|seat|bench)(?:,?\s(?:left|right|middle|window|aisle))?)(?=[,.;)\n]|$)"
)
_ABOARD: Final = re.compile(
    r"\b(?:[Ss]eats?|SEAT|flight|Flight|FLIGHT|aircraft|boarding|[Bb]us|[Cc]oach|escorts?|Escorts?|[Rr]eturnees?)\b"
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
        for pattern in (_BED, _REVERSED, _PUT_AT, _LABELLED, _FOR_HOURS):
            for match in pattern.finditer(text):
                group = "place" if "place" in match.re.groupindex else 0
                spans.append(found(self.name, *match.span(group), SpanType.CELL, 0.75))
        spans += [found(self.name, *match.span("place"), SpanType.CELL, 0.7) for match in _FORM.finditer(text)]
        for match in _LOGGED.finditer(text):
            if not lexicon().is_common(match["who"]) and not lexicon().is_safe(match["who"]):
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.7))
        if _ABOARD.search(text):
            spans += [
                found(self.name, *match.span("place"), SpanType.CELL, 0.7)
                for match in (*_SEAT.finditer(text), *_ROW.finditer(text))
            ]
        for match in _SPECIAL_ROOM.finditer(text):
            if self._of_somebody(text, *match.span()):
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.65))
        for match in _NUMBER_ON.finditer(text):
            if self._of_somebody(text, *match.span()):
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.7))
        for match in _AFTER_NAME.finditer(text):
            if match["name"] is None or match["name"].lower() not in INSTITUTION | MONTH_OR_DAY:
                spans.append(found(self.name, *match.span("other" if match["other"] else "place"), SpanType.CELL, 0.7))
        for match in _EACH.finditer(text):
            low, _ = sentence(text, *match.span("place"))
            if _PAIR.search(text, low, match.start()) or match.group().startswith(("occup", "share")):
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.7))
        return spans

    @staticmethod
    def _of_somebody(text: str, start: int, end: int) -> bool:
        low, high = sentence(text, start, end)
        return anybody(text[low:start] + " \n " + text[end:high]) and not of_the_room(text, start, end)
