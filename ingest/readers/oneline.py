"""One line of clean text: what every reader makes of the characters that it found."""

from __future__ import annotations

import re
import unicodedata

BREAK = "\u2028"  # a line that ends within a paragraph
_SPACE = re.compile(r"\s+")
# What cannot open a line of its own: a sentence goes on there.
_GOES_ON = re.compile(r"[a-zà-öø-ÿ](?!\S*@|[.)]\s)|[,;:)/&–—-]\S|\(?(?:19|20)\d\d\b")
_ITEM = re.compile(r"(?:[-–•*▪]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_LONGEST = 90
# Zero-width characters, soft hyphens, marks of direction and the byte order mark change nothing that a reader sees, but
# they hide words from search and names from redaction.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_INVISIBLE.update(dict.fromkeys([code for code in range(32) if code not in (9, 10, 12, 13)]))
_INVISIBLE.update(dict.fromkeys([0x7F, 0xFFFE, 0xFFFF, *range(0xE0000, 0xE0080)]))
_INVISIBLE.update(dict.fromkeys(range(0xD800, 0xE000)))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_TABLE = {**_INVISIBLE, **_LIGATURES, 0x85: " ", 0x2028: " ", 0x2029: " "}


def one_line(text: str) -> str:
    """Return the text on one line: single spaces, composed characters, nothing invisible."""
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text.translate(_TABLE)).strip())


def lines_of(text: str) -> list[str]:
    """Return the lines of a paragraph that hard breaks part, as in a letterhead, an address or a signature.

    Args:
        text: a paragraph's words with ``BREAK`` where it breaks a line by hand.

    Returns:
        Its lines where each is short and none goes on in the next, or each is an item of a list; else one line.
    """
    lines = [line for part in text.split(BREAK) if (line := one_line(part))]
    if len(lines) < 2:
        return lines
    parted = all(_GOES_ON.match(line) is None for line in lines[1:]) and all(len(line) <= _LONGEST for line in lines)
    return lines if parted or all(_ITEM.match(line) for line in lines) else [one_line(" ".join(lines))]
