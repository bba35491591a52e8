"""Places of one person that bear no usual word: other rooms, codes, ordinals; taken only beside that person."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, INSTITUTION, MONTH_OR_DAY, TITLE, found, left, sentence
from redaction.recognizers.rooms import anybody, of_the_room
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_WORDS: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty)"
)
_MARK: Final = (
    rf"(?:[A-Z]{{1,3}}[ -]?\d{{1,4}}(?:[-/.]\d{{1,4}}){{0,2}}[A-Za-z]?|\d{{1,4}}(?:[-/.]\d{{1,4}}){{0,2}}(?:[-/ ]?[A-Z]|[a-z])?|"  # noqa: E501
    rf"[A-Z]{{1,2}}/\d{{1,3}}|[IVX]{{1,4}}|[A-Z]|{_WORDS})(?![\w/])"
)
# Rooms where people are put for a time, and words for cell, room, bed and dormitory in the languages of Europe, Asia
# and Latin America, as translations leave them.
_KIND: Final = (
    r"(?:(?:sobering(?:[- ]up)?|drying[- ]out|drunk|detox|holding|waiting|custody|detention|police|observation|isolation|"  # noqa: E501
    r"seclusion|segregation|separation|quarantine|quiet|time[- ]out|calming|calm[- ]down|safe|secure|padded|strip|punishment|"  # noqa: E501
    r"disciplinary|solitary|dark|dry|crisis|de-escalation|intensive|sick|family|mother[- ]and[- ]baby|admission|reception|"  # noqa: E501
    r"transit|family|guest|bath|shower|day|store|interview|search)[ -]?"
    r"(?:rooms?|cells?|box|cubicle|suite|cage|pen|bay|unit|container|ward|dormitory|chamber)"
    r"|bathroom|washroom|cage|cubicle|box|pen|kennel|berth|bunk|bed ?space|space|mattress|mat|place|spot|pad|tank|cabin|hut|tent|"  # noqa: E501
    r"caravan|container|trailer|hall|module|módulo|modulo|level|chamber|cubby|locker|bench|stall|suite|apartment|flat|villa|cottage|pod|barracks?|booth|"
    r"kamera|kamra|kammer|celica|[ćč]elij[ae]|celula|selli|celle|rom|rum|soba|sala|sal|palata|palāta|izolator|isolator|hücre|oda|"
    r"koğuş|cuarto|habitaci[óo]n|quarto|stanza|dormitorio|pieza|calabozo|separo|estancia|crujía|galera|cuadra|barraca|cubículo|cama|lit|Bett|seng|säng|krevet|łóżko|cela|"
    r"cella|izba|cameră|kambarys|kambris|tuba|camerata|lager|shizo|szoba|zárka|arestní cela)"
)
_PLACE: Final = Sieve(
    rf"(?<![\w-])(?P<kind>(?i:{_KIND}))(?:,?\s(?:[Nn]o\.?|[Nn]umber|n°|nº|nr\.?|№|#))?\s?(?P<mark>{_MARK})"
    r"(?!\s?(?:hours?|minutes?|days?|weeks?|months?|years?|metres?|sq|m²|m\b|cm|times|per\b|%|percent|people|to\s\d|–\s?\d|and\s\d)|"
    r"[,.:]\d|\s\d{3}\b)"
)
# Notes leave the person out: "Kept in the room by the lift".
_NOTED: Final = re.compile(
    r"\s*(?:Alone|Asleep|Kept|Held|Placed|Moved|Found|Seen|Locked|Sleeps|Slept|Lives|Transferred|Isolated|Secluded)\s"
)
# These have other meanings; somebody must be in, at or on them.
_LOOSE: Final = re.compile(
    r"^(?:hall|module|módulo|modulo|level|place|spot|box|pen|mat|space|suite|apartment|flat|villa|cottage|cabin|bench|locker|sala|sal|rom|rum|place|tuba|"
    r"pod|tank|lit|stall|lager|oda|day unit|search unit|interview room|police unit|police cell|search room|family unit)\b",  # noqa: E501
    re.IGNORECASE,
)
_PUT: Final = re.compile(
    r"\b(?:[Kk]ept|Held|Placed|Found|separated|lodged|placed|held|locked|confined|living|lives|lived|housed|moved|located|isolated|secluded|restrained|"
    r"kept|put|slept|sleeps?|sleeping|shares?|shared|found|back|returned|transferred|detained|spent|spends|sprayed|seen|lay|lies|lying|"
    r"sat|sits|sitting|stays?|stayed|stood|taken|taken|met|visited|interviewed|spoke|occup(?:ies|ied|ying)|assigned|allocated|"
    r"beaten|assaulted|hanged|died|dead|suicide|collapsed|strapped|tied|handcuffed|chained|dragged|thrown|carried|led|brought|"
    r"staying|accommodated|is|was|been|remains?|remained|born|undressed|searched|next to|drain|door|corner|floor)\b"
    r"[^.;|()]{0,60}?\b(?:in|to|at|of|into|with|from|on|inside|outside|under|near|by)\s(?:the\s)?$"
    r"|\b(?:lad|man|woman|boy|girl|kid|prisoner|detainee|inmate|patient|resident|person|one)\sin\s$|\b(?:[Aa]lone|[Aa]sleep|[Ss]itting|[Pp]regnant),?\s(?:in|on)\s$"
    r"|\b(?:alone|isolated|separately|apart),\s(?:in|on|at)\s$|\b(?:[Hh]is|[Hh]er|whose)\s(?:bed|room|cell|place|bunk|mattress),\s$"
)
_CODE: Final = (
    rf"(?:\d{{1,2}}-(?:[A-Z]|{CAPITALISED})-\d{{1,3}}[A-Z]?|[A-Z]{{1,4}}[-/ ]?\d{{1,3}}(?:[./-]\d{{1,3}}){{0,2}}[A-Z]?|\d{{1,3}}[-/]?[A-Z]{{1,2}}|"  # noqa: E501
    rf"\d{{1,3}}(?:[./-]\d{{1,3}})?|(?!(?:{TITLE}|The|In|On|At)\b){CAPITALISED}\s\d{{1,2}}(?:[-/]\d{{1,3}})?)(?![\w/-]|[.,:]\d|\s?(?:%|m²|per\b))"
)
# "the girl in B-12", "the kid in 2-B-08".
_OCCUPANT: Final = Sieve(
    r"\b(?:man|woman|boy|girl|kid|lad|prisoner|detainee|inmate|patient|resident|occupant|tenant|neighbour|one|lady|gentleman|"
    rf"pupil|juvenile|youngster)\s(?:in|from|at|of(?!\s\d))\s(?P<code>{_CODE})(?=[,;.:”\"’')]|\s(?:is|was|has|had|who|said|told|says|and|"
    r"asked|to|with|lay|sat|could|cannot|did|[a-z]{3,}ed)\b)"
)
# "In K7 the Officers found a man": a code at the head of a sentence with somebody in it.
_FOUND_IN: Final = Sieve(
    rf"\b[Ii]n\s(?P<code>{_CODE}),?\s(?:the\s\w+|we|our\s\w+|an?\s\w+|one\s\w+|{CAPITALISED}(?:\s{CAPITALISED})?)[^.;|]{{0,30}}?"
    rf"\b(?:found|met|saw|spoke|lay|sat|lives?|lived|was|is|told|heard|slept|sleeps|interviewed)\b(?=[^.;|]{{0,60}})"
)
_DOOR: Final = Sieve(
    rf"\b(?:[Nn]ext door,?|[Oo]pposite,?|[Aa]cross the (?:corridor|landing),?|[Dd]own the (?:corridor|landing),?)\s(?:to\s(?:him|her)\s)?(?:in|at)\s(?P<code>{_CODE})"  # noqa: E501
)
# "his former room, Rowan 8", "a room with a door, F-2".
_OWN: Final = Sieve(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|[Mm]y|[\w’']+['’]s|a|new)\s(?:new\s|old\s|former\s|own\s|present\s|current\s|single\s|shared\s|last\s|first\s)?"
    r"(?:rooms?|cell|bed|bunk|dormitory|dorm|place|space|pad|bedroom|box|location|cubicle)(?:\s(?:with|on)\s[^.,;:()]{1,30})?"
    rf"\s?(?:,\s|\(|:\s|\sis\s|\swas\s|,\swhich\sis\s)\s?(?:[Nn]o\.?\s|[Nn]umber\s|n°\s)?(?P<code>{_CODE})(?=[\s,.;:)”\"])"
)
_HELD_AT: Final = Sieve(
    r"\b(?:placed|held|lodged|locked|moved|housed|kept|lives|lived|sleeps|slept|returned|transferred|put|located|secluded|isolated)"
    rf"\s(?:\w+\s){{0,2}}(?:in|to|into|at|on)\s(?P<code>\d{{1,2}}-(?:[A-Z]|{CAPITALISED})-\d{{1,3}}[A-Z]?|[A-Z]{{2,4}}(?:-\d{{1,3}}){{2}})(?![\w/-])"
)
# "the small room next to the laundry", "the corridor between the second cell and the kitchen".
_BESIDE_WHAT: Final = Sieve(
    r"\b(?P<code>(?:the|an?)\s(?:[\w'’-]+\s){0,3}?(?:room|cell|corridor|hall|hallway|store ?room|storage room|cupboard|office|bathroom|shower|toilet|"  # noqa: E501
    r"kitchen|laundry|stairs|stairwell|staircase|landing|yard|cage|cellar|basement|attic|garage|shed|container|tent|dormitory|bed|bunk|mattress|"
    r"bench|floor|alcove|corner|space|hut|chapel|gym|library|vestibule|lobby|lift|canteen|ward|annexe?|head of the stairs)\s"  # noqa: E501
    r"(?:next to|beside|behind|between|opposite|under|underneath|above|below|by|near|nearest|beyond|facing|in front of|at the end of|at the back of|closest to)\s"  # noqa: E501
    r"(?:the|an?|cells?|rooms?|corridor|wing|ward|landing|his|her|gate|door)\s?[\w'’-]++(?:\s[\w'’-]++){0,7}?)(?=[,.;:()|\n]|\s(?:for|since|because|with|and (?:was|had|has|is|he|she)|so that|until|after|when|where|who|while|from)\b|$)"  # noqa: E501
    r"|\b(?P<place>the\s(?:head|foot|bottom|top|end|back|corner) of the (?:stairs|corridor|landing|wing|cell|room|dormitory|yard)(?:\s(?:in|of|on|by)\s(?:the\s)?[\w'’-]++(?:\s[\w'’-]++){0,3}?)?)"  # noqa: E501
    r"(?=[,.;:()|\n]|\s(?:for|since|because|with|so that|until|after|when)\b|$)"
)
# "sleeps beside the bucket", "the one with the broken lamp in module 1".
_SLEEPS: Final = Sieve(
    r"\b(?:sleeps|slept|sleeping|lies|lay)\s(?P<code>(?:beside|under|next to|by|behind|against|between|near)\s(?:the|a|two|his|her)\s[\w'’-]++(?:\s[\w'’-]++){0,5}?)"  # noqa: E501
    r"(?=[,.;:()|\n]|\s(?:for|since|because|with|so that|until|after|when|where|and)\b|$)"
    r"|\b(?:[Rr]oom|[Cc]ell|[Bb]ed|[Bb]unk|[Pp]lace),\s(?P<own>the\s(?:one|first|last|second|third|lower|upper)\s[\w'’-]++(?:\s[\w'’-]++){1,8}?)(?=[,.;:()|\n]|\s(?:for|since|because|so that|until|after|when|where)\b|$)"  # noqa: E501
    r"|\b(?:handcuffed|chained|tied|shackled|strapped|cuffed|bound)\s(?:\w+\s)?to\s(?P<tied>the\s(?:(?:first|second|third|fourth|last|big|old)\s)?[\w'’-]++(?:\s[\w'’-]++)??"
    r"(?:\s(?:in|of|by|under|outside|near|behind|on|beside)\s(?:the|his|her|cell|room)\s?[\w'’-]++(?:\s(?!since|for|until|when|while|because)[\w'’-]++){0,2}|(?<=tree)))(?=[,.;:()|\n]|\s(?:since|for|until|when|while|because)\b|$)"
    r"|\b(?:moved|transferred|taken|brought|put|locked)\s(?:in|into|to)\s(?P<store>(?:the|a)\s(?:[\w'’-]++\s){0,2}?(?:store|storeroom|shed|kitchen|chapel|laundry|cellar|garage|toilet|bathroom|corridor|attic|basement|office|yard|tower|annexe?),?\s"
    r"(?:behind|beside|next to|under|near|by|opposite)\s[\w'’-]++(?:\s[\w'’-]++){0,5}?)(?=[,.;:()|\n]|\s(?:for|since|because|with|so that|until|after|when|where|and)\b|$)"  # noqa: E501
)
# "room 9, Ann and Bea, share": who lives there follows.
_WHO: Final = Sieve(
    rf"\b(?:cell|room|bed|dormitory|module|bunk)\s(?:[Nn]o\.?\s)?[\w/-]{{1,6}},\s(?P<a>{CAPITALISED})\sand\s(?P<b>{CAPITALISED})(?=,)"
)
# "has a key to No. 17", "moved to No. 4".
# "carried to the shower by her cellmate": who did it follows, not what it is beside.
_AGENT: Final = re.compile(
    r"\bby\s(?:the|an?|his|her|their|two|three|other|fellow)\s(?:[\w'’-]+\s){0,2}?(?:guards?|officers?|cell-?mates?|wardens?|nurses?|orderl(?:y|ies)|"
    r"prisoners?|inmates?|patients?|staff|police(?:man|men)?|doctors?|soldiers?|driver|director|escort|team|delegation|man|men|woman|women|boys?|girls?|"
    r"mother|father|brother|sister|son|daughter|husband|wife|colleagues?|visitors?|supervisors?|sergeant|captain|jailors?|jailers?)\b"
)
# "interviewed in interview room 3": a room that nobody lives in.
_INTERVIEWED: Final = re.compile(
    r"\b(?:interviewed|met|spoke|seen|heard|questioned|visited)\b[^.;]{0,40}\b(?:in|at)\s(?:the\s)?$"
)
# "had lived under the staircase of Pavilion 2".
_LIVED_UNDER: Final = Sieve(
    r"\b(?:lives|lived|living|housed|camps|camped|dwells?)\s(?P<code>(?:beside|under|underneath|next to|behind|against|between|below|beneath)\s(?:the|a)\s"  # noqa: E501
    r"(?:[\w'’-]+\s)?(?:stairs?|staircase|stairwell|steps|roof|table|tower|chapel|kitchen|gate|wall|tree|tank|toilets?|latrines?|showers?|laundry|store|"
    r"boiler|window|door|fence|canteen|workshop|bunks?|beds?)\b(?:\s(?:of|in|on)\s[\w'’-]+(?:\s[\w'’-]+)?)?)(?=[,.;:()|\n]|\s(?:for|since|because|with|until|after|when|where|and)\b|$)"
)
_NUMBER: Final = Sieve(
    r"\b(?:key to|moved (?:in)?to|returned to|lives in|lived in|sleeps in|slept in|held in|placed in|locked in|out of|back (?:in|to)|taken to|shares|neighbour in|occup(?:ies|ied))\s"  # noqa: E501
    r"(?P<code>[Nn]o\.?\s\d{1,3}[A-Za-z]?)(?![\w/])"
)
# "held in ambiente 7": any word with a number, where somebody is kept.
_ANY: Final = Sieve(
    r"\b(?:lodged|held|placed|housed|kept|locked|sleeps|slept|confined|secluded|isolated|lay|lives|lived|detained|[Ii]n [A-Z][\w-]+ [A-Z0-9]{1,3},|[Ii]n|from)\s(?:(?:in|at|to)\s)?(?:the\s)?"  # noqa: E501
    r"(?P<code>(?!(?:article|articles|rule|rules|section|sections|paragraph|paragraphs|para|paras|chapter|table|figure|annex|appendix|item|items|recommendation|recommendations|finding|"
    r"year|week|day|month|april|may|june|about|around|over|under|only|just|some|nearly|almost|at|to|the|and|or|of|for|with|by|page|note|footnote|grade|class|level|category|phase|part|points?|"
    r"steps?|stages?|times?|roughly|approximately|buildings?|wards?|wings?|blocks?|units?|sections?|floors?|quarters?|regions?|districts?|zones?|circular|law|order|act|form|line|version|office|courtroom|court|counter|window|desk|gate|door|lift|bus|flight|train|route|platform|checkpoint|workshops?|classrooms?|classes|shops?|gates?|yards?|camera|stage|tower|"
    r"between|until|since|before|after|during|all|least|most|early|late|mid)\b)[a-zà-ž]{3,14}\s(?:no\.?\s|n°\s|nº\s)?\d{1,3}(?:-[A-Z]|[A-Z])?)"
    r"(?=[,.;:)]|\s(?:with|since|for|when|where|we|the (?:delegation|team|inspectors|monitors)|and (?:was|had)|by|on|from|because|who|lay|sat|lives?)\b)"  # noqa: E501
)
# "the third cell on the left of the women's corridor".
_ORDINAL: Final = Sieve(
    r"\b(?P<code>(?:(?:the|[Ww]ard \w+,|[Dd]orm(?:itory)? \w+,|[Rr]oom \w+,|[Hh]all \w+,|[Bb]lock \w+,)\s)(?:very\s)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|end|corner|farthest|furthest|next-to-last|penultimate)"  # noqa: E501
    r"\s(?:cell|room|bed|bunk|dormitory|cubicle|box|cage|door|mattress|mat|cot|berth|hammock|stall|tent|hut)(?:\s(?:on|of|in|from|at|down|along|by|near|under|beside)\s(?:the\s)?[\w'’-]++(?:\s[\w'’-]++){0,3}"
    r"(?:\s?(?:of|in|on|along)\sthe\s[\w'’-]++(?:\s[\w'’-]++){0,2})?)?)(?=[,.;:)]|\s(?:and|who|where|was|is|had|has|since|for|when|told|with|so that|because|until|on)\b|$)"  # noqa: E501
)
_TOLD: Final = re.compile(r"\s(?:on|of|in|from|at|down|along|by|near|under|beside)\s")
_WRITTEN: Final = Sieve(
    rf"\b(?P<code>(?:cell|room|bed|bunk|dormitory)\s(?:no\.?\s|number\s)?{_WORDS}(?:-{_WORDS})?)\b(?!\s(?:of the|hours|days|weeks|months|years))",  # noqa: E501
    re.IGNORECASE,
)
_CODED: Final = Sieve(r"(?:\(|,\s|\sin\s)(?P<code>[A-Z]{2,4}(?:[-/]\d{1,3}){2})(?=[),;.\s])")
# Papers and norms that look like a code.
_PAPER: Final = re.compile(r"(?:CAT|CPT|INF|CCPR|CRC|OP|NPM|ISO|EN|UN|ICD|DSM|ECHR|HRC|PSI|PSO|MOJ|OJ|EU|EC)[-/ ]")
_PARTS: Final = frozenset(
    {"pod", "block", "wing", "unit", "landing", "floor", "level", "table", "figure", "annex", "phase", "part"}
)
_BESIDE: Final = re.compile(rf"{CAPITALISED}\s(?:\(|{CAPITALISED})|\(\d{{2}}[^()]*\)|\d{{4,}}")

# "E Hall 3/19", a seat of a flight or a bus.
_IN_UNIT: Final = Sieve(
    r"(?<![\w-])[A-Z]-?\s?(?:Hall|Wing|Block|Unit|House|Side|Landing|Spur)\s\d{1,2}[/-]\d{1,3}(?![\w/-])|\b[Ss]eats?\s(?:[Nn]o\.?\s)?\d{1,2}[A-K](?:(?:,\s|\sand\s|/)\d{1,2}[A-K])*\b"
)
# "still share Curlew 4".
_SHARING: Final = Sieve(
    rf"\b(?:shares?|shared|sharing)\s(?P<place>(?P<name>{CAPITALISED})\s\d{{1,2}})(?![\w/-]|[.,:]\d)"
)


class Quarters:
    """Finds where one person is kept, by the person beside it; a room of which only its state is told is left."""

    name = "quarters"

    def detect(self, text: str) -> list[Span]:
        """Return places inside establishments."""
        spans: list[Span] = []
        for match in _PLACE.finditer(text):
            if self._of_somebody(text, match):
                start = match.start("kind")
                spans.append(found(self.name, start, match.end(), SpanType.CELL, 0.75))
        for pattern, score in (
            (_OCCUPANT, 0.7),
            (_FOUND_IN, 0.6),
            (_DOOR, 0.7),
            (_OWN, 0.7),
            (_HELD_AT, 0.75),
            (_NUMBER, 0.7),
        ):
            for match in pattern.finditer(text):
                code = match["code"]
                plain = code.isdigit() and (pattern in {_FOUND_IN, _OWN} or len(code) == 4)
                # "In Unit 4, lunch is at 11": a unit of many.
                unit = pattern is _FOUND_IN and code.partition(" ")[0].lower() in INSTITUTION | _PARTS
                if not plain and not unit and not _PAPER.match(code):
                    spans.append(found(self.name, *match.span("code"), SpanType.CELL, score))
        spans += [found(self.name, *match.span(), SpanType.CELL, 0.8) for match in _IN_UNIT.finditer(text)]
        for match in _SHARING.finditer(text):
            if match["name"].lower() not in INSTITUTION | MONTH_OR_DAY:
                spans.append(found(self.name, *match.span("place"), SpanType.CELL, 0.7))
        for match in _WHO.finditer(text):
            spans += [found(self.name, *match.span(group), SpanType.NAME, 0.6) for group in ("a", "b")]
        for match in _SLEEPS.finditer(text):
            group = match.lastgroup or "code"
            if self._beside(text, *match.span(group)):
                spans.append(found(self.name, *match.span(group), SpanType.CELL, 0.6))
        for match in _BESIDE_WHAT.finditer(text):
            group = match.lastgroup or "code"
            start, end = match.start(group), match.start(group) + len(match[group].rstrip())
            if _AGENT.search(text, start, end):
                continue
            if _PUT.search(left(text, start, 90)) and self._beside(text, start, end):
                spans.append(found(self.name, start, end, SpanType.CELL, 0.65))
        for pattern in (_ORDINAL, _WRITTEN, _CODED, _ANY, _LIVED_UNDER):
            for match in pattern.finditer(text):
                if pattern is _ORDINAL and not (
                    _TOLD.search(match["code"]) or _PUT.search(left(text, match.start(), 90))
                ):
                    continue
                if not _PAPER.match(match["code"]) and self._beside(text, *match.span("code")):
                    spans.append(found(self.name, *match.span("code"), SpanType.CELL, 0.65))
        return spans

    @staticmethod
    def _beside(text: str, start: int, end: int) -> bool:
        low, high = sentence(text, start, end)
        around = text[low:start] + " \n " + text[end:high]
        return bool(anybody(around) or _NOTED.match(text, low, start) or _BESIDE.search(around)) and not of_the_room(
            text, start, end
        )

    def _of_somebody(self, text: str, match: re.Match[str]) -> bool:
        mark, start, end = match["mark"], match.start("kind"), match.end()
        if (mark.isalpha() and mark.islower() and len(mark) == 1) or (len(mark) == 4 and mark[:2] in {"19", "20"}):
            return False
        if match["kind"].isupper():
            return False
        if match["kind"].lower().startswith("interview") and _INTERVIEWED.search(left(text, start, 60)):
            return False
        put = _PUT.search(left(text, start, 90))
        if _LOOSE.match(match["kind"]) and put is None:
            return False
        return self._beside(text, start, end)
