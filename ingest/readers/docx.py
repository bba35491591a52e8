"""DOCX: the parts of the archive, read with lxml, become blocks in the order of the document.

Element names are those of ECMA-376 part 1 (WordprocessingML). External relationships are never followed.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ingest.errors import CorruptFile
from ingest.intake.archive import check_directory, check_markup, oddities
from ingest.intake.file import IntakeLimits
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_styles import Styles
from ingest.readers.docx_table import cells_of, columns, is_deleted, rows_of
from ingest.readers.docx_text import Inline, local, q, value
from ingest.readers.markers import bullet
from ingest.readers.oneline import one_line
from ingest.readers.plain import is_heading
from ingest.report import BlockKind, ParsedBlock, ParsedReport

_MAX_DEPTH = 12
_CORE = {
    "title": "title",
    "creator": "author",
    "subject": "subject",
    "created": "created",
    "description": "description",
    "keywords": "keywords",
    "lastModifiedBy": "last_author",
    "language": "language",
}


def read_docx(data: bytes, limits: IntakeLimits) -> ParsedReport:
    """Read a Word document.

    Raises:
        HostileFile: the rules for archives are broken, or a part declares entities.
        CorruptFile: a part is missing or damaged.
        EncryptedFile: a member is encrypted.
    """
    archive = check_directory(data, limits)
    check_markup(archive)
    return _Document(archive).read()


class _Document:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self._main = self._find_main()
        folder = posixpath.dirname(self._main)
        self._folder = folder
        body = self._part(self._main)
        if body is None:
            raise CorruptFile("The document has no text part.")
        self._body = body
        self._styles = Styles(self._part(f"{folder}/styles.xml"))
        self._numbering = Numbering(self._part(f"{folder}/numbering.xml"), self._styles)
        self._inline = Inline(self._styles)
        self._blocks: list[ParsedBlock] = []
        self._tables = 0

    def read(self) -> ParsedReport:
        body = self._body.find(q("body"))
        if body is None:
            raise CorruptFile("The document has no body.")
        self._container(body, 0)
        heads = [ParsedBlock(BlockKind.HEADER, text) for text in self._furniture("header")]
        feet = [ParsedBlock(BlockKind.FOOTER, text) for text in self._furniture("footer")]
        notes = self._notes("footnotes", "footnote", self._inline.footnotes)
        notes += self._notes("endnotes", "endnote", self._inline.endnotes)
        comments = self._comments()
        warnings = oddities(self._archive)
        if self._inline.hidden:
            warnings.append(f"{self._inline.hidden} hidden pieces of text were withheld.")
        if self._inline.deleted or self._inline.inserted:
            warnings.append("The document holds tracked changes; insertions were kept and deletions left out.")
        return ParsedReport(
            (*heads, *self._blocks, *notes, *comments, *feet), properties=self._properties(), warnings=tuple(warnings)
        )

    def _find_main(self) -> str:
        relations = self._part("_rels/.rels")
        for relation in relations if relations is not None else []:
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                target = str(relation.get("Target", "")).lstrip("/")
                if target.lower() in self._names:
                    return target
        return "word/document.xml"

    def _part(self, name: str) -> Any:
        from lxml import etree

        known = self._names.get(name.lower())
        if known is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(self._archive.read(known), parser)
        except (etree.XMLSyntaxError, zipfile.BadZipFile, ValueError, EOFError) as error:
            raise CorruptFile() from error

    def _container(self, container: Any, depth: int) -> None:
        """Read what a body, a content control or a text box holds, in order."""
        for child in _content(container):
            tag = local(child)
            if tag == "p":
                self._paragraph(child, depth)
            elif tag == "tbl" and depth < _MAX_DEPTH:
                self._table(child, depth)

    def _paragraph(self, paragraph: Any, depth: int, box: bool = False) -> None:
        found = self._inline.read(paragraph)
        style = self._styles.of(paragraph)
        number = self._numbering.of(paragraph) if found.text or found.boxes else None
        if found.text:
            whole = self._block(paragraph, found.text, found.bold, style, number, box)
            parted = whole.kind is BlockKind.PARAGRAPH and whole.number is None
            lines = found.lines if parted else [found.text]
            self._blocks += [whole] if len(lines) < 2 else [replace(whole, text=line) for line in lines]
        for inner in found.boxes:
            if depth < _MAX_DEPTH:
                start = len(self._blocks)
                self._container(inner, depth + 1)
                self._blocks[start:] = [_boxed(block) for block in self._blocks[start:]]
        for description in found.pictures:
            self._blocks.append(ParsedBlock(BlockKind.PARAGRAPH, description))

    def _block(self, paragraph: Any, text: str, bold: bool, style: Any, number: Any, box: bool) -> ParsedBlock:
        printed = number.printed if number else None
        if box or self._styles.is_framed(paragraph):
            return ParsedBlock(BlockKind.BOX, text, number=printed)
        level = self._styles.heading_level(paragraph)
        if level:
            return ParsedBlock(BlockKind.HEADING, text, level=level, number=printed)
        if number is not None and (printed is None or number.is_minor or style.is_list):
            return ParsedBlock(BlockKind.LIST_ITEM, text, level=number.level + 1, number=printed)
        if number is not None:
            return ParsedBlock(BlockKind.PARAGRAPH, text, number=printed)
        marked, rest = bullet(text)
        if marked or style.is_list:
            return ParsedBlock(BlockKind.LIST_ITEM, rest, level=1)
        if bold and is_heading(text) and not self._styles.uses_headings:
            return ParsedBlock(BlockKind.HEADING, text, level=2)
        return ParsedBlock(BlockKind.PARAGRAPH, text)

    def _table(self, table: Any, depth: int) -> None:
        rows = [row for row in rows_of(table) if not is_deleted(row)]
        widest = max((len(list(cells_of(row))) for row in rows), default=0)
        if widest <= 1:
            for row in rows:
                for cell in cells_of(row):
                    for child in _content(cell):
                        if local(child) == "p":
                            self._paragraph(child, depth + 1, box=True)
                        elif local(child) == "tbl" and depth < _MAX_DEPTH:
                            self._table(child, depth + 1)
            return
        self._tables += 1
        number, count = self._tables, 0
        for row in rows:
            cells = self._row(row, depth)
            if any(cells):
                text = " | ".join(cells)
                self._blocks.append(ParsedBlock(BlockKind.TABLE_ROW, text, table=number, row=count, cells=cells))
                count += 1

    def _row(self, row: Any, depth: int) -> tuple[str, ...]:
        """Return the cells of a row, empty ones where a joined cell or a row that begins late leaves columns out.

        Each text so stands under the head of its column; behind the last cell nothing is put.
        """
        cells: list[str] = [""] * columns(row.find(f"{q('trPr')}/{q('gridBefore')}"), 0)
        end = len(cells)
        for cell in cells_of(row):
            cells.append(self._cell(cell, depth))
            end = len(cells)
            cells += [""] * (columns(cell.find(f"{q('tcPr')}/{q('gridSpan')}"), 1) - 1)
        return tuple(cells[:end])

    def _cell(self, cell: Any, depth: int) -> str:
        merge = cell.find(f"{q('tcPr')}/{q('vMerge')}")
        if merge is not None and value(merge) in (None, "continue"):
            return ""  # the text of joined cells stands in the first of them
        parts: list[str] = []
        for child in _content(cell):
            if local(child) == "p":
                found = self._inline.read(child)
                number = self._numbering.of(child) if found.text else None
                words = found.text
                if number is not None and number.printed:
                    words = f"{number.printed_full} {words}"
                parts += [words, *found.pictures]
                for inner in found.boxes:
                    parts.append(self._words(inner))
            elif local(child) == "tbl" and depth < _MAX_DEPTH:
                for row in rows_of(child):
                    parts.append(
                        " ".join(text for text in (self._cell(one, depth + 1) for one in cells_of(row)) if text)
                    )
        return one_line(" ".join(part for part in parts if part))

    def _words(self, container: Any) -> str:
        return one_line(" ".join(self._inline.read(paragraph).text for paragraph in container.iter(q("p"))))

    def _furniture(self, kind: str) -> list[str]:
        """Return each different text of the headers or footers once, in the order of the sections that use them."""
        found: list[str] = []
        for name in sorted(self._names.values()):
            base = posixpath.basename(name).lower()
            if not (name.startswith(f"{self._folder}/") and base.startswith(kind) and base.endswith(".xml")):
                continue
            root = self._part(name)
            for paragraph in root.iter(q("p")) if root is not None else []:
                text = self._inline.read(paragraph).text
                if any(one.isalpha() for one in text) and text not in found and not _inside_box(paragraph):
                    found.append(text)
        return found

    def _notes(self, part: str, element: str, order: list[str]) -> list[ParsedBlock]:
        root = self._part(f"{self._folder}/{part}.xml")
        if root is None:
            return []
        by_id = {one.get(q("id")): one for one in root.iter(q(element)) if one.get(q("type")) in (None, "normal")}
        marks = order + [one for one in by_id if one not in order]
        blocks = []
        for position, mark in enumerate(marks, 1):
            text = self._words(by_id[mark]) if mark in by_id else ""
            if text:
                blocks.append(ParsedBlock(BlockKind.FOOTNOTE, f"[{position}] {text}", number=str(position)))
        return blocks

    def _comments(self) -> list[ParsedBlock]:
        root = self._part(f"{self._folder}/comments.xml")
        texts = [self._words(one) for one in root.iter(q("comment"))] if root is not None else []
        return [ParsedBlock(BlockKind.COMMENT, text) for text in texts if text]

    def _properties(self) -> dict[str, str]:
        root = self._part("docProps/core.xml")
        found = {}
        for child in root if root is not None else []:
            name = _CORE.get(local(child))
            text = one_line(child.text or "")
            if name and text:
                found[name] = text[:500]
        return found


def _content(container: Any) -> Iterator[Any]:
    """Give paragraphs and tables, also those inside content controls, tracked moves and custom XML."""
    for child in container:
        tag = local(child)
        if tag in ("p", "tbl"):
            yield child
        elif tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _content(child)
        elif tag == "AlternateContent":
            choice = next((one for one in child if local(one) in ("Choice", "Fallback")), None)
            if choice is not None:
                yield from _content(choice)


def _inside_box(paragraph: Any) -> bool:
    return any(local(one) == "txbxContent" for one in paragraph.iterancestors())


def _boxed(block: ParsedBlock) -> ParsedBlock:
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return ParsedBlock(BlockKind.BOX, block.text, number=block.number)
    return block
