"""Provisions of instruments and entries of the criteria catalogue as documents and passages of the ledger."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ingest.chunk import passage_id, pieces
from ingest.errors import TooLarge
from ingest.instruments.catalogue import Catalogue
from ingest.instruments.instrument import Instrument
from ingest.instruments.reader import read_instrument
from ingest.instruments.reference import parse_reference
from ingest.intake.file import take_in_bytes
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage
from ingest.pipeline import Stages
from ingest.taxonomy import themes_of
from redaction.text import public_text

CATALOGUE_SOURCE = "criteria catalogue"


def public_id(name: str) -> str:
    """Return the id of a document that is the same in every library: an instrument or the catalogue."""
    return "d-" + hashlib.sha256(f"public|{name}".encode()).hexdigest()[:16]


def read_official(name: str, data: bytes, stages: Stages) -> Instrument:
    """Read an official text of any format.

    Raises:
        IngestError: it cannot be read, or is no instrument.
    """
    if len(data) > stages.limits.max_bytes:
        raise TooLarge()
    suffix = Path(name).suffix.lower()
    if suffix == ".json" or data.lstrip()[:1] in (b"{", b"["):
        return read_instrument(name, "json", data)
    file = take_in_bytes(name, data, stages.limits)
    if suffix in (".md", ".markdown") and file.media == "html":
        # Published Markdown of treaties is full of tables and anchors in HTML; the instrument reader knows them.
        return read_instrument(file.name, "markdown", file.untrusted_bytes)
    if file.media in ("markdown", "text"):
        return read_instrument(file.name, file.media, file.untrusted_bytes)
    return read_instrument(file.name, file.media, stages.read(file, stages.limits))


def instrument_document(instrument: Instrument, source: str) -> tuple[DocumentRecord, tuple[Passage, ...]]:
    """Return the record and passages of an official text: one passage for each provision with words of its own.

    An instrument is one document, whatever file it came from: a second file of it takes the first one's place.
    """
    document_id = public_id(instrument.id)
    passages: list[Passage] = []
    for provision in instrument.provisions:
        context = tuple(text for text in (instrument.title, provision.part, provision.heading, *provision.lead) if text)
        for place, piece in enumerate(pieces(public_text(provision.text))):
            passages.append(
                Passage(
                    passage_id=passage_id(document_id, provision.locator, place, piece),
                    document_id=document_id,
                    ordinal=len(passages),
                    text=piece,
                    locator=provision.locator,
                    page=None,
                    block_kind="provision",
                    heading_path=context,
                    themes=themes_of(f"{provision.heading} {piece}"),
                    reference=str(provision.reference),
                )
            )
    warnings: tuple[str, ...] = ()
    if instrument.missing:
        numbers = ", ".join(str(number) for number in instrument.missing)
        warnings = (f"The source lacks articles {numbers}.",)
    return _record(document_id, source, DocumentKind.INSTRUMENT, instrument.title, warnings), tuple(passages)


def catalogue_document(catalogue: Catalogue) -> tuple[DocumentRecord, tuple[Passage, ...]]:
    """Return the record and passages of the shipped catalogue: one passage for each entry."""
    document_id = public_id("catalogue")
    passages: list[Passage] = []
    for entry in catalogue.entries:
        reference = parse_reference(str(entry.reference))
        text = public_text(f"{entry.heading.rstrip('.')}. {entry.gist}")
        passages.append(
            Passage(
                passage_id=passage_id(document_id, str(reference), 0, text),
                document_id=document_id,
                ordinal=len(passages),
                text=text,
                locator=reference.locator,
                page=None,
                block_kind="criterion",
                heading_path=tuple(text for text in (entry.instrument_title, ", ".join(entry.terms)) if text),
                themes=tuple(entry.themes),
                reference=str(reference),
            )
        )
    return _record(document_id, CATALOGUE_SOURCE, DocumentKind.CATALOGUE, "Criteria catalogue", ()), tuple(passages)


def _record(document_id: str, source: str, kind: DocumentKind, title: str, warnings: tuple[str, ...]) -> DocumentRecord:
    return DocumentRecord(
        document_id=document_id,
        source=source,
        kind=kind,
        status=DocumentStatus.INDEXED,
        reason=None,
        metadata=Metadata(title=title, language="en"),
        warnings=warnings,
    )
