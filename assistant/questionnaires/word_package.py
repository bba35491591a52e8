"""The package of a Word document: its parts read, added to and packed again, everything else byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Any

from assistant.questionnaires.errors import UnknownForm
from ingest.intake.archive import check_directory, check_markup
from ingest.intake.file import IntakeLimits

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


class WordPackage:
    """Parts of one DOCX in memory.

    Raises:
        HostileFile, CorruptFile, EncryptedFile: see :mod:`ingest.intake.archive`.
        UnknownForm: no Word document.
    """

    def __init__(self, data: bytes) -> None:
        archive = check_directory(data, IntakeLimits())
        check_markup(archive)
        self._infos = archive.infolist()
        self._bytes = {info.filename: archive.read(info) for info in self._infos}
        self._trees: dict[str, Any] = {}
        self.main = self._find_main()

    @property
    def folder(self) -> str:
        """The folder of the main part."""
        return posixpath.dirname(self.main)

    def has(self, name: str) -> bool:
        """Say whether there is such a part."""
        return name in self._bytes

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._bytes)

    def tree(self, name: str) -> Any:
        """Return the root of a part, the same object each time, or ``None``; changes to it are packed."""
        if name not in self._trees:
            if name not in self._bytes:
                return None
            self._trees[name] = parsed(self._bytes[name])
        return self._trees[name]

    def related(self, kind: str) -> str | None:
        """Return the part that the main part relates to as ``kind`` (``footnotes``), or ``None``."""
        relations = self.tree(self._relations_of(self.main))
        for one in relations if relations is not None else []:
            if str(one.get("Type", "")).endswith(f"/{kind}") and one.get("TargetMode") != "External":
                name = _resolved(self.folder, str(one.get("Target", "")))
                if name in self._bytes:
                    return name
        return None

    def add(self, name: str, data: bytes, kind: str, content_type: str | None = None, source: str | None = None) -> Any:
        """Add a part that the main part (or ``source``) relates to as ``kind``, and return its root."""
        from lxml import etree

        self._bytes[name] = data
        source = source or self.main
        path = self._relations_of(source)
        if path not in self._bytes:
            self._bytes[path] = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
        relations = self.tree(path)
        used = {one.get("Id") for one in relations}
        fresh = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
        target = posixpath.relpath(name, posixpath.dirname(source))
        etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", Id=fresh, Type=f"{_OFFICE}/{kind}", Target=target)
        types = self.tree("[Content_Types].xml")
        if content_type:
            etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
        elif not any(one.get("Extension") == "xml" for one in types):
            etree.SubElement(types, f"{{{_TYPES}}}Default", Extension="xml", ContentType="application/xml")
        return self.tree(name)

    def packed(self) -> bytes:
        """Return the document's bytes; untouched parts are as they were, in their old order."""
        from lxml import etree

        for name, root in self._trees.items():
            self._bytes[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        order = [info.filename for info in self._infos]
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in [*order, *(one for one in self._bytes if one not in set(order))]:
                # A fixed date: the same answers make the same bytes.
                archive.writestr(_entry(name), self._bytes[name])
        return buffer.getvalue()

    def _find_main(self) -> str:
        relations = self.tree("_rels/.rels")
        for one in relations if relations is not None else []:
            if str(one.get("Type", "")).endswith("/officeDocument"):
                name = str(one.get("Target", "")).lstrip("/")
                if name in self._bytes and posixpath.basename(name).startswith("document"):
                    return name
        raise UnknownForm("a file without a Word document inside")

    @staticmethod
    def _relations_of(name: str) -> str:
        return f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels".lstrip("/")


def parsed(data: bytes) -> Any:
    """Parse a part without entities, document types or network.

    Raises:
        CorruptFile: not well-formed.
    """
    from lxml import etree

    from ingest.errors import CorruptFile

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CorruptFile() from error


def _resolved(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
