"""A report: its blocks, their places in the source, and an account of every page.

``ParsedReport`` is what a reader gives (untrusted, un-redacted, in memory only). ``Report[str]`` has structure and
locators; ``Report[RedactedText]`` is the only form that later stages accept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T", bound=str)


class BlockKind(StrEnum):
    """What a block is to a reader of the document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    BOX = "box"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"


BODY_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BOX)
"""What says something in sentences: neither headings nor rows, notes or what stands on every page."""
FURNITURE_KINDS = (BlockKind.HEADER, BlockKind.FOOTER)
"""What stands on every page."""


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """One block as a reader found it.

    Attributes:
        kind: what it is.
        text: its text, one line, words separated by single spaces; cells of a row joined by `` | ``.
        page: page number from 1 where the format has pages, else ``None``.
        level: heading level from 1, list depth from 1; 0 elsewhere.
        number: the printed number or label that the program generated (Word lists) or that marks a footnote,
            else ``None``. Numbers typed in the text stay in ``text``.
        table: table number from 1 for rows, else ``None``.
        row: row number in the table, 0 for the header row, else ``None``.
        cells: cell texts of a row; empty elsewhere.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    level: int = 0
    number: str | None = None
    table: int | None = None
    row: int | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageAccount:
    """How many pages were read, and how; ``total == text + ocr + blank + failed``. All 0 for unpaged formats."""

    total: int = 0
    text: int = 0
    ocr: int = 0
    blank: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """What a reader gives: untrusted text of one file.

    Attributes:
        blocks: in reading order; headers and footers once each, whatever the number of pages.
        pages: the account of pages.
        properties: title, author and the like from the file itself (redacted or dropped before storage).
        warnings: plain sentences about what was withheld or could not be read; they hold no document text.
    """

    blocks: tuple[ParsedBlock, ...]
    pages: PageAccount = PageAccount()
    properties: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block(Generic[T]):
    """One block with its place in the source.

    Attributes:
        text: the text as printed, its number included where the number was typed, so that a quotation is found in
            the source.
        number: the number or label it goes by (``2.14``, ``R4``, ``3``), else ``None``.
        label: the word before the number where there is one (``Recommendation``, ``Deficiency``), else ``None``.
        locator: the place as its readers name it, unique in the report (``2.14``, ``Recommendation 3``,
            ``table 2 row 4``, ``footnote 1``, else ``p. 7 para 2`` or ``section: HEADING, para 2``).
        heading_path: headings above it, outermost first.
    """

    kind: BlockKind
    text: T
    locator: str
    page: int | None = None
    level: int = 0
    number: str | None = None
    label: str | None = None
    table: int | None = None
    row: int | None = None
    cells: tuple[T, ...] = ()
    heading_path: tuple[T, ...] = ()

    @property
    def in_body(self) -> bool:
        """Whether it says something in sentences, and in no table."""
        return self.kind in BODY_KINDS and self.table is None


@dataclass(frozen=True, slots=True)
class Report(Generic[T]):
    """A structured report; ``T`` says whether its text has been redacted.

    Attributes:
        title: the title that the file itself bears, where its pages bear it out; ``None`` elsewhere.
    """

    blocks: tuple[Block[T], ...]
    pages: PageAccount
    warnings: tuple[str, ...] = ()
    title: T | None = None
