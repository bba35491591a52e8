"""Paragraphs that take up numbers in turn, and sentences that tell who kept silent.

``On (i): "Instructions were given." On (ii): "It is the rule."``, ``Doors (your § 2): the locks were taken off.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.register.candidate import Candidate, response_of, trimmed
from ingest.register.claims import claimed_in
from ingest.register.fields import reply_beside
from ingest.register.following import told_behind
from ingest.register.replies import ANSWERED_KINDS
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses
from ingest.report import Block
from redaction.text import RedactedText

_NOUN = (
    r"(?:recommendations?|recs?\.?|points?|proposals?|items?|paragraphs?|paras?\.?|measures?|requests?|questions?|"
    r"nos?\.?|§)(?:\s*(?:nos?\.|numbers?|n[°º]))?"
)
_NUMBER = r"(?:\((?:[a-z]|[ivx]{1,5}|\d{1,3})\)|[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)"
_TURN = re.compile(
    rf"(?:(?<=[.!?;”\"’'»])\s+|^|:\s+|\n)(?:(?:On|To|Ad|Re|As\s+(?:to|regards|for)|Regarding|Concerning|In\s+(?:reply|answer)\s+to)"
    rf"\s+(?:(?:the\s+|your\s+)?{_NOUN}\s*)?(?P<on>{_NUMBER})|"
    rf"[A-Z][^.:;()]{{1,60}}\s\((?:your|see\s+your|re)\s+{_NOUN}\s*(?P<your>{_NUMBER})\))\s*(?:[:,]|[–—-](?=\s))\s*"
)
_SILENT_ON = re.compile(
    rf"\b(?:has|have|had|did)\s+not\s+(?:yet\s+)?(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?|commented|reacted)\s+"
    rf"(?:on|to|as\s+to|regarding|concerning)\s+(?:{_NOUN}\s*)?(?P<number>{_NUMBER})"
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What a paragraph says of one number.

    Attributes:
        number: as printed, without brackets.
        text: the words behind the number, without quotation marks.
        whole: the same with what opens it.
    """

    number: str
    text: RedactedText
    whole: RedactedText
    block: Block[RedactedText]


def turns(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> Iterator[Turn]:
    """Find the parts of paragraphs that take up two numbers or more, or one of ``your`` numbers, in turn.

    Args:
        blocks: in reading order.
        taken: identities (``id``) of blocks that are entries already.
    """
    body = [b for b in blocks if b.in_body and id(b) not in taken]
    found = [(block, list(_TURN.finditer(block.text))) for block in body]
    if sum(len(each) for _, each in found) < _LEAST:
        return
    for block, openings in found:
        if len(openings) < _LEAST and not any(each["your"] for each in openings):
            continue
        for opening, after in pairwise([*openings, None]):
            if opening is None:
                continue
            end = after.start() if after is not None else _end(block.text, opening.end())
            begin = opening.start() + len(re.match(r"[\s:]*", opening.group()).group())  # type: ignore[union-attr]
            start, stop = opening.end(), end
            quoted = re.match(r"[“\"«‘'](?P<held>[^“”\"»]+)[”\"»’']", block.text[start:stop])
            if quoted is not None:
                start, stop = start + quoted.start("held"), start + quoted.end("held")
            number = (opening["on"] or opening["your"]).strip("()")
            yield Turn(number, trimmed(block.text, start, stop), trimmed(block.text, begin, end), block)


def as_answers(found: Sequence[Turn]) -> list[Candidate]:
    """Make responses of what an authority's document says of each number."""
    return [response_of(each.whole, each.block, each.number, claimed=claimed_in(each.text)) for each in found]


def answer_in_turn(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> None:
    """Give the entries of a report what it quotes of the authorities' answers, and which number nobody answered.

    Args:
        blocks: a report's blocks in reading order.
        candidates: its entries; responses and claimed statuses are written where there are none.
    """
    for one in candidates:
        if one.inline and one.kind in ANSWERED_KINDS:
            reply_beside(one)
            if one.response is None:
                told_behind(one)
    asked = {_bare(one.number): one for one in reversed(candidates) if one.number and one.kind in ANSWERED_KINDS}
    for each in turns(blocks, {id(one.block) for one in candidates if not one.inline}):
        replied = asked.get(_bare(each.number))
        if replied is not None and replied.response is None:
            replied.response = str(each.text)
            replied.status_claimed = replied.status_claimed or claimed_in(each.text)
    for block in blocks:
        for found in _SILENT_ON.finditer(block.text) if block.table is None else ():
            silent = asked.get(_bare(found["number"]))
            if silent is not None and silent.status_claimed is None:
                silent.status_claimed = "no reply"
    recommended = [one for one in candidates if one.kind == "recommendation"]
    for one in recommended:
        spans = list(sentence_spans(one.text))
        if one.status_claimed is None and len(spans) > 1 and _told(one.text[spans[-1][0] :]) == "no reply":
            # "... At the close of this report the State Secretary had not responded."
            one.status_claimed = "no reply"


def _told(sentence: str) -> str | None:
    return next((status for _, _, status in find_statuses(sentence) if status in ACCEPTANCE), None)


def _end(text: str, start: int) -> int:
    """Return where the last part of a paragraph ends: behind its quotation, else with the paragraph."""
    quoted = re.match(r"[“\"«][^“”\"»]+[”\"»]", text[start:])
    return start + quoted.end() if quoted is not None else len(text)


def _bare(number: str | None) -> str:
    return re.sub(r"^R(?=\d)", "", (number or "").strip("().").replace("-", ""))
