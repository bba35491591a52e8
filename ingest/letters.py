"""Replies that follow the paragraphs of the report: ``Paragraph 6. The recommendation is accepted``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.candidate import Candidate, trimmed
from ingest.offices import is_actor
from ingest.report import Block, BlockKind
from ingest.sentence import sentence_spans
from ingest.status import ACCEPTANCE, find_statuses
from redaction.text import RedactedText

_BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX)
_OPENING = re.compile(
    r"(?:(?:re|ad|as (?:to|regards)|with (?:regard|respect|reference) to|regarding|concerning|on|in (?:reply|"
    r"response) to)\s+)?"
    r"(?:the\s+)?(?:paragraphs?|paras?\.?|points?|items?|recommendations?|requests?|no\.|§)\s*"
    r"(?P<number>[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3}){0,3})(?:\s*(?:and|,|to|[–-])\s*\d[\d.]*)*\s*(?:[.:,;)–-]|(?=\s))\s*",
    re.IGNORECASE,
)
# Without a number: "With regard to the recommendation to install screens, ...".
_NAMED = re.compile(
    r"\b(?:the|your|this|its)\s+(?:[\w’'-]+\s+){0,2}?(?:recommendation|proposal|request|suggestion|requirement)\s+"
    r"(?:to\s+[a-z]|that\s|on\s|about\s|concerning\s|regarding\s|for\s|of\s|as\s+to\s)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\W*(?:(?:reply|response|comments?) (?:to|on)\s+)?(?:the\s+)?(?:paragraphs?|paras?\.?|points?|"
    r"recommendations?|items?)\s+"
    r"(?P<number>[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3}){0,3})\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:The\s+)?(?P<name>[A-Z][^,;:.()]{2,70}?)\s+(?:has|have|does|do|did|will|is|are|was|accepts?|agrees?|"
    r"rejects?|considers?)\b"
)
# "is kept in a locked cabinet since May", "has been closed": what the authority says it has done.
_HAS_DONE = re.compile(
    r"\b(?:have|has) (?:already |now |since )?been\b|\b(?:is|are) (?:now )?\w+(?:ed|pt|ut|wn|en)\b[^.]*\bsince\b|"
    r"\bhave been out of\b|\b(?:was|were) (?:\w+ly )?\w+(?:ed|pt|ut|wn|en)\b[^.]*\b(?:in|on|since|by) (?:\d{1,2} )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_FRONT, _LONGEST_NAME = 3, 70
_SENDS = re.compile(r"\b(?:attached|enclosed|annexed)\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|not available|cannot be|missing|no longer exists?)\b", re.IGNORECASE)


def paragraph_replies(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find the replies of a response that is written as a letter or paragraph by paragraph.

    Args:
        blocks: of a response, in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        Responses with the number answered, the words and what they claim. A paragraph in which several offices
        or decisions answer in turn gives one each.
    """
    found: list[Candidate] = []
    author = next((str(b.text) for b in blocks[:_FRONT] if len(b.text) < _LONGEST_NAME and is_actor(str(b.text))), None)
    for block in blocks:
        if block.table is not None or block.kind not in _BODY or id(block) in taken:
            continue
        opening = _OPENING.match(block.text)
        number = opening["number"] if opening is not None else _number_above(block)
        if number is not None:
            found.extend(_answers(block, opening.end() if opening else 0, number, author))
        elif _NAMED.search(block.text):
            found.extend(_answers(block, 0, None, author))
    return found


def _number_above(block: Block[RedactedText]) -> str | None:
    found = _HEADING.match(block.heading_path[-1]) if block.heading_path else None
    return found["number"] if found is not None else None


def _answers(block: Block[RedactedText], start: int, number: str | None, author: str | None) -> Iterator[Candidate]:
    spans = list(sentence_spans(block.text, start))
    openings = [place for place, (first, last) in enumerate(spans) if place and _turns(block.text[first:last])]
    parts = [0, *openings, len(spans)]
    for first, last in pairwise(parts):
        text = trimmed(block.text, 0 if first == 0 else spans[first][0], spans[last - 1][1])
        speaker = _SUBJECT.match(block.text[spans[first][0] : spans[first][1]])
        name = speaker["name"] if speaker is not None else None
        office = name if name is not None and is_actor(name) else author
        status = _claimed(text)
        named = number is not None and re.match(
            r"\W*(?:\w+ ){0,4}?(?:recommendation|request)", block.text, re.IGNORECASE
        )
        if status is not None or named:
            yield Candidate("response", text, block, number, office, response=str(text), status_claimed=status)


def _turns(sentence: str) -> bool:
    """Say whether a sentence takes up another point: an office decides, or a recommendation is decided on."""
    statuses = [status for _, _, status in find_statuses(sentence) if status in ACCEPTANCE]
    if not statuses:
        return False
    speaker = _SUBJECT.match(sentence)
    return bool(re.search(r"\brecommendation\b", sentence)) or (speaker is not None and is_actor(speaker["name"]))


def _claimed(text: str) -> str | None:
    found = [status for start, end in sentence_spans(text) for _, _, status in find_statuses(text[start:end])]
    decided = next((status for status in found if status in ACCEPTANCE), None)
    if decided is not None or found:
        return decided or found[0]
    if _SENDS.search(text):
        return "partly accepted" if _LOST.search(text) else "accepted"
    return "implemented" if _HAS_DONE.search(text) else None
