"""Recommendations, findings, concerns and their like in the running text of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.addressee import group_addressee, labelled_addressee, subject_addressee, trailing_addressee
from ingest.announcement import announces, parts, qualified
from ingest.candidate import Candidate, trimmed
from ingest.labels import Label, read_label
from ingest.report import Block, BlockKind
from ingest.sentence import sentence_spans
from ingest.status import find_statuses
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
_MODAL = re.compile(
    r"\b(?:should|must|shall|needs? to|ought to|is to be|are to be|has to|have to|recommends?|may no longer|"
    r"to ensure|"
    r"be required to)\b",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"\b(?:(?:[Ww]e|I)(?:\s+(?:also|therefore|further|again|strongly|urgently|"
    r"reiterate and))*\s+(?:recommend\b(?!ed)|urge\b|call (?:up)?on\b|(?:repeat|reiterate|renew) (?:our|my|"
    r"the) recommendation)|"
    r"(?:the\s+)?(?:[A-Z]{2,8}|Committee|Subcommittee|delegation|Inspectorate|Inspector|Ombuds\w*|Commission|"
    r"Commissioner|"
    r"Mechanism|NPM|Office|Panel|Defender|visiting team|Council|Department|Board|Unit|inspectors|delegates|mission)"
    r"(?:\s+(?:therefore|also|further|again|strongly|thus|consequently|once|accordingly|would|hereby|wishes|"
    r"to|like))*\s+"
    r"(?:reiterates? (?:its|the) recommendation|recommends?\b(?!ed)|calls? upon\b|calls? on\b|urges?\b)|"
    r"[Ii]t is (?:therefore |strongly |also )?recommended\b|reiterates its recommendation)",
)
_PAST = re.compile(
    r"\b(?:had|was|were|previously|earlier|last (?:year|visit)|in (?:its|the) (?:previous|last|"
    r"earlier))\b[^.]{0,60}\brecommend",
    re.IGNORECASE,
)
_IMPERATIVE_NOT = re.compile(
    r"^(?:the|a|an|this|these|those|there|it|in|on|at|of|for|with|we|our|they|he|she|by|from|as|all|some|no|"
    r"one|many|most|since|"
    r"during|after|before|when|while|where|if|because|but|and|however|although|each|every|following|see|page|"
    r"table|figure|"
    r"staff|prisoners?|detainees?|patients?|residents?|children|people|persons|inspectors?|\w+ly|\d\S*)\b",
    re.IGNORECASE,
)
_PAST_VERB = re.compile(r"^\S+\s+(?:was|were|is|are|had|has|have|did|does|do|been)\b")
_REPLY = re.compile(
    r"\b(?:replied|accepted|agreed with|rejected|responded|wrote on|stated on|had not replied|not replied)\b",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(r"recommendations contained in the present report|should not be construed", re.IGNORECASE)
_IMPROVE = re.compile(
    r"\bneeds? to improve|areas? (?:for|of) (?:improvement|development)|even better if", re.IGNORECASE
)
_SHORTEST = 12
_LONGEST_PROSE = 900


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
        yield from self._unlabelled(block, label)

    def _heading(self, block: Block[RedactedText], label: Label | None) -> Iterator[Candidate]:
        self._pending = None
        self._lead = None
        self._group = group_addressee(block.text)
        announced = bool(_SECTION.search(block.text)) and not _NOT_SECTION.search(block.text)
        self._recommending = announced or (self._recommending and self._group is not None)
        if label is not None and label.kind and label.word is not None and label.number is not None:
            rest = len(block.text) - label.start
            if rest < _SHORTEST:
                self._pending = label
            elif label.kind != "finding" or _MODAL.search(block.text):
                yield self._labelled(block, label, label.start)

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
        return Candidate(label.kind, text, block, number, addressee)

    def _unlabelled(self, block: Block[RedactedText], label: Label | None) -> Iterator[Candidate]:
        start = label.start if label is not None else 0
        text = trimmed(block.text, start)
        group = group_addressee(text)
        if group is not None and len(text.split()) <= 14:
            self._group = group
            return
        if announces(text):
            self._lead, self._lead_number, self._item = "recommendation", label.number if label else None, 0
            return
        kind = self._kind(block, label, text)
        if kind is None:
            inner = read_label(text) if label is not None and label.word is None else None
            if inner is not None and inner.kind == "good_practice" and inner.start < len(text):
                yield Candidate("good_practice", trimmed(text, inner.start), block, inner.number, inline=True)
                return
            yield from _inline(block, start)
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
                return None
        heading = block.heading_path[-1] if block.heading_path else ""
        listed = label is not None or block.kind in (BlockKind.LIST_ITEM, BlockKind.BOX)
        if heading and not _NOT_SECTION.search(heading):
            for pattern, kind in _KIND_SECTIONS:
                if pattern.search(heading) and listed and len(heading) < 90:
                    return kind
            if _SECTION.search(heading) and len(heading) < 90 and _obliges(text, listed):
                return (
                    "area_for_improvement" if _IMPROVE.search(heading) and not _MODAL.search(text) else "recommendation"
                )
            if _IMPROVE.search(heading) and listed and len(text) < _LONGEST_PROSE:
                return "area_for_improvement"
            if _FINDING_SECTION.search(heading) and listed and len(list(sentence_spans(text))) <= 2:
                return "finding"
        if heading and group_addressee(heading) is not None and self._recommending:
            return "recommendation" if _obliges(text, listed) else None
        return None

    def _continues(self, block: Block[RedactedText], label: Label | None) -> bool:
        if self._lead_number is not None and label is not None and label.number is not None:
            if label.number.startswith(f"{self._lead_number}.") or re.match(r"\(?[a-z0-9]{1,3}\)", label.number):
                return True
            follows = _plain(label.number) == self._item + 1
            self._item += follows
            return follows
        return block.kind is BlockKind.LIST_ITEM or (label is not None and bool(re.match(r"\(", label.number or "")))


def _plain(number: str) -> int:
    return int(number) if number.isdigit() else -1


def _kind_of(block: Block[RedactedText]) -> str:
    if block.label is None:
        return ""
    found = read_label(f"{block.label} 1: x")
    return found.kind if found is not None else ""


def _obliges(text: str, listed: bool) -> bool:
    """Say whether a paragraph of a recommendations section recommends: it obliges someone, or commands."""
    if len(text) > _LONGEST_PROSE or _BOILERPLATE.search(text):
        return False
    if _REPLY.search(text) and not re.search(r"\b(?:should|must)\b", text):
        return False
    if _MODAL.search(text if listed else next((text[a:b] for a, b in sentence_spans(text)), "")):
        return listed or not re.match(r"[A-Z][a-z]+: ", text)
    if re.match(r"to [a-z]", text, re.IGNORECASE):
        return True
    if not listed or _IMPERATIVE_NOT.match(text) or _PAST_VERB.match(text):
        return False
    return bool(re.match(r"[A-Z][a-z]+(?:,? (?:and )?[a-z]|\s\S)", text))


def _inline(block: Block[RedactedText], start: int) -> Iterator[Candidate]:
    """Find sentences of a narrative paragraph that recommend: ``The Committee recommends that ...``."""
    text = block.text
    if "recommend" not in text and "calls" not in text and "urge" not in text:
        return
    for first, last in sentence_spans(text, start):
        sentence = text[first:last]
        if _INLINE.search(sentence) is None or _PAST.search(sentence) or find_replies(sentence):
            continue
        exact = trimmed(text, first, last)
        yield Candidate("recommendation", exact, block, None, subject_addressee(exact), inline=True)


def find_replies(sentence: str) -> bool:
    """Say whether a sentence reports an answer to recommendations rather than making one."""
    return bool(re.search(r"\brecommendations?\s+\d", sentence)) and bool(find_statuses(sentence))


def _mentioned_number(text: str) -> str | None:
    found = re.search(r"\(recommendation\s+(\d{1,3}(?:\.\d+)*)\)", text, re.IGNORECASE)
    return found[1] if found else None


def _without_echoes(found: list[Candidate]) -> list[Candidate]:
    """Drop unnumbered good practice inside paragraphs where the report also lists good practice with a label."""
    has_labelled = any(c.kind == "good_practice" and not c.inline for c in found)
    return [c for c in found if not (has_labelled and c.kind == "good_practice" and c.inline)]
