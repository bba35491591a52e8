"""Labelled paragraphs that answer a recommendation (``Recommendation 1: Accepted. ...``) and are none themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from ingest.register.candidate import Candidate, trimmed
from ingest.register.claims import claimed_in, decision_in
from ingest.register.status import ACCEPTANCE, find_statuses, status_of
from ingest.register.verbs import VERBS
from ingest.report import Block, BlockKind
from ingest.structure.labels import read_label
from redaction.text import RedactedText

__all__ = [
    "ANSWERED_KINDS",
    "as_responses",
    "attach_replies",
    "decision_in",
    "is_reply_heading",
    "opens_with_decision",
    "part_replies",
    "under_replies",
]

ANSWERED_KINDS = ("recommendation", "request_for_information", "area_for_improvement", "concern", "deficiency")
_DECIDED = (
    r"(?:(?:fully|already|largely|partly|partially|not|not yet|currently|being)\s+)*"
    r"(?:accepted|rejected|declined|refused|noted|agreed?|disagreed?|supported|endorsed|concur(?:red)?|implemented|"
    r"completed|achieved|reali[sz]ed|fulfilled|done|disputed|dismissed|approved|carried out|"
    r"complied(?: with)?|acted (?:up)?on|taken into account|put into (?:practice|effect)|followed(?: up)?|"
    r"in the process of|not started|no (?:progress|movement|change)|outstanding|"
    r"closed|in progress|ongoing|on-?going|under ?way|under (?:consideration|review|study|discussion))"
)
_DECISION = re.compile(
    r"(?:(?:(?:government|departmental|management|authority'?s?|status|decision)\s+)?(?:response|reply|decision|status)"
    r"\s*[:.–—-]\s*)?"
    rf"(?:(?:this|the|our)\s+recommendation\s+(?:is|was|has\s+been|will\s+be)\s+)?{_DECIDED}"
    r"(?:\s+(?:(?<=ed\s)(?:as\s+to|as\s+regards|for|save|except)\s[^.;]{2,80}(?=[.;])|"
    r"in\s+(?:part|full|principle|substance)|partly|partially|subject\s+to\b.*|with\s+\w+|(?:in|on|by|since)\s"
    r"(?:\w+\s){0,2}\d.*))?\s*(?:[.,;:!()–—-]|\band\b|\bbut\b|$)"
    r"|(?:we|I|(?:the(?:\s(?!should|must|shall|may|to\b)[\w’'-]+){1,6}?)|[A-Z]{2,7})\s"
    r"(?:(?:do|does|did|has|have|can(?:not)?|will|is|are|also|therefore)\s)*"
    r"(?:(?:not|fully|partly|partially|unable\sto|in\sa\sposition\sto|willing\sto|pleased\sto)\s)*"
    r"(?:accept|agree|reject|support|note|concur|endorse|decline|share|welcome)(?:s|ed|d)?\s(?:(?:with|to)\s)?"
    r"(?:(?:the\s)?(?:spirit|intent(?:ion)?|aims?|principle|first|second|substance)(?:\spart)?\s(?:of|behind)\s)?"
    r"(?:this|the|your|these)\s(?:\w+\s)?(?:recommendations?|proposals?|suggestions?|requests?)\b"
    r"|(?:this|the|your)\s(?:recommendation|proposal|suggestion|request|measure)\s(?:(?:is|was|has|had|been|cannot|can|"
    r"could|will|not|be|now|already|therefore|being|also|currently)\s)+"
    r"(?:\w+ly\s)?(?:accepted|agreed|rejected|declined|refused|noted|supported|endorsed|implemented|considered|studied|"
    r"under|carried|taken|complied|followed|examined|approved|met|partly|partially|in\sprogress)\b",
    re.IGNORECASE,
)
_REPLY_HEADING = re.compile(
    r"(?:\W*(?:\d{1,2}(?:\.\d+)*|[IVX]{1,5}|[A-Z])[.):]?\s+)?(?:the\s+)?(?:[\w’'-]+\s+){0,5}?"
    r"(?:responses?|repl(?:y|ies)|answers?|decisions?|statements?|positions?|comments)\b(?:\s+(?:of|by|from|to|on|"
    r"received)\b.{0,80}|\s+received)?\W*",
    re.IGNORECASE,
)
# "Ad 2: ...", "Re recommendation 3 - ...": what a reply answers.
_TO_NUMBER = re.compile(
    r"(?:ad|re|as to|on|to|regarding|concerning)\s+(?:(?:the\s+)?(?:recommendation|measure|point|item|"
    r"paragraph)\s+)?(?:no\.?\s*)?"
    r"(?P<number>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*)\s*(?:[:.)–-]\s*)+",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:the|this|that)\s+(?:recommendation|proposal|request|point)\s+(?:has|had|was|is|remains|can|"
    r"could)\b",
    re.IGNORECASE,
)
_OBLIGES = re.compile(r"\b(?:should|must|shall|ought to|recommends?)\b", re.IGNORECASE)
_LONGEST_HEADING = 120
_FEW_REPLIES = 2
_SAME_TEXT = 80.0  # rapidfuzz, 0 to 100: a reply section that prints the recommendation again does not answer it


def opens_with_decision(text: str) -> bool:
    """Say whether a text opens with a decision on a recommendation: ``Rejected. There is no money.`` does."""
    return bool(_DECISION.match(text))


def acceptance_in(text: str) -> str | None:
    """Return the position that a text takes which neither obliges nor commands: ``No answer so far``."""
    if not tells_only(text):
        return None
    return next((word for _, _, word in find_statuses(text) if word in ACCEPTANCE), None)


def tells_only(text: str) -> bool:
    """Say whether a text neither obliges nor commands."""
    return not _OBLIGES.search(text) and re.split(r"\W", text, maxsplit=1)[0].lower() not in VERBS


def told_of(text: str) -> str | None:
    """Return what a text claims of ``the recommendation`` that it speaks of: ``... that it has been carried out``."""
    back = _BACK.search(text)
    if back is None or _OBLIGES.search(text):
        return None
    return next((status for start, _, status in find_statuses(text) if start >= back.start()), None)


def under_replies(block: Block[RedactedText]) -> bool:
    """Say whether one of the two headings above a block announces replies: ``Response``, ``Reply of the Ministry``."""
    return any(map(is_reply_heading, block.heading_path[-2:]))


def is_reply_heading(heading: str) -> bool:
    """Say whether a heading announces replies: ``Government response``, ``Reply of the Ministry of Health``."""
    return len(heading) <= _LONGEST_HEADING and bool(_REPLY_HEADING.fullmatch(heading))


def part_replies(
    blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate], rows: Sequence[Candidate], *, keep: bool
) -> tuple[list[Candidate], list[Candidate]]:
    """Tell replies from entries.

    Args:
        blocks: a report's blocks in reading order.
        candidates: the entries found in them.
        rows: the entries found in tables.
        keep: leave a reply to nothing where it is; a response has replies to another document's recommendations.

    Returns:
        The candidates that are entries, and the replies as candidates with response and status.
    """
    told = [one for one in candidates if one.kind in ANSWERED_KINDS and _labelled(one) and _replies(one)]
    if len(told) > 1:
        # "Rec 4 - for the Ministry of Health; no answer so far": among replies, what decides and obliges nobody.
        told += [
            one
            for one in candidates
            if one.kind in ANSWERED_KINDS
            and _labelled(one)
            and not any(one is other for other in told)
            and acceptance_in(one.text) is not None
        ]
    marked = {id(one) for one in told}
    asked = {one.number: one for one in [*rows, *candidates] if one.number and id(one) not in marked}
    for one in candidates:
        if id(one) in marked or not _labelled(one) or not under_replies(one.block):
            continue
        entry = _first(one.number, [*candidates, *rows], marked)
        if entry is None or entry is one or under_replies(entry.block):
            continue
        if fuzz.token_set_ratio(one.text, entry.text) < _SAME_TEXT:
            told.append(one)
            marked.add(id(one))
    replies = [one for one in told if not keep or one.number in asked]
    taken = {id(one) for one in replies}
    left = [one for one in candidates if id(one) not in taken]
    known = {id(one.block) for one in candidates}
    replies.extend(one for one in _numbered(blocks) if one.number in asked and id(one.block) not in known)
    for reply in replies:
        reply.kind, reply.response = "response", str(reply.text)
        reply.status_claimed = claimed_in(reply.text)
    return left, replies


def attach_replies(candidates: Sequence[Candidate], replies: Sequence[Candidate]) -> list[Candidate]:
    """Give every reply to the entry of its number, and return those that answer no entry here."""
    orphans: list[Candidate] = []
    for reply in replies:
        entry = _first(reply.number, candidates, set())
        if entry is None:
            orphans.append(reply)
            continue
        entry.response = entry.response or reply.response
        entry.addressee = entry.addressee or (reply.addressee if reply.block.table is not None else None)
        entry.status_verified = entry.status_verified or reply.status_verified
        if entry.status_claimed is None or entry.decided_by_lead:
            entry.status_claimed, entry.decided_by_lead = reply.status_claimed or entry.status_claimed, False
    return orphans


def as_responses(candidates: Sequence[Candidate]) -> None:
    """In a response, ``Recommendation 3. Accepted. ...`` is an answer and no recommendation."""
    for candidate in candidates:
        if candidate.kind == "housekeeping" and tells_only(candidate.text):
            # Below "Housekeeping points" an authority says what it has done about them.
            candidate.kind, candidate.response = "response", str(candidate.text)
            candidate.number = candidate.number if candidate.block.number is not None else None
            candidate.status_claimed = claimed_in(candidate.text)
            continue
        if candidate.block.table is not None or candidate.number is None:
            continue
        status = status_of(candidate.text) or acceptance_in(candidate.text) or told_of(candidate.text)
        if status in ("accepted", "rejected") and claimed_in(candidate.text) == "partly accepted":
            status = "partly accepted"
        if status is not None:
            candidate.kind, candidate.status_claimed, candidate.response = "response", status, str(candidate.text)
    if sum(one.kind == "response" and one.block.table is None for one in candidates) < _FEW_REPLIES:
        return
    for candidate in candidates:
        # Among replies "Recommendation 5: It is not directed at us" is one too, though it decides nothing.
        labelled = candidate.kind == "recommendation" and candidate.number is not None and not candidate.inline
        if labelled and candidate.block.table is None and tells_only(candidate.text):
            candidate.kind, candidate.response = "response", str(candidate.text)
            candidate.status_claimed = claimed_in(candidate.text)


def _first(number: str | None, candidates: Sequence[Candidate], but: set[int]) -> Candidate | None:
    if number is None:
        return None
    same = (one for one in candidates if one.number == number and one.kind in ANSWERED_KINDS and id(one) not in but)
    return min(same, key=lambda one: ANSWERED_KINDS.index(one.kind), default=None)


def _labelled(candidate: Candidate) -> bool:
    return candidate.number is not None and candidate.block.table is None and not candidate.inline


def _replies(candidate: Candidate) -> bool:
    if opens_with_decision(candidate.text):
        return True
    # "Recommendation 4: the room was closed, so the recommendation has been met."
    return bool(_BACK.search(candidate.text)) and bool(find_statuses(candidate.text))


def _numbered(blocks: Sequence[Block[RedactedText]]) -> Iterator[Candidate]:
    """Find ``1. Accepted. ...`` under a heading of replies; a bare number alone does not say what it counts."""
    for block in blocks:
        if block.table is not None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX):
            continue
        label = read_label(block.text)
        number = label.number if label is not None else block.number
        text = trimmed(block.text, label.start if label is not None else 0)
        to = _TO_NUMBER.match(block.text)
        if to is not None and under_replies(block):
            yield Candidate("response", trimmed(block.text, to.end()), block, to["number"])
        elif number and (label is None or not label.kind) and under_replies(block) and opens_with_decision(text):
            yield Candidate("response", text, block, number.strip(" .()"))
