"""What can go wrong in redaction.

::

    RedactionError
    ├── PermanentRedactionError      the same text fails again
    │   ├── UnsupportedLanguage      not (mainly) English
    │   ├── DetectorFailed           a detector broke; nothing it should have seen may pass
    │   ├── TextTooLong              beyond the limit of the policy
    │   ├── TextDamaged              halves of characters: it was decoded wrongly
    │   └── PolicyInvalid            a policy or a list of office holders that cannot be used
    └── TransientRedactionError      a later try may work
        └── ModelMissing             a package that redaction needs is not installed or not readable

Messages hold no text of a report: no value, no quotation, no file name.
"""

from __future__ import annotations


class RedactionError(Exception):
    """Root of this package's errors.

    Attributes:
        code: stable name for programs.
        message: what happened, for people.
        hint: what a person can do.
    """

    code = "redaction"

    def __init__(self, message: str, *, hint: str) -> None:
        """Keep the message and the hint."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class PermanentRedactionError(RedactionError):
    """Trying again with the same text gives the same failure."""

    code = "redaction_failed"


class TransientRedactionError(RedactionError):
    """A later try may succeed."""

    code = "redaction_unavailable"


class UnsupportedLanguage(PermanentRedactionError):
    """The text is not in a language whose identifiers the detectors know."""

    code = "unsupported_language"


class DetectorFailed(PermanentRedactionError):
    """A detector raised; the document must be held."""

    code = "detector_failed"


class TextTooLong(PermanentRedactionError):
    """More characters than the policy allows for one document."""

    code = "text_too_long"


class TextDamaged(PermanentRedactionError):
    """Code points that are no characters: what they stood for cannot be searched for names."""

    code = "text_damaged"


class PolicyInvalid(PermanentRedactionError):
    """A policy file, or a list of office holders, that is incomplete, contradictory or would let identifiers pass."""

    code = "policy_invalid"


class ModelMissing(TransientRedactionError):
    """A package with a model or word list cannot be loaded."""

    code = "model_missing"
