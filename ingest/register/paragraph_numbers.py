"""Recommendations inside numbered paragraphs, which readers cite by the paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate
from ingest.structure.labels import read_label

_KINDS = frozenset({"recommendation", "request_for_information", "good_practice"})
# "..., as their will is protected by law (recommendation 1)": the number that the sentence itself bears.
OWN_NUMBER = re.compile(
    r"\s*[(\[](?:recommendation|rec\.?|request|proposal|measure)\s+(?:no\.?\s*|number\s+)?(?P<number>[A-Z]{0,3}-?\d[\w.]*)"
    r"[)\]]\W*$",
    re.IGNORECASE,
)
_OPENING = 20  # characters that are compared
_PARAGRAPH = re.compile(r"\d{1,3}(?:\.\d{1,3})*")


def number_by_paragraph(candidates: Sequence[Candidate]) -> None:
    """Give entries inside numbered paragraphs the number of the paragraph.

    Args:
        candidates: the entries of one document; numbers are written. Nothing is written where the document labels
            its recommendations, since "recommendation 14" then is not what stands in paragraph 14. Where it numbers
            them without a word, an entry that opens a paragraph bears the number of that paragraph as they do.
    """
    whole = [one for one in candidates if one.number is not None and one.kind == "recommendation" and not one.inline]
    if any(one.block.label is not None or one.block.table is not None for one in whole):
        return
    given = {one.number for one in whole}
    for one in candidates:
        if one.inline and one.number is None and one.kind in _KINDS:
            number = (one.block.number or "").strip("().")
            fits = _PARAGRAPH.fullmatch(number) and one.block.label is None
            if fits and (not whole or (number not in given and _opens(one))):
                one.number = number


def _opens(one: Candidate) -> bool:
    """Say whether an entry opens its paragraph."""
    label = read_label(one.block.text)
    return one.block.text[label.start if label is not None else 0 :].lstrip().startswith(one.text[:_OPENING])
