"""The words of one Word paragraph: runs, fields, notes, tracked changes, hidden text, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ingest.readers.oneline import BREAK, lines_of, one_line

if TYPE_CHECKING:
    from ingest.readers.docx_styles import Styles

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")
_SKIPPED = frozenset(
    [
        "pPr",
        "rPr",
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "sdtPr",
        "sdtEndPr",
        "fldData",
        "tblPr",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
    ]
)


def q(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return _W + name


def local(element: Any) -> str:
    """Return the name without its name space; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Any) -> str | None:
    """Return the ``w:val`` of an element."""
    return None if element is None else element.get(q("val"))


def is_on(element: Any) -> bool:
    """Say whether a toggle property is present and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


@dataclass(slots=True)
class Words:
    """What one paragraph holds: its words, and its lines where hard breaks part it."""

    text: str = ""
    lines: list[str] = field(default_factory=list)
    bold: bool = False
    boxes: list[Any] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


class Inline:
    """Reads paragraphs one after the other; footnotes are counted in the order of their marks."""

    def __init__(self, styles: Styles) -> None:
        """Take the styles, which may hide text."""
        self._styles = styles
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []
        self.hidden = 0
        self.deleted = 0
        self.inserted = 0
        self._fields: list[dict[str, Any]] = []

    def read(self, paragraph: Any) -> Words:
        """Return the words of a ``w:p``."""
        found = Words()
        parts: list[str] = []
        weights = [0, 0]
        self._fields = []
        self._walk(paragraph, parts, found, weights, 0)
        found.text, found.lines = one_line("".join(parts)), lines_of("".join(parts))
        found.bold = weights[0] > 0 and weights[1] == 0
        return found

    def _walk(self, element: Any, parts: list[str], found: Words, weights: list[int], depth: int) -> None:
        if depth > 40:
            return
        for child in element:
            tag = local(child)
            if tag in ("del", "moveFrom"):
                self.deleted += 1
            elif tag == "ins":
                self.inserted += 1
            if tag in ("instrText",) and self._fields and not self._fields[-1]["result"]:
                self._fields[-1]["code"] += child.text or ""
            if tag in _SKIPPED:
                continue
            if tag == "r":
                self._run(child, parts, found, weights, depth)
            elif tag == "txbxContent":
                found.boxes.append(child)
            elif tag == "docPr":
                description = one_line(child.get("descr") or "")
                if description:
                    found.pictures.append(description)
            elif tag == "AlternateContent":
                choice = next((one for one in child if local(one) == "Choice"), None)
                choice = choice if choice is not None else next(iter(child), None)
                if choice is not None:
                    self._walk(choice, parts, found, weights, depth + 1)
            elif (
                tag == "fldSimple"
                and str(child.get(q("instr")) or "").split()[:1]
                and str(child.get(q("instr"))).split()[0].upper() in _PAGE_FIELDS
            ):
                continue
            else:
                self._walk(child, parts, found, weights, depth + 1)

    def _run(self, run: Any, parts: list[str], found: Words, weights: list[int], depth: int) -> None:
        properties = run.find(q("rPr"))
        if self._styles.hides(run):
            if any((one.text or "").strip() for one in run.iter(q("t"))):
                self.hidden += 1
            return
        before = len(parts)
        for child in run:
            tag = local(child)
            if tag == "fldChar":
                self._field(child)
            elif tag == "instrText" and self._fields:
                self._fields[-1]["code"] += child.text or ""
            elif self._in_page_field():
                continue
            elif tag == "t":
                parts.append(child.text or "")
            elif tag in ("tab", "ptab"):
                parts.append(" ")
            elif tag in ("br", "cr"):
                parts.append(BREAK)
            elif tag == "noBreakHyphen":
                parts.append("-")
            elif tag == "sym":
                parts.append(_symbol(child))
            elif tag in ("footnoteReference", "endnoteReference"):
                self._mark(child, tag, parts)
            elif tag not in _SKIPPED:
                self._walk_one(child, parts, found, weights, depth)
        length = sum(len(part.strip()) for part in parts[before:])
        weights[0 if self._styles.is_bold(properties) else 1] += length

    def _walk_one(self, child: Any, parts: list[str], found: Words, weights: list[int], depth: int) -> None:
        if local(child) == "txbxContent":
            found.boxes.append(child)
        elif local(child) == "AlternateContent":
            choice = next((one for one in child if local(one) == "Choice"), None)
            if choice is not None:
                self._walk(choice, parts, found, weights, depth + 1)
        elif local(child) in ("drawing", "pict", "object", "oMath"):
            self._walk(child, parts, found, weights, depth + 1)

    def _field(self, mark: Any) -> None:
        kind = mark.get(q("fldCharType"))
        if kind == "begin":
            self._fields.append({"code": "", "result": False})
        elif kind == "separate" and self._fields:
            self._fields[-1]["result"] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _in_page_field(self) -> bool:
        return any(one["code"].split()[:1] and one["code"].split()[0].upper() in _PAGE_FIELDS for one in self._fields)

    def _mark(self, reference: Any, tag: str, parts: list[str]) -> None:
        order = self.footnotes if tag == "footnoteReference" else self.endnotes
        mark = reference.get(q("id")) or ""
        if mark not in order:
            order.append(mark)
        parts.append(f"[{order.index(mark) + 1}]")


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(q("char")) or "0", 16)
    except ValueError:
        return ""
    # Fonts of symbols sit in the private use area; a tick, a cross and a bullet are what reports use.
    known = {0xF0FC: "✓", 0xF0FB: "✗", 0xF0A8: "☐", 0xF0FE: "☒", 0xF0B7: "•", 0xF0A7: "▪", 0xF06F: "☐"}
    return known.get(code, "" if 0xE000 <= code <= 0xF8FF or code < 32 else chr(code))
