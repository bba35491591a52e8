"""The pipeline, on one screen: a file becomes passages, vectors and register entries, or is withheld.

::

    bytes -intake-> UntrustedFile -read (sandbox)-> ParsedReport -structure-> Report[str] -redact-> Report[RedactedText]
          -chunk-> Passage -embed-> vector -store-> ledger, indexes
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ingest.chunk import chunk
from ingest.embedding.embedder import Embedder, Vectors, passage_input
from ingest.errors import NoText
from ingest.instruments.suggested_criteria import with_suggestions
from ingest.intake.file import IntakeLimits, UntrustedFile
from ingest.ledger.rows import HeldItem
from ingest.metadata.extraction import classify, read_metadata
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage, RegisterEntry
from ingest.redacting import redact_report
from ingest.register.extraction import extract_register
from ingest.register.status_reader import status_reader
from ingest.report import Block, ParsedReport, Report
from ingest.structure.parsing import structure
from redaction.checking.decisions import Decisions
from redaction.checking.doubts import Standing
from redaction.redactor import Redaction, Redactor
from redaction.text import RedactedText

EMBEDDING_STEP = 64
_RELEASED = "A person has released doubts of this document in review; the audit says which."

T = TypeVar("T")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Stages:
    """What the pipeline works with.

    Attributes:
        read: parses one untrusted file; the sandbox outside tests.
        progress: told the stage, steps done and steps in all.
        reached: told the name of each stage passed; tests kill the process there.
    """

    redactor: Redactor
    embedder: Embedder
    limits: IntakeLimits
    read: Callable[[UntrustedFile, IntakeLimits], ParsedReport]
    progress: Progress
    reached: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Processed:
    """All that the ledger stores of one document; without blocks and passages where it is held."""

    record: DocumentRecord
    blocks: Sequence[Block[RedactedText]]
    passages: Sequence[Passage]
    vectors: Vectors
    entries: Sequence[RegisterEntry]
    review: Sequence[HeldItem]


def process(
    file: UntrustedFile,
    document_id: str,
    kind: DocumentKind | None,
    body: str | None,
    stages: Stages,
    decisions: Decisions | None = None,
) -> Processed:
    """Take one file through all stages in memory; nothing is written.

    What people have decided on it holds: ``decisions``.

    Raises:
        IngestError: the file cannot be read; RedactionError: it must be held.
    """
    parsed = _stage("read", stages, lambda: stages.read(file, stages.limits))
    report = _stage("structure", stages, lambda: structure(parsed))
    redacted = _stage("redact", stages, lambda: redact_report(report, stages.redactor, decisions))
    source = named(file.name, redacted.redaction, stages.redactor, decisions)
    pages = parsed.pages
    record = DocumentRecord(
        document_id=document_id,
        source=source,
        kind=kind or DocumentKind.OTHER,
        status=DocumentStatus.INDEXED,
        reason=None,
        metadata=Metadata(language=redacted.redaction.language),
        pages_total=pages.total,
        pages_text=pages.text,
        pages_ocr=pages.ocr,
        pages_blank=pages.blank,
        pages_failed=pages.failed,
        redactions=redacted.redaction.counts(),
        warnings=(*parsed.warnings, *((_RELEASED,) if decisions and decisions.releases else ())),
    )
    if not redacted.redaction.clean:
        places = sum(item.count for item in redacted.items if item.standing == Standing.RESIDUE)
        why = f"residue: {places} places may still hold personal data"
        held = replace(record, status=DocumentStatus.HELD, reason=why)
        return Processed(held, (), (), stages.embedder.embed_passages([]), (), redacted.items)
    clean = redacted.report
    status_reader(stages.embedder)  # shares the model that is loaded already
    kind = kind or classify(clean, source)
    record = replace(record, kind=kind, metadata=read_metadata(clean, source, kind, body))
    return finished(record, clean, redacted.items, stages)


def finished(
    record: DocumentRecord, clean: Report[RedactedText], review: Sequence[HeldItem], stages: Stages
) -> Processed:
    """Make passages, vectors and register entries of a redacted report.

    Raises:
        NoText: it has no passage.
    """
    passages = _stage("chunk", stages, lambda: chunk(clean, record.document_id))
    if not passages:
        raise NoText()
    vectors = embed(passages, stages.embedder, stages.progress)
    stages.reached("embed")
    extracted = extract_register(clean, record.document_id, record.kind, record.metadata, stages.embedder)
    placed = located(vouched(extracted, clean.blocks), passages)
    entries = with_suggestions(placed, passages, vectors, stages.embedder, record.metadata)
    return Processed(record, clean.blocks, passages, vectors, entries, review)


def named(name: str, redaction: Redaction, redactor: Redactor, decisions: Decisions | None) -> str:
    """Return the name of a file without what redaction found, nor what people want masked."""
    masked = redactor.redact_name(name, redaction)
    return redactor.mask_words(masked, decisions) if decisions else masked


def embed(passages: Sequence[Passage], embedder: Embedder, progress: Progress) -> Vectors:
    """Return the vectors of passages, row for row, in steps that report progress."""
    import numpy as np

    texts = [passage_input(passage.text, passage.heading_path) for passage in passages]
    rows = [embedder.embed_passages([])]
    for start in range(0, len(texts), EMBEDDING_STEP):
        progress("embed", start, len(texts))
        rows.append(embedder.embed_passages(texts[start : start + EMBEDDING_STEP]))
    progress("embed", len(texts), len(texts))
    return np.vstack(rows)


def located(entries: Sequence[RegisterEntry], passages: Sequence[Passage]) -> tuple[RegisterEntry, ...]:
    """Point each entry at the passage of its locator that holds its first words, else at the first one there."""
    found: list[RegisterEntry] = []
    for entry in entries:
        there = [passage for passage in passages if passage.locator == entry.locator]
        fitting = [passage for passage in there if entry.text[:60] in passage.text] or there
        found.append(replace(entry, passage_id=fitting[0].passage_id if fitting else None))
    return tuple(found)


def vouched(entries: Sequence[RegisterEntry], blocks: Sequence[Block[RedactedText]]) -> tuple[RegisterEntry, ...]:
    """Admit a response that lost its type on the way only where the redacted text holds it word for word."""
    whole = RedactedText.join([block.text for block in blocks], " ")
    found: list[RegisterEntry] = []
    for entry in entries:
        response = entry.response
        if response is not None and not isinstance(response, RedactedText):
            start = whole.find(response)
            response = whole.part(start, start + len(response)) if start >= 0 else None
        found.append(replace(entry, response=response))
    return tuple(found)


def _stage(name: str, stages: Stages, work: Callable[[], T]) -> T:
    stages.progress(name, 0, 1)
    done = work()
    stages.progress(name, 1, 1)
    stages.reached(name)
    return done
