"""What can be asked for, theme by theme and term by term: patterns without a number, a date or a name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.embedding.embedder import Embedder, Vectors

_COMPARED = 3
_FIRST = 0.15
_NEAR = 0.25
WIDE = frozenset(
    {"healthcare", "accommodation", "material_conditions", "records", "governance", "training", "staffing"}
)
"""Themes of many matters, of which their pattern meets one: lent only where it is nearer."""
_NEARER = 0.35


class Term(StrEnum):
    """How soon: an immediate safeguard; procedure and training; law, policy and resources."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Measure:
    """What can be asked for on one theme.

    Attributes:
        theme: id of the taxonomy.
        topic: the matter, as a noun.
        acts: by term, words that follow ``should``.
        evidence: what a later visit can look at.
        outcome: words that follow ``so that``.
    """

    theme: str
    topic: str
    acts: Mapping[Term, str]
    evidence: str
    outcome: str


@lru_cache(maxsize=1)
def measures() -> Mapping[str, Measure]:
    """Return the measures of all themes."""
    raw = tomllib.loads(files("assistant.drafting").joinpath("measures.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            theme: Measure(
                theme,
                str(entry["topic"]),
                MappingProxyType({term: str(entry[term.value]) for term in Term}),
                str(entry["evidence"]),
                str(entry["outcome"]),
            )
            for theme, entry in raw.items()
        }
    )


def measure_for(themes: Sequence[str], vector: Vectors, embedder: Embedder) -> Measure | None:
    """Return the measure that meets a finding by its theme and in meaning, or ``None``: what is not near is not lent.

    Of 359 findings of five sets of reports the first theme that has a measure is one of the finding's own for 56 %; the
    best of the first three by both, where it is near enough, for 70 % of the 230 that have one. Of 349 findings of nine
    sets with a recommendation on them a wide theme is one of the recommendation's for 36 of 57 from 0.25 to 0.35, and
    for 12 of 14 above.

    Args:
        themes: of the finding, best first.
        vector: unit vector of the finding.
        embedder: that made it.
    """
    held = [measures()[theme] for theme in dict.fromkeys(themes) if theme in measures()][:_COMPARED]
    if not held:
        return None
    texts = [[one.topic, one.outcome, one.evidence, *one.acts.values()] for one in held]
    rows = embedder.embed_passages([text for each in texts for text in each]) @ vector
    near = rows.reshape(len(held), -1).mean(axis=1)
    worth = [float(value) + _FIRST / (1 + place) for place, value in enumerate(near)]
    best = max(range(len(held)), key=worth.__getitem__)
    return held[best] if worth[best] >= (_NEARER if held[best].theme in WIDE else _NEAR) else None
