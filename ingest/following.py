"""What stands right behind an entry and speaks of it: the authority's response, the visitors' judgement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.candidate import Candidate, trimmed
from ingest.replies import ANSWERED_KINDS, decision_in, opens_with_decision
from ingest.report import Block, BlockKind
from ingest.sentence import sentence_spans
from ingest.status import ACCEPTANCE, find_statuses, status_of
from redaction.text import RedactedText

_PREFIX = re.compile(
    r"(?:(?:the\s+)?(?:[\w’'-]+\s+){0,4}?(?:response|reply|answer|decision|comment|position|statement)s?"
    r"(?:\s+(?:of|by|from)\s+(?:the\s+)?[A-Z][^:.]{2,90}|\s+received)?\s*:|"
    r"(?:response|reply|answer|decision|comment)s?\s*[.–-])\s*",
    re.IGNORECASE,
)
_VERDICT_PREFIX = re.compile(
    r"(?:(?:our|the)\s+)?(?:[\w’'-]+\s+){0,3}?(?:progress|judge?ment|assessment|evaluation|status|outcome|finding|"
    r"verdict|"
    r"state of implementation|implementation|follow-?up)(?:\s+(?:on|at|in|of)\s+[^:]{3,60})?\s*:\s*",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:we|I|inspectors|visitors|delegation|team|Board|NPM|Ombud\w*|Commission|Committee|Office|Inspectorate|"
    r"Panel)\b"
    r"[^.]{0,60}\b(?:considered|found|judged?|concluded?|considers?|assess(?:ed|es)?|consider|find|notes?|noted|"
    r"established)\b"
    r"[^.]{0,80}\b(?:progress|implemented|achieved|fulfilled|reali[sz]ed|met|addressed)\b"
    r"|^(?:this|the|our)\s+(?:earlier |previous |repeated )?(?:recommendation|measure|concern)\s+(?:has|had|was|is|"
    r"remains)\b",
    re.IGNORECASE,
)
_SHORT = 60
_CLOSING_WORDS = 5


def attach_following(
    blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate], *, follow_up: bool
) -> None:
    """Give a response or a judgement to the entry right before it, under the same heading.

    ``Response: ...``, ``Response of the Ministry: ...`` and a paragraph that opens with a decision answer;
    ``We considered that the prison had made good progress`` and, on a return visit, ``Not achieved`` judge.

    Args:
        blocks: a report's blocks in reading order.
        candidates: the entries found in them; response and statuses are written.
        follow_up: the document as a whole judges what became of earlier recommendations.
    """
    by_block: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.kind in ANSWERED_KINDS and candidate.block.table is None:
            by_block.setdefault(id(candidate.block), []).append(candidate)
    last: list[Candidate] = []
    for block in blocks:
        own = by_block.get(id(block))
        if own is not None:
            last = own
            continue
        if block.kind is BlockKind.HEADING:
            last = []
        if not last or block.table is not None:
            continue
        if follow_up and _judge(block, last):
            continue
        if last[-1].response is None:
            _answer(block, last)


def _answer(block: Block[RedactedText], entries: Sequence[Candidate]) -> None:
    opening = _PREFIX.match(block.text)
    if opening is None and not opens_with_decision(block.text):
        return
    answer = trimmed(block.text, opening.end() if opening else 0)
    for entry in entries:
        entry.response = str(answer)
        entry.status_claimed = entry.status_claimed or (decision_in(answer) if opening else status_of(answer))


def _judge(block: Block[RedactedText], entries: Sequence[Candidate]) -> bool:
    text = str.__str__(block.text)
    if block.number and text.startswith(block.number):
        text = text[len(block.number) :].lstrip(" .:)")
    if _PREFIX.match(text):
        return False
    opening = _VERDICT_PREFIX.match(text)
    status = status_of(text[opening.end() :]) if opening else None
    if status is None and (len(text) < _SHORT or opens_with_decision(text)):
        status = status_of(text)
    if status is None:
        # "... the contract was renewed, and staff use it. Fulfilled."
        *_, (last, _) = [(0, 0), *sentence_spans(text)]
        closing = text[last:]
        status = status_of(closing) if last and len(closing.split()) <= _CLOSING_WORDS else None
    for start, end in sentence_spans(text) if status is None else ():
        if _JUDGED.search(text[start:end]):
            status = next((word for _, _, word in find_statuses(text[start:end]) if word not in ACCEPTANCE), None)
            if status is not None:
                break
    if status is None or status in ACCEPTANCE:
        return False
    for entry in entries:
        entry.status_verified = entry.status_verified or status
    return True
