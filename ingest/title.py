"""The title that a document prints: which of its first lines it is, and which are only markings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_FURNITURE = (BlockKind.HEADER, BlockKind.FOOTER)
_REPORT_WORD = re.compile(
    r"\b(?:visit|inspection|monitoring|action plan|response|follow-up|review|annual report|chapter)\b", re.IGNORECASE
)
_RUNNING = re.compile(r"\bREF\b|\bref\.|\b\w+/\w+/\d{2,4}\b")
_NAMES_VISIT = re.compile(
    r"^(?:(?:subject|re)\s*[:.]\s*)?(?:(?:an?|the|our|report|full|short|summary|letter|on|of|about|following|after|"
    r"unannounced|announced|follow[- ]?up|preventive|monitoring|regular|ad hoc|first|second|periodic|night|joint|\d{4})"
    r"\s+)*(?:visits?|inspections?|monitoring visit)\s+(?:report\s+)?(?:of|to|at|in|:|[–—-])\s*(?=\S)",
    re.IGNORECASE,
)
_MARKING = re.compile(
    r"(?:\W*(?:strictly|highly|in|not|for|official|final|first|second|revised|embargoed|until|internal|"
    r"private and|limited)\W+)*(?:confidential(?:ity)?|confidence|restricted|draft|sensitive|secret|official|"
    r"unclassified|classified|embargoed|internal use(?: only)?|publication|distribution)(?:\W+(?:report|version|draft|"
    r"copy|document|v?\d+|only))*\W*",
    re.IGNORECASE,
)
_FRONT, _LONGEST_LINE = 8, 200


def is_marking(text: str) -> bool:
    """Say whether a line is a marking and nothing else: ``CONFIDENTIAL``, ``Draft version 2``, ``Restricted``."""
    return len(text) <= 60 and bool(_MARKING.fullmatch(text))


def printed_title(blocks: Sequence[Block[RedactedText]]) -> str | None:
    """Return the line that a document prints as its title.

    Args:
        blocks: in reading order.

    Returns:
        The first heading of several words; a line near it that names a visit or an inspection where it does not;
        ``None`` where the document opens with prose.
    """
    headings = [b for b in blocks[:40] if b.kind is BlockKind.HEADING and len(b.text) < 250 and not is_marking(b.text)]
    top = next((b for b in headings if len(b.text.split()) >= 2), headings[0] if headings else None)
    if top is None or not _REPORT_WORD.search(top.text):
        front = [b for b in blocks[:_FRONT] if b.kind not in _FURNITURE and b.table is None]
        named = next((b for b in front if _names_visit(b)), None)
        if named is not None:
            return re.sub(r"^(?:subject|re)\s*[:.]\s*", "", str(named.text), flags=re.IGNORECASE)
    if top is not None and not _REPORT_WORD.search(top.text):
        # A running header that a reader took for a heading: the next one that speaks of a visit is the title.
        near = headings[headings.index(top) + 1 : headings.index(top) + 3]
        furniture = any(b.kind in _FURNITURE and top.text in b.text for b in blocks) or _RUNNING.search(top.text)
        top = next((b for b in near if _REPORT_WORD.search(b.text)), top) if furniture else top
    if top is not None:
        return str(top.text)
    first = next((b for b in blocks if b.kind not in _FURNITURE and b.table is None and not is_marking(b.text)), None)
    return str(first.text) if first is not None and len(first.text) <= 150 else None


def _names_visit(block: Block[RedactedText]) -> bool:
    text = block.text
    return len(text) < _LONGEST_LINE and not text.endswith((".", ";", ":")) and bool(_NAMES_VISIT.match(text))
