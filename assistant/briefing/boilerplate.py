"""Boilerplate: what a report says of its own making and of the visit, and not of the place."""

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
# When and how the visit itself was made.
_COURSE = re.compile(
    r"^(?:it|they|the (?:delegation|team|group)|(?:the|this|our) (?:\w+[- ]){0,3}(?:visit|inspection))\b[^.;]{0,40}\b"
    r"(?:(?:not |un)?announced|took place|(?:was|were) (?:carried out|made|conducted)|"
    r"(?:visited|inspected|arrived) [^.;]{0,40}\bon)\b",
    re.IGNORECASE,
)
_LONGEST = 20  # words; a longer sentence tells something of its own


def is_boilerplate(text: str) -> bool:
    """Say whether a finding only tells how the visit was made, or that the report was printed without a reply."""
    if _COURSE.search(text) and len(text.split()) <= 2 * _LONGEST:
        return True
    return len(text.split()) <= _LONGEST and bool(_MAKING.search(text) and _REPLY.search(text))
