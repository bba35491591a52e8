"""Recommendations, findings, concerns and their like in the running text of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.addressee import (
    group_addressee,
    heading_addressee,
    introduced_addressee,
    is_actor,
    is_house,
    labelled_addressee,
    leading_addressee,
    obliges_list,
    responsible_addressee,
    subject_addressee,
    trailing_addressee,
)
from ingest.announcement import announces, closes_with_states, parts, qualified
from ingest.candidate import Candidate, trimmed
from ingest.labels import Label, read_label
from ingest.listing import kind_of_label, listed_kind, numbers_its_narrative, plain_number, style_of
from ingest.obligation import MODAL, inline_recommendations
from ingest.replies import opens_with_decision
from ingest.report import Block, BlockKind
from ingest.sections import announces_recommendations, earlier_verdict, is_above_recommendations, section_kind
from redaction.text import RedactedText

_BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX)
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
    walk = _Walk(numbered=numbers_its_narrative(blocks))
    for index, block in enumerate(blocks):
        follower = blocks[index + 1] if index + 1 < len(blocks) else None
        found.extend(walk.visit(block, follower))
    return qualified([part for candidate in _without_echoes(found) for part in parts(candidate)])


class _Walk:
    """The state of one pass: what the last heading, lead sentence and addressee line have announced."""

    def __init__(self, *, numbered: bool = False) -> None:
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
        self._counted = 0
        self._parent: str | None = None
        self._behind = False
        self._numbered = numbered

    def visit(self, block: Block[RedactedText], follower: Block[RedactedText] | None) -> Iterator[Candidate]:
        if block.table is not None or block.kind not in (*_BODY, BlockKind.HEADING):
            return
        label = read_label(block.text)
        if label is None and block.number is not None and block.text.startswith(block.number):
            behind = re.match(r"[.):]*\s*", block.text[len(block.number) :])
            label = Label(None, block.number, len(block.number) + (behind.end() if behind else 0))
        if label is None and block.number is not None:
            label = Label(block.label, block.number, 0, kind_of_label(block))
        if block.kind is BlockKind.HEADING:
            yield from self._heading(block, label)
            return
        if self._pending is not None:
            pending, self._pending = self._pending, None
            if label is None or not label.kind:
                yield from self._opened(block, pending, label.start if label else 0, follower)
                return
        if label is not None and label.kind:
            if label.start >= len(block.text) - _SHORTEST and not opens_with_decision(block.text[label.start :]):
                self._pending = label
                return
            yield from self._opened(block, label, label.start, follower)
            return
        for candidate in self._unlabelled(block, label, follower):
            self._latest = candidate if candidate.kind == "recommendation" else None
            yield candidate

    def _heading(self, block: Block[RedactedText], label: Label | None) -> Iterator[Candidate]:
        self._pending = None
        self._behind = False
        self._lead = None
        self._group = self._group_of(block)
        announced = announces_recommendations(block.text)
        below = any(is_above_recommendations(heading) for heading in block.heading_path)
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
            below = any(is_above_recommendations(above) for above in block.heading_path)
            found = heading_addressee(heading) if below and heading is block.text else group_addressee(heading)
            if found is not None:
                return found
        return None

    def _opened(
        self, block: Block[RedactedText], label: Label, start: int, follower: Block[RedactedText] | None
    ) -> Iterator[Candidate]:
        """Yield a labelled entry; ``R4. The Governor should:`` only opens the entries (a), (b) and so on."""
        text = trimmed(block.text, start)
        listed = follower is not None and (
            follower.kind is BlockKind.LIST_ITEM or re.match(r"\(?[a-z]\)|[a-z]\.\s", follower.text)
        )
        if label.kind != "recommendation" or not text.endswith(":") or not listed:
            self._parent = None
            yield self._labelled(block, label, start)
            return
        named = introduced_addressee(text) or subject_addressee(text)
        self._group = named or (str(text[:-1]) if is_actor(text[:-1]) else self._group)
        self._lead, self._lead_number, self._item, self._list_style = label.kind, None, 0, None
        self._last_number, self._parent = None, label.number

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
            addressee = leading_addressee(text) or self._addressee(text)
        number = label.number
        if number is not None and label.kind == "area_for_improvement" and label.word and label.word.upper() == "AFI":
            number = f"AFI {number}"
        elif number is not None and label.word == "D":
            number = f"D{number}"
        self._latest = Candidate(label.kind, text, block, number, addressee)
        if label.kind == "deficiency":
            # The label itself says what was verified on the visit.
            repeat = (label.word or "").lower().startswith("repeat")
            self._latest.status_verified = "repeat deficiency" if repeat else "non-compliant"
        return self._latest

    def _is_fragment(self, label: Label | None, text: str) -> bool:
        """Say whether ``(a) including dental care`` only goes on with the sentence of the entry before."""
        if label is None or self._lead is not None or self._latest is None or not text[:1].islower():
            return False
        return bool(re.match(r"\(?(?:[a-z]|[ivx]+)\)?$", label.number or "")) and not self._latest.text.endswith(":")

    def _addressee(self, text: str) -> str | None:
        """Read who should act; under ``To the Governor`` the sentence ``The prison should`` means him."""
        subject = subject_addressee(text)
        return self._group if subject is None or (self._group is not None and is_house(subject)) else subject

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
        introduced = introduced_addressee(text) or (subject_addressee(text) if text.endswith(":") else None)
        listed = follower is not None and follower.kind is BlockKind.LIST_ITEM
        opens = (self._recommending or listed) and obliges_list(text) and follower is not None
        if introduced is not None and (announces(text) or opens or (self._recommending and _INTRODUCES.search(text))):
            self._group = introduced
        if opens and not announces(text):
            self._lead, self._lead_number, self._item = "recommendation", label.number if label else None, 0
            self._last_number, self._variants, self._list_style = None, 0, None
            return
        listing = listed_kind(text)
        if listing is not None and not announces(text) and follower is not None and follower.kind in _BODY:
            self._lead, self._lead_number, self._item, self._list_style = listing, None, 0, None
            self._last_number = None
            return
        if announces(text):
            self._lead, self._lead_number, self._item = "recommendation", label.number if label else None, 0
            self._last_number, self._variants, self._list_style = None, 0, None
            return
        kind = self._kind(block, label, text)
        judged = earlier_verdict(block, label, text)
        if judged is not None:
            yield judged
            return
        if kind is None:
            inner = read_label(text) if label is not None and label.word is None else None
            if inner is not None and inner.kind == "good_practice" and inner.start < len(text):
                yield Candidate("good_practice", trimmed(text, inner.start), block, inner.number, inline=True)
                return
            # Between the numbered paragraphs of a report, what is not numbered is what it asks for.
            apart = self._numbered and self._behind and label is None and block.kind is not BlockKind.LIST_ITEM
            self._behind = self._behind or label is not None
            yield from inline_recommendations(block, start, apart=apart)
            return
        if len(text) < _SHORTEST or self._is_fragment(label, text):
            return
        addressee = None
        if kind not in ("finding", "concern", "good_practice"):
            trailing = trailing_addressee(text)
            if trailing is not None:
                text = trimmed(text, 0, trailing[1])
            addressee = (trailing[0] if trailing else None) or leading_addressee(text) or self._addressee(text)
        number = label.number if label is not None else _mentioned_number(text)
        if self._parent is not None and self._lead is not None and number is not None and style_of(label) == "letter":
            number = f"{self._parent}({number.strip('().')})"
        if self._lead_number is not None and self._lead is not None:
            if label is not None:
                self._last_number, self._variants = number, text.count(");")
            elif self._last_number is not None:
                # What more States recommend under the same printed number stands in paragraphs of its own.
                number, self._variants = f"{self._last_number}.{max(1, self._variants)}", self._variants + 1
        yield Candidate(kind, text, block, number, addressee, lead=self._lead_number if self._lead else None)

    def _kind(self, block: Block[RedactedText], label: Label | None, text: RedactedText) -> str | None:
        """Name the kind that the section gives to a block without a label, ``None`` for plain narrative."""
        if self._lead is not None:
            if self._continues(block, label):
                return self._lead
            if self._lead_number is None or (
                label is not None
                and label.word is None
                and plain_number(label.number or "") > plain_number(self._lead_number)
            ):
                self._lead = None
            elif label is None:
                return self._lead if self._last_number is not None and closes_with_states(text) else None
        return section_kind(block, label, text, recommending=self._recommending, grouped=self._group is not None)

    def _continues(self, block: Block[RedactedText], label: Label | None) -> bool:
        if self._lead_number is not None and label is not None and label.number is not None:
            if label.number.startswith(f"{self._lead_number}.") or re.match(r"\(?[a-z0-9]{1,3}\)", label.number):
                return True
            follows = plain_number(label.number) == self._item + 1
            self._item += follows
            return follows
        if block.kind is not BlockKind.LIST_ITEM and (label is None or not re.match(r"\(", label.number or "")):
            return self._lead_number is None and label is not None and label.word is None and self._counts(label)
        # "(a)" and "(b)" end where the report's own numbers go on: "4. The kitchen was clean."
        style = style_of(label)
        self._list_style = self._list_style or style
        return style == self._list_style

    def _counts(self, label: Label) -> bool:
        """Say whether ``1.`` opens a numbered list, goes on with it, or with the list of the lead before."""
        value = plain_number((label.number or "").rstrip("."))
        if value < 0 or value not in (1, self._item + 1, self._counted + 1):
            return False
        self._item = self._counted = value
        return True


def _mentioned_number(text: str) -> str | None:
    found = re.search(r"\(recommendation\s+(\d{1,3}(?:\.\d+)*)\)", text, re.IGNORECASE)
    return found[1] if found else None


def _without_echoes(found: list[Candidate]) -> list[Candidate]:
    """Drop unnumbered good practice inside paragraphs where the report also lists good practice with a label."""
    has_labelled = any(c.kind == "good_practice" and not c.inline for c in found)
    return [c for c in found if not (has_labelled and c.kind == "good_practice" and c.inline)]
