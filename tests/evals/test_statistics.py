"""Intervals with known values."""

from __future__ import annotations

import pytest

from evals.statistics import bootstrap, mean, miss_rate_bound, percentile, ratio, wilson


def test_bound_on_a_miss_rate() -> None:
    assert miss_rate_bound(0, 300) == 0.01  # rule of three
    assert miss_rate_bound(0, 2) == 1
    assert miss_rate_bound(0, 0) is None
    # Wilson's score interval for 1 of 10, upper end (two-sided 95 %): 0.404.
    assert miss_rate_bound(1, 10) == pytest.approx(0.404, abs=0.001)


def test_wilson_interval() -> None:
    # Newcombe, Statist. Med. 17 (1998), table I: 81 of 263 gives .2553 to .3662, 0 of 20 gives 0 to .1611.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=0.0001)
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=0.0001)
    assert wilson(20, 20) == pytest.approx((1 - 0.1611, 1), abs=0.0001)
    assert wilson(0, 0) is None


def test_bootstrap_brackets_the_mean_and_repeats() -> None:
    values = [0.0] * 30 + [1.0] * 70
    low, high = bootstrap(values) or (0, 0)
    assert 0.58 < low < 0.7 < high < 0.82
    assert bootstrap(values) == (low, high)
    assert bootstrap([1.0, 1.0]) == (1.0, 1.0)
    assert bootstrap([]) is None


def test_percentiles_are_values_that_occurred() -> None:
    assert percentile([5, 1, 3], 0.5) == 3
    assert percentile(list(range(1, 101)), 0.95) == 95
    assert percentile([], 0.5) is None


def test_nothing_has_no_mean() -> None:
    assert mean([]) is None
    assert ratio(1, 0) is None
    assert ratio(1, 4) == 0.25
