"""Whether a visit had been announced to those who were visited."""

from __future__ import annotations

import re

from ingest.metadata.fact_labels import says_announced, says_unannounced, stated_notice
from ingest.metadata.front import Front
from ingest.metadata.notice_words import (
    ANNOUNCED,
    CAME_TOLD,
    CAME_UNTOLD,
    COMING,
    EXPECTED,
    FIELD,
    HEAD_NOT_TOLD,
    MANY,
    NO,
    NOBODY,
    NOT_TOLD,
    OF_VISITORS,
    OTHER_MATTERS,
    OTHER_NEWS,
    UNANNOUNCED,
    UNEXPECTED,
)
from ingest.metadata.sighting import Sighting

# "the previous one, of August 2019, had been without notice": told of another visit.
_OF_PREVIOUS = re.compile(
    r"\b(?:previous|last|earlier|preceding|prior|former|first) (?:one|visit|inspection)"
    r"(?:,? (?:of|in|on|from|made|paid) [^,.;]{3,30},?)? (?:had been|has been|was|took place|came)(?: \w+){0,2}\s*$",
    re.IGNORECASE,
)
_WENT_TO = re.compile(r"\b(?:visited|inspected|went to|called at|entered) (?:the )?(?:[a-z-]+ )?[A-Z]")
_FIRST_BLOCKS, _NEAR = 20, 60


def find_announced(front: Front) -> Sighting[bool] | None:
    """Find whether the visit had been announced; ``None`` where the document does not say or reports many visits."""
    stated = stated_notice(front)
    if stated is not None:
        return stated
    for block in [*front.opening, *front.furniture, *front.body[len(front.opening) : 2 * _FIRST_BLOCKS]]:
        if (block.label or "").lower().startswith("recommendation"):
            continue
        field = FIELD.search(block.text)
        if field is not None:
            given = not NO.match(field["value"]) if field["un"] is None else bool(NO.match(field["value"]))
            return Sighting(given, block, field.start("what"), field.end("value"), 0.95)
        no = _unannounced(block.text) or _not_told(block.text)
        yes = _announced(block.text)
        found = no or yes
        if found is None:
            continue
        if MANY.search(block.text[max(0, found.start() - _NEAR) : found.end() + _NEAR]):
            return None
        return Sighting(no is None, block, found.start(), found.end(), 0.95 if no else 0.85)
    return None


def _unannounced(text: str) -> re.Match[str] | None:
    """Find the words of a visit without notice; "nobody had told her what she was charged with" is none."""
    for found in UNANNOUNCED.finditer(text):
        behind = text[found.end() :].partition(". ")[0]
        if _OF_PREVIOUS.search(text[: found.start()]):
            continue
        if not (NOBODY.match(found.group()) and OTHER_NEWS.search(behind)) and not _of_other_matters(text, found):
            return found
    return next((told for pattern in CAME_UNTOLD if (told := pattern.search(text))), None) or says_unannounced(text)


def _announced(text: str) -> re.Match[str] | None:
    """Find the words of a visit that those visited knew of before; "told of their release a day before" are none."""
    told = (*ANNOUNCED.finditer(text), *says_announced(text))
    first = next((found for found in told if not _of_other_matters(text, found)), None)
    return first or EXPECTED.search(text) or next((found for way in CAME_TOLD if (found := way.search(text))), None)


def _sentence_around(text: str, found: re.Match[str]) -> str:
    start = max(text.rfind(". ", 0, found.start()), 0)
    stop = text.find(". ", found.end())
    return text[start : stop if stop > 0 else len(text)]


def _of_other_matters(text: str, found: re.Match[str]) -> bool:
    """Say whether words of notice stand in a sentence on searches, transfers or families, and on no visitors."""
    sentence = _sentence_around(text, found)
    return bool(OTHER_MATTERS.search(sentence)) and not OF_VISITORS.search(sentence)


def _not_told(text: str) -> re.Match[str] | None:
    """Find that somebody had not been told of the visit, and not of something else."""
    for found in NOT_TOLD.finditer(text):
        sentence = _sentence_around(text, found)
        if COMING.search(sentence) and not OTHER_NEWS.search(sentence):
            return found
    return next((found for found in UNEXPECTED.finditer(text) if not OTHER_NEWS.search(found.group())), None) or (
        # Of the one who runs the place, where the paragraph speaks of a visit.
        HEAD_NOT_TOLD.search(text) if COMING.search(text) else _named_not_told(text)
    )


def _named_not_told(text: str) -> re.Match[str] | None:
    """Find ``The duty officers had not been told.`` in a paragraph that tells where the visitors went."""
    found = HEAD_NOT_TOLD.search(text) if _WENT_TO.search(text) else None
    return found if found is not None and not re.match(r"(?:it|they)\b", found.group(), re.IGNORECASE) else None
