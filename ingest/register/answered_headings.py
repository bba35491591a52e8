"""Headings that name what is answered or judged below them: ``The yard (recommendation 3)``, ``R1 (Dormitory 4)``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_NOUN = (
    r"(?:(?:your|the|our)\s+)?(?:recommendations?|recs?\.?|requests?|proposals?|measures?|concerns?|points?)\s+"
    r"(?:nos?\.?\s*|numbers?\s+)?"
)
_CODE = r"[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3})*[a-z]?"
# "Examination in person (recommendation 1)", "Showers – recommendations 2 and 5", "The yard (R3)": behind the theme.
_BEHIND_THEME = re.compile(
    rf"(?:[(\[](?:{_NOUN}|(?=(?-i:R|REC|Rec)[ -]?\d))|\s[–—-]\s+{_NOUN}|:\s+{_NOUN})(?P<number>{_CODE})"
    rf"(?:\s*(?:,|and|&|to|–)\s*(?:and\s+)?{_CODE})*[)\]]?\W*$",
    re.IGNORECASE,
)
# "On recommendation 4", "Recommendation 4: the yard".
_AT_HEAD = re.compile(rf"\W*(?:\d{{1,2}}[.)]\s+)?(?:\w+\s+(?:\w+\s+)?)??{_NOUN}\d", re.IGNORECASE)
_OF_WHAT_IS_ASKED = re.compile(
    r"recommend|concern|housekeeping|request|question|points?\b|findings?\b|repl(?:y|ies)|answer|observation|proposal",
    re.IGNORECASE,
)
_YOUR_REQUEST = re.compile(
    r"\b(?:your\s+(?:\w+\s+)?(?:requests?|questions?)|requests?\s+for\s+information)\b", re.IGNORECASE
)
_LEAST = 3


def number_behind_theme(heading: str) -> str | None:
    """Return the number in brackets at the end of a heading: ``3`` of ``The yard (recommendation 3)``."""
    found = _BEHIND_THEME.search(heading)
    return found["number"] if found is not None else None


def without_other_sections(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what was taken for an answer elsewhere than where a reply answers.

    Args:
        blocks: of a response, in reading order.
        candidates: its entries with their numbers.

    Returns:
        The candidates without the responses in running text that bear no number and stand below a heading which names
        nothing: where three headings or more name the number of what is answered, or three rows of a table or more
        answer a number each and the heading speaks of nothing that was asked.
    """
    headings = [str(block.text) for block in blocks if block.kind is BlockKind.HEADING]
    naming = {each for each in headings if number_behind_theme(each) is not None or _AT_HEAD.match(each)}
    rows = {one.number for one in candidates if one.block.table is not None and one.number is not None}
    if len(naming) < _LEAST and len(rows) < _LEAST:
        return [*candidates]
    if len(naming) < _LEAST:
        naming = {each for each in headings[1:] if _OF_WHAT_IS_ASKED.search(each)}  # the first is the title
    return [
        one
        for one in candidates
        if one.kind != "response"
        or one.number is not None
        or one.block.table is not None
        or not one.block.heading_path
        or _YOUR_REQUEST.search(one.text)
        or any(str(heading) in naming for heading in one.block.heading_path)
    ]
