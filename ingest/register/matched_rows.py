"""Rows of a table of answers or verdicts, matched with the recommendations of the same document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from ingest.register.candidate import Candidate

# Ratios of 0 to 100 (rapidfuzz): a row repeats a recommendation in short, so a shared number asks for less likeness.
_SAME_TEXT = 80.0
_SAME_NUMBERED_TEXT = 30.0
_EMPTY = frozenset({"shoul", "ensur", "from", "that", "with", "every", "this", "their", "must"})


def merge_rows(candidates: list[Candidate], rows: list[Candidate]) -> list[Candidate]:
    """Give the answers of a table to the recommendations of the same document; rows of their own become entries."""
    merged = list(candidates)
    by_number = _share_numbers(rows, candidates)
    for row in rows:
        # A verdict on an earlier recommendation is an entry of its own, even where a new one repeats the words.
        match = _same(row, candidates) if by_number or row.status_verified is None else None
        if match is None:
            merged.append(row)
            continue
        match.response = match.response or row.response
        match.status_claimed = match.status_claimed or row.status_claimed
        match.status_verified = match.status_verified or row.status_verified
        match.due = match.due or row.due
        match.addressee = match.addressee or row.addressee
    return merged


def share_rows(candidates: Sequence[Candidate], rows: Sequence[Candidate]) -> None:
    """Give the deficiency of a row who must mend it, by when, and what is said of its measure."""
    measures = {id(row.block): row for row in rows if row.kind == "recommendation"}
    for one in candidates:
        row = measures.get(id(one.block))
        if row is None or one is row or one.kind != "deficiency":
            continue
        if row.addressee or row.owner:
            one.addressee, one.owner = row.addressee, row.owner
        one.status_claimed = one.status_claimed or row.status_claimed
        one.status_verified = one.status_verified or row.status_verified
        one.due = one.due or row.due


def _share_numbers(rows: Sequence[Candidate], candidates: Sequence[Candidate]) -> bool:
    """Say whether rows and recommendations count the same things, so that row 3 answers recommendation 3.

    A table of verdicts on an earlier visit's recommendations may stand beside new ones that count from 1 again: then
    most pairs of one number have nothing in common.
    """
    numbered = {f"{c.kind} {c.number}": c for c in candidates if c.number is not None and c.block.table is None}
    pairs = [(row, numbered[key]) for row in rows if (key := f"{row.kind} {row.number}") in numbered]
    if not any(row.status_verified is not None for row, _ in pairs):
        return True
    alike = sum(bool(stems(row.text) & stems(candidate.text)) for row, candidate in pairs)
    return alike * 2 > len(pairs)


def stems(text: str) -> set[str]:
    """Return the beginnings of the words that carry meaning: a table's short form inflects them otherwise."""
    return {word[:5] for word in re.findall(r"[^\W\d_]{4,}", text.lower())} - _EMPTY


def _likeness(row: Candidate, candidate: Candidate) -> float:
    return max(fuzz.token_set_ratio(row.text, candidate.text), fuzz.partial_ratio(row.text, candidate.text))


def _same(row: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    best: tuple[float, Candidate] | None = None
    for candidate in candidates:
        if candidate.kind != row.kind or candidate.block.table is not None:
            continue
        if row.status_verified is not None and (row.number is None or row.number != candidate.number):
            # A verdict counts the recommendations of an earlier report; a new one that is like it has its own number,
            # or none.
            continue
        score = _likeness(row, candidate)
        numbered = row.number is not None and row.number == candidate.number
        if score >= (_SAME_NUMBERED_TEXT if numbered else _SAME_TEXT):
            score += 100 if numbered else 0
            if best is None or score > best[0]:
                best = (score, candidate)
    return best[1] if best else None
