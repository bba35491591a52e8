"""Items with the reply behind a dash: ``That the yard be roofed. — Accepted. The money is there.``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.register.candidate import trimmed
from ingest.register.replies import opens_with_decision
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

_AT_DASH = re.compile(r"(?<=[.;!?)\]”\"])\s+(?:[—–]|--?)\s+(?=[A-Z])")
_LEAST = 2


def replies_apart(blocks: Sequence[Block[RedactedText]]) -> tuple[Block[RedactedText], ...]:
    """Make a paragraph of its own of each reply behind a dash, where a document has two of them or more.

    Args:
        blocks: of a report, in reading order.

    Returns:
        The blocks; the parts of one that was cut bear its locator, and the reply bears no number.
    """
    cuts = {id(block): gap for block in blocks if (gap := _gap(block)) is not None}
    if len(cuts) < _LEAST:
        return tuple(blocks)
    apart: list[Block[RedactedText]] = []
    for block in blocks:
        gap = cuts.get(id(block))
        if gap is None:
            apart.append(block)
            continue
        told = trimmed(block.text, gap.end())
        apart.append(replace(block, text=trimmed(block.text, 0, gap.start())))
        apart.append(replace(block, text=told, kind=BlockKind.PARAGRAPH, number=None, label=None))
    return tuple(apart)


def _gap(block: Block[RedactedText]) -> re.Match[str] | None:
    """Return the dash behind which a decision stands, unless what stands before it decides as well."""
    if not block.in_body or opens_with_decision(block.text):
        return None
    return next((gap for gap in _AT_DASH.finditer(block.text) if opens_with_decision(block.text[gap.end() :])), None)
