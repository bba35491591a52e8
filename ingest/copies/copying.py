"""From a source and its redaction to a checked copy on the disk."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingest.copies.docx_copy import write_docx
from ingest.copies.errors import CopyWithheld
from ingest.copies.html_copy import write_html
from ingest.copies.markdown_copy import write_markdown, write_text
from ingest.copies.pdf_copy import write_pdf
from ingest.copies.publish import publish
from ingest.copies.sheet import NOTICE, PRODUCER, TITLE, Sheet, lay_out
from ingest.copies.source import Read, Source
from ingest.copies.surfaces import SurfaceSearch
from ingest.copies.verify_docx import verify_docx
from ingest.copies.verify_pdf import verify_pdf
from ingest.copies.verify_web import verify_html, verify_markdown, verify_text
from ingest.copies.written import Written
from ingest.intake.file import IntakeLimits, UntrustedFile
from ingest.intake.sandbox import read_in_sandbox
from ingest.report import PageAccount
from ingest.structure.parsing import structure
from redaction.pseudonym import PSEUDONYM
from redaction.result import Redaction
from redaction.text import RedactedText, restore

CopyFormat = Literal["pdf", "docx", "html", "text", "markdown"]
SUFFIXES: dict[str, CopyFormat] = {
    ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html", ".txt": "text", ".md": "markdown",
}  # fmt: skip
# A copy of a scan is a PDF of its text: the picture cannot be kept.
_OWN_SUFFIX = {
    "pdf": ".pdf", "docx": ".docx", "html": ".html", "text": ".txt", "markdown": ".md", "image": ".pdf",
    "email": ".html",
}  # fmt: skip
_WRITERS: dict[CopyFormat, Callable[[Sheet], Written]] = {
    "pdf": write_pdf, "docx": write_docx, "html": write_html, "markdown": write_markdown,
}  # fmt: skip
_CHECKS: dict[CopyFormat, Callable[[bytes, Written, SurfaceSearch], None]] = {
    "pdf": verify_pdf, "docx": verify_docx, "html": verify_html, "markdown": verify_markdown, "text": verify_text,
}  # fmt: skip
# Words that stand in the markup or the furniture of copies; a surname among them is looked for in the text alone.
_OWN_WORDS = f"{NOTICE} {TITLE} {PRODUCER} Page (continued) header main aside footer table class note div style colspan"
_ESCAPED = re.compile(r"\\\[([^\]\\]{1,40})\\\]")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was made and checked.

    Attributes:
        path: where it lies.
        format: what it is.
        pages: pages of the copy; ``None`` where the format has none.
        notes: sentences on what is not as in the original; without any words of it.
    """

    path: Path
    format: CopyFormat
    pages: int | None
    notes: tuple[str, ...]


def own_suffix(source: Source) -> str:
    """Return the suffix of a copy in the format of its original."""
    return _OWN_SUFFIX[source.media]


def make_copy(
    source: Source,
    redaction: Redaction,
    to: Path,
    *,
    force: bool = False,
    allow_residue: bool = False,
    read: Read = read_in_sandbox,
) -> Copy:
    """Write a redacted copy; the suffix of ``to`` (one of :data:`SUFFIXES`) decides its format.

    Args:
        source: the original.
        redaction: of ``source.segments``.
        to: where the copy goes.
        force: replace a file of that name.
        allow_residue: write although the residue check found something.
        read: parses text and Markdown anew where the copy has another format.

    Raises:
        CopyWithheld: the residue check is not clean.
        CopyNotVerified: the finished file failed its check.
        CopyError, IngestError: it cannot be written.
    """
    if redaction.residue and not allow_residue:
        raise CopyWithheld()
    format = SUFFIXES[to.suffix.lower()]
    count = len(source.text.segments)
    text = RedactedText.join(
        [
            part
            for segment, gap in zip(redaction.segments, source.text.separators, strict=False)
            for part in (segment, restore(gap))
        ],
        "",
    )
    sheet: Sheet | None = None
    if format == "text" or (source.report is None and format == "markdown"):
        written = write_text(text)
        format_of_check: CopyFormat = "text"
    else:
        if source.report is not None:
            marks = dict(zip(source.further, redaction.segments[count:], strict=True))
            report = source.report
            sheet = lay_out(report.blocks, redaction.segments[:count], report.pages, marks, redaction.language)
        else:
            sheet = _sheet_of_text(text, source, redaction.language, read)
        written = _WRITERS[format](sheet)
        format_of_check = format
    search = search_for(source, redaction, written.vocabulary)
    check = _CHECKS[format_of_check]
    publish(written.data, to, lambda data: check(data, written, search), force=force)
    return Copy(to, format, written.pages, _notes(source, sheet, format))


def search_for(source: Source, redaction: Redaction, *vocabulary: str) -> SurfaceSearch:
    """Return the search for what was masked in a document, direct or not.

    Args:
        source: the original.
        redaction: of it.
        vocabulary: what a file of the format holds of itself.
    """
    segments = source.segments
    masked = {segments[span.segment][span.start : span.end] for span in redaction.spans}
    return SurfaceSearch(redaction.surfaces | masked, [*redaction.segments, *vocabulary, _OWN_WORDS])


def _sheet_of_text(text: RedactedText, source: Source, language: str, read: Read) -> Sheet:
    """Find the structure of text after its redaction, so that the offsets stay those of the file."""
    limits = IntakeLimits()
    # Brackets mark links in Markdown; a label is none.
    markdown = source.media == "markdown"
    plain = PSEUDONYM.sub(lambda found: f"\\{found[0][:-1]}\\]", text) if markdown else str(text)
    report = structure(read(UntrustedFile("copy", plain.encode("utf-8", "replace"), source.media), limits))
    texts = [restore(_ESCAPED.sub(r"[\1]", block.text)) for block in report.blocks]
    return lay_out(report.blocks, texts, PageAccount(), {}, language)


def _notes(source: Source, sheet: Sheet | None, format: CopyFormat) -> tuple[str, ...]:
    notes = []
    pages = source.report.pages if source.report else PageAccount()
    if pages.ocr:
        notes.append(
            f"Scanned pages: {pages.ocr} of {pages.total}. The copy holds the text that was read from them, not their "
            "pictures."
        )
    if pages.failed:
        notes.append(f"Pages that could not be read: {pages.failed}. The copy has nothing of them.")
    if sheet is not None and sheet.comments:
        notes.append(f"Margin comments left out: {sheet.comments}.")
    if source.media in ("pdf", "docx", "html") and format in ("pdf", "docx", "html"):
        notes.append("The copy is set anew: pictures, colours and the exact layout of the original are not in it.")
    return (*notes, *(source.report.warnings if source.report else ()))
