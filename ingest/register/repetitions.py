"""Entries that a document prints twice: in its body and again in a list, which make one entry."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from ingest.passage import RegisterEntry
from ingest.register.candidate import Candidate

_LEAST_LENGTH = 40
_SAME, _SAME_AND_CITED = 88.0, 55.0  # rapidfuzz, 0 to 100
_CITED = re.compile(r"\b(?:paragraphs?|paras?\.?|§)\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)", re.IGNORECASE)
_LIST = re.compile(
    r"\b(?:summary|list|compilation|overview|appendix|annex|table|collected|consolidated|executive)\b|"
    r"^\W*(?:[\dIVX.]+\s+)?(?:recommendations?|comments|requests for information)\W*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:further|in addition|moreover|finally|therefore),?\s+)?(?:(?:the|we|it|i)\b[^.]{0,60}?)?\b"
    r"(?:recommends?|reiterates?|calls? (?:up)?on|invites?|urges?|requests?|would like)\b(?:\s+(?:its|the|our)\s+\w+)?"
    r"(?:\s+that)?\s*",
    re.IGNORECASE,
)
_KINDS = ("recommendation", "request_for_information")
_MOST = 600


def without_echoes(found: list[Candidate]) -> list[Candidate]:
    """Drop unnumbered good practice inside paragraphs where the report also lists good practice with a label."""
    has_labelled = any(c.kind == "good_practice" and not c.inline for c in found)
    return [c for c in found if not (has_labelled and c.kind == "good_practice" and c.inline)]


def without_twins(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Drop findings whose words the same block also gives as another entry: praise, a request, a verdict."""
    others: dict[int, list[str]] = {}
    for one in candidates:
        judged = one.kind == "progress" and one.status_verified is not None
        if one.kind not in ("finding", "deficiency") and (one.inline or one.kind in _KINDS or judged):
            others.setdefault(id(one.block), []).append(str.__str__(one.text))
    return [
        one
        for one in candidates
        if one.kind != "finding"
        or not one.inline
        or not any(str.__str__(one.text) in text for text in others.get(id(one.block), ()))
    ]


def unique(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Keep one of the entries that say the same.

    Args:
        candidates: in reading order.

    Returns:
        The first of each, with what the others add: number, addressee, answer. Of a sentence in the body and its
        repetition in a list the numbered one is kept; where the other stands is among the locators it rests on.
    """
    kept: list[Candidate] = []
    seen: dict[tuple[str, str | None, str], Candidate] = {}
    texts: dict[tuple[str, str], Candidate] = {}
    for candidate in candidates:
        folded = re.sub(r"\W+", " ", candidate.text.lower()).strip()
        key = (candidate.kind, candidate.number, folded)
        same = seen.get(key) or (texts.get((candidate.kind, folded)) if len(folded) > _LEAST_LENGTH else None)
        if same is not None and (same.number == candidate.number or same.number is None or candidate.number is None):
            _merge(same, candidate)
            continue
        seen[key] = candidate
        texts.setdefault((candidate.kind, folded), candidate)
        kept.append(candidate)
    return _without_lists(kept)


def _without_lists(candidates: list[Candidate]) -> list[Candidate]:
    """Join what stands in the body inside a sentence with the list at the beginning or end that repeats it."""
    inline = [one for one in candidates if one.inline and one.kind in _KINDS and not _in_list(one)]
    listed = [
        one
        for one in candidates
        if one.kind in _KINDS
        and one.lead is None
        and one.block.table is None
        and one.status_verified is None
        and _in_list(one)
    ]
    if not inline or not listed or len(inline) * len(listed) > _MOST * _MOST:
        return candidates
    dropped: set[int] = set()
    for one in listed:
        found = [each for each in inline if id(each) not in dropped and each.kind == one.kind]
        best = max(found, key=lambda each: _likeness(one, each), default=None)
        if best is None or _likeness(one, best) < _SAME:
            continue
        # A bare list adds nothing to the sentence of the body; a number is how everyone will cite it.
        stays, goes = (one, best) if one.number is not None else (best, one)
        _merge(stays, goes)
        stays.rests_on = (goes.block.locator,) if goes.inline and not stays.rests_on else stays.rests_on
        dropped.add(id(goes))
        if goes is one:
            inline = [each for each in inline if each is not best]
    return [one for one in candidates if id(one) not in dropped]


def _in_list(candidate: Candidate) -> bool:
    return any(_LIST.search(heading) for heading in candidate.block.heading_path[-2:])


def _likeness(listed: Candidate, inline: Candidate) -> float:
    one, other = _bare(listed.text), _bare(inline.text)
    score = max(float(fuzz.token_sort_ratio(one, other)), 0.97 * float(fuzz.token_set_ratio(one, other)))
    cited = {found["number"] for found in _CITED.finditer(listed.text)}
    if inline.block.number is not None and inline.block.number.strip("().") in cited and score >= _SAME_AND_CITED:
        return 100.0 + score
    shorter, longer = sorted((len(one.split()), len(other.split())))
    return score if longer and shorter * 2 >= longer else 0.0


def _bare(text: str) -> str:
    return re.sub(
        r"\s+", " ", re.sub(r"\W", " ", _CITED.sub(" ", _LEAD.sub("", str.__str__(text), count=1)).lower())
    ).strip()


def _merge(stays: Candidate, goes: Candidate) -> None:
    stays.number = stays.number or goes.number
    stays.response = stays.response or goes.response
    stays.status_claimed = stays.status_claimed or goes.status_claimed
    stays.status_verified = stays.status_verified or goes.status_verified
    stays.addressee = stays.addressee or goes.addressee
    stays.due = stays.due or goes.due
    stays.urgency = stays.urgency or goes.urgency


def distinct_ids(entries: Sequence[RegisterEntry]) -> list[RegisterEntry]:
    """Give entries that are the same to the word ids of their own."""
    seen: dict[str, int] = {}
    distinct: list[RegisterEntry] = []
    for entry in entries:
        count = seen[entry.entry_id] = seen.get(entry.entry_id, 0) + 1
        if count > 1:
            digest = hashlib.sha256(f"{entry.entry_id}|{count}".encode()).hexdigest()[:12]
            entry = replace(entry, entry_id=f"r-{digest}")
        distinct.append(entry)
    return distinct
