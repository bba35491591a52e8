"""Extent: what a question of a form keeps to by naming a place, a State or a body, or that nothing is held on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.question.bounds import bounds_of
from assistant.question.naming import Names, is_ordinary
from assistant.question.query import understand
from assistant.question.terms import fold, tokens
from assistant.retrieval.searching import Hit
from ingest.metadata.state_names import listed
from ingest.passage import DocumentKind, Filters
from redaction.lexicon import lexicon

if TYPE_CHECKING:
    from ingest.library import Library

REPORTS = tuple(str(kind) for kind in DocumentKind if kind not in (DocumentKind.INSTRUMENT, DocumentKind.CATALOGUE))
_MOST_READ = 60
_SHORTEST = 4
_LEAST = 2
# Of the texts read the first are the question's own; the rest are headings.
_OWN = 2
_KIND = r"(?:prison|hospital|police station|station|cent(?:re|er)|facility|home|institution|detention cent(?:re|er))"
# A State as the goal of a journey, or as where people come from, is not where a question is asked about.
_JOURNEY = re.compile(
    r"(?:return\w*|deport\w*|remov\w+|expel\w*|extradit\w+|flights?|sent|transfer\w*)\b[^.?]{0,40}\b(?:to|from) "
    r"(?:the )?$",
    re.IGNORECASE,
)
_OF_STATE = re.compile(
    r"^['’s]* (?:[\w-]+ ){0,3}(?:authorit\w+|mechanism|npm|police|prisons?|government|law|legislation|code|parliament|"
    r"institutions?|courts?|hospitals?|ministry|minister|state|report|law|visit)\b",
    re.IGNORECASE,
)
# A name in a word written with a capital; the first word of a sentence has one anyhow, and letters alone are no name.
_NAME = re.compile(r"(?<![.?!:;•–—\"“] )(?<!^)(?<![\w’'-])[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ’'-]{3,}[\w’'-]*")
_TITLED = re.compile(r"\b(?:Principles|Rules|Protocol|Convention|Act|Law|Code|Charter|Covenant|Declaration|Manual)\b")


@dataclass(frozen=True)
class Extent:
    """What a question keeps to.

    Attributes:
        documents: ids of those that are about what it names; empty where it names nothing that any is about.
        groups: folded words of each thing named: a passage of another document that has all of one is about it too.
        named: what it names, for people.
        is_bound: whether it names anything; then evidence from elsewhere is none.
        by_heading: whether not the question but a heading of the form, or the question above it, names it.
    """

    documents: frozenset[str] = frozenset()
    groups: tuple[frozenset[str], ...] = ()
    named: str = ""
    is_bound: bool = False
    by_heading: bool = False

    def holds(self, hit: Hit) -> bool:
        """Say whether a passage may be evidence."""
        if not self.is_bound or hit.document.document_id in self.documents:
            return True
        words = set(tokens(" ".join((*hit.passage.heading_path, str(hit.passage.text)))))
        return any(group <= words for group in self.groups)

    def unnamed(self, text: str) -> str:
        """Return a question without the name of what it keeps to: reports do not name their place in each sentence."""
        words = [re.escape(word) for word in self.named.split() if word[:1].isupper()]
        if not self.documents or not words:
            return text
        name = rf"(?:the )?(?:(?:{'|'.join(words)}|[A-Z]\w+|of|the|de|la)\b['’]?s? ?)*(?:{'|'.join(words)})\b(?:['’]s)?"
        short = re.sub(rf"(?:,? ?\b(?:in|at|of|for|by|from|to|on) )?{name}(?: {_KIND})?", "", text)
        short = re.sub(r"\s+(?=[?.,;])|(?<=\s)\s+", "", short).strip()
        return short if len(short.split()) > _LEAST else text

    @property
    def narrowed(self) -> str:
        """What a heading keeps a question to that names nothing itself; empty where none does."""
        return self.named if self.by_heading else ""

    @property
    def is_unheld(self) -> bool:
        """Whether something is named that nothing held is about or speaks of."""
        return self.is_bound and not self.documents and not self.groups


def extent_of(library: Library, texts: tuple[str, ...], names: Names, filters: Filters) -> Extent:
    """Read what a question keeps to.

    Args:
        library: where the documents are.
        texts: the question, then the headings and questions above it: the first that names anything decides.
        names: of the corpus.
        filters: of the caller.
    """
    for at, text in enumerate(texts):
        found = _of_text(library, text, names, filters, own=not at)
        if found.is_bound:
            return replace(found, by_heading=at >= _OWN)
    return Extent()


def _of_text(library: Library, text: str, names: Names, filters: Filters, *, own: bool) -> Extent:
    state = _state(text)
    of_state = _documents_of(state, names) if state is not None else None
    bounds = bounds_of(understand(text, names, filters), names)
    if state is not None and not of_state:
        if bounds.documents and names.places_in(text):
            return Extent(bounds.documents, bounds.groups, bounds.named, is_bound=True)
        word = frozenset(tokens(state))
        return Extent(frozenset(), (word,) if _is_told(library, state) else (), state, is_bound=True)
    if bounds.documents:
        documents = bounds.documents & of_state if of_state and bounds.documents & of_state else bounds.documents
        return Extent(documents, bounds.groups, bounds.named, is_bound=True)
    if of_state and state is not None:
        return Extent(of_state, (frozenset(tokens(state)),), state, is_bound=True)
    unheld = [name for name in _strange(text, names) if not _is_told(library, name)] if own else []
    return Extent(named=" ".join(unheld), is_bound=True) if unheld else Extent()


def _state(text: str) -> str | None:
    """The State in which a question asks; none where it is named as the end of a journey or in somebody's origin."""
    state = listed(text)
    if state is None or _TITLED.search(text.partition(state)[2][:30]):
        return None
    written = re.search(rf"(?<!\w){re.escape(state)}(?!\w)", text)
    if written is not None:
        return None if _JOURNEY.search(text[: written.start()]) else state
    # Its adjective: "the Ruritanian police", not "Ruritanian nationals".
    for match in _NAME.finditer(text):
        if listed(match[0]) == state and _OF_STATE.match(text[match.end() :]):
            return state
    return None


def _documents_of(state: str, names: Names) -> frozenset[str]:
    wanted = {word for word in tokens(state) if len(word) > 3}
    return frozenset(name for name, words in names.states.items() if wanted and wanted <= words)


def _strange(text: str, names: Names) -> list[str]:
    """Words written as names that are neither English nor of any name of the corpus."""
    found = []
    for match in _NAME.finditer(text):
        written = match[0].rstrip("'’").removesuffix("'s").removesuffix("’s")
        parts = [part for part in tokens(written) if len(part) >= _SHORTEST]
        if parts and not any(names.knows(part) or is_ordinary(part) or lexicon().is_common(part) for part in parts):
            found.append(written)
    return found


def _is_told(library: Library, name: str) -> bool:
    """Say whether any passage of a report has a name."""
    ranked = library.index.lexical(name, Filters(kinds=REPORTS), _MOST_READ)
    wanted = fold(name)
    passages = library.ledger.passages([one.passage_id for one in ranked])
    return any(wanted in fold(" ".join((*map(str, one.heading_path), str(one.text)))) for one in passages.values())
