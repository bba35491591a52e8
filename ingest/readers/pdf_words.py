"""Words of one PDF page with their places, and what a person cannot see taken out."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from ingest.errors import TooLarge
from ingest.readers.lines import Word
from ingest.readers.oneline import one_line
from ingest.readers.visibility import Visibility

_SLICE = 6.0  # points of height in which words are looked up
_MOST_SLICES = 60
_TINY = 2.0  # points; smaller type cannot be read on paper


@dataclass(frozen=True, slots=True)
class PageWords:
    """What stands on a page.

    Attributes:
        words: visible words, in content order, turned upright.
        width: width of the page after turning, in points.
        height: height of the page after turning.
        turn: quarter turns that were undone (0 to 3), needed to place ruling lines.
        hidden: number of characters withheld.
        unmapped: number of characters whose letter the file does not say.
    """

    words: list[Word]
    width: float
    height: float
    turn: int
    hidden: int
    unmapped: int


@dataclass(slots=True)
class _Style:
    """What all characters of one text object share."""

    size: float
    bold: bool
    visible: bool
    pale: bool
    turn: int


@dataclass(slots=True)
class _Glyph:
    letter: str
    box: tuple[float, float, float, float]  # left, bottom, right, top in the page's own coordinates
    origin: tuple[float, float]
    style: _Style


def page_words(page: Any, textpage: Any, visibility: Visibility, max_characters: int) -> PageWords:
    """Gather the visible words of a page.

    Args:
        page: a pypdfium2 page.
        textpage: its text page.
        visibility: judge of what can be seen on this page.
        max_characters: limit for one page.

    Raises:
        TooLarge: more characters than the limit.
    """
    count = textpage.count_chars()
    if count > max_characters:
        raise TooLarge("A page holds more characters than the limits allow.")
    glyphs, hidden, unmapped = _glyphs(textpage.raw, count, visibility)
    left, bottom, right, top = visibility.page_box
    turns = Counter(one.style.turn for one in glyphs if one is not None and one.letter.strip())
    rotation = (page.get_rotation() // 90) % 4
    turn = turns.most_common(1)[0][0] if turns else (4 - rotation) % 4
    width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
    words: list[Word] = []
    for wanted in sorted(turns, key=lambda one: (one != turn, one)):
        chosen = [one if one is not None and one.style.turn == wanted else None for one in glyphs]
        words.extend(_words(chosen, wanted if wanted == turn else turn, visibility.page_box, upright=wanted == turn))
    return PageWords(words, width, height, turn, hidden, unmapped)


def turned(x: float, y: float, turn: int, box: tuple[float, float, float, float]) -> tuple[float, float]:
    """Return a point of the page (origin bottom left) as seen after ``turn`` quarter turns, origin top left."""
    left, bottom, right, top = box
    if turn == 0:
        return x - left, top - y
    if turn == 1:  # text runs upwards
        return y - bottom, x - left
    if turn == 2:
        return right - x, y - bottom
    return top - y, right - x


def _glyphs(raw: Any, count: int, visibility: Visibility) -> tuple[list[_Glyph | None], int, int]:
    import pypdfium2.raw as pdfium

    styles: dict[int | None, _Style] = {}
    glyphs: list[_Glyph | None] = []
    hidden = unmapped = 0
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    high = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in (9, 10, 13, 32, 160) or pdfium.FPDFText_IsGenerated(raw, index) == 1:
            glyphs.append(None)
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            high = 0
        if code == 0 or code == 0xFFFD or pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1:
            unmapped += 1
            if code in (0, 0xFFFD):
                continue
        handle = pdfium.FPDFText_GetTextObject(raw, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(raw, index, handle, visibility)
        if code in (2, 0xFFFE):  # pdfium's mark for a hyphen at the end of a line
            code = 0x2D
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        edges = (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
        if not style.visible or visibility.conceals(key, edges, pale=style.pale):
            hidden += 1
            glyphs.append(None)
            continue
        glyphs.append(_Glyph(chr(code), edges, (x.value, y.value), style))
    return glyphs, hidden, unmapped


def _style(raw: Any, index: int, handle: Any, visibility: Visibility) -> _Style:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(raw, index)
    if pdfium.FPDFText_GetMatrix(raw, index, matrix):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(200)
    length = pdfium.FPDFText_GetFontInfo(raw, index, name, 200, flags)
    font = name.value[: max(0, length)].lower()
    weight = pdfium.FPDFText_GetFontWeight(raw, index)
    bold = any(mark in font for mark in (b"bold", b"black", b"heavy", b"semibold", b"demi")) or (
        weight >= 600 and b"regular" not in font and b"roman" not in font
    )
    angle = pdfium.FPDFText_GetCharAngle(raw, index)
    turn = round(angle / (math.pi / 2)) % 4 if angle >= 0 else 0
    turn = {0: 0, 1: 3, 2: 2, 3: 1}[turn]
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    colour = (0, 0, 0, 255)
    if pdfium.FPDFText_GetFillColor(raw, index, red, green, blue, alpha):
        colour = (red.value, green.value, blue.value, alpha.value)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
    visible = size >= _TINY and visibility.shows(mode, colour)
    return _Style(size, bold, visible, visibility.is_pale(colour), turn)


def _words(
    glyphs: list[_Glyph | None], turn: int, box: tuple[float, float, float, float], *, upright: bool
) -> list[Word]:
    """Join characters that follow each other in the content and on the page."""
    words: list[Word] = []
    letters: list[tuple[str, float, float, float, float, float, _Style]] = []
    seen: set[tuple[str, int, int]] = set()

    def end() -> None:
        if letters:
            words.append(_word(letters))
            letters.clear()

    own_turn = next((one.style.turn for one in glyphs if one is not None), turn)
    for glyph in glyphs:
        if glyph is None:
            end()
            continue
        a = turned(glyph.box[0], glyph.box[1], own_turn, box)
        b = turned(glyph.box[2], glyph.box[3], own_turn, box)
        origin = turned(*glyph.origin, own_turn, box)
        mark = (glyph.letter, round(origin[0] * 2), round(origin[1] * 2))
        if mark in seen:  # the same letter printed twice in one place to look bold
            continue
        seen.add(mark)
        x0, x1, top, bottom = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
        if letters:
            _, _, _, last_x1, _, last_base, last_style = letters[-1]
            size = max(glyph.style.size, last_style.size)
            if (
                abs(origin[1] - last_base) > 0.12 * size
                or x0 - last_x1 > 0.22 * size
                or x0 - last_x1 < -0.6 * size
                or min(glyph.style.size, last_style.size) < 0.85 * size
            ):
                end()
        letters.append((glyph.letter, x0, top, x1, bottom, origin[1], glyph.style))
    end()
    return words


def _word(letters: list[tuple[str, float, float, float, float, float, _Style]]) -> Word:
    style = letters[0][6]
    return Word(
        text="".join(one[0] for one in letters),
        x0=min(one[1] for one in letters),
        top=min(one[2] for one in letters),
        x1=max(one[3] for one in letters),
        bottom=max(one[4] for one in letters),
        base=letters[0][5],
        size=style.size,
        bold=style.bold,
    )


def mark_raised(words: list[Word]) -> list[Word]:
    """Mark small figures set above the base line right behind a word: the marks of footnotes."""
    cleaned = [(word, one_line(word.text)) for word in words]
    cleaned = _with_ordinals([(word, text) for word, text in cleaned if text])
    rows: dict[int, list[tuple[Word, str]]] = {}
    for word, text in cleaned:  # by height, since a page may hold thousands of figures
        reach = range(int((word.base - 0.75 * word.size) // _SLICE), int(word.base // _SLICE) + 1)
        for height in reach[:_MOST_SLICES]:
            rows.setdefault(height, []).append((word, text))
    return [
        _with(word, text, raised=_is_mark(text) and _follows(word, rows.get(int(word.base // _SLICE), [])))
        for word, text in cleaned
    ]


def _with_ordinals(words: list[tuple[Word, str]]) -> list[tuple[Word, str]]:
    """Set the small raised ending of an ordinal (``16`` and ``th``) back behind its figure."""
    endings = [(word, text) for word, text in words if text in ("st", "nd", "rd", "th")]
    figures = [(word, text) for word, text in words if text.isdigit()] if endings else []
    joined: dict[int, tuple[Word, str]] = {}
    gone: set[int] = set()
    for ending, letters in endings:
        for figure, digits in figures:
            if _follows(ending, [(figure, digits)]):
                joined[id(figure)] = (replace(figure, x1=ending.x1), digits + letters)
                gone.add(id(ending))
    return [joined.get(id(word), (word, text)) for word, text in words if id(word) not in gone]


def _is_mark(text: str) -> bool:
    return (text.isdigit() and len(text) <= 3) or text in ("*", "†", "‡")


def _follows(mark: Word, words: list[tuple[Word, str]]) -> bool:
    """Say whether a small raised mark stands right behind a word, or right before one as at the head of a footnote."""
    return any(
        (-1.0 < mark.x0 - word.x1 < 0.3 * word.size or -1.0 < word.x0 - mark.x1 < 1.2 * word.size)
        and mark.size < 0.9 * word.size
        and 0.18 * word.size < word.base - mark.base < 0.75 * word.size
        for word, _ in words
    )


def _with(word: Word, text: str, *, raised: bool) -> Word:
    return Word(text, word.x0, word.top, word.x1, word.bottom, word.base, word.size, word.bold, raised)
