"""Revisits: the places that were visited more than once, from the chains of their visits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.numerals import NUMERAL, numeral
from assistant.question.query import Query
from assistant.question.terms import fold
from ingest.links.chains import ledger_chains
from ingest.passage import DocumentKind, DocumentRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ingest.library import Library

_VISITED = r"(?:visited|inspected|seen|monitored|revisited|re-?inspected|been to|gone to|returned to)"
_PLACES = (
    r"(?:places?|prisons?|establishments?|institutions?|facilit(?:y|ies)|hospitals?|homes?|stations?|units?|centres?)"
)
_TIMES = (
    r"(?:twice|thrice|again|repeatedly|more than once|several times|many times|"
    rf"(?:at least |more than )?(?P<number>{NUMERAL}) times|a second time|for the second time)"
)
_ASKS = re.compile(
    rf"\b(?:which|what|list|how many|are there|were there|did|any)\b.{{0,40}}\b{_PLACES}\b.{{0,60}}\b{_VISITED}\b"
    rf".{{0,30}}\b{_TIMES}|\b(?:which|what|list|how many|any)\b.{{0,40}}\b{_PLACES}\b.{{0,40}}\b"
    r"(?:revisited|re-?inspected|returned to)\b"
)


def asks_revisits(query: Query) -> bool:
    """Say whether a question asks which places were visited more than once."""
    return not query.kinds and bool(_ASKS.search(fold(query.text)))


def least_visits(query: Query) -> int:
    """Return how many visits a place must have had: two, or the number that a question names."""
    match = _ASKS.search(fold(query.text))
    number = numeral(match["number"]) if match and match["number"] else None
    if match and "thrice" in match[0]:
        return 3
    return max(2, (number or 2) + ("more than" in match[0] if match and number else 0))


def visited_again(
    library: Library, among: Sequence[DocumentRecord], least: int, meant: Collection[str]
) -> list[tuple[str, list[DocumentRecord]]]:
    """Return the places with at least so many visits, each with the reports of its visits, the earliest first.

    Args:
        library: whose documents are linked in chains.
        among: the documents that may count.
        least: visits on different days.
        meant: ids of the documents of the kind of place asked for; one report of a place must be among them.
    """
    held = {record.document_id for record in among}
    found = []
    for chain in ledger_chains(library.ledger):
        by_day: dict[str, DocumentRecord] = {}
        for record in chain.documents:
            day = record.metadata.visit_start or record.metadata.visit_end
            if record.document_id in held and record.kind is DocumentKind.VISIT_REPORT and day:
                by_day.setdefault(day, record)
        if len(by_day) >= least and chain.names and any(one.document_id in meant for one in by_day.values()):
            found.append((chain.names[0], [by_day[day] for day in sorted(by_day)]))
    return sorted(found, key=lambda item: item[1][0].metadata.visit_start or "")
