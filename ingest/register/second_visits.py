"""Reports that judge what became of earlier recommendations, by more signs than the title of a return visit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.metadata.return_visits import is_of_return_visit
from ingest.register.sentence import sentence_spans
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

# "Second observation: flight AB-9", "our assessment after the second visit", "How far have they got?"
_TITLE = re.compile(
    r"^(?:second|third) (?:visit|inspection|observation|monitoring)\b|"
    r"\b(?:after|of) (?:the|our) (?:second|third|return) (?:visit|inspection|monitoring)\b|"
    r"\bhow far have (?:they|we|things)\b",
    re.IGNORECASE,
)
# "A surprise visit was made to see what came of the visit of May", "We measure how much of each recommendation ..."
_PURPOSE = re.compile(
    r"\bwhat (?:had |has )?(?:come|came|become|became) of (?:the|our) (?:[\w-]+ ){0,2}?(?:visit|report|opinions|"
    r"recommendations|proposals|suggestions|requests)\b|"
    r"\b(?:gives?|awards?|assigns?|grades?|marks?|rates?) (?:each|every|the) (?:[\w-]+ ){0,2}?recommendations?\b|"
    r"\bhow much of (?:each|every|the|our) recommendations?\b",
    re.IGNORECASE,
)
_BEGINNING, _FRONT = 16, 8


def judges_earlier(blocks: Sequence[Block[RedactedText]], title: str | None) -> bool:
    """Say whether a report judges earlier recommendations: it is of a return visit, or says so in other words.

    Args:
        blocks: of the report, in reading order.
        title: as read from it.
    """
    if is_of_return_visit(blocks, title):
        return True
    heads = [str(block.text) for block in blocks[:_FRONT] if block.kind is BlockKind.HEADING]
    return any(map(_TITLE.search, [title or "", *heads])) or any(
        _PURPOSE.search(block.text[first:last])
        for block in blocks[:_BEGINNING]
        if block.in_body
        for first, last in sentence_spans(block.text)
    )
