"""Bodies: those that made entries, as a question names them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.question.name_runs import NAME_RUN
from assistant.question.query import Query
from assistant.question.register_words import REGISTER_WORDS
from assistant.question.terms import STOP, fold, tokens
from ingest.passage import DocumentRecord, RegisterEntry


def of_body(
    query: Query, entries: Sequence[RegisterEntry], records: Mapping[str, DocumentRecord | None]
) -> tuple[str, Sequence[RegisterEntry]]:
    """Return the body that a question names with capitals and its entries, where others made some too."""
    places = [set(tokens(place.name)) for place in query.places if place.exact]
    for match in NAME_RUN.finditer(query.text):
        words = {word for word in tokens(match[0]) if word not in STOP}
        if any(words <= place for place in places):
            # What a report is on made no entries, though a body may bear its name.
            continue
        own = {
            name for name, record in records.items()
            if record is not None and len(words) > 1 and words <= set(tokens(record.metadata.inspecting_body or ""))
        }  # fmt: skip
        if own and len(own) < len(records):
            return match[0], [entry for entry in entries if entry.document_id in own]
    return "", entries


_BODY = (
    r"(?:ombuds\w*|commission|committee|inspectorate|inspectors?|mechanism|monitors?|board|delegation|group|team|"
    r"advocate|defender|controller|agency|council|mechanism|npm)"
)
# "The ombudsman's ten recommendations", "recommendations of the visiting committee": who made them.
_MAKER = re.compile(
    rf"\b(?P<of>{_BODY})['’]s? (?:[\w-]+ ){{0,3}}?(?:{REGISTER_WORDS.pattern})|"
    rf"(?:{REGISTER_WORDS.pattern})(?: made| issued)? (?:of|by|from) (?:the |this |that )?(?:[\w-]+ ){{0,2}}?"
    rf"(?P<by>{_BODY})\b"
)


def makers(query: Query) -> set[str]:
    """Return the words for a kind of body that made the entries asked for: they are no topic."""
    return {word for match in _MAKER.finditer(fold(query.text)) for word in (match["of"], match["by"]) if word}


def after_names(query: Query) -> set[str]:
    """Return the words right behind a word that chose documents: "the Kenyan commission"."""
    said = tokens(query.text)
    return {word for before, word in pairwise(said) if before in query.naming_words - STOP}


def words_of_bodies(records: Mapping[str, DocumentRecord | None]) -> frozenset[str]:
    """Return the words by which the bodies that made the entries are known."""
    names = [record.metadata.inspecting_body or "" for record in records.values() if record is not None]
    return frozenset(word for name in names for word in tokens(name))
