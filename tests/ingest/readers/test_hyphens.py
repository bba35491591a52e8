"""Hyphens that stand for what follows later keep their space; broken words are mended."""

from __future__ import annotations

import pytest

from ingest.readers.paragraphs import join


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("plans for short-", "and long-term stays"), "plans for short- and long-term stays"),
        (("one to three-", "or four-bed rooms"), "one to three- or four-bed rooms"),
        (("within two-", "to three-day terms"), "within two- to three-day terms"),
        (("the govern-", "or of the house"), "the governor of the house"),
        (("write to tor-", "vald@alder.example."), "write to tor-vald@alder.example."),
        (("no deten-", "tion and no self-", "harm"), "no detention and no self-harm"),
    ],
)
def test_lines_that_end_with_a_hyphen(lines: tuple[str, ...], text: str) -> None:
    assert join(lines) == text
