"""Preference: light factors for what a question prefers, such as the year that it names or the kind of place."""

from __future__ import annotations

import re

from assistant.question.norms import is_norm
from assistant.question.query import Query
from assistant.question.routing import Route, wants_count
from ingest.passage import OFFICIAL_KINDS, DocumentKind, DocumentRecord, Passage

# "We" and "our mechanism" are the national mechanism, whose part of OPCAT is articles 17 to 23.
_OURS = 1.35
_THEIRS = 0.7
_ASKED_AS_NORM = 1.0
# A few words without a number, and the masthead with which a document opens, hold a question's words and say nothing.
_SHORT = 0.7
_SHORTEST = 12
_OPENING = 0.8
_OPENERS = 3


def preference(query: Query, passage: Passage, document: DocumentRecord) -> float:
    """Return the factor of a passage's score; a preference never removes a passage."""
    factor = 1.0
    legal = document.kind in OFFICIAL_KINDS
    if legal:
        factor *= 1.25 if Route.PROVISION in query.routes else _ASKED_AS_NORM if is_norm(query) else 0.55
    if document.document_id in query.documents:
        factor *= 1.35
    if legal and query.instruments:
        factor *= 1.5 if (passage.reference or "").partition(":")[0] in query.instruments else 0.6
    if legal and Route.PROVISION in query.routes and not query.references:
        factor *= _mandate(query, passage)
    if query.dates.years and not legal:
        dates = " ".join(filter(None, (document.metadata.visit_end, document.metadata.published)))
        if any(year in dates for year in query.dates.years):
            factor *= 1.15
    if query.place_type and document.metadata.place_type == query.place_type:
        factor *= 1.15
    if Route.STATUS in query.routes and document.kind == DocumentKind.RESPONSE:
        factor *= 1.15
    if query.locators and any(_same_locator(locator, passage.locator) for locator in query.locators):
        factor *= 1.6
    if passage.block_kind == "table_row" and (Route.COMPARISON in query.routes or wants_count(query.text)):
        factor *= 1.15
    if passage.block_kind in ("heading", "header", "footer"):
        factor *= 0.6
    return factor


def saying(passage: Passage, document: DocumentRecord) -> float:
    """Return how far a passage can be expected to say something, by its length and place; 1 for provisions."""
    if document.kind in OFFICIAL_KINDS:
        return 1.0
    unnumbered = passage.block_kind != "table_row" and passage.locator.startswith(("page ", "section: "))
    brief = unnumbered and len(str(passage.text).split()) < _SHORTEST
    return (_SHORT if brief else 1.0) * (_OPENING if passage.ordinal < _OPENERS else 1.0)


def _mandate(query: Query, passage: Passage) -> float:
    """Prefer the national mechanism's part of OPCAT to the Subcommittee's twin provisions, unless that is named.

    Parts II and III of OPCAT (articles 5 to 16) are about the Subcommittee, part IV (17 to 23) about national
    mechanisms, who ask here; articles 1 to 4 are common, and 24 to 37 are final provisions.
    """
    instrument, _, number = (passage.reference or "").partition(":")
    article = re.match(r"\d+", number)
    ours = re.search(r"\b(?:we|us|our|ours|npms?|preventive mechanisms?)\b", query.text, re.IGNORECASE)
    if ours and not query.instruments and instrument == "OPCAT" and article and 17 <= int(article[0]) <= 23:
        return _OURS
    if ours and not query.instruments and instrument == "OPCAT" and article and 5 <= int(article[0]) <= 16:
        return _THEIRS
    if instrument != "OPCAT" or article is None or re.search(r"\b(?:spt|subcommittee)\b", query.text, re.IGNORECASE):
        return 1.0
    return 1.08 if int(article[0]) <= 4 or 17 <= int(article[0]) <= 23 else 0.9


def _same_locator(asked: str, locator: str) -> bool:
    return asked.casefold() == locator.casefold() or locator.casefold().endswith(f" {asked.casefold()}")
