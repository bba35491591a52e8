"""Search: words and vectors fused, exact look-ups first, near-duplicates collapsed."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assistant.errors import EmptyQuestion, InvalidFilter, InvalidLimit, QuestionTooLong
from assistant.question.naming import Names
from assistant.question.needs import Stemmed, coverage, stemmed
from assistant.question.query import Query, understand
from assistant.question.spelling import corrected_needs
from assistant.question.subject import subject_of, wordings
from assistant.question.terms import tokens
from assistant.retrieval.fusion import COVERAGE, PAIR, Parts, fuse
from assistant.retrieval.preference import preference, saying
from assistant.retrieval.records import documents_of
from assistant.retrieval.word_pairs import content, pairs_of, shared
from ingest.passage import OFFICIAL_KINDS, DocumentKind, DocumentRecord, Filters, Passage

if TYPE_CHECKING:
    from ingest.library import Library

MAX_QUESTION = 10_000
_MAX_SEARCHED = 2_000
_POOL = 100
# Passages whose words are compared with the question's needs; those further down never came up on development data.
_LOOKED_AT = 60
_COMPARED = 60
_SAME = 6
# Above any fused score: what a question names by number comes first, in the order of the numbers.
_EXACT_FIRST = 50.0
_NOWHERE = Parts(0.0, 0.0)  # a passage found by its number alone
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True)
class Hit:
    """One passage found.

    Attributes:
        rank: from 1.
        score: fused score; comparable within one search only.
        citation: the place in the source, for people.
        also: further passages with the same text, whose places are cited with it.
        dense: cosine of question and passage, mostly that of the question's subject; ``None`` if the vector search did
            not return it.
        coverage: weighted share of the question's needs that the passage meets.
        read: log odds that the passage answers, by the model that reads both; ``None`` where it was not read.
    """

    rank: int
    score: float
    passage: Passage
    document: DocumentRecord
    citation: str
    also: tuple[Passage, ...] = ()
    dense: float | None = None
    coverage: float = 0.0
    text: Stemmed = field(default_factory=lambda: stemmed(""), repr=False)
    read: float | None = None

    @property
    def answers(self) -> float:
        """Probability that the passage answers, 0 where it was not read."""
        return 0.0 if self.read is None else 1 / (1 + math.exp(-max(-30.0, min(30.0, self.read))))


@dataclass(frozen=True)
class SearchResult:
    """What was found, and how the query was read."""

    query: str
    filters: Filters
    hits: tuple[Hit, ...]
    understood: Query
    corrected: dict[str, str] = field(default_factory=dict)


def search(library: Library, query: str, filters: Filters | None = None, k: int = 10) -> SearchResult:
    """Find the passages that best answer a query.

    Args:
        library: an opened library.
        query: words or a question.
        filters: hard restrictions.
        k: how many passages, 1 to 100.

    Raises:
        EmptyQuestion: no word or number in the query.
        QuestionTooLong: more than 10,000 characters.
        InvalidLimit: ``k`` out of range.
        InvalidFilter: a malformed date, an unknown kind.
    """
    check_question(query)
    if not 1 <= k <= 100:
        raise InvalidLimit("the number of results must be between 1 and 100", "use -k 10")
    filters = filters or Filters()
    check_filters(filters)
    found = run_search(library, understand(query[:_MAX_SEARCHED], Names.of(library), filters), max(k, _LOOKED_AT))
    weighed = [replace(hit, score=hit.score * saying(hit.passage, hit.document)) for hit in found.hits]
    weighed.sort(key=lambda hit: (-hit.score, hit.passage.passage_id))
    return replace(found, hits=tuple(replace(hit, rank=rank) for rank, hit in enumerate(weighed[:k], 1)))


def run_search(library: Library, query: Query, k: int) -> SearchResult:
    """Search for a question that is already understood."""
    lexical = library.index.lexical(subject_of(query), query.filters, _POOL)
    expanded = library.index.lexical(query.expansion, query.filters, _LOOKED_AT) if query.expansion else []
    dense = library.index.dense(wordings(query), query.filters, _POOL)
    fused = fuse(lexical, expanded, dense)
    exact = _exact(library, query)
    ordered = sorted(fused, key=lambda name: (-fused[name].joined(), name))
    nearest = ordered[:_LOOKED_AT]
    passages = library.ledger.passages([*nearest, *(name for name in exact if name not in nearest)])
    documents = documents_of(library.ledger, passages.values())
    cosines = {ranked.passage_id: ranked.score for ranked in dense}
    texts = {name: _stemmed(passage, documents[passage.document_id]) for name, passage in passages.items()}
    query, corrected = corrected_needs(query, passages.values(), [text.present for text in texts.values()])
    shares = {name: coverage(query.needs, text) for name, text in texts.items()}
    trust = max(shares.values(), default=0.0)
    pairs = pairs_of(query.text)
    hits = []
    for name, passage in passages.items():
        document = documents[passage.document_id]
        score = fused.get(name, _NOWHERE).joined(trust)
        score += COVERAGE * shares[name] ** 2 + PAIR * shared(pairs, str(passage.text))
        score *= preference(query, passage, document)
        if name in exact:
            score += _EXACT_FIRST - exact[name] / 50
        place = cite(passage, document)
        hits.append(Hit(0, score, passage, document, place, (), cosines.get(name), shares[name], texts[name]))
    hits.sort(key=lambda hit: (-hit.score, hit.passage.passage_id))
    if k > len(hits):
        rest = [name for name in ordered[_LOOKED_AT:] if name not in passages]
        hits += _tail(library, rest, fused, min((hit.score for hit in hits), default=0.0))
    collapsed = collapse(hits)[:k]
    return SearchResult(
        query.text, query.filters, tuple(replace(hit, rank=n) for n, hit in enumerate(collapsed, 1)), query, corrected
    )


def check_question(question: str) -> None:
    """Refuse what cannot be searched for.

    Raises:
        EmptyQuestion: no word or number.
        QuestionTooLong: more than 10,000 characters.
    """
    if not tokens(question[: MAX_QUESTION + 1]):
        raise EmptyQuestion("there is no word to search for", "ask a question or give a few words")
    if len(question) > MAX_QUESTION:
        raise QuestionTooLong(
            f"a question may have at most {MAX_QUESTION} characters",
            "shorten it; documents are added with `opcat ingest`",
        )


def check_filters(filters: Filters) -> None:
    """Refuse malformed filters, naming what is known.

    Raises:
        InvalidFilter: an unknown document kind, a malformed date, a range that ends before it begins.
    """
    known = [str(kind) for kind in DocumentKind]
    unknown = [kind for kind in filters.kinds if kind not in known]
    if unknown:
        raise InvalidFilter("unknown kind of document", "known kinds: " + ", ".join(known))
    for date in (filters.date_from, filters.date_to):
        if date is not None and not _is_date(date):
            raise InvalidFilter("a date is malformed", "write 2025, 2025-03 or 2025-03-14")
    first, last = filters.date_from, filters.date_to
    # Of the same length as both, a text of a date sorts as the date does: "2024-05" to "2024" is no empty range.
    if first and last and first[: len(last)] > last[: len(first)]:
        raise InvalidFilter("the range of dates ends before it begins", "exchange the two dates")


def _is_date(text: str) -> bool:
    """Whether a text is a year, a month of one or a day of one that exists."""
    if not _DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def cite(passage: Passage, document: DocumentRecord) -> str:
    """Name the place of a passage as people cite it: ``TITLE, 2.14, p. 3`` or ``OPCAT, art. 19(b)``."""
    if passage.reference and document.kind in OFFICIAL_KINDS:
        instrument = passage.reference.partition(":")[0]
        paraphrase = " (criteria catalogue, paraphrase)" if document.kind == DocumentKind.CATALOGUE else ""
        return f"{instrument}, {passage.locator}{paraphrase}"
    parts = [_title(document), passage.locator]
    if passage.page is not None and not passage.locator.startswith(("p. ", "page ")):
        parts.append(f"p. {passage.page}")
    return ", ".join(part for part in parts if part)


def collapse(hits: Sequence[Hit]) -> list[Hit]:
    """Join passages whose words are the same, keeping the best one and the places of the others."""
    kept: list[Hit] = []
    seen: dict[tuple[str, ...], int] = {}
    for hit in hits:
        key = _opening_words(str(hit.passage.text))
        at = seen.get(key)
        # Only long texts: "Not supported" in two tables are two facts.
        if at is not None and len(key) >= _SAME:
            kept[at] = replace(kept[at], also=(*kept[at].also, hit.passage))
            continue
        seen[key] = len(kept)
        kept.append(hit)
    return kept


def _opening_words(text: str) -> tuple[str, ...]:
    """Return the stems by which a passage is told from another one: the first 60, without numbers and small words."""
    return tuple([word for word in content(text) if not word[0].isdigit()][:_COMPARED])


def _tail(library: Library, names: Sequence[str], fused: Mapping[str, Parts], below: float) -> list[Hit]:
    """Return what stands below the passages that were looked at, in the order of the fused rankings."""
    passages = library.ledger.passages(names)
    documents = documents_of(library.ledger, passages.values())
    return [
        Hit(0, below * score / (1 + score), passage, document, cite(passage, document))
        for name, passage in passages.items()
        for document, score in ((documents[passage.document_id], fused[name].joined()),)
    ]


def _stemmed(passage: Passage, document: DocumentRecord) -> Stemmed:
    """Return the words that a passage is matched by: its own, its nearest headings', its place and title."""
    return stemmed(str(passage.text), *passage.heading_path[-2:], document.metadata.place or "", _title(document))


def _title(document: DocumentRecord) -> str:
    return document.metadata.title or document.source


def _exact(library: Library, query: Query) -> dict[str, int]:
    """Passages asked for by number: provisions and paragraphs, with their order."""
    found: dict[str, int] = {}
    for reference in query.references:
        for passage in library.ledger.provision(reference)[:12]:
            found.setdefault(passage.passage_id, len(found))
    if not found or not query.filters.kinds:
        return found
    allowed = library.ledger.passage_ids(query.filters) if query.filters != Filters() else None
    return {name: place for name, place in found.items() if allowed is None or name in allowed}
