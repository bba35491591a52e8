"""A form of the text in which tricks inside names cannot hide them, with the way back to the original."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

# Characters nobody sees: zero-width, bidirectional controls, soft hyphen, variation selectors, BOM (Unicode 15.1,
# general category Cf and the selectors), and control characters that are no white space.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
# Letters written as web addresses and HTML write them: "F%C3%B6glo", "F&ouml;glo".
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+|&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});")
_ODD_SPACE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
# Letters that look like Latin ones (Unicode TR39 confusables, the single-letter pairs used in practice).
_LOOKALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХҮаеорсухіјѕԁһԛԝҽӏгпАΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορνικυΙϲ",
        "ABESIJKMHOPCTYXYaeopcyxijsdhqweIrnAABEZHIKMNOPTYXaopvikuIc",
        strict=True,
    )
)
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_MIXED = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_STRANGE = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_ONE_TO_ONE = str.maketrans({**dict.fromkeys(_ODD_SPACE, " "), **_FULL_WIDTH})


@dataclass(frozen=True, slots=True)
class Normalised:
    """Analysis text and, per code point of it, where the original starts.

    Attributes:
        text: what the detectors read.
        offsets: original offset of each code point, plus the original length; ``None`` when both are the same.
    """

    text: str
    offsets: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Map a range of the analysis text to the original; invisible characters after it go with it."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end]


def normalise(text: str) -> Normalised:
    """Compose letters, drop invisible characters, straighten spaces and undo look-alike letters.

    Look-alikes are undone only in words that mix scripts, so that Greek and Cyrillic words stay themselves.
    """
    escaped = ("%" in text or "&" in text) and any(_letters(match.group()) for match in _ESCAPED.finditer(text))
    if not escaped and text.isascii() and not _INVISIBLE.search(text) and "\t" not in text:
        return Normalised(text, None)
    if not escaped and unicodedata.is_normalized("NFC", text) and not _INVISIBLE.search(text):
        return Normalised(_unmask(text.translate(_ONE_TO_ONE)), None)
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    while position < len(text):
        if _INVISIBLE.match(text[position]):
            position += 1
            continue
        if text[position] in "%&" and (written := _ESCAPED.match(text, position)):
            for char, length in _letters(written.group()):
                pieces.append(char)
                offsets.append(position)
                position += length
            if position >= written.end():
                continue
        end = position + 1
        while end < len(text) and (unicodedata.combining(text[end]) or _INVISIBLE.match(text[end])):
            end += 1
        for char in unicodedata.normalize("NFC", _INVISIBLE.sub("", text[position:end])):
            pieces.append(char)
            offsets.append(position)
        position = end
    offsets.append(len(text))
    return Normalised(_unmask("".join(pieces).translate(_ONE_TO_ONE)), tuple(offsets))


def _letters(written: str) -> list[tuple[str, int]]:
    """Return the characters that an escape stands for, each with its written length; none if it is no escape."""
    if written[0] == "&":
        char = html.unescape(written)
        return [(char, len(written))] if len(char) == 1 and char.isprintable() else []
    try:
        decoded = unquote_to_bytes(written).decode("utf-8")
    except UnicodeDecodeError:
        return []
    return [(char, 3 * len(char.encode("utf-8"))) for char in decoded] if decoded.isprintable() else []


def _unmask(text: str) -> str:
    if not _STRANGE.search(text):
        return text

    def latin(match: re.Match[str]) -> str:
        word = match.group()
        if not (_LATIN.search(word) and _STRANGE.search(word)):
            return word
        return "".join(_LOOKALIKES.get(char, char) for char in word)

    return _MIXED.sub(latin, text)


_UNDECOMPOSED = str.maketrans("łŁđĐøØıħĦŧŦðÐþÞßæÆœŒəƏ", "lLdDoOihHtTdDtTsaAoOeE")


def fold(text: str) -> str:
    """Lower-case without diacritics, one form per name: ``Ağrı``, ``AGRI`` and ``Agri`` are the same."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()
