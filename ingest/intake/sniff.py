"""What some bytes are, told by their content; the extension only settles Markdown against plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Media = Literal["pdf", "docx", "html", "markdown", "text", "image", "email"]

_PDF_REACH = 1024  # viewers accept the header anywhere in the first kilobyte (ISO 32000-1, annex H, note 13)
TEXT_SUFFIXES = frozenset({"txt", "text", "log", "csv"})
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|h[1-6]|table|div|p|article|section)\b", re.IGNORECASE
)
_XML = re.compile(rb"^\s*<\?xml\b")
_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|---\s*$|[-*+] \S|\d+[.)] \S|> \S|\|.*\|\s*$|```|\[\^\w+\]:)|\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\(",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)

_MAIL = re.compile(
    rb"^(?:received|return-path|delivered-to|mime-version|message-id|from|to|subject|date|x-[\w-]+|content-type):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
_SAVE_AS_DOCX = "Open it in a word processor and save it as DOCX or PDF."
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "a rich text file (RTF)", _SAVE_AS_DOCX),
    (b"MZ", "a program", "Fetch the original document again; do not open this file."),
    (b"\x7fELF", "a program", "Fetch the original document again; do not open this file."),
    (b"Rar!", "an archive (RAR)", "Unpack it and give the documents in it."),
    (b"7z\xbc\xaf", "an archive (7z)", "Unpack it and give the documents in it."),
    (b"\x1f\x8b", "an archive (gzip)", "Unpack it and give the documents in it."),
    (b"GIF8", "an image (GIF)", "Save the scan as PNG, JPEG, TIFF or PDF."),
    (b"BM", "an image (BMP)", "Save the scan as PNG, JPEG, TIFF or PDF."),
    (b"%!PS", "a PostScript file", "Convert it to PDF."),
    (b"SQLite format 3", "a database", "Export the document from the program that made it."),
)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What was found.

    Attributes:
        media: one of the formats that are read, else ``None``.
        problem: a reason to refuse although the format is known.
        what: the format in words where it is known but not read.
        hint: what the person can do.
    """

    media: Media | None
    problem: Literal["encrypted", "corrupt", "hostile"] | None = None
    what: str | None = None
    hint: str | None = None


# Data, told by how they open and end: nothing is parsed here.
_JSON_OPENS = re.compile(rb'\s*(?:\{\s*"[^"\n]{0,200}"\s*:|\[\s*(?:\{\s*"|\[|"[^"\n]{0,200}"\s*[,\]]))')
_JSON_SUFFIXES = frozenset({"json", "jsonl", "ndjson", "geojson"})
_JSON = Sniffed(
    None,
    what="data (JSON)",
    hint="Give the document itself. Text that only the data hold can be saved as DOCX, PDF or plain text.",
)


def sniff(data: bytes, suffix: str) -> Sniffed:
    """Name the format of ``data``.

    Args:
        data: the whole content, not empty.
        suffix: extension of its name in lower case, without the dot; may be empty.
    """
    head = data[:_PDF_REACH]
    at = head.find(b"%PDF-")
    if at >= 0:
        return _pdf(data, head[:at])
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data)
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")):
        return Sniffed("image")
    for magic, what, hint in _OTHERS:
        if data.startswith(magic) and not (len(magic) == 2 and _looks_like_text(head)):
            return Sniffed(None, what=what, hint=hint)
    return _text(data, suffix)


def _pdf(data: bytes, before: bytes) -> Sniffed:
    if before.startswith((b"PK", b"MZ", b"\x7fELF")) or _HTML.search(before):
        return Sniffed("pdf", problem="hostile")
    cut = Sniffed("pdf", problem="corrupt", hint="The end of the file is missing: fetch or save it again.")
    if b"%%EOF" not in data[-4096:] and b"startxref" not in data[-4096:]:
        return cut
    linear = re.search(
        rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})|/L\s+(\d{1,12})[^>]{0,200}?/Linearized\b", data[:2048]
    )
    if linear and len(data) < int(linear[1] or linear[2]):
        return cut
    return Sniffed("pdf")


def _zip(data: bytes) -> Sniffed:
    if data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000)) < 0:
        return Sniffed("docx", problem="corrupt", hint="The end of the file is missing: fetch or save it again.")
    tail = data[-4 * 1024 * 1024 :]
    if b"word/document" in tail or b"word/styles.xml" in tail:
        return Sniffed("docx")
    if b"xl/workbook" in tail:
        return Sniffed(None, what="a spreadsheet (XLSX)", hint="Save the text you need as DOCX or PDF.")
    if b"ppt/presentation" in tail:
        return Sniffed(None, what="a presentation (PPTX)", hint="Save it as PDF.")
    if b"opendocument.text" in data[:200]:
        return Sniffed(None, what="an OpenDocument text (ODT)", hint=_SAVE_AS_DOCX)
    return Sniffed(None, what="an archive (ZIP)", hint="Unpack it and give the documents in it.")


def _compound(data: bytes) -> Sniffed:
    """OLE compound file: old Office formats, and the wrapper of encrypted new ones (MS-OFFCRYPTO)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Sniffed(None, problem="encrypted")
    return Sniffed(None, what="an old Office file (DOC, XLS or MSG)", hint=_SAVE_AS_DOCX)


def _looks_like_text(head: bytes) -> bool:
    return not any(byte < 9 or 13 < byte < 32 for byte in head)


def _text(data: bytes, suffix: str) -> Sniffed:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_bare_utf16(data)
    if not wide:
        controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 or byte == 127 for byte in data[:65536])
        if data.count(b"\x00", 0, 65536) > 2 or controls > len(data[:65536]) // 100:
            return Sniffed(None, what="binary data", hint=None) if suffix else Sniffed(None)
    narrow = data if not wide else data.replace(b"\x00", b"")
    head = narrow[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe")
    opening = head[:512].lstrip()
    if _is_mail(head, suffix):
        return Sniffed("email")
    if opening.startswith(b"<") and (_HTML.search(opening) or _HTML.search(head)):
        return Sniffed("html")
    if _XML.match(head):
        return Sniffed(None, what="an XML file", hint="Save it as HTML, DOCX or PDF.")
    if suffix in _JSON_SUFFIXES or (_JSON_OPENS.match(head) and narrow.rstrip()[-1:] in b"}]"):
        return _JSON
    if suffix in ("html", "htm") and _HTML.search(narrow[:65536]):
        return Sniffed("html")
    if suffix in TEXT_SUFFIXES:
        return Sniffed("text")
    if suffix in ("md", "markdown"):
        return Sniffed("markdown")
    sample = narrow[:65536].decode("utf-8", "replace")
    marks = len(_MARKDOWN.findall(sample))
    return Sniffed("markdown" if _HEADING.search(sample) and marks >= 2 else "text")


def _is_mail(head: bytes, suffix: str) -> bool:
    """Say whether a file opens with the headers of a message; without ``.eml``, with those that mail servers add."""
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {match.group().lower().rstrip(b": \t") for match in _MAIL.finditer(block)}
    if not re.match(rb"[A-Za-z][\w-]*:[ \t]", block) or len(names) < 2:
        return False
    return suffix == "eml" or bool(names & {b"received", b"message-id", b"mime-version"} and b"from" in names)


def _is_bare_utf16(data: bytes) -> bool:
    """Western UTF-16 without a byte order mark: every other byte of the start is zero."""
    head = data[:2048]
    if len(head) < 16:
        return False
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > 0.7 * (len(head) // 2) and min(even, odd) < 0.05 * len(head)
