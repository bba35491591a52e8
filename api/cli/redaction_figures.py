"""Figures on one redaction: per type how much was masked and how surely, what is doubtful, what may be left."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redaction.redactor import RedactedSpan, Redaction


@dataclass(frozen=True, slots=True)
class TypeFigures:
    """One row: a type, its group, how often, mean and lowest score (0 to 1), and who found it."""

    type: str
    group: str
    count: int
    mean: float
    lowest: float
    detectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The summary of one document.

    Attributes:
        types: rows, direct identifiers first.
        doubts: how many places of each kind a person should look at.
        residue: how many places may still hold personal data.
        language: of the text.
        policy: version of policy and detectors.
    """

    types: tuple[TypeFigures, ...]
    doubts: tuple[tuple[str, int], ...]
    residue: int
    language: str
    policy: str


def figures_of(redaction: Redaction) -> Figures:
    """Count one redaction."""
    by_type: dict[tuple[str, str], list[RedactedSpan]] = defaultdict(list)
    for span in redaction.spans:
        by_type[span.group.value, span.type.value].append(span)
    types = tuple(
        TypeFigures(
            type=kind,
            group=group,
            count=len(spans),
            mean=sum(span.score for span in spans) / len(spans),
            lowest=min(span.score for span in spans),
            detectors=tuple(sorted({name for span in spans for name in span.detectors})),
        )
        for (group, kind), spans in sorted(by_type.items())
    )
    doubts = Counter(f"{item.type}: {item.why}" for item in redaction.review)
    return Figures(
        types, tuple(doubts.most_common()), len(redaction.residue), redaction.language, redaction.policy_version
    )
