"""The register: what a document found, recommended, praised, asked for and answered, entry by entry."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from ingest.action_table import find_rows
from ingest.actors import Actors
from ingest.candidate import Candidate
from ingest.citations import cited_references
from ingest.findings import find_findings
from ingest.following import attach_following
from ingest.grounds import rest_candidates
from ingest.lead_decisions import decide_by_lead
from ingest.letters import paragraph_replies
from ingest.matched_rows import merge_rows
from ingest.paragraph_numbers import number_by_paragraph
from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.recommendations import find_candidates
from ingest.repetitions import unique
from ingest.replies import ANSWERED_KINDS, attach_replies, part_replies, under_replies
from ingest.reply_table import find_replies_in_tables
from ingest.report import Block, BlockKind, Report
from ingest.responses import Answer, find_answers
from ingest.status import ACCEPTANCE, status_of
from ingest.taxonomy import themes_of
from ingest.urgency import deadline_of, urgency_of, urgency_of_period
from ingest.verdict_sentences import verdict_sentences
from redaction.text import RedactedText

_MOST_THEMES = 4
_OF_THE_BODY = frozenset({"good_practice", "request_for_information"})
_TIMELESS = frozenset({"finding", "good_practice", "response", "progress"})
_FOLLOW_UP = re.compile(
    r"\bfollow(?:ed|ing)?[- ]?up\b|\breview of progress\b|\bprogress (?:review|visit|report)\b|"
    r"\b(?:return|control|repeat(?:ed)?|verification|checking|re-?)[- ]?(?:visits?|inspections?)\b|"
    r"\brevisit\w*\b|\b(?:implementation|reali[sz]ation|fulfilment|execution) of (?:the |its |our |previous |earlier )?"
    r"recommendations\b",
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
    # A paragraph that recommends in one sentence may state in another what was found.
    taken = {id(candidate.block) for candidate in candidates if not candidate.inline}
    if _reports_findings(kind, metadata, candidates):
        candidates.extend(find_findings(blocks, taken))
    decide_by_lead(blocks, candidates)
    rows = find_rows(blocks, follow_up=follow_up, answers=kind is DocumentKind.RESPONSE)
    candidates, replies = part_replies(blocks, candidates, rows, keep=kind is DocumentKind.RESPONSE)
    candidates = merge_rows(candidates, rows)
    answers = find_replies_in_tables(blocks)
    if kind is DocumentKind.RESPONSE:
        letters = paragraph_replies(blocks, {id(one.block) for one in candidates if not one.inline})
        answered = {id(one.block) for one in letters}
        candidates = [one for one in candidates if id(one.block) not in answered or one.kind != "recommendation"]
        candidates.extend(letters)
        # What an authority welcomes or asks is no entry of the body that visited.
        candidates = [one for one in candidates if not one.inline or one.kind not in _OF_THE_BODY]
        _as_responses(candidates)
    attach_following(blocks, candidates, follow_up=follow_up)
    if follow_up:
        _as_verdicts(replies)
    if kind is not DocumentKind.RESPONSE:
        candidates.extend(verdict_sentences(blocks, {id(one.block) for one in candidates}, follow_up=follow_up))
    extra = attach_replies(candidates, replies)
    extra.extend(attach_replies(candidates, answers))
    told = find_answers(blocks)
    extra.extend(_attach_answers(candidates, told, kind))
    order = {id(block): index for index, block in enumerate(blocks)}
    candidates = sorted([*unique(candidates), *extra], key=lambda c: order[id(c.block)])
    Actors(blocks, candidates, told, metadata).complete([one for one in candidates if not _echoes(one, kind)])
    rest_candidates(blocks, candidates)
    number_by_paragraph(candidates)
    entries = [_entry(candidate, document_id) for candidate in candidates]
    return tuple(_distinct_ids(entries))


def _reports_findings(kind: DocumentKind, metadata: Metadata, candidates: Sequence[Candidate]) -> bool:
    """Say whether a document tells what was found: of a visit, or of many where it recommends (an annual report)."""
    recommends = any(one.kind == "recommendation" for one in candidates)
    if kind is DocumentKind.VISIT_REPORT:
        return recommends or metadata.place is not None or metadata.visit_start is not None
    return kind is DocumentKind.OTHER and recommends


def _title(blocks: Sequence[Block[RedactedText]], metadata: Metadata) -> str:
    front = [str(b.text) for b in blocks[:8] if b.kind in (BlockKind.HEADING, BlockKind.HEADER)]
    return " ".join([metadata.title or "", *front])


def _echoes(candidate: Candidate, kind: DocumentKind) -> bool:
    """Say whether an entry repeats one of an earlier document, whose addressee the link to it brings."""
    if candidate.addressee is not None or candidate.owner is not None:
        return False
    answers = kind is DocumentKind.RESPONSE and candidate.block.table is not None
    return answers or (candidate.status_verified is not None and candidate.kind != "deficiency")


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


def _entry(candidate: Candidate, document_id: str) -> RegisterEntry:
    text, block = candidate.text, candidate.block
    number = candidate.number.rstrip(".") if candidate.number else None
    themes = themes_of(text) or themes_of(block.heading_path[-1] if block.heading_path else "")
    due = candidate.due or (
        deadline_of(text, asks=candidate.kind == "request_for_information") if candidate.kind not in _TIMELESS else None
    )
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
        due=due,
        urgency=_urgency(candidate, due),
        rests_on=candidate.rests_on,
    )


def _urgency(candidate: Candidate, due: str | None) -> str | None:
    if candidate.kind in _TIMELESS:
        return None
    headings = tuple(str(heading) for heading in candidate.block.heading_path)
    return candidate.urgency or urgency_of(candidate.text, headings) or urgency_of_period(due)


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
