"""Reports that judge earlier recommendations without being called a return visit."""

from __future__ import annotations

import pytest

from ingest.register.second_visits import judges_earlier
from tests.ingest.report_builder import report


@pytest.mark.parametrize(
    ("title", "judges"),
    [
        ("Elm Hospital – our assessment after the second visit", True),
        ("Second observation: flight AB-9", True),
        ("How far have they got? Elm Station", True),
        ("Elm Hospital, one year on", True),
        ("Report on a second visitors' room at Elm Prison", False),
        ("Visit to Elm Prison", False),
    ],
)
def test_titles(title: str, judges: bool) -> None:
    assert judges_earlier((), title) is judges


@pytest.mark.parametrize(
    ("sentence", "judges"),
    [
        ("A surprise visit was made to see what came of the visit of May 2022.", True),
        ("We measure how much of each recommendation has been put into practice.", True),
        ("They asked what becomes of the visitors' book.", False),
    ],
)
def test_purposes(sentence: str, judges: bool) -> None:
    assert judges_earlier(report("# Elm Hospital", sentence).blocks, "Elm Hospital") is judges
