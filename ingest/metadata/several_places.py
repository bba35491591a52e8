"""A few places that one document is about, as it counts them up; a document about many places has none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.metadata.casing import readable
from ingest.metadata.front import Front
from ingest.metadata.named_places import NAMED, is_generic_name, is_of_authority
from ingest.metadata.printed_dates import find_dates
from ingest.metadata.sighting import Sighting
from ingest.metadata.state_names import is_state
from ingest.metadata.visit_tables import MOST_PLACES, named_rows
from ingest.report import Block, BlockKind
from ingest.structure.number_words import CARDINAL_WORDS
from redaction.text import RedactedText

_COUNTED = re.compile(
    r"\b(?P<place>(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\s+(?:[\w'’-]+\s+){0,3}?(?:prisons|units|stations|"
    r"hospitals|homes|centres|"
    r"centers|suites|establishments|institutions|facilities|wards|clinics|places)(?:\s*:\s*|\s+\(|,\s+)(?:namely\s+)?"
    r"(?:the\s+)?[A-Z][^.;:()]*?\band\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)"
)
# "The places to be described below are the Elm Prison, the Oak Hospital and the Ash Centre."
_DESCRIBED = re.compile(
    r"\b(?:places|establishments|institutions|facilities|prisons|units|stations)\s+(?:(?:that\s+(?:are|were)|"
    r"which\s+(?:are|were)|to\s+be|we)\s+)?"
    r"(?:described|visited|covered|treated|dealt\s+with|reported\s+on|presented|inspected|"
    r"concerned)(?:\s+(?:below|here|on|in\s+this\s+\w+|"
    r"are\s+the\s+following|were))?\s*(?:are|were|"
    r":)\s*(?:the\s+)?(?P<place>[A-Z][^.;:()]*?\band\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s+(?:of\s+)?"
    r"[A-Z][\w'’-]*)*)"
)
_KIND = r"(?:prison|commissariat|post|station|home|hospital|clinic|centre|center|colony|brigade|barracks)"
# "In this case these were the Elm Commissariat, the police post of Oak and, by the sea, the home known as Ash House".
_THESE_WERE = re.compile(
    rf"\b(?:these|they|those)\s+(?:were|are)\s+the\s+(?P<place>[A-Z](?=[^.;:()]*?\b(?i:{_KIND})\b)[^.;:()]{{4,120}}?\s+and,?\s"
    rf"[^.;:()]{{0,60}}?\b(?i:{_KIND})\b[^.;:(),]{{0,50}})"
)
_PARTED = re.compile(r",\s+(?:and,?\s+)?|\s+and,?\s+")
_NUMBER_OF_PLACES = re.compile(
    r"\b(?:two|three|four|five|six)\s+(?:[\w'’-]+\s+){0,3}?(?:prisons|units|stations|hospitals|homes|centres|centers|"
    r"suites|establishments|institutions|facilities|wards|clinics)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"(?:name of )?(?:place|establishment|suite|unit|station|prison|facility|centre|institution|home|site|"
    r"location|court|"
    r"hospital|police station)(?: visited| inspected| name)?",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"^(?:(?:chapter|part|section)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])[.):]?\s+", re.IGNORECASE
)
# "4.2 The brigade of Elm (visit of 22 March 2022)": a chapter on one of the places.
_VISITED_IN = re.compile(
    r"(?:[Tt]he\s+)?(?P<place>[^().:;]{4,80}?)\s+\((?:visit(?:ed|s)?\s+(?:of|on|in)\s+)?(?P<when>[^()]*)\)"
)
_WENT = re.compile(
    r"\b(?:visited|inspected|monitored|toured|entered|saw|seen|went|returned|came|called|(?:visits?|"
    r"inspections?)\s+(?:\w+\s+){0,3}?to|"
    r"(?:was|were)\s+(?:in|at))\b",
    re.IGNORECASE,
)
# What was not visited: whom the team met, where somebody came from or was taken.
_ELSEWHERE = re.compile(
    r"\b(?:met|talked|spoke|interview\w*|transferred|moved|taken|brought|sent|told|informed|notified|built|"
    r"opened|closed|previous|earlier|"
    r"(?:months?|years?) (?:ago|before|earlier))\b|"
    # Some of many.
    r"\b(?:among\s+(?:them|others|which)|including|such\s+as|inter\s+alia|\d{2,}\s+(?:[\w-]+\s+){0,2}(?:places|"
    r"prisons|stations))\b",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(
    r"(?P<place>[A-ZÀ-ÞĀ-Ž][\w'’-]*(?:\s[A-ZÀ-ÞĀ-Ž][\w'’-]*){0,3})\s+on\s+(?:the\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day|\d{1,2}\s)"
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_SENTENCE_ENDS = re.compile(r"(?<=[^\W\d_]{3})[.;!?]\s+(?=[A-ZÀ-Þ\[])|(?<=\d)\.\s+(?=[A-ZÀ-Þ][a-z])(?<!No\.\s)")
_LONGEST_CHAPTER, _LONGEST_LINE = 110, 300
_FIRST_BLOCKS = 10


def with_number(titles: Sequence[Sighting[str]], places: Sighting[str] | None) -> Sighting[str] | None:
    """Put the number that a title gives before a list: ``four prisons`` and ``A, B, C and D``."""
    number = next((found for title in titles if (found := _NUMBER_OF_PLACES.search(title.value))), None)
    if number is None or places is None or "," not in places.value:
        return None
    return replace(places, value=f"{number.group()} ({places.value})")


def counted(front: Front) -> Sighting[str] | None:
    """Read ``three police stations: A, B and C``, or what is told in other words, in the opening."""
    for block in front.opening:
        found = _COUNTED.search(block.text) or _DESCRIBED.search(block.text)
        if found is None or found["place"].count(",") >= MOST_PLACES:
            continue
        opened = "(" in found["place"]
        place = re.sub(r"\s+", " ", found["place"]) + (")" if opened else "")
        return Sighting(place, block, found.start("place"), found.end("place"), 0.7)
    return _these(front)


def _these(front: Front) -> Sighting[str] | None:
    """Read ``in this case these were the Elm Commissariat, the police post of Oak and the home known as Ash House``."""
    for block in front.opening:
        found = _THESE_WERE.search(block.text)
        if found is None:
            continue
        parts = [part.strip().removeprefix("the ") for part in _PARTED.split(found["place"])]
        names = [part for part in parts if re.search(rf"\b{_KIND}\b", part, re.IGNORECASE)]
        if 1 < len(names) <= MOST_PLACES and all(re.search(r"[A-ZÀ-Þ]", name) for name in names):
            return Sighting("; ".join(names), block, found.start("place"), found.end("place"), 0.7)
    return None


def by_day(front: Front) -> Sighting[str] | None:
    """Read ``we drove to three police stations: Elmford on Monday, Oakham on Wednesday, Ashton on Friday``."""
    for block in front.prose[:_FIRST_BLOCKS]:
        number = _NUMBER_OF_PLACES.search(block.text) if block.table is None else None
        if number is None:
            continue
        sentence = _SENTENCE_ENDS.split(block.text[number.end() :])[0]
        names = list(dict.fromkeys(found["place"] for found in _ON_A_DAY.finditer(sentence)))
        # A name that is masked leaves the others without one of their number.
        if 1 < len(names) <= MOST_PLACES and "[" not in sentence and len(names) == _count(number.group()):
            return Sighting("; ".join(names), block, number.end(), number.end() + len(sentence), 0.7)
    return None


def _count(number: str) -> int:
    return CARDINAL_WORDS.index(number.split()[0].lower()) + 1


def headed(front: Front) -> Sighting[str] | None:
    """Read the chapters of a document about a few places: ``II. Elm Police Station``, ``III. Oak Prison``."""
    named: dict[str, Block[RedactedText]] = {}
    for block in front.body:
        if block.kind is BlockKind.HEADING and len(block.text) < _LONGEST_CHAPTER:
            name = readable(_CHAPTER.sub("", block.text).strip(" .:"))
            visited = _VISITED_IN.fullmatch(name)
            if visited is not None and any(day.has_day for day in find_dates(visited["when"])):
                named.setdefault(visited["place"], block)
            elif NAMED.fullmatch(name) and not is_generic_name(name) and not is_of_authority(name):
                named.setdefault(name, block)
    if not 0 < len(named) <= MOST_PLACES:
        return None
    first = next(iter(named))
    return Sighting("; ".join(named), named[first], 0, len(named[first].text), 0.6)


def listed(front: Front) -> Sighting[str] | None:
    """Read a line of the cover that lists places with semicolons: ``Elmland, Elm Prison; Oak Police Station``."""
    for block in front.opening[:6]:
        parts = [part.strip(" .") for part in str.__str__(block.text).split(";")] if block.table is None else []
        if not 1 < len(parts) <= MOST_PLACES or len(block.text) > _LONGEST_LINE:
            continue
        state, _, first = parts[0].rpartition(", ")
        parts[0] = first if is_state(state) else parts[0]
        if all(NAMED.fullmatch(part) and not is_of_authority(part) for part in parts):
            return Sighting("; ".join(parts), block, 0, len(block.text), 0.8)
    return None


def gone_to(front: Front) -> Sighting[str] | None:
    """Read the places of a sentence that says where the visitors went: ``went to Elm Prison and the Oak Clinic``."""
    for block in front.prose[:_FIRST_BLOCKS]:
        for sentence in _SENTENCE_ENDS.split(_ASIDE.sub("", block.text)):
            went = _WENT.search(sentence) if block.table is None else None
            if went is None or _ELSEWHERE.search(sentence):
                continue
            found = (match["place"] for match in NAMED.finditer(sentence, went.end()))
            names = [name for name in found if not is_generic_name(name) and not is_of_authority(name)]
            if 1 < len(names := list(dict.fromkeys(names))) <= MOST_PLACES:
                return Sighting("; ".join(names), block, 0, len(block.text), 0.7)
    return None


def tabled(front: Front) -> Sighting[str] | None:
    """Read the first column of a table that has a row for each of a few places."""
    rows: list[Block[RedactedText]] = []
    for block in front.body:
        if block.table is None or not block.cells:
            continue
        if block.row == 0:
            if rows:
                break
            rows = [block] if _COLUMN.fullmatch(block.cells[0].strip()) else []
        elif rows and block.table == rows[0].table and not re.match(r"(?:total|all)\b", block.cells[0], re.IGNORECASE):
            rows.append(block)
    # A name that is masked may be that of a person or of a place: it names nothing.
    kept = [row for row in rows[1:] if "[" not in row.cells[0]]
    # "Police stations", "Court cells": kinds, of which there are many.
    return None if any(re.fullmatch(r"\w+(?:\s[a-zà-ÿ]+)+", row.cells[0]) for row in kept) else named_rows(kept, 0)
