"""Sentences of a paragraph, as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[A-Z“\"(\[])")


def sentence_spans(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence from ``start``; abbreviations such as ``No. 7`` do not end one."""
    first = start
    for gap in _SENTENCE.finditer(text, start):
        if re.search(
            r"(?:\b(?:No|Nos|art|Art|Dr|Mr|Mrs|Ms|St|para|paras|cf|v|vs|p|pp|e\.g|i\.e)|\b[A-Z])\.$",
            text[first : gap.start()],
        ):
            continue
        yield first, gap.start()
        first = gap.end()
    if first < len(text):
        yield first, len(text)
