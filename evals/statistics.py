"""Intervals and percentiles, so that no figure stands without its doubt."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

_Z = 1.96
_RESAMPLES = 1000
_SEED = 7


def wilson(part: int, total: int) -> tuple[float, float] | None:
    """Return the 95 % interval of the share ``part / total`` by Wilson's score; ``None`` where nothing was counted.

    Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209-212.
    """
    if total == 0:
        return None
    share = part / total
    centre = share + _Z**2 / (2 * total)
    spread = _Z * math.sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    whole = 1 + _Z**2 / total
    return max(0.0, (centre - spread) / whole), min(1.0, (centre + spread) / whole)


def miss_rate_bound(missed: int, total: int) -> float | None:
    """Return the upper end of the 95 % interval of a miss rate: rule of three at 0 misses, else Wilson's score.

    ``None`` where nothing was counted.
    """
    if missed == 0:
        return min(1.0, 3 / total) if total else None
    interval = wilson(missed, total)
    return interval[1] if interval else None


def mean(values: Sequence[float]) -> float | None:
    """Return the mean, or ``None`` of nothing."""
    return sum(values) / len(values) if values else None


def bootstrap(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the 95 % interval of the mean over resamples with a fixed seed; ``None`` of nothing."""
    if not values:
        return None
    chance = random.Random(_SEED)
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(_RESAMPLES))
    return means[int(0.025 * _RESAMPLES)], means[int(0.975 * _RESAMPLES) - 1]


def percentile(values: Sequence[float], share: float) -> float | None:
    """Return the value below or at which ``share`` of the values lie (nearest rank); ``None`` of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def ratio(part: float, whole: float) -> float | None:
    """Return ``part / whole``, or ``None`` where there is no whole."""
    return part / whole if whole else None


def interval(values: Sequence[float]) -> str | None:
    """Return the bootstrap interval of a mean for a table, ``0.512 to 0.640``; ``None`` where there is none."""
    found = bootstrap(values)
    return f"{found[0]:.3f} to {found[1]:.3f}" if found else None


def milliseconds(seconds: float | None) -> float | None:
    """Return seconds as milliseconds."""
    return None if seconds is None else seconds * 1000
