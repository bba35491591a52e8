"""Verdicts at the head of a paragraph or above it: ``2.1 Recommendation R1 (beds): done.``, ``Not carried out``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate, trimmed
from ingest.register.listed_verdicts import heading_verdict
from ingest.register.looking_back import verdict_in
from ingest.register.minutes import labelled, told_at_meeting
from ingest.register.prose_replies import tells_of_person
from ingest.register.sentence import sentence_spans
from ingest.register.status import ACCEPTANCE, status_of
from ingest.register.verdict_leads import below_leads
from ingest.report import Block
from redaction.text import RedactedText

_HEAD = re.compile(r"(?P<verdict>[^.;:]{2,60}?)(?:[.;:]|\s[–—-])(?=\s|$)|(?P<all>[^.;:]{2,60})$")
_MOST_WORDS = 5
_CHANGED = (
    r"(?:become\s+better|got(?:ten)?\s+better|better|improved?|changed?|been\s+(?:done|improved|put\s+right|changed|mended|"
    r"achieved|resolved|remedied|carried\s+out|followed|acted\s+(?:up)?on)|done|moved|happened|met|put\s+right)"
)
# A pair of headings parts what visitors who came back saw done from the rest: "What has changed", "What has not".
_BETTER = re.compile(
    rf"\W*(?:\d+\W+)?what\s+(?:(?:has|have|had|was|were|is)\s+)?(?:now\s+|since\s+)?{_CHANGED}(?:\s+since.*)?\W*",
    re.IGNORECASE,
)
_NOT_BETTER = re.compile(
    rf"\W*(?:\d+\W+)?what\s+(?:has|have|had|was|were|is|did)\s+not(?:\s+(?:yet\s+)?(?:been\s+)?{_CHANGED})?(?:\s+since.*)?\W*|"
    r"\W*(?:\d+\W+)?what\s+(?:(?:still\s+)?remains?(?:\s+(?:open|undone|outstanding|unchanged|the\s+same))?|"
    r"is\s+still\s+(?:open|missing|wanting|outstanding)|(?:has\s+)?stayed\s+the\s+same)\W*",
    re.IGNORECASE,
)
_IN_PART = re.compile(
    r"^(?:Only|But|However|Yet|Still|(?:In|On|At|For)\s+(?:one|two|some|the\s+other)\b[^.]{0,60}\b(?:not|still))\b",
    re.MULTILINE,
)
_LEAST_WORDS = 5
_ASKED = frozenset({"recommendation", "request_for_information"})


def with_headed(blocks: Sequence[Block[RedactedText]], known: Sequence[Candidate]) -> list[Candidate]:
    """Make progress of paragraphs with a number of their own that open with a recommendation's and with its verdict.

    Args:
        blocks: of a report that is no authority's.
        known: its entries so far.

    Returns:
        The entries, with those of kind ``progress`` (in minutes ``response``) instead of what else was made of such a
        paragraph.
    """
    judged = [found for block in blocks if (found := _headed(block)) is not None]
    asked = {id(one.block) for one in known if one.kind in _ASKED}
    below = [one for one in _below_pairs(blocks) if id(one.block) not in asked]
    for others in (below, below_leads(blocks), told_at_meeting(blocks)):
        whole = {id(one.block) for one in judged}
        judged.extend(one for one in others if id(one.block) not in whole)
    whole = {id(one.block) for one in judged}
    return [*(one for one in known if id(one.block) not in whole), *judged]


def _headed(block: Block[RedactedText]) -> Candidate | None:
    start, label = labelled(block)
    if label is None or not block.in_body:
        return None
    above = heading_verdict(block.heading_path[-1]) if block.heading_path else None
    if above is not None:
        # "Recommendations carried out" stands above "Recommendation 1. The windows have shutters that open."
        return Candidate(
            "progress", trimmed(block.text, start + label.start), block, label.number, status_verified=above
        )
    if not start and block.number in (None, label.number):
        return None  # only behind a number of its own, which may stand beside the text
    head = _HEAD.match(block.text, start + label.start)
    said = (head["verdict"] or head["all"] or "") if head is not None else ""
    verdict = status_of(said) if 0 < len(said.split()) <= _MOST_WORDS else None
    if verdict is None or verdict in ACCEPTANCE:
        return None
    return Candidate("progress", trimmed(block.text, start), block, label.number, status_verified=verdict)


def _below_pairs(blocks: Sequence[Block[RedactedText]]) -> list[Candidate]:
    """Judge each paragraph below ``What has become better`` and ``What has not``, where both stand in a document."""
    above = {block.heading_path[-1] for block in blocks if block.heading_path}
    if not (any(map(_BETTER.fullmatch, above)) and any(map(_NOT_BETTER.fullmatch, above))):
        return []
    found: list[Candidate] = []
    for block in blocks:
        heading = block.heading_path[-1] if block.heading_path else ""
        better = bool(_BETTER.fullmatch(heading))
        if not block.in_body or not (better or _NOT_BETTER.fullmatch(heading)):
            continue
        if len(block.text.split()) >= _LEAST_WORDS and not tells_of_person(block.text):
            found.append(
                Candidate("progress", trimmed(block.text, 0), block, status_verified=_told(block, better=better))
            )
    return found


def _told(block: Block[RedactedText], *, better: bool) -> str:
    """Return what a paragraph finds, else what its heading does; ``Only on Ward B ...`` takes a part back."""
    sentences = [block.text[first:last] for first, last in sentence_spans(block.text)]
    if better and any(map(_IN_PART.match, sentences[1:])):
        return "partly implemented"
    own = verdict_in(block.text)
    if own is not None and own not in ACCEPTANCE:
        return own
    return "implemented" if better else "not implemented"
