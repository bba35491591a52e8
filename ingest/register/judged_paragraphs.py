"""Paragraphs that tell an earlier recommendation in short and close with a verdict.

``Yard. Response: not accepted. Nothing has changed. Assessment: not implemented.``
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.claims import claimed_in
from ingest.register.fields import labelled_parts, read_field
from ingest.register.obligation import recommends_outright
from ingest.register.responses import ANY_NUMBERS
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, status_of
from ingest.register.verdict_sentences import only_judges
from ingest.report import Block, BlockKind
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_AGAIN = re.compile(r"\b(?:re-?iterat|repeat|renew|once (?:again|more))", re.IGNORECASE)
# "We regard this area for development as partly achieved", "The area is achieved": what frames a closing verdict.
_FRAME = re.compile(
    r"(?:we\s+(?:therefore\s+|thus\s+|accordingly\s+)?(?:regard|consider|deem|judge|assess|find|hold|rate|see|treat)\s+)?"
    r"(?:the|this|that|our)\s+(?:earlier\s+|previous\s+)?(?:area|recommendation|proposal|requirement|suggestion)\b"
    r"(?:\s+for\s+(?:development|improvement|action))?\s+(?:(?:is|was|has)\b|as\b|to\b)"
    r"(?:\s+(?:be|been|have|being|now|thus|therefore|considered|regarded|deemed|judged|assessed|rated|seen|held|as|to)\b)*"
    r"\s+",
    re.IGNORECASE,
)
_WORDS_IN_VERDICT, _CLOSING_WORDS = 8, 4
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
    known = [one for one in known if not _is_verdict(one)]
    judged, alone = _judged_paragraphs(blocks, known)
    whole = {id(one.block) for one in judged}
    return [*(one for one in known if id(one.block) not in whole), *judged], alone


def _is_verdict(one: Candidate) -> bool:
    """Say whether what was taken for a recommendation judges one: ``so that the second must be held fulfilled``."""
    plain = one.kind == "recommendation" and one.block.table is None and not one.block.label
    return plain and not recommends_outright(one.text) and only_judges(one.block)


def _judged_paragraphs(
    blocks: Sequence[Block[RedactedText]], known: Sequence[Candidate]
) -> tuple[list[Candidate], set[int]]:
    taken = {id(one.block): one for one in known if not one.inline}
    found: list[Candidate] = []
    behind: set[int] = set()
    entered, last = False, None
    above: Candidate | None = None
    ending = [block for block in blocks if id(block) not in taken and _ends(block, _start(block)) is not None]
    series = Counter(block.heading_path for block in ending)
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            entered, last, above = id(block) in taken, None, taken.get(id(block))
        elif id(block) in taken:
            entered, above = True, taken[id(block)]
        elif block.in_body:
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
            elif (
                (above is None or _AGAIN.search(above.block.text))
                and (block.number is not None or series[block.heading_path] > 1)
                and (status := _ends(block, start)) is not None
            ):
                # What is made again has been judged: a verdict behind it is on the paragraph that it ends.
                found.append(_judged(block, status))
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


def _ends(block: Block[RedactedText], start: int) -> str | None:
    """Return the verdict that is the last sentence of a paragraph: ``... in use. Not fulfilled.``."""
    if not block.in_body:
        return None
    spans = list(sentence_spans(block.text, start))
    closing = block.text[spans[-1][0] : spans[-1][1]].lstrip("*_ ") if len(spans) > 1 else ""
    if _FRAME.match(closing) and not ANY_NUMBERS.search(block.text):
        closing = _FRAME.sub("", closing, count=1)
    return _verdict(closing) if 0 < len(closing.split()) <= _CLOSING_WORDS else None


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
