"""Where somebody is kept, told in words alone: a spot in a building by what it lies beside, a room of an odd kind."""

from __future__ import annotations

import re
from typing import Final

from redaction.lexicon import lexicon
from redaction.recognizers.lexis import CAPITALISED, found, left, sentence
from redaction.recognizers.presence import KIND_OF_PERSON, anybody
from redaction.recognizers.rooms import of_the_room
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

# Somebody is, or is put, somewhere.
_BEING: Final = (
    r"\b(?:kept|held|placed|put|left|lodged|locked(?:\sup)?|detained|housed|confined|isolated|secluded|chained|cuffed|handcuffed|tied|shut|"
    r"slept|sleeps|sleeping|lay|lies|lying|sat|sits|sitting|stays|stayed|staying|lives|lived|living|crouched|squats|"
    r"given|assigned|moved|sent|taken|brought|transferred|banished|is|was|been)\s"
    r"(?:(?:up|down|alone|apart|there|overnight|again|now|still|back|naked|barefoot|handcuffed|mostly|him|her|them|me|us)\s){0,2}"
    r"(?:since\s\w+\s)?"
)
_ROOM: Final = (
    r"(?:room|cell|ward|dormitory|dorm|hall|tent|hut|container|bay|chamber|cage|laundry|kitchen|pantry|larder|chapel|mosque|canteen|"
    r"workshop|store(?:\s?room)?|storage|gym|library|classroom|office|hallway|corridor|passage(?:way)?|attic|loft|cellar|basement|garage|"
    r"toilet|bathroom|washroom|shower(?:\sroom)?|yard|veranda|porch|shed|stable|kennel|cupboard|closet|alcove|niche|lobby|"
    r"guardroom|archive|staircase|stairwell|landing|vestibule|ante-?room|lean-to|outhouse|kiosk|booth|box|van|bus|trailer)"
)
_SPOT: Final = (
    r"(?:bench|floor|concrete|mat|mattress|bunk|bed|berth|cot|hammock|sofa|couch|armchair|chair|stool|stretcher|trolley|place|spot|"
    r"corner|space|plank|platform|shelf|steps?|stairs|doorway|threshold|end|row|pallet|blankets?|cardboard|sacks?|ledge|slab|tiles)"
)
_BESIDE: Final = (
    r"(?:beside|behind|outside|next\sto|near|nearest(?:\sto)?|under|underneath|beneath|below|above|over|opposite|facing|between|"
    r"in\sfront\sof|at\sthe\s(?:foot|end|top|bottom|back)\sof|across\sfrom|against)"
)
# What a spot may be by; "by the nurse" is who found somebody.
_FIXTURE: Final = (
    r"(?:door|window|gate|wall|radiator|stairs|staircase|steps|drain|tap|stove|clock|heater|boiler|kitchen|office|toilet|latrine|shower|"
    r"sink|basin|desk|counter|hatch|pillar|fan|lamp|light|television|tv|fridge|bucket|tank|well|tree|fence|bars|grille|altar|table|"
    r"cupboard|locker|lift|exit|entrance|barrel|drum|pipe|pump|bin|post|railing|vent|fireplace|phone|telephone|water)"
)
_ENDS: Final = (
    r"(?!(?:and|where|which|who|that|for|with|was|is|had|has|until|since|when|while|because|but|from|without|after|before|as|"
    r"during|on|in|at|so|told|said)\b)"
)
_THING: Final = rf"(?:the|a|an|his|her|their|its|our|my)\s(?:[^\W\d_][\w.'’-]*\s){{0,2}}?[^\W\d_][\w'’-]*(?:\s{_ENDS}[^\W\d_][\w'’-]*)?"  # noqa: E501
_QUALIFIED: Final = (
    rf"\s(?:{_BESIDE}\s{_THING}|by\s(?:the|a)\s(?:[^\W\d_][\w'’-]*\s){{0,2}}?{_FIXTURE}\b"
    r"|(?:marked|labelled|labeled|signed|called|known\sas)\s[\"“„‘'][^\"”“’'\n]{1,30}[\"”’'])"
)
_SET_UP: Final = r"(?:\s(?:pitched|put\sup|set\sup|built|standing|placed|laid))?"
_MODIFIER: Final = r"(?:[^\W\d_][\w.'’-]*\s){0,3}?"
# "on the bench by the radiator", "in the tack store behind the kennels", "isolation room beside the EXAMPLE storage".
_BY_ITS_NEIGHBOUR: Final = Sieve(
    rf"{_BEING}(?:in|at|on|into|to|inside|of|the(?=\s(?:place|spot|corner|space|mat|bed)))\s?"
    rf"(?P<place>(?:(?:the|a|an|his|her|their)\s)?{_MODIFIER}(?:{_ROOM}|{_SPOT}){_SET_UP}{_QUALIFIED}(?:\sin\s(?:block|ward|wing|unit|cell|room|dorm)\s\w{{1,3}})?)(?![\w-])",
    re.IGNORECASE,
)
_OWN: Final = r"(?:room|cell|cubicle|dorm|bed|bunk|berth|mat|mattress|cot|hammock|place|spot|corner|space|plank|bench)"
_GIVEN: Final = Sieve(
    rf"\b(?:given|assigned|allotted|gets|got|has|had|occupies|occupied|shares|shared)\s(?P<place>(?:the|a)\s(?:[a-z-]+\s){{0,2}}?{_OWN}{_QUALIFIED}"
    r"(?:\sin\s(?:block|ward|wing|unit|cell|room|dorm)\s\w{1,3})?)(?![\w-])",
    re.IGNORECASE,
)
# "his bed is under the clock", "sleeps under the stairs".
_BED: Final = Sieve(
    r"(?:\b(?:his|her|my|whose|['’]s)\s(?:bed|mat|mattress|bunk|place|hammock|cot|blanket|corner)\s(?:is|was|lay|lies|stands|stood)\s(?:now\s|still\s|right\s)?"
    r"|\b(?:slept|sleeps|sleeping|lay|lies|chained|kept)\s(?:alone\s)?)"
    rf"(?P<place>(?:{_BESIDE}|by)\sthe\s(?:[^\W\d_][\w'’-]*\s){{0,1}}?{_FIXTURE}\b(?:\s(?:of|in)\s(?:the\s)?(?:[A-Z][\w-]*|[a-z]+))?)",
    re.IGNORECASE,
)
# Rooms that are made for things, with somebody in them.
_ODD: Final = Sieve(
    rf"{_BEING}(?:in|into|to|inside)\s(?P<place>(?:(?:the|a|an|an?\sempty|an?\sold|his|her)\s)(?:[^\W\d_][\w.'’-]*\s){{0,2}}?"
    r"(?:stationery|linen|tack|broom|mop|boiler|pump|tool|paint|drying|evidence|exhibits?|property|archive|records|generator|meter|"
    r"cleaning|cleaner['’]?s?|luggage|baggage|boot|shoe|coal|wood|grain|feed|saddle|bicycle|bike|furniture|mail|server|switch|battery|"
    r"weapons?|ammunition|changing|sewing|ironing|weaving|loom|bread|flour|vegetable|cold|ice)\s?(?:room|store|store\s?room|cupboard|closet|shed|cell|house|cellar))"
    r"(?![\w-])",
    re.IGNORECASE,
)
# "in the former chapel", "in what used to be the laundry".
_FORMER: Final = Sieve(
    rf"{_BEING}(?:in|into|to|inside)\s(?P<place>(?:the|a|an)\s(?:former|old|disused|ex-|unused|converted|empty)\s?(?:[a-z-]+\s)?{_ROOM}(?:\s(?:block|hut|wing|building))?"
    rf"|what\s(?:used\sto\sbe|was\sonce|had\sbeen|once\swas)\s(?:the|a|an)\s[a-z]+(?:\s{_ROOM})?)(?![\w-])",
    re.IGNORECASE,
)
# "shares the corner cell", "in the tower cell": the one room of its kind.
_ONE_OF_ITS_KIND: Final = Sieve(
    r"\b(?:in|into|to|from|shares|shared|occupies|occupied|has|had)\s(?P<place>(?:the|a)\s(?:corner|end|tower|turret|attic|loft|cellar|basement|upstairs|downstairs|gable|rooftop|glass|"
    r"windowless|smallest|last|furthest|farthest)\s(?:cell|room|cubicle|dormitory|box))(?![\w-])",
    re.IGNORECASE,
)
# "third door on the left", "two doors from the toilets": counted from somewhere.
_COUNTED: Final = Sieve(
    r"\b(?P<place>(?:on\sthe\s(?:ground|first|second|third|fourth|top)\sfloor,\s)?(?:the\s)?(?:(?:first|second|third|fourth|fifth|last)\s(?:door|cell|room|bed|bunk|cot|mat)|"
    r"(?:one|two|three|four)\s(?:doors|cells|rooms|beds))\s(?:on|from|past|after|to|down\sfrom|along\sfrom)\s(?:the|your|my)\s[a-z'’-]+)(?![\w-])",
    re.IGNORECASE,
)
# "sleeps in the prayer room": nobody has a bed there.
_SLEPT_IN: Final = Sieve(
    r"\b(?:slept|sleeps|sleeping|spends?\sthe\snights?|spent\sthe\snight)\s(?:alone\s)?(?:since\s\w+\s)?(?:in|on)\s"
    r"(?P<place>the\s(?!(?:same|other|main|female|male|first|new|next|big|small|large|common|shared|whole|women['’]s|men['’]s)\b)[a-z'’-]+\s(?:room|hall|office|block|store))(?![\w-])",
    re.IGNORECASE,
)
# "Cell Four", "cell IV": numerals.
_NUMERAL: Final = Sieve(
    r"(?<![\w-])(?P<place>(?:[Cc]ell|[Rr]oom|[Bb]ed|[Bb]unk|[Dd]ormitory)\s(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|II|III|IV|VI|VII|VIII|IX|XI|XII)"
    r"(?:\sof\s[A-Z][a-z]+)?)(?![\w-])"
)
# "have rooms side by side, 9 and 10": so many numbers as persons.
_PAIRED: Final = Sieve(
    r"\b(?:rooms|cells|beds|bunks)\s(?:[a-z]+\s){0,4}?[a-z]+,\s(?P<place>\d{1,3}[A-Za-z]?\sand\s\d{1,3}[A-Za-z]?)(?=[,.;)])"
)
# "was at A2 isolation", "in B3 segregation": the code of a unit so small that few are in it.
_SET_APART: Final = Sieve(
    r"\b(?:in|at|to|into|from)\s(?P<place>[A-Z]{0,2}\d{1,3}\s(?:isolation|segregation|observation|seclusion|solitary|quarantine|punishment)"
    r"(?:\s(?:cell|room|unit|block))?)(?![\w-])"
    r"|(?:\b(?:in|to|into|from|moved|placed)\s|\s–\s|:\s)(?P<special>(?:isolation|segregation|seclusion|solitary|quarantine)\s\d{1,2})(?![\w/-]|[.,:]\d|\s(?:times|of|to|and|days|hours|beds|cells|places))"
)
# A word that no dictionary has at the head of a sentence is somebody's name.
_OPENING: Final = re.compile(rf"[\s\"“(•–-]*(?P<word>{CAPITALISED})")
_MANY: Final = re.compile(
    r"\b(?:women|men|people|prisoners|detainees|patients|inmates|boys|girls|staff|residents|children|they|we)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_THINGS: Final = re.compile(
    r"\b(?:hearings?|meetings?|sessions?|classes|lessons|visits|interviews?|prayers|services?|files?|records?|registers?|keys?|medicines?|medication|books?|documents?|clothes|belongings|property|box|form|cctv|camera|"
    r"food|batons?|shields?|restraints?|drugs|it|letters?|phone|weapons?|notice|poster|list)(?:,?\s(?:which|that))?\s(?:(?:is|are|was|were|has|have|had|be)\s)?(?:been\s)?$",
    re.IGNORECASE,
)

_PATTERNS: Final = (
    _BY_ITS_NEIGHBOUR, _GIVEN, _BED, _ODD, _FORMER, _ONE_OF_ITS_KIND, _COUNTED, _SLEPT_IN, _NUMERAL, _SET_APART,
    _PAIRED,
)  # fmt: skip
_PLURAL: Final = re.compile(
    r"\b(?:they|we|women|men|people|prisoners|detainees|patients|inmates|boys|girls|residents|families|those|others|newcomers|to\scome)\b",
    re.IGNORECASE,
)
_SINGULAR: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|I|who)\b|(?<=[a-z,] )[A-Z][a-z]+|^[A-Z][a-z]+ (?=[A-Z][a-z])")
# "A cable of 70 cm": a thing is the subject, if no word for somebody and no name stands in it.
_THING_FIRST: Final = re.compile(r"\s*(?:An?|The|Some|This|That)\s[a-z][^.;,:\n]{1,50}")
_SOMEBODY: Final = re.compile(rf"\b(?:{KIND_OF_PERSON}|officer|guard|nurse|warder|doctor|who|he|she)\b|\s[A-Z]")


def _of_many(before: str) -> bool:
    """Say whether the last words for somebody before a place are words for many, or its subject is a thing."""
    subject = _THING_FIRST.fullmatch(before.rstrip())
    if subject is not None and not _SOMEBODY.search(before.strip()[1:]):
        return True
    many = [match.start() for match in _PLURAL.finditer(before)]
    one = [match.start() for match in _SINGULAR.finditer(before)]
    return bool(many) and max(many) > max(one, default=-1)


class ToldPlaces:
    """Finds such places where the sentence speaks of one person."""

    name = "told_place"

    def detect(self, text: str) -> list[Span]:
        """Return places inside establishments."""
        spans: list[Span] = []
        for pattern in _PATTERNS:
            for match in pattern.finditer(text):
                start, end = match.span(match.lastgroup or 0)
                if self._of_somebody(text, match.start(), start, end):
                    spans.append(found(self.name, start, end, SpanType.CELL, 0.7))
        return spans

    @staticmethod
    def _of_somebody(text: str, verb: int, start: int, end: int) -> bool:
        before = left(text, verb, 40)
        low, high = sentence(text, start, end)
        if _MANY.search(before) or _THINGS.search(before) or _of_many(text[low:verb]):
            return False
        around = text[low:start] + " \n " + text[end:high]
        opening = _OPENING.match(text, low, start)
        named = opening is not None and not (lexicon().is_common(opening["word"]) or lexicon().is_safe(opening["word"]))
        # A sentence in capitals names people in capitals, which tell nothing.
        return (named or anybody(around) or around.isupper()) and not of_the_room(text, start, end)
