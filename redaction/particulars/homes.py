"""The town or village where somebody lives, told without a street: an address, where nothing else would show it.

Two votes are needed: the classifier must read a place, and the words before it must tell of living there, or of a
relative who comes from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from redaction.lexicon import Lexicon
from redaction.manuscript import SEPARATOR
from redaction.span import Span, SpanType

DETECTOR: Final = "home"
_SCORE: Final = 0.75
_REACH: Final = 160
_KIN: Final = (
    r"(?:mother|father|parents|wife|husband|widow|partner|fianc[ée]e?|girlfriend|boyfriend|son|daughter|children|child|sister|brother|uncle|"
    r"aunt|cousin|niece|nephew|grand(?:mother|father|parents|son|daughter|children)|family|relatives?|in-laws?|stepmother|stepfather|ex-wife)"
)
_PART: Final = r"(?:the\s)?(?:\w+\s)?(?:village|town|suburb|hamlet|district|municipality|county|commune|parish|island|settlement|neighbourhood)\sof\s(?:the\s)?"  # noqa: E501
# Between two places of one address: "Example Green, Oldtown", "Highmoor, village of Lowmoor".
_NEXT: Final = re.compile(rf",\s(?:{_PART})?|\s\((?=[^()\n]{{2,40}}\))")
_LIVING: Final = re.compile(
    r"\b(?:(?:born(?:\sand|,)\s|was\s|been\s|who\s)?(?:grew\sup|brought\sup|raised)|live[sd]?|living|resid(?:e[sd]?|ing|ent)|domiciled|settled|bailed|lodges|staying with|stays with|bur(?:y|ied|ial)\sat\shome|"  # noqa: E501
    r"(?:his|her|their|my|whose)\s(?:\w+\s)?(?:house|home|flat|farm|hut|apartment|shop|field|land))\b"
    rf"(?:\s(?!in\b|at\b|from\b)[\w'’-]+){{0,6}}?,?\s(?:in|at|near|of|outside|to)\s(?:{_PART})?$"
)
_COMING: Final = re.compile(
    r"\b(?:dr[oi]ves?|driven|travel(?:s|led|ed|ling|ing)?|journeys?|journeyed|walk(?:s|ed)?|flies|flew|rings?|rang|"
    rf"writes?|wrote|sends?|sent)\b[^.;:,\n{SEPARATOR}]{{0,40}}?\sfrom\s(?:{_PART})?$"
)
# "born on 3 May 1990 at Example".
_BIRTHPLACE: Final = re.compile(r"\bborn\s(?:on\s)?(?=[^.;]{0,14}\d)[^.;:,]{4,24}\s(?:at|in)\s$")
_OF_KIN: Final = re.compile(rf"\b{_KIN}\b", re.IGNORECASE)
# "his sister Ann in Oldtown", "her husband, Tom Example, is a nurse in Oldtown".
_RELATIVE: Final = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Ww]hose|['’]s)\s(?:[a-z-]+\s){{0,2}}?{_KIN}(?:,?\s[A-ZÀ-Ž][\w'’-]*){{0,4}},?"
    rf"(?:\s(?:(?:is|was|works as)\s)?an?\s[a-z-]+(?:\s[a-z-]+)?)?\s(?:in|at|near|from)\s(?:{_PART})?$"
)
_MANY: Final = re.compile(
    r"\b(?:people|men|women|persons|prisoners|patients|residents|detainees|children|families|many|most|some|all|per cent|percent)\b|%",  # noqa: E501
    re.IGNORECASE,
)
_STOP: Final = re.compile(rf"[.!?;](?=\s+[A-Z])|[\n{SEPARATOR}]")
# A house without a number, as Slavic and Spanish addresses say it.
_NUMBER: Final = re.compile(r",?\s(?:b\.?\s?b\b|s/n\b|bez broja|\d{1,4}[a-zA-Z]?(?![\w.,/-]*\d))")
# What makes of a place the name of an institution, or of a country that somebody is from.
_GOES_ON: Final = re.compile(
    r"\s[A-Z]|['’]s?\s[A-Z]|\s(?:prison|police|hospital|court|station|centre|detention|airport)\b"
)


def homes(text: str, places: Sequence[tuple[int, int]], lexicon: Lexicon) -> Iterator[Span]:
    """Yield the homes among places.

    Args:
        text: of the manuscript.
        places: ranges that the classifier reads as places, sorted.
        lexicon: word lists.
    """
    index = 0
    while index < len(places):
        start, end = places[index]
        index += 1
        if text[start:end].lower() in lexicon.countries or not text[start].isupper():
            continue
        if not _told(text[max(0, start - _REACH) : start]):
            continue
        while index < len(places) and _NEXT.fullmatch(text, end, places[index][0]):
            end = places[index][1]
            index += 1
        if not _GOES_ON.match(text, end):
            number = _NUMBER.match(text, end)
            end = number.end() if number else end
            yield Span(start, end, SpanType.ADDRESS, _SCORE, (DETECTOR,))


def _told(before: str) -> bool:
    """Say whether the words before a place tell that one person lives there."""
    sentence = _STOP.split(before)[-1]
    if _BIRTHPLACE.search(sentence):
        return True
    if _LIVING.search(sentence):
        return _OF_KIN.search(sentence) is not None or _MANY.search(sentence) is None
    if _COMING.search(sentence):
        return _OF_KIN.search(sentence) is not None
    return _RELATIVE.search(sentence) is not None
