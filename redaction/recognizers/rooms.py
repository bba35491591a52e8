"""What is said of a room rather than of somebody in it, and how the place of one person is told in several parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from redaction.lexicon import lexicon
from redaction.recognizers.crowds import in_a_town, of_a_crowd
from redaction.recognizers.lexis import CAPITALISED, sentence
from redaction.recognizers.presence import KIND_OF_PERSON, anybody
from redaction.span import Span, SpanType

_OF_A_ROOM: Final = re.compile(
    r"\b(?:measur\w+|m²|sq(?:uare)?\.?\s?m\w*|metres?|meters?|cubic|drain\w*|windows?|daylight|natural light|artificial light|"  # noqa: E501
    r"lighting|lamps?|bulbs?|(?:re)?paint\w*|refurbish\w*|renovat\w+|repair\w*|redecorat\w+|out of (?:service|use|order|action)|"  # noqa: E501
    r"taken? out|withdrawn from|ventilat\w*|temperature|°\s?C|degrees|damp|mould\w*|mold\w*|leak\w*|call (?:bells?|buttons?)|"  # noqa: E501
    r"broken|capacity|heating|radiators?|smel\w+|stench|lux|cockroach\w*|bed ?bugs|rats|mice|vermin|closed|converted|camera|"  # noqa: E501
    r"CCTV|ligature|graffiti|walls?|ceiling|floor (?:space|area)|sanitary|toilets?|showers?|sockets?|sinks?|taps?|partition\w*|"  # noqa: E501
    r"treat\w*|disinfest\w*|meant for|intended for|used (?:for|as)|be used|pixelated|designed|equipped|furnished|furniture|unfit|dirty|clean(?:ed)?|filthy|ready|in use|not used|unused|empty|stores?|storage|"  # noqa: E501
    r"doors?|hatch\w*|peep\w*|alarms?|intercoms?|lights?|electricity|flood\w*|smoke|(?:the|a) fire (?:began|broke|started|spread|was)|"  # noqa: E501
    r"(?:accommodat\w+|hous(?:ed|es|ing)|held|holds|holding|contain\w*) (?:up to )?(?:\d+|two|three|four|five|six|eight|ten|twelve|twenty))\b",  # noqa: E501
    re.IGNORECASE,
)
_LIVED: Final = re.compile(
    r"\b(?:sharing|shares?|shared|lives?|lived|lodged|placed|slept|sleeps|locked (?:in|up)|segregated|isolated|secluded|restrained|"  # noqa: E501
    r"assaulted|beaten|found dead|hanged|died|alone|met|interviewed|spoke)\b"
)
_FACT: Final = re.compile(
    r"\s(?:measures?|measured|has|have|had|is|was|are|were|lacks?|lacked|contains?|contained|remains?|remained|which|smel\w+|"
    r"cannot|could|still|needs?)\b"
)
# "to suspend the use of cell 5", "the toilet of security cell 1".
_USE: Final = re.compile(
    r"\b(?:(?:as regards|regarding|concerning|use)\s|(?:use|placements?|closure|closing|renovation|repair|refurbishment|windows?|toilets?|cameras?|doors?|walls?|ventilation|heating|lighting|capacity|size)\s(?:of|in)\s)(?:the\s)?(?:[a-z-]+\s)?$"  # noqa: E501
)
# "Room 12 has not been used since.": since what happened to somebody there.
_EVER_SINCE: Final = re.compile(
    r"\b(?:not\s(?:been\s)?(?:in\suse|used|occupied|opened|let|allocated|slept\sin)|unused|empty|vacant|closed|sealed|locked|shut|unoccupied)\s(?:ever\s)?since\W*$"
)
_NUMBERED: Final = re.compile(r"\d{5,}|\d/\d{2,}")
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_FEW: Final = 2
_GOES_ON: Final = re.compile(
    rf"\s?(?:One of (?:them|these|the)|(?:An?|The|This)\s(?:\S+\s){{0,3}}{KIND_OF_PERSON}\b|He|She|His|Her)\b"
)
# Between the parts of a place: "bed 3 of room 12", "Block C, cell 7".
_BETWEEN: Final = re.compile(r"^(?:,?\s(?:of|in|on|at|inside|within)\s(?:the\s)?|,\s|\s?/\s?|\s[–-]\s|\s|\s?\()$")
POSITION: Final = (
    r"(?:(?:(?:upper|lower|top|bottom|middle|left|right|back|front|rear|far|near|inner|outer|corner|end|window|door|wall|first|second|"
    r"third|fourth|fifth|last|next|single|double|floor)(?:-hand|most)?\s(?:bed|bunk|berth|row|tier|side|mattress|mat|cot|hammock|place|"
    r"space|shelf|bench|corner|end|half|platform|line|level)|"
    r"(?:row|tier|bunk|mat|mattress|bed|berth|line|shelf|place|space|corner|side|aisle|pitch|cot|hammock)\s(?:no\.?\s|number\s)?(?:[A-Z]?\d{1,3}[A-Za-z]?|[A-Z]))"
    r"(?:\s(?:from|to|by|on|near|under|at)\s(?:the\s)?(?:[a-z]+(?:\s[a-z]+)?|TV)(?=[,.;:)]|$))?(?![\w-])"
    r"|(?:the\s)?(?:bed|bunk|berth|mattress|mat|cot|hammock|place|corner|row)\s(?:by|near|next\sto|beside|under|opposite|behind|at|against)\s"
    r"(?:the|a)\s[a-z'’-]+(?:\s[a-z]+){0,3}(?=[,.;:)|\n]|$)"
    r"|bed\snearest\s(?:the|a)\s[a-z]+"
    r"|\d{1,2}(?:st|nd|rd|th)\s(?:row|bed|bunk|tier|place|berth|line|mat|mattress|from\sthe\s[a-z]+)\b)"
)
"""Where in a room somebody sleeps: "left-hand bed", "lower row", "mat 14"."""
_UNITS: Final = (
    r"(?:[Ww]ing|[Bb]lock|[Uu]nit|[Ll]anding|[Ff]loor|[Ss]ection|[Pp]avilion|[Bb]uilding|[Ll]evel|[Ww]ard|[Cc]orridor|[Zz]one|[Ss]ector|[Bb]ay|"
    r"[Aa]isle|[Rr]ow|[Bb]arracks?|[Cc]ircle|[Yy]ard|[Pp]od|[Ss]pur|[Hh]ouse|[Mm]odule|[Cc]ompound|[Tt]ier|[Ss]ide|[Aa]rea|[Ss]uite|"
    r"[Dd]epartment|[Ii]nfirmary|[Dd]etachment|[Rr]ange|[Gg]allery|[Hh]all|[Dd]ormitory|[Dd]orm\.?)"
)
_NAMED_UNIT: Final = (
    r"(?:Barracks?|Block|Wing|Unit|Ward|House|Hall|Pavilion|Landing|Section|Yard|Tower|Lodge|Range|Compound|Enclosure|"
    r"Annexe?|Dormitory|Circle|Spur|Corridor|Floor|Villa|Cottage)"
)
_WHERE: Final = re.compile(
    rf",?\s(?:together\s)?with\s(?:\w+|\w+-\w+)\s(?:others|other\s(?:men|women|people|persons|prisoners|boys|girls)|persons|people)(?=[,.;:)]|$)"
    rf"|\s{POSITION}(?=[,.;:)])"
    r"|,?\s(?:next to|beside|behind|opposite|by|near|under|facing)\sthe\s[a-z'’-]+(?:\s[a-z'’-]+)?(?=[,.;:)]|$)"
    rf"|,\s(?:on\s|at\s|by\s)?{POSITION}"
    # "third mat from the drain", ", on the concrete by the gate", ", double-bunked", ", observation cell".
    r"|(?<=[a-z])\sfrom\sthe\s(?:drain|door|window|wall|left|right|end|stairs|toilet|gate|entrance|stove|tap|corner)\b"
    r"|,\s(?:on|under|beside|behind|against)\sthe\s(?!(?:day|night|morning|evening|afternoon|same|way|phone|orders?|advice|basis|date|spot)\b)"
    r"[a-z]+(?:\s(?:by|near|under|beside|behind|opposite|next\sto|of|at)\sthe\s[a-z]+(?:\s[a-z]+)?)?(?=[,.;:)]|$)"
    r"|,\s(?:single|double|triple)[- ](?:bunked|celled|occupancy)\b"
    r"|,\s(?:observation|isolation|segregation|seclusion|punishment|waiting|holding)\s(?:cell|room)(?=[,.;:)]|$)"
    r"|,\s(?:first|second|third|fourth|fifth|last|next|\d(?:st|nd|rd|th))\s(?:on|from|fr|to|by)\s(?:the\s)?[a-z]+"
    r"|,\s(?:by|near|under|next to|beside)\s(?:the|a)\s[a-z]+(?=[\s,.;:)]|$)"
    r"|,?\s(?:[Nn]o\.?|[Nn]umber|№|#)\s?\d{1,3}[A-Za-z]?(?!\w|[.,/-]\d)"
    r"|\s\((?:the\s)?(?:[a-z]+\s){0,2}(?:basement|cellar|attic|floor|wing|side|bunk|bed|corridor|annexe?|landing|level|upper|lower|left|right|"
    r"old|new|juveniles?|single|double|shared|(?:big|small|large|little|first|last|end|corner|dark|cold) one)\)"
    rf"|\s\((?:{CAPITALISED}\s){{1,2}}{_NAMED_UNIT}\)|\s(?:of|in|on)\s(?:the\s)?(?:{CAPITALISED}\s){{1,2}}(?:Barracks?|Yard|Enclosure|Circle|Block|Wing)\b"
    r"|\swith\s(?:the\s|its\s|a\s)?[a-z]+\s(?:open|shut|closed|ajar|locked|unlocked)\b"
    r"|,?\s(?:of|in|on|at)\s(?:the\s|its\s)(?:[a-z][\w'’-]*\s){0,3}(?:infirmary|corridor|wing|unit|section|block|floor|ward|"
    r"landing|department|sick ?bay|side|row|annexe?|isolator|gallery|range|dormitory|basement|attic|building|pavilion|tier|spur|area|"  # noqa: E501
    r"residence|house|home|hall|clinic|barracks?|tower|hut|tent|container|quarters|room|bay|storey|level|yard|gym|gymnasium|canteen|chapel|classroom|villa|cottage|bungalow|lodge)"
    r"\b(?!\s(?:of|where|which)\b|\sfor\s(?:the|wo?men|male|female|juveniles?|minors|young|children|mothers|vulnerable|foreign)\b)"
    rf"|,?\s\(?(?:(?:on|of|in|at)\s(?:the\s)?(?:[a-z-]+\s)?)?{_UNITS}\s(?:no\.?\s)?[A-Z0-9]{{1,3}}\b(?!\sto\s)\)?"
    r"|,\s(?:the\s)?[a-z-]+\s(?:side|floor|wing|landing|corridor)(?=[,.;:)]|$)"
    r"|,?\s\(?(?:on\s|of\s)?(?:[A-Z]|the\s\w+)[ -](?:[Ww]ing|[Bb]lock|[Uu]nit|[Ll]anding|[Ff]loor|[Ss]ection|[Ss]pur)\b\)?"  # noqa: E501
    r"|,\s(?:upper|lower|top|bottom|middle|first|second|third|fourth|last|next)\s[a-z]+(?:\s(?:from|to|by|on)\s(?:the\s)?[a-z]+(?:\s[a-z]+)?)?"
    r"(?:,\s(?:first|second|third|fourth|fifth|last|next)\s(?:from|to|by)\sthe\s[a-z]+(?:\s[a-z]+)?)?"
    r"|,?\s\(?(?:upper|lower|top|bottom|middle)\s(?:bunk|bed|berth|tier)\b\)?"
)
# "in F2, then F9": where somebody goes next.
_NEXT: Final = re.compile(
    r",?\s(?:(?:and\s)?(?:then|later|afterwards|now|subsequently|thereafter)\s?,?\s(?:moved\s|transferred\s)?(?:to\s|in\s)?|to\s|→\s?|->\s?|and\sback\sto\s)"
    r"(?P<code>[A-Z]{1,2}\d{0,2}-?\d{1,3}(?:-\d{1,3})?)(?![\w/-]|[.,:]\d)"
)

# "Wing D, spur 2, " before a cell.
_WITHIN: Final = re.compile(
    rf"(?<![\w-])(?:(?:{_UNITS}|[Ww]alkway|[Cc]ontainer|[Tt]ent|[Cc]asa|[Mm]ódulo|[Pp]abellón|[Gg]alería|[Aa]la|[Bb]loque|[Bb]loco|[Ss]tation)"
    r"\s(?:[Nn]o\.?\s)?(?:[A-Z]|[A-Z]?\d{1,3}|[IVX]{1,4})|"
    rf"{CAPITALISED}\s(?:[Uu]nit|[Ww]ing|[Bb]lock|Landing|Pavilion|Pod|House|[Ww]ard|Section|Hall|Range|Barracks?)|"
    r"(?:the\s)?(?:ones|twos|threes|fours|fives)(?:\slanding)?|(?:the\s)(?:[a-z]+\s){1,2}(?:area|ward|unit|wing|landing|infirmary|suite|corridor))(?:,\s|\s?/\s?)$"
    r"|\b(?:the\s)?(?:upper|lower|top|bottom|middle)\s(?:bunk|bed|berth|tier)\s(?:in|of)\s$"
    r"|\b(?:infirmary|sick ?bay|clinic|ICU|hospital wing)\s$|\b[A-Z][a-z]+ Cell,\s$|(?<=\| )[A-Z],\s$|(?:\bthe\s)?[\"“„«‘](?:[^\W\d_]+\s?){1,3}[\"”»’],\s$"  # noqa: E501
)
# "the cage by the" was read, and "gate" goes with it; "cell 2 of" may be of a town, which stays.
_DANGLING: Final = re.compile(r"\s(?:by|under|near|beside|behind|opposite)(?:\s(?:the|a))?$|\s(?P<of>of)$")
_DANGLED: Final = re.compile(
    r"\s(?:the\s)?[^\W\d_][\w'’-]*(?P<unit>\s(?:ward|wing|unit|block|house|landing|station|door|tank|room)\b)?"
)
_LONGEST_TAIL: Final = 16
# "room 4 on the first floor of the east wing".
_MOST_PARTS: Final = 3

NOT_LIVED_IN: Final = re.compile(
    r"(?:gate|platform|counter|desk|lyceum|school|courtroom|bus|flight|locker)\b", re.IGNORECASE
)
"""Numbered places in which nobody lives."""


def of_the_room(text: str, start: int, end: int) -> bool:
    """Say whether the sentence around a room is about the room, with nobody in it: its window, its drain, its size."""
    low, high = sentence(text, start, end)
    semicolon = text.rfind(";", low, start)
    low = semicolon + 1 if semicolon >= 0 else low
    stop = text.find(";", end, high)
    town = in_a_town(text, end, high)
    around = text[low:start] + " \n " + text[town : stop if stop >= 0 else high]
    written = _LETTERS.findall(around) if around.isupper() else []
    if len(written) > _FEW:
        # In capitals every word looks like a name: one that no dictionary has may be.
        words = lexicon()
        if any(not (words.is_common(word) or words.is_safe(word)) for word in written):
            return False
        around = around.lower()
    if anybody(around) or _EVER_SINCE.search(around):
        return False
    if of_a_crowd(around):
        return True
    if _USE.search(text, max(low, start - 60), start):
        return True
    # The next sentence may go on with who is in it.
    if _NUMBERED.search(around) or _LIVED.search(around) or _GOES_ON.match(text, high, high + 160):
        return False
    return bool(_OF_A_ROOM.search(around) or _FACT.match(text, end))


def joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return cells that stand in one telling as one, with the corridor, wing or bunk that the telling goes on with.

    Args:
        text: that the offsets belong to.
        spans: sorted by their place.
    """
    done: list[Span] = []
    for span in spans:
        if span.type is not SpanType.CELL:
            done.append(span)
            continue
        start, end = whole_place(text, span.start, span.end)
        grown = replace(span, start=start, end=end)
        last = next((other for other in reversed(done) if other.type is SpanType.CELL), None)
        if last is not None and (last.end >= grown.start or _BETWEEN.match(text[last.end : grown.start])):
            end = max(last.end, grown.end)
            start = min(last.start, grown.start)
            done[done.index(last)] = replace(last, start=start, end=end, score=max(last.score, grown.score))
        else:
            done.append(grown)
    return done


def next_places(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the places that somebody goes to from a place: "F2, then F9".

    Args:
        text: that the offsets belong to.
        spans: of any type.
    """
    for span in spans:
        end = span.end if span.type is SpanType.CELL else -1
        while end >= 0 and (code := _NEXT.match(text, end)):
            yield replace(span, start=code.start("code"), end=code.end("code"))
            end = code.end("code")


def whole_place(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a place with the corridor, wing or bunk that stand before and after it.

    Args:
        text: that the offsets belong to.
        start: of the place.
        end: of the place.
    """
    for _ in range(_MOST_PARTS):
        within = _WITHIN.search(text, max(0, start - 40), start)
        if within is None:
            break
        start = within.start()
    dangling = _DANGLING.search(text, max(start, end - _LONGEST_TAIL), end)
    rest = _DANGLED.match(text, end) if dangling is not None else None
    if dangling is not None and rest is not None and (rest["unit"] or not dangling["of"]):
        end = rest.end()
    for _ in range(_MOST_PARTS):
        more = _WHERE.match(text, end)
        if more is None:
            break
        end = more.end()
    return start, end
