"""Criteria are suggested where a text is near one, and only there."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.instruments.catalogue import load_catalogue
from ingest.instruments.regions import is_elsewhere
from ingest.instruments.suggestion import FARTHEST, LOWEST, MOST, CriteriaIndex
from ingest.instruments.wording import Wording, words
from ingest.taxonomy import PLACE_TYPES

ENTRIES = load_catalogue().entries


def _index() -> CriteriaIndex:
    """Without meaning: every vector is the same, so that wording, themes, place and groups decide."""
    return CriteriaIndex(ENTRIES, np.zeros((len(ENTRIES), 4), dtype=np.float32))


NOTHING = np.zeros(4, dtype=np.float32)


def test_wording_weighs_rare_words() -> None:
    likeness = Wording(ENTRIES).likeness("No imam came and there was no religious service.")
    best = sorted(zip(likeness, (str(entry.reference) for entry in ENTRIES), strict=True))[-2:]
    assert "NMR:65" in {reference for _, reference in best}
    assert likeness.max() < 1
    assert Wording(ENTRIES).likeness("Of the and which the.").max() == 0


def test_words_lose_their_endings() -> None:
    assert set(words("Searches of those who were searched")) == set(words("search"))


def test_vectors_decide_where_nothing_else_does() -> None:
    vectors = np.eye(len(ENTRIES), dtype=np.float32)
    place = next(i for i, entry in enumerate(ENTRIES) if str(entry.reference) == "NMR:23")
    ranked = CriteriaIndex(ENTRIES, vectors).rank("Xyzzy.", vectors[place])
    assert ranked[0].reference == "NMR:23" and ranked[0].score == pytest.approx(1.0)


def test_at_most_three_and_none_far_below_the_first() -> None:
    text = "Prisoners were strip searched after each visit and no record of the searches was kept."
    likeness = {"NMR:51": 0.9, "NMR:52": 0.8, "EPR:54.3": 0.1}
    vectors = np.array([[likeness.get(str(entry.reference), 0.0)] for entry in ENTRIES], dtype=np.float32)
    index = CriteriaIndex(ENTRIES, vectors)
    near = np.ones(1, dtype=np.float32)
    ranked = index.rank(text, near)
    assert len(ranked) == MOST
    assert [each.score for each in ranked] == sorted((each.score for each in ranked), reverse=True)
    suggested = index.suggest(text, near)
    assert suggested[0] == "NMR:51"
    floor = max(LOWEST, ranked[0].score - FARTHEST)
    assert suggested == tuple(each.reference for each in ranked if each.score >= floor)


def test_nothing_is_suggested_for_what_no_criterion_is_about() -> None:
    assert _index().suggest("The car park was resurfaced in May.", NOTHING) == ()


def test_rules_on_children_are_not_suggested_for_adults() -> None:
    text = "People were kept in isolation as a punishment for twenty days."
    adults = [each.reference for each in _index().rank(text, NOTHING, ("segregation", "discipline"), "prison")]
    young = [
        each.reference
        for each in _index().rank(text, NOTHING, ("segregation", "discipline", "children"), "juvenile institution")
    ]
    assert not any(reference.startswith(("HAVANA", "CRC", "BEIJING")) for reference in adults)
    assert "HAVANA:67" in young


def test_the_bodies_own_rules_are_never_suggested() -> None:
    text = "Members of the Subcommittee are elected by secret ballot at a meeting of the States Parties."
    references = [each.reference for each in _index().rank(text, NOTHING)]
    assert not any(reference.startswith(("OPCAT:7", "OPCAT:5", "NPMG", "ECPT")) for reference in references)


def test_place_types_are_those_of_the_controlled_list() -> None:
    assert all(set(entry.place_types) <= set(PLACE_TYPES) for entry in ENTRIES)


@pytest.mark.parametrize(
    ("jurisdiction", "elsewhere"),
    [("Ghana", True), ("England and Wales", False), ("Nowhereland", False), (None, False)],
)
def test_only_known_places_outside_europe_are_elsewhere(jurisdiction: str | None, elsewhere: bool) -> None:
    assert is_elsewhere(jurisdiction) is elsewhere
