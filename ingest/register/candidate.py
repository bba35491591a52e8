"""An entry of the register in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.report import Block
from redaction.text import RedactedText

_LISTED_ALL = 30  # so many numbered recommendations are the list of a report that asks for nothing elsewhere


@dataclass(slots=True)
class Candidate:
    """What was recognised in one block; the register turns it into an entry.

    Attributes:
        kind: one of ``REGISTER_KINDS``.
        text: the exact words, a part of the block's text.
        block: where they stand.
        inline: it stands inside a narrative paragraph.
        owner: who the reply of an authority says will act.
        urgency: as the entry or its heading says.
        rests_on: locators of the paragraphs that it rests on.
        lead: number of the paragraph that announced it (``106. The following recommendations ...:``).
        decided_by_lead: its status comes from that paragraph, so that a sentence about its number may refine it.
        on_the_spot: it was asked for at this visit and put right before the visitors left.
        doubted: a rule took it for a finding, and the classifier of entries finds that it is hardly any.
    """

    kind: str
    text: RedactedText
    block: Block[RedactedText]
    number: str | None = None
    addressee: str | None = None
    response: str | None = None
    status_claimed: str | None = None
    status_verified: str | None = None
    due: str | None = None
    owner: str | None = None
    urgency: str | None = None
    rests_on: tuple[str, ...] = ()
    inline: bool = False
    lead: str | None = None
    decided_by_lead: bool = False
    doubted: bool = False
    on_the_spot: bool = False


def response_of(
    text: RedactedText,
    block: Block[RedactedText],
    number: str | None = None,
    addressee: str | None = None,
    *,
    claimed: str | None,
    told: str | None = None,
    inline: bool = False,
) -> Candidate:
    """Return what an authority answers.

    Args:
        text: the words of the entry.
        block: where they stand.
        number: of what is answered.
        addressee: who answers.
        claimed: the status that the answer claims.
        told: the words that answer; all of the text, where they are not apart from it.
        inline: it stands inside a narrative paragraph.
    """
    response = str(text) if told is None else told
    return Candidate("response", text, block, number, addressee, response, claimed, inline=inline)


def trimmed(text: RedactedText, start: int, end: int | None = None) -> RedactedText:
    """Return a part of the text without white space at its ends."""
    end = len(text) if end is None else end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return text.part(start, end)


def lists_all(known: Sequence[Candidate]) -> bool:
    """Say whether the rules found the long numbered list of a report that asks for nothing elsewhere."""
    listed = sum(one.kind == "recommendation" and one.number is not None and not one.inline for one in known)
    return listed >= _LISTED_ALL
