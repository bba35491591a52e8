"""A public collection of texts as passages of a library, cut, embedded and indexed as reports are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from ingest.chunk import chunk
from ingest.embedding.embedder import Embedder, passage_input
from ingest.library import Library
from ingest.passage import DocumentKind, DocumentRecord, DocumentStatus, Metadata, Passage
from ingest.report import Block, BlockKind, PageAccount, Report
from redaction.text import public_text

_SLICE: Final = 500
Progress = Callable[[str], None]


def take_in_public(
    name: str, texts: Mapping[str, tuple[str, str]], library: Library, embedder: Embedder, progress: Progress
) -> dict[str, str]:
    """Put a public collection into a library as one document.

    Args:
        name: of the collection.
        texts: (title, text) by id.
        library: open for writing, in a temporary directory.
        embedder: its model.
        progress: told how many passages are embedded, every 500.

    Returns:
        id of the text by passage id.
    """
    blocks = []
    by_locator: dict[str, str] = {}
    for number, (key, (title, text)) in enumerate(texts.items(), 1):
        locator = f"document {number}"
        by_locator[locator] = key
        held = public_text(" ".join((text if text.strip() else title).split()))
        path = (public_text(" ".join(title.split())),) if title.strip() and text.strip() else ()
        blocks.append(Block(BlockKind.PARAGRAPH, held, locator, heading_path=path))
    document = f"judged-{name}"
    passages = chunk(Report(tuple(blocks), PageAccount()), document)
    vectors = np.zeros((len(passages), embedder.dimension), dtype=np.float32)
    for start in range(0, len(passages), _SLICE):
        some = passages[start : start + _SLICE]
        vectors[start : start + len(some)] = embedder.embed_passages([embedded_text(passage) for passage in some])
        progress(f"{name}: {start + len(some):,} of {len(passages):,} passages embedded")
    record = DocumentRecord(
        document,
        name,
        DocumentKind.OTHER,
        DocumentStatus.INDEXED,
        None,
        Metadata(language="en"),
        passages=len(passages),
    )
    library.ledger.put_document(record, blocks, passages, vectors, (), "judged|", embedder=embedder.name)
    library.index.changed(document, ())
    return {passage.passage_id: by_locator[passage.locator] for passage in passages}


def embedded_text(passage: Passage) -> str:
    """Return what is embedded for a passage."""
    return passage_input(str.__str__(passage.text), passage.heading_path)
