"""The register: what a document found, recommended, praised, asked for and answered, entry by entry."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from ingest.action_table import find_rows
from ingest.announcement import announces
from ingest.candidate import Candidate, trimmed
from ingest.citations import cited_references
from ingest.dates import find_dates
from ingest.findings import find_findings
from ingest.matched_rows import merge_rows
from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.recommendations import find_candidates
from ingest.replies import ANSWERED_KINDS, attach_replies, opens_with_decision, part_replies, under_replies
from ingest.report import Block, BlockKind, Report
from ingest.responses import Answer, find_answers
from ingest.status import ACCEPTANCE, find_statuses, status_of
from ingest.taxonomy import themes_of
from redaction.text import RedactedText

_MOST_THEMES = 4
_FOLLOW_UP = re.compile(
    r"\bfollow[- ]?up\b|\breview of progress\b|\bprogress (?:review|visit)\b|\breturn visit\b", re.IGNORECASE
)
_DUE = re.compile(r"\b(?:by|before|no later than|not later than|until|within)\b", re.IGNORECASE)
_ANSWER_LATER = re.compile(
    r"\bresponses?\b.{0,60}\brecommendations\b.{0,40}\bwill be (?:included|provided|given)"
    r"|\bthese recommendations will be (?:examined|considered)",
    re.IGNORECASE,
)
_ALL_ANSWERED = re.compile(
    r"(?:\d{1,3}\.?\s+)?(?:all (?:of )?(?:the |these )?|these |the above )recommendations\b"
    r"(?! contained)[^.]{0,120}\b(?:examined|support|accepted|rejected|considered)\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:(?:government|departmental|authority'?s?|management)\s+)?(?:response|reply|answer|decision|"
    r"comment)s?\s*[:.–-]\s*",
    re.IGNORECASE,
)


def extract_register(
    report: Report[RedactedText], document_id: str, kind: DocumentKind, metadata: Metadata
) -> tuple[RegisterEntry, ...]:
    """Read the register entries of one document.

    Args:
        report: the structured, redacted report.
        document_id: goes into the entries and their ids.
        kind: in a response, statuses and answers are the authority's claims; instruments have no entries.
        metadata: of the same document; its title tells a follow-up visit.

    Returns:
        Entries in reading order with exact texts. Passage ids are left empty; links to other documents are made by
        ``ingest.links``.
    """
    if kind in (DocumentKind.INSTRUMENT, DocumentKind.CATALOGUE):
        return ()
    blocks = report.blocks
    follow_up = kind is not DocumentKind.RESPONSE and bool(_FOLLOW_UP.search(_title(blocks, metadata)))
    candidates = find_candidates(blocks)
    taken = {id(candidate.block) for candidate in candidates}
    if kind is DocumentKind.VISIT_REPORT and (metadata.place or metadata.visit_start):
        candidates.extend(find_findings(blocks, taken))
    _decide_by_lead(blocks, candidates)
    rows = find_rows(blocks, follow_up=follow_up)
    candidates, replies = part_replies(blocks, candidates, rows, keep=kind is DocumentKind.RESPONSE)
    candidates = merge_rows(candidates, rows)
    if kind is DocumentKind.RESPONSE:
        _as_responses(candidates)
    _attach_following(blocks, candidates)
    if follow_up:
        _as_verdicts(replies)
    extra = attach_replies(candidates, replies)
    extra.extend(_attach_answers(candidates, find_answers(blocks), kind))
    order = {id(block): index for index, block in enumerate(blocks)}
    candidates = sorted([*_unique(candidates), *extra], key=lambda c: order[id(c.block)])
    entries = [_entry(candidate, document_id) for candidate in candidates]
    return tuple(_distinct_ids(entries))


def _title(blocks: Sequence[Block[RedactedText]], metadata: Metadata) -> str:
    front = [str(b.text) for b in blocks[:8] if b.kind in (BlockKind.HEADING, BlockKind.HEADER)]
    return " ".join([metadata.title or "", *front])


def _decide_by_lead(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> None:
    """Give ``106.4`` the decision of ``106. The recommendations listed below enjoy the support of ...:``."""
    decisions: dict[str, str] = {}
    for block in blocks:
        if (
            block.table is not None
            or block.number is None
            or "ecommendation" not in block.text
            or not block.number[:1].isdigit()
        ):
            continue
        statuses = find_statuses(block.text)
        if statuses and announces(block.text):
            decisions[block.number] = _lead_decision(block.text, [status for _, _, status in statuses])
    decided_after = _decision_after(blocks, candidates)
    if decided_after is not None:
        for candidate in candidates:
            if candidate.lead is not None and candidate.lead not in decisions:
                candidate.status_claimed, candidate.decided_by_lead = candidate.status_claimed or decided_after, True
    for candidate in candidates:
        number = candidate.number or ""
        while "." in number:
            number = number.rpartition(".")[0].rstrip(".")
            if number in decisions:
                if candidate.status_claimed is None:
                    candidate.status_claimed, candidate.decided_by_lead = decisions[number], True
                break


def _decision_after(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> str | None:
    """Read ``The response to these recommendations will be included in ...`` after a list without a decision."""
    if not any(candidate.lead is not None for candidate in candidates):
        return None
    for block in blocks:
        if block.table is None and _ANSWER_LATER.search(block.text[:400]):
            return "under consideration"
        if block.table is None and _ALL_ANSWERED.match(block.text):
            statuses = [status for _, _, status in find_statuses(block.text)]
            if statuses:
                return _lead_decision(block.text, statuses)
    return None


def _lead_decision(text: str, statuses: Sequence[str]) -> str:
    for status in ("rejected", "under consideration", "noted"):
        if status in statuses:
            return status
    if re.search(r"already (?:been )?implemented|in the process of", text):
        return "implemented"
    return statuses[0]


def _as_responses(candidates: Sequence[Candidate]) -> None:
    """In a response, ``Recommendation 3. Accepted. ...`` is an answer and no recommendation."""
    for candidate in candidates:
        if candidate.block.table is not None or candidate.number is None:
            continue
        status = status_of(candidate.text)
        if status is not None:
            candidate.kind, candidate.status_claimed, candidate.response = "response", status, str(candidate.text)


def _as_verdicts(replies: Sequence[Candidate]) -> None:
    """On a return visit ``Recommendation 3: Not implemented. ...`` is what the visitors found, not what was claimed."""
    for reply in replies:
        if (
            reply.status_claimed is not None
            and reply.status_claimed not in ACCEPTANCE
            and not under_replies(reply.block)
        ):
            reply.kind, reply.response = "progress", None
            reply.status_claimed, reply.status_verified = None, reply.status_claimed


def _attach_following(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> None:
    """Give a paragraph that opens with ``Response:``, or right after it with a decision, to the entry before it."""
    by_block = {id(c.block): c for c in candidates if c.kind in ANSWERED_KINDS}
    last: Candidate | None = None
    for block in blocks:
        own = by_block.get(id(block))
        if own is not None:
            last = own
            continue
        if block.kind is BlockKind.HEADING or last is None or block.table is not None:
            last = None if block.kind is BlockKind.HEADING else last
            continue
        opening = _PREFIX.match(block.text)
        if last.response is not None or (opening is None and not opens_with_decision(block.text)):
            continue
        answer = trimmed(block.text, opening.end() if opening else 0)
        last.response = str(answer)
        last.status_claimed = last.status_claimed or status_of(answer)


def _attach_answers(candidates: list[Candidate], answers: Sequence[Answer], kind: DocumentKind) -> list[Candidate]:
    extra: list[Candidate] = []
    numbered: dict[str, Candidate] = {}
    for candidate in reversed(candidates):
        if candidate.number and candidate.kind in ANSWERED_KINDS:
            numbered[candidate.number] = candidate
            if candidate.lead is not None:
                numbered[candidate.number.removeprefix(f"{candidate.lead}.")] = candidate
    for answer in answers:
        if answer.body is not None:
            targets = [
                c
                for c in candidates
                if c.addressee and fuzz.token_set_ratio(c.addressee.lower(), answer.body.lower()) >= 90
            ]
        else:
            targets = [numbered[number] for number in answer.numbers if number in numbered]
            if kind is DocumentKind.RESPONSE:
                told = {c.number for c in candidates if c.block is answer.block}
                missing = [number for number in answer.numbers if number not in numbered and number not in told]
                extra.extend(
                    Candidate(
                        "response",
                        answer.sentence,
                        answer.block,
                        number,
                        response=str(answer.sentence),
                        status_claimed=answer.status,
                    )
                    for number in missing
                )
        for target in targets:
            if (target.status_claimed is None or target.decided_by_lead) and target.block is not answer.block:
                target.status_claimed, target.decided_by_lead = answer.status, False
                target.response = target.response or str(answer.sentence)
    return extra


def _unique(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Keep the first of entries that say the same under one number, such as a closing list of recommendations."""
    kept: list[Candidate] = []
    seen: dict[tuple[str, str | None, str], Candidate] = {}
    texts: dict[tuple[str, str], Candidate] = {}
    for candidate in candidates:
        folded = re.sub(r"\W+", " ", candidate.text.lower()).strip()
        key = (candidate.kind, candidate.number, folded)
        same = seen.get(key) or (texts.get((candidate.kind, folded)) if len(folded) > 40 else None)
        if same is not None and (same.number == candidate.number or same.number is None or candidate.number is None):
            same.number = same.number or candidate.number
            same.response = same.response or candidate.response
            same.status_claimed = same.status_claimed or candidate.status_claimed
            same.addressee = same.addressee or candidate.addressee
            continue
        seen[key] = candidate
        texts.setdefault((candidate.kind, folded), candidate)
        kept.append(candidate)
    return kept


def _entry(candidate: Candidate, document_id: str) -> RegisterEntry:
    text, block = candidate.text, candidate.block
    number = candidate.number.rstrip(".") if candidate.number else None
    themes = themes_of(text) or themes_of(block.heading_path[-1] if block.heading_path else "")
    identity = "|".join((document_id, candidate.kind, number or "", block.locator, text))
    return RegisterEntry(
        entry_id=f"r-{hashlib.sha256(identity.encode()).hexdigest()[:12]}",
        document_id=document_id,
        passage_id=None,
        number=number,
        kind=candidate.kind,
        text=text,
        addressee=candidate.addressee,
        themes=themes[:_MOST_THEMES],
        response=candidate.response,
        status_claimed=candidate.status_claimed,
        status_verified=candidate.status_verified,
        locator=block.locator,
        page=block.page,
        criteria=cited_references(text),
        due=candidate.due or (_due_in(text) if candidate.kind not in ("finding", "good_practice") else None),
    )


def _due_in(text: str) -> str | None:
    for span in find_dates(text):
        if _DUE.search(text[max(0, span.start - 20) : span.start]):
            return span.last
    return None


def _distinct_ids(entries: Sequence[RegisterEntry]) -> list[RegisterEntry]:
    seen: dict[str, int] = {}
    distinct: list[RegisterEntry] = []
    for entry in entries:
        count = seen[entry.entry_id] = seen.get(entry.entry_id, 0) + 1
        if count > 1:
            digest = hashlib.sha256(f"{entry.entry_id}|{count}".encode()).hexdigest()[:12]
            entry = replace(entry, entry_id=f"r-{digest}")
        distinct.append(entry)
    return distinct
