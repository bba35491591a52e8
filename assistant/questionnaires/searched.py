"""Search for a form: the passages within what a question keeps to, and which of them are demands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.evidence import Evidence
from assistant.answers.verify import folded
from assistant.question.query import Query
from assistant.questionnaires.extent import Extent
from assistant.register.counting import REQUESTS
from assistant.retrieval.searching import Hit, run_search
from ingest.passage import Filters

if TYPE_CHECKING:
    from ingest.library import Library

_WIDER = 3
_END = 60
_RECOMMENDS = re.compile(r"(?:recommendation|rec\b|ask|proposal|request|r ?\d)")


def searched(library: Library, asked: Query, extent: Extent, most: int) -> tuple[Query, list[Hit]]:
    """Search within what a question keeps to: its documents, and passages of others that name the same."""
    found = run_search(library, asked, most * _WIDER if extent.is_bound else most)
    hits = [hit for hit in found.hits if extent.holds(hit)]
    if not extent.documents or asked.filters.documents:
        return found.understood, hits[:most]
    own = run_search(
        library, replace(asked, filters=replace(asked.filters, documents=tuple(sorted(extent.documents)))), most
    )
    held = {hit.passage.passage_id for hit in own.hits}
    beside = [hit for hit in hits if hit.passage.passage_id not in held]
    ordered = sorted((*own.hits, *beside), key=lambda hit: -hit.score)[:most]
    return own.understood, [replace(hit, rank=at) for at, hit in enumerate(ordered, 1)]


def asked_for_in(library: Library, evidence: Sequence[Evidence]) -> Mapping[str, str]:
    """What is asked for in each passage, folded: a demand says what should be, not what is."""
    documents = {item.hit.document.document_id for item in evidence}
    found: dict[str, str] = {}
    for entry in library.ledger.register(Filters(documents=tuple(documents)), kinds=REQUESTS) if documents else ():
        if entry.kind == "recommendation" and entry.passage_id:
            found[entry.passage_id] = f"{found.get(entry.passage_id, '')} {folded(str(entry.text))}"
    return found


def recommends_in(item: Evidence, asked_for: Mapping[str, str]) -> bool:
    """Say whether a sentence stands in a recommendation, by its locator or by the register."""
    if _RECOMMENDS.match(item.hit.passage.locator.casefold()):
        return True
    words = asked_for.get(item.hit.passage.passage_id, "")
    return bool(words) and " | " not in item.text and folded(item.text)[-_END:] in words
