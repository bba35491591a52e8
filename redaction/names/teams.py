"""Initials for names: those of a team that a text lists by them, and of whoever wrote it down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.lexicon import Lexicon
from redaction.span import Span, SpanType

DETECTOR: Final = "teams"
_INITIALS: Final = r"[A-Z][A-Z]{1,2}"
_NOTE: Final = r"(?:[ ]?\([^()\n]{1,40}\))?"
# "Team: AB (lead), CD, EF (dr)".
_TEAM: Final = re.compile(
    r"(?:^|[\n\x1e.;|/][ ]?)(?:[Vv]isiting[ ]|[Mm]onitoring[ ]|[Oo]ur[ ]|[Ii]nspection[ ])?"
    r"(?:[Tt]eam|TEAM|[Dd]elegation|[Gg]roup|[Pp]resent|PRESENT|[Ii]nterviewers?|[Oo]bservers?|[Mm]onitors?|[Vv]isitors?|[Aa]ttending|"
    r"[Aa]pologies|[Ii]n[ ]attendance|[Mm]embers|[Ss]taff)(?:[ ](?:members|present|on(?:[ ](?:shift|duty))?|tonight|today))?[ ]?[:–-][ ]?"  # noqa: E501
    rf"(?P<list>{_INITIALS}{_NOTE}(?:(?:,[ ]and|,|;|[ ]?[/+&]|[ ]and)[ ]?{_INITIALS}{_NOTE}){{1,14}})(?![\w-])"
)
# "typed by AB", "Scribe CD".
_WRITER: Final = re.compile(
    r"\b(?:[Ss]cribe|[Nn]otes?[ ](?:taken[ ])?by|[Tt]yped[ ](?:up[ ])?by|[Mm]inutes?[ ](?:taken[ ])?by|[Mm]inuted[ ]by|"
    r"[Tt]ranscribed[ ]by|"
    r"[Nn]ote-?taker|[Ii]nterviewed[ ]by|[Cc]hecked[ ]by|[Dd]rafted[ ]by|[Ww]ritten[ ]up[ ]by)[ ]?:?[ ]?"
    rf"(?P<list>{_INITIALS}(?:[ ]?[/+&][ ]?{_INITIALS})?)(?![\w-])"
)
# "... will meet on Thursday. AB": who has written a note, at its end; "– AB to ring him", "SW CD ringing": who is to act.  # noqa: E501
_SIGNED: Final = re.compile(r"(?:[a-z\d][.!?)]\s|[\n\x1e][ ]*)(?P<letters>[A-Z]{2})[ ]*(?=$|[\n\x1e])")
_TASKED: Final = re.compile(
    r"(?:[a-z][ ][–-][ ]|\b(?:SW|OT|RN|CPN|RMN)[ ])(?P<letters>[A-Z]{2})(?=[ ](?:to[ ](?:do|call|ring|chase|speak|follow|check|email|contact|arrange|discuss|write|see|visit|"  # noqa: E501
    r"ask|phone|tell)|ringing|calling|chasing|emailing|will[ ][a-z]+)\b)"
)
_LETTERS: Final = re.compile(rf"(?<![\w.-]){_INITIALS}(?![\w-])")
# Callings by their letters, in wards and police stations: no initials.
_LETTERED: Final = "GP OT SW RN RMN EN HCA SLT MHN CPN SHO FY PT PE MO OIC CO SO CM PO PC DC DS DI PS AA CSO PSO"
_CALLINGS: Final = frozenset(_LETTERED.split())
# "HM Prison", "AB Hospital": the letters belong to the name of a house.
_OF_A_HOUSE: Final = re.compile(
    r"[ ](?:Prisons?|Inspectorate|Hospital|House|Young|Chief|Government|Treasury|Court|Unit|Wing|Act)\b"
)
# Where a line is in capitals, two letters are a word.
_LOUD: Final = re.compile(r"[A-Z]{4,}[ ,]+$")


def team_spans(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield initials by which a text lists its team or names its writer, wherever it uses them.

    Most of a list must be no abbreviation that everybody knows: "Present: GP, RMN, OT" lists callings.

    Args:
        text: the manuscript's text.
        lexicon: for well-known abbreviations.
    """
    known: set[str] = set()
    for match in _TEAM.finditer(text):
        letters = _LETTERS.findall(re.sub(r"\([^()]*\)", " ", match["list"]))
        own = [one for one in letters if not _common(one, lexicon)]
        if len(own) * 2 > len(letters):
            known.update(letters)
    for match in _WRITER.finditer(text):
        known.update(one for one in _LETTERS.findall(match["list"]) if one in known or not _common(one, lexicon))
    for pattern in (_SIGNED, _TASKED):
        for match in pattern.finditer(text):
            loud = _LOUD.search(text, max(0, match.start("letters") - 16), match.start("letters"))
            if not loud and not _common(match["letters"], lexicon):
                yield Span(*match.span("letters"), SpanType.NAME, 0.6, (DETECTOR,))
    if not known:
        return
    for match in _LETTERS.finditer(text):
        loud = _LOUD.search(text, max(0, match.start() - 16), match.start())
        if match.group() in known and not loud and not _OF_A_HOUSE.match(text, match.end()):
            yield Span(match.start(), match.end(), SpanType.NAME, 0.7, (DETECTOR,))


def _common(letters: str, lexicon: Lexicon) -> bool:
    return letters in _CALLINGS or lexicon.is_safe(letters) or lexicon.is_common(letters.lower())
