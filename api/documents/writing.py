"""A page becomes a file: its format by the file's ending, whole or not at all."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from api.documents.page import Page
from api.errors import BadRequest
from api.export.writing import refuse_existing, write_whole


class PageFormat(StrEnum):
    """Formats of a page, named as their files end."""

    HTML = "html"
    DOCX = "docx"

    @property
    def media_type(self) -> str:
        """The type that HTTP names."""
        if self is PageFormat.HTML:
            return "text/html; charset=utf-8"
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page_format(path: Path) -> PageFormat:
    """Return the format of a file's ending.

    Raises:
        BadRequest: it is neither HTML nor DOCX.
    """
    if path.is_dir():
        raise BadRequest("This is a folder.", "Name a file in it that ends in .html or .docx.", code="unknown_format")
    ending = path.suffix.lower().lstrip(".")
    ending = "html" if ending == "htm" else ending
    if ending not in list(PageFormat):
        raise BadRequest(
            f"Unknown format: {ending[:20]!r}." if ending else "The file's name has no ending.",
            "End the file's name in .html or .docx.",
            code="unknown_format",
        )
    return PageFormat(ending)


def checked(path: Path, *, force: bool) -> PageFormat:
    """Return the format of a file that may be written, before any work is done.

    Raises:
        BadRequest: of another format.
        FileExists, Unwritable: see :func:`api.export.writing.refuse_existing`.
    """
    form = page_format(path)
    refuse_existing(path, force=force)
    return form


def rendered(page: Page, form: PageFormat) -> bytes:
    """Return the bytes of the file."""
    if form is PageFormat.DOCX:
        from api.documents.docx_page import docx_bytes

        return docx_bytes(page)
    from api.documents.html_page import html_bytes

    return html_bytes(page)


def write_page(page: Page, path: Path, *, force: bool) -> None:
    """Write a page under a temporary name and rename it.

    Raises:
        BadRequest, FileExists, Unwritable: nothing was written.
    """
    write_whole(rendered(page, page_format(path)), path, force=force)
