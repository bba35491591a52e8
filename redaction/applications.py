"""Numbers of applications to a court: they lead to one person's published case."""

from __future__ import annotations

import re

from redaction.sieve import Sieve
from redaction.span import Span, SpanType

# "application (no. 12345/02)", "applications nos. 12345/02 and 6789/03" as the European Court of Human Rights writes.
_INTRODUCED = Sieve(
    r"\b(?:applications?|app\.|communications?|petitions?)\s*\(?\s*(?:nos?\.?|numbers?)\s*"
    r"(?P<numbers>\d{1,6}/\d{2,4}(?:(?:,\s*|\s+and\s+|,\s+and\s+|;\s*)\d{1,6}/\d{2,4}){0,40})",
    re.IGNORECASE,
)
# "an application lodged on ... (no. 12345/11)": the number at the end of the sentence that speaks of the application.
_APPENDED = Sieve(
    r"\b(?:applications?|communications?|petitions?|complaints?)\b(?P<between>[^.;()\n\x1e]{0,120})\(\s*nos?\.\s*"
    r"(?P<numbers>\d{1,6}/\d{2,4}(?:(?:,\s*|\s+and\s+)\d{1,6}/\d{2,4}){0,40})\)",
    re.IGNORECASE,
)
_JUDGMENT = re.compile(r"\sv\.?\s|\bcase of\b")
_NUMBER = re.compile(r"\d{1,6}/\d{2,4}")


class ApplicationDetector:
    """Finds application numbers after the word that introduces them."""

    name = "application"

    def detect(self, text: str) -> list[Span]:
        """Return each number of a list of application numbers."""
        return [
            Span(
                match.start("numbers") + number.start(),
                match.start("numbers") + number.end(),
                SpanType.ID,
                0.9,
                (self.name,),
            )
            for match in [*_INTRODUCED.finditer(text), *_APPENDED.finditer(text)]
            if not _JUDGMENT.search(match.groupdict().get("between") or "")
            for number in _NUMBER.finditer(match.group("numbers"))
        ]
