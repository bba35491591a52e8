"""Readers: each turns the bytes of one format into a :class:`ingest.report.ParsedReport`.

They run in the sandbox's child process; nothing else in the product calls them on files from outside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.errors import NoText, TooLarge, UnsupportedFormat
from ingest.intake.file import IntakeLimits, UntrustedFile
from ingest.report import ParsedReport


def read(
    file: UntrustedFile, limits: IntakeLimits | None = None, before_ocr: Callable[[int], None] | None = None
) -> ParsedReport:
    """Read one file with the reader for its format.

    Args:
        file: from :mod:`ingest.intake.file`.
        limits: limits to hold to.
        before_ocr: called with the count of pages so far before each page that is read by OCR, so that the sandbox
            can widen its limits; a page of OCR takes seconds.

    Raises:
        PermanentIngestError: the file is refused; also :class:`NoText` where nothing was found.
        Exception: whatever the libraries raise on damaged input; the sandbox maps it to ``CorruptFile``.
    """
    limits = limits or IntakeLimits()
    report = _dispatch(file, limits, before_ocr or (lambda page: None))
    total = sum(len(block.text) for block in report.blocks)
    if total > limits.max_characters or len(report.blocks) > limits.max_blocks:
        raise TooLarge("The file holds more text than the limits allow.")
    if not any(any(one.isalnum() for one in block.text) for block in report.blocks):
        raise NoText()
    return replace(report, blocks=tuple(block for block in report.blocks if block.text))


def _dispatch(file: UntrustedFile, limits: IntakeLimits, before_ocr: Callable[[int], None]) -> ParsedReport:
    data = file.untrusted_bytes
    if file.media == "pdf":
        from ingest.readers.pdf import read_pdf

        return read_pdf(data, limits, before_ocr)
    if file.media == "docx":
        from ingest.readers.docx import read_docx

        return read_docx(data, limits)
    if file.media == "html":
        from ingest.readers.html import read_html

        return read_html(data)
    if file.media == "markdown":
        from ingest.readers.markdown import read_markdown

        return read_markdown(data)
    if file.media == "text":
        from ingest.readers.plain import read_plain

        return read_plain(data)
    if file.media == "email":
        from ingest.readers.mail import read_mail

        return read_mail(data)
    if file.media == "image":
        from ingest.readers.scan import read_image

        return read_image(data, limits, before_ocr)
    raise UnsupportedFormat()
