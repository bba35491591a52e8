"""What suggestions are judged by: labelled sentences, and texts whose own citations serve as labels."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ingest.instruments.catalogue import load_catalogue
from ingest.instruments.citations import cited_references
from ingest.instruments.cited_names import NAME
from ingest.instruments.reference import parse_reference

_UNITS = re.compile(
    r"\(?\b(?:articles?|arts?\.?|rules?|principles?|paragraphs?|paras?\.?)\s+\d[\d\s(),.a-z–-]{0,30}?(?=[^\d\s(),.–-]|$)"
    r"(?:\s*(?:of|in)\s+the\b)?",
    re.IGNORECASE,
)
_FEWEST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Case:
    """A text and the references that are right for it; empty where nothing should be suggested."""

    text: str
    place_type: str | None
    acceptable: frozenset[str]


@lru_cache(maxsize=1)
def labelled_cases() -> tuple[Case, ...]:
    """Return the labelled sentences, in order: even ones for choosing, odd ones for judging."""
    data = tomllib.loads((files("evals.criteria") / "labelled.toml").read_text("utf-8"))
    return tuple(Case(raw["text"], raw.get("place_type"), frozenset(raw["acceptable"])) for raw in data["case"])


def silver_cases(texts: Iterable[str]) -> Iterator[Case]:
    """Make a case of each text that cites provisions in the catalogue: the text without its citations.

    A citation of an article stands for its paragraphs too and the other way round. Silver, since what a text cites is
    seldom all that fits it.
    """
    catalogue = load_catalogue()
    for text in texts:
        cited = [parse_reference(reference) for reference in cited_references(text)]
        right = {
            str(entry.reference)
            for reference in cited
            for entry in catalogue.entries
            if reference.contains(entry.reference) or entry.reference.contains(reference)
        }
        bare = without_citations(text)
        if right and len(bare.split()) >= _FEWEST_WORDS:
            yield Case(bare, None, frozenset(right))


def without_citations(text: str) -> str:
    """Return a text without names of instruments and numbers of provisions."""
    return " ".join(_UNITS.sub(" ", NAME.sub(" ", text)).split())
