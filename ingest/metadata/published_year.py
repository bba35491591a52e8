"""The year in which a document came out, where it prints no more than that."""

from __future__ import annotations

import re

from ingest.dates import DateSpan
from ingest.metadata.body_names import BODY
from ingest.metadata.front import Front
from ingest.metadata.named_places import NAMED
from ingest.metadata.sighting import Sighting

# "This chapter, published in 2024": no more than the year is known.
_OF_YEAR = re.compile(
    r"\b(?:published|issued|adopted|printed|released)\s+in\s+(?P<year>(?:19|20)\d\d)\b(?![-/])", re.IGNORECASE
)
_THIS_TEXT = re.compile(
    r"\b(?:this|the present)\s+(?:[\w-]+\s+){0,2}(?:chapter|report|summary|document|volume|publication|text|"
    r"booklet)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
# "Elmton, 2021", "Elmton, Elmland, 2021" on a cover or at the foot.
_TOWN_AND_YEAR = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?(?:, [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)?, (?P<year>(?:19|20)\d\d)\.?"
)
_NO_TOWN = re.compile(
    r"\b(?:report|review|annual|edition|volume|issue|act|rules|law|standards|guidelines|visit|inspection|follow-?up|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|"
    r"winter|"
    r"year|period|figures|statistics|recommendations|copyright)\b",
    re.IGNORECASE,
)


def find_year(front: Front, visit: DateSpan | None) -> Sighting[str] | None:
    """Find the year of publication: ``This report, published in 2024``, else ``Elmton, 2024`` on the cover.

    Args:
        front: the document.
        visit: of the document; a report does not come out before its visit.

    Returns:
        Four digits, ``None`` where no line says so.
    """
    return _of_year(front) or _of_town_and_year(front, visit)


def _of_year(front: Front) -> Sighting[str] | None:
    """Find the year in which the document says that it came out, where it prints no more."""
    for block in (*front.opening, *front.colophon):
        for found in _OF_YEAR.finditer(block.text):
            if _THIS_TEXT.search(block.text[: found.start()]):
                return Sighting(found["year"], block, found.start("year"), found.end("year"), 0.7)
    return None


def _of_town_and_year(front: Front, visit: DateSpan | None) -> Sighting[str] | None:
    """Find the year that stands behind the town on a line of the cover or at the foot of the pages."""
    for block in (*front.cover, *front.furniture):
        found = _TOWN_AND_YEAR.fullmatch(block.text.strip())
        if found is None or _NO_TOWN.search(block.text) or NAMED.search(block.text) or BODY.search(block.text):
            continue
        if visit is None or found["year"] >= visit.last[: len(found["year"])]:
            return Sighting(found["year"], block, found.start("year"), found.end("year"), 0.6)
    return None
