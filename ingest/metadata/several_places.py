"""A few places that one document is about, as it counts them up; a document about many places has none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.metadata.casing import readable
from ingest.metadata.front import Front
from ingest.metadata.named_places import NAMED, NAMES, is_generic_name, is_of_authority
from ingest.metadata.sighting import Sighting
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_COUNTED = re.compile(
    r"\b(?P<place>(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\s+(?:[\w'’-]+\s+){0,3}?(?:prisons|units|stations|"
    r"hospitals|homes|centres|"
    r"centers|suites|establishments|institutions|facilities|wards|clinics|places)(?:\s*:\s*|\s+\(|,\s+)(?:namely\s+)?"
    r"(?:the\s+)?[A-Z][^.;:()]*?\band\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)"
)
# "The places to be described below are the Elm Prison, the Oak Hospital and the Ash Centre."
_DESCRIBED = re.compile(
    r"\b(?:places|establishments|institutions|facilities|prisons|units|stations)\s+(?:(?:that\s+(?:are|were)|which\s+(?:are|were)|to\s+be|we)\s+)?"
    r"(?:described|visited|covered|treated|dealt\s+with|reported\s+on|presented|inspected|concerned)(?:\s+(?:below|here|on|in\s+this\s+\w+|"
    r"are\s+the\s+following|were))?\s*(?:are|were|:)\s*(?:the\s+)?(?P<place>[A-Z][^.;:()]*?\band\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s+(?:of\s+)?"
    r"[A-Z][\w'’-]*)*)"
)
_NUMBER_OF_PLACES = re.compile(
    r"\b(?:two|three|four|five|six)\s+(?:[\w'’-]+\s+){0,3}?(?:prisons|units|stations|hospitals|homes|centres|centers|"
    r"suites|establishments|institutions|facilities|wards|clinics)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"(?:name of )?(?:place|establishment|suite|unit|station|prison|facility|centre|institution|home|site|location)"
    r"(?: visited| name)?",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"^(?:(?:chapter|part|section)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])[.):]?\s+", re.IGNORECASE
)
MOST_PLACES, _LONGEST_CHAPTER = 6, 90


def with_number(titles: Sequence[Sighting[str]], places: Sighting[str] | None) -> Sighting[str] | None:
    """Put the number that a title gives before a list: ``four prisons`` and ``A, B, C and D``."""
    number = next((found for title in titles if (found := _NUMBER_OF_PLACES.search(title.value))), None)
    if number is None or places is None or "," not in places.value:
        return None
    return replace(places, value=f"{number.group()} ({places.value})")


def counted(front: Front) -> Sighting[str] | None:
    """Read ``three police stations: A, B and C`` in the opening."""
    for block in front.opening:
        found = _COUNTED.search(block.text) or _DESCRIBED.search(block.text)
        if found is None or found["place"].count(",") >= MOST_PLACES:
            continue
        opened = "(" in found["place"]
        place = re.sub(r"\s+", " ", found["place"]) + (")" if opened else "")
        return Sighting(place, block, found.start("place"), found.end("place"), 0.7)
    return None


def headed(front: Front) -> Sighting[str] | None:
    """Read the chapters of a document about a few places: ``II. Elm Police Station``, ``III. Oak Prison``."""
    named: dict[str, Block[RedactedText]] = {}
    for block in front.body:
        if block.kind is BlockKind.HEADING and len(block.text) < _LONGEST_CHAPTER:
            name = readable(_CHAPTER.sub("", block.text).strip(" .:"))
            if NAMED.fullmatch(name) and not is_generic_name(name) and not is_of_authority(name):
                named.setdefault(name, block)
    if not 0 < len(named) <= MOST_PLACES:
        return None
    first = next(iter(named))
    return Sighting("; ".join(named), named[first], 0, len(named[first].text), 0.6)


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
    names = [str.__str__(row.cells[0]).strip() for row in rows[1:]]
    if not 1 < len(names) <= MOST_PLACES or not all(re.fullmatch(rf"{NAMES}", name) for name in names):
        return None
    return Sighting(f"{', '.join(names[:-1])} and {names[-1]}", rows[1], 0, len(names[0]), 0.6)
