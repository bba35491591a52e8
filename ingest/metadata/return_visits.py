"""Reports of return visits: what their titles are called, and what they say at the beginning that they are for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.sentence import sentence_spans
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_FOLLOW_UP = re.compile(
    r"\bfollow(?:ed|ing)?[- ]?(?:up|through)\b|\b(?:state|status|progress|fulfilment) (?:of|on) (?:the |its |our |"
    r"previous |earlier )*recommendations\b|\brecommendations\b.{0,30}\b(?:years?|months) (?:on|later|after)\b|"
    r"\breview of progress\b|\bprogress (?:review|visit|report)\b|"
    r"\b(?:return|control|repeat(?:ed)?|verification|checking|re-?)[- ]?(?:visits?|inspections?)\b|"
    r"\bwhat (?:has |have )?(?:became|become|happened|changed|was done)\b|\bwhere (?:things|we|they) (?:stand|are)\b|"
    r"\bhow\b.{0,30}\brecommendations\b.{0,30}\b(?:fared?|went|stand)\b|\brecommendation by recommendation\b|"
    r"\brevisit\w*\b|\b(?:implementation|reali[sz]ation|fulfilment|execution) of (?:[\w’'-]+ ){0,4}"
    r"recommendations\b",
    re.IGNORECASE,
)
# "Elm Hospital, one year on", "Return to Elmford": titles alone are worded so.
_RETURN = re.compile(
    r"^(?:the |a |our )?(?:return(?:ing)?|back|going back) (?:to|at|in)\b|"
    r"\b(?:an?|one|two|three|four|five|six|nine|twelve|eighteen|\d+) (?:years?|months) (?:on|later|after)\b\W*$",
    re.IGNORECASE,
)
# "It wished to verify how the ten recommendations had been carried out": what a return visit is for.
_TO_VERIFY = re.compile(
    r"\b(?:verify|examine|assess|check|review|establish|determine|ascertain|see|find out|evaluate|monitor|follow up|"
    r"look(?:ed)? at|measure|examined|assessed|checked|reviewed|verified)\b[^.;]{0,60}\b(?:how|whether|if|which|what|"
    r"(?:the )?(?:extent|degree|state|status|level|progress|implementation|fulfilment|follow[- ]?up))\b[^.;]{0,60}"
    r"\brecommendations\b|\b(?:visit|inspection|report)\b[^.;]{0,60}\b(?:follow[s-]?\s?up on|devoted to|concerned) "
    r"[^.;]{0,40}\brecommendations\b|"
    r"\bwhat (?:had |has |have )?(?:become|became|happened|been done|come) (?:of|to|about|with|after) "
    r"(?:the|our|its|those|these) (?:[\w-]+ ){0,3}?(?:demands|proposals|requirements|points|requests|measures|calls|"
    r"suggestions)\b",
    re.IGNORECASE,
)
_BEGINNING, _FRONT = 16, 8


def is_of_return_visit(blocks: Sequence[Block[RedactedText]], title: str | None) -> bool:
    """Say whether a report judges what became of earlier recommendations: its title or its beginning says so.

    Args:
        blocks: of the report in reading order.
        title: as read from it.
    """
    front = [str(b.text) for b in blocks[:_FRONT] if b.kind in (BlockKind.HEADING, BlockKind.HEADER)]
    return bool(_FOLLOW_UP.search(" ".join([title or "", *front])) or _RETURN.search(title or "")) or any(
        block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX)
        and block.table is None
        and _TO_VERIFY.search(block.text[first:last])
        for block in blocks[:_BEGINNING]
        for first, last in sentence_spans(block.text)
    )
