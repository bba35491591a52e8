"""Looks for the words that redaction masked in everything that a finished file holds, text or not."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from redaction.normalise import fold, normalise

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
# Shorter words turn up by chance in fonts and numbers; that the text is exactly the redacted one covers them.
_LEAST_IN_TEXT, _LEAST_IN_BYTES, _LEAST_DIGITS = 4, 6, 7


class SurfaceSearch:
    """A search for what must not be there.

    Args:
        surfaces: words that were masked, as they stood in the original.
        kept: text that the copy may hold: the redacted text, and what every file of the format says. A word that
            redaction itself let stand (a surname that is also the name of the place) is not looked for.
    """

    def __init__(self, surfaces: Iterable[str], kept: Iterable[str]) -> None:
        keys = {key for key in map(_key, surfaces) if _is_telling(key)}
        # Only what stands there to be read is allowed to stand: behind escapes it is a name that slipped through.
        keys -= set(_Words(keys).found(_SPACE.sub(" ", fold("\n".join(kept)))))
        self._text = _Words(keys)
        self._bytes = _Words({key for key in keys if len(key) >= _LEAST_IN_BYTES})

    def in_text(self, text: str) -> bool:
        """Say whether a word stands in a text, also behind entities, percent signs or line breaks."""
        forms = dict.fromkeys((text, html.unescape(text), unquote(text)))
        return any(any(self._text.found(flat)) for flat in map(_flat, forms))

    def in_plain_text(self, text: str) -> bool:
        """Say whether a word stands in a text as it is read, not in an entity or an address."""
        return any(self._text.found(_SPACE.sub(" ", fold(text))))

    def in_bytes(self, data: bytes) -> bool:
        """Say whether a word stands in bytes of any kind: in UTF-8, Latin-1, UTF-16, or as hexadecimal strings."""
        forms = [data.decode("utf-8", "replace"), data.decode("latin-1")]
        if b"\x00" in data:
            forms += [data[shift:].decode(code, "replace") for code in ("utf-16-le", "utf-16-be") for shift in (0, 1)]
        for found in _HEX.findall(data):
            digits = b"".join(found.split())
            inner = bytes.fromhex(digits[: len(digits) & ~1].decode("ascii"))
            forms += [inner.decode("latin-1"), inner.decode("utf-16-be", "replace")]
        # Not ``_flat``: looking for invisible characters in a font takes seconds and finds nothing that means anything.
        return any(any(self._bytes.found(flat)) for flat in map(fold, forms))


def _flat(text: str) -> str:
    """Return the form in which words are compared: lower case, no accents, nothing invisible, single spaces."""
    return _SPACE.sub(" ", fold(normalise(text).text)).strip()


def _is_telling(key: str) -> bool:
    letters = [one for one in key if one.isalnum()]
    return len(letters) >= (_LEAST_DIGITS if all(one.isdigit() for one in letters) else _LEAST_IN_TEXT)


def _key(surface: str) -> str:
    """Return a surface as it is looked for: from its first letter or digit to its last."""
    flat = _flat(surface)
    found = list(_WORD.finditer(flat))
    return flat[found[0].start() : found[-1].end()] if found else ""


class _Words:
    """Finds any of many keys, as whole words, in one pass over a text; time grows with the text, not with the keys."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            first = _WORD.match(key)
            if first:
                self._by_first[first[0]].append(key)

    def found(self, flat: str) -> Iterator[str]:
        """Yield the keys that stand in a text."""
        if not self._by_first:
            return
        for word in _WORD.finditer(flat):
            for key in self._by_first.get(word[0], ()):
                end = word.start() + len(key)
                if flat.startswith(key, word.start()) and not flat[end : end + 1].isalnum():
                    yield key
