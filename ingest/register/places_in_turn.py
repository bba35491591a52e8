"""Reports on several places in turn: which place each part is about, as its heading names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_PLACE = re.compile(
    r"\W*(?:(?:[A-Z]|[IVX]{1,5}|[a-z]|\d{1,2}(?:\.\d{1,2})*)[.):]\s+)?(?:[Tt]he\s+)?"
    r"(?P<name>[A-Z][\w’'-]*(?:\s(?:of|de|the|and|for|[A-Z][\w’'-]*))*?\s(?:Prison|Police\sStation|Hospital|Centre|Center|Home|"
    r"Jail|Clinic|Institution|Facility|Establishment))\W*"
)


def places_in_turn(blocks: Sequence[Block[RedactedText]]) -> dict[str, str]:
    """Return the places that headings of one level name in turn: ``A. Elm Street Police Station``, ``B. Oak Prison``.

    Args:
        blocks: of a report, in reading order.

    Returns:
        Names by the text of the heading; none where fewer than two places are named so, as in a report on one place.
    """
    found = {
        str(block.text): (len(block.heading_path), named["name"])
        for block in blocks
        if block.kind is BlockKind.HEADING and (named := _PLACE.fullmatch(block.text)) is not None
    }
    levels = {level: {name for at, name in found.values() if at == level} for level, _ in found.values()}
    return {text: name for text, (level, name) in found.items() if len(levels[level]) > 1}
