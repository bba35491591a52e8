"""Letters of a file in which the authority answers, without numbers, what an earlier letter asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.claims import claimed_in
from ingest.register.matched_rows import stems
from ingest.register.replies import ANSWERED_KINDS, is_reply_heading
from ingest.register.sentence import sentence_spans
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_MAIL = re.compile(
    r"(?:\W*(?:\d{1,2}[a-z]?(?:\.\d+)*|[IVX]{1,5}|[A-Z])[.):]?\s+)?(?:e-?mail|letter|fax|message)\b[^:]{0,80}",
    re.IGNORECASE,
)
_ASKED_IN = re.compile(r"\b(?:request|recommend|formal|ask)", re.IGNORECASE)
_COURTESY = re.compile(
    r"\W*(?:dear|yours|from|to|subject|re|cc|ref|tel|date|sincerely|kind regards|with (?:kind "
    r")?regards)\b\W*(?:[:,]|[A-Z\[])|"
    r"[^.!?]{0,60}\[(?:STAFF|PERSON|CONTACT)[^.!?]{0,60}$",
    re.IGNORECASE,
)
_WANTING = re.compile(
    r"\b(?:have|has|had|is|are|was|were) (?:none|no (?:\w+ )?(?:figures?|records?|data|copy|information|"
    r"recordings?))\b|"
    r"\bnot (?:available|recorded|kept|written down|counted)\b|\b(?:lost|missing|no longer)\b",
    re.IGNORECASE,
)
_SHARED = 2  # beginnings of words that carry meaning, in an answer without order


def answer_by_letter(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> None:
    """Give the entries of a letter the answers in a later letter of the same file.

    As many paragraphs as entries answer in their order; else a sentence answers the entry with which it shares most
    words, at least two.

    Args:
        blocks: a report's blocks in reading order.
        candidates: entries in reading order; responses and statuses are written where there are none.
    """
    order = {id(block): place for place, block in enumerate(blocks)}
    entries = [one for one in candidates if one.kind in ANSWERED_KINDS and one.block.table is None]
    for heading, body in _letters(blocks):
        before = [one for one in entries if one.response is None and order[id(one.block)] < order[id(heading)]]
        asked = [one for one in before if one.block.heading_path[-1:] == before[-1].block.heading_path[-1:]]
        if not asked or not _ASKED_IN.search(" ".join(asked[0].block.heading_path[-1:])):
            continue
        if len(asked) == len(body) > 1 and is_reply_heading(heading.text):
            for one, block in zip(asked, body, strict=True):
                _take(one, block.text)
            continue
        for block in body:
            for first, last in sentence_spans(block.text):
                sentence = trimmed(block.text, first, last)
                shared = sorted(((len(stems(sentence) & stems(one.text)), -place) for place, one in enumerate(asked)))
                most, place = shared[-1]
                if most >= _SHARED and (len(shared) == 1 or shared[-2][0] < most) and asked[-place].response is None:
                    _take(asked[-place], sentence)


def _letters(blocks: Sequence[Block[RedactedText]]) -> Iterator[tuple[Block[RedactedText], list[Block[RedactedText]]]]:
    """Yield the headings of replies and letters with the paragraphs below, without courtesies."""
    heading: Block[RedactedText] | None = None
    body: list[Block[RedactedText]] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            if heading is not None:
                yield heading, body
            answers = is_reply_heading(block.text) or _MAIL.fullmatch(block.text)
            heading, body = (block if answers else None), []
        elif heading is not None and block.in_body and not _COURTESY.match(block.text):
            body.append(block)
    if heading is not None:
        yield heading, body


def _take(one: Candidate, answer: RedactedText) -> None:
    one.response = str(answer)
    told = claimed_in(answer)
    if one.kind == "request_for_information" and told not in ("rejected", "no reply"):
        # What was asked for is told, unless part of it is wanting.
        told = "partly accepted" if _WANTING.search(answer) else "accepted"
    one.status_claimed = one.status_claimed or told
