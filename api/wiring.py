"""The one place that picks adapters: settings in, an opened library out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from api.settings import Settings

if TYPE_CHECKING:
    from assistant.models.model_composer import ModelComposer
    from ingest.embedding.embedder import Embedder
    from ingest.library import Library
    from ingest.reranking.reranker import Reranker
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
    if settings.embedding_model == "opcat":
        from ingest.embedding.embedder import ShippedEmbedder

        return ShippedEmbedder(threads=settings.threads)
    if settings.embedding_model == "minilm":
        from ingest.embedding.minilm import MiniLmEmbedder

        return MiniLmEmbedder(threads=settings.threads)
    from pathlib import Path

    from ingest.embedding.sentence_transformer import SentenceTransformersEmbedder

    return SentenceTransformersEmbedder(Path(settings.embedding_model))


def reranker(settings: Settings) -> Reranker | None:
    """Return the model that reads question and passage together, as the settings name it."""
    if settings.reranking_model == "none":
        return None
    if settings.reranking_model == "opcat":
        from ingest.reranking.reranker import ShippedReranker

        return ShippedReranker(threads=settings.threads)
    from pathlib import Path

    from ingest.reranking.cross_encoder import SentenceTransformersReranker

    return SentenceTransformersReranker(Path(settings.reranking_model))


def open_library(settings: Settings, *, write: bool = False) -> Library:
    """Open the home directory; ``write`` takes its lock and needs a redactor, reading needs neither.

    Raises:
        IngestError: another process holds the lock, or the directory is not a library.
        RedactionError: the redaction policy that the settings name is not valid.
    """
    from ingest.library import Library

    masks = redactor(settings) if write else None
    library = Library.open(settings.home, embedder=embedder(settings), redactor=masks, write=write)
    library.reranker = reranker(settings)
    return library


def say_stale(library: Library) -> None:
    """Say on stderr how many passages only their words find, because another model made their vectors."""
    from ingest.index.check import otherwise_embedded

    count = otherwise_embedded(library.ledger, library.embedder)
    if count:
        told = "passage was" if count == 1 else "passages were"
        print(f"{count} {told} indexed with another embedding model: opcat rebuild", file=sys.stderr, flush=True)


def composer(settings: Settings) -> ModelComposer | None:
    """Return the language model that the settings name, ``None`` where sentences are quoted; no word is sent yet.

    Raises:
        AssistantError: the name or address is malformed, a remote model is not allowed, or its extra is not installed.
    """
    if settings.model is None:
        return None
    from assistant.models.chat_models import ModelChoice, model_composer

    return model_composer(
        ModelChoice(
            settings.model,
            url=settings.model_url,
            key=settings.model_key,
            timeout=settings.model_timeout,
            retries=settings.model_retries,
            remote=settings.model_remote,
            threads=settings.threads,
        )
    )
