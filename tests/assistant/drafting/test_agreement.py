"""The linter against the labelled recommendations, half by half."""

from __future__ import annotations

import pytest

from assistant.drafting.judgement import Criterion
from evals.drafting import agreement, disagreements, distribution, labelled


@pytest.mark.parametrize(("half", "least"), [("build", 44), ("test", 44), ("fresh", 20)])
def test_there_are_labels_enough_of_each_standing(half: str, least: int) -> None:
    rows = labelled(half)
    assert len(rows) >= least
    assert len({row.text for row in rows}) == len(rows)
    for place, criterion in enumerate(Criterion):
        assert len({row.labels[place] for row in rows}) >= 2, criterion


@pytest.mark.parametrize("half", ["build", "test"])
def test_each_criterion_agrees_in_85_of_100(half: str) -> None:
    for each in agreement(labelled(half)):
        assert each.exact / each.total >= 0.85, each
        assert each.compatible / each.total >= 0.9, each


def test_all_together_agree_in_85_of_100_on_the_fresh_ones() -> None:
    found = agreement(labelled("fresh"))
    assert sum(each.exact for each in found) / sum(each.total for each in found) >= 0.85


def test_disagreements_are_what_agreement_lacks() -> None:
    rows = labelled("build")
    assert len(disagreements(rows)) == sum(each.total - each.exact for each in agreement(rows))


def test_a_distribution_counts_every_text_once_for_each_criterion() -> None:
    counts = distribution(
        [("The Governor should repair it.", "", None), ("Beds should be bought.", "None slept.", "Home")]
    )
    assert all(sum(standings.values()) == 2 for standings in counts.values())
