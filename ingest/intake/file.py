"""Intake: a file of unknown make becomes an :class:`UntrustedFile` of a known format, or a typed refusal.

What a file is is told by its content (:mod:`ingest.intake.sniff`); the extension of its name can only contradict it.
Nothing is parsed here beyond headers and the directory of a zip file, so that no library for documents runs in
this process.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import CorruptFile, DisguisedFile, EncryptedFile, HostileFile, TooLarge, UnsupportedFormat
from ingest.intake.archive import check_directory
from ingest.intake.sniff import Media, Sniffed, sniff

_MIB = 1024 * 1024

_CLAIMS: dict[str, frozenset[str]] = {
    "pdf": frozenset({"pdf"}),
    "docx": frozenset({"docx"}),
    "docm": frozenset({"docx"}),
    "html": frozenset({"html", "text", "markdown"}),
    "htm": frozenset({"html", "text", "markdown"}),
    "xhtml": frozenset({"html"}),
    "md": frozenset({"markdown", "text", "html"}),
    "markdown": frozenset({"markdown", "text", "html"}),
    "txt": frozenset({"text", "markdown", "email"}),
    "text": frozenset({"text", "markdown", "email"}),
    "eml": frozenset({"email"}),
    "png": frozenset({"image"}),
    "jpg": frozenset({"image"}),
    "jpeg": frozenset({"image"}),
    "tif": frozenset({"image"}),
    "tiff": frozenset({"image"}),
}
_NAMES = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "html": "a web page (HTML)",
    "markdown": "Markdown text",
    "text": "plain text",
    "image": "an image",
    "email": "an e-mail",
}


@dataclass(frozen=True, slots=True)
class IntakeLimits:
    """Finite limits for one file; the host and the child both hold to them.

    Attributes:
        max_bytes: size of the file.
        max_pages: pages of a PDF, frames of an image.
        max_page_characters: characters on one page.
        max_characters: characters of the whole document.
        max_blocks: blocks that a reader may return.
        docx_members: members of a DOCX archive.
        docx_inflated: bytes of all of its members, inflated.
        docx_ratio: inflated bytes to compressed bytes, of the archive and of each large member.
        max_pixels: pixels of one image or rastered page.
        seconds: processor time of the child without OCR; the wall limit is twice that.
        ocr_seconds: further seconds for each page that is read by OCR.
        ocr_pages: pages that OCR reads at most; the rest are accounted for as failed.
        memory: bytes of address space of the child without OCR.
        ocr_memory: the same with OCR, which maps its models and its work space.
    """

    max_bytes: int = 64 * _MIB
    max_pages: int = 2000
    max_page_characters: int = 200_000
    max_characters: int = 20_000_000
    max_blocks: int = 200_000
    docx_members: int = 2000
    docx_inflated: int = 200 * _MIB
    docx_ratio: int = 100
    max_pixels: int = 60_000_000
    seconds: int = 60
    ocr_seconds: int = 30
    ocr_pages: int = 300
    memory: int = 1024 * _MIB
    ocr_memory: int = 4096 * _MIB


@dataclass(frozen=True, slots=True)
class UntrustedFile:
    """A file that nothing but the sandbox may parse.

    Attributes:
        name: last component of the name, control characters removed; for display, never a path.
        untrusted_bytes: the content.
        media: the format, told by the content.
    """

    name: str
    untrusted_bytes: bytes = field(repr=False)
    media: Media


def take_in(path: Path, limits: IntakeLimits | None = None) -> UntrustedFile:
    """Read one file from disk and say what it is.

    Args:
        path: a regular file.
        limits: limits to hold to; the defaults where ``None``.

    Raises:
        PermanentIngestError: the file cannot be read, is too large, or is refused by :func:`take_in_bytes`.
    """
    limits = limits or IntakeLimits()
    try:
        if not path.is_file():
            raise UnsupportedFormat("This is not a file.", "Give the path of a document; check how it is spelled.")
        with path.open("rb") as stream:
            data = stream.read(limits.max_bytes + 1)
    except OSError as error:
        raise CorruptFile("The file cannot be read from the disk.", "Check the path and the permissions.") from error
    return take_in_bytes(path.name, data, limits)


def take_in_bytes(name: str, data: bytes, limits: IntakeLimits | None = None) -> UntrustedFile:
    """Say what some bytes are, and refuse what cannot or must not be read.

    Args:
        name: the name that the file came with; only its extension is used, as a claim to be checked.
        data: the whole content.
        limits: limits to hold to; the defaults where ``None``.

    Raises:
        TooLarge: more bytes than the limit.
        CorruptFile: empty, or visibly cut short.
        UnsupportedFormat, DisguisedFile, EncryptedFile, HostileFile: as their names say.
    """
    limits = limits or IntakeLimits()
    name = _clean(name)
    if len(data) > limits.max_bytes:
        raise TooLarge(f"The file is larger than {limits.max_bytes // _MIB} MiB.")
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise CorruptFile("The file is empty.", "Fetch or save it again; the copy that was given holds nothing.")
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    found = sniff(data, suffix)
    media = _settle(found, suffix)
    if media == "docx":
        check_directory(data, limits)
    return UntrustedFile(name=name, untrusted_bytes=data, media=media)


def _settle(found: Sniffed, suffix: str) -> Media:
    """Turn what was sniffed into a format, or raise the refusal that fits."""
    if found.problem == "hostile":
        raise HostileFile("The file is two formats at once.")
    if found.problem == "encrypted":
        raise EncryptedFile()
    claimed = _CLAIMS.get(suffix)
    if found.media is None:
        if claimed is not None and found.problem == "corrupt":
            raise CorruptFile(hint=found.hint)
        if claimed is not None and found.what:
            raise DisguisedFile(f"The name ends in .{suffix}, but the content is {found.what}.", found.hint)
        if found.problem == "corrupt":
            raise CorruptFile(hint=found.hint)
        raise UnsupportedFormat(
            f"The file is {found.what}, which is not read here." if found.what else None, found.hint
        )
    if claimed is not None and found.media not in claimed:
        hint = f"Rename it to end in .{_SUFFIX[found.media]} if that is what it is, or fetch the original again."
        raise DisguisedFile(f"The name ends in .{suffix}, but the content is {_NAMES[found.media]}.", hint)
    if found.problem == "corrupt":
        raise CorruptFile(hint=found.hint)
    return found.media


_SUFFIX: dict[Media, str] = {
    "pdf": "pdf",
    "docx": "docx",
    "html": "html",
    "markdown": "md",
    "text": "txt",
    "image": "png",
    "email": "eml",
}


def _clean(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(one for one in last if one.isprintable())[:200].strip() or "document"
