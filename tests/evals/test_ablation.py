"""Each variant lacks what its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.ablation import ablate, variants
from evals.datasets import Dataset, GoldDocument, GoldSpan, Segment
from redaction.analyzer import Part
from redaction.redactor import Redactor
from redaction.span import SpanType

TEXT = "The inspectors spoke to Ms Orla Quibell, prisoner number A1234BC, who was content with the food on the wing."
NAME, NUMBER = TEXT.index("Orla"), TEXT.index("A1234BC")
SPANS = (GoldSpan(NAME, NAME + 12, SpanType.NAME), GoldSpan(NUMBER, NUMBER + 7, SpanType.ID))
DATASET = Dataset("tiny", (GoldDocument("01", Path("01.txt"), (Segment(TEXT, None, SPANS),)),), ())


def test_every_part_is_left_out_once() -> None:
    found = dict(variants())
    assert found["whole"] == frozenset()
    assert [found[f"without {part}"] for part in Part] == [{part} for part in Part]
    assert Part.PATTERNS not in found["patterns alone"]
    assert len(found["patterns alone"]) == len(Part) - 1


def test_another_set_of_parts_is_another_version() -> None:
    assert Redactor(without=frozenset({Part.NAMES})).version != Redactor().version


@pytest.mark.slow
def test_what_is_left_out_is_not_found() -> None:
    lines: list[str] = []
    table = ablate(DATASET, lines.append)
    assert len(lines) == len(table.rows)
    assert table.cell("whole", "direct masked") == "2/2"
    assert table.cell("patterns alone", "direct masked") == "1/2"
    assert table.cell("names alone", "direct masked") == "1/2"
    assert table.cell("whole", "processor time, share of the whole's") == 1
