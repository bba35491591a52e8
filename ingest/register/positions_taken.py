"""Whether a document takes positions on what another has recommended: by number, in a table, on all at once."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.register.bulk_decisions import decides_all
from ingest.register.claims import decision_in
from ingest.register.coded_replies import names_positions
from ingest.register.replies import opens_with_decision
from ingest.register.reply_table import find_replies_in_tables
from ingest.register.status import ACCEPTANCE
from ingest.report import Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_LEAST = 2


def takes_positions(blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether two numbered items or more, or all at once, are accepted or declined.

    Args:
        blocks: of any document, in reading order; a report that prints the answers it was given takes positions too.
    """
    body = [block for block in blocks if block.in_body]
    if any(decides_all(block.text) for block in body) or sum(map(_decides, body)) >= _LEAST:
        return True
    told = [one for one in find_replies_in_tables(blocks) if one.status_claimed in ACCEPTANCE]
    return len(told) >= _LEAST or names_positions(blocks)


def _decides(block: Block[RedactedText]) -> bool:
    """Say whether a paragraph opens with a number and a decision: ``Par. 4.1 - Concur. The order was signed``."""
    label = read_label(block.text)
    if label is None or label.number is None:
        return False
    rest = block.text[label.start :]
    return opens_with_decision(rest) and decision_in(rest) in ACCEPTANCE
