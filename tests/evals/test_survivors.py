"""What survives in a copy, and the rule for words that are also ordinary text."""

from __future__ import annotations

from pathlib import Path

from evals.datasets import GoldDocument, GoldSpan, Segment
from evals.survivors import SurvivorSearch, blanked
from redaction.span import SpanType

TEXT = "Hope Li-Vance met Wallace at Wallace Hall in hope. Her number is 48213."
DOCUMENT = GoldDocument(
    "01",
    Path("01.txt"),
    (
        Segment(
            TEXT,
            None,
            (
                GoldSpan(0, 13, SpanType.NAME),
                GoldSpan(18, 25, SpanType.NAME),
                GoldSpan(TEXT.index("48213"), TEXT.index("48213") + 5, SpanType.ID),
            ),
            ((29, 41),),
        ),
    ),
)
SEARCH = SurvivorSearch.of_document(DOCUMENT)


def test_what_is_searched_for() -> None:
    assert SEARCH.names == {"hope", "li", "vance", "wallace"}
    assert SEARCH.values == {"48213"}
    assert SEARCH.allowed == {"hope": 1, "wallace": 1}


def test_a_clean_copy_keeps_ordinary_words_as_often_as_they_were() -> None:
    assert not SEARCH.surviving("[PERSON 1] met [PERSON 2] at Wallace Hall in hope. Her number is [ID].")


def test_one_time_more_is_a_survivor() -> None:
    found = SEARCH.surviving("HOPE [PERSON 1] met Wallace at Wallace Hall in hope. Her number is [ID].")
    assert found == {"hope": 1, "wallace": 1}
    assert SEARCH.names_surviving("Hope hope Wallace Wallace li 48213") == 3


def test_possessives_numbers_and_short_names_are_found_and_parts_of_words_are_not() -> None:
    assert SEARCH.surviving("Vance's 48213") == {"vance": 1, "48213": 1}
    assert SEARCH.surviving("Li") == {"li": 1}
    assert not SEARCH.surviving("Advance, 482130, alibi")


def test_words_of_generalisation_and_pseudonyms_are_not_names() -> None:
    search = SurvivorSearch.of(["Kim In Person"], [], "")
    assert search.names == {"kim", "person"}
    assert not search.surviving("[PERSON 3] is in their 30s")
    assert search.surviving("Person") == {"person": 1}


def test_blanking_keeps_offsets() -> None:
    assert blanked("abcdef", [(1, 3)]) == "a  def"
