"""Bytes to characters for formats that are text."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE)
_REFUSED = frozenset({"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "mbcs", "oem"})


def decode(data: bytes, *, declared_in_head: bool = False) -> tuple[str, list[str]]:
    r"""Decode a text file.

    Args:
        data: the bytes, at least one.
        declared_in_head: whether a declaration in the first kilobyte counts (HTML).

    Returns:
        the text with ``\n`` line ends, and sentences about doubts.
    """
    text, warnings = characters(data, declared_in_head=declared_in_head)
    if "\x00" in text:
        text = text.replace("\x00", "")
        warnings.append("The file held zero bytes; they were left out.")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n"), warnings


def characters(data: bytes, *, declared_in_head: bool = False) -> tuple[str, list[str]]:
    """Decode a text file and leave every character where it is, for callers that count them; see :func:`decode`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff"), []
    for encoding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = data[start:2048:2]
        if len(half) > 8 and half.count(0) > 0.7 * len(half):
            return data.decode(encoding, "replace"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    match = _DECLARED.search(data[:1024]) if declared_in_head else None
    if match:
        try:
            codec = codecs.lookup(match[1].decode("ascii")).name
            if codec not in _REFUSED and codec != "utf-8":
                return data.decode(codec, "replace"), []
        except (LookupError, UnicodeDecodeError):
            pass
    # Windows-1252 is what Western files that call themselves Latin-1 are (WHATWG Encoding Standard, names and labels).
    return data.decode("cp1252", "replace").replace("\ufffd", " "), [
        "The encoding of the text was guessed (Western European); letters with accents may be wrong."
    ]
