"""Files of letters: an authority's reply, the answer to it, and often what the body that visited made of both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

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
_ADDRESS = re.compile(r"(?:\[(?:ADDRESS|CONTACT)\][,;.|\s]*)+")
_REPORTS = re.compile(r"\b(?:report|visit|inspection|response|reply|plan|review|letter|statement)\b", re.IGNORECASE)
_FIRST = 10


def is_file_of_letters(title: str) -> bool:
    """Say whether a title is that of a file: ``Correspondence on complaint 12/2024``."""
    return _TITLE.match(title) is not None


def heads_letter(line: Block[RedactedText], blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether a line is the letterhead of an authority: its address stands right below, and it reports on nothing.

    Args:
        line: one of ``blocks``.
        blocks: of the document, in reading order.
    """
    below = next((second for first, second in pairwise(blocks[:_FIRST]) if first is line), None)
    return below is not None and bool(_ADDRESS.fullmatch(below.text)) and not _REPORTS.search(line.text)


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
