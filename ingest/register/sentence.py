"""Sentences of a paragraph, as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[A-Z“\"(\[])")
_ABBREVIATED = re.compile(r"(?:\b(?:No|Nos|art|Art|Dr|Mr|Mrs|Ms|St|para|paras|cf|v|vs|p|pp|e\.g|i\.e)|\b[A-Z])\.$")
# "... on Ward C. Nurses told us": the letter is no initial of a name.
_NAMED_BY_LETTER = re.compile(
    r"\b(?:ward|block|wing|unit|section|module|building|house|pavilion|floor|annex|appendix|part|category|class|group|"
    r"hepatitis|vitamin|side|level|zone|sector|corridor|regime|type|dormitory|cell|room)s?\s+"
    r"(?-i:[A-Z](?:\s*,\s*|\s+and\s+|\s+to\s+|\s*[–-]\s*))*(?-i:[A-Z])\.$",
    re.IGNORECASE,
)
# What stands before the words of an entry: "REPEATED.", "New, urgent."; masked, where it was taken for a name.
_MARK = re.compile(
    r"(?:[A-Z]{1,3}[.)]\s*)?(?:\[[A-Z]+ \d+\]|[A-Z]{3,}(?:,? [A-Z]{3,})?|"
    r"(?i:repeated|new|urgent|reiterated|again|immediate)(?:,? (?i:repeated|urgent))?)[.:!]"
)


def sentence_spans(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence from ``start``; abbreviations such as ``No. 7`` do not end one."""
    first = start
    for gap in _SENTENCE.finditer(text, start):
        before = text[first : gap.start()]
        if _ABBREVIATED.search(before) and not _NAMED_BY_LETTER.search(before):
            continue
        yield first, gap.start()
        first = gap.end()
    if first < len(text):
        yield first, len(text)


def spans_behind_mark(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Return the sentences behind a mark of one or two words: ``REPEATED. The director must ...``; all without one."""
    spans = list(sentence_spans(text, start))
    marked = len(spans) > 1 and bool(_MARK.fullmatch(text[spans[0][0] : spans[0][1]].strip()))
    return spans[1:] if marked else spans
