"""Scans: pages of a PDF as pictures, and image files as documents of one or more pages."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ingest.errors import CorruptFile, HostileFile, TooManyPages, UnsupportedFormat
from ingest.intake.file import IntakeLimits
from ingest.readers.paging import PageContent, assemble
from ingest.readers.unruled import white_grids
from ingest.report import PageAccount, ParsedReport

if TYPE_CHECKING:
    from ingest.readers.ocr import OcrPage

_DPI = 200  # MODELS.md, section 5: what the engines were measured at
_LONGEST = 3400  # pixels of the longer side of what an engine is given


def page_picture(page: Any, max_pixels: int) -> tuple[Any, float]:
    """Return a grey picture of a PDF page and its pixels to the point; large pages are rastered more coarsely."""
    width, height = page.get_size()
    scale = min(_DPI / 72, _LONGEST / max(width, height, 1.0), math.sqrt(max_pixels / max(1.0, width * height)))
    picture = page.render(scale=scale, grayscale=True, may_draw_forms=True).to_numpy()
    return (picture[:, :, 0] if picture.ndim == 3 else picture), scale


def content_of(found: OcrPage, number: int) -> PageContent:
    """Return a page read by OCR, tables with cells of several lines taken out of its lines by their white.

    Rules are not looked for: dust breaks those of a scan, and the white between columns stays.

    Args:
        found: lines of the page.
        number: page number from 1.
    """
    words = [word for line in found.lines for word in line.words]
    held = [(grid, [word for word in words if grid.holds(word)]) for grid in white_grids(found.lines, [])]
    free = [line for line in found.lines if not any(grid.holds(word) for grid, _ in held for word in line.words)]
    return PageContent(number, found.width, found.height, free, held, ocr=True)


def read_image(data: bytes, limits: IntakeLimits, before_ocr: Callable[[int], None]) -> ParsedReport:
    """Read a PNG, JPEG or TIFF file as scanned pages.

    Raises:
        HostileFile: more pixels than the limit, whatever the size of the file.
        TooManyPages: more frames than the limit.
        CorruptFile: it cannot be decoded.
        UnsupportedFormat: no OCR engine is installed.
    """
    from PIL import Image

    from ingest.readers.ocr import NoEngine, Ocr

    warnings.simplefilter("ignore")
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
        frames = getattr(image, "n_frames", 1)
    except Image.DecompressionBombError as error:
        raise HostileFile(_bomb(limits)) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise CorruptFile() from error
    _check_size(image, limits)
    if frames > limits.max_pages:
        raise TooManyPages(f"The file has more than {limits.max_pages} pages.")
    before_ocr(1)
    try:
        ocr = Ocr()
    except NoEngine as error:
        raise UnsupportedFormat(
            "The file is a picture, and no OCR engine is installed.", "Install tesseract."
        ) from error
    pages, counts, notes = [], {"ocr": 0, "blank": 0, "failed": 0}, []
    doubtful = 0
    for index in range(frames):
        content = None
        if index < limits.ocr_pages:
            before_ocr(index + 1)
            picture, scale = _picture(image, index, limits)
            found = ocr.read(picture, scale, index + 1)
            doubtful += found.doubtful
            content = content_of(found, index + 1)
            counts["ocr" if found.lines else "blank"] += 1
        else:
            counts["failed"] += 1
        pages.append(content or PageContent(index + 1, 1.0, 1.0, [], []))
    if doubtful:
        notes.append(f"{doubtful} pages were hard to read by OCR; their text may be wrong in places.")
    if counts["failed"]:
        notes.append(f"{counts['failed']} scanned pages beyond the limit of OCR were not read.")
    return ParsedReport(assemble(pages), PageAccount(frames, 0, **counts), warnings=tuple(notes))


def _bomb(limits: IntakeLimits) -> str:
    return f"The picture has more than {limits.max_pixels // 1_000_000} million pixels."


def _check_size(image: Any, limits: IntakeLimits) -> None:
    width, height = image.size
    if width * height > limits.max_pixels:
        raise HostileFile(_bomb(limits), "Scan the page at 200 to 300 dpi.")


def _picture(image: Any, index: int, limits: IntakeLimits) -> tuple[Any, float]:
    import numpy as np
    from PIL import Image, ImageOps

    try:
        image.seek(index)
        _check_size(image, limits)
        frame = ImageOps.exif_transpose(image) if index == 0 else image
        if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
            paper = Image.new("RGBA", frame.size, "white")
            paper.alpha_composite(frame.convert("RGBA"))
            frame = paper
        grey = frame.convert("L")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise CorruptFile("The picture is damaged or cut short.") from error
    longest = max(grey.size)
    if longest > _LONGEST:
        factor = _LONGEST / longest
        grey = grey.resize((max(1, round(grey.width * factor)), max(1, round(grey.height * factor))))
    # A page without a stated resolution counts as A4, so that its type has the size it had on paper.
    scale = max(0.5, max(grey.size) / 842)
    return np.asarray(grey), scale
