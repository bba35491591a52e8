"""Sides: what a comparison sets against each other, with evidence for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.evidence import Evidence, SentenceEmbedder, gather
from assistant.question.name_runs import NAME_RUN
from assistant.question.needs import Need, stemmed
from assistant.question.query import Query
from assistant.question.terms import STOP, fold, tokens
from assistant.retrieval.reranking import read, reranked
from assistant.retrieval.searching import Hit, cite, run_search
from ingest.passage import DocumentKind, DocumentStatus, Passage

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.reranking.reranker import Reranker

_MOST_SIDES = 4
_PER_SIDE = 12
# Of each side: reading is what costs time.
_READ = 6
_MOST_ROWS = 4
_MOST_TABLE = 12
_NAMED = 0.7
# Log odds that a passage answers, below which it is of another matter.
_UNLIKELY = -3.0
# Log odds above which a passage is taken to answer in other words: one in eight of the others that search finds is.
_LIKELY = -0.2
_PROPOSED = re.compile(r"\b(?:propos\w+|recommend\w*|suggest\w*|ask(?:s|ed)? for|want)\b")
_DUTY = re.compile(r"\b(?:should|recommend\w*|must|urge[sd]?|call(?:s|ed)? (?:up)?on)\b")
_AND = re.compile(r",? and (?:the )?|, ")
_OVER = re.compile(
    r"\b(?:over|across|between|in) (?:the )?(?:\w+ )?(?:last )?(?:inspections|years|visits|quarters|months|units|"
    r"places|suites|stations|prisons)\b|\bby (?:year|unit|place|prison|station)\b|\btrend\b|"
    r"^(?:which|what) (?:\w+ ){1,3}(?:had|has|have|missed|made|held|recorded|reported|saw|was|were)\b.{0,30}"
    r"\b(?:most|fewest|least|highest|lowest|more|fewer)\b"
)


def sides_of(
    library: Library,
    query: Query,
    evidence: Sequence[Evidence],
    embedder: SentenceEmbedder | None,
    reranker: Reranker | None = None,
) -> list[list[Evidence]]:
    """Find the sides of a comparison and gather evidence for each, best first.

    Sides are the documents of each place or body named, or the documents of one place by date, or the units that one
    document names. Another comparison inside one document (rows of a table, "before and during") has no sides: its
    passages compete as usual.
    """
    groups = _groups(library, query)
    if len(groups) < 2:
        return _units(query, evidence)
    sides = []
    for documents in groups[:_MOST_SIDES]:
        filters = replace(query.filters, documents=tuple(sorted(documents)))
        own = _without_other_sides(query, documents)
        hits: Sequence[Hit] = run_search(library, replace(own, filters=filters), _PER_SIDE).hits
        if reranker is not None:
            hits = reranked(read(reranker, own.text, hits, _READ))
        core = [need for need in own.topic if not need.label.isdigit()]
        found = gather(own, hits, embedder)
        gathered = [item for item in found if not core or _speaks_of(core, item)]
        # "Held 337 persons" is what a population was, in other words: of a side the likeliest is better than nothing.
        gathered = gathered or [item for item in found if (item.hit.read or _UNLIKELY) > _UNLIKELY]
        if _PROPOSED.search(fold(query.text)):
            gathered = [item for item in gathered if proposes(item)] or gathered
        if gathered:
            sides.append(gathered)
    return sides if len(sides) > 1 else []


def rows_of(library: Library, query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Find the table that sets one thing side by side over time or places: its rows, in their order.

    Only a question that compares several times or rows of one kind is answered by a whole table ("over the three
    inspections", "by year", "which suite ... most"), and only where the headers of the table name its topic.
    """
    if not _OVER.search(fold(query.text)):
        return []
    core = [need for need in query.topic if not need.label[0].isdigit()]
    for item in evidence[:_PER_SIDE]:
        document = item.hit.document.document_id
        if query.documents and document not in query.documents:
            continue
        tables: dict[tuple[str, ...], list[Passage]] = {}
        for passage in library.ledger.document_passages(document):
            if passage.block_kind == "table_row" and any(char.isdigit() for char in str(passage.text)):
                tables.setdefault(passage.heading_path, []).append(passage)
        for path, rows in tables.items():
            headers = stemmed(*path[-1:])
            met = [need for need in core if need.met_by(headers.stems, headers.present) >= _NAMED]
            if met and len(met) >= len(core) / 2 and 1 < len(rows) <= _MOST_TABLE:
                return [_row(row, item) for row in rows[:_MOST_ROWS]]
    return []


def _row(passage: Passage, near: Evidence) -> Evidence:
    hit = replace(near.hit, passage=passage, citation=cite(passage, near.hit.document), also=())
    return Evidence(hit, " ".join(str(passage.text).split()), near.score, near.own, near.met)


def proposes(item: Evidence) -> bool:
    """Say whether a sentence recommends, by its place or by its words."""
    return item.hit.passage.locator.casefold().startswith("rec") or bool(_DUTY.search(fold(item.text)))


def _speaks_of(core: Sequence[Need], item: Evidence) -> bool:
    """Whether a sentence speaks of what is compared, or its passage answers in other words, by the model that reads."""
    words = stemmed(item.text)
    answers = item.hit.read is not None and item.hit.read > _LIKELY
    return answers or any(need.met_by(words.stems, words.present) >= 0.4 for need in core)


def _units(query: Query, evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """The sentences on each of the units of one report that a question names: "the Third Ward and the Annex"."""
    runs = [match[0] for match in NAME_RUN.finditer(query.text) if match.start()]
    named = [frozenset(tokens(part)) - STOP for run in runs for part in _AND.split(run)]
    units = list(dict.fromkeys(words for words in named if words))[:_MOST_SIDES]
    placed = [(item, set(tokens(_place_of(item)))) for item in evidence]
    # What names several of them sets out what was visited, and says nothing of one.
    single = [(item, held) for item, held in placed if sum(words <= held for words in units) == 1]
    sides = [[item for item, held in single if words <= held] for words in units]
    return [side for side in sides if side] if sum(map(bool, sides)) > 1 else []


def _place_of(item: Evidence) -> str:
    """The passage of a sentence with the headings over it, which name the unit that it is about."""
    return " ".join((str(item.hit.passage.text), *map(str, item.hit.passage.heading_path[-2:])))


def _groups(library: Library, query: Query) -> list[set[str]]:
    by_word: dict[str, set[str]] = {}
    for document_id, words in query.documents.items():
        if query.filters.documents and document_id not in query.filters.documents:
            continue
        for word in words:
            by_word.setdefault(word, set()).add(document_id)
    distinct: list[set[str]] = []
    for documents in by_word.values():
        if documents not in distinct:
            distinct.append(documents)
    order = {word: place for place, word in enumerate(tokens(query.text))}
    if len(distinct) > 1:
        first = {
            id(group): min((order.get(w, 99) for w, d in by_word.items() if d == group), default=99)
            for group in distinct
        }
        return sorted(distinct, key=lambda group: first[id(group)])
    if len(distinct) == 1 and 1 < len(distinct[0]) <= _MOST_SIDES:
        return [{document_id} for document_id in _by_date(library, distinct[0])]
    return []


def _by_date(library: Library, documents: set[str]) -> list[str]:
    dated = []
    for document_id in documents:
        record = library.ledger.document(document_id)
        if record is not None and record.status in (DocumentStatus.INDEXED, DocumentStatus.UNCHANGED):
            late = record.metadata.visit_end or record.metadata.published or ""
            dated.append((record.kind == DocumentKind.RESPONSE, late, document_id))
    return [document_id for _, _, document_id in sorted(dated)]


def _without_other_sides(query: Query, documents: set[str]) -> Query:
    """Leave out the names of the other sides, which this side's passages cannot hold."""
    mine = {word for document_id in documents for word in query.documents.get(document_id, ())}
    others = query.naming_words - mine
    needs = tuple(need for need in query.needs if not set(need.label.split()) & others)
    return replace(query, needs=needs or query.needs)
