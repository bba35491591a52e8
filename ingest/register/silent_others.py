"""Those who kept silent where others answered: ``The other addressees did not reply``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from ingest.register.candidate import Candidate
from ingest.report import Block
from redaction.text import RedactedText

_OTHERS_SILENT = re.compile(
    r"\b(?:(?:the|all|any\s+of\s+the)\s+)?(?:others?|remaining|rest)\b(?:\s+(?:of\s+(?:the|those)\s+)?(?:addressees?|authorit\w+|"
    r"recipients?|bodies|offices?|institutions?|ministr\w+|services?|parties|asked|addressed))*\s+(?:(?:have|has|had|did|are|is)\s+)?"
    r"(?:(?:remain(?:ed|s)?|kept|been|stayed?|fell)\s+silent|not\s+(?:yet\s+)?(?:repl|respond|answer|comment|react)\w*|"
    r"silent|(?:sent|gave|made|given|sent\s+us)\s+no\s+(?:reply|answer|comments?|response))\b|"
    r"\bno\s+(?:other|further)\s+(?:repl(?:y|ies)|answers?|comments?|responses?)\s+(?:was|were|has|have)\s+(?:been\s+)?"
    r"(?:received|sent|given|made)\b",
    re.IGNORECASE,
)
_NAME = r"(?:the\s+)?(?P<{}>[A-Z][^.,;:]{{2,80}}?)"
# "Neither the Minister nor the Governor replied", "No answer has come from the Prefect".
_NAMED_SILENT = (
    re.compile(
        rf"\b[Nn]either\s+{_NAME.format('one')}\s+nor\s+{_NAME.format('other')}\s+(?:(?:has|have|had)\s+)?(?:yet\s+|so\s+far\s+)?"
        r"(?:replied|answered|responded|reacted|commented|sent|gave|given)\b"
    ),
    re.compile(
        r"\b[Nn]o\s+(?:repl(?:y|ies)|answers?|response|reaction)\s+(?:(?:has|have|had|was|were)\s+)?(?:yet\s+|so\s+far\s+)?(?:been\s+)?"
        rf"(?:come|came|arrived?|received|sent|given|reached\s+\w+)\s+(?:from|by)\s+{_NAME.format('one')}"
        r"(?=[.,;:]|\s+(?:when|by|at|before|until|within|to|on|and\s+none)\b)"
    ),
    # "From the Inspectorate we have had a reference number and no word."
    re.compile(
        rf"\b[Ff]rom\s+{_NAME.format('one')},?\s+(?:we|I|it|the\s+\w+)\s+(?:(?:has|have|had)\s+)?(?:heard\s+nothing|"
        r"(?:had|received|got|heard)\b[^.;]{0,60}?\b(?:no\s+(?:word|reply|answer|response|reaction)|nothing)\b)"
    ),
)
# "The words behind the dash are those of the Service, where it made any": what has none is unanswered.
_WHERE_ANY = re.compile(
    r"\b(?:words?|lines?|text|replies|reply|answers?|response|comments?|positions?)\b[^.;]{0,40}?\b(?:after|behind|following|beside|"
    r"below|under)\s+(?:the|each|a|an|every)\b[^.]{0,160}?\b(?:where|if|wherever)\s+(?:(?:it|they|he|she|there|one)\s+)?"
    r"(?:made|gave|sent|wrote|has|have|had|is|are|was|were|came|exists?|received|offered|given)\b[^.]{0,12}\b(?:any|one|"
    r"some|given|made|received)\b"
    r"|\b(?:where|if)\s+(?:nothing|none|no\s+(?:words?|reply|answer|response|comment))\b[^.]{0,60}\b(?:no\s+(?:reply|answer|"
    r"response|comment)|not\s+(?:answered|replied|commented)|silent|unanswered)\b",
    re.IGNORECASE,
)
_SAME_NAME = 90.0  # rapidfuzz, 0 to 100
# "Sister [STAFF 5] wrote that": somebody answered for a house that is not named.
_MASKED = re.compile(
    r"\[[A-Z]+ \d+\][^.;]{0,40}?\b(?:wrote|replied|answered|responded|stated|informed|accepted|agreed)\b"
)
_OF_A_HOUSE = re.compile(r"\b(?:management|director|head|administration|operator|provider)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


def silence_others(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> None:
    """Say of the recommendations to those who did not answer that there is no reply.

    Args:
        blocks: of a report, in reading order.
        candidates: its entries with their addressees; claimed statuses are written where there is neither one nor an
            answer. Where no entry bears an answer, the paragraph has to name whom it knows one of, and entries without
            an addressee are left alone.
    """
    # A row that says what is wrong and what is to be done puts both to one addressee.
    left = [
        one
        for one in candidates
        if one.kind == "recommendation" or (one.kind == "deficiency" and one.block.table is not None)
    ]
    answered = any(one.status_claimed for one in left)
    left = [one for one in left if one.status_claimed is None and one.response is None]
    for block in blocks if left else ():
        if answered and block.in_body and _WHERE_ANY.search(block.text):
            for one in left:
                if one.number is not None and one.block.heading_path == block.heading_path:
                    one.status_claimed = "no reply"
        for name in _silent_names(block):
            for one in left:
                if one.addressee and fuzz.token_set_ratio(one.addressee.lower(), name.lower()) >= _SAME_NAME:
                    one.status_claimed = "no reply"
        found = _OTHERS_SILENT.search(block.text) if block.table is None else None
        told = block.text[: found.start()] if found is not None else ""
        if found is None or not (answered or told.strip()):
            continue
        for one in left:
            if (one.addressee is None and answered) or (one.addressee is not None and not _named(one.addressee, told)):
                one.status_claimed = "no reply"


def _silent_names(block: Block[RedactedText]) -> list[str]:
    found = [each for pattern in _NAMED_SILENT for each in pattern.finditer(block.text)] if block.table is None else []
    return [name for each in found for name in each.groupdict().values()]


def _named(addressee: str, told: str) -> bool:
    """Say whether a text names an addressee as one who answered, or may speak of the head of that house."""
    house = _MASKED.search(told) is not None and _OF_A_HOUSE.search(addressee) is not None
    return house or _words(addressee) <= _words(told)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
