"""Replies that print what was recommended and answer it below: ``Comment: Agreed. ...``, ``> 1. Open the yard.``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.claims import claimed_in
from ingest.report import Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_LABEL = re.compile(
    r"(?:(?:our|the|[A-Z][\w’'-]+['’]s?)\s+)?(?:(?:trust|ministry|department|management|service|board|agency|authority|"
    r"government|institution)(?:['’]s?)?\s+)?(?:comments?|repl(?:y|ies)|responses?|answers?|positions?|statement)"
    r"(?:\s+(?:of|by|from)\s+the\s+[\w ]{3,60})?\s*[:–—]\s+(?=\S)",
    re.IGNORECASE,
)
# "> 1. Give everybody a mattress." in a letter that answers line by line, or the words in quotation marks.
_QUOTED = re.compile(r"\s*(?:>\s*(?P<mailed>.+)|[“\"«„](?P<told>[^“”\"«»]{12,})[”\"»“]\W*)", re.DOTALL)
_LEAST = 2


def labelled_answers(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find the answers of a reply each of which stands below what it answers, without a number.

    Args:
        blocks: of a response, in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        Responses with what they claim; nothing where only one paragraph opens with such a label, or where what stands
        above them is an entry, which then has the answer.
    """
    found: list[Candidate] = []
    for above, block in pairwise(blocks):
        label = _LABEL.match(block.text) if block.in_body else None
        if label is None or block.number is not None or id(block) in taken:
            continue
        if id(above) in taken:
            return []
        told = trimmed(block.text, label.end())
        found.append(response_of(trimmed(block.text, 0), block, claimed=claimed_in(told), told=str(told)))
    return found if len(found) >= _LEAST else []


def quoted_answers(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find the answers of a reply that quotes what it answers, each right below the words quoted.

    Args:
        blocks: of a response, in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        Responses with the number that the quotation opens with; nothing where fewer than two are quoted and answered.
    """
    body = [block for block in blocks if block.in_body]
    found: list[Candidate] = []
    for above, block in pairwise(body):
        quoted = _QUOTED.fullmatch(above.text)
        if quoted is None or _QUOTED.fullmatch(block.text) or {id(above), id(block)} & taken:
            continue
        label = read_label(quoted["mailed"] or quoted["told"])
        text = trimmed(block.text, 0)
        number = label.number.strip("()") if label is not None and label.number is not None else None
        found.append(response_of(text, block, number, claimed=claimed_in(text)))
    return found if len(found) >= _LEAST else []


def is_labelled_answer(one: Candidate) -> bool:
    """Say whether an entry is an answer without a number that opens with its label."""
    return one.kind == "response" and one.number is None and not one.inline and bool(_LABEL.match(one.text))
