"""The one place that picks adapters: settings in, an opened library out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.settings import Settings

if TYPE_CHECKING:
    from ingest.embedding import Embedder
    from ingest.library import Library
    from redaction.redactor import Redactor


def redactor(settings: Settings) -> Redactor:
    """Return a redactor with the policy and the office holders that the settings name; its models load later.

    Raises:
        RedactionError: there is no such policy, or it is not valid.
    """
    from redaction.policy import Policy
    from redaction.redactor import Redactor

    return Redactor(Policy.chosen(settings.redaction_profile).naming(settings.office_holders))


def embedder(settings: Settings) -> Embedder:
    """Return the embedding model that the settings name."""
    if settings.embedding_model == "minilm":
        from ingest.embedding import MiniLmEmbedder

        return MiniLmEmbedder(threads=settings.threads)
    from pathlib import Path

    from ingest.embedding_st import SentenceTransformersEmbedder

    return SentenceTransformersEmbedder(Path(settings.embedding_model))


def open_library(settings: Settings, *, write: bool = False) -> Library:
    """Open the home directory; ``write`` takes its lock and needs a redactor, reading needs neither.

    Raises:
        IngestError: another process holds the lock, or the directory is not a library.
        RedactionError: the redaction policy that the settings name is not valid.
    """
    from ingest.library import Library

    masks = redactor(settings) if write else None
    return Library.open(settings.home, embedder=embedder(settings), redactor=masks, write=write)
