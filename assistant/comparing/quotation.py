"""A row's quotation: what is shown of an entry is an exact part of the passage it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.comparing.verdict_words import verdict_words
from ingest.passage import DocumentKind, DocumentRecord, Passage, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library

LONGEST = 600  # characters of one quotation


@dataclass(frozen=True, slots=True)
class Cited:
    """One entry of the register with where it stands.

    Attributes:
        quote: exact part of the passage, white space folded; ``quote_cut`` says whether more follows.
        date: first day of the visit, else of publication; of an answer the day it was given; empty where unknown.
        verified: whether the quotation was found again in the passage; false where the entry has no passage.
    """

    entry: RegisterEntry
    document: DocumentRecord
    quote: str
    quote_cut: bool
    date: str
    verified: bool

    @property
    def entry_id(self) -> str:
        """Id of the entry."""
        return self.entry.entry_id

    @property
    def citation(self) -> str:
        """Title, locator and page, as people cite."""
        page = f"p. {self.entry.page}" if self.entry.page is not None else ""
        parts = (self.document.metadata.title or self.document.source, self.entry.locator, page)
        return ", ".join(part for part in parts if part)

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {
            "id": self.entry.entry_id,
            "document_id": self.document.document_id,
            "source": self.document.source,
            "title": self.document.metadata.title,
            "date": self.date or None,
            "number": self.entry.number,
            "kind": self.entry.kind,
            "locator": self.entry.locator,
            "page": self.entry.page,
            "quote": self.quote,
            "quote_cut": self.quote_cut,
            "quote_verified": self.verified,
            "citation": self.citation,
            "addressee": self.entry.addressee,
            "themes": list(self.entry.themes),
            "due": self.entry.due,
            "urgency": self.entry.urgency,
            "status_claimed": self.entry.status_claimed,
            "status_verified": self.entry.status_verified,
        }


def date_of(record: DocumentRecord) -> str:
    """Return the date that a document stands for: of its visit, and of an answer the day on which it was given."""
    data = record.metadata
    if record.kind is DocumentKind.RESPONSE:
        return data.published or data.visit_start or ""
    return data.visit_start or data.visit_end or data.published or ""


class Citations:
    """Cites entries of some documents, with their passages read once.

    Args:
        library: where the entries come from.
        entries: all that may be cited.
        records: the documents by id; others are read.
    """

    def __init__(
        self, library: Library, entries: Iterable[RegisterEntry], records: Mapping[str, DocumentRecord] | None = None
    ) -> None:
        held = list(entries)
        self._records = dict(records or {})
        missing = {entry.document_id for entry in held} - set(self._records)
        self._records.update(library.ledger.documents_of(missing))
        self._passages = library.ledger.passages([entry.passage_id for entry in held if entry.passage_id])
        self._ledger = library.ledger
        self._verdicts = {entry.passage_id for entry in held if entry.status_verified}
        self._sections: dict[str, list[Passage]] = {}

    def cite(self, entry: RegisterEntry) -> Cited:
        """Return an entry with its quotation."""
        record = self._records[entry.document_id]
        quote, cut, verified = _quoted(entry, self._passages.get(entry.passage_id or ""))
        return Cited(entry, record, quote, cut, date_of(record), verified)

    def cite_verdict(self, entry: RegisterEntry) -> Cited:
        """Return a verdict with the words that say it, be it in a later paragraph of the section: a row stays whole."""
        passage = self._passages.get(entry.passage_id or "")
        if passage is None or entry.status_verified is None:
            return self.cite(entry)
        quote, found = verdict_words(entry, passage, self._section(passage))
        if found is not passage:
            entry = replace(entry, locator=found.locator, page=found.page, passage_id=found.passage_id)
        shown, cut = _cut(quote)
        record = self._records[entry.document_id]
        return Cited(entry, record, shown, cut, date_of(record), shown in " ".join(str(found.text).split()))

    def _section(self, passage: Passage) -> list[Passage]:
        """Return what stands under the same heading after a passage, up to the next one that is judged."""
        name = passage.document_id
        if name not in self._sections:
            self._sections[name] = sorted(self._ledger.document_passages(name), key=lambda one: one.ordinal)
        found: list[Passage] = []
        for one in self._sections[name]:
            if one.ordinal <= passage.ordinal:
                continue
            if one.heading_path != passage.heading_path or one.passage_id in self._verdicts:
                break
            found.append(one)
        return found


def _quoted(entry: RegisterEntry, passage: Passage | None) -> tuple[str, bool, bool]:
    """Return the words, whether they were cut, and whether they stand in the passage."""
    wanted = " ".join(str(entry.text).split())
    if passage is None:
        return (*_cut(wanted), False)
    whole = " ".join(str(passage.text).split())
    # An entry joined from cells or with its introduction is no part of the text: the passage itself is quoted then.
    quote = wanted if wanted and wanted in whole else whole
    shown, cut = _cut(quote)
    return shown, cut, shown in whole


def _cut(text: str) -> tuple[str, bool]:
    if len(text) <= LONGEST:
        return text, False
    return text[:LONGEST].rsplit(" ", 1)[0], True
