"""A dataset taken in by the product: which document of the data became which document of the library."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.datasets import Dataset
from ingest.library import Library
from ingest.passage import DocumentRecord, DocumentStatus


@dataclass(frozen=True)
class Corpus:
    """An opened library that holds the documents of ``dataset``.

    Attributes:
        records: what became of each document, by its number in the data.
        docs: the number in the data by document id, of the indexed ones.
        seconds: how long taking in took, all in all.
    """

    dataset: Dataset
    library: Library
    home: Path
    records: Mapping[str, DocumentRecord]
    docs: Mapping[str, str]
    seconds: float

    @property
    def passages(self) -> int:
        """How many passages the documents have, catalogue and instruments aside."""
        return sum(record.passages for record in self.records.values())


def take_in(dataset: Dataset, library: Library, home: Path, progress: Callable[[str], None]) -> Corpus:
    """Ingest every document of ``dataset`` from its real file."""
    records: dict[str, DocumentRecord] = {}
    started = time.perf_counter()
    for document in dataset.documents:
        records[document.doc] = library.ingest(document.path)
        progress(f"{dataset.name} {document.doc}: {records[document.doc].status}")
    seconds = time.perf_counter() - started
    searchable = {DocumentStatus.INDEXED, DocumentStatus.UNCHANGED}
    docs = {record.document_id: doc for doc, record in records.items() if record.status in searchable}
    return Corpus(dataset, library, home, records, docs, seconds)
