"""Law: the provisions a question is about, and where reports have used them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.question.query import Query
from assistant.retrieval.searching import Hit, cite, run_search
from assistant.retrieval.sentences import LONGEST, split_sentences
from ingest.instruments.citations import cited_references
from ingest.passage import OFFICIAL_KINDS, DocumentKind, DocumentRecord, Filters, Passage

if TYPE_CHECKING:
    from ingest.library import Library

_LEGAL_KINDS = tuple(map(str, OFFICIAL_KINDS))
REPORT_KINDS = (str(DocumentKind.VISIT_REPORT), str(DocumentKind.RESPONSE), str(DocumentKind.OTHER))
_MOST_PROVISIONS = 3
_MOST_PARTS = 3
_MOST_LOOKED_UP = 10
_NEAR_BEST = 0.8


@dataclass(frozen=True)
class Law:
    """What was found for a legal question.

    Attributes:
        provisions: provisions as they were found, the most fitting first; the catalogue's everyday words find what the
            treaty says in its own.
        quoted: the same provisions as they are to be quoted: in the official text wherever the library holds it.
        uses: passages of reports that cite one of them, the most fitting first.
        reports: all passages of reports that fit the question.
    """

    provisions: tuple[Hit, ...]
    quoted: tuple[Hit, ...]
    uses: tuple[Hit, ...]
    reports: tuple[Hit, ...]


def find_law(library: Library, query: Query, k: int) -> Law:
    """Search provisions and reports apart, so that neither pushes the other out."""
    kinds = query.filters.kinds
    legal = [kind for kind in kinds or _LEGAL_KINDS if kind in _LEGAL_KINDS]
    others = [kind for kind in kinds or REPORT_KINDS if kind not in _LEGAL_KINDS]
    provisions: Sequence[Hit] = ()
    reports: Sequence[Hit] = ()
    if legal:
        provisions = run_search(library, _among(query, legal), k).hits
    provisions = _distinct([hit for hit in provisions if hit.passage.reference])
    if query.instruments and not query.references:
        named = [hit for hit in provisions if (hit.passage.reference or "").partition(":")[0] in query.instruments]
        provisions = named or provisions
    ranked = [hit.passage.reference or "" for hit in provisions]
    if provisions and not query.references:
        best = provisions[0].score
        provisions = [hit for hit in provisions if hit.score >= _NEAR_BEST * best]
    provisions = provisions[:_MOST_PROVISIONS]
    if others:
        reports = run_search(library, _among(query, others), k).hits
        reports = _with_users(library, _among(query, others), provisions[:2], reports)
    wanted = {hit.passage.reference or "" for hit in provisions}
    uses = [hit for hit in reports if any(_related(cited, wanted) for cited in cited_references(str(hit.passage.text)))]
    quoted = _looked_up(library, query) or _official(library, provisions, ranked)
    return Law(tuple(provisions), quoted, tuple(uses), tuple(reports))


def _looked_up(library: Library, query: Query) -> tuple[Hit, ...]:
    """Return the provisions that a question names, whole: every part in the instrument's own order."""
    found: dict[str, Hit] = {}
    for reference in query.references:
        held = [
            (passage, library.ledger.document(passage.document_id)) for passage in library.ledger.provision(reference)
        ]
        texts = [(passage, record) for passage, record in held if record is not None and _allowed(query, record)]
        official = [(passage, record) for passage, record in texts if record.kind == DocumentKind.INSTRUMENT]
        for passage, record in official or texts:
            hit = Hit(len(found) + 1, 1.0, passage, record, cite(passage, record))
            found.setdefault(passage.passage_id, hit)
    return tuple(found.values())[:_MOST_LOOKED_UP]


def _allowed(query: Query, record: DocumentRecord) -> bool:
    return not query.filters.kinds or str(record.kind) in query.filters.kinds


def cites(sentence: str, references: Sequence[str]) -> bool:
    """Say whether a sentence cites one of the provisions, a part of one or the article one is a part of."""
    return any(_related(cited, set(references)) for cited in cited_references(sentence))


def _official(library: Library, provisions: Sequence[Hit], ranked: Sequence[str]) -> tuple[Hit, ...]:
    """Put the official text in the catalogue's place; a lead-in is followed by the letters that fit best."""
    quoted: dict[str, Hit] = {}
    place = {reference: index for index, reference in reversed(list(enumerate(ranked)))}
    for hit in provisions:
        texts = [] if hit.document.kind == DocumentKind.INSTRUMENT else _texts(library, hit.passage.reference or "")
        own = [passage for passage in texts if passage.reference == hit.passage.reference][:1]
        parts = sorted(
            (passage for passage in texts if passage not in own),
            key=lambda passage: place.get(passage.reference or "", len(place)),
        )
        unfinished = not own or str(own[0].text).rstrip().endswith((":", ";", "—"))
        for passage in [*own, *(parts[:_MOST_PARTS] if unfinished else ())] or [hit.passage]:
            record = library.ledger.document(passage.document_id)
            if record is not None:
                shown = replace(hit, passage=passage, document=record, citation=cite(passage, record))
                quoted.setdefault(passage.passage_id, shown)
    return tuple(quoted.values())


def _texts(library: Library, reference: str) -> list[Passage]:
    official = {
        record.document_id for record in library.ledger.documents(Filters(kinds=(str(DocumentKind.INSTRUMENT),)))
    }
    return [passage for passage in library.ledger.provision(reference) if passage.document_id in official]


def provision_quote(hit: Hit) -> str:
    """Return the words of a provision to quote: all of it if short, else its first sentences."""
    text = " ".join(str(hit.passage.text).split())
    if len(text) <= LONGEST:
        return text
    quote = ""
    for sentence in split_sentences(text):
        end = text.find(sentence, len(quote)) + len(sentence)
        if end > LONGEST:
            break
        quote = text[:end]
    # The heading of a catalogue entry says nothing without its gist.
    if hit.document.kind == DocumentKind.CATALOGUE and quote in split_sentences(text)[:1]:
        quote = ""
    return quote or text[:LONGEST].rsplit(" ", 1)[0]


def _among(query: Query, kinds: Sequence[str]) -> Query:
    return replace(query, filters=replace(query.filters, kinds=tuple(kinds)))


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    """One hit for each provision: the official text where it is held, else the catalogue."""
    official = {hit.passage.reference for hit in hits if hit.document.kind == DocumentKind.INSTRUMENT}
    kept: dict[str, Hit] = {}
    for hit in hits:
        reference = hit.passage.reference or ""
        if hit.document.kind == DocumentKind.CATALOGUE and reference in official:
            continue
        kept.setdefault(reference, hit)
    return list(kept.values())


def _with_users(library: Library, query: Query, provisions: Sequence[Hit], reports: Sequence[Hit]) -> list[Hit]:
    """Add passages found by the provision's own number ("Article 21(1) of OPCAT")."""
    found = {hit.passage.passage_id: hit for hit in reports}
    for provision in provisions:
        instrument, _, number = (provision.passage.reference or "").partition(":")
        named = replace(query, text=f"Article {number} {instrument}", expansion="", references=(), places=())
        for hit in run_search(library, named, 10).hits:
            found.setdefault(hit.passage.passage_id, hit)
    return list(found.values())


def _related(cited: str, wanted: set[str]) -> bool:
    """Whether a reference is one of those wanted, a part of it, or the article it is a part of."""
    return any(one == cited or one.startswith(f"{cited}(") or cited.startswith(f"{one}(") for one in wanted)
