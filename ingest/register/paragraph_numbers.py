"""Recommendations inside numbered paragraphs, which readers cite by the paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate

_KINDS = frozenset({"recommendation", "request_for_information", "good_practice"})
# "..., as their will is protected by law (recommendation 1)": the number that the sentence itself bears.
OWN_NUMBER = re.compile(
    r"\s*[(\[](?:recommendation|rec\.?|request|proposal|measure)\s+(?:no\.?\s*|number\s+)?(?P<number>[A-Z]{0,3}-?\d[\w.]*)"
    r"[)\]]\W*$",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\d{1,3}(?:\.\d{1,3})*")


def number_by_paragraph(candidates: Sequence[Candidate]) -> None:
    """Give entries inside numbered paragraphs the number of the paragraph.

    Args:
        candidates: the entries of one document; numbers are written. Nothing is written where the document numbers
            its recommendations, since "recommendation 14" then is not what stands in paragraph 14.
    """
    if any(one.number is not None and one.kind == "recommendation" and not one.inline for one in candidates):
        return
    for one in candidates:
        if one.inline and one.number is None and one.kind in _KINDS:
            number = (one.block.number or "").strip("().")
            one.number = number if _PARAGRAPH.fullmatch(number) and one.block.label is None else None
