"""Boilerplate: what a report says of its own making, and not of the place."""

from __future__ import annotations

import re

_MAKING = re.compile(
    r"\b(?:by the (?:time|date) of (?:publication|going to (?:press|print)|writing)|"
    r"at the time of (?:publication|going to (?:press|print)|printing)|before (?:publication|"
    r"going to (?:press|print)))\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\b(?:none|nothing|no (?:\w+ )?(?:reply|response|answer|comments?|observations?)|received)\b", re.I
)
_LONGEST = 20  # words; a longer sentence tells something of its own


def is_boilerplate(text: str) -> bool:
    """Say whether a finding only tells that the report was printed without a reply."""
    return len(text.split()) <= _LONGEST and bool(_MAKING.search(text) and _REPLY.search(text))
