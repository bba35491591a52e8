"""Decisions on all recommendations at once: ``resolved to accept all the recommendations except 3 and 5``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.claims import claimed_in
from ingest.register.sentence import sentence_spans
from ingest.report import Block
from redaction.text import RedactedText

_ASKED = r"(?:recommendations|proposals|requests|suggestions|measures|requirements)"
_ALL = re.compile(
    r"\b(?:(?P<accepts>accept|agree|adopt|concur|endorse|approve|support)|(?P<rejects>reject|decline|refuse))\w*\s+"
    r"(?:to\s+|with\s+|on\s+)?(?:(?P<all>all|each|every\s+one)|none)\s+(?:of\s+)?(?:(?:the|your|its|these)\s+)?"
    rf"(?:[\w’'-]+\s+){{0,2}}?{_ASKED}\b|"
    rf"\b(?P<stand>all)\s+(?:of\s+)?(?:(?:the|your|these)\s+)?(?:[\w’'-]+\s+){{0,2}}?{_ASKED}\s+(?:made\s+|"
    rf"contained\s+in\s+"
    r"the\s+report\s+)?(?:are|have\s+been|were)\s+(?:hereby\s+|therefore\s+)?(?P<stands>accepted|agreed|adopted|"
    r"approved)\b",
    re.IGNORECASE,
)
_CODE = r"(?:[A-Z]{0,4}-?\d{1,3}(?:[./]\d{1,4})*|\((?:[a-z]|[ivx]{1,5})\))"
_EXCEPT = re.compile(
    r"^[^.;]{0,60}?\b(?:except(?:ing)?|save|but|other\s+than|with\s+the\s+exception\s+of|"
    r"apart\s+from)\s+(?:for\s+|that\s+)?(?:the\s+)?"
    r"(?:(?:recommendations?|proposals?|points?|items?|nos?\.|numbers?)\s+(?:nos?\.\s*)?)?"
    rf"(?P<list>{_CODE}(?:\s*(?:,\s*(?:and\s+)?|and\s+|&\s*){_CODE})*)(?![\w/-])",
    re.IGNORECASE,
)

_OPENING = 60  # characters within which a paragraph says what it is about


def decides_all(text: str) -> str | None:
    """Return the decision of a text that accepts or declines all recommendations at once, ``None`` for any other."""
    found = _ALL.search(text)
    if found is None:
        return None
    accepts = bool(found["accepts"] or found["stand"])
    return "accepted" if accepts is not (found["all"] is None and found["stand"] is None) else "rejected"


def excepted(text: str) -> tuple[str, ...]:
    """Return the numbers that a decision on all of them leaves out, as printed and without brackets."""
    found = _ALL.search(text)
    rest = _EXCEPT.match(text[found.end() :]) if found is not None else None
    return tuple(code.strip("()") for code in re.findall(_CODE, rest["list"])) if rest is not None else ()


def bulk_decisions(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find the sentence of a reply that decides on all recommendations, and what is said of those it leaves out.

    Args:
        blocks: of a response, in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        One response for all, without a number, and one for each number left out: the paragraph that names it, else the
        same sentence, which then declines it.
    """
    body = [block for block in blocks if block.in_body and id(block) not in taken]
    for block in body:
        for start, end in sentence_spans(block.text):
            status = decides_all(block.text[start:end])
            if status is None:
                continue
            text = trimmed(block.text, start, end)
            found = [response_of(text, block, claimed=status)]
            found.extend(_left_out(code, text, block, body, status) for code in excepted(text))
            return found
    return []


def _left_out(
    code: str, text: RedactedText, block: Block[RedactedText], body: Sequence[Block[RedactedText]], status: str
) -> Candidate:
    other = "rejected" if status == "accepted" else "accepted"
    named = re.compile(rf"(?<![\w/.-])\(?{re.escape(code)}\)?(?![\w/-])")
    own = next((each for each in body if each is not block and named.search(each.text[:_OPENING])), None)
    if own is None:
        return response_of(text, block, code, claimed=other, inline=True)
    words = trimmed(own.text, 0)
    return response_of(words, own, code, claimed=claimed_in(words) or other)
