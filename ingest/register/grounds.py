"""The paragraphs that a recommendation rests on: those it cites, those just before it, those that speak of the same."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from ingest.register.candidate import Candidate
from ingest.report import BODY_KINDS, Block, BlockKind
from redaction.text import RedactedText

_ONE = r"\d{1,3}(?:\.\d{1,3}){0,3}(?:\([a-z]\))?"
_CITED = re.compile(
    rf"\b(?:see|in|at|cf\.?|from|under|of|under)?\s*(?:paragraphs?|paras?\.?|§§?|points?|findings?)\s*"
    rf"(?P<list>{_ONE}(?:\s*(?:,|;|and|&|to|[–-])\s*(?:and\s+)?(?:paragraphs?\s+|paras?\.?\s+)?{_ONE})*)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\((?:see\s+)?(?P<list>{_ONE}(?:\s*(?:,|;|and|&|[–-])\s*{_ONE})*)\)\s*\.?$", re.IGNORECASE)
# "of OPCAT", "of the Covenant": a paragraph of a law and not of the report.
_OF_LAW = re.compile(
    r"^\s*(?:,\s*)?of\s+(?:the\s+|its\s+|general\s+)?(?:[A-Z]|article|rule|law|act|report\s+of)", re.IGNORECASE
)
_KINDS = frozenset(
    {"recommendation", "concern", "area_for_improvement", "request_for_information", "deficiency", "housekeeping"}
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    [
        "should",
        "must",
        "that",
        "this",
        "with",
        "from",
        "their",
        "they",
        "have",
        "been",
        "were",
        "will",
        "shall",
        "ensure",
        "every",
        "each",
        "which",
        "when",
        "where",
        "than",
        "also",
        "into",
        "there",
        "these",
        "those",
        "other",
        "more",
        "take",
        "steps",
        "recommends",
        "recommended",
        "recommendation",
        "committee",
        "prison",
        "prisoners",
        "prisoner",
        "detainees",
        "detained",
        "person",
        "persons",
        "people",
        "staff",
        "report",
        "visit",
        "made",
        "make",
        "given",
        "being",
        "such",
    ]
)
_MOST_CITED, _MOST_NEAR, _LEAST_SHARED = 12, 4, 2
_LEAST_SCORE, _CLOSE = 0.16, 0.8
_LEAST_SENTENCE = 5
_NUMBER_WIDTH, _HEAD, _NEARNESS = 10, 60, 0.5
_ANSWERS = re.compile(r"(?:[\w’']+\s+){0,4}(?:response|reply|answer|comments?)\b[^.]{0,60}:", re.IGNORECASE)


def rest_candidates(blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> None:
    """Write into each candidate the locators of the paragraphs that it rests on.

    Args:
        blocks: a report's blocks in reading order.
        candidates: the entries found in them, in the same order; those that have locators already keep them.
    """
    grounds = _Grounds(blocks, candidates)
    for candidate in candidates:
        if candidate.kind in _KINDS and not candidate.rests_on and candidate.block.table is None:
            candidate.rests_on = grounds.of(candidate)


class _Grounds:
    """The paragraphs of one report that are no entries themselves, with their words."""

    def __init__(self, blocks: Sequence[Block[RedactedText]], candidates: Sequence[Candidate]) -> None:
        self._blocks = blocks
        self._place = {id(block): index for index, block in enumerate(blocks)}
        self._entries = {
            id(c.block) for c in candidates if (c.kind in _KINDS or c.kind == "progress") and not _within(c)
        }
        self._by_number: dict[str, str] = {}
        for block in blocks:
            for name in (block.locator, block.number or ""):
                if name and block.in_body:
                    self._by_number.setdefault(name.strip("()"), block.locator)
        self._narrative = [
            block
            for block in blocks
            if block.in_body
            and id(block) not in self._entries
            and block.number is not None
            and block.label is None
            and not block.text.endswith(":")
            and len(block.text.split()) > 5
        ]
        self._words = {id(block): _stems(block.text) for block in self._narrative}
        self._seen = seen = Counter(stem for words in self._words.values() for stem in words)
        self._first: dict[int, int] = {}
        for one in candidates:
            if one.inline and one.kind != "finding":
                place = max(0, one.block.text.find(one.text[:_HEAD]))
                self._first[id(one.block)] = min(place, self._first.get(id(one.block), place))
        self._weights = {stem: math.log(1 + len(self._narrative) / count) for stem, count in seen.items()}

    def of(self, candidate: Candidate) -> tuple[str, ...]:
        """Return locators in reading order."""
        cited = self._cited(candidate)
        if cited:
            return cited
        if self._told_before(candidate):
            return (candidate.block.locator,)
        near = self._before(candidate)
        if near:
            return tuple(block.locator for block in self._likely(candidate, near))
        return tuple(block.locator for block in self._alike(candidate, self._narrative, least=_LEAST_SCORE))

    def _cited(self, candidate: Candidate) -> tuple[str, ...]:
        found: list[str] = []
        text = str.__str__(candidate.text)
        after = str.__str__(candidate.block.text)
        for pattern in (_CITED, _BARE):
            for match in pattern.finditer(text if pattern is _CITED else after):
                if _OF_LAW.match(match.string[match.end() :]):
                    continue
                found.extend(
                    self._by_number[number]
                    for number in self._written_out(match["list"])
                    if number in self._by_number and self._by_number[number] != candidate.block.locator
                )
        return tuple(dict.fromkeys(found))[:_MOST_CITED]

    def _written_out(self, listed: str) -> list[str]:
        numbers: list[str] = []
        position = 0
        for match in re.finditer(_ONE, listed):
            joint = listed[position : match.start()]
            number = match.group()
            if numbers and re.search(r"\bto\b|[–-]", joint):
                first, last = numbers[-1].rpartition("."), number.rpartition(".")
                if first[2].isdigit() and last[2].isdigit() and first[0] in (last[0], ""):
                    stem = f"{last[0]}." if last[0] else ""
                    numbers.extend(
                        f"{stem}{n}" for n in range(int(first[2]) + 1, min(int(last[2]), int(first[2]) + 30))
                    )
            numbers.append(number)
            position = match.end()
        return numbers

    def _before(self, candidate: Candidate) -> list[Block[RedactedText]]:
        """Return the numbered paragraphs under the same heading, back to the recommendations before them."""
        place = self._place[id(candidate.block)]
        path = candidate.block.heading_path
        near: list[Block[RedactedText]] = []
        for block in reversed(self._blocks[:place]):
            if block.kind is BlockKind.HEADING:
                if near or not _ANNOUNCES.match(block.text):
                    break
                path = block.heading_path
                continue
            if block.table is not None or block.kind not in BODY_KINDS:
                continue
            if id(block) in self._entries:
                if near:
                    break
                continue
            if block.heading_path[: len(path)] != path and block.heading_path != path:
                break
            if block.label is not None or block.text.endswith(":"):
                continue
            if not self._narrative:
                return [block] if len(block.text.split()) > _LEAST_SENTENCE and not _ANSWERS.match(block.text) else []
            if block.number is not None:
                near.append(block)
        return near[:6][::-1]

    def _told_before(self, candidate: Candidate) -> bool:
        """Say whether its paragraph tells something before it comes to the first entry."""
        first = self._first.get(id(candidate.block))
        return candidate.inline and first is not None and first > _NUMBER_WIDTH

    def _likely(self, candidate: Candidate, near: Sequence[Block[RedactedText]]) -> list[Block[RedactedText]]:
        """Return those of the paragraphs just before it that speak of the same, the last ones first in doubt."""
        wanted = _stems(candidate.text)
        shares = [sum(self._weights.get(stem, 1.0) for stem in wanted & self._stems_of(block)) for block in near]
        most = max(shares) or 1.0
        scores = [share / most + _NEARNESS * (place + 1) / len(near) for place, share in enumerate(shares)]
        return [block for block, score in zip(near, scores, strict=True) if score >= _CLOSE * max(scores)][-_MOST_NEAR:]

    def _stems_of(self, block: Block[RedactedText]) -> frozenset[str]:
        known = self._words.get(id(block))
        return _stems(block.text) if known is None else known

    def _alike(
        self, candidate: Candidate, among: Sequence[Block[RedactedText]], least: float
    ) -> list[Block[RedactedText]]:
        """Return the paragraphs that share the words of the candidate, weighed by how rare they are."""
        wanted = _stems(candidate.text)
        total = sum(self._weights.get(stem, 0.0) for stem in wanted) or 1.0
        scored = []
        for block in among:
            shared = wanted & self._stems_of(block)
            score = sum(self._weights.get(stem, 0.0) for stem in shared) / total
            rare = any(self._seen[stem] == 1 for stem in shared)
            if (len(shared) >= _LEAST_SHARED or rare) and score >= least:
                scored.append((score, block))
        best = max((score for score, _ in scored), default=0.0)
        return [block for score, block in scored if score >= _CLOSE * best][:_MOST_NEAR]


_ANNOUNCES = re.compile(
    r"\W*(?:[\dIVX.]+\s+)?(?:our |key |the )?(?:recommendations?|requirements?|measures)\b", re.IGNORECASE
)


def _within(candidate: Candidate) -> bool:
    """Say whether it is a sentence of a narrative paragraph that says more."""
    return candidate.inline and len(candidate.text) < 0.7 * len(candidate.block.text)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in _WORD.findall(text.lower()) if word not in _COMMON)
