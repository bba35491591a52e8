"""What a tutorial builds with LangChain: text split every 1,000 characters, embedded, put into Chroma, asked there.

LangChain's splitter and Chroma store are no dependencies of the product; where they are not installed, nothing
stands in for them and the tables say so.
"""

from __future__ import annotations

import importlib
import importlib.util
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings

from ingest.embedding.embedder import Embedder

NAME: Final = "plain LangChain retriever on Chroma"
MISSING: Final = (
    f"The row '{NAME}' is left out: install langchain-chroma and langchain-text-splitters to have it measured."
)
SIZE: Final = 1000
OVERLAP: Final = 200
_PACKAGES: Final = ("langchain_chroma", "langchain_text_splitters")


def installed() -> bool:
    """Say whether LangChain's splitter and its Chroma store can be imported."""
    return all(importlib.util.find_spec(name) is not None for name in _PACKAGES)


class SameModel(Embeddings):
    """The product's embedding model behind LangChain's interface; a text that comes again is not embedded again."""

    def __init__(self, embedder: Embedder, known: Mapping[str, Sequence[float]] | None = None) -> None:
        """Embed with this model, except texts whose vectors are ``known``."""
        self._embedder = embedder
        self._known = known or {}

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one unit vector per text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        made = dict(zip(new, self._embedder.embed_passages(new), strict=True))
        return [[float(value) for value in (made[text] if text in made else self._known[text])] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a question."""
        return [float(value) for value in self._embedder.embed_query(text)]


@dataclass(frozen=True)
class Chunk:
    """What the retriever returned: the text it is from, where it begins there, and itself."""

    name: str
    start: int
    text: str
    rank: int


class PlainPipeline:
    """Texts split, embedded and stored as LangChain's own documentation shows it, with its default settings.

    The store lies in a temporary directory that is removed on leaving the context.
    """

    def __init__(self, texts: Mapping[str, str], embeddings: Embeddings) -> None:
        """Build the store from texts by name.

        Raises:
            ModuleNotFoundError: LangChain's packages are not there; see :func:`installed`.
        """
        splitters: Any = importlib.import_module("langchain_text_splitters")
        stores: Any = importlib.import_module("langchain_chroma")
        splitter = splitters.RecursiveCharacterTextSplitter(
            chunk_size=SIZE, chunk_overlap=OVERLAP, add_start_index=True
        )
        documents = [Document(page_content=text, metadata={"name": name}) for name, text in texts.items()]
        chunks = splitter.split_documents(documents)
        self.chunks = len(chunks)
        self._folder = tempfile.TemporaryDirectory(prefix="opcat-evals-plain-")
        path = str(Path(self._folder.name) / "chroma")
        self._store: Any = stores.Chroma.from_documents(chunks, embeddings, persist_directory=path)

    def __enter__(self) -> PlainPipeline:
        """Return the store, ready to be asked."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the store."""
        self._folder.cleanup()

    def ask(self, question: str, k: int) -> list[Chunk]:
        """Return the ``k`` nearest chunks by its retriever, best first."""
        found = self._store.as_retriever(search_kwargs={"k": k}).invoke(question)
        return [
            Chunk(str(one.metadata["name"]), int(one.metadata["start_index"]), one.page_content, rank)
            for rank, one in enumerate(found, 1)
        ]
