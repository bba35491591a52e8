"""How a report numbers and lists: what a sentence announces, and the style of the numbers below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.report import Block, BlockKind
from ingest.structure.labels import Label, read_label
from redaction.text import RedactedText

_LONGEST_ANNOUNCEMENT = 300
_LEAST_NUMBERED, _LEAST_PARAGRAPH = 6, 60
_LISTING = (
    (re.compile(r"\b(?:good|best|positive) practices?\b[^.:]{0,60}:$", re.IGNORECASE), "good_practice"),
    (
        re.compile(
            r"\b(?:requests?|would like|wish(?:es)?)\b[^.:]{0,60}\b(?:information|informed|receive|"
            r"comments)\b[^.:]{0,60}:$",
            re.IGNORECASE,
        ),
        "request_for_information",
    ),
    # "The Office asks the Directorate to furnish, within sixty days:", "We should be glad to receive:"
    (
        re.compile(
            r"\b(?:asks?|requests?|requested|asked|wish(?:es)?|would|should|invites?|invited|shall|(?:is|are) to|"
            r"must|please|"
            r"wants?|expects?)\b[^.:;]{0,140}\b(?:furnish|send|submit|supply|transmit|forward|communicate|receive|"
            r"learn|"
            r"(?:inform|tell)\s+(?:us|it|me|him|her|the)|(?:provide|state|report|indicate|explain)\b"
            r"(?=[^.:;]{0,60}\b(?:us|me|days?|weeks?|months?|information)\b)|be (?:told|informed))\b[^.:;]{0,80}:$",
            re.IGNORECASE,
        ),
        "request_for_information",
    ),
    (re.compile(r"\b(?:concerns|concerned)\b[^.:]{0,40}:$", re.IGNORECASE), "concern"),
    (
        re.compile(r"\b(?:found|findings|observed|noted|established|identified)\b[^.:]{0,60}:$", re.IGNORECASE),
        "finding",
    ),
)


# "The Ombud recommends" and "We ask the Director", without a colon, before a list.
_OPEN_END = re.compile(
    r"\b(?:recommends?|recommended|asks?|urges?|calls?\s+(?:up)?on|invites?|requests?|proposes?|suggests?|requires?|"
    r"advises?|encourages?|should|must|shall|needs? to|necessary|proposed|suggested|essential|required|requested|"
    r"called upon|obliged|invited|urged|asked)\b(?:[^.;:?!]{0,90})$"
)
_KIND_LINES = (
    (
        re.compile(
            r"\b(?:good|best|positive|commendable|strong|strengths?|praise\w*|commendations?|works? well)\b",
            re.IGNORECASE,
        ),
        "good_practice",
    ),
    (
        re.compile(r"\b(?:recommend\w+|proposals?|suggestions?|measures? to be taken|requirements?)\b", re.IGNORECASE),
        "recommendation",
    ),
    (re.compile(r"\b(?:requests? for information|information requested)\b", re.IGNORECASE), "request_for_information"),
    (re.compile(r"\b(?:concerns?)\b", re.IGNORECASE), "concern"),
    (
        re.compile(
            r"\b(?:findings?|observations?|shortcomings?|deficienc\w+|problems?|weaknesses|negative points?|"
            r"violations?|"
            r"irregularities|risk factors?)\b",
            re.IGNORECASE,
        ),
        "finding",
    ),
)
_PAST_LINE = re.compile(
    r"\b(?:previous|earlier|past|status|progress|follow[- ]?up|response|repl(?:y|ies)|20\d\d)\b", re.IGNORECASE
)
_MOST_LINE_WORDS = 14


def is_line(text: str, follower: Block[RedactedText] | None) -> bool:
    """Say whether a short paragraph heads the list below it: ``Positive points``, ``In the short term``."""
    listed = follower is not None and follower.kind is BlockKind.LIST_ITEM
    return listed and len(text.split()) <= _MOST_LINE_WORDS and text[-1:] not in ".;,?!" and not re.search(r"\d$", text)


def line_kind(text: str) -> str | None:
    """Name what a line announces by its words: ``Positive points`` praise; ``None`` for ``In the short term``."""
    if _PAST_LINE.search(text):
        return None
    return next((kind for pattern, kind in _KIND_LINES if pattern.search(text)), None)


_LONGEST_OPENING = 250


def opens_list(text: str, follower: Block[RedactedText] | None) -> bool:
    """Say whether an unfinished sentence recommends what the list below it names: ``The Ombud recommends``."""
    if follower is None or len(text) > _LONGEST_OPENING or text[-1:] in ".;?!)":
        return False
    listed = follower.kind is BlockKind.LIST_ITEM or bool(re.match(r"\(?[a-z1]\)|[-–•]|that\b|to\b", follower.text))
    return listed and bool(_OPEN_END.search(text.rstrip(" :–—-")))


def listed_kind(text: str) -> str | None:
    """Name what a sentence announces that is no recommendation: ``I found that:``."""
    if len(text) > _LONGEST_ANNOUNCEMENT:
        return None
    return next((kind for pattern, kind in _LISTING if pattern.search(text)), None)


def numbers_its_narrative(blocks: Sequence[Block[RedactedText]]) -> bool:
    """Say whether most paragraphs of a report bear numbers, so that one without stands apart."""
    body = [b for b in blocks if b.kind is BlockKind.PARAGRAPH and b.table is None and len(b.text) > _LEAST_PARAGRAPH]
    numbered = sum(b.number is not None and b.number[:1].isdigit() for b in body)
    return numbered >= _LEAST_NUMBERED and numbered * 2 > len(body)


def style_of(label: Label | None) -> str:
    """Name the style of a number: ``letter``, ``number``, or ``bullet`` without one."""
    number = label.number if label is not None else None
    if number is None:
        return "bullet"
    return "letter" if re.match(r"\(?[a-z]", number) else "number"


def plain_number(number: str) -> int:
    """Return the value of a plain number, -1 for any other."""
    return int(number) if number.isdigit() else -1


def kind_of_label(block: Block[RedactedText]) -> str:
    """Name the register kind of the label that a block was given, empty without one."""
    if block.label is None:
        return ""
    found = read_label(f"{block.label} 1: x")
    return found.kind if found is not None else ""


def mentioned_number(text: str) -> str | None:
    """Return the number that stands in brackets inside an entry: ``... at once (Recommendation 4)``."""
    found = re.search(r"\(recommendation\s+(\d{1,3}(?:\.\d+)*)\)", text, re.IGNORECASE)
    return found[1] if found else None
