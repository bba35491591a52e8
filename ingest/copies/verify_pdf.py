"""Reads a finished PDF with pypdf and accepts only what :mod:`ingest.copies.pdf_copy` writes."""

from __future__ import annotations

import io
import re
from typing import Any

from ingest.copies.errors import CopyNotVerified
from ingest.copies.sheet import PRODUCER, TITLE
from ingest.copies.surfaces import SurfaceSearch
from ingest.copies.written import Written, squeezed

# Every key of a dictionary that a page with text in embedded fonts needs (ISO 32000-1, tables 15, 28 to 31, 111 to
# 122, 317), and no other: no notes, forms, actions, outlines, attachments, pictures, layers, threads or metadata.
_KEYS = frozenset(
    {
        "/Ascent", "/BaseFont", "/CapHeight", "/Contents", "/Count", "/Descent", "/Encoding", "/Filter", "/FirstChar",
        "/Flags", "/Font", "/FontBBox", "/FontDescriptor", "/FontFile2", "/FontName", "/ItalicAngle", "/Kids",
        "/LastChar", "/Length", "/Length1", "/MediaBox", "/MissingWidth", "/Name", "/Pages", "/Parent", "/ProcSet",
        "/Producer", "/Resources", "/Rotate", "/StemV", "/Subtype", "/Title", "/ToUnicode", "/Type", "/Widths",
        "/Lang",
    }
)  # fmt: skip
_FONT_NAME = re.compile(r"/F\d{1,3}(?:\+\d{1,3})?")
_TYPES = frozenset({"/Catalog", "/Pages", "/Page", "/Font", "/FontDescriptor"})
_KINDS = frozenset({"/TrueType", "/Type1"})


def verify_pdf(data: bytes, written: Written, search: SurfaceSearch) -> None:
    """Check that a PDF holds exactly what was meant, page by page, and no masked word in any of its objects.

    Raises:
        CopyNotVerified: anything else.
    """
    from pypdf import PdfReader

    if data.count(b"%%EOF") != 1 or data.count(b"startxref") != 1 or not data.rstrip().endswith(b"%%EOF"):
        raise CopyNotVerified("the file holds more than one revision")
    if search.in_bytes(data):
        raise CopyNotVerified("a masked word stands in the file")
    try:
        reader = PdfReader(io.BytesIO(data), strict=True)
        _objects(reader, search)
        if {key: str(value) for key, value in (reader.metadata or {}).items()} != {
            "/Producer": PRODUCER,
            "/Title": TITLE,
        }:
            raise CopyNotVerified("the file holds properties")
        if set(reader.trailer) - {"/Size", "/Root", "/Info"} or set(reader.root_object) != {"/Type", "/Pages", "/Lang"}:
            raise CopyNotVerified("the file holds parts beside its pages")
        texts = [page.extract_text() for page in reader.pages]
    except CopyNotVerified:
        raise
    except Exception as error:  # the words of the library may quote the file
        raise CopyNotVerified(f"it cannot be read back ({type(error).__name__})") from None
    if len(texts) != written.pages:
        raise CopyNotVerified("its pages do not tally")
    body = []
    for text, (top, bottom) in zip(texts, written.furniture, strict=True):
        line, head, foot = squeezed(text), squeezed(top), squeezed(bottom)
        if not (line.startswith(head) and line.endswith(foot) and len(line) >= len(head) + len(foot)):
            raise CopyNotVerified("the head or foot of a page is not what was written")
        body.append(line[len(head) : len(line) - len(foot)])
        if search.in_text(text):
            raise CopyNotVerified("a masked word stands in the text")
    if "".join(body) != squeezed(written.body):
        raise CopyNotVerified("its text is not exactly the redacted text")


def _objects(reader: Any, search: SurfaceSearch) -> None:
    """Look into every object of the file, also those that nothing refers to."""
    from pypdf.generic import IndirectObject, StreamObject

    if reader.xref_objStm:
        raise CopyNotVerified("the file holds packed objects")
    for generation, places in reader.xref.items():
        for number, offset in places.items():
            if not number or not offset:
                continue
            found = reader.get_object(IndirectObject(number, generation, reader))
            _entries(found, search, depth=0)
            if isinstance(found, StreamObject) and search.in_bytes(found.get_data()):
                raise CopyNotVerified("a masked word stands in a part of the file")


def _entries(value: Any, search: SurfaceSearch, depth: int) -> None:
    from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, TextStringObject

    if depth > 8:
        raise CopyNotVerified("its parts are nested too deeply")
    if isinstance(value, DictionaryObject):
        for key, held in value.items():
            if key not in _KEYS and not _FONT_NAME.fullmatch(key):
                raise CopyNotVerified("it holds an entry that a copy does not need")
            if (key == "/Type" and held not in _TYPES) or (key == "/Subtype" and held not in _KINDS):
                raise CopyNotVerified("it holds an object that a copy does not need")
            _entries(held, search, depth + 1)
    elif isinstance(value, ArrayObject):
        for held in value:
            _entries(held, search, depth + 1)
    elif isinstance(value, TextStringObject | ByteStringObject) and search.in_text(str(value)):
        raise CopyNotVerified("a masked word stands in a part of the file")
