"""Numbering: the recommendations that a report numbers itself, apart from what stands beside them without a number.

Whoever numbers recommendations 1 to 8 has counted eight; a request for papers behind them, or a sentence of the text
that asks for something too, is none of the eight.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ingest.passage import RegisterEntry

_PLAIN = re.compile(r"[A-Za-z(]{0,2}(\d{1,3})[.)]?")
_FEWEST = 3
# More beside the list than half of it, and the list is not the whole.
_MOST_BESIDE = 0.5


def beside_numbering(entries: Sequence[RegisterEntry]) -> list[RegisterEntry]:
    """Return the entries that stand outside of a list which their document numbers from 1 without a gap.

    Args:
        entries: of one or several documents, each once.
    """
    by_document: dict[tuple[str, str], list[RegisterEntry]] = defaultdict(list)
    for entry in entries:
        by_document[entry.document_id, entry.kind].append(entry)
    found: list[RegisterEntry] = []
    for held in by_document.values():
        numbers = [_number(entry) for entry in held]
        known = sorted(number for number in numbers if number is not None)
        run = next(
            (length for length in range(len(known), _FEWEST - 1, -1) if known[:length] == [*range(1, length + 1)]), 0
        )
        # A number just behind the list belongs to it, whatever was not read between.
        outside = [
            entry for entry, number in zip(held, numbers, strict=True) if number is None or not 1 <= number <= run + 1
        ]
        if run and len(held) - len(outside) == run and len(outside) <= _MOST_BESIDE * run:
            found.extend(outside)
    return found


def _number(entry: RegisterEntry) -> int | None:
    match = _PLAIN.fullmatch(entry.number or "")
    return int(match[1]) if match else None
