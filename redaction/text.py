"""Text that redaction has let through, as a type.

Everything downstream of redaction (ledger, indexes, answers, logs) accepts only :class:`RedactedText`,
so that forgetting the step is a type error and not a leak. The class is a ``str``: every operation on it gives a
plain ``str`` again, which the ledger refuses, except :meth:`RedactedText.part` and :meth:`RedactedText.join`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Self

_SEAL: Final = object()


class RedactedText(str):
    """A string without direct identifiers. Only the ``redaction`` package makes new ones."""

    __slots__ = ()

    def __new__(cls, text: str, *, seal: object) -> Self:
        """Refuse everyone who does not hold this module's seal.

        Raises:
            TypeError: the caller is not the redaction package.
        """
        if seal is not _SEAL:
            raise TypeError("only the redaction package constructs RedactedText")
        return super().__new__(cls, text)

    def __repr__(self) -> str:
        """Give the length only: tracebacks and logs must hold no report text."""
        return f"<RedactedText of {len(self)} characters>"

    def part(self, start: int, end: int) -> RedactedText:
        """Return the characters ``start`` to ``end`` (code points); a part of redacted text is redacted."""
        return RedactedText(str.__getitem__(self, slice(start, end)), seal=_SEAL)

    @staticmethod
    def join(parts: Iterable[RedactedText], separator: str = "\n") -> RedactedText:  # type: ignore[override]
        """Join redacted parts with a separator of white space or punctuation.

        Raises:
            TypeError: a part is a plain string.
        """
        held = list(parts)
        if not all(isinstance(part, RedactedText) for part in held):
            raise TypeError("a plain string cannot be joined into RedactedText")
        return RedactedText(separator.join(held), seal=_SEAL)


def seal(text: str) -> RedactedText:
    """Mark text as redacted; for the modules of this package alone (a test checks who calls it)."""
    return RedactedText(text, seal=_SEAL)


def public_text(text: str) -> RedactedText:
    """Admit text that holds no personal data by its nature: treaty provisions and our own catalogue.

    Never for reports, responses, letters or judgments.
    """
    return seal(text)


def restore(stored: str) -> RedactedText:
    """Admit text read back from the ledger, which has stored nothing but RedactedText."""
    return seal(stored)
