"""Checking what a user gives: redacted first, then judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.drafting.errors import NothingToCheck, TextTooLong
from assistant.drafting.finding import redacted_texts
from assistant.drafting.judgement import Checked
from assistant.drafting.linting import MAX_TEXT, check_all, skipped
from assistant.drafting.protection import Warning, warnings_for

if TYPE_CHECKING:
    from redaction.redactor import Redactor


@dataclass(frozen=True, slots=True)
class Report:
    """The recommendations of a text, judged, and what to think of before they leave."""

    recommendations: tuple[Checked, ...]
    warnings: tuple[Warning, ...]
    masked: dict[str, int]
    skipped: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the form of the contract."""
        return {
            "total": len(self.recommendations),
            "recommendations": [each.to_json() for each in self.recommendations],
            "masked": dict(self.masked),
            "skipped": list(self.skipped),
            "warnings": [each.to_json() for each in self.warnings],
        }


def check_text(texts: Sequence[str], redactor: Redactor) -> Report:
    """Redact a text, given whole or in paragraphs, and judge each recommendation in it.

    Raises:
        NothingToCheck: no words.
        TextTooLong: more than 100,000 characters, or more than 200 recommendations.
        RedactionError: it cannot be redacted.
    """
    given = [text for text in texts if text.strip()]
    if not any(character.isalpha() for text in given for character in text):
        raise NothingToCheck("there is no recommendation to check", "give its text, or a file with recommendations")
    if sum(map(len, given)) > MAX_TEXT:
        raise TextTooLong(f"the text has more than {MAX_TEXT} characters", "check the list of recommendations alone")
    clean, masked, doubts = redacted_texts(given, redactor)
    text = "\n\n".join(clean)
    return Report(tuple(check_all(text)), warnings_for(text, masked, doubts), masked, tuple(skipped(text)))
