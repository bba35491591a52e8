"""A numbered series that runs through the chapters of a report and asks something at each of its numbers.

Many bodies print what they recommend right behind what they found, chapter by chapter, and count on: ``(1)`` to ``(4)``
on the police station, ``(5)`` to ``(10)`` on the prison, with no word of ``recommendation`` anywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ingest.register.news import asks_for_news
from ingest.register.obligation import obliges
from ingest.report import Block
from ingest.structure.labels import read_label
from redaction.text import RedactedText

_LEAST = 3
_MOST_SILENT = 0.2  # of the items, that need not ask: a "See also" among them
_DEMAND = re.compile(
    r"\b(?:should|must|shall|ought to|needs? to|recommends?|recommended|directs?|urges?|calls? (?:up)?on|requests?|"
    r"requested|asks?|asked|invited?s?|is to|are to|has to|have to)\b"
)


def recommending_series(blocks: Sequence[Block[RedactedText]]) -> dict[int, str]:
    """Find the items of every series that recommends.

    Args:
        blocks: a report's blocks in reading order.

    Returns:
        Register kinds by the identities (``id``) of the blocks. A series counts from 1 without a gap, in one style of
        number (``(1)`` or
        ``1.``), has three items or more that are no chain of neighbours alone (other text stands between some), and
        four of five of its items oblige somebody or ask. Numbered narrative does not.
    """
    styles: dict[str, list[tuple[int, Block[RedactedText], bool]]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if not block.in_body:
            continue
        label = read_label(block.text)
        if label is None or label.word is not None or label.number is None:
            continue
        number = re.fullmatch(r"(?P<open>\(?)(?P<value>\d{1,3})\)?", label.number)
        if number is None:
            continue
        text = block.text[label.start :]
        asks = bool(_DEMAND.search(text)) and (obliges(text, listed=True) or asks_for_news(text))
        series = styles[number["open"]]
        if int(number["value"]) == len(series) + 1:
            series.append((place, block, asks))
        elif int(number["value"]) == 1 and not _recommends(series):
            # What counted before was another list; this one may run through the report.
            styles[number["open"]] = [(place, block, asks)]
    return {
        id(block): "request_for_information" if asks_for_news(block.text) else "recommendation"
        for series in styles.values()
        if _recommends(series)
        for _, block, _ in series
    }


def _recommends(series: Sequence[tuple[int, Block[RedactedText], bool]]) -> bool:
    apart = any(after[0] - before[0] > 1 for before, after in pairwise(series))
    silent = sum(not asks for _, _, asks in series)
    return len(series) >= _LEAST and apart and silent <= _MOST_SILENT * len(series)
