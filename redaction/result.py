"""What redaction returns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from redaction.span import SpanGroup, SpanType
from redaction.text import RedactedText


@dataclass(frozen=True)
class RedactedSpan:
    """A replaced range; offsets into the original segment."""

    segment: int
    start: int
    end: int
    type: SpanType
    group: SpanGroup
    replacement: str
    score: float
    detectors: tuple[str, ...]


@dataclass(frozen=True)
class ReviewItem:
    """A range a person should look at; offsets into the original segment."""

    segment: int
    start: int
    end: int
    type: str
    why: str


@dataclass(frozen=True)
class Residue:
    """A range of the REDACTED segment that still looks like an identifier; never the value itself."""

    segment: int
    start: int
    end: int
    why: str
    type: str = ""


@dataclass(frozen=True)
class Redaction:
    """The result for one document.

    Attributes:
        segments: the redacted segments, as many as went in.
        spans: what was replaced, in order.
        review: doubtful ranges.
        residue: what the second pass still found; not empty means that the document must be held.
        language: of most of the text.
        policy_version: version of the policy and the detectors.
        surfaces: the words found, for masking file names; never stored, never shown.
    """

    segments: tuple[RedactedText, ...]
    spans: tuple[RedactedSpan, ...]
    review: tuple[ReviewItem, ...]
    residue: tuple[Residue, ...]
    language: str
    policy_version: str
    surfaces: frozenset[str] = field(default=frozenset(), repr=False, compare=False)

    @property
    def clean(self) -> bool:
        """Whether the second pass found nothing."""
        return not self.residue

    def counts(self) -> dict[str, int]:
        """Return how many ranges of each type were replaced."""
        return dict(sorted(Counter(span.type.value for span in self.spans).items()))
