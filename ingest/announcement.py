"""Paragraphs that announce recommendations (``106. The recommendations below ...:``), and the items that follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.candidate import Candidate, trimmed

_LEAD = re.compile(r"(?:recommend\w*|requirements?|measures)\b[^.]{0,420}:$", re.IGNORECASE)
_BELOW = re.compile(
    r"(?:\d{1,3}\.?\s+)?the (?:following )?recommendations\b(?! contained).{0,90}\b(?:below|be examined|"
    r"enjoy|support of|accepted|noted|rejected)\b",
    re.IGNORECASE,
)
_LATE_LEAD = 20
_LONGEST_LEAD = 800
_FRAGMENT = 40
_STATES = re.compile(r"\((?=[A-Z])[^()]{3,160}\)\s*[;.]\s+(?=[A-Za-z])")
_SHORTEST = 12


def announces(text: str) -> bool:
    """Say whether a paragraph announces the recommendations that come after it."""
    return len(text) < _LONGEST_LEAD and bool(_LEAD.search(text) or _BELOW.match(text))


def parts(candidate: Candidate) -> Iterator[Candidate]:
    """Split what several States recommend under one number: ``Ratify X (Chile); amend Y (Ghana);``."""
    text = candidate.text
    gaps = [0, *(gap.end() for gap in _STATES.finditer(text)), len(text)]
    if candidate.kind != "recommendation" or candidate.lead is None or len(gaps) < 3:
        yield candidate
        return
    for order, (start, end) in enumerate(pairwise(gaps)):
        if len(text[start:end].strip()) < _FRAGMENT and "(" not in text[start:end]:
            # What is left of a page header or footnote mark after the last State.
            continue
        number = candidate.number if order == 0 or candidate.number is None else f"{candidate.number}.{order}"
        yield replace(candidate, text=trimmed(text, start, end), number=number)


def qualified(found: list[Candidate]) -> list[Candidate]:
    """Put the number of the announcing paragraph before numbers that start again under each one."""
    plain = Counter(c.number for c in found if c.lead is not None and c.number is not None and c.number.isdigit())
    restarts = any(count > 1 for count in plain.values()) or any(
        c.lead is not None
        and c.number is not None
        and c.lead.isdigit()
        and int(c.lead) >= _LATE_LEAD
        and c.number == "1"
        for c in found
    )
    if not restarts:
        return found
    return [
        replace(c, number=f"{c.lead}.{c.number}")
        if c.lead is not None
        and c.number is not None
        and not c.number.startswith(f"{c.lead}.")
        and c.number[:1].isdigit()
        else c
        for c in found
    ]
