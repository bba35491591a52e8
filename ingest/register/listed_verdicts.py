"""Verdicts in lists: by numbers behind a verdict, a verdict behind a number, items below a heading that judges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.register.candidate import Candidate, trimmed
from ingest.register.replies import opens_with_decision
from ingest.register.responses import numbers_in
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, find_statuses, status_of
from ingest.report import Block, BlockKind
from ingest.structure.labels import read_label
from redaction.text import RedactedText

ASKED = r"(?:recommendation|call|proposal|suggestion|requirement|measure|request|demand|reminder|wish|appeal)"
_LISTED = re.compile(r"^(?P<verdict>[^:;.]{3,90})[:–—]\s*(?P<list>[^:]{1,160})$")
_ONLY_NUMBERS = re.compile(
    r"(?:(?:recommendations?|nos?\.?|numbers?|and|to|[Rr]ecs?\.?)\s*|[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3})*\s*|"
    r"[,;&–-]\s*)+\.?"
)
# "Locks on the bathrooms: this has been done. All have one."
_OF_A_TOPIC = re.compile(r"[^.:;]{2,70}:\s+(?P<verdict>(?:this|that|it|these)\s[^.;:]{3,40})\.(?=\s|$)")
_LONGEST_HEADING, _SHORTEST, _LONGEST_ITEM = 80, 12, 10


def listed_verdicts(block: Block[RedactedText]) -> list[Candidate]:
    """Return the verdicts of a paragraph that lists them, as ``Fully implemented: recommendations 1, 3 and 7`` does."""
    return list(_listed(block)) or list(_numbered(block)) or list(_under_verdict(block)) or list(_on_topic(block))


def _listed(block: Block[RedactedText]) -> Iterator[Candidate]:
    """Read ``Fully implemented: recommendations 1, 3 and 7``."""
    for start, end in sentence_spans(block.text):
        for first, last in _clauses(block.text, start, end):
            found = _LISTED.match(block.text[first:last])
            if found is None or not _ONLY_NUMBERS.fullmatch(found["list"].strip()):
                continue
            said = [status for _, _, status in find_statuses(found["verdict"]) if status not in ACCEPTANCE]
            for number in numbers_in(found["list"]) if said else ():
                yield verdict_on(block, first, last, number, said[-1])


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for gap in re.finditer(r";\s+", text[start:end]):
        yield first, start + gap.start()
        first = start + gap.end()
    yield first, end


def _numbered(block: Block[RedactedText]) -> Iterator[Candidate]:
    """Read ``4. Partly implemented: two nurses have been hired``."""
    label = read_label(block.text)
    number = label.number if label is not None else block.number
    if number is None or (label is not None and label.kind not in ("", "recommendation")):
        return
    start = label.start if label is not None else 0
    rest = block.text[start:]
    status = status_of(rest)
    if status is None or status in ACCEPTANCE:
        return
    if opens_with_decision(rest) or len(rest.split()) <= _LONGEST_ITEM:
        yield verdict_on(block, 0, len(block.text), number.strip("().R "), status)


def _under_verdict(block: Block[RedactedText]) -> Iterator[Candidate]:
    """Read the items below the heading ``Recommendations not implemented``."""
    heading = block.heading_path[-1] if block.heading_path else ""
    label = read_label(block.text)
    if label is None and block.kind is not BlockKind.LIST_ITEM:
        return
    said = heading_verdict(heading)
    if said is None or len(block.text) < _SHORTEST:
        return
    start = label.start if label is not None else 0
    number = label.number if label is not None else block.number
    yield verdict_on(block, start, len(block.text), number, said)


def _on_topic(block: Block[RedactedText]) -> Iterator[Candidate]:
    """Read ``Locks on the bathrooms: this has been done``, which names no recommendation."""
    found = _OF_A_TOPIC.match(block.text)
    said = [word for _, _, word in find_statuses(found["verdict"]) if word not in ACCEPTANCE] if found else []
    if len(said) == 1:
        yield verdict_on(block, 0, len(block.text), None, said[0])


def heading_verdict(heading: str) -> str | None:
    """Return the verdict that a heading gives to all that stands below: ``Recommendations carried out in part``."""
    if re.match(r"\W*(?:\d+\W+)?what\b", heading, re.IGNORECASE) or len(heading) > _LONGEST_HEADING:
        return None
    said = [status for _, _, status in find_statuses(heading) if status not in ACCEPTANCE]
    bare = re.fullmatch(
        r"\W*(?:\d+\W+)?", re.sub(r"(?i)\b(?:recommendations?|fully|partly|partially|not)\b", "", heading)
    )
    named = re.search(rf"\b{ASKED}s\b", heading, re.IGNORECASE) and not re.search(r"\bof\b.*\bof\b", heading)
    if len(said) != 1 or re.match(r"(?:status|state|implementation|follow)", heading, re.IGNORECASE):
        return None
    return said[0] if named or bare or status_of(heading) == said[0] else None


def verdict_on(block: Block[RedactedText], start: int, end: int, number: str | None, status: str | None) -> Candidate:
    """Return the verdict that stands from ``start`` to ``end`` of a block's text."""
    return Candidate("progress", trimmed(block.text, start, end), block, number, inline=True, status_verified=status)
