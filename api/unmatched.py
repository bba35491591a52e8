"""What of a search nothing in the library has, said before hits that are only near in meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.terms import STOP, tokens

if TYPE_CHECKING:
    from assistant.retrieval.searching import SearchResult
    from ingest.library import Library
    from ingest.passage import Filters

_NAMED = 6


def seeks_nothing(query: str) -> bool:
    """Say whether a search has only words that stand in every text ("the"), so that no passage can fit it."""
    return all(word in STOP for word in tokens(query))


def unmatched(library: Library, query: str, filters: Filters, found: SearchResult) -> str | None:
    """Return what to say where no passage has any word of a search; ``None`` where one has.

    Args:
        library: that was searched.
        query: the words.
        filters: of the search.
        found: what it gave; a provision that is named by its number needs no word of its text.
    """
    if seeks_nothing(query):
        return "These words stand in every text and single nothing out. Search for what you want to find."
    words = [word for word in dict.fromkeys(tokens(query)) if word not in STOP]
    if found.understood.references or found.corrected or any(library.index.lexical(word, filters, 1) for word in words):
        return None
    named = ", ".join(word for word in re.findall(r"[\w’'-]+", query)[:_NAMED] if word.casefold() not in STOP)
    return f"No passage has {'the word' if len(words) == 1 else 'any of the words'} {named}: what follows is only near."
