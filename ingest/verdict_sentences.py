"""Verdicts in running text: ``The recommendation to open the yard has been carried out only in part``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.candidate import Candidate, trimmed
from ingest.report import Block, BlockKind
from ingest.sentence import sentence_spans
from ingest.status import ACCEPTANCE, find_statuses
from redaction.text import RedactedText

_BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX)
_ASKED = r"(?:recommendation|proposal|suggestion|requirement|measure|request|demand|reminder)"
_ABOUT = re.compile(
    rf"\b(?:the|its|our|this|that|an?|one|another|earlier|previous|first|second|third|"
    rf"last)\s+(?:[\w’'-]+\s+){{0,3}}?{_ASKED}\s+"
    r"(?:(?:made|given|issued|addressed|set out|of|from|in)\s+[^,.;]{2,60}?\s+)?"
    r"(?:to\s+(?!have\b|be\b)[a-z]|that\s|on\s|about\s|concerning\s|regarding\s|for\s|as\s+to\s|relating\s+to\s|"
    r"in\s+paragraph\s|under\s)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"^(?:the\s+)?(?:earlier\s+|previous\s+)?{_ASKED}\s+(?:no\.?\s*|number\s+|"
    rf"in\s+paragraph\s+)?(?P<number>[A-Z]{{0,2}}\d{{1,3}}(?:\.\d{{1,3}})*)\s+"
    r"(?:has|had|was|is|remains?|could|continues?)\b",
    re.IGNORECASE,
)
_HAS_BECOME = re.compile(r"\b(?:has|have|had|was|were|is|are|remains?|could|been|continues?)\b")
_LOOKS_BACK = re.compile(
    r"\b(?:follow[- ]?up|previous|earlier|past|last|progress|implementation|reali[sz]ation|fulfilment|status|"
    r"compliance|"
    r"what (?:became|has become)|outcomes?)\b",
    re.IGNORECASE,
)
_NOT_YET_ASKED = re.compile(r"\b(?:should|must|recommends?|will be|accepted|reiterates?)\b")


def verdict_sentences(blocks: Sequence[Block[RedactedText]], taken: set[int], *, follow_up: bool) -> list[Candidate]:
    """Find sentences that say what became of a recommendation of an earlier visit.

    Args:
        blocks: a report's blocks in reading order.
        taken: identities (``id``) of blocks that are entries already.
        follow_up: the whole document judges implementation; otherwise only sections that look back are read.

    Returns:
        Entries of kind ``progress`` with the sentence and what was verified.
    """
    found: list[Candidate] = []
    for block in blocks:
        if block.table is not None or block.kind not in _BODY or id(block) in taken:
            continue
        if not follow_up and not any(_LOOKS_BACK.search(heading) for heading in block.heading_path[-1:]):
            continue
        for start, end in sentence_spans(block.text):
            verdict = _verdict(block.text[start:end])
            if verdict is not None:
                number, status = verdict
                exact = trimmed(block.text, start, end)
                found.append(Candidate("progress", exact, block, number, inline=True, status_verified=status))
    return found


def _verdict(sentence: str) -> tuple[str | None, str] | None:
    numbered = _NUMBERED.match(sentence)
    about = _ABOUT.search(sentence)
    if (numbered is None and about is None) or _NOT_YET_ASKED.search(sentence) or not _HAS_BECOME.search(sentence):
        return None
    behind = numbered.end("number") if numbered is not None else about.end() if about is not None else 0
    said = [(start, status) for start, _, status in find_statuses(sentence) if status not in ACCEPTANCE]
    status = next((status for start, status in reversed(said) if start >= behind), None)
    return (numbered["number"] if numbered is not None else None, status) if status is not None else None
