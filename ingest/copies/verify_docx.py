"""Reads a finished Word document with Python's zip and XML modules and with python-docx; accepts only its own make."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from ingest.copies import docx_copy
from ingest.copies.errors import CopyNotVerified
from ingest.copies.surfaces import SurfaceSearch
from ingest.copies.written import Written, squeezed

# Parts whose every byte is known beforehand; None where the text of the copy stands.
_PARTS: dict[str, str | None] = {
    "[Content_Types].xml": docx_copy.CONTENT_TYPES,
    "_rels/.rels": docx_copy.ROOT_RELATIONS,
    "word/document.xml": None,
    "word/_rels/document.xml.rels": docx_copy.DOCUMENT_RELATIONS,
    "word/styles.xml": docx_copy.STYLES,
    "word/header1.xml": None,
    "word/footer1.xml": None,
}
_ELEMENTS = frozenset(
    {
        "document", "body", "hdr", "ftr", "p", "pPr", "pStyle", "ind", "jc", "r", "rPr", "b", "t", "fldSimple", "tbl",
        "tblPr", "tblW", "tblBorders", "top", "left", "bottom", "right", "insideH", "insideV", "tblGrid", "gridCol",
        "tr", "tc", "tcPr", "tcW", "gridSpan", "sectPr", "headerReference", "footerReference", "pgSz", "pgMar",
    }
)  # fmt: skip
_ATTRIBUTES = frozenset(
    {
        "val", "w", "h", "type", "id", "left", "hanging", "instr", "sz", "space", "color", "top", "right", "bottom",
        "header", "footer", "gutter",
    }
)  # fmt: skip
_VALUES = frozenset(
    {
        "Item", "Note", "Box", "Margin", "right", "single", "PAGE", "dxa", "default", "preserve", "rId2", "rId3",
    }
)  # fmt: skip
_PLAIN_VALUE = re.compile(r"\d{1,5}|Heading[1-6]|[0-9A-F]{6}")
_TAG = re.compile(r"<[^>]*>")


def verify_docx(data: bytes, written: Written, search: SurfaceSearch) -> None:
    """Check that a document has exactly the parts, markup and text that were meant, and no masked word in any part.

    Raises:
        CopyNotVerified: anything else.
    """
    from xml.etree import ElementTree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            parts = {member.filename: archive.read(member).decode() for member in members}
            if archive.comment or any(member.comment or member.extra for member in members):
                raise CopyNotVerified("the archive holds remarks")
        if len(members) != len(_PARTS) or parts.keys() != _PARTS.keys():
            raise CopyNotVerified("the document holds other parts than its text")
        for name, content in parts.items():
            expected = _PARTS[name]
            if expected is not None and content != expected:
                raise CopyNotVerified("a part beside the text is not what was written")
            if expected is None:
                _markup(ElementTree.fromstring(content))
                # Elements and attributes have been checked one by one: what is left is text.
                if search.in_text(_TAG.sub("\n", content)):
                    raise CopyNotVerified("a masked word stands in the document")
        body, top, bottom = _texts(data)
    except CopyNotVerified:
        raise
    except Exception as error:  # the words of the library may quote the file
        raise CopyNotVerified(f"it cannot be read back ({type(error).__name__})") from None
    ((head, foot),) = written.furniture
    if (
        squeezed(body) != squeezed(written.body)
        or squeezed(top) != squeezed(head)
        or squeezed(bottom) != squeezed(foot)
    ):
        raise CopyNotVerified("its text is not exactly the redacted text")


def _markup(root: Any) -> None:
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] not in _ELEMENTS:
            raise CopyNotVerified("it holds markup that a copy does not need")
        for name, value in element.attrib.items():
            known = value in _VALUES or _PLAIN_VALUE.fullmatch(value)
            if name.rpartition("}")[2] not in _ATTRIBUTES or not known:
                raise CopyNotVerified("it holds an attribute that a copy does not need")
        inside = element.tag.endswith("}t")
        if (element.text and not inside) or element.tail:
            raise CopyNotVerified("it holds text outside of its paragraphs")


def _texts(data: bytes) -> tuple[str, str, str]:
    """Return the text of body, header and footer as python-docx reads them."""
    import docx

    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    footer = "".join(text for element in section.footer._element.iter() for text in _text(element))
    return (
        "\n".join(_words(document.iter_inner_content())),
        "\n".join(_words(section.header.iter_inner_content())),
        footer,
    )


def _text(element: Any) -> Iterator[str]:
    """python-docx leaves out the page number, which stands in a field."""
    if element.tag.endswith("}t"):
        yield element.text or ""


def _words(blocks: Any) -> Iterator[str]:
    for block in blocks:
        if hasattr(block, "rows"):
            for row in block.rows:
                seen: list[Any] = []
                for cell in row.cells:  # a cell over two columns is given twice
                    if not any(cell._tc is one for one in seen):
                        seen.append(cell._tc)
                        yield cell.text
        else:
            yield block.text
