"""A form of the text in which tricks inside names cannot hide them, with the way back to the original."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

# Characters nobody sees: zero-width, bidirectional controls, soft hyphen, variation selectors, BOM, fillers (Unicode
# 15.1, general category Cf, the selectors and the blank letters), control characters that are no white space, and
# halves of surrogate pairs.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\U000e0100-\U000e01ef\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\u2800\u3164\uffa0\ud800-\udfff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
# Letters written as web addresses and HTML write them: "F%C3%B6glo", "F&ouml;glo"; escaped twice: "%25C3".
_BYTE = r"%(?:25)*[0-9A-Fa-f]{2}"
_BYTES = re.compile(_BYTE)
_ESCAPED = re.compile(rf"(?:{_BYTE})+|&(?:amp;)*(?:#\d{{1,6}}|#[xX][0-9A-Fa-f]{{1,5}}|[A-Za-z]{{2,8}});")
# Tags that set letters in another face, typed as text within a word: "Fö<b>glo</b>". Values of attributes are no words.
_TAGS = re.compile(
    r"(?<=[^\W_])(?:</?(?:a|abbr|b|big|del|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|tt|u|wbr)"
    r"(?:\s(?:style|color|size)=\"?[\w:;.#% -]{0,40}\"?)?\s?/?>|<!---->){1,8}+(?=[^\W_])",
    re.IGNORECASE,
)
_ODD_SPACE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
# Letters that look like Latin ones (Unicode TR39 confusables, the single-letter pairs used in practice).
_LOOKALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХҮаеорсухіјѕԁһԛԝҽӏгпАΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορνικυΙϲ",
        "ABESIJKMHOPCTYXYaeopcyxijsdhqweIrnAABEZHIKMNOPTYXaopvikuIc",
        strict=True,
    )
)
# Marks that no letter of these scripts is written with stay loose after composition: strokes, frames, stacks of marks,
# and the marks of Cyrillic, Hebrew, Arabic, Indian and Thai letters.
_LOOSE = re.compile(
    "[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff\uff10-\uff5a][\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u0900-\u0903\u093a-\u094d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Letters in a disguise that Unicode knows of: mathematical, circled, squared, full-width. Raised and lowered figures
# are left: they count footnotes.
_DISGUISES = ("<font>", "<circle>", "<square>", "<wide>", "<narrow>")
_BADGES = (range(0x1F150, 0x1F16A), range(0x1F170, 0x1F18A), range(0x1F1E6, 0x1F200))
_MIXED = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_STRANGE = re.compile("[\u0370-\u03ff\u0400-\u052f]")


class _Plain(dict[int, str]):
    """One plain character for each odd one, found when it is first met."""

    def __missing__(self, code: int) -> str:
        char = self[code] = _plain(code)
        return char


def _plain(code: int) -> str:
    char = chr(code)
    if code < 0x80:
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    for badges in _BADGES:
        if code in badges:
            return chr(ord("A") + code - badges.start)
    tag, _, _ = unicodedata.decomposition(char).partition(" ")
    whole = unicodedata.normalize("NFKC", char) if tag in _DISGUISES else char
    return whole if len(whole) == 1 else char


# "Cell ............ 12", "Cell · · · · 12": dots that lead the eye from a label to its value say what a colon says, and
# so do the blanks that align values after a colon. "Conditions in the cells ...... 12" is a line of contents.
_LEADERS = re.compile(
    r"(?P<dots>(?<=[^\W_])[)\].#?:]?[ ]?(?:\.{4,}|…{2,}|[·•]{4,}|(?:[.·•…][ ]){4,}\.?)[ ]*(?=[^\s.]))|:(?P<blanks>[ ]{2,})(?=\S)"  # noqa: E501
)
_CONTENTS = re.compile(r"\d{1,3}[ ]*(?=\n|$)")
_LABEL = re.compile(r"(?:^|[\n|]|[ ]{2})[ ]*(?P<words>[^\n|]{1,60}?)$")
_LONGEST_LABEL = 2

# How many unseen characters may stand between a pseudonym and the letter it is glued to.
_NEAR = 16
_ONE_TO_ONE = _Plain({ord(char): " " for char in _ODD_SPACE})


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
    plain = _normalise(text)
    if (
        "...." not in plain.text
        and ". . ." not in plain.text
        and ":  " not in plain.text
        and (plain.text.isascii() or not _LEADERS.search(plain.text))
    ):
        return plain
    return _without_leaders(plain)


def _without_leaders(plain: Normalised) -> Normalised:
    """Write a colon and a blank for the dots and blanks between a label and its value."""
    text, offsets = plain.text, plain.offsets
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for match in _LEADERS.finditer(text):
        if match["dots"] and _CONTENTS.match(text, match.end()):
            label = _LABEL.search(text, max(0, match.start() - 80), match.start())
            if label is None or len(label["words"].split()) > _LONGEST_LABEL:
                continue
        first = match.start() + (match.group()[0] in ")].#?")
        pieces += [text[done:first], ": "]
        places += [*range(done, first), first, first + 1]
        done = match.end()
    pieces.append(text[done:])
    places += range(done, len(text) + 1)
    return Normalised("".join(pieces), tuple(places if offsets is None else map(offsets.__getitem__, places)))


def _normalise(text: str) -> Normalised:
    if not text.isascii():
        text = text.translate(_ONE_TO_ONE)
    escaped = ("%" in text or "&" in text) and any(_letters(match.group()) for match in _ESCAPED.finditer(text))
    if (
        not escaped
        and "[" not in text
        and "<" not in text
        and text.isascii()
        and not _INVISIBLE.search(text)
        and "\t" not in text
    ):
        return Normalised(text, None)
    inside = _inside_words(text) if "[" in text or "<" in text else {}
    hidden = escaped or inside or _INVISIBLE.search(text) or _LOOSE.search(text)
    if not hidden and unicodedata.is_normalized("NFC", text):
        return Normalised(_unmask(text.translate(_ONE_TO_ONE)), None)
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    while position < len(text):
        if _INVISIBLE.match(text[position]):
            position += 1
            continue
        if position in inside:
            position = inside[position]
            continue
        if text[position] in "%&" and (written := _ESCAPED.match(text, position)):
            for char, length in _letters(written.group()):
                if char:
                    pieces.append(char)
                    offsets.append(position)
                position += length
            if position >= written.end():
                continue
        end = position + 1
        while end < len(text) and (_is_mark(text[end]) or _INVISIBLE.match(text[end])):
            end += 1
        cluster = unicodedata.normalize("NFC", _INVISIBLE.sub("", text[position:end]))
        if len(cluster) > 1 and _LOOSE.match(cluster):
            cluster = cluster[0]
        for number, char in enumerate(cluster):
            pieces.append(char)
            offsets.append(min(position + number, end - 1))
        position = end
    offsets.append(len(text))
    return Normalised(_unmask("".join(pieces).translate(_ONE_TO_ONE)), tuple(offsets))


def _inside_words(text: str) -> dict[int, int]:
    """Return where pseudonyms and tags stand within a word or number, "A48[ID]21KX": we put none there."""
    from redaction.pseudonym import PSEUDONYM

    tags = {match.start(): match.end() for match in _TAGS.finditer(text)}
    return tags | {
        match.start(): match.end()
        for match in PSEUDONYM.finditer(text)
        if _INVISIBLE.sub("", text[max(0, match.start() - _NEAR) : match.start()])[-1:].isalnum()
        and _INVISIBLE.sub("", text[match.end() : match.end() + _NEAR])[:1].isalnum()
    }


def _is_mark(char: str) -> bool:
    # Frames, keycaps and the vowels of some scripts belong to a character without being of a combining class.
    return bool(unicodedata.combining(char)) or (char > "\u0482" and unicodedata.category(char) in ("Mn", "Me"))


def _letters(written: str) -> list[tuple[str, int]]:
    """Return the characters that an escape stands for, each with its written length; none if it is no escape.

    What nobody would see is returned as an empty string: its escape is passed over.
    """
    if written[0] == "&":
        char = html.unescape("&" + written[1:].replace("amp;", "")) if written != "&amp;" else "&"
        return [(_seen(char), len(written))] if len(char) == 1 else []
    units = _BYTES.findall(written)
    data = bytes(int(unit[-2:], 16) for unit in units)
    lengths = iter(map(len, units))
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError:
        # Old pages: one byte for each letter.
        decoded = data.decode("latin-1")
        return [(char, next(lengths)) for char in decoded] if decoded.isalpha() else []
    return [(_seen(char), sum(next(lengths) for _ in char.encode("utf-8"))) for char in decoded]


def _seen(char: str) -> str:
    if char.isspace():
        return " "
    return "" if _INVISIBLE.match(char) or not char.isprintable() else char


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
