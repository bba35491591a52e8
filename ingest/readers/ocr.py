"""OCR: the picture of a page becomes positioned lines, which the paragraph builder of PDF text takes on.

Two engines: tesseract where it is installed, else rapidocr, whose models lie in its package.
Neither touches the network.
"""

from __future__ import annotations

import math
import re
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from typing import Any, Protocol

from ingest.readers.lines import Line, Word, to_lines
from ingest.readers.oneline import one_line

_PLACES = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin:/opt/local/bin"
_DOUBTFUL = 0.80  # mean confidence below which a page is reported
_WRONG_WAY = 0.72  # mean confidence below which the page is tried the other way up
_SLOW = 60  # seconds for one page in tesseract


class NoEngine(Exception):
    """No OCR engine is installed."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One line or word as an engine found it: its text, box in pixels, slope, and confidence from 0 to 1."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    slope: float
    score: float


@dataclass(frozen=True, slots=True)
class OcrPage:
    """Lines in points, whether they are doubtful, and the size of the page after turning, in points."""

    lines: list[Line]
    doubtful: bool
    width: float
    height: float


class Engine(Protocol):
    """Finds text in a grey picture (rows, columns; uint8)."""

    def strips(self, picture: Any) -> list[Strip]:
        """Return what was found, in any order."""
        ...


class Ocr:
    """An engine with what is common to all: turning the page, straightening it, measuring type."""

    def __init__(self, engine: Engine | None = None) -> None:
        """Take an engine, or the best that is installed.

        Raises:
            NoEngine: none is installed.
        """
        self._engine = engine or _installed()
        self._turns = 0  # quarter turns of the page before, since the pages of a scan mostly lie alike

    def read(self, picture: Any, scale: float, page: int) -> OcrPage:
        """Read one page.

        Args:
            picture: grey picture, rows by columns, uint8.
            scale: pixels to the point.
            page: page number from 1.
        """
        turns = self._turns
        best, score = self._try(picture, turns)
        # rapidocr turns single lines that run upwards, so a good score tells which way a page on its side lies.
        likely = 1 if score > _WRONG_WAY else 3
        others = (likely, 4 - likely) if best and _is_sideways(best) else (2,) if best and score < _WRONG_WAY else ()
        for by in others:
            if score > _WRONG_WAY and not _is_sideways(best):
                break
            found, other_score = self._try(picture, (turns + by) % 4)
            straight = _is_sideways(best) and not _is_sideways(found) and other_score > _WRONG_WAY
            if found and (other_score > score + 0.05 or straight):
                best, score, self._turns = found, other_score, (turns + by) % 4
        height, width = picture.shape if self._turns % 2 == 0 else picture.shape[::-1]
        return OcrPage(_lines(best, scale, page), bool(best) and score < _DOUBTFUL, width / scale, height / scale)

    def _try(self, picture: Any, turns: int) -> tuple[list[Strip], float]:
        import numpy as np

        found = self._engine.strips(np.ascontiguousarray(np.rot90(picture, turns)) if turns else picture)
        weight = sum(len(strip.text) for strip in found)
        return found, sum(strip.score * len(strip.text) for strip in found) / weight if weight else 0.0


def _is_sideways(strips: list[Strip]) -> bool:
    long = [strip for strip in strips if len(strip.text) >= 3]
    upright = sum(1 for strip in long if strip.x1 - strip.x0 >= strip.bottom - strip.top)
    return len(long) >= 3 and upright < 0.5 * len(long)


def _lines(strips: list[Strip], scale: float, page: int) -> list[Line]:
    """Straighten the page by the common slope of its lines, and set type sizes from their heights."""
    strips = [strip for strip in strips if strip.text]
    if not strips:
        return []
    wide = [strip.slope for strip in strips if strip.x1 - strip.x0 > 200] or [0.0]
    slope = statistics.median(wide)
    heights = [strip.bottom - strip.top - abs(slope) * (strip.x1 - strip.x0) for strip in strips for _ in strip.text]
    usual = max(4.0, statistics.median(heights))
    words: list[Word] = []
    for strip in strips:
        height = max(4.0, strip.bottom - strip.top - abs(slope) * (strip.x1 - strip.x0))
        height = usual if 0.7 * usual < height < 1.22 * usual else height
        middle = (strip.top + strip.bottom) / 2 - slope * (strip.x0 + strip.x1) / 2
        words += _split(strip, middle, height, scale)
    return to_lines(words, page, gap=2.6)


def _split(strip: Strip, middle: float, height: float, scale: float) -> list[Word]:
    """Share the width of a line out among its words by their letters, since engines give lines."""
    parts = strip.text.split()
    unit = (strip.x1 - strip.x0) / max(1, len(strip.text))
    out = []
    at = strip.x0
    for part in parts:
        end = at + unit * len(part)
        top, bottom = (middle - height / 2) / scale, (middle + height / 2) / scale
        out.append(
            Word(part, at / scale, top, end / scale, bottom, bottom - 0.22 * height / scale, 0.7 * height / scale)
        )
        at = end + unit
    return out


def _installed() -> Engine:
    program = shutil.which("tesseract", path=_PLACES)
    if program:
        return Tesseract(program)
    try:
        return Rapid()
    except ImportError as error:
        raise NoEngine() from error


class Rapid:
    """rapidocr 3 with the PP-OCR models of its own package."""

    def __init__(self) -> None:
        """Load the models: a second and about 300 MB.

        Raises:
            ImportError: it is not installed.
        """
        import logging

        from rapidocr import RapidOCR

        logging.disable(logging.CRITICAL)  # it logs paths and timings; the child has nobody to tell
        self._engine: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.use_cls": False,
                # The default of 2000 shrinks an A4 page of 200 dpi, and words run together.
                "Global.max_side_len": 2600,
                # Lines are found on a picture of half the size and read from the full one. Wider boxes around them keep
                # first letters and the spaces between words; one line at a time, since a batch pads all lines to the
                # longest. Measured on two scans (four pages, 1,290 words), on which these values were also chosen:
                # recall .978 and .983 to .992 and .989; processor time 2.2-8.2 to 1.0-3.0 s a page.
                "Det.limit_type": "max",
                "Det.limit_side_len": 1280,
                "Det.unclip_ratio": 1.8,
                "Rec.rec_batch_num": 1,
                "EngineConfig.onnxruntime.intra_op_num_threads": 2,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def strips(self, picture: Any) -> list[Strip]:
        """Return lines."""
        import numpy as np

        found = self._engine(np.repeat(picture[:, :, None], 3, axis=2))
        if found.boxes is None or found.txts is None or found.scores is None:
            return []
        out = []
        for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = ((float(x), float(y)) for x, y in box)
            slope = math.tan(math.atan2(by - ay, bx - ax)) if abs(bx - ax) > abs(by - ay) else 0.0
            xs, ys = (ax, bx, cx, dx), (ay, by, cy, dy)
            out.append(Strip(mended(one_line(text)), min(xs), min(ys), max(xs), max(ys), slope, float(score)))
        return out


_JOINED = (
    (re.compile(r"(?<=[a-z]{2}[.;:!?,])(?=[A-Z][a-z])"), " "),  # bed.The
    (re.compile(r"(?<=[a-z]{3},)(?=[a-z]{2})"), " "),  # cold,damp
    (re.compile(r"(?<=\w)([\"“][^\"“”\s]{2,24}[\"”])(?=\w)"), r" \1 "),  # Jan"Bull"Orel
    (re.compile(r"(?<!Mac)(?<!Fitz)(?<=[a-z]{3})(?=[A-Z][a-z]{2,})"), " "),  # MarekHolub
    (re.compile(r"\b(of|the|and|for|with|each|by|in|on)(?=[A-Z]{3,}\b)"), r"\1 "),  # ofOPCAT
)
# A capital O at the start of a word, or in a word of capitals, that was taken for a nought: 0fficer, HOLMO0-STEIN.
_NOUGHTS = (
    (re.compile(r"\b0(?=[a-z]{4,}\b|[A-Z]{3,}\b)"), "O"),
    (re.compile(r"\b([A-Z]{3,})0(?=[A-Z]{2,}\b|[A-Z]{0,3}-[A-Z]{3,}\b)"), r"\1O"),
)


def mended(text: str) -> str:
    """Mend what this recogniser often does: drop a space, and take the letter O for a nought."""
    for pattern, put in (*_JOINED, *_NOUGHTS):
        text = pattern.sub(put, text)
    return text


class Tesseract:
    """The program tesseract, fed by its standard input."""

    def __init__(self, program: str) -> None:
        """Take the path of the program."""
        self._program = program

    def strips(self, picture: Any) -> list[Strip]:
        """Return words; a page on which it fails or takes too long gives none."""
        rows, columns = picture.shape
        image = b"P5 %d %d 255\n" % (columns, rows) + picture.tobytes()
        try:
            done = subprocess.run(
                [self._program, "stdin", "stdout", "--dpi", "200", "-l", "eng", "--psm", "3", "tsv"],
                input=image,
                capture_output=True,
                timeout=_SLOW,
                env={"OMP_THREAD_LIMIT": "2", "LC_ALL": "C"},
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError):
            return []
        return parse_tsv(done.stdout.decode("utf-8", "replace"))


def parse_tsv(table: str) -> list[Strip]:
    """Read tesseract's table: one strip for each of its lines.

    Columns (tesseract's manual): level, page, block, paragraph, line, word, left, top, width, height, conf, text.
    """
    lines: dict[tuple[str, str, str], list[tuple[float, float, float, float, float, str]]] = {}
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = (float(cell) for cell in cells[6:10])
        place = (left, top, left + width, top + height, max(0.0, float(cells[10])) / 100, one_line(cells[11]))
        lines.setdefault((cells[2], cells[3], cells[4]), []).append(place)
    out = []
    for words in lines.values():
        first, last = words[0], words[-1]
        run = last[2] - first[0]
        slope = ((last[1] + last[3]) - (first[1] + first[3])) / 2 / run if len(words) > 2 and run > 200 else 0.0
        score = sum(word[4] * len(word[5]) for word in words) / max(1, sum(len(word[5]) for word in words))
        out.append(
            Strip(
                " ".join(word[5] for word in words), min(w[0] for w in words), min(w[1] for w in words),
                max(w[2] for w in words), max(w[3] for w in words), slope, score,
            )
        )  # fmt: skip
    return out
