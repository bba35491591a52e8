"""A LangChain retriever over a library, so that its index plugs into any chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.retrieval.reranking import search_reread
from assistant.retrieval.searching import search
from ingest.passage import Filters

if TYPE_CHECKING:
    from assistant.retrieval.searching import Hit


class OpcatRetriever(BaseRetriever):
    """Finds redacted passages of a library.

    Attributes:
        library: an opened :class:`ingest.library.Library`.
        k: how many passages, 1 to 100.
        filters: hard restrictions.
        rerank: whether the first passages are read together with the query, which takes some 5 ms for each.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Any
    k: int = 10
    filters: Filters = Filters()
    rerank: bool = False

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        find = search_reread if self.rerank else search
        return [_document(hit) for hit in find(self.library, query, self.filters, self.k).hits]


def _document(hit: Hit) -> Document:
    passage = hit.passage
    return Document(
        id=passage.passage_id,
        page_content=str(passage.text),
        metadata={
            "passage_id": passage.passage_id,
            "document_id": passage.document_id,
            "source": hit.document.source,
            "title": hit.document.metadata.title,
            "kind": str(hit.document.kind),
            "locator": passage.locator,
            "page": passage.page,
            "citation": hit.citation,
            "reference": passage.reference,
            "score": hit.score,
        },
    )
