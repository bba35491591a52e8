"""Redaction: text in, text without direct identifiers out.

Nothing is loaded at import; models are loaded when the first document is redacted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redaction.errors import (
        DetectorFailed,
        ModelMissing,
        PermanentRedactionError,
        PolicyInvalid,
        RedactionError,
        TextTooLong,
        TransientRedactionError,
        UnsupportedLanguage,
    )
    from redaction.policy import Policy
    from redaction.redactor import RedactedSpan, Redaction, Redactor, Residue, ReviewItem, redact
    from redaction.text import RedactedText

_HOME = {
    "DetectorFailed": "errors",
    "ModelMissing": "errors",
    "PermanentRedactionError": "errors",
    "PolicyInvalid": "errors",
    "RedactionError": "errors",
    "TextTooLong": "errors",
    "TransientRedactionError": "errors",
    "UnsupportedLanguage": "errors",
    "Policy": "policy",
    "RedactedSpan": "redactor",
    "Redaction": "redactor",
    "Redactor": "redactor",
    "Residue": "redactor",
    "ReviewItem": "redactor",
    "redact": "redactor",
    "RedactedText": "text",
}

__all__ = [
    "DetectorFailed",
    "ModelMissing",
    "PermanentRedactionError",
    "Policy",
    "PolicyInvalid",
    "RedactedSpan",
    "RedactedText",
    "Redaction",
    "RedactionError",
    "Redactor",
    "Residue",
    "ReviewItem",
    "TextTooLong",
    "TransientRedactionError",
    "UnsupportedLanguage",
    "redact",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module 'redaction' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"redaction.{_HOME[name]}"), name)
