"""The mark-up in which the sample reports are written, and its parser.

A file has front matter between two ``---`` lines, then one block per line, blank lines between them:

* ``# H``, ``## H``, ``### H`` headings; ``| a | b |`` table rows, the first one the header; anything else a paragraph;
* ``[^1]`` in a text and ``[^1]: note`` as a block: a footnote;
* ``%c1`` in a text and ``%comment 1 AUTHOR: note`` as a block: a margin comment;
* ``- text`` an item of a list with bullets, ``#. text`` of one that is numbered through the document; the number is
  generated as word processors do and is no part of the text;
* ``%entry key=value; ...`` describes a register entry of the next block, one line for each of its entries;
* ``[[TYPE|text]]`` or ``[[TYPE:p1|text]]`` an identifier of a natural person, ``p1`` saying whose it is;
  ``{{KEEP|text}}`` text that redaction must leave alone.

``evals/reports/README.md`` lists the keys of the front matter and of entries.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[\[([A-Z_]+)(?::([a-z]\d+))?\|(.+?)\]\]|\{\{KEEP\|(.+?)\}\}|\[\^(\d+)\]|%c(\d+)|\*\*")
_NUMBER = re.compile(r"^(?:\d+\. )?\**(Recommendation|Finding) (\w+)|^(\d+(?:\.\d+)+)\s|^(\d+|[A-Z])\.\s")
_ITEM = {"- ": "bullet", "#. ": "number"}
# Keys that a line of an entry may have; the required ones are checked where the gold standard is made.
_WORDS_OF_ENTRY = {"id", "kind", "number", "from", "to", "addressee", "themes", "status", "verified", "urgency", "due"}
_LINKS_OF_ENTRY = {"rests_on", "response", "repeats", "answers", "judges", "criteria", "locator"}
_ENTRY_KEYS = frozenset(_WORDS_OF_ENTRY | _LINKS_OF_ENTRY)


@dataclass(frozen=True)
class Mark:
    """A marked stretch of a text, in code points of the text without mark-up; ``group`` says whose it is."""

    start: int
    end: int
    type: str
    group: str | None = None


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
        kind, held = (found[1], found[3]) if found[1] else ("KEEP", found[4])
        if held:
            marks.append(Mark(len(out), len(out) + len(held), kind, found[2]))
            out += held
        elif found[5]:
            notes.append((len(out), found[5]))
        elif found[6]:
            comments.append((len(out), found[6]))
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
        item: ``bullet`` or ``number`` for a paragraph that is an item of a list, else empty.
        entries: the register entries that the block states, as key and value.
    """

    kind: str
    cells: tuple[Rich, ...]
    level: int = 0
    number: str = ""
    table: int = 0
    author: Rich | None = None
    item: str = ""
    entries: tuple[dict[str, str], ...] = ()

    @property
    def boxed(self) -> bool:
        """Whether a report sets the block apart: it is an entry as a whole."""
        return bool(self.entries) and not any("from" in entry for entry in self.entries)

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

    @property
    def author(self) -> str:
        """Who the properties of the file name as author: the body where the front matter names nobody."""
        return self.about.get("author") or self.about.get("inspecting_body", "")

    @property
    def moment(self) -> datetime.datetime:
        """When the file says that it was made: the start of the day, month or year of publication.

        Raises:
            ValueError: ``published`` is none of the three.
        """
        day = self.about.get("published") or "2000"
        return datetime.datetime.fromisoformat(day + "-01" * (2 - day.count("-")))

    def pick(self, kind: str) -> list[SourceBlock]:
        """Return the blocks of one kind."""
        return [block for block in self.blocks if block.kind == kind]


def read_source(path: Path) -> Source:
    """Parse the source file at ``path``; raises ``ValueError`` where it is malformed."""
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    about = {key: value.strip() for key, _, value in (line.partition(": ") for line in front.splitlines())}
    about = {key.rstrip(":"): value for key, value in about.items()}
    blocks = [SourceBlock("header", (rich(about["header"]),))] if about["header"] else []
    entries: list[dict[str, str]] = []
    table, row = 0, -1
    for line in body.splitlines():
        if not line.startswith(("|", "%entry")):
            row = -1
        if not line.strip() or line.startswith("|---"):
            continue
        if line.startswith("%entry "):
            entries.append(_keys(line[7:]))
            continue
        held = tuple(entries)
        if line.startswith("|"):
            row += 1
            table += row == 0
            cells = tuple(rich(cell.strip()) for cell in _cells(line))
            block = SourceBlock("row", cells, number=str(row), table=table, entries=held)
        elif found := re.match(r"(#+) (.*)", line):
            block = SourceBlock("heading", (rich(found[2]),), level=len(found[1]))
        elif found := re.match(r"\[\^(\d+)\]: (.*)", line):
            block = SourceBlock("note", (rich(found[2]),), number=found[1])
        elif found := re.match(r"%comment (\d+) (.*?): (.*)", line):
            block = SourceBlock("comment", (rich(found[3]),), number=found[1], author=rich(found[2]))
        else:
            sign = next((sign for sign in _ITEM if line.startswith(sign)), "")
            text = rich(line.removeprefix(sign))
            block = SourceBlock("paragraph", (text,), item=_ITEM.get(sign, ""), entries=held)
        if held and block.kind not in {"row", "paragraph"}:
            raise ValueError(f"no entry can stand before: {line[:60]}")
        entries = []
        blocks.append(block)
    if about["footer"]:
        blocks.append(SourceBlock("footer", (rich(about["footer"]),)))
    return Source(path.name[:2], about, tuple(blocks))


def _keys(line: str) -> dict[str, str]:
    """Split ``key=value; key=value``; a semicolon that no key follows belongs to the value."""
    held = dict(part.strip().split("=", 1) for part in re.split(r";\s*(?=[a-z_]+=)", line))
    if unknown := set(held) - _ENTRY_KEYS:
        raise ValueError(f"an entry has no such key: {sorted(unknown)[0]}")
    return held


def _cells(line: str) -> list[str]:
    """Split a row at the bars that are not inside mark-up."""
    return re.split(r"\|(?![^\[{]*?(?:\]\]|\}\}))", line.strip())[1:-1]
