"""The two systems behind one shape, and the baselines of speed."""

from __future__ import annotations

import pytest

from evals.speed import seconds_of
from evals.systems import OurRedactor, StockPresidio
from redaction.redactor import Redactor

TEXT = "The officer spoke to Mr Geoffrey Lambert on the second day, and the team thanked him for his help. "
TEXT += "His telephone number is 01632 960111 and he lives with his wife near the station in the old town."


@pytest.mark.slow
@pytest.mark.parametrize("make", [lambda: OurRedactor(Redactor()), StockPresidio], ids=["ours", "stock"])
def test_a_name_is_masked_where_the_ranges_say(make: type[StockPresidio]) -> None:
    masked = make()([TEXT])
    start = TEXT.index("Geoffrey")
    assert any(first <= start < last for first, last in masked.ranges[0])
    assert "Geoffrey" not in masked.texts[0]
    assert "The officer spoke to" in masked.texts[0]


def test_the_fastest_run_counts() -> None:
    runs: list[int] = []
    assert 0 <= seconds_of(lambda: runs.append(1), times=3) < 1
    assert len(runs) == 3
