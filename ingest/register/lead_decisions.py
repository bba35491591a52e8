"""Decisions that stand in the paragraph announcing a list of recommendations, and so hold for every one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.announcement import announces
from ingest.register.candidate import Candidate
from ingest.register.status import find_statuses
from ingest.report import Block
from redaction.text import RedactedText

_ANSWER_LATER = re.compile(
    r"\bresponses?\b.{0,60}\brecommendations\b.{0,40}\bwill be (?:included|provided|given)"
    r"|\bthese recommendations will be (?:examined|considered)",
    re.IGNORECASE,
)
_ALL_ANSWERED = re.compile(
    r"(?:\d{1,3}\.?\s+)?(?:all (?:of )?(?:the |these )?|these |the above )recommendations\b"
    r"(?! contained)[^.]{0,120}\b(?:examined|support|accepted|rejected|considered)\b",
    re.IGNORECASE,
)


def decide_by_lead(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> None:
    """Give ``106.4`` the decision of ``106. The recommendations listed below enjoy the support of ...:``.

    Args:
        blocks: a report's blocks in reading order.
        candidates: the entries found in them; their claimed status is written.
    """
    decisions: dict[str, str] = {}
    for block in blocks:
        if (
            block.table is not None
            or block.number is None
            or "ecommendation" not in block.text
            or not block.number[:1].isdigit()
        ):
            continue
        statuses = find_statuses(block.text)
        if statuses and announces(block.text):
            decisions[block.number] = _lead_decision(block.text, [status for _, _, status in statuses])
    decided_after = _decision_after(blocks, candidates)
    if decided_after is not None:
        for candidate in candidates:
            if candidate.lead is not None and candidate.lead not in decisions:
                candidate.status_claimed, candidate.decided_by_lead = candidate.status_claimed or decided_after, True
    for candidate in candidates:
        number = candidate.number or ""
        while "." in number:
            number = number.rpartition(".")[0].rstrip(".")
            if number in decisions:
                if candidate.status_claimed is None:
                    candidate.status_claimed, candidate.decided_by_lead = decisions[number], True
                break


def _decision_after(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> str | None:
    """Read ``The response to these recommendations will be included in ...`` after a list without a decision."""
    if not any(candidate.lead is not None for candidate in candidates):
        return None
    for block in blocks:
        if block.table is None and _ANSWER_LATER.search(block.text[:400]):
            return "under consideration"
        if block.table is None and _ALL_ANSWERED.match(block.text):
            statuses = [status for _, _, status in find_statuses(block.text)]
            if statuses:
                return _lead_decision(block.text, statuses)
    return None


def _lead_decision(text: str, statuses: Sequence[str]) -> str:
    for status in ("rejected", "under consideration", "noted"):
        if status in statuses:
            return status
    if re.search(r"already (?:been )?implemented|in the process of", text):
        return "implemented"
    return statuses[0]
