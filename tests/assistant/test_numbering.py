"""What stands beside a numbered list of recommendations is not one of the list."""

from __future__ import annotations

from assistant.register.marks import numbered
from assistant.register.numbering import beside_numbering
from ingest.passage import RegisterEntry
from redaction.text import restore


def entries(*numbers: str | None, document: str = "d-one") -> list[RegisterEntry]:
    return [
        RegisterEntry(f"r-{at}", document, None, number, "recommendation", restore("The governor should act."))
        for at, number in enumerate(numbers)
    ]


def test_a_request_without_a_number_stands_beside() -> None:
    held = entries("1", "2", "3", None)
    assert beside_numbering(held) == [held[3]]


def test_a_paragraph_that_asks_too_stands_beside() -> None:
    held = entries("1", "2", "19", "3", "4")
    assert beside_numbering(held) == [held[2]]


def test_a_list_with_gaps_or_few_numbers_is_no_list() -> None:
    assert not beside_numbering(entries("1", "3", "5", None))
    assert not beside_numbering(entries("1", "2", None))
    assert not beside_numbering(entries("1", "2", "3", None, None))
    assert not beside_numbering(entries("1", "2", "3", "1", "2", None))


def test_a_number_with_a_letter_is_the_same_number() -> None:
    held = entries("1", "2", "R2")
    assert numbered(held, {"R2"}) == [held[2]]
    assert numbered(held[:2], {"R2"}) == [held[1]]
    assert not numbered(held, {"7"})
