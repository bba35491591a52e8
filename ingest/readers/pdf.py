"""PDF: text with its places by pdfium, structure by pypdf, pages without text by OCR."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ingest.errors import CorruptFile, EncryptedFile, TooManyPages
from ingest.intake.file import IntakeLimits
from ingest.readers.contents import without_contents
from ingest.readers.legible import is_garbled
from ingest.readers.lines import to_lines
from ingest.readers.paging import PageContent, assemble
from ingest.readers.pdf_document import read_document
from ingest.readers.pdf_outline import apply_outline
from ingest.readers.pdf_words import mark_raised, page_words, turned
from ingest.readers.ruled import Grid, grids
from ingest.readers.spaced import join_spaced
from ingest.readers.unruled import white_grids
from ingest.readers.visibility import Visibility
from ingest.report import PageAccount, ParsedReport

_PROPERTIES = {
    "Title": "title",
    "Author": "author",
    "Subject": "subject",
    "CreationDate": "created",
    "Creator": "program",
}
_SCAN_SHARE = 0.5  # a picture over half of the page makes it a scan when the text on it is hidden or next to nothing
_FEW = 12


def read_pdf(data: bytes, limits: IntakeLimits, before_ocr: Callable[[int], None]) -> ParsedReport:
    """Read a PDF.

    Args:
        data: the file.
        limits: pages, characters and pixels.
        before_ocr: see :func:`ingest.readers.read`.

    Raises:
        EncryptedFile: a password is needed to open it.
        CorruptFile: it cannot be opened, or no page of it can be read.
        TooManyPages, TooLarge: beyond the limits.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile() from error
        raise CorruptFile() from error
    try:
        report = _Reader(pdf, limits, before_ocr).read()
    finally:
        pdf.close()
    facts = read_document(data)
    return replace(
        report,
        blocks=apply_outline(report.blocks, facts.outline),
        properties=facts.properties or report.properties,
        warnings=(*report.warnings, *facts.warnings),
    )


class _Reader:
    def __init__(self, pdf: Any, limits: IntakeLimits, before_ocr: Callable[[int], None]) -> None:
        self._pdf = pdf
        self._limits = limits
        self._before_ocr = before_ocr
        self._counts = {"text": 0, "ocr": 0, "blank": 0, "failed": 0}
        self._hidden = 0
        self._hidden_pages = 0
        self._characters = 0
        self._doubtful = 0
        self._late = 0
        self._missing_ocr = False
        self._ocr: Any = None

    def read(self) -> ParsedReport:
        total = len(self._pdf)
        if total > self._limits.max_pages:
            raise TooManyPages(f"The file has more than {self._limits.max_pages} pages.")
        if total == 0:
            raise CorruptFile("The file has no pages.")
        pages = [self._page(index) for index in range(total)]
        if self._counts["failed"] == total and not self._late and not self._missing_ocr:
            raise CorruptFile("No page of the file can be read.")
        account = PageAccount(total, **self._counts)
        return ParsedReport(assemble(pages), account, self._properties(), tuple(self._warnings()))

    def _page(self, index: int) -> PageContent:
        import pypdfium2

        from ingest.errors import IngestError

        try:
            page = self._pdf[index]
            try:
                content, way = self._content(page, index + 1)
            finally:
                page.close()
        except IngestError:
            raise
        except (pypdfium2.PdfiumError, ValueError, OSError, RuntimeError):
            content, way = PageContent(index + 1, 1.0, 1.0, [], []), "failed"
        self._counts[way] += 1
        return content

    def _content(self, page: Any, number: int) -> tuple[PageContent, str]:
        visibility = Visibility(page)
        textpage = page.get_textpage()
        try:
            found = page_words(page, textpage, visibility, self._limits.max_page_characters)
        finally:
            textpage.close()
        letters = sum(len(word.text) for word in found.words)
        self._characters += letters
        self._limit_characters()
        drawn = len(visibility.images) + visibility.paths
        share = visibility.image_share()
        scanned = (share > _SCAN_SHARE and letters < max(_FEW, found.hidden // 4)) or (letters < _FEW and share > 0.05)
        unreadable = letters + found.unmapped > _FEW and found.unmapped > 0.5 * (letters + found.unmapped)
        garbled = is_garbled("".join(word.text for word in found.words))
        outlined = letters == 0 and visibility.paths > 200
        if found.hidden and not scanned:
            self._hidden += found.hidden
            self._hidden_pages += 1
        if scanned or unreadable or outlined or garbled:
            content = self._by_ocr(page, number)
            seen = content.text if content is not None else ""
            if content is not None and seen and not (garbled and is_garbled(seen)):
                return content, "ocr"
            if content is None and not letters:
                return PageContent(number, 1.0, 1.0, [], []), "failed"
        if letters == 0:
            return PageContent(number, 1.0, 1.0, [], []), "blank" if found.unmapped == 0 or not drawn else "failed"
        rules = []
        for box in visibility.rules[:6000]:
            a = turned(box[0], box[1], found.turn, visibility.page_box)
            b = turned(box[2], box[3], found.turn, visibility.page_box)
            rules.append((min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))
        words = join_spaced(mark_raised(found.words))
        drawn_grids: list[Grid] = grids(rules, found.width, found.height)
        free = [word for word in words if not any(grid.holds(word) for grid in drawn_grids)]
        listed = without_contents(to_lines(free, number))
        free = [word for line in listed for word in line.words]
        tables = white_grids(listed, rules)
        free = [word for word in free if not any(grid.holds(word) for grid in tables)]
        held = [(grid, [word for word in words if grid.holds(word)]) for grid in (*drawn_grids, *tables)]
        lines = to_lines(free, number)
        return PageContent(number, found.width, found.height, lines, [one for one in held if one[1]]), "text"

    def _limit_characters(self) -> None:
        from ingest.errors import TooLarge

        if self._characters > self._limits.max_characters:
            raise TooLarge("The file holds more text than the limits allow.")

    def _by_ocr(self, page: Any, number: int) -> PageContent | None:
        """Read a page by its picture; ``None`` where no more pages may be, or no engine is there."""
        from ingest.readers.ocr import NoEngine, Ocr
        from ingest.readers.scan import content_of, page_picture

        done = self._counts["ocr"]
        if done >= self._limits.ocr_pages:
            self._late += 1
            return None
        if self._missing_ocr:
            return None
        self._before_ocr(done + 1)
        try:
            if self._ocr is None:
                self._ocr = Ocr()
        except NoEngine:
            self._missing_ocr = True
            return None
        picture, scale = page_picture(page, self._limits.max_pixels)
        result = self._ocr.read(picture, scale, number)
        self._doubtful += result.doubtful
        return content_of(result, number)

    def _properties(self) -> dict[str, str]:
        from ingest.readers.oneline import one_line

        try:
            found = self._pdf.get_metadata_dict(skip_empty=True)
        except (ValueError, RuntimeError):
            return {}
        return {ours: one_line(found[theirs])[:500] for theirs, ours in _PROPERTIES.items() if found.get(theirs)}

    def _warnings(self) -> list[str]:
        out = []
        if self._hidden:
            where = "1 page" if self._hidden_pages == 1 else f"{self._hidden_pages} pages"
            out.append(f"{self._hidden} characters that a reader of the page cannot see were withheld on {where}.")
        if self._doubtful:
            out.append(f"{self._doubtful} pages were hard to read by OCR; their text may be wrong in places.")
        if self._missing_ocr:
            out.append("Pages without a text layer were not read: no OCR engine is installed.")
        if self._late:
            out.append(f"{self._late} scanned pages beyond the limit of OCR were not read.")
        if self._counts["failed"] and not self._missing_ocr and not self._late:
            out.append(f"{self._counts['failed']} pages could not be read.")
        attached = self._pdf.count_attachments() if hasattr(self._pdf, "count_attachments") else 0
        if attached:
            out.append(f"The file has {attached} files attached to it; they were not opened or kept.")
        return out
