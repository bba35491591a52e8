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
_SPELT = "|".join(sorted(_WORDS, key=len, reverse=True))
# "One hundred and ninety-seven", "1,026", "12": whole numbers only, no parts of labels, times or measures.
_WRITTEN = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<hundreds>{_SPELT}|a) hundred(?: and (?P<rest>{_SPELT}))?|(?P<word>{_SPELT}|one|once|twice)|"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+))(?![\w/:-]|[.,]\d)"
)
_OFTEN = {"once": 1, "twice": 2}
_LABEL = r"(?:nos?\.? ?)?(?P<{0}>[A-Z]{{0,2}})[- ]?(?P<{1}>\d{{1,4}})"
_RANGE = re.compile(
    rf"{_LABEL.format('p1', 'n1')} ?(?:to|through|until|[-–—]) ?{_LABEL.format('p2', 'n2')}(?![\d.,:]*\d|%| ?per cent)"
)
_LONGEST = 400


def numeral(text: str) -> int | None:
    """Return the number that a word or digits stand for, or ``None``."""
    plain = text.casefold().replace(",", "")
    return int(plain) if plain.isdigit() else _WORDS.get(plain)


def numbers_in(folded: str) -> list[tuple[int, int, int]]:
    """Find whole numbers in a folded text, in digits or in words to nine hundred and ninety-nine.

    Returns:
        start, end and value of each, in order.
    """
    found = []
    for match in _WRITTEN.finditer(folded):
        if match["hundreds"]:
            value = 100 * _WORDS.get(match["hundreds"], 1) + _WORDS.get(match["rest"] or "zero", 0)
        elif match["word"]:
            value = _OFTEN.get(match["word"]) or _WORDS[match["word"]]
        else:
            value = int(match["digits"].replace(",", ""))
        found.append((match.start(), match.end(), value))
    return found


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
