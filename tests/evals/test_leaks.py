"""What counts as a survivor, in text and in bytes."""

from __future__ import annotations

from pathlib import Path

from evals.datasets import GoldDocument, GoldSpan, Segment
from evals.leaks import Identifiers
from redaction.span import SpanType

TEXT = "Zebedee May lives in B-2-07. It was in May."
DOCUMENT = GoldDocument(
    "01",
    Path("x"),
    (Segment(TEXT, None, (GoldSpan(0, 11, SpanType.NAME), GoldSpan(21, 27, SpanType.CELL))),),
)
FOUND = Identifiers.of([DOCUMENT])


def test_ordinary_words_are_not_searched_for() -> None:
    assert FOUND.names == {"Zebedee"}
    assert FOUND.values == {"B-2-07"}


def test_survivors_are_whole_words_in_any_case() -> None:
    assert FOUND.surviving("In May ZEBEDEE left B-2-07; Zebedees did not, nor B-2-077.") == {"zebedee": 1, "B-2-07": 1}
    assert not FOUND.surviving("In May [DETAINEE 1] left [CELL].")


def test_words_of_public_texts_are_not_names() -> None:
    assert not FOUND.apart_from(["A zebedee is a toy."]).surviving("Zebedee")
    assert FOUND.apart_from(["Other words."]).surviving("Zebedee")


def test_survivors_in_files_are_found(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "ledger.db").write_bytes(b"\x00\x01Zebedee\x00")
    (tmp_path / "clean.db").write_bytes(b"\x00aZebedees\x00")
    assert FOUND.in_bytes(tmp_path) == {"Zebedee": 1}
