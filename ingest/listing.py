"""How a report numbers and lists: what a sentence announces, and the style of the numbers below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.labels import Label, read_label
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_LONGEST_ANNOUNCEMENT = 300
_LEAST_NUMBERED, _LEAST_PARAGRAPH = 6, 60
_LISTING = (
    (re.compile(r"\b(?:good|best|positive) practices?\b[^.:]{0,60}:$", re.IGNORECASE), "good_practice"),
    (
        re.compile(
            r"\b(?:requests?|would like|wish(?:es)?)\b[^.:]{0,60}\b(?:information|informed|receive|"
            r"comments)\b[^.:]{0,60}:$",
            re.IGNORECASE,
        ),
        "request_for_information",
    ),
    (re.compile(r"\b(?:concerns|concerned)\b[^.:]{0,40}:$", re.IGNORECASE), "concern"),
    (
        re.compile(r"\b(?:found|findings|observed|noted|established|identified)\b[^.:]{0,60}:$", re.IGNORECASE),
        "finding",
    ),
)


def listed_kind(text: str) -> str | None:
    """Name what a sentence announces that is no recommendation: ``I found that:``."""
    if len(text) > _LONGEST_ANNOUNCEMENT:
        return None
    return next((kind for pattern, kind in _LISTING if pattern.search(text)), None)


def numbers_its_narrative(blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether most paragraphs of a report bear numbers, so that one without stands apart."""
    body = [b for b in blocks if b.kind is BlockKind.PARAGRAPH and b.table is None and len(b.text) > _LEAST_PARAGRAPH]
    numbered = sum(b.number is not None and b.number[:1].isdigit() for b in body)
    return numbered >= _LEAST_NUMBERED and numbered * 2 > len(body)


def style_of(label: Label | None) -> str:
    """Name the style of a number: ``letter``, ``number``, or ``bullet`` without one."""
    number = label.number if label is not None else None
    if number is None:
        return "bullet"
    return "letter" if re.match(r"\(?[a-z]", number) else "number"


def plain_number(number: str) -> int:
    """Return the value of a plain number, -1 for any other."""
    return int(number) if number.isdigit() else -1


def kind_of_label(block: Block[RedactedText]) -> str:
    """Name the register kind of the label that a block was given, empty without one."""
    if block.label is None:
        return ""
    found = read_label(f"{block.label} 1: x")
    return found.kind if found is not None else ""
