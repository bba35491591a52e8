"""How much work long and odd texts make: it grows as the text does, counted in steps rather than in seconds."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from redaction import Redactor, TextTooLong
from redaction.analyzer import Analysis, Part
from redaction.checking.residue import ResidueSearch
from redaction.manuscript import Manuscript
from redaction.names.neighbours import Neighbours
from redaction.names.propagation import KnownNames
from redaction.pseudonym import Linker, NamedSpan
from redaction.span import SpanType

ROWS = ("-a", ". ", "A.B.", "17", "1 2 ", "KITCHEN CLEAN ", "Mr Obasanjo ", "([", "| ", '"a" ', "\U0001f600", "a\u200b",
        "A B C ", "a@", "%41", "[PERSON 1]", "Os<b>")  # fmt: skip


def steps(work: Callable[[], Any]) -> int:
    """Return how many lines of ours and how many calls ``work`` makes."""
    count = 0

    def step(_frame: FrameType, _event: str, _what: Any) -> None:
        nonlocal count
        count += 1

    sys.setprofile(step)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def rules() -> Redactor:
    found = Redactor(without=frozenset({Part.CLASSIFIER}))
    found.redact(["The officers told us that Mr Obasanjo had been moved to another wing in May."])
    return found


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_one_thing_is_read_in_steps_as_many_as_it_is_long(rules: Redactor, row: str) -> None:
    half, whole = (row * (size // len(row)) for size in (6_000, 12_000))
    rules.redact([half])
    assert steps(lambda: rules.redact([whole])) < 2.6 * steps(lambda: rules.redact([half]))


def names(count: int) -> list[str]:
    chance = random.Random(7)
    return [
        " ".join("".join(chance.choice("bdgklmnrst") + chance.choice("aeiou") for _ in range(4)).title() for _ in "ab")
        for _ in range(count)
    ]


def test_persons_are_linked_without_comparing_each_with_all() -> None:
    def link(count: int) -> Callable[[], dict[int, str]]:
        spans = [NamedSpan(place * 50, name, None) for place, name in enumerate(names(count))]
        return lambda: Linker(frozenset()).link(spans)

    link(10)()
    assert steps(link(1_600)) < 3 * steps(link(800))


def test_near_words_share_what_is_left_of_them() -> None:
    once, twice = Neighbours(1, ["kowalski", "osei"]), Neighbours(2, ["kowalski"])
    for near in ("kowalski", "kowaslki", "kowalsk", "okowalski", "kowalsky"):
        assert list(once.near(near)) == ["kowalski"]
    assert not list(once.near("kowlsky")) and list(twice.near("kowlsky")) == ["kowalski"]
    # A word of a whole line is near to itself alone.
    assert list(Neighbours(2, ["a" * 100_000]).near("a" * 99_999)) == []


def test_many_masked_values_are_found_as_few_are() -> None:
    values = [f"AB-{number:05d}-XY" for number in range(300)]
    text = "Nothing. " + " and ".join(values[::50]) + " or 0100045678 again"

    def found(surfaces: list[str]) -> set[str]:
        search = ResidueSearch(KnownNames(), [(SpanType.ID, surface) for surface in surfaces], str.isalpha)
        left = search.search(Manuscript([text]), [Analysis(())], [], 0.5)
        return {text[each.start : each.end] for each in left}

    assert found([*values[:60:50], "00045678"]) == {*values[:60:50], "00045678", "0100045678"}
    assert found([*values, "00045678"]) == {*values[::50], "00045678", "0100045678"}


def test_one_line_of_five_million_characters_is_refused(redactor: Redactor) -> None:
    with pytest.raises(TextTooLong) as caught:
        redactor.redact(["a b " * 1_250_000])
    assert "split" in (caught.value.hint or "")
