"""The learning rate over a run of training."""

from __future__ import annotations


def rate(step: int, steps: int) -> float:
    """Return the share of the learning rate: up over the first tenth, then straight down."""
    warm = max(1, steps // 10)
    return step / warm if step < warm else max(0.02, (steps - step) / max(1, steps - warm))
