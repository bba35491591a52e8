"""Places of one person told by where in a room they are, or by a room's own name: "the small ward, lower row"."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, found, left, sentence
from redaction.recognizers.presence import anybody
from redaction.recognizers.rooms import POSITION, of_the_room
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_ROOM: Final = (
    r"(?:room|cell|ward|dormitory|dorm|hall|tent|hut|barracks?|container|bay|chamber|cage|block|pavilion|wing|unit|section|sector|"
    r"gallery|corridor|house|pod|landing|range|cubicle|compartment|laundry|kitchen|chapel|mosque|canteen|workshop|store(?:room)?|gym|library|"
    r"classroom|infirmary|office|hallway|passage|attic|cellar|basement|garage|toilet|bathroom|washroom|wash-?house|shower(?: room)?|yard|veranda)"  # noqa: E501
)
# A room without a number singles nobody out; with the bed or the row it does.
_POSITIONED: Final = Sieve(
    rf"\b(?P<place>(?:the|a|an)\s(?:[a-z][\w’'-]*\s){{0,3}}?{_ROOM},\s{POSITION}|(?i:{_ROOM})\s(?:[A-Z]|[A-Z]?\d{{1,3}}|[IVX]{{1,4}}|{CAPITALISED}),\s{POSITION})"
    rf"(?:,\s{POSITION})?"
)
# "in the laundry, on the second mattress", "in the big men's cell, next to the report office": told in words alone.
_TOLD: Final = Sieve(
    rf"\b(?P<place>(?:in|into|at)\s(?:the|a|an)\s(?:[a-z][\w’'-]*\s){{0,3}}?(?:{_ROOM},?\s(?:(?:on|in|at|by|under|near)\s(?:the\s)?{POSITION}|"
    r"(?:first|second|third|fourth|fifth|last|next|\d(?:st|nd|rd|th))\s(?:door\s|cell\s|one\s)?(?:on|to|from)\s(?:the|your)\s(?:left|right|end|door|stairs|gate))|"
    r"(?:cell|room|dormitory|dorm|tent|hut|container|cage|cubicle|compartment|chamber),?\s(?:next\sto|beside|behind|opposite|facing|below|above|under|across\sfrom|in\sfront\sof)\sthe\s[a-z][\w’'-]*(?:\s(?!(?:and|where|which|who|that|for|with|was|is|had|has|until|since|when|because|but|from|without)\b)[a-z][\w’'-]*){0,2}))(?=[,.;:)\n]|\s|$)"
)
# "in the room with the painted door", "the corner room by the sea": a room by what is in it or beside it.
_FURNISHED: Final = Sieve(
    r"(?P<place>(?:\b(?:in|into|to)\sthe\s|,\s)(?:[a-z][\w’'-]*\s){0,2}(?:room|cell|one|dormitory|dorm|tent|cubicle|container)\s(?:with|w|w/|without)\s(?:the|a|its|no)\s"
    r"(?:[a-z][\w’'-]*\s){0,1}(?:door|window|drain|piano|stove|heater|fan|television|tv|camera|bath|shower|toilet|sink|mirror|carpet|balcony|bars|grille|hatch|view|curtain|curtains|"
    r"lamp|light|radiator|fireplace|cot|bunk|table|desk|clock|crucifix|mural|flag|tree|pillar|crack|hole|leak|stairs|step)\b)"
)
# "up on the threes, end of the spur by the recess": landings as British prisoners call them.
_LANDING: Final = Sieve(
    r"\b(?P<place>(?:(?:up|down)\s)?on\sthe\s(?:ones|twos|threes|fours|fives|sixes)(?:,\s(?:(?:far\s|other\s)?end|middle|start|halfway|near|by|next)\b[^.,;:()\n]{0,44})?)"
)
# "on 2nd, nr 8", "blok D, the corner near the drum of water": a floor or a block, and where on it.
_ON_FLOOR: Final = Sieve(
    rf"\b(?P<place>on\s(?:the\s)?(?:\d(?:st|nd|rd|th)|first|second|third|fourth|top|ground)(?:\sfloor)?,\s(?:nr\.?|no\.?|number|cell|room)\s\d{{1,3}}[A-Za-z]?"
    rf"|(?:[Bb]lok|[Bb]loc|[Bb]loque|[Pp]avillon|[Qq]uartier|[Ss]ector)\s[A-Z\d]{{1,3}},\s{POSITION})"
)
# "her room, 3.12, faces the yard".
_OWN: Final = Sieve(
    rf"\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir|whose|{CAPITALISED}['’]s)\s(?:room|cell|bed|bunk)(?:,\s|\s(?:is|was)\s)(?:the\s)?(?:(?:number|no\.?|nr\.?)\s)?"
    r"(?P<place>[A-Z]{0,2}\d{1,3}(?:[./-]\d{1,3})?[A-Za-z]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[,.;)](?:\s|$))"
    rf"|\b[Tt]he\s(?:room|cell),\s(?P<named>{CAPITALISED}\s\d{{1,3}}),\s"
)
# "below the stairs, chained to the cupboard".
_CHAINED: Final = Sieve(
    r"\b(?P<place>(?:below|under|beneath|behind|beside|by|near|in|on)\sthe\s[a-z]+(?:\s[a-z]+)?,?\s(?:chained|handcuffed|cuffed|tied|shackled|strapped|fastened)\sto\s(?:the|a|an)\s[a-z]+(?:\s[a-z]+)?)(?=[,.;:)]|$)"
)
# "kept in the drying room of the 2nd company".
_OF_A_PART: Final = Sieve(
    r"\b(?:kept|held|locked|lodged|placed|slept|sleeps|lives|lived|confined|shut)\s(?:\w+\s)?in\s"
    r"(?P<place>the\s(?:[a-z]+\s){0,2}(?:room|cell|storeroom|store|tent|hut|garage|cellar|basement)\s(?:of|behind|under|above|below|beside)\sthe\s(?:\d\w{2,3}\s|[a-z]+\s)?[a-z]+)(?=[,.;:)]|\s|$)"
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
# "Pav. C, ch. 4", "Bât. B, cell. 12": a block and a room, both abbreviated.
_SHORTENED: Final = Sieve(
    r"(?<![\w.])(?:Pav|Bât|Bat|B[lł]|Sect?|Mod|Gal|Quart|Pab|Pawilon|Odd[zł]|Abt|Geb|Zg)\.\s?[A-Z\d]{1,3},\s"
    r"(?:ch|cell?|chambre|chamb|cela|celda|hab|pok|sala|zelle|zi|c|rm|dorm)\.?\s(?:n[°º]\s?)?\d{1,3}[A-Za-z]?(?![\w/-]|[.,]\d)"
)
# "camera 6.14, third bed up": a room by its number and the bed in it.
_BED_UP: Final = Sieve(
    r"\b(?i:camera|cell|room|cella|celda|cela|chambre|ward|dorm|dormitory|tent|container)\s\d{1,3}(?:[./]\d{1,3})?[A-Za-z]?,\s"
    r"(?:first|second|third|fourth|fifth|last|top|bottom|middle|upper|lower|\d(?:st|nd|rd|th))\s(?:bed|bunk|berth|mattress|mat|cot|place)"
    r"(?:\s(?:up|down|in|along|across|(?:from|on|by|to)\sthe\s[a-z]+))?(?=[,.;:)\n]|$)"
)
# "Lounge (mattress)  Ann, awaiting bed": where a list of beds has no bed for somebody.
_NO_BED: Final = Sieve(
    rf"(?:^|(?<=[\n]))(?P<place>{CAPITALISED}(?:\s[a-z]+)?\s\((?:mattress|mat|floor|sofa|couch|armchair|chair|recliner|trolley|camp bed|bench|stretcher)\))"  # noqa: E501
    rf"(?=[ ]+[\"“]?{CAPITALISED})"
)
# "kept apart, behind the tailor's shop": away from the others.
_APART: Final = Sieve(
    r"\b(?:kept|held|put|locked up|lodged|slept|sleeps|placed)\s(?:apart|alone|separately|by\s(?:him|her)self),?\s"
    r"(?P<place>(?:behind|under|beside|next\sto|above|below|at\sthe\sback\sof|over)\sthe\s[a-z][\w'’-]*(?:\s[a-z][\w'’-]*){0,2})(?=[,.;:)]|$)"
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
        spans += [found(self.name, *m.span(m.lastgroup or 0), SpanType.CELL, 0.7) for m in _OWN.finditer(text)]
        spans += [found(self.name, *match.span("place"), SpanType.CELL, 0.7) for match in _CHAINED.finditer(text)]
        for match in (
            m for pattern in (_TOLD, _FURNISHED, _LANDING, _ON_FLOOR, _OF_A_PART) for m in pattern.finditer(text)
        ):
            start, end = match.span("place")
            start += 2 if text[start : start + 2] == ", " else 0
            if self._of_somebody(text, start, end):
                spans.append(found(self.name, start, end, SpanType.CELL, 0.7))
        for pattern in (_BED, _BED_UP, _SHORTENED):
            spans += [found(self.name, *match.span(), SpanType.CELL, 0.75) for match in pattern.finditer(text)]
        for pattern in (_PUT_AT, _LABELLED, _NO_BED, _APART):
            spans += [found(self.name, *match.span("place"), SpanType.CELL, 0.75) for match in pattern.finditer(text)]
        for match in _SPECIAL_ROOM.finditer(text):
            if self._of_somebody(text, *match.span()):
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.65))
        return spans

    @staticmethod
    def _of_somebody(text: str, start: int, end: int) -> bool:
        low, high = sentence(text, start, end)
        return anybody(text[low:start] + " \n " + text[end:high]) and not of_the_room(text, start, end)
