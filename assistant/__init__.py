"""The assistant: a question becomes a cited answer, a count, or a refusal. Nothing is loaded at import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.answer import Answer, Turn
    from assistant.ask import ask
    from assistant.retriever import OpcatRetriever
    from assistant.search import search

_HOME = {"ask": "ask", "search": "search", "OpcatRetriever": "retriever", "Answer": "answer", "Turn": "answer"}
_EXPORTED: dict[str, Any] = {}

__all__ = ["Answer", "OpcatRetriever", "Turn", "ask", "search"]


def __getattr__(name: str) -> Any:
    """Import an export when it is first used.

    ``ask`` and ``search`` are also names of modules; importing those sets the module as an attribute of this package,
    so that the function is put back.
    """
    if name not in _HOME:
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"assistant.{_HOME[name]}"), name)
    globals()[name] = value
    return value
