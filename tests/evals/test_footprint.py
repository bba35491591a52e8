"""Speed and memory in processes of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from evals.footprint import Footprint, measure, peak_mib, table, timed
from evals.redaction_run import first_of
from evals.systems import BASELINE, OURS, Masked, system_named

TEXT = "The officer spoke to Mr Geoffrey Lambert on the second day, and the team thanked him for his help."


def test_the_first_document_warms_up_untimed() -> None:
    seen: list[Sequence[str]] = []

    def system(segments: Sequence[str]) -> Masked:
        seen.append(segments)
        return Masked(((),), ("",))

    assert timed(system, [["a"], ["b"]]) < 1
    assert seen == [["a"], ["a"], ["b"]]


def test_ratios_are_against_the_baseline() -> None:
    made = table({"tiny": {OURS: Footprint(200.0, 300.0), BASELINE: Footprint(100.0, 200.0)}})
    assert made.cell("tiny: opcat", "times stock Presidio") == 2
    assert made.cell("tiny: opcat", "memory, times stock Presidio") == 1.5
    assert made.cell("tiny: Presidio (stock)", "times stock Presidio") == 1


def test_a_process_that_fails_is_an_error_without_its_text() -> None:
    with pytest.raises(RuntimeError, match="status 1") as caught:
        measure(["nobody"], [[TEXT]], rounds=1)
    assert "Lambert" not in str(caught.value)


def test_unknown_systems_are_errors() -> None:
    with pytest.raises(KeyError):
        system_named("nobody")


def test_this_process_holds_memory() -> None:
    assert 5 < peak_mib() < 100_000


def test_only_as_much_text_as_speed_needs() -> None:
    documents = [["aaa"], ["bb", "b"], ["c"]]
    assert first_of(documents, 6) == [["aaa"], ["bb", "b"]]
    assert first_of(documents, 1) == [["aaa"]]


@pytest.mark.slow
def test_a_child_measures() -> None:
    found = measure([OURS], [[TEXT]], rounds=1)[OURS]
    assert found.speed > 10
    assert found.peak_mib > 50
