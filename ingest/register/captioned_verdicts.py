"""Verdicts below a line that only names what is judged: ``As to no. 3 (boilers)``, and then ``Not fulfilled. ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.looking_back import opens_with_verdict, verdict_in
from ingest.register.obligation import obliges
from ingest.register.status import ACCEPTANCE
from ingest.report import BODY_KINDS, Block, BlockKind
from redaction.text import RedactedText

_CAPTION = re.compile(
    r"\W*(?P<on>(?:on|as\s+(?:to|for|regards)|regarding|concerning|re|ad|under|to|follow[- ]?up\s+(?:to|on)|"
    r"with\s+(?:regard|respect|reference)\s+to)\s+)?(?:(?:the|our|your|earlier|previous|former)\s+)*"
    r"(?P<noun>(?:recommendation|proposal|measure|item|point|request|requirement|concern|area\s+for\s+"
    r"(?:improvement|development)|number)\b|no\b\.?|n[°º])?\s*(?:(?:no\b\.?|number\b|n[°º]|#)\s*)?"
    r"(?P<number>[A-Z]{0,3}-?\d{1,3}(?:[./]\d{1,4})?)"
    r"(?:\s*[.,:]?\s*\([^()]{2,80}\)|\s*[.,:–—-]\s+(?P<topic>[^.:;!?]{2,80}))?\W*",
    re.IGNORECASE,
)
_MOST_WORDS, _LEAST = 16, 2


def with_captioned(
    blocks: Sequence[Block[RedactedText]], known: Sequence[Candidate]
) -> tuple[list[Candidate], set[int]]:
    """Add the verdicts that stand below captions with a number, where a document has two of them or more.

    Args:
        blocks: of a report that is no authority's, in reading order.
        known: its entries so far; those made of a caption, or of what stands below it, are left out.

    Returns:
        The entries, with those of kind ``progress``, each the whole paragraph below its caption with the number
        named there; and the identities (``id``) of the captions.
    """
    below = list(_below_captions(blocks))
    judging = [pair for pair in below if opens_with_verdict(pair[1].text)]
    if len(judging) < _LEAST or 2 * len(judging) < len(below):
        return list(known), set()
    found: list[Candidate] = []
    captions: set[int] = set()
    for caption, block, number in below:
        status = verdict_in(block.text)
        if status is not None and status not in ACCEPTANCE:
            found.append(Candidate("progress", trimmed(block.text, 0), block, number, status_verified=status))
            captions.add(id(caption))
    whole = captions | {id(one.block) for one in found}
    return [*(one for one in known if id(one.block) not in whole), *found], captions


def caption_number(text: str) -> str | None:
    """Return the number that a line names and says no more of: ``Ad 5``, ``Recommendation 4: locked doors``."""
    if len(text.split()) > _MOST_WORDS:
        return None
    found = _CAPTION.fullmatch(text)
    if found is None or not (found["on"] or found["noun"]) or obliges(found["topic"] or "", listed=True):
        return None
    return found["number"]


def _below_captions(
    blocks: Sequence[Block[RedactedText]],
) -> Iterator[tuple[Block[RedactedText], Block[RedactedText], str]]:
    """Yield each caption with the paragraph right below it and the number that it names."""
    caption: tuple[Block[RedactedText], str] | None = None
    for block in blocks:
        if block.kind is not BlockKind.HEADING and (block.kind not in BODY_KINDS or block.table is not None):
            continue
        number = caption_number(block.text)
        if number is not None:
            caption = block, number
            continue
        if caption is not None and block.kind is not BlockKind.HEADING:
            yield caption[0], block, caption[1]
        caption = None
