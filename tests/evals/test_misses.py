"""Misses are shown on a terminal and nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from evals.datasets import Dataset, GoldDocument, Segment
from evals.misses import NotATerminal, kinds, show, texts_of
from evals.redaction import Miss

TEXT = "They met\x1b Ada Quill in the yard."
DATASET = Dataset("tiny", (GoldDocument("01", Path("01.txt"), (Segment(TEXT, None),)),), ())
MISSES = [Miss("01", 0, 10, 19, "NAME", "left whole"), Miss("01", 0, 10, 13, "NAME", "left in part, raised")]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_file_gets_nothing() -> None:
    with io.StringIO() as file:
        with pytest.raises(NotATerminal):
            show(MISSES, texts_of(DATASET), file)
        assert file.getvalue() == ""


def test_a_terminal_gets_context_without_control_characters() -> None:
    with Terminal() as terminal:
        show(MISSES, texts_of(DATASET), terminal)
        first, second = terminal.getvalue().splitlines()
    assert "They met  >>Ada Quill<< in the yard." in first
    assert "\x1b" not in first
    assert "in part, raised" in second


def test_kinds_are_counted_without_text() -> None:
    table = kinds("tiny", MISSES)
    assert table.rows == (("NAME", "left whole", 1, 1), ("NAME", "left in part, raised", 1, 1))
    assert "Ada" not in str(table)
