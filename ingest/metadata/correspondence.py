"""Files of letters: an authority's reply, the answer to it, and often what the body that visited made of both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_TITLE = re.compile(r"\b(?:correspondence|exchange of (?:letters|correspondence)|letters exchanged)\b", re.IGNORECASE)
_REPLY = re.compile(
    r"\b(?:reply|replies|response|answer|comments|observations)\s+(?:of|by|from)\s+(?:the\s+)?[\w’' -]{3,70}?\s+"
    r"(?:to|on)\s+(?:the|your|our)\s+(?:[\w’'-]+\s+){0,3}?(?:report|recommendations|findings|visit)\b",
    re.IGNORECASE,
)
# "Letter 2. Mrs Novak to the Ombudsman": what it asks is no demand of the body that visited.
_TO_BODY = re.compile(
    r"\b(?:letter|e-?mail|fax|message|memo(?:randum)?|statement)\b.*\bto (?:the )?(?:\w+ ){0,3}?(?:Protector|Ombud\w*|"
    r"Commission\w*|Committee|Subcommittee|Mechanism|Inspector\w*|Monitor\w*|Board|Defender|Council|NPM|CPT|SPT)\b",
    re.IGNORECASE,
)
_FIRST = 10


def is_correspondence(title: str, blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether a document is a file of letters that opens with the reply of an authority to a report.

    Args:
        title: of the document, empty where it has none.
        blocks: of the document, in reading order.
    """
    headings = [block.text for block in blocks[:_FIRST] if block.kind is BlockKind.HEADING]
    return bool(_TITLE.search(" ".join([title, *headings[:2]]))) and any(_REPLY.search(each) for each in headings)


def is_written_to_body(block: Block[RedactedText]) -> bool:
    """Say whether a block stands in a letter that somebody wrote to the body that visited."""
    return any(_TO_BODY.search(heading) for heading in block.heading_path[-1:])
