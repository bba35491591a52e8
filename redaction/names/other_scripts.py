"""Words in scripts other than Latin: names as their bearers write them, and what nobody here reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from redaction.foreign_runs import HOLDING
from redaction.language import OTHER_RUN
from redaction.span import Span, SpanType

# A letter of another script alone is a sign: "5 μg", "Δ".
_LEAST_LETTERS: Final = 2
_ABBREVIATED: Final = re.compile(r"[А-ЯҚҒӘӨҰҮҺІЇЄҐЎ]{2,5}(?: [А-ЯҚҒӘӨҰҮҺІЇЄҐЎ]{2,5}){0,2}")
_NUMBER_NEXT: Final = re.compile(r"-\d{1,4}/\d|\s?№\s?\d")


def other_script_spans(text: str) -> Iterator[Span]:
    """Yield the words and short sentences in other scripts; no detector knows a name from other words in them.

    Args:
        text: the manuscript's text.
    """
    if text.isascii():
        return
    for match in OTHER_RUN.finditer(text):
        if _ABBREVIATED.fullmatch(match.group().strip()) and _NUMBER_NEXT.match(text, match.end()):
            # "ҚР ДСМ-214/2020": who issued an order.
            continue
        # What is longer holds the document.
        if sum(map(str.isalpha, match.group())) >= _LEAST_LETTERS and len(match.group()) < HOLDING:
            yield Span(*match.span(), SpanType.NAME, 0.6, ("script",))
