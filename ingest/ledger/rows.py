"""How blocks, passages, entries and documents become rows of the ledger and come back.

Text read back is admitted as RedactedText because the write functions below refuse anything else.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.folding import date_bounds, fold
from ingest.passage import (
    DocumentKind,
    DocumentRecord,
    DocumentStatus,
    FieldEvidence,
    Metadata,
    Passage,
    RegisterEntry,
)
from ingest.report import Block, BlockKind
from redaction.text import RedactedText, restore

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class HeldItem:
    """Why a person should look at a document: a type and a place, never the text.

    Attributes:
        type: span type or ``LANGUAGE``.
        why: a plain sentence.
        locator: the place in the source, the first of several.
        count: how often the same surface occurs in the document.
        standing: ``residue`` (it holds the document), ``open`` (stands as it was) or ``masked``.
        block: ordinal of the stored block it stands in; ``None`` where no text is stored.
        first: offset of its first character in the redacted block.
        last: one past the last character.
        item: what it is about, as a short hash that stays the same while other doubts are decided; empty in ledgers
            of an older version.
    """

    type: str
    why: str
    locator: str
    count: int = 1
    standing: str = "open"
    block: int | None = None
    first: int = 0
    last: int = 0
    item: str = ""


def _redacted(text: str) -> str:
    if not isinstance(text, RedactedText):
        raise TypeError("the ledger stores RedactedText only")
    return str(text)


def _optional(text: str | None) -> str | None:
    return None if text is None else _redacted(text)


def _list(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _texts(stored: str) -> tuple[RedactedText, ...]:
    return tuple(restore(text) for text in json.loads(stored))


def _evidence(evidence: Sequence[FieldEvidence]) -> str:
    rows = [(each.field, _optional(each.quote), each.locator, each.confidence) for each in evidence]
    return json.dumps(rows, ensure_ascii=False)


def _evidence_from(stored: str) -> tuple[FieldEvidence, ...]:
    return tuple(
        FieldEvidence(field, None if quote is None else restore(quote), locator, confidence)
        for field, quote, locator, confidence in json.loads(stored)
    )


def document_row(record: DocumentRecord, stamp: str, embedder: str) -> Row:
    """Return the values of the ``documents`` table, in its order."""
    data = record.metadata
    # A report is of its visit, though only its first day be known; a reply is of the day on which it came out.
    answers = record.kind is DocumentKind.RESPONSE
    dates = (data.published, data.visit_start) if answers else (data.visit_start, data.published)
    low, high = date_bounds(data.visit_end or next(filter(None, dates), None))
    place_tokens = " ".join(("", *fold(f"{data.place or ''} {data.title or ''}"), ""))
    body_tokens = " ".join(("", *fold(data.inspecting_body or ""), ""))
    return (
        *(record.document_id, record.source, record.kind.value, record.status.value, record.reason),
        *(data.title, data.place, data.place_type, data.inspecting_body, data.jurisdiction),
        *(data.visit_start, data.visit_end, data.published),
        None if data.announced is None else int(data.announced),
        data.language,
        *(record.pages_total, record.pages_text, record.pages_ocr, record.pages_blank, record.pages_failed),
        *(json.dumps(record.redactions), _list(record.warnings), stamp, embedder),
        *(place_tokens, body_tokens, low, high, data.previous_visit, _evidence(data.evidence)),
    )


def document_from(row: sqlite3.Row) -> DocumentRecord:
    """Return the record of a row that also has ``passages`` and ``register_entries`` counts."""
    return DocumentRecord(
        document_id=row["document_id"],
        source=row["source"],
        kind=DocumentKind(row["kind"]),
        status=DocumentStatus(row["status"]),
        reason=row["reason"],
        metadata=Metadata(
            title=row["title"],
            place=row["place"],
            place_type=row["place_type"],
            inspecting_body=row["inspecting_body"],
            jurisdiction=row["jurisdiction"],
            visit_start=row["visit_start"],
            visit_end=row["visit_end"],
            published=row["published"],
            announced=None if row["announced"] is None else bool(row["announced"]),
            language=row["language"],
            previous_visit=row["previous_visit"],
            evidence=_evidence_from(row["evidence"]),
        ),
        pages_total=row["pages_total"],
        pages_text=row["pages_text"],
        pages_ocr=row["pages_ocr"],
        pages_blank=row["pages_blank"],
        pages_failed=row["pages_failed"],
        passages=row["passages"],
        register_entries=row["register_entries"],
        redactions=json.loads(row["redactions"]),
        warnings=tuple(json.loads(row["warnings"])),
    )


def block_row(document_id: str, ordinal: int, block: Block[RedactedText]) -> Row:
    """Return the values of the ``blocks`` table."""
    return (
        *(document_id, ordinal, block.kind.value, _redacted(block.text), block.locator, block.page, block.level),
        *(block.number, block.label, block.table, block.row),
        _list([_redacted(cell) for cell in block.cells]),
        _list([_redacted(heading) for heading in block.heading_path]),
    )


def block_from(row: sqlite3.Row) -> Block[RedactedText]:
    """Return the block of a row."""
    return Block(
        kind=BlockKind(row["kind"]),
        text=restore(row["text"]),
        locator=row["locator"],
        page=row["page"],
        level=row["level"],
        number=row["number"],
        label=row["label"],
        table=row["table_number"],
        row=row["row_number"],
        cells=_texts(row["cells"]),
        heading_path=_texts(row["heading_path"]),
    )


def passage_row(passage: Passage) -> Row:
    """Return the values of the ``passages`` table."""
    return (
        *(passage.passage_id, passage.document_id, passage.ordinal, _redacted(passage.text), passage.locator),
        *(passage.page, passage.block_kind, _list(passage.heading_path), _list(passage.themes), passage.reference),
    )


def passage_from(row: sqlite3.Row) -> Passage:
    """Return the passage of a row."""
    return Passage(
        passage_id=row["passage_id"],
        document_id=row["document_id"],
        ordinal=row["ordinal"],
        text=restore(row["text"]),
        locator=row["locator"],
        page=row["page"],
        block_kind=row["block_kind"],
        heading_path=tuple(json.loads(row["heading_path"])),
        themes=tuple(json.loads(row["themes"])),
        reference=row["reference"],
    )


def entry_row(ordinal: int, entry: RegisterEntry) -> Row:
    """Return the values of the ``entries`` table."""
    return (
        *(entry.entry_id, entry.document_id, ordinal, entry.passage_id, entry.number, entry.kind),
        *(_redacted(entry.text), entry.addressee, _list(entry.themes), *linked_values(entry)),
        *(entry.locator, entry.page, _list(entry.criteria), entry.due),
        *(entry.urgency, _list(entry.rests_on), _list(entry.criteria_suggested)),
    )


def linked_values(entry: RegisterEntry) -> Row:
    """Return what links between documents change most, in the order of both tables."""
    return (
        *(_optional(entry.response), entry.status_claimed, entry.status_verified),
        *(_list(entry.repeats), _list(entry.followed_up_by)),
    )


def entry_from(row: sqlite3.Row) -> RegisterEntry:
    """Return the entry of a row of ``entries`` or of the view ``register``."""
    return RegisterEntry(
        entry_id=row["entry_id"],
        document_id=row["document_id"],
        passage_id=row["passage_id"],
        number=row["number"],
        kind=row["kind"],
        text=restore(row["text"]),
        addressee=row["addressee"],
        themes=tuple(json.loads(row["themes"])),
        response=None if row["response"] is None else restore(row["response"]),
        status_claimed=row["status_claimed"],
        status_verified=row["status_verified"],
        repeats=tuple(json.loads(row["repeats"])),
        followed_up_by=tuple(json.loads(row["followed_up_by"])),
        locator=row["locator"],
        page=row["page"],
        criteria=tuple(json.loads(row["criteria"])),
        due=row["due"],
        urgency=row["urgency"],
        rests_on=tuple(json.loads(row["rests_on"])),
        criteria_suggested=tuple(json.loads(row["criteria_suggested"])),
    )
