"""Answers told in running text, given to the entries whose numbers or offices they name."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from ingest.passage import DocumentKind
from ingest.register.candidate import Candidate, response_of
from ingest.register.earlier_report import is_finding
from ingest.register.replies import ANSWERED_KINDS
from ingest.register.responses import Answer


def attach_answers(candidates: list[Candidate], answers: Sequence[Answer], kind: DocumentKind) -> list[Candidate]:
    """Give the entries of a document what sentences tell of their numbers, or of who kept silent.

    Args:
        candidates: of one document; responses and statuses are written.
        answers: told in its running text.
        kind: of the document; in a response what answers no entry here is one of its own.

    Returns:
        Responses to numbers that no entry of the document bears.
    """
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
                    response_of(answer.sentence, answer.block, number, claimed=answer.status) for number in missing
                )
        for target in targets:
            if kind is DocumentKind.VISIT_REPORT and is_finding(answer):
                target.status_verified = target.status_verified or answer.status
            elif (target.status_claimed is None or target.decided_by_lead) and target.block is not answer.block:
                target.status_claimed, target.decided_by_lead = answer.status, False
                target.response = target.response or str(answer.sentence)
    return extra
