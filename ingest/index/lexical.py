"""Search by words: BM25 with English stemming over text and context, on tantivy. Derived from the ledger.

A question is never parsed as a query language: its words are cut by the same analyser as the passages and joined by
*or*. Filters are part of the query.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from ingest.passage import Passage, Ranked

MAX_QUERY_CHARACTERS: Final = 4000
MAX_QUERY_WORDS: Final = 64
_HEAP: Final = 32_000_000
_FIELDS: Final = (("text", 1.0), ("context", 0.4))
_EXACT_BOOST: Final = 1.5
_TYPO_BOOST: Final = 0.7
_WORD_CHARACTERS: Final = 40
_REMEMBERED_WORDS: Final = 20_000
_EXACT: Final = re.compile(
    r"\b[a-z]{2,12}:\d[\w.]*(?:\([a-z0-9]{1,4}\))*|\d+(?:\.\d+)+(?:\([a-z0-9]{1,4}\))*"
    r"|\d+(?:\([a-z0-9]{1,4}\))+|\b[a-z]{1,4}-?\d+\b|\d+(?:,\d{3})*%?"
)
# Function words and the words that make a sentence a question: they say nothing about what is sought.
_STOP: Final = frozenset(
    re.findall(
        r"\w+",
        "a about above after again all also am an and any are as at be because been before being below between "
        "both but by can could did do does doing during each every find found for from further get give had has "
        "have having he her here hers him his how i if in into is it its me more most my no nor not of off on "
        "once only or other our out over own please same say says she should so some such tell than that the "
        "their them then there these they this those through to too under until up us was we were what when where "
        "which while who whom whose why will with would you your ",
    )
)


class LexicalIndex:
    """One index of passages, in a directory or in memory."""

    def __init__(self, path: Path | None) -> None:
        """Open the index in a directory (created where empty), or make an empty one in memory."""
        import tantivy

        self._tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("passage_id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("document_id", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("theme", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("exact", tokenizer_name="raw", index_option="basic")
        for name, _ in _FIELDS:
            builder.add_text_field(name, tokenizer_name="passage", index_option="freq")
        builder.add_text_field("words", tokenizer_name="surface", index_option="basic")
        self._schema = builder.build()
        self._stemmed = self._analyser(stem=True)
        self._surface = self._analyser(stem=False)
        self._index = tantivy.Index(self._schema, path=str(path) if path else None)
        self._index.register_tokenizer("passage", self._stemmed)
        self._index.register_tokenizer("surface", self._surface)
        self._vocabulary: list[str] | None = None
        self._spelt: dict[str, list[tuple[str, float]]] = {}

    def write(self, passages: Iterable[tuple[Passage, str]], *, replaced: Sequence[str] = ()) -> None:
        """Add passages, each with the title of its document, and take out all others of the ``replaced`` documents."""
        # One thread: with more, tantivy spreads a small batch over several segments and keeps them all.
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        try:
            for document_id in replaced:
                writer.delete_documents_by_term("document_id", document_id)
            for passage, title in passages:
                writer.add_document(self._document(passage, title))
            writer.commit()
            writer.wait_merging_threads()
        finally:
            del writer
        self._index.reload()
        self._vocabulary = None
        self._spelt = {}

    def search(
        self, query: str, k: int, *, documents: Sequence[str] | None = None, theme: str | None = None
    ) -> list[Ranked]:
        """Return the ``k`` best passages, best first.

        Args:
            query: any text; beyond :data:`MAX_QUERY_CHARACTERS` it is cut.
            k: at least 1.
            documents: ids of the permitted documents; ``None`` permits all.
            theme: permitted theme, or ``None``.
        """
        searcher = self._index.searcher()
        words = self._words_query(searcher, query[:MAX_QUERY_CHARACTERS])
        if words is None or (documents is not None and not documents):
            return []
        must = self._tantivy.Occur.Must
        clauses = [(must, words)]
        if documents is not None:
            clauses.append((must, self._permit("document_id", list(documents))))
        if theme is not None:
            clauses.append((must, self._permit("theme", [theme])))
        found = searcher.search(self._tantivy.Query.boolean_query(clauses), limit=k, count=False)
        return [Ranked(str(searcher.doc(place)["passage_id"][0]), float(score)) for score, place in found.hits]

    def ids(self) -> set[str]:
        """Return the ids of all passages held."""
        searcher = self._index.searcher()
        return {term for term, _ in searcher.terms_with_prefix("passage_id", "", self._tantivy.Query.all_query())}

    def finds(self, passage: Passage) -> bool:
        """Say whether a passage matches its own words; one without any word cannot be searched and counts as found."""
        searcher = self._index.searcher()
        words = self._words_query(searcher, passage.text[:MAX_QUERY_CHARACTERS])
        if words is None:
            return True
        must = self._tantivy.Occur.Must
        query = self._tantivy.Query.boolean_query(
            [(must, words), (must, self._permit("passage_id", [passage.passage_id]))]
        )
        return bool(searcher.search(query, limit=1, count=False).hits)

    def _analyser(self, *, stem: bool) -> Any:
        kind = self._tantivy.Filter
        builder = self._tantivy.TextAnalyzerBuilder(self._tantivy.Tokenizer.simple())
        builder = builder.filter(kind.remove_long(_WORD_CHARACTERS)).filter(kind.lowercase()).filter(kind.ascii_fold())
        return (builder.filter(kind.stemmer("english")) if stem else builder).build()

    def _document(self, passage: Passage, title: str) -> Any:
        document = self._tantivy.Document()
        context = "\n".join((title, *passage.heading_path))
        document.add_text("passage_id", passage.passage_id)
        document.add_text("document_id", passage.document_id)
        for theme in passage.themes:
            document.add_text("theme", theme)
        document.add_text("text", passage.text)
        document.add_text("context", context)
        document.add_text("words", f"{passage.text}\n{context}")
        for value in _exact(f"{passage.locator}\n{passage.reference or ''}\n{passage.text}"):
            document.add_text("exact", value)
        return document

    def _permit(self, field: str, values: list[str]) -> Any:
        query = self._tantivy.Query
        return query.const_score_query(query.term_set_query(self._schema, field, values), 0.0)

    def _words_query(self, searcher: Any, text: str) -> Any | None:
        query, should = self._tantivy.Query, self._tantivy.Occur.Should
        surface = list(dict.fromkeys(self._surface.analyze(text)))
        surface = ([word for word in surface if word not in _STOP] or surface)[:MAX_QUERY_WORDS]
        clauses = []
        for word in surface:
            if word not in self._spelt:
                if len(self._spelt) >= _REMEMBERED_WORDS:
                    self._spelt = {}
                self._spelt[word] = self._spellings(searcher, word)
            for candidate, weight in self._spelt[word]:
                for field, boost in _FIELDS:
                    for term in self._stemmed.analyze(candidate):
                        clause = query.term_query(self._schema, field, term, index_option="freq")
                        clauses.append((should, query.boost_query(clause, boost * weight)))
        for value in sorted(_exact(text))[:MAX_QUERY_WORDS]:
            clause = query.term_query(self._schema, "exact", value, index_option="basic")
            clauses.append((should, query.boost_query(clause, _EXACT_BOOST)))
        return query.boolean_query(clauses) if clauses else None

    def _spellings(self, searcher: Any, word: str) -> list[tuple[str, float]]:
        """Give the word itself, or if no passage has it in any form, the nearest words that one has."""
        stem = (self._stemmed.analyze(word) or [word])[0]
        if len(word) < 4 or any(letter.isdigit() for letter in word):
            return [(word, 1.0)]
        if any(searcher.doc_freq(field, stem) for field, _ in _FIELDS):
            return [(word, 1.0)]
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if self._vocabulary is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                terms = searcher.terms_with_prefix("words", "", self._tantivy.Query.all_query())
            self._vocabulary = [term for term, _ in terms if len(term) >= 4]
        limit = 1 if len(word) < 8 else 2
        near = process.extract(word, self._vocabulary, scorer=OSA.distance, score_cutoff=limit, limit=8)
        best = min((distance for _, distance, _ in near), default=0)
        return [(str(term), _TYPO_BOOST) for term, distance, _ in near if distance == best][:3]


def _exact(text: str) -> set[str]:
    """Give numbers and references as they are printed: ``2.14``, ``19(b)``, ``opcat:19(b)``, ``d4``."""
    return set(_EXACT.findall(text.lower()))
