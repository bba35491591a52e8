"""Words in scripts other than Latin: names as their bearers write them, and what nobody here reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from redaction.foreign_runs import HOLDING
from redaction.language import OTHER_RUN
from redaction.span import Span, SpanType

# A letter of another script alone is a sign: "5 μg", "Δ".
_LEAST_LETTERS: Final = 2


def other_script_spans(text: str) -> Iterator[Span]:
    """Yield the words and short sentences in other scripts; no detector knows a name from other words in them.

    Args:
        text: the manuscript's text.
    """
    if text.isascii():
        return
    for match in OTHER_RUN.finditer(text):
        # What is longer holds the document.
        if sum(map(str.isalpha, match.group())) >= _LEAST_LETTERS and len(match.group()) < HOLDING:
            yield Span(*match.span(), SpanType.NAME, 0.6, ("script",))
