"""A lead and the first item of its list in one paragraph: ``We recommend to the Board: (i) that it open a yard``."""

from __future__ import annotations

import re

from ingest.register.addressee import subject_addressee
from ingest.register.addressee_groups import introduced_addressee
from ingest.register.announced_list import AnnouncedList
from ingest.register.candidate import Candidate, trimmed
from ingest.register.groups import Groups
from ingest.report import Block
from redaction.text import RedactedText

# Who recommends, to whom, and the mark of the first item, or of the only one: "I recommend that: (2024/1) ...".
_LED = re.compile(
    r"(?P<lead>(?:[^.;:()]{0,120}\b)?(?:recommends?|recommended|proposes?|proposed|suggests?|suggested|requests?|"
    r"requested|asks?|asked|urges?|urged|calls? (?:up)?on|called (?:up)?on|directs?|directed|invites?|invited)\b"
    r"[^.;:()]{0,140}?)(?P<colon>\s*:)?\s*\((?P<number>i|a|1|(?:19|20)\d\d/\d{1,3}|(?P<later>[ivx]{1,5}|[b-z]|\d{1,3}))\)"
    r"\s+(?:(?i:to|that it|that they|that)\s+)?(?=(?P<first>\w+))"
)


def led_item(
    text: RedactedText, block: Block[RedactedText], groups: Groups, announced: AnnouncedList
) -> Candidate | None:
    """Read the item that stands behind its lead, and let the lead hold for the items below.

    Args:
        text: the paragraph, without a label of its own.
        block: it.
        groups: gets the addressee that the lead names.
        announced: gets the list that it opens.

    Returns:
        The entry with its number; ``None`` where the paragraph leads to no item. A mark other than the first needs a
        colon before it, since ``asked for (b) a list`` enumerates.
    """
    found = _LED.match(text)
    if found is None or (found["later"] is not None and found["colon"] is None):
        return None
    lead = f"{found['lead'].rstrip(' ,')}:"
    rest = text[found.start("first") :]
    groups.now = introduced_addressee(lead) or subject_addressee(lead) or groups.now
    announced.announce("recommendation", None)
    own = (
        subject_addressee(f"It recommends that {rest}")
        if found["first"][:1].isupper() or found["first"] == "the"
        else None
    )
    return Candidate("recommendation", trimmed(text, found.start("first")), block, found["number"], own or groups.now)
