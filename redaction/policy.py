"""The redaction policy: data that says what happens to each type of identifier."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import resources
from typing import Any

from redaction.span import SpanType


class Operator(StrEnum):
    """What is done with a span."""

    PSEUDONYM = "pseudonym"
    GENERALISE = "generalise"
    REPLACE = "replace"
    KEEP = "keep"


@dataclass(frozen=True)
class Policy:
    """One version of the rules; stored with each document by its version.

    Attributes:
        version: changes whenever a rule changes.
        operators: what to do per type; every type is present.
        labels: the word in brackets per type.
        direct_threshold: score from which a direct identifier is masked.
        quasi_threshold: score from which a quasi identifier is masked.
        review_threshold: masked spans below this score are shown for review.
        name_points: points of evidence that make a run of words a name.
        review_points: points that make it a doubtful case for review.
        max_characters: longest document, in code points.
        max_rounds: how often residue is fed back before the document is held.
        office_holders: names that stay, by decision of the deployment.
    """

    version: str
    operators: Mapping[SpanType, Operator]
    labels: Mapping[SpanType, str]
    direct_threshold: float
    quasi_threshold: float
    review_threshold: float
    name_points: int
    review_points: int
    max_characters: int
    max_rounds: int
    office_holders: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def default(cls) -> Policy:
        """Return the policy shipped with the package."""
        text = resources.files("redaction.data").joinpath("policy.toml").read_text(encoding="utf-8")
        return cls.from_toml(text)

    @classmethod
    def from_toml(cls, text: str) -> Policy:
        """Read a policy in the form of ``data/policy.toml``.

        Raises:
            ValueError: a type without an operator, an unknown type or operator, or a direct identifier that is kept.
        """
        data: dict[str, Any] = tomllib.loads(text)
        operators = {SpanType(key): Operator(value) for key, value in data["operators"].items()}
        missing = [kind.value for kind in SpanType if kind not in operators]
        if missing:
            raise ValueError(f"policy without an operator for {', '.join(missing)}")
        kept = [kind.value for kind, op in operators.items() if op is Operator.KEEP and kind.group.value == "direct"]
        if kept:
            raise ValueError(f"a policy cannot keep direct identifiers: {', '.join(kept)}")
        labels = {SpanType(key): str(value) for key, value in data["labels"].items()}
        thresholds, limits = data["thresholds"], data["limits"]
        return cls(
            version=str(data["version"]),
            operators=operators,
            labels=labels,
            direct_threshold=float(thresholds["direct"]),
            quasi_threshold=float(thresholds["quasi"]),
            review_threshold=float(thresholds["review"]),
            name_points=int(thresholds["name_points"]),
            review_points=int(thresholds["review_points"]),
            max_characters=int(limits["characters"]),
            max_rounds=int(limits["rounds"]),
            office_holders=tuple(str(name) for name in data.get("office_holders", {}).get("names", ())),
        )

    def label(self, kind: SpanType) -> str:
        """Return the word that stands in brackets for ``kind``."""
        return self.labels.get(kind, kind.value.replace("_", " "))

    def threshold(self, kind: SpanType) -> float:
        """Return the score from which ``kind`` is acted on."""
        return self.direct_threshold if kind.group.value == "direct" else self.quasi_threshold
