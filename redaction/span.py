"""Spans of personal data: where they are, what they are, who found them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class SpanType(StrEnum):
    """The identifiers of the policy; the first seven are direct, the rest quasi identifiers."""

    NAME = "NAME"
    ID = "ID"
    CONTACT = "CONTACT"
    DOB = "DOB"
    ADDRESS = "ADDRESS"
    CELL = "CELL"
    PLATE = "PLATE"
    AGE = "AGE"
    NATIONALITY = "NATIONALITY"
    DATE_PERSONAL = "DATE_PERSONAL"
    ROLE_UNIQUE = "ROLE_UNIQUE"
    HEALTH_RARE = "HEALTH_RARE"
    INDIRECT = "INDIRECT"

    @property
    def group(self) -> SpanGroup:
        """Direct identifiers point at one person alone; quasi identifiers do so in combination."""
        return SpanGroup.DIRECT if self in _DIRECT else SpanGroup.QUASI


class SpanGroup(StrEnum):
    """How a span identifies."""

    DIRECT = "direct"
    QUASI = "quasi"


_DIRECT = frozenset(
    {SpanType.NAME, SpanType.ID, SpanType.CONTACT, SpanType.DOB, SpanType.ADDRESS, SpanType.CELL, SpanType.PLATE}
)


@dataclass(frozen=True, slots=True)
class Span:
    """One detection in one text.

    Attributes:
        start: first code point.
        end: one past the last code point; ``start < end``.
        type: what was found.
        score: confidence, 0 to 1; used for review and for settling overlaps, never to drop a direct identifier.
        detectors: names of the detectors that agree, sorted.
        role: the person's role where the text says it (``DETAINEE``, ``STAFF``, ``RELATIVE``), else ``None``.
    """

    start: int
    end: int
    type: SpanType
    score: float
    detectors: tuple[str, ...]
    role: str | None = None

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Detector(Protocol):
    """Finds spans of personal data in one text; pure, no state between calls, no network."""

    @property
    def name(self) -> str:
        """A short stable name, shown beside each span."""
        ...

    def detect(self, text: str) -> list[Span]:
        """Return the spans found, in any order, overlaps allowed."""
        ...
