"""Recommendations, findings, concerns and their like in the running text of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.register.addressee import (
    labelled_addressee,
    leading_addressee,
    responsible_addressee,
    subject_addressee,
    trailing_addressee,
)
from ingest.register.addressee_groups import group_addressee, introduced_addressee, obliges_list
from ingest.register.announced_list import AnnouncedList
from ingest.register.announcement import announces, demands_of, leads_commands, parts, qualified, told_before
from ingest.register.candidate import Candidate, trimmed
from ingest.register.fields import read_field
from ingest.register.groups import Groups
from ingest.register.lead_words import HORIZON, INTRODUCES, LEADS_ON, MARKED, RECOMMENDS, RECOMMENDS_BEHIND
from ingest.register.led_items import led_items
from ingest.register.manner import Manner, manner_of
from ingest.register.obligation import MODAL, inline_recommendations, obliges
from ingest.register.offices import is_actor
from ingest.register.praise import run_in_praise
from ingest.register.repetitions import without_echoes
from ingest.register.replies import opens_with_decision
from ingest.register.sections import (
    announces_recommendations,
    earlier_verdict,
    is_above_recommendations,
    recommends_itself,
    section_kind,
)
from ingest.register.verbs import VERBS
from ingest.report import BODY_KINDS, Block, BlockKind
from ingest.structure.labels import Label, bare_label, inner_label, read_label
from ingest.structure.listing import is_line, kind_of_label, line_kind, listed_kind, mentioned_number, opens_list
from redaction.text import RedactedText

_SHORTEST, _LONGEST_LINE = 12, 90
_ADDRESSED = frozenset({"recommendation", "request_for_information", "area_for_improvement", "housekeeping"})
_HEADED, _ASKING = frozenset({"recommendation", "concern", "area_for_improvement"}), ("request_for_information",)


def find_candidates(blocks: Sequence[Block[RedactedText]]) -> list[Candidate]:
    """Find entries in every block that is no row of a table.

    Args:
        blocks: a report's blocks in reading order.

    Returns:
        Candidates in reading order. Recommendations inside narrative paragraphs are marked ``inline``.
    """
    manner = manner_of(blocks)
    found = _walked(blocks, manner)
    unlisted = manner.without_list(blocks, found)
    if unlisted is not None:
        found = _walked(blocks, unlisted)
    return qualified([part for one in without_echoes(found) for each in parts(one) for part in demands_of(each)])


def _walked(blocks: Sequence[Block[RedactedText]], manner: Manner) -> list[Candidate]:
    found: list[Candidate] = []
    walk = _Walk(manner)
    for index, block in enumerate(blocks):
        follower = blocks[index + 1] if index + 1 < len(blocks) else None
        found.extend(walk.visit(block, follower))
    return found


class _Walk:
    """The state of one pass: what the last heading, lead sentence and addressee line have announced."""

    def __init__(self, manner: Manner) -> None:
        self._pending: Label | None = None
        self._groups, self._list, self._manner = Groups(), AnnouncedList(), manner
        self._latest: Candidate | None = None
        self._recommending = self._behind = False

    def visit(self, block: Block[RedactedText], follower: Block[RedactedText] | None) -> Iterator[Candidate]:
        if block.table is not None or block.kind not in (*BODY_KINDS, BlockKind.HEADING):
            return
        label = read_label(block.text)
        if label is None and block.number is not None and block.text.startswith(block.number):
            behind = re.match(r"[.):]*\s*", block.text[len(block.number) :])
            label = Label(None, block.number, len(block.number) + (behind.end() if behind else 0))
        if label is None and block.kind in BODY_KINDS:
            label = bare_label(block.text, block.number)
        if label is None and block.number is not None:
            label = Label(block.label, block.number, 0, kind_of_label(block))
        if block.kind is BlockKind.HEADING:
            yield from self._heading(block, label)
            return
        if self._pending is not None:
            named = responsible_addressee(block.text)  # "Recommendation 4", "Addressed to: the Director", and the words
            if named is not None:
                self._pending = replace(self._pending, qualifier=named)
                return
            pending, self._pending = self._pending, None
            if label is None or not label.kind:
                yield from self._opened(block, pending, label.start if label else 0, follower)
                return
        if label and (inner := inner_label(block.text, label)) and inner.kind in (*_HEADED, "housekeeping"):
            rest = block.text[inner.start :]
            asks = rest.startswith("That ") or (obliges(rest, listed=True) and not opens_with_decision(rest))
            if asks or inner.number == label.number:
                yield self._labelled(block, inner, inner.start)
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
        self._pending, self._behind = None, False
        listing = self._list.kind == "recommendation"
        self._list.kind = None
        if self._recommending and len(block.text) < _LONGEST_LINE and HORIZON.fullmatch(block.text):
            # "In the short term" parts the list of one addressee by time or urgency.
            return
        if self._recommending and LEADS_ON.search(block.text):
            # "Based on the above, the Office issues the following", printed as a heading, leads to the list.
            return
        self._groups.take_heading(block, recommending=self._recommending or listing)
        announced = announces_recommendations(self._manner.undated(block.text)) or (
            len(block.text) < _LONGEST_LINE and bool(RECOMMENDS.fullmatch(block.text))
        )
        below = any(is_above_recommendations(heading) for heading in block.heading_path)
        self._recommending = announced or below or (self._recommending and self._groups.now is not None)
        if (listing and self._groups.now is not None) or RECOMMENDS.fullmatch(block.text):
            # "I recommend that:", and the addressees in turn: whatever is listed below is recommended.
            self._list.announce("recommendation", None)
        alone = bare_label(block.text, None)
        if alone is not None and alone.kind in _HEADED:
            # "Area for improvement" as a heading of its own: what comes next is one.
            self._pending = alone
        if label is not None and label.kind and label.word is not None and label.number is not None:
            if len(block.text) - label.start < _SHORTEST:
                self._pending = label
            elif label.kind != "finding" or MODAL.search(block.text):
                yield self._labelled(block, label, label.start)

    def _opened(
        self, block: Block[RedactedText], label: Label, start: int, follower: Block[RedactedText] | None
    ) -> Iterator[Candidate]:
        """Yield a labelled entry; ``R4. The Governor should:`` only opens the entries (a), (b) and so on."""
        text = trimmed(block.text, start)
        listed = follower is not None and (
            follower.kind is BlockKind.LIST_ITEM or re.match(r"\(?[a-z]\)|[a-z]\.\s", follower.text)
        )
        if label.kind != "recommendation" or not text.endswith(":") or not listed:
            self._list.parent = None
            yield self._labelled(block, label, start)
            return
        named = introduced_addressee(text) or subject_addressee(text)
        self._groups.now = named or (str(text[:-1]) if is_actor(text[:-1]) else self._groups.now)
        self._list.announce(label.kind, None)
        self._list.parent = label.number

    def _labelled(self, block: Block[RedactedText], label: Label, start: int) -> Candidate:
        text = trimmed(block.text, start)
        addressee = labelled_addressee(label.qualifier)
        trailing = trailing_addressee(text)
        if trailing is not None and label.kind == "recommendation":
            addressee = addressee or trailing[0]
            text = trimmed(text, 0, trailing[1])
        if addressee is None and label.kind in _ADDRESSED:
            addressee = leading_addressee(text) or self._groups.addressee_of(text)
        number = label.number
        if number is not None and label.kind == "area_for_improvement" and label.word and label.word.upper() == "AFI":
            number = f"AFI {number}"
        elif number is not None and label.word == "D":
            number = f"D{number}"
        self._latest = Candidate(label.kind, text, block, number, addressee)
        if label.word is not None and re.search(r"taken\s+into\s+account", label.word, re.IGNORECASE):
            self._latest.status_claimed = "implemented"
        if label.kind == "deficiency":
            # The label itself says what was verified on the visit.
            repeat = (label.word or "").lower().startswith("repeat")
            self._latest.status_verified = "repeat deficiency" if repeat else "non-compliant"
        return self._latest

    def _is_fragment(self, label: Label | None, text: str) -> bool:
        """Say whether ``(a) including dental care`` only goes on with the sentence of the entry before."""
        if label is None or self._list.kind is not None or self._latest is None or not text[:1].islower():
            return False
        return bool(re.match(r"\(?(?:[a-z]|[ivx]+)\)?$", label.number or "")) and not self._latest.text.endswith(":")

    def _unlabelled(
        self, block: Block[RedactedText], label: Label | None, follower: Block[RedactedText] | None
    ) -> Iterator[Candidate]:
        start = label.start if label is not None else 0
        text = trimmed(block.text, start)
        field = read_field(text)
        if field is not None and field.kind == "reply" and self._latest is not None:
            return
        if label is None and (items := led_items(text, block, self._groups, self._list)):
            yield from items
            return
        if (named := responsible_addressee(text)) is not None and self._latest is not None:
            self._latest.addressee = self._latest.addressee or named
            return
        group = group_addressee(text)
        if group is not None and len(text.split()) <= 14:
            self._groups.take(group)
            if line_kind(text) == "recommendation" or RECOMMENDS_BEHIND.search(text) or leads_commands(text, follower):
                self._list.announce("recommendation", None)
            return
        if label is None and block.kind is BlockKind.PARAGRAPH and is_line(text, follower) and not text.endswith(":"):
            announced = line_kind(text)
            if announced is not None:
                self._list.announce(announced, None)
                return
            if self._list.kind is not None:
                return
        introduced = introduced_addressee(text) or (subject_addressee(text) if text.endswith(":") else None)
        listed = follower is not None and follower.kind is BlockKind.LIST_ITEM
        opens = (self._recommending or listed) and obliges_list(text) and follower is not None
        leads = self._recommending and (text.rstrip().endswith(":") or INTRODUCES.search(text))
        listing = listed_kind(text)
        if introduced is not None and (announces(text) or opens or leads or listing in _ASKING):
            self._groups.now = introduced
        if opens and not announces(text):
            self._list.announce("recommendation", label.number if label else None)
            return
        if listing is not None and not announces(text) and follower is not None and follower.kind in BODY_KINDS:
            self._list.announce(listing, None)
            return
        if announces(text) or opens_list(text, follower):
            self._list.announce(listing if listing in _ASKING else "recommendation", label.number if label else None)
            return
        praised = run_in_praise(text)
        if praised and block.kind is not BlockKind.HEADING:
            yield Candidate(
                "good_practice", trimmed(text, praised), block, label.number if label else None, inline=True
            )
            return
        settled, kind = self._list.kind_of(block, label, text)
        if not settled:
            heading = self._manner.undated(block.heading_path[-1] if block.heading_path else "")
            kind = section_kind(
                block, label, text, heading, recommending=self._recommending, grouped=self._groups.now is not None
            )
        if label is not None and recommends_itself(text):
            settled, kind = True, "recommendation"
        kind = self._manner.series.get(id(block), kind) if kind in (None, "finding") else kind
        if kind == "recommendation" and self._list.kind is None and not text.endswith("?"):
            sentences = list(inline_recommendations(block, start))
            if any(one.kind == "request_for_information" for one in sentences):
                # "... a reply within six months. It recommends that the report be made public."
                yield from sentences
                return
        if (judged := earlier_verdict(block, label, text)) is not None:
            yield judged
            return
        marked = MARKED.match(text)
        led = leading_addressee(text) if label is not None or re.match(r"To\s", text) else None
        if kind is None and (led is not None or (label is not None and marked is not None)):
            rest = text[marked.end() :] if marked is not None else text
            to = re.match(r"(?:To|For)\s[^:]{3,110}:\s+(?P<verb>[A-Za-z]+)\b", rest)
            asks = obliges(rest, listed=True) if label is not None else bool(MODAL.search(rest.split(". ")[0]))
            if asks or (to is not None and to["verb"].lower() in VERBS):
                kind = "recommendation"
        if kind == "recommendation" and marked is not None:
            text = trimmed(text, marked.end())
        if kind is None:
            inner = read_label(text) if label is not None and label.word is None else None
            if inner is not None and inner.kind == "good_practice" and inner.start < len(text):
                yield Candidate("good_practice", trimmed(text, inner.start), block, inner.number, inline=True)
                return
            # Between the numbered paragraphs of a report, what is not numbered is what it asks for.
            apart = self._manner.numbered and self._behind and label is None and block.kind is not BlockKind.LIST_ITEM
            self._behind = self._behind or label is not None
            yield from inline_recommendations(
                block, start, apart=apart or self._manner.plain, past=self._manner.past, acts=self._manner.acts
            )
            return
        if len(text) < _SHORTEST or self._is_fragment(label, text):
            return
        addressee = None
        if kind not in ("finding", "concern", "good_practice"):
            trailing = trailing_addressee(text)
            if trailing is not None:
                text = trimmed(text, 0, trailing[1])
            addressee = (
                (trailing[0] if trailing else None) or leading_addressee(text) or self._groups.addressee_of(text)
            )
        if kind == "recommendation" and label is None and (told := told_before(text)):
            text, addressee = trimmed(text, told), subject_addressee(text[told:].lstrip()) or addressee
        number = label.number if label is not None else mentioned_number(text)
        number = self._list.number_of(label, number, text)
        yield Candidate(kind, text, block, number, addressee, lead=self._list.lead_number if self._list.kind else None)
