"""Criteria suggested for findings and recommendations that cite none: near in meaning, never taken for cited ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from ingest.instruments.catalogue import CatalogueEntry, load_catalogue
from ingest.instruments.regions import REGIONAL, is_elsewhere
from ingest.instruments.wording import Wording
from ingest.taxonomy import broader_place_type, themes_of

if TYPE_CHECKING:
    from ingest.embedding.embedder import Embedder

MOST: Final = 3

# Weights and thresholds were chosen on the even rows of evals/criteria/labelled.toml, judged on the odd ones; the
# figures are in evals/README.md.
_WORDING: Final = 0.7
_THEME: Final = 0.06
_PLACE: Final = 0.04
_GROUP: Final = 0.15
LOWEST: Final = 0.65
"""A criterion below this is not suggested."""
FARTHEST: Final = 0.15
"""A second or third criterion this much below the first is not suggested."""

_MOST_INDEXES: Final = 2
_INDEXES: dict[tuple[str, int], CriteriaIndex] = {}
_ABOUT_VISITS = frozenset({"4", "18", "19", "20", "21", "22", "23"})
_ABOUT_BODIES = frozenset({"ECPT", "NPMG", "NPMT", "NPMT2", "GC1"})
_YOUNG_PLACES = frozenset({"juvenile institution", "secure children's home"})
_VISITING = re.compile(
    r"\b(?:delegations?|visiting|monitor\w*|mechanisms?|npm|inspect\w*|reprisals?|interviews?|access|dialogue|"
    r"(?:our|previous|earlier|annual) (?:visits?|reports?|recommendations?)|recommendations)\b",
    re.IGNORECASE,
)
_UNTRIED = re.compile(r"\b(?:remand\w*|untried|pre-?\s?trial|unconvicted|unsentenced|accused)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Suggested:
    """One criterion and how near it is; scores compare criteria for one text and across texts, they are no shares."""

    reference: str
    score: float


class CriteriaIndex:
    """The catalogue, ready to be compared with findings and recommendations."""

    def __init__(self, entries: Sequence[CatalogueEntry], vectors: npt.NDArray[np.float32]) -> None:
        """Take entries and their unit vectors, row for row."""
        self._entries = tuple(entries)
        self._vectors = vectors
        self._wording = Wording(entries)
        self._offered = np.array([_is_offered(entry) for entry in entries])
        self._regional = np.array([entry.reference.instrument in REGIONAL for entry in entries])

    def rank(
        self,
        text: str,
        vector: npt.NDArray[np.float32],
        themes: Sequence[str] = (),
        place_type: str | None = None,
        jurisdiction: str | None = None,
    ) -> tuple[Suggested, ...]:
        """Rank the three nearest criteria, best first, without regard to the thresholds.

        Args:
            text: a finding or recommendation.
            vector: its unit vector under the model of the index.
            themes: its themes; read from the text where empty.
            place_type: the type of place it speaks of; ``None`` where unknown.
            jurisdiction: where the place is; instruments of the Council of Europe are left out where that is elsewhere.
        """
        themed = frozenset(themes or themes_of(text))
        scores = self._vectors @ vector + _WORDING * self._wording.likeness(text)
        scores = scores + np.array([_agreement(entry, themed, place_type, text) for entry in self._entries])
        scores[~self._offered] = -1
        if is_elsewhere(jurisdiction):
            scores[self._regional] = -1
        best = np.argsort(-scores, kind="stable")[:MOST]
        return tuple(Suggested(str(self._entries[place].reference), float(scores[place])) for place in best)

    def suggest(
        self,
        text: str,
        vector: npt.NDArray[np.float32],
        themes: Sequence[str] = (),
        place_type: str | None = None,
        jurisdiction: str | None = None,
    ) -> tuple[str, ...]:
        """Return references of at most three criteria near enough to be suggested, nearest first; often none."""
        ranked = self.rank(text, vector, themes, place_type, jurisdiction)
        floor = max(LOWEST, ranked[0].score - FARTHEST) if ranked else LOWEST
        return tuple(suggested.reference for suggested in ranked if suggested.score >= floor)


def criteria_index(embedder: Embedder) -> CriteriaIndex:
    """Return the index of the shipped catalogue under a model; its vectors are the shipped ones where they fit.

    Kept for the process by the name of the model, which stands for its vectors: a server makes it once.
    """
    from ingest.embedding.embedder import passage_input
    from ingest.instruments.catalogue_vectors import shipped_vectors
    from ingest.instruments.provisions import catalogue_document

    key = (embedder.name, embedder.dimension)
    if key not in _INDEXES:
        catalogue = load_catalogue()
        _, passages = catalogue_document(catalogue)
        vectors = shipped_vectors(passages, embedder.name)
        if vectors is None:
            vectors = embedder.embed_passages([passage_input(each.text, each.heading_path) for each in passages])
        if len(_INDEXES) >= _MOST_INDEXES:
            _INDEXES.clear()
        _INDEXES[key] = CriteriaIndex(catalogue.entries, vectors)
    return _INDEXES[key]


def _is_offered(entry: CatalogueEntry) -> bool:
    """Whether a visited place can be measured against an entry: not the rules on elections or on the bodies' work."""
    reference = entry.reference
    if reference.instrument == "OPCAT":
        return reference.head in _ABOUT_VISITS
    return reference.instrument not in _ABOUT_BODIES


def _agreement(entry: CatalogueEntry, themes: frozenset[str], place_type: str | None, text: str) -> float:
    """Return what themes, type of place and groups add to an entry's score, or take away."""
    bonus = _THEME * min(2, len(themes.intersection(entry.themes)))
    if place_type and entry.place_types:
        bonus += _PLACE if {place_type, broader_place_type(place_type)} & set(entry.place_types) else -_PLACE
    if entry.reference.instrument == "OPCAT" and not _VISITING.search(text):
        bonus -= _GROUP
    return bonus - _GROUP * _strangeness(frozenset(entry.groups), themes, place_type, text)


def _strangeness(groups: frozenset[str], themes: frozenset[str], place_type: str | None, text: str) -> float:
    """Return 0 to 1: how far an entry is about a group of people of which the text does not speak."""
    young = "children" in themes or place_type in _YOUNG_PLACES
    if groups & {"women", "pregnant_women"}:
        return 0.0 if "women" in themes or ("children" in groups and young) else 1.0
    if "children" in groups:
        return 0.0 if young else 1.0
    if groups & {"migrants", "asylum_seekers", "foreign_nationals"}:
        return 0.0 if place_type == "immigration detention" or themes & {"foreign_nationals", "language"} else 0.7
    if groups & {"persons_with_disabilities", "persons_with_mental_illness"}:
        return 0.0 if place_type == "psychiatric hospital" or themes & {"disability", "mental_health"} else 0.7
    if "untried_prisoners" in groups:
        return 0.0 if _UNTRIED.search(text) else 0.7
    return 0.0
