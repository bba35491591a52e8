"""Letter classes, words and windows that the detectors share; facts of language, no logic of any one identifier."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from redaction.span import Span, SpanType

_RANGES: Final = ((0x41, 0x250), (0x370, 0x530), (0x1E00, 0x1F00))
UPPER: Final = "".join(chr(c) for low, high in _RANGES for c in range(low, high) if chr(c).isupper())
"""Capital letters of the Latin, Greek and Cyrillic scripts, for a character class (``re`` has no ``\\p{Lu}``)."""

CAPITALISED: Final = rf"[{UPPER}][^\W\d_]{{0,40}}+(?:['’\-][^\W\d_]{{1,40}}+){{0,4}}"
"""A word that begins with a capital, hyphens and apostrophes inside."""

TITLE: Final = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Messrs|Dr|Prof|Sir|Fr|Sr|Sgt|Cpl|LCpl|Pte|Rfn|Gnr|Spr|Tpr|Maj|Capt|Col|Lt|WO\d?|PC|DC|PS|DS|"
    r"Insp|CM|SO|Judge|Officer|Sergeant|Inspector|Nurse|Governor|Warden|Imam|Padre|Prisoner|Detainee|Inmate|Patient|"
    r"Resident|Private|Corporal|Trooper|Sapper|Gunner|Rifleman|Airman|Monsieur|Madame|Mme|Herr|Frau|Señora?|Pan|Pani)"
)
"""Words before a name."""

MONTH: Final = (
    r"(?:jan(?:uary|uar|vier|uari)?|ene(?:ro)?|feb(?:ruary|ruar|rero|bruari)?|févr(?:ier)?|"
    r"mar(?:ch|s|zo)?|märz|apr(?:il)?|"
    r"avr(?:il)?|abr(?:il)?|may|mai|mayo|mei|jun(?:e|i|io)?|juin|jul(?:y|i|io)?|juillet|aug(?:ust|"
    r"ustus)?|août|ago(?:sto)?|"
    r"sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|"
    r"de[cz](?:ember|iembre)?|décembre|"
    r"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)"
)
"""Names of months in English, French, German, Spanish, Dutch and Polish; use without regard to case."""

MONTH_OR_DAY: Final = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "spring",
        "summer",
        "autumn",
        "winter",
        "christmas",
        "easter",
    ]
)

HOUSE_ABROAD: Final = (
    r"haigla|kliinik|vangla|sairaala|vankila|sjukhus|sykehus|sygehus|fengsel|fængsel|slimnīca|ligoninė|szpital|nemocnice|nemocnica|kórház|spitalul|bolnica|hastanesi|hôpital|"
    r"ziekenhuis|krankenhaus|klinikum|ospedale|carcere|kalėjimas|cietums|zakład karny|areszt śledczy|věznice|zatvor|penitenciarul|gevangenis|justizvollzugsanstalt|hooldekodu"  # noqa: E501
)
"""Words for hospitals and prisons in other languages, which nobody bears; use without regard to case."""

INSTITUTION: Final = frozenset(
    [
        "prison",
        "prisons",
        "hospital",
        "house",
        "hall",
        "wing",
        "unit",
        "ward",
        "court",
        "centre",
        "center",
        "home",
        "school",
        "station",
        "establishment",
        "institution",
        "institute",
        "barracks",
        "jail",
        "gaol",
        "camp",
        "facility",
        "college",
        "clinic",
        "service",
        "services",
        "department",
        "ministry",
        "ombudsman",
        "council",
        "committee",
        "commission",
        "inspectorate",
        "office",
        "authority",
        "police",
        "agency",
        "university",
        "association",
        "board",
        "trust",
        "act",
        "law",
        "rules",
        "rule",
        "article",
        "articles",
        "section",
        "sections",
        "regulation",
        "regulations",
        "convention",
        "protocol",
        "code",
        "order",
        "decision",
        "directive",
        "resolution",
        "recommendation",
        "recommendations",
        "appendix",
        "annex",
        "table",
        "figure",
        "chapter",
        "part",
        "page",
        "paragraph",
        "paragraphs",
        "report",
        "reports",
        "standard",
        "standards",
        "year",
        "years",
        "total",
        "population",
        "schedule",
        "volume",
        "no",
        "number",
        "of",
        "in",
        "at",
        "on",
        "the",
        "a",
        "and",
        "or",
    ]
)
"""Lower-case words that are never the last word of a person's name."""


def left(text: str, start: int, width: int) -> str:
    """Return up to ``width`` characters before ``start``."""
    return text[max(0, start - width) : start]


def sentence(text: str, start: int, end: int, width: int = 400) -> tuple[int, int]:
    """Return the bounds of the sentence or table row around a place, at most ``width`` characters either way.

    A full stop after one capital letter, a title or a digit that another digit follows does not end a sentence.
    """
    low, high = max(0, start - width), min(len(text), end + width)
    begin = low
    for match in _BREAK.finditer(text, low, start):
        begin = match.end()
    after = _BREAK.search(text, end, high)
    return begin, after.start() + 1 if after else high


_BREAK: Final = re.compile(
    r"(?<![ .(][A-Za-z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!Mrs)(?<!\bNo)(?<!\bLt)(?<!Sgt)(?<!Col)(?<!Maj)(?<!\bSt)(?<!Capt)(?<!\b[Tt]el)(?<!\bext)"  # noqa: E501
    r"[.!?][\"”’)\]]?(?:\[\d+\])?\s+(?=[^a-z])(?<!\bno\.\s(?=\d))|\n\s*\n|\n(?=[^\n|]{0,120} \| )"
)


def found(name: str, start: int, end: int, kind: SpanType, score: float, role: str | None = None) -> Span:
    """Build the span of one detector."""
    return Span(start, end, kind, score, (name,), role)


def distinct(spans: Iterable[Span]) -> list[Span]:
    """Merge overlapping spans of the same type, with the higher score; sorted by place."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.type.value, s.start, -s.end)):
        last = kept[-1] if kept else None
        if last is not None and last.type is span.type and last.overlaps(span):
            kept[-1] = replace(last, end=max(last.end, span.end), score=max(last.score, span.score))
        else:
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
