"""Lists below a line that judges all their items: ``Closed, because implemented:``, ``Open, no progress:``."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.status import ACCEPTANCE, find_statuses
from ingest.report import Block, BlockKind
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_MOST_WORDS, _LEAST = 7, 2


def below_leads(blocks: Sequence[Block[RedactedText]]) -> list[Candidate]:
    """Judge the items of lists by the lines that lead to them, where two lines or more give different verdicts.

    Args:
        blocks: of a report that is no authority's, in reading order.

    Returns:
        Progress with the number that each item opens with; nothing where an item has no number.
    """
    found: list[Candidate] = []
    verdict: str | None = None
    for block in blocks:
        if block.kind is not BlockKind.LIST_ITEM:
            verdict = _verdict(block)
            continue
        if verdict is None:
            continue
        label = read_label(block.text)
        number = label.number if label is not None else block.number
        if number is None:
            return []
        found.append(Candidate("progress", trimmed(block.text, 0), block, number.strip("()."), status_verified=verdict))
    return found if len({one.status_verified for one in found}) >= _LEAST else []


def _verdict(block: Block[RedactedText]) -> str | None:
    leads = block.in_body and block.text.rstrip().endswith(":")
    if not leads or len(block.text.split()) > _MOST_WORDS:
        return None
    said = {status for _, _, status in find_statuses(block.text)} - ACCEPTANCE
    return said.pop() if len(said) == 1 else None
