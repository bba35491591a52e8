"""Recommendations, findings, concerns and their like in the running text of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.addressee import (
    group_addressee,
    heading_addressee,
    introduced_addressee,
    labelled_addressee,
    obliges_list,
    responsible_addressee,
    subject_addressee,
    trailing_addressee,
)
from ingest.announcement import announces, closes_with_states, parts, qualified
from ingest.candidate import Candidate, trimmed
from ingest.labels import Label, read_label
from ingest.obligation import LONGEST_PROSE, MODAL, inline_recommendations, obliges
from ingest.report import Block, BlockKind
from ingest.sentence import sentence_spans
from redaction.text import RedactedText

_BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX)
_SECTION = re.compile(
    r"recommendation|requirement|what (?:needs|we ask|must|should)|areas? for improvement|proposals?\b|action points|"
    r"^\W*asks?\b|next steps",
    re.IGNORECASE,
)
_NOT_SECTION = re.compile(
    r"response|repl(?:y|ies)|progress|implementation of|follow[- ]up (?:to|of|on)|status|previous|past|"
    r"earlier|last year|outcome|"
    r"introduction|background|about",
    re.IGNORECASE,
)
_FINDING_SECTION = re.compile(
    r"^\W*(?:\d+\.?\s*)?(?:(?:main|key|principal|summary of|our)\s+)*(?:findings|deficiencies)\b", re.IGNORECASE
)
_KIND_SECTIONS = (
    (re.compile(r"good practice|positive practice|points? of strength", re.IGNORECASE), "good_practice"),
    (re.compile(r"areas? for improvement", re.IGNORECASE), "area_for_improvement"),
    (re.compile(r"housekeeping", re.IGNORECASE), "housekeeping"),
    (re.compile(r"(?:key|priority|main) concerns?\b", re.IGNORECASE), "concern"),
    (
        re.compile(r"requests? for (?:information|comment)|information requests?", re.IGNORECASE),
        "request_for_information",
    ),
)
_IMPROVE = re.compile(
    r"\bneeds? to improve|areas? (?:for|of) (?:improvement|development)|even better if", re.IGNORECASE
)
_SECTION_ABOVE = re.compile(
    r"(?:\W*(?:\d{1,2}(?:\.\d+)*|[IVX]{1,5}|[A-Z])[.):]?\s+)?(?:(?:summary|list) of |our |key |main |all |"
    r"(?:conclusions?|findings) and(?:/or)? )*recommendations?\b.{0,30}$",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"\b(?:following|these|below|next)\b.{0,60}\brecommendations?\b|\brecommendations?\b.{0,60}(?:following|below|:$)",
    re.IGNORECASE,
)
_SHORTEST = 12


def find_candidates(blocks: Sequence[Block[RedactedText]]) -> list[Candidate]:
    """Find entries in every block that is no row of a table.

    Args:
        blocks: a report's blocks in reading order.

    Returns:
        Candidates in reading order. Recommendations inside narrative paragraphs are marked ``inline``.
    """
    found: list[Candidate] = []
    walk = _Walk()
    for index, block in enumerate(blocks):
        follower = blocks[index + 1] if index + 1 < len(blocks) else None
        found.extend(walk.visit(block, follower))
    return qualified([part for candidate in _without_echoes(found) for part in parts(candidate)])


class _Walk:
    """The state of one pass: what the last heading, lead sentence and addressee line have announced."""

    def __init__(self) -> None:
        self._pending: Label | None = None
        self._group: str | None = None
        self._lead: str | None = None
        self._lead_number: str | None = None
        self._item = 0
        self._last_number: str | None = None
        self._variants = 0
        self._list_style: str | None = None
        self._latest: Candidate | None = None
        self._recommending = False

    def visit(self, block: Block[RedactedText], follower: Block[RedactedText] | None) -> Iterator[Candidate]:
        if block.table is not None or block.kind not in (*_BODY, BlockKind.HEADING):
            return
        label = read_label(block.text)
        if label is None and block.number is not None and block.text.startswith(block.number):
            label = Label(None, block.number, len(block.number))
        if label is None and block.number is not None:
            label = Label(block.label, block.number, 0, _kind_of(block))
        if block.kind is BlockKind.HEADING:
            yield from self._heading(block, label)
            return
        if self._pending is not None:
            pending, self._pending = self._pending, None
            if label is None or not label.kind:
                yield self._labelled(block, pending, label.start if label else 0)
                return
        if label is not None and label.kind:
            if label.start >= len(block.text) - _SHORTEST:
                self._pending = label
                return
            yield self._labelled(block, label, label.start)
            return
        for candidate in self._unlabelled(block, label, follower):
            self._latest = candidate if candidate.kind == "recommendation" else None
            yield candidate

    def _heading(self, block: Block[RedactedText], label: Label | None) -> Iterator[Candidate]:
        self._pending = None
        self._lead = None
        self._group = self._group_of(block)
        announced = bool(_SECTION.search(block.text)) and not _NOT_SECTION.search(block.text)
        below = any(_SECTION_ABOVE.match(heading) for heading in block.heading_path)
        self._recommending = announced or below or (self._recommending and self._group is not None)
        if label is not None and label.kind and label.word is not None and label.number is not None:
            rest = len(block.text) - label.start
            if rest < _SHORTEST:
                self._pending = label
            elif label.kind != "finding" or MODAL.search(block.text):
                yield self._labelled(block, label, label.start)

    @staticmethod
    def _group_of(block: Block[RedactedText]) -> str | None:
        """Read the addressee from a heading, or from one above it: ``Recommendations to the Director``."""
        for heading in (block.text, *reversed(block.heading_path)):
            below = any(_SECTION_ABOVE.match(above) for above in block.heading_path)
            found = heading_addressee(heading) if below and heading is block.text else group_addressee(heading)
            if found is not None:
                return found
        return None

    def _labelled(self, block: Block[RedactedText], label: Label, start: int) -> Candidate:
        text = trimmed(block.text, start)
        addressee = labelled_addressee(label.qualifier)
        trailing = trailing_addressee(text)
        if trailing is not None and label.kind == "recommendation":
            addressee = addressee or trailing[0]
            text = trimmed(text, 0, trailing[1])
        if addressee is None and label.kind in (
            "recommendation",
            "request_for_information",
            "area_for_improvement",
            "housekeeping",
        ):
            addressee = subject_addressee(text) or self._group
        number = label.number
        if number is not None and label.kind == "area_for_improvement" and label.word and label.word.upper() == "AFI":
            number = f"AFI {number}"
        elif number is not None and label.word == "D":
            number = f"D{number}"
        self._latest = Candidate(label.kind, text, block, number, addressee)
        return self._latest

    def _unlabelled(
        self, block: Block[RedactedText], label: Label | None, follower: Block[RedactedText] | None
    ) -> Iterator[Candidate]:
        start = label.start if label is not None else 0
        text = trimmed(block.text, start)
        group = group_addressee(text)
        if group is not None and len(text.split()) <= 14:
            self._group = group
            return
        named = responsible_addressee(text)
        if named is not None and self._latest is not None:
            self._latest.addressee = self._latest.addressee or named
            return
        introduced = introduced_addressee(text)
        opens = self._recommending and obliges_list(text) and follower is not None
        if introduced is not None and (announces(text) or opens or (self._recommending and _INTRODUCES.search(text))):
            self._group = introduced
        if opens and not announces(text):
            self._lead, self._lead_number, self._item = "recommendation", label.number if label else None, 0
            self._last_number, self._variants, self._list_style = None, 0, None
            return
        if announces(text):
            self._lead, self._lead_number, self._item = "recommendation", label.number if label else None, 0
            self._last_number, self._variants, self._list_style = None, 0, None
            return
        kind = self._kind(block, label, text)
        if kind is None:
            inner = read_label(text) if label is not None and label.word is None else None
            if inner is not None and inner.kind == "good_practice" and inner.start < len(text):
                yield Candidate("good_practice", trimmed(text, inner.start), block, inner.number, inline=True)
                return
            yield from inline_recommendations(block, start)
            return
        if len(text) < _SHORTEST:
            return
        addressee = None
        if kind == "recommendation":
            trailing = trailing_addressee(text)
            if trailing is not None:
                text = trimmed(text, 0, trailing[1])
            addressee = (trailing[0] if trailing else None) or subject_addressee(text) or self._group
        number = label.number if label is not None else _mentioned_number(text)
        if self._lead_number is not None and self._lead is not None:
            if label is not None:
                self._last_number, self._variants = number, text.count(");")
            elif self._last_number is not None:
                # What more States recommend under the same printed number stands in paragraphs of its own.
                number, self._variants = f"{self._last_number}.{max(1, self._variants)}", self._variants + 1
        yield Candidate(kind, text, block, number, addressee, lead=self._lead_number if self._lead else None)

    def _kind(self, block: Block[RedactedText], label: Label | None, text: str) -> str | None:
        """Name the kind that the section gives to a block without a label, ``None`` for plain narrative."""
        if self._lead is not None:
            if self._continues(block, label):
                return self._lead
            if self._lead_number is None or (
                label is not None and label.word is None and _plain(label.number or "") > _plain(self._lead_number)
            ):
                self._lead = None
            elif label is None:
                return self._lead if self._last_number is not None and closes_with_states(text) else None
        heading = block.heading_path[-1] if block.heading_path else ""
        listed = label is not None or block.kind in (BlockKind.LIST_ITEM, BlockKind.BOX)
        if heading and not _NOT_SECTION.search(heading):
            for pattern, kind in _KIND_SECTIONS:
                if pattern.search(heading) and listed and len(heading) < 90:
                    return kind
            if _SECTION.search(heading) and len(heading) < 90 and obliges(text, listed):
                return (
                    "area_for_improvement" if _IMPROVE.search(heading) and not MODAL.search(text) else "recommendation"
                )
            if _IMPROVE.search(heading) and listed and len(text) < LONGEST_PROSE:
                return "area_for_improvement"
            if _FINDING_SECTION.search(heading) and listed and len(list(sentence_spans(text))) <= 2:
                return "finding"
        below = heading and self._recommending and (listed or group_addressee(heading) is not None)
        if below and not _NOT_SECTION.search(heading) and obliges(text, listed):
            return "recommendation"
        return None

    def _continues(self, block: Block[RedactedText], label: Label | None) -> bool:
        if self._lead_number is not None and label is not None and label.number is not None:
            if label.number.startswith(f"{self._lead_number}.") or re.match(r"\(?[a-z0-9]{1,3}\)", label.number):
                return True
            follows = _plain(label.number) == self._item + 1
            self._item += follows
            return follows
        if block.kind is not BlockKind.LIST_ITEM and (label is None or not re.match(r"\(", label.number or "")):
            return False
        # "(a)" and "(b)" end where the report's own numbers go on: "4. The kitchen was clean."
        style = _style(label)
        self._list_style = self._list_style or style
        return style == self._list_style


def _style(label: Label | None) -> str:
    number = label.number if label is not None else None
    if number is None:
        return "bullet"
    return "letter" if re.match(r"\(?[a-z]", number) else "number"


def _plain(number: str) -> int:
    return int(number) if number.isdigit() else -1


def _kind_of(block: Block[RedactedText]) -> str:
    if block.label is None:
        return ""
    found = read_label(f"{block.label} 1: x")
    return found.kind if found is not None else ""


def _mentioned_number(text: str) -> str | None:
    found = re.search(r"\(recommendation\s+(\d{1,3}(?:\.\d+)*)\)", text, re.IGNORECASE)
    return found[1] if found else None


def _without_echoes(found: list[Candidate]) -> list[Candidate]:
    """Drop unnumbered good practice inside paragraphs where the report also lists good practice with a label."""
    has_labelled = any(c.kind == "good_practice" and not c.inline for c in found)
    return [c for c in found if not (has_labelled and c.kind == "good_practice" and c.inline)]
