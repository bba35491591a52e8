"""An entry of the register in the making."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.report import Block
from redaction.text import RedactedText


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


def trimmed(text: RedactedText, start: int, end: int | None = None) -> RedactedText:
    """Return a part of the text without white space at its ends."""
    end = len(text) if end is None else end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return text.part(start, end)
