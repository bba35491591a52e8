"""One line of clean text: what every reader makes of the characters that it found."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
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
