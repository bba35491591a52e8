"""Text in characters that a font has: what is missing is written with its nearest relatives, never left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

_RELATIVES = {
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2033": '"',
    "\u2022": "-", "\u00b7": "-", "\u2026": "...", "\u2192": "->", "\u2190": "<-", "\u00d7": "x",
    "\u2610": "[ ]", "\u2611": "[x]", "\u2612": "[x]", "\u2713": "[x]", "\u2714": "[x]",
    "\u0141": "L", "\u0142": "l", "\u0110": "D", "\u0111": "d", "\u0131": "i", "\u0152": "OE", "\u0153": "oe",
    "\u20ac": "EUR",
}  # fmt: skip
# Stands for a character that nothing comes near to; in every font.
_UNKNOWN = "?"


def drawable(text: str, glyphs: Container[int]) -> str:
    """Return the text in characters of a font.

    Args:
        text: any text.
        glyphs: code points that the font has; ASCII is taken for granted, so that labels always stand.
    """
    if text.isascii():
        return text
    return "".join(one if ord(one) < 128 or ord(one) in glyphs else _near(one, glyphs) for one in text)


def _near(one: str, glyphs: Container[int]) -> str:
    if one.isspace():
        return " "
    if unicodedata.category(one) in ("Cf", "Mn", "Cc"):
        return ""
    for form in (_RELATIVES.get(one, ""), _without_marks(one)):
        if form and all(ord(each) < 128 or ord(each) in glyphs for each in form):
            return form
    return _UNKNOWN


def _without_marks(one: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", one) if not unicodedata.combining(each))
