"""Passages, documents and register entries as the ledger holds them: redacted, located, citable."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from redaction.text import RedactedText


class DocumentKind(StrEnum):
    """What a document is. ``CATALOGUE`` is the criteria catalogue that ships with the product."""

    VISIT_REPORT = "visit_report"
    RESPONSE = "response"
    INSTRUMENT = "instrument"
    OTHER = "other"
    CATALOGUE = "catalogue"


OFFICIAL_KINDS = (DocumentKind.INSTRUMENT, DocumentKind.CATALOGUE)
"""What reports are measured against, and never a report themselves."""


class DocumentStatus(StrEnum):
    """What became of a document: only ``INDEXED`` ones can be searched."""

    INDEXED = "indexed"
    UNCHANGED = "unchanged"
    HELD = "held"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """What one field of the metadata was read from.

    Attributes:
        field: name of the field of :class:`Metadata`.
        quote: the redacted words it was read from, an exact part of the block at ``locator``; ``None`` where a person
            gave the value.
        locator: place of the quotation in the source, empty without a quotation.
        confidence: 0 to 1; 1 where a person gave the value.
    """

    field: str
    quote: RedactedText | None
    locator: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself.

    Dates are ISO 8601 (``2025-03-14``, ``2025-03`` or ``2025``); unknown is ``None``.

    Attributes:
        previous_visit: date of the last visit that the document itself names.
        evidence: at most one for each known field.
    """

    title: str | None = None
    place: str | None = None
    place_type: str | None = None
    inspecting_body: str | None = None
    jurisdiction: str | None = None
    visit_start: str | None = None
    visit_end: str | None = None
    published: str | None = None
    announced: bool | None = None
    language: str | None = None
    previous_visit: str | None = None
    evidence: tuple[FieldEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document in the ledger."""

    document_id: str
    source: str
    kind: DocumentKind
    status: DocumentStatus
    reason: str | None
    metadata: Metadata
    pages_total: int = 0
    pages_text: int = 0
    pages_ocr: int = 0
    pages_blank: int = 0
    pages_failed: int = 0
    passages: int = 0
    register_entries: int = 0
    redactions: dict[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of retrieval and citation: never more than one numbered paragraph, article paragraph or table row.

    Attributes:
        passage_id: opaque, derived from document and content (``p-3fa9c1d2e4b5``), stable over rebuilds.
        text: the only quotable text.
        heading_path: context for search, not quotable.
        themes: from the controlled list of ``ingest/taxonomy.py``.
        reference: provision reference (``OPCAT:19(b)``) for instruments and the catalogue, else ``None``.
    """

    passage_id: str
    document_id: str
    ordinal: int
    text: RedactedText
    locator: str
    page: int | None
    block_kind: str
    heading_path: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One finding, recommendation, response and the like (DESIGN 5.1 ``register``).

    Attributes:
        entry_id: stable id (``r-...``).
        number: as printed (``3``, ``D4``, ``AFI 2``) or ``None``.
        kind: one of ``REGISTER_KINDS``.
        response: the authority's words where known, redacted.
        status_claimed: what the authority claims (``accepted``, ``partly accepted``, ``rejected``, ``no reply``,
            ``implemented`` ...), never mixed with ``status_verified``, what a later visit found.
        repeats: ids of earlier entries it repeats.
        followed_up_by: ids of later entries that judge or answer it.
        criteria: provision references cited in its text.
        criteria_suggested: references of the criteria catalogue that are near in meaning, nearest first; never
            mixed with the cited ones.
        urgency: ``immediate``, ``short_term``, ``medium_term`` or ``long_term`` where the text or its heading says so.
        rests_on: locators, in the same document, of the paragraphs that it rests on.
        due: deadline as printed (``within three months``) or ISO date.
    """

    entry_id: str
    document_id: str
    passage_id: str | None
    number: str | None
    kind: str
    text: RedactedText
    addressee: str | None = None
    themes: tuple[str, ...] = ()
    response: str | None = None
    status_claimed: str | None = None
    status_verified: str | None = None
    repeats: tuple[str, ...] = ()
    followed_up_by: tuple[str, ...] = ()
    locator: str = ""
    page: int | None = None
    criteria: tuple[str, ...] = ()
    due: str | None = None
    urgency: str | None = None
    rests_on: tuple[str, ...] = ()
    criteria_suggested: tuple[str, ...] = ()


REGISTER_KINDS = (
    "recommendation",
    "finding",
    "concern",
    "area_for_improvement",
    "deficiency",
    "good_practice",
    "housekeeping",
    "request_for_information",
    "response",
    "progress",
)


@dataclass(frozen=True, slots=True)
class Filters:
    """Restrictions of a search, all optional, combined with *and*; applied inside both halves of the search.

    Attributes:
        kinds: document kinds; empty means all.
        place: a place of detention by name or alias; matched on folded tokens, so ``Tarnwick`` finds
            ``HMP Tarnwick``.
        date_from: ISO date; compared with the end of the visit, else the publication date.
        documents: document ids; empty means all.
    """

    kinds: tuple[str, ...] = ()
    place: str | None = None
    place_type: str | None = None
    body: str | None = None
    theme: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a search looked through, for honest refusals."""

    documents: int
    passages: int
    held: int
    unread_pages: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage id with its score in one ranking; higher is better."""

    passage_id: str
    score: float
