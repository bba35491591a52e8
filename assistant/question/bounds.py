"""Bounds: the documents that a question keeps to by naming a place, a State, a body or a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answers.evidence import Evidence
from assistant.answers.refusal import coverage_phrase
from assistant.question.known_names import known_names
from assistant.question.name_runs import NAME_RUN
from assistant.question.naming import Names, is_generic, is_ordinary
from assistant.question.query import Query
from assistant.question.routing import Route
from assistant.question.terms import STOP, capitalised, tokens
from assistant.question.topic import run_of_names
from assistant.retrieval.searching import Hit
from ingest.passage import DocumentKind, Filters

if TYPE_CHECKING:
    from ingest.library import Library

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FEW = 3
_FIRST = re.compile(r"^\W*([A-ZÀ-ÖØ-Þ][\w’'-]+)")


@dataclass(frozen=True)
class Bounds:
    """What a question keeps to.

    Attributes:
        documents: by id; empty where a question names nothing, or names what no document is about.
        groups: the folded words of each thing named; a passage elsewhere that holds all of one is about it as well.
        named: the words as they are written, for people.
    """

    documents: frozenset[str] = frozenset()
    groups: tuple[frozenset[str], ...] = ()
    named: str = ""

    def hold(self, hit: Hit) -> bool:
        """Say whether a passage is of these documents or names what they are about."""
        if not self.documents or hit.document.document_id in self.documents:
            return True
        words = set(tokens(str(hit.passage.text)))
        return any(group <= words for group in self.groups)

    def narrowed(self, query: Query) -> Query:
        """Return a question for a search in these documents: their names, and words for offices, single nothing out."""
        names = frozenset().union(*self.groups)
        kept = [
            need
            for need in query.needs
            if not set(need.label.split()) <= names and not all(is_generic(word) for word in need.label.split())
        ]
        filters = replace(query.filters, documents=tuple(sorted(self.documents)))
        return replace(query, needs=tuple(kept) or query.needs, filters=filters)

    def judged(self, searched: Query, asked: Query) -> Query:
        """Return what was searched with the words put back that singled nothing out there but belong to the topic.

        "Training", "health" and "children" are part of many names; in a question they say what it is about, unless
        they stand with a name.
        """
        known = {need.label for need in searched.needs} | run_of_names(asked)
        left = [
            need
            for need in asked.needs
            if need.label not in known and all(is_generic(word) for word in need.label.split())
        ]
        return replace(searched, needs=(*searched.needs, *left), filters=asked.filters)

    def refusal(self, library: Library) -> str | None:
        """Return what to say where these documents do not answer; ``None`` where the question keeps to nothing."""
        if not self.documents:
            return None
        own = library.ledger.coverage(Filters(documents=tuple(sorted(self.documents))))
        held = coverage_phrase(library.ledger.coverage(without_catalogue(Filters())))
        return f"Not found in {coverage_phrase(own)} on {self.named}, of {held} in the library."

    def within(self, evidence: Sequence[Evidence]) -> list[Evidence]:
        """Keep the sentences that may answer."""
        return [item for item in evidence if self.hold(item.hit)]


def without_catalogue(filters: Filters) -> Filters:
    """Return filters that leave the shipped catalogue out where they name no kinds: it is no report."""
    kinds = tuple(str(kind) for kind in DocumentKind if kind is not DocumentKind.CATALOGUE)
    return filters if filters.kinds else replace(filters, kinds=kinds)


def bounds_of(query: Query, names: Names) -> Bounds:
    """Read what a question keeps to; nothing for questions of law and for filters that name documents themselves."""
    if query.filters.documents or Route.PROVISION in query.routes or query.instruments:
        return Bounds()
    groups = _groups(query, names)
    compared = Route.COMPARISON in query.routes
    told = _told(query, names) if not groups or compared else Bounds()
    if not groups:
        # What is compared at a place that one report names in passing may stand in its other reports.
        return Bounds() if compared else told
    sets = list(groups.values())
    # Several names of one thing narrow each other; two things set side by side do not.
    both = frozenset.intersection(*sets)
    documents = both if both and not compared else frozenset().union(*sets, told.documents)
    if compared and len(documents) == 1:
        # What one report is set against stands elsewhere, whatever it is called.
        return Bounds()
    parts = (frozenset(groups),) if both else tuple(frozenset([word]) for word in groups)
    return Bounds(documents, parts, _written(query.text, set(groups)))


def _written(text: str, words: set[str]) -> str:
    """The names as the question writes them, each whole."""
    runs = [match[0] for match in NAME_RUN.finditer(text) if match.start() and set(tokens(match[0])) & words]
    single = [match[0] for match in _WORD.finditer(text) if set(tokens(match[0])) & words]
    return " and ".join(dict.fromkeys(runs or single))


def _told(query: Query, names: Names) -> Bounds:
    """Keep to the few documents that tell of a place which none is about: a prison in the report on a State."""
    for start, end in known_names(query.text, names):
        written = query.text[start:end]
        documents = names.where(written) if " " in written else frozenset()
        if 0 < len(documents) <= _FEW:
            return Bounds(documents, (frozenset(tokens(written)),), written)
    return Bounds()


def _groups(query: Query, names: Names) -> dict[str, frozenset[str]]:
    """The documents that each binding word of a question points at."""
    places = {word for place in query.places if place.exact for word in (*place.words, *place.key)}
    first = _FIRST.match(query.text)
    capitals = capitalised(query.text) | (set(tokens(first[1])) if first else set())
    by_word: dict[str, set[str]] = {}
    for document, words in query.documents.items():
        for word in words:
            if word in places or _binds(word, capitals, names.states.get(document, frozenset())):
                by_word.setdefault(word, set()).add(document)
    spoken = set(tokens(query.text)) - STOP
    return {word: frozenset(documents) for word, documents in by_word.items() if word in spoken}


def _binds(word: str, capitals: frozenset[str] | set[str], state: frozenset[str]) -> bool:
    """Whether a word is a name: of a State in whatever letters, else one that is no ordinary English word."""
    return (word in state or word in capitals) and not is_ordinary(word)
