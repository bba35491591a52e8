"""Minutes of a meeting with those who were asked: what they told of each recommendation is their answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.claims import claimed_in
from ingest.register.replies import tells_only
from ingest.report import Block
from ingest.structure.labels import Label, read_label
from redaction.text import RedactedText

_MEETING = re.compile(
    r"\W*(?:minutes|(?:agreed\s+)?(?:record|notes?|summary|protocol|memorandum|report)\s+(?:of|on|from)\s+(?:the|an?|our)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:meeting|talks?|discussions?|conversation|(?:telephone\s+|video\s+)?call|hearing|round\s+table))\b",
    re.IGNORECASE,
)
_FRONT = 4


def told_at_meeting(blocks: Sequence[Block[RedactedText]]) -> list[Candidate]:
    """Find the paragraphs of minutes that tell of a recommendation by its number, and recommend nothing.

    Args:
        blocks: of a report that is no authority's, in reading order.

    Returns:
        Responses with what was claimed; nothing of a document that does not call itself minutes.
    """
    if not any(map(_MEETING.match, (block.text for block in blocks[:_FRONT]))):
        return []
    found: list[Candidate] = []
    for block in blocks:
        start, label = labelled(block)
        if label is None or not block.in_body:
            continue
        told = trimmed(block.text, start + label.start)
        if told and tells_only(told):
            whole = trimmed(block.text, start)
            found.append(response_of(whole, block, label.number, claimed=claimed_in(told), told=str(told)))
    return found


def labelled(block: Block[RedactedText]) -> tuple[int, Label | None]:
    """Return the label of a recommendation with a number at the head of a block, and where it starts.

    A number that the paragraph bears itself (``2.1 Recommendation R1 ...``) may stand before it.
    """
    own = read_label(block.text)
    start = own.start if own is not None and not own.kind else 0
    label = read_label(block.text[start:]) if start else own
    known = label is not None and label.kind == "recommendation" and label.number is not None
    return start, label if known else None
