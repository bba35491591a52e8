"""Paragraphs that tell an earlier recommendation in short and close with a verdict.

``Yard. Response: not accepted. Nothing has changed. Assessment: not implemented.``
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.claims import claimed_in
from ingest.register.fields import labelled_parts, read_field
from ingest.register.status import ACCEPTANCE, status_of
from ingest.report import BODY_KINDS, Block, BlockKind
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_WORDS_IN_VERDICT = 8
_SHORTEST = 3  # characters of what is judged


def with_judged(blocks: Sequence[Block[RedactedText]], known: Sequence[Candidate]) -> tuple[list[Candidate], set[int]]:
    """Add what is judged by a verdict with a label, where nothing has made an entry of the paragraph as a whole.

    Args:
        blocks: of a report that is no authority's.
        known: its entries so far; those within a paragraph that is judged as a whole are left out.

    Returns:
        The entries, with those of kind ``progress``: a whole paragraph, or the one before a verdict that stands alone;
        and the identities (``id``) of the blocks of such verdicts.
    """
    judged, alone = _judged_paragraphs(blocks, known)
    whole = {id(one.block) for one in judged}
    return [*(one for one in known if id(one.block) not in whole), *judged], alone


def _judged_paragraphs(
    blocks: Sequence[Block[RedactedText]], known: Sequence[Candidate]
) -> tuple[list[Candidate], set[int]]:
    taken = {id(one.block) for one in known if not one.inline}
    found: list[Candidate] = []
    behind: set[int] = set()
    entered, last = False, None
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            entered, last = id(block) in taken, None
        elif id(block) in taken:
            entered = True
        elif block.kind in BODY_KINDS and block.table is None:
            start = _start(block)
            alone = read_field(block.text, start)
            if alone is not None and alone.kind == "verdict" and alone.start == start:
                if last is not None and not entered and (status := _verdict(block.text[alone.value :])) is not None:
                    found.append(_judged(last, status))
                    behind.add(id(block))
                    entered = True
            elif (status := _closing(block, start)) is not None:
                found.append(_judged(block, status))
                entered = True
            else:
                last = block
    return found, behind


def _start(block: Block[RedactedText]) -> int:
    label = read_label(block.text)
    return label.start if label is not None and not label.kind else 0


def _closing(block: Block[RedactedText], start: int) -> str | None:
    """Return the verdict with a label that stands last in a paragraph, behind words of its own."""
    fields = labelled_parts(block.text, _SHORTEST)
    if not fields or fields[-1].kind != "verdict" or fields[0].start < start + _SHORTEST:
        return None
    return _verdict(block.text[fields[-1].value :])


def _verdict(words: str) -> str | None:
    status = status_of(words) if len(words.split()) <= _WORDS_IN_VERDICT else None
    return None if status in ACCEPTANCE else status


def _judged(block: Block[RedactedText], status: str) -> Candidate:
    judged = Candidate("progress", trimmed(block.text, _start(block)), block, status_verified=status)
    fields = labelled_parts(block.text, _SHORTEST)
    ends = [*(field.start for field in fields[1:]), len(block.text)]
    for field, end in zip(fields, ends, strict=False):
        if field.kind == "reply" and judged.response is None:
            reply = trimmed(block.text, field.value, end)
            judged.response, judged.status_claimed = str(reply), claimed_in(reply)
    return judged
