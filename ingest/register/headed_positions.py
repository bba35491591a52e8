"""Replies that sort what they answer below headings: ``Accepted``, ``Accepted in part``, ``Not accepted``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.position_cells import position_in
from ingest.register.status import ACCEPTANCE
from ingest.report import Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_OWN_NUMBER = re.compile(r"\W*(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+")
_ASKED = re.compile(r"\b(?:recommendations?|proposals?|points?|requests?|those|what(?:\s+we)?)\b", re.IGNORECASE)
_MOST_WORDS, _LEAST = 4, 2


def headed_positions(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find what stands below headings that each take another position, a paragraph or item for each thing answered.

    Args:
        blocks: of a response, in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        Responses with the position of their heading; nothing where fewer than two headings take one.
    """
    found: list[Candidate] = []
    told: set[str] = set()
    for block in blocks:
        heading = str(block.heading_path[-1]) if block.heading_path else ""
        status = _position(heading)
        if status is None or not block.in_body or id(block) in taken:
            continue
        label = read_label(block.text)
        number = label.number if label is not None and label.kind in ("", "recommendation") else block.number
        text = trimmed(block.text, 0)
        told.add(status)
        found.append(response_of(text, block, number.strip("().") if number else None, claimed=status))
    return found if len(told) >= _LEAST else []


def _position(heading: str) -> str | None:
    words = _ASKED.sub("", _OWN_NUMBER.sub("", heading, count=1)).strip(" :.")
    status = position_in(words) if 0 < len(words.split()) <= _MOST_WORDS else None
    return status if status in ACCEPTANCE or status == "implemented" else None
