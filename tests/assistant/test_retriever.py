"""The LangChain retriever."""

from __future__ import annotations

from typing import Any

from assistant.retrieval.retriever import OpcatRetriever


def test_it_gives_documents_with_citations(library: Any) -> None:
    found = OpcatRetriever(library=library, k=3).invoke("dentist waiting time")
    assert len(found) == 3
    assert "17 weeks" in found[0].page_content
    assert found[0].metadata["citation"] == "Visit to Quellmoor Prison, 3.1, p. 1"
