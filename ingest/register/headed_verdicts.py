"""Numbered paragraphs that open with a recommendation and its verdict: ``2.1 Recommendation R1 (beds): done.``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.status import ACCEPTANCE, status_of
from ingest.report import BODY_KINDS, Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_HEAD = re.compile(r"(?P<verdict>[^.;:]{2,60}?)(?:[.;:]|\s[–—-])(?=\s|$)|(?P<all>[^.;:]{2,60})$")
_MOST_WORDS = 5


def with_headed(blocks: Sequence[Block[RedactedText]], known: Sequence[Candidate]) -> list[Candidate]:
    """Make progress of paragraphs with a number of their own that open with a recommendation's and with its verdict.

    Args:
        blocks: of a report that is no authority's.
        known: its entries so far.

    Returns:
        The entries, with those of kind ``progress`` instead of what else was made of such a paragraph.
    """
    judged = [found for block in blocks if (found := _headed(block)) is not None]
    whole = {id(one.block) for one in judged}
    return [*(one for one in known if id(one.block) not in whole), *judged]


def _headed(block: Block[RedactedText]) -> Candidate | None:
    if block.kind not in BODY_KINDS or block.table is not None:
        return None
    own = read_label(block.text)
    if own is None or own.kind:
        # The number of the paragraph may stand beside its text; then its label is the recommendation's.
        start, label = 0, own if own is not None and block.number not in (None, own.number) else None
    else:
        start, label = own.start, read_label(block.text[own.start :])
    if label is None or label.kind != "recommendation" or label.number is None:
        return None
    head = _HEAD.match(block.text, start + label.start)
    said = (head["verdict"] or head["all"] or "") if head is not None else ""
    verdict = status_of(said) if 0 < len(said.split()) <= _MOST_WORDS else None
    if verdict is None or verdict in ACCEPTANCE:
        return None
    return Candidate("progress", trimmed(block.text, start), block, label.number, status_verified=verdict)
