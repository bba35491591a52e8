"""Numerals: whole numbers in digits or in words, and ranges of numbered things."""

from __future__ import annotations

import re

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: number for number, word in enumerate((*_UNITS, *_TEENS))}
_WORDS |= {word: 20 + 10 * at for at, word in enumerate(_TENS)}
_WORDS |= {f"{tens}-{unit}": _WORDS[tens] + at for tens in _TENS for at, unit in enumerate(_UNITS) if at}
NUMERAL = r"(?:\d{1,3}(?:,\d{3})+|\d+|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
"""A regular expression for one number, folded."""
_LABEL = r"(?:nos?\.? ?)?(?P<{0}>[A-Z]{{0,2}})[- ]?(?P<{1}>\d{{1,4}})"
_RANGE = re.compile(
    rf"{_LABEL.format('p1', 'n1')} ?(?:to|through|until|[-–—]) ?{_LABEL.format('p2', 'n2')}(?![\d.,:]*\d|%| ?per cent)"
)
_LONGEST = 400


def numeral(text: str) -> int | None:
    """Return the number that a word or digits stand for, or ``None``."""
    plain = text.casefold().replace(",", "")
    return int(plain) if plain.isdigit() else _WORDS.get(plain)


def ranges_in(text: str) -> list[tuple[int, int, str, int, int]]:
    """Find ranges of labels such as ``S1 to S6`` or ``301–324``.

    Returns:
        start and end in the text, the letters before the numbers, the first and the last number, of each range whose
        ends have the same letters and rise.
    """
    found = []
    for match in _RANGE.finditer(text):
        low, high = int(match["n1"]), int(match["n2"])
        prefix = match["p1"]
        if match["p2"] in ("", prefix) and low < high <= low + _LONGEST:
            found.append((match.start(), match.end(), prefix, low, high))
    return found
