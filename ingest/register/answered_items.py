"""Items that are recommendations because an answer to each stands right behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.register.addressee import subject_addressee
from ingest.register.announcement import told_before
from ingest.register.candidate import Candidate, trimmed
from ingest.register.fields import read_field
from ingest.register.replies import opens_with_decision
from ingest.register.status import ACCEPTANCE, status_of
from ingest.report import BODY_KINDS, Block, BlockKind
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_LEAST_WORDS, _LONGEST, _LEAST = 4, 600, 2


def answered_items(blocks: Sequence[Block[RedactedText]], taken: set[int]) -> list[Candidate]:
    """Find what nobody calls a recommendation, and an answer with a decision follows again and again.

    ``2 Ensure that women have access to the yard.`` and ``Response: Supported``.

    Args:
        blocks: a report's blocks in reading order.
        taken: identities (``id``) of blocks that are entries already.

    Returns:
        Recommendations without their answers, which ``register.following`` attaches; none where only one item has one.
    """
    found: list[Candidate] = []
    body = [block for block in blocks if block.kind in (*BODY_KINDS, BlockKind.HEADING) and block.table is None]
    for item, answer in pairwise(body):
        if item.kind not in BODY_KINDS or id(item) in taken or not len(item.text.split()) >= _LEAST_WORDS:
            continue
        if len(item.text) > _LONGEST or read_field(item.text) is not None or not _decides(answer):
            continue
        label = read_label(item.text)
        start = label.start if label is not None else 0
        number = label.number if label is not None else item.number
        if label is None and number is not None and item.text.startswith(number):
            start = len(number)
        text = trimmed(item.text, start)
        text = trimmed(text, told_before(text))
        if re.match(r"[A-Z]", text) and not text.endswith((":", "?")):
            found.append(Candidate("recommendation", text, item, number, subject_addressee(text)))
    return found if len(found) >= _LEAST else []


def _decides(block: Block[RedactedText]) -> bool:
    if block.kind not in BODY_KINDS:
        return False
    field = read_field(block.text)
    if field is not None and field.kind == "reply":
        value = block.text[field.value :]
        return status_of(value) in ACCEPTANCE or opens_with_decision(value)
    return len(block.text.split()) <= _LEAST_WORDS and status_of(block.text) in ACCEPTANCE
