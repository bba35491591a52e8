"""Rules for the zip archive that a DOCX is (RELIABILITY.md, P8), checked before and while it is opened."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from typing import Protocol

from ingest.errors import CorruptFile, EncryptedFile, HostileFile

_LARGE = 1024 * 1024  # small members of blank XML compress well beyond the ratio; only large ones can hurt
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class ArchiveLimits(Protocol):
    """The limits that concern archives."""

    @property
    def docx_members(self) -> int:
        """Number of members at most."""
        ...

    @property
    def docx_inflated(self) -> int:
        """Bytes of all members together, inflated."""
        ...

    @property
    def docx_ratio(self) -> int:
        """Inflated bytes to compressed bytes."""
        ...


def check_directory(data: bytes, limits: ArchiveLimits) -> zipfile.ZipFile:
    """Check the directory of an archive; nothing is inflated.

    Returns:
        the archive, open for reading. Python's reader never inflates a member beyond the size that the directory
        declares, so what is checked here holds later.

    Raises:
        CorruptFile: not a readable archive.
        EncryptedFile: a member is encrypted.
        HostileFile: too many members, too much when inflated, or names that no word processor writes.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError, OSError) as error:
        raise CorruptFile() from error
    if len(members) > limits.docx_members:
        raise HostileFile(f"The document holds more than {limits.docx_members} parts.")
    if any(member.flag_bits & 0x1 for member in members):
        raise EncryptedFile()
    if len({member.filename.lower() for member in members}) < len(members):
        raise HostileFile("The document holds two parts of the same name.")
    for member in members:
        name = member.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or re.match(r"[A-Za-z]:", name) or "\x00" in name:
            raise HostileFile("The document holds a part with a forbidden name.")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise HostileFile("The document holds a link to another file.")
    inflated = sum(member.file_size for member in members)
    if inflated > limits.docx_inflated:
        raise HostileFile(f"The document grows beyond {limits.docx_inflated // (1024 * 1024)} MiB when it is opened.")
    for member in members:
        if member.file_size > _LARGE and member.file_size > limits.docx_ratio * max(1, member.compress_size):
            raise HostileFile("A part of the document is compressed far more than a document would be.")
    return archive


def check_markup(archive: zipfile.ZipFile) -> None:
    """Inflate every XML part and refuse document type declarations, which DOCX never has.

    Raises:
        HostileFile: a part declares a document type or an entity.
        CorruptFile: a part cannot be inflated.
    """
    for member in archive.infolist():
        if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        try:
            content = archive.read(member)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, RuntimeError) as error:
            raise CorruptFile() from error
        except Exception as error:  # zlib.error and lzma errors have no common base
            raise CorruptFile() from error
        plain = content if b"\x00" not in content[:64] else content.replace(b"\x00", b"")
        if _DOCTYPE.search(plain):
            raise HostileFile("The document declares entities, which documents never do.")


def oddities(archive: zipfile.ZipFile) -> list[str]:
    """Return sentences about parts that are dropped: macros, embedded objects, references to the outside."""
    names = [member.filename.lower() for member in archive.infolist()]
    found = []
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        found.append("The document holds macros; they were not run or kept.")
    if any("/embeddings/" in name or "/activex/" in name for name in names):
        found.append("The document holds embedded objects; they were not opened or kept.")
    if any(
        name.endswith(".rels") and b'TargetMode="External"' in _external(archive, name_of.filename)
        for name, name_of in zip(names, archive.infolist(), strict=True)
    ):
        found.append("The document refers to places outside itself; the references were not followed.")
    return found


def _external(archive: zipfile.ZipFile, name: str) -> bytes:
    content = archive.read(name)
    # Hyperlinks are external relationships of every ordinary document; they are shown, never followed.
    return b"\n".join(
        part
        for part in re.findall(rb"<Relationship\b[^>]*>", content)
        if b"/hyperlink" not in part and b"External" in part
    )
