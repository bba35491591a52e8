"""Letterheads, addresses and signatures keep their lines; sentences broken by hand do not."""

from __future__ import annotations

import pytest

from ingest.readers.oneline import BREAK, lines_of


@pytest.mark.parametrize(
    "lines",
    [
        ["National Preventive Mechanism", "Secretariat, 14 Linden Square", "1002 Ostrel"],
        ["Yours faithfully,", "Ann Example", "State Secretary", "a.example@health.example", "Tel. 0221 774"],
        ["1. The director should repair the bells.", "2. The yards should be covered " + "and lit " * 20 + "."],
        ["- towels", "- soap"],
    ],
)
def test_lines_that_stand_alone_are_kept(lines: list[str]) -> None:
    assert lines_of(BREAK.join(lines)) == [line.strip() for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ["We visited the prison", "and found it clean."],
        ["The law of", "2019 applies to every place of detention."],
        ["A long line " + "of words " * 12, "Another sentence follows it."],
        ["One line"],
    ],
)
def test_sentences_broken_by_hand_are_joined(lines: list[str]) -> None:
    assert lines_of(BREAK.join(lines)) == [" ".join(" ".join(lines).split())]
