"""Masks that people decide on later, in text that is stored already.

A mask for all documents, and one for a document that is not given again, must not wait for the originals, which the
library does not have. So the stored text itself is searched, by hash, and where a surface stands the document is made
anew from its stored blocks: passages, vectors, register entries, indexes. Cut short, the next opening for writing
begins again; the decisions stay unapplied until all of it is done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from ingest.ledger.decisions import EVERYWHERE
from ingest.ledger.rows import HeldItem
from ingest.passage import OFFICIAL_KINDS, DocumentRecord, DocumentStatus
from ingest.report import Block, PageAccount, Report

if TYPE_CHECKING:
    from ingest.accession import Accession, Progress
    from redaction.checking.decisions import Decisions
    from redaction.redactor import Redactor
    from redaction.text import RedactedText


def mask_stored(accession: Accession, progress: Progress) -> list[str]:
    """Mask in stored text what people have decided since it was stored; return the ids of changed documents.

    Official texts are left alone. Conversations in which a surface stands are deleted turn by turn.

    Raises:
        LibraryLocked: the library was opened for reading, or without a redactor.
    """
    ledger = accession.ledger
    waiting = ledger.decisions.unapplied()
    if not waiting:
        return []
    stages = accession.stages(progress)
    records = [record for record in ledger.documents() if record.kind not in OFFICIAL_KINDS]
    chosen = [record for record in records if EVERYWHERE in waiting or record.document_id in waiting]
    changed: list[str] = []
    for number, record in enumerate(chosen):
        progress("mask", number, len(chosen))
        decisions = accession.decisions(record.document_id)
        if decisions.masks and _mask_document(accession, record, decisions, stages.redactor, progress):
            changed.append(record.document_id)
    if EVERYWHERE in waiting:
        everywhere = accession.decisions(EVERYWHERE)
        redactor = stages.redactor
        ledger.conversations.forget(lambda text: redactor.mask_words(text, everywhere) != text)
    if changed:
        accession.relink()
    ledger.decisions.applied()
    ledger.checkpoint()
    return changed


def _mask_document(
    accession: Accession, record: DocumentRecord, decisions: Decisions, redactor: Redactor, progress: Progress
) -> bool:
    from ingest.errors import NoText
    from ingest.pipeline import finished
    from ingest.structure.parsing import relocate

    # The same headings stand above many blocks.
    masked = cache(lambda text: redactor.mask(text, decisions))
    words = cache(lambda text: redactor.mask_words(text, decisions))
    ledger, identity = accession.ledger, record.document_id
    blocks = ledger.blocks(identity)
    clean = tuple(_block(block, masked, words) for block in blocks)
    renamed = _record(record, masked, words)
    before = ledger.review(identity)
    review = [_item(item, words, moved=clean != tuple(blocks)) for item in before]
    if clean == tuple(blocks) and renamed == record and review == before:
        return False
    stamp = ledger.stamp(identity) or ""
    former = [passage.passage_id for passage in ledger.document_passages(identity)]
    if record.status is not DocumentStatus.INDEXED:
        ledger.put_unread(renamed, stamp, review)
        return True
    masks = Counter(kind.value for block in blocks for _, _, kind in decisions.places(block.text))
    renamed = replace(renamed, redactions=dict(sorted((masks + Counter(renamed.redactions)).items())))
    report = relocate(Report(clean, PageAccount(), record.warnings, None))
    try:
        accession.store(finished(renamed, report, review, accession.stages(progress)), stamp)
    except NoText as error:
        reason = f"{error.code}: {error.message} {error.hint}"
        ledger.put_unread(replace(renamed, status=DocumentStatus.REFUSED, reason=reason), stamp)
    accession.index.changed(identity, former)
    return True


def _block(
    block: Block[RedactedText], masked: Callable[[RedactedText], RedactedText], words: Callable[[str], str]
) -> Block[RedactedText]:
    return replace(
        block,
        text=masked(block.text),
        locator=words(block.locator),
        number=words(block.number) if block.number else block.number,
        label=words(block.label) if block.label else block.label,
        cells=tuple(map(masked, block.cells)),
        heading_path=tuple(map(masked, block.heading_path)),
    )


def _record(
    record: DocumentRecord, masked: Callable[[RedactedText], RedactedText], words: Callable[[str], str]
) -> DocumentRecord:
    def told(text: str | None) -> str | None:
        return words(text) if text else text

    data = record.metadata
    metadata = replace(
        data, title=told(data.title), place=told(data.place), place_type=told(data.place_type),
        inspecting_body=told(data.inspecting_body), jurisdiction=told(data.jurisdiction),
        evidence=tuple(
            replace(each, quote=masked(each.quote) if each.quote else each.quote, locator=words(each.locator))
            for each in data.evidence
        ),
    )  # fmt: skip
    return replace(record, source=words(record.source), metadata=metadata)


def _item(item: HeldItem, words: Callable[[str], str], *, moved: bool) -> HeldItem:
    """Mask the heading in a locator; offsets into a block that has changed are forgotten."""
    item = replace(item, locator=words(item.locator))
    return replace(item, block=None, first=0, last=0) if moved else item
