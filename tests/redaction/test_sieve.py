"""Patterns that are tried only where they can match find what they find when they are always tried."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import redaction.recognizers
from redaction.sieve import Sieve, needed

_TEXTS = (
    "Mr Adeyemi Kestrel, aged 34, was held in cell B2-14 on D wing for nineteen days; his number is A1234BC.",
    "SHE WAS BORN ON 4 MARCH 1991 IN A VILLAGE NEAR THE RIVER AND LIVES AT 12 MILL LANE.",
    "The only woman on the unit has sickle-cell anaemia and speaks K\u0131swahili; tel. 07700 900123.",
    "A \u017fister of the gover\u017for li\u017fts in \u212arakow, in room 7, seat 12A.",
    "Nothing of interest: the water was cold.",
    "",
)


def _sieves() -> list[Sieve]:
    modules = [
        importlib.import_module(f"redaction.recognizers.{found.name}")
        for found in pkgutil.iter_modules(redaction.recognizers.__path__)
    ]
    return [value for module in modules for value in vars(module).values() if isinstance(value, Sieve)]


def test_no_match_is_lost() -> None:
    sieves = _sieves()
    assert len(sieves) > 50
    for text in (*_TEXTS, " ".join(_TEXTS), "\n".join(_TEXTS).upper()):
        for sieve in sieves:
            found = [match.span() for match in sieve.finditer(text)]
            assert found == [match.span() for match in sieve.pattern.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "may"),
    [
        (r"[Cc]ells?\s\d", "cell 4", True),
        (r"[Cc]ells?\s\d", "cell four", False),
        (r"[Cc]ells?\s\d", "room 4", False),
        (r"ab(?:c|d)+e|x{0,2}yz", "an yz", True),
        (r"ab(?:c|d)+e|x{0,2}yz", "abdce", True),
        (r"ab(?:c|d)+e|x{0,2}yz", "abe xy", False),
        (r"(?i:straße)\s\d{2}", "STREET 12", False),
        (r"(?=.*moth)\w+", "a moth", True),
        (r"(?!moth)[a-z]+", "a", True),
        (r"\w+", "a", True),
    ],
)
def test_what_a_match_needs_is_read_from_the_pattern(pattern: str, text: str, may: bool) -> None:
    assert Sieve(pattern).may_match(text) is may


def test_a_pattern_that_needs_nothing_is_always_tried() -> None:
    assert needed(r"(?:a|)\w*") == ()
    assert needed(r"[^a]|b") == ()


def test_letters_of_other_alphabets_that_count_as_the_same_are_found() -> None:
    import re

    sieve = Sieve(r"\bkiln \d", re.IGNORECASE)
    assert [match.group() for match in sieve.finditer("the \u212aILN 4")] == ["\u212aILN 4"]
