"""The mark-up in which the sample reports are written, and its parser.

A file has front matter between two ``---`` lines, then one block per line, blank lines between them:

* ``# H``, ``## H``, ``### H`` headings; ``| a | b |`` table rows, the first one the header; anything else a paragraph;
* ``[^1]`` in a text and ``[^1]: note`` as a block: a footnote;
* ``%c1`` in a text and ``%comment 1 AUTHOR: note`` as a block: a margin comment;
* ``%entry key=value; ...`` describes the register entry of the next block;
* ``[[TYPE|text]]`` an identifier of a natural person, ``{{KEEP|text}}`` text that redaction must leave alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_MARK = re.compile(r"\[\[([A-Z_]+)\|(.+?)\]\]|\{\{KEEP\|(.+?)\}\}|\[\^(\d+)\]|%c(\d+)|\*\*")
_NUMBER = re.compile(r"^(?:\d+\. )?\**(Recommendation|Finding) (\w+)|^(\d+(?:\.\d+)+)\s|^(\d+|[A-Z])\.\s")


@dataclass(frozen=True)
class Mark:
    """A marked stretch of a text, in code points of the text without mark-up."""

    start: int
    end: int
    type: str


@dataclass(frozen=True)
class Rich:
    """A text without mark-up and what its mark-up said.

    Attributes:
        text: what a reader sees.
        marks: identifiers and ``KEEP`` stretches, in order.
        notes: (offset, footnote number) of each footnote mark.
        comments: (offset, comment number) of each comment mark.
        bold: (start, end) of each bold stretch.
    """

    text: str
    marks: tuple[Mark, ...]
    notes: tuple[tuple[int, str], ...] = ()
    comments: tuple[tuple[int, str], ...] = ()
    bold: tuple[tuple[int, int], ...] = ()


def rich(marked: str) -> Rich:
    """Take the mark-up out of ``marked``."""
    out, marks, notes, comments, stars, last = "", list[Mark](), [], [], list[int](), 0
    for found in _MARK.finditer(marked):
        out += marked[last : found.start()]
        last = found.end()
        kind, held = (found[1], found[2]) if found[1] else ("KEEP", found[3])
        if held:
            marks.append(Mark(len(out), len(out) + len(held), kind))
            out += held
        elif found[4]:
            notes.append((len(out), found[4]))
        elif found[5]:
            comments.append((len(out), found[5]))
        else:
            stars.append(len(out))
    out += marked[last:]
    bold = tuple(zip(stars[::2], stars[1::2], strict=True))
    return Rich(out, tuple(marks), tuple(notes), tuple(comments), bold)


@dataclass(frozen=True)
class SourceBlock:
    """One block of a sample report.

    Attributes:
        kind: ``heading``, ``paragraph``, ``row``, ``note``, ``comment``, ``header`` or ``footer``.
        level: heading level, else 0.
        cells: the cells of a row, the single text of any other block.
        number: number of a note or comment, else of a row (0 is the header).
        table: table number from 1, for rows.
        author: author of a comment.
        entry: the register entry that the block is, as key and value.
    """

    kind: str
    cells: tuple[Rich, ...]
    level: int = 0
    number: str = ""
    table: int = 0
    author: Rich | None = None
    entry: dict[str, str] = field(default_factory=dict)

    @property
    def locator(self) -> str | None:
        """The place as a reader names it, or ``None`` where it has no number."""
        if self.kind == "row":
            return f"table {self.table} row {self.number}"
        if self.kind in {"note", "comment"}:
            return f"{'footnote' if self.kind == 'note' else 'comment'} {self.number}"
        found = _NUMBER.match(self.cells[0].text) if self.kind == "paragraph" else None
        if not found:
            return None
        return f"{found[1]} {found[2]}" if found[1] else found[3] or found[4]


@dataclass(frozen=True)
class Source:
    """One sample report: its front matter and its blocks in reading order, header first and footer last."""

    doc: str
    about: dict[str, str]
    blocks: tuple[SourceBlock, ...]

    def pick(self, kind: str) -> list[SourceBlock]:
        """Return the blocks of one kind."""
        return [block for block in self.blocks if block.kind == kind]


def read_source(path: Path) -> Source:
    """Parse the source file at ``path``; raises ``ValueError`` where it is malformed."""
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    about = {key: value.strip() for key, _, value in (line.partition(": ") for line in front.splitlines())}
    about = {key.rstrip(":"): value for key, value in about.items()}
    blocks = [SourceBlock("header", (rich(about["header"]),))] if about["header"] else []
    entry: dict[str, str] = {}
    table, row = 0, -1
    for line in body.splitlines():
        if not line.startswith(("|", "%entry")):
            row = -1
        if not line.strip() or line.startswith("|---"):
            continue
        if line.startswith("%entry "):
            entry = dict(part.strip().split("=", 1) for part in line[7:].split(";"))
            continue
        if line.startswith("|"):
            row += 1
            table += row == 0
            cells = tuple(rich(cell.strip()) for cell in _cells(line))
            block = SourceBlock("row", cells, number=str(row), table=table, entry=entry)
        elif found := re.match(r"(#+) (.*)", line):
            block = SourceBlock("heading", (rich(found[2]),), level=len(found[1]))
        elif found := re.match(r"\[\^(\d+)\]: (.*)", line):
            block = SourceBlock("note", (rich(found[2]),), number=found[1])
        elif found := re.match(r"%comment (\d+) (.*?): (.*)", line):
            block = SourceBlock("comment", (rich(found[3]),), number=found[1], author=rich(found[2]))
        else:
            block = SourceBlock("paragraph", (rich(line),), entry=entry)
        entry = {}
        blocks.append(block)
    if about["footer"]:
        blocks.append(SourceBlock("footer", (rich(about["footer"]),)))
    return Source(path.name[:2], about, tuple(blocks))


def _cells(line: str) -> list[str]:
    """Split a row at the bars that are not inside mark-up."""
    return re.split(r"\|(?![^\[{]*?(?:\]\]|\}\}))", line.strip())[1:-1]
