"""From files to passages and register entries: intake, reading, structure, chunking, embedding, ledger, indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.library import Library
    from ingest.passage import DocumentRecord

__all__ = ["Library", "ingest_document"]


def ingest_document(path: Path, home: Path, *, kind: str = "auto", body: str | None = None) -> DocumentRecord:
    """Take one file into the library at ``home`` with the default model and redaction policy.

    Args:
        path: PDF, DOCX, HTML, Markdown, text or an image of pages; with ``kind="instrument"`` an official text.
        home: directory of the library, made where it does not exist.
        kind: ``visit_report``, ``response``, ``instrument``, ``other`` or ``auto``.
        body: the inspecting body, where the document does not say.

    Returns:
        the record; a file that could not be taken in has status ``refused`` or ``held`` and a reason.

    Raises:
        LibraryLocked: another process writes to the library.
    """
    from ingest.embedding.embedder import ShippedEmbedder
    from ingest.library import Library
    from redaction.redactor import Redactor

    with Library.open(home, embedder=ShippedEmbedder(), redactor=Redactor(), write=True) as library:
        return library.ingest(path, kind=kind, body=body)


def __getattr__(name: str) -> object:
    # Nothing heavy is imported before it is asked for: "opcat --help" answers in half a second.
    if name == "Library":
        from ingest.library import Library

        return Library
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
