"""The register: what a document found, recommended, praised, asked for and answered, entry by entry."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from ingest.embedding.embedder import Embedder
from ingest.entry_kinds.classifier import OfOneDocument, entry_kinds
from ingest.entry_kinds.reading import read_again
from ingest.entry_kinds.second_opinion import reconsidered
from ingest.instruments.citations import cited_references
from ingest.metadata.correspondence import is_correspondence, is_written_to_body
from ingest.passage import DocumentKind, Metadata, RegisterEntry
from ingest.register import obligation, status, status_reader
from ingest.register.action_table import find_rows, judged_before
from ingest.register.actors import Actors
from ingest.register.answered_headings import without_other_sections
from ingest.register.answered_items import answered_items
from ingest.register.answering_letters import answer_by_letter
from ingest.register.answers_in_turn import answer_in_turn
from ingest.register.candidate import Candidate
from ingest.register.captioned_verdicts import with_captioned
from ingest.register.coded_offices import name_behind, name_by_code, name_same
from ingest.register.dashed_replies import replies_apart
from ingest.register.earlier_report import is_of_earlier, own_years, part_earlier
from ingest.register.entry_themes import entry_themes, numbered
from ingest.register.fields import part_fields
from ingest.register.findings import apart_from, find_findings
from ingest.register.following import attach_following
from ingest.register.grounds import rest_candidates
from ingest.register.headed_verdicts import with_headed
from ingest.register.judged_paragraphs import with_judged
from ingest.register.lead_decisions import decide_by_lead
from ingest.register.legend import explaining_lines, is_legend
from ingest.register.letters import paragraph_replies, told_by_authorities
from ingest.register.looking_back import explains_levels, judge_in_block, reprints
from ingest.register.matched_rows import merge_rows, share_rows
from ingest.register.measures_below import measures_below
from ingest.register.named_offices import named_offices
from ingest.register.narrative import is_aside
from ingest.register.narrative_verdicts import is_story, narrative_verdicts
from ingest.register.offices import naming
from ingest.register.paragraph_numbers import number_by_code, number_candidates
from ingest.register.prose_replies import in_own_words, with_prose
from ingest.register.recommendations import find_candidates
from ingest.register.repetitions import distinct_ids, unique, without_twins
from ingest.register.replies import (
    as_responses,
    attach_replies,
    part_replies,
    under_replies,
)
from ingest.register.reply_table import find_replies_in_tables
from ingest.register.responses import find_answers
from ingest.register.scale import Scale
from ingest.register.second_visits import judges_earlier
from ingest.register.signed_items import with_signed
from ingest.register.silent_others import silence_others
from ingest.register.status import ACCEPTANCE
from ingest.register.told_answers import attach_answers
from ingest.register.urgency import deadline_of, urgency_of, urgency_of_period
from ingest.register.verdict_sentences import of_earlier_report, verdict_sentences
from ingest.report import Report
from redaction.text import RedactedText

_MOST_THEMES = 4
_ASKS_YOU = re.compile(
    r"\b(?:asks?|requests?|invites?|begs?|urges?|(?:would|should) be (?:glad|grateful)\b[^.]*?) you\b"
)
_OF_THE_BODY = frozenset({"good_practice", "request_for_information"})
_ASKED = frozenset({"recommendation", "request_for_information"})
_TIMELESS = frozenset({"finding", "good_practice", "response", "progress"})


def extract_register(
    report: Report[RedactedText],
    document_id: str,
    kind: DocumentKind,
    metadata: Metadata,
    embedder: Embedder | None = None,
) -> tuple[RegisterEntry, ...]:
    """Read the register entries of one document.

    Args:
        report: the structured, redacted report.
        document_id: goes into the entries and their ids.
        kind: in a response, statuses and answers are the authority's claims; instruments have no entries.
        metadata: of the same document; its title tells a follow-up visit.
        embedder: of the pipeline, for the reader of statuses; it loads one of its own where it is another's model.

    Returns:
        Entries in reading order with exact texts. Passage ids are left empty; links to other documents are made by
        ``ingest.links.entries``.
    """
    if kind in (DocumentKind.INSTRUMENT, DocumentKind.CATALOGUE):
        return ()
    try:
        with naming(named_offices(report.blocks, metadata.inspecting_body)):
            return _extracted(report, document_id, kind, metadata, embedder)
    finally:
        obligation.forget()
        status.forget()
        status_reader.forget()


def _extracted(
    report: Report[RedactedText], document_id: str, kind: DocumentKind, metadata: Metadata, embedder: Embedder | None
) -> tuple[RegisterEntry, ...]:
    blocks, own = replies_apart(report.blocks), own_years(metadata)
    letters = kind is DocumentKind.RESPONSE
    if letters and is_correspondence(metadata.title or "", blocks):
        # Beside the reply stands what the body that visited made of it.
        kind = DocumentKind.OTHER
    status_reader.status_reader(embedder)
    follow_up = kind is not DocumentKind.RESPONSE and judges_earlier(blocks, metadata.title)
    classifier = OfOneDocument(entry_kinds())
    document = "response" if kind is DocumentKind.RESPONSE else "follow-up" if follow_up else ""
    candidates = reconsidered(blocks, find_candidates(blocks), classifier, document)
    candidates.extend(answered_items(blocks, {id(one.block) for one in candidates if not one.inline}))
    candidates, verdicts = measures_below(blocks, candidates)
    if kind is not DocumentKind.RESPONSE:
        candidates, judged = with_judged(blocks, with_headed(blocks, candidates))
        candidates, captions = with_captioned(blocks, candidates)
        verdicts |= judged | captions
    # A paragraph that recommends in one sentence may state in another what was found.
    taken = {id(candidate.block) for candidate in candidates if not candidate.inline}
    finds = _reports_findings(kind, metadata, candidates)
    if finds:
        candidates.extend(apart_from(find_findings(blocks, taken | verdicts), candidates))
    decide_by_lead(blocks, candidates)
    answering = kind is DocumentKind.RESPONSE
    scale = Scale(blocks)
    candidates = with_signed(blocks, candidates, scale, answers=answering, follow_up=follow_up)
    rows = find_rows(blocks, follow_up=follow_up, answers=answering, scale=scale)
    candidates, replies = part_replies(blocks, candidates, rows, keep=kind is DocumentKind.RESPONSE)
    if kind is not DocumentKind.RESPONSE:
        replies = part_earlier(candidates, replies, own)
    candidates = merge_rows(candidates, rows)
    answers = find_replies_in_tables(blocks, answers=answering, scale=scale)
    if letters:
        held = {id(one.block) for one in candidates if not one.inline}
        counted = in_own_words(blocks, held) if kind is DocumentKind.RESPONSE else []
        told_by_letter = [*counted, *paragraph_replies(blocks, held | {id(one.block) for one in counted})]
        if kind is not DocumentKind.RESPONSE:
            told_by_letter = told_by_authorities(told_by_letter)
        answered = {id(one.block) for one in told_by_letter}
        candidates = [one for one in candidates if id(one.block) not in answered or one.kind != "recommendation"]
        candidates.extend(told_by_letter)
    if kind is DocumentKind.RESPONSE:
        as_responses(candidates)
        candidates = with_prose(blocks, candidates, [*replies, *answers], classifier)
    printed_again = reprints(blocks, candidates) if follow_up else set()
    candidates = [one for one in candidates if id(one.block) not in printed_again]
    part_fields(candidates, follow_up=follow_up)
    if kind is not DocumentKind.RESPONSE:
        judge_in_block(candidates)
    behind = attach_following(blocks, candidates, follow_up=follow_up, answers=kind is DocumentKind.RESPONSE)
    behind |= printed_again | verdicts
    if kind is DocumentKind.RESPONSE:
        # What an authority welcomes or asks is no entry of the body that visited.
        candidates = [
            one for one in candidates if not one.inline or not (one.kind in _OF_THE_BODY or _ASKS_YOU.search(one.text))
        ]
    if follow_up:
        _as_verdicts(replies)
    if kind is not DocumentKind.RESPONSE:
        taken = behind | {id(one.block) for one in [*candidates, *replies] if not one.inline}
        told_findings = [one.block for one in candidates if one.kind == "finding" and not one.inline]
        candidates.extend(verdict_sentences(blocks, taken, own, follow_up=follow_up))
        candidates.extend(one for block in told_findings for one in of_earlier_report(block, own))
    if follow_up:
        candidates.extend(narrative_verdicts(blocks, [*candidates, *replies, *answers], behind, classifier))
    told = [one for one in find_answers(blocks) if not follow_up or one.status in ACCEPTANCE]
    if kind is not DocumentKind.RESPONSE:
        told = [one for one in told if not any(is_of_earlier(one.sentence, number, own) for number in one.numbers)]
    known = [*candidates, *replies, *answers]
    again = read_again(blocks, known, kind, classifier, follow_up=follow_up, behind=behind, told=told, finds=finds)
    candidates.extend(one for one in again if not is_story(one))
    candidates = [
        one
        for one in candidates
        if one.kind not in _ASKED or not (is_written_to_body(one.block) or is_aside(one.text, inline=one.inline))
    ]
    legend = {id(block) for block in explaining_lines(blocks)}
    candidates = without_twins(
        [
            one
            for one in candidates
            if not (one.doubted or is_legend(one.text) or _explains(one) or id(one.block) in legend)
        ]
    )
    share_rows(candidates, rows)
    extra = [*attach_replies(candidates, replies), *attach_replies(candidates, answers)]
    extra.extend(attach_answers(candidates, told, kind))
    if kind is not DocumentKind.RESPONSE:
        answer_by_letter(blocks, candidates)
        answer_in_turn(blocks, candidates)
    order = {id(block): index for index, block in enumerate(blocks)}
    judged_before(candidates if follow_up else rows)
    candidates = sorted([*unique(candidates), *extra], key=lambda c: order[id(c.block)])
    number_by_code(candidates)
    name_behind(candidates)
    name_same(candidates)
    name_by_code(blocks, candidates, scale.legend)
    actors = Actors(blocks, candidates, told, metadata)
    echoes = [one for one in candidates if _echoes(one, kind)]
    actors.complete([one for one in candidates if not _echoes(one, kind)])
    actors.suppose(echoes)
    if kind is not DocumentKind.RESPONSE:
        silence_others(blocks, candidates)
    rest_candidates(blocks, candidates)
    number_candidates(candidates)
    if kind is DocumentKind.RESPONSE:
        candidates = without_other_sections(blocks, candidates)
    paragraphs = numbered(blocks)
    entries = [_entry(one, document_id, entry_themes(one, paragraphs, _MOST_THEMES)) for one in candidates]
    return tuple(distinct_ids(entries))


def _reports_findings(kind: DocumentKind, metadata: Metadata, candidates: Sequence[Candidate]) -> bool:
    """Say whether a document tells what was found: of a visit, or of many where it recommends (an annual report)."""
    recommends = any(one.kind == "recommendation" for one in candidates)
    if kind is DocumentKind.VISIT_REPORT:
        return recommends or metadata.place is not None or metadata.visit_start is not None
    return kind is DocumentKind.OTHER and recommends


def _explains(one: Candidate) -> bool:
    return one.number is None and explains_levels(one.text)


def _echoes(candidate: Candidate, kind: DocumentKind) -> bool:
    """Say whether an entry repeats one of an earlier document, whose addressee a link to it brings if it is known."""
    if candidate.addressee is not None or candidate.owner is not None:
        return False
    answers = kind is DocumentKind.RESPONSE and candidate.block.table is not None
    return answers or (candidate.status_verified is not None and candidate.kind != "deficiency")


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


def _entry(candidate: Candidate, document_id: str, themes: tuple[str, ...]) -> RegisterEntry:
    text, block = candidate.text, candidate.block
    number = candidate.number.rstrip(".") if candidate.number else None
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
        themes=themes,
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
