"""Measures that a committee prints below each of its opinions: what those asked did, and no recommendation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.claims import claimed_in
from ingest.register.position_cells import position_in
from ingest.register.replies import ANSWERED_KINDS, tells_only
from ingest.register.sentence import sentence_spans
from ingest.report import Block, BlockKind
from redaction.text import RedactedText

# "Measure: Done.", "Action. It is difficult to adopt this opinion.", "Step taken by the warden: ..."
_MEASURE = re.compile(
    r"(?:measures?|actions?|steps?|follow-?up)(?:\s+(?:taken|planned))?(?:\s+(?:by|of)\s+[^:.]{2,50})?\s*[:.]\s+(?=\S)",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"\W*(?:blank|none|nil|empty|no (?:entry|answer|reply|response)|not (?:filled in|given|stated))?\W*", re.I
)
_LEAST, _SHORT = 2, 8


def measures_below(
    blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]
) -> tuple[list[Candidate], set[int]]:
    """Give the measure that stands right below each numbered opinion to that opinion.

    ``Opinion 1. A fan should be placed in each room. / Measure: Done. Fans were placed in May.`` The measures answer
    where at least two stand so, none stands elsewhere, none obliges or commands, and half of them decide or tell what
    was done: ``Action: Fit screens by June`` is what a finding calls for.

    Args:
        blocks: of a document in reading order.
        candidates: the entries found in it; responses and claimed statuses are written.

    Returns:
        The candidates without those that are such measures, and the identities (``id``) of the measures' blocks.
    """
    asked = {id(one.block): one for one in candidates if one.kind in ANSWERED_KINDS and one.number is not None}
    below: list[tuple[Candidate, Block[RedactedText], RedactedText]] = []
    before: Block[RedactedText] | None = None
    for block in blocks:
        if block.table is not None or block.kind is BlockKind.HEADING:
            before = None
            continue
        label = _MEASURE.match(block.text)
        if label is not None:
            entry = asked.get(id(before)) if before is not None else None
            if entry is None or _MEASURE.match(before.text if before is not None else ""):
                return list(candidates), set()
            below.append((entry, block, trimmed(block.text, label.end())))
        before = block
    claims = [_claim(said) for _, _, said in below]
    if len(below) < _LEAST or not all(tells_only(said) for _, _, said in below):
        return list(candidates), set()
    if 2 * sum(claim is not None for claim in claims) < len(below):
        return list(candidates), set()
    for (entry, _, said), claim in zip(below, claims, strict=True):
        entry.response = entry.response or (None if is_blank(said) else str(said))
        entry.status_claimed = entry.status_claimed or claim
    taken = {id(block) for _, block, _ in below}
    return [one for one in candidates if id(one.block) not in taken], taken


def is_blank(said: str) -> bool:
    """Say whether nothing was written where an answer should stand: ``(blank)``, ``–``, ``No answer``."""
    return bool(_BLANK.fullmatch(said))


def _claim(said: str) -> str | None:
    """Return what a measure says: its first words decide, else what the whole of it claims; a blank is no reply."""
    if is_blank(said):
        return "no reply"
    first, last = next(iter(sentence_spans(said)), (0, len(said)))
    opening = said[first:last]
    return (position_in(opening) if len(opening.split()) <= _SHORT else None) or claimed_in(said)
