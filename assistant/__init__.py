"""The assistant: a question becomes a cited answer, a count, or a refusal. Nothing is loaded at import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.answers.answer import Answer, Turn
    from assistant.answers.answering import ask
    from assistant.retrieval.retriever import OpcatRetriever
    from assistant.retrieval.searching import search

_HOME = {
    "ask": "answers.answering",
    "search": "retrieval.searching",
    "OpcatRetriever": "retrieval.retriever",
    "Answer": "answers.answer",
    "Turn": "answers.answer",
}

__all__ = ["Answer", "OpcatRetriever", "Turn", "ask", "search"]


def __getattr__(name: str) -> Any:
    """Import an export when it is first used; no module of the package is called like one."""
    if name not in _HOME:
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"assistant.{_HOME[name]}"), name)
    globals()[name] = value
    return value
