"""What can be asked for, theme by theme and term by term: patterns without a number, a date or a name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


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


def measure_for(themes: Sequence[str]) -> Measure | None:
    """Return the measure of the first theme that has one."""
    return next((measures()[theme] for theme in themes if theme in measures()), None)
