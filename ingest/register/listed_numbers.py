"""Verdicts in a list that repeats that of the recommendations: ``1) beds: bought (fulfilled); 2) yard: ...``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.candidate import Candidate
from ingest.structure.labels import read_label

_ASKED = re.compile(r"\b(?:recommendations|proposals|suggestions|requests)\b", re.IGNORECASE)
_LEAST = 3
_OPENING = 20  # characters that are compared


def number_by_list(candidates: Sequence[Candidate]) -> None:
    """Give verdicts the numbers of their paragraphs where these count from 1 below a heading on recommendations.

    Args:
        candidates: the entries of one document; numbers are written where three verdicts or more each open a paragraph,
            so that the list repeats that of the recommendations: ``1) beds: bought (fulfilled); 2) ...``.
    """
    below: dict[str, list[Candidate]] = {}
    for one in candidates:
        heading = one.block.heading_path[-1] if one.block.heading_path else ""
        if one.kind == "progress" and one.block.table is None and _ASKED.search(heading):
            below.setdefault(heading, []).append(one)
    for listed in below.values():
        counted = [(one.block.number or "").strip("().") for one in listed]
        in_order = counted == [str(place) for place in range(1, len(listed) + 1)] and len(listed) >= _LEAST
        if in_order and all(one.number is None and _opens(one) for one in listed):
            for one, number in zip(listed, counted, strict=True):
                one.number = number


def _opens(one: Candidate) -> bool:
    return opens_paragraph(one) or one.block.text.startswith(one.text[:_OPENING])


def opens_paragraph(one: Candidate) -> bool:
    """Say whether an entry opens its paragraph."""
    label = read_label(one.block.text)
    return one.block.text[label.start if label is not None else 0 :].lstrip().startswith(one.text[:_OPENING])
