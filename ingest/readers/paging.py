"""Pages to one run of blocks: furniture out, columns in order, tables and paragraphs joined over breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.readers.columns import Gutter, Region, columns_of, regions
from ingest.readers.contents import without_contents
from ingest.readers.furniture import take_furniture
from ingest.readers.headings import Headings
from ingest.readers.lines import Line, Word, to_lines
from ingest.readers.markers import bullet, starts_block
from ingest.readers.narrow_cells import cell_text, words_of
from ingest.readers.oneline import one_line
from ingest.readers.paragraphs import Draft, Metrics, closes_bracket, drafts, join, metrics
from ingest.readers.ruled import Grid
from ingest.report import BlockKind, ParsedBlock

_FINISHED = (".", ":", ";", "?", "!", "”", '"', "…")
_NOTE_MARK = re.compile(r"^\[?(\d{1,3}|[*†‡])\]?[.)]?\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class PageContent:
    """What was found on one page.

    Attributes:
        number: page number from 1.
        width: width in points as a person reads the page.
        height: height in points.
        lines: lines outside drawn tables and boxes.
        grids: drawn tables and boxes with the words inside.
        ocr: whether the lines come from OCR, where type is measured roughly.
    """

    number: int
    width: float
    height: float
    lines: list[Line]
    grids: list[tuple[Grid, list[Word]]]
    ocr: bool = False

    @property
    def text(self) -> str:
        """All text of the page, in no order."""
        return "".join([*(line.text for line in self.lines), *(w.text for _, words in self.grids for w in words)])


@dataclass(slots=True)
class _State:
    """What is carried from page to page."""

    blocks: list[ParsedBlock] = field(default_factory=list)
    notes: list[ParsedBlock] = field(default_factory=list)
    table: int = 0
    header: tuple[str, ...] = ()
    columns: tuple[float, ...] = ()
    rows: int = 0
    open_table: bool = False
    last_full: bool = False
    words: frozenset[str] = frozenset()


def assemble(pages: Sequence[PageContent]) -> tuple[ParsedBlock, ...]:
    """Make blocks of all pages, in reading order: headers first, then the text, footnotes and footers."""
    usual = metrics([line for page in pages for line in page.lines])
    kept, heads, feet = take_furniture([page.lines for page in pages], [page.height for page in pages], usual.size)
    kept = [without_contents(lines) if page.ocr else lines for page, lines in zip(pages, kept, strict=True)]
    rest = [replace(page, lines=lines) for page, lines in zip(pages, kept, strict=True)]
    ordered = _ordered(rest)
    all_lines = [line for page in ordered for region in page for line in region.lines]
    usual = metrics(all_lines) if all_lines else usual
    names = Headings(all_lines, usual, rough=any(page.ocr for page in pages))
    state = _State(words=words_of(all_lines))
    for page, found in zip(rest, ordered, strict=True):
        _page(page, found, usual, names, state)
    return (
        *(ParsedBlock(BlockKind.HEADER, text) for text in heads),
        *state.blocks,
        *state.notes,
        *(ParsedBlock(BlockKind.FOOTER, text) for text in feet),
    )


def _ordered(pages: Sequence[PageContent]) -> list[list[Region]]:
    """Return the columns of each page in reading order; a drawn table over most of the width ends those above it."""
    out: list[list[Region]] = []
    known: tuple[Gutter, ...] = ()
    for page in pages:
        left, right = (
            min((line.x0 for line in page.lines), default=0.0),
            max((line.x1 for line in page.lines), default=0.0),
        )
        walls = sorted(grid.top for grid, _ in page.grids if grid.x1 - grid.x0 > 0.6 * (right - left))
        slabs: list[list[Line]] = [[] for _ in range(len(walls) + 1)]
        for line in page.lines:
            slabs[sum(1 for wall in walls if line.base > wall)].append(line)
        parted = [columns_of(slab, known) for slab in slabs]
        known = tuple(gutter for _, gutters in parted for gutter in gutters)
        out.append([region for found, _ in parted for region in found])
    return out


def _page(page: PageContent, found: list[Region], usual: Metrics, names: Headings, state: _State) -> None:
    """Put the blocks of one page behind those before; grids go where they stand between the lines."""
    waiting = sorted(page.grids, key=lambda one: (one[0].top, one[0].x0))
    fresh = True
    notes = _notes(page, found, usual)
    for region in found:
        for piece in _cut(region, [grid for grid, _ in waiting]):
            above = [one for one in waiting if _before(one[0], piece, found)]
            for grid, words in above:
                waiting.remove((grid, words))
                _grid(grid, words, page.number, usual, names, state, fresh=fresh)
                fresh = False
            for draft in drafts(piece, usual):
                if id(draft.lines[0].words[0]) in notes:
                    _note(draft, page.number, state)
                    continue
                _flow(draft, page.number, names, state, fresh=fresh or draft is None)
                fresh = False
        fresh = fresh or region is not found[-1]
    for grid, words in waiting:
        _grid(grid, words, page.number, usual, names, state, fresh=fresh)
        fresh = False


def _cut(region: Region, grids: list[Grid]) -> list[Region]:
    """Cut a column at the tables that stand in it, so that no paragraph reaches over one."""
    edges = sorted(grid.top for grid in grids if grid.x0 < region.right and grid.x1 > region.left)
    pieces: list[list[Line]] = [[]]
    for line in region.lines:
        while edges and line.base > edges[0]:
            edges.pop(0)
            if pieces[-1]:
                pieces.append([])
        pieces[-1].append(line)
    return [Region(tuple(piece), region.left, region.right) for piece in pieces if piece]


def _before(grid: Grid, piece: Region, found: list[Region]) -> bool:
    """Say whether a table is read before a piece of text: above it in its column, or in a column read earlier."""
    overlaps = grid.x0 < piece.right and grid.x1 > piece.left
    if overlaps:
        return grid.top < piece.lines[0].base
    earlier = grid.x1 <= piece.left + 1
    return earlier and any(r.left < grid.x1 and r.right > grid.x0 for r in found)


def _flow(draft: Draft, page: int, names: Headings, state: _State, *, fresh: bool) -> None:
    if draft.cells:
        _row(draft.cells, page, state, new=not state.open_table)
        state.open_table = True
        return
    state.open_table = False
    text = draft.text
    if not text:
        return
    level = names.level(draft)
    marked, rest = bullet(text)
    if level and not marked:
        before = state.blocks[-1] if state.blocks else None
        if before and before.kind is BlockKind.HEADING and names.continues(draft, before.level, level):
            state.blocks[-1] = replace(before, text=join([before.text, text]))
        else:
            state.blocks.append(ParsedBlock(BlockKind.HEADING, text, page, level))
        names.note(draft)
        return
    if fresh and not marked and _continues(state, text):
        before = state.blocks[-1]
        state.blocks[-1] = replace(before, text=join([before.text, text]))
    elif marked:
        state.blocks.append(ParsedBlock(BlockKind.LIST_ITEM, rest, page, 1))
    else:
        state.blocks.append(ParsedBlock(BlockKind.PARAGRAPH, text, page))
    last = draft.lines[-1]
    state.last_full = len(draft.lines) > 1 and last.x1 > last.right - 2.5 * last.size


def _continues(state: _State, text: str) -> bool:
    """Say whether a text at the top of a page or column goes on with the last block."""
    blocks = state.blocks
    if not blocks or blocks[-1].kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or starts_block(text):
        return False
    before = re.sub(r"\[\d{1,3}\]$", "", blocks[-1].text)
    if closes_bracket(before, text):
        return True
    if text[0].islower():
        return not before.endswith((".", "?", "!"))
    if not before.endswith(_FINISHED):
        return True
    # Where every paragraph has a printed number, one without goes on with the last, if its last line was full.
    recent = [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH][-12:]
    numbered = sum(1 for one in recent if starts_block(one))
    return state.last_full and len(recent) >= 4 and numbered >= 0.8 * len(recent) and starts_block(blocks[-1].text)


def _notes(page: PageContent, found: list[Region], usual: Metrics) -> set[int]:
    """Return the ids of the first words of drafts that are footnotes: small type at the foot, from a mark on."""
    marked: set[int] = set()
    if page.ocr:
        return marked
    for region in found:
        lines = list(region.lines)
        start = len(lines)
        while start > 0 and lines[start - 1].size <= 0.93 * usual.size:
            start -= 1
        while start < len(lines) and not _NOTE_MARK.match(lines[start].text):
            start += 1
        if start < len(lines) and (start > 0 or lines[start].top > 0.5 * page.height):
            marked.update(id(word) for line in lines[start:] for word in line.words)
    return marked


def _note(draft: Draft, page: int, state: _State) -> None:
    text = draft.text
    match = _NOTE_MARK.match(text)
    if match and (match[1].isdigit() or len(match[1]) == 1) and len(text) > match.end():
        state.notes.append(
            ParsedBlock(BlockKind.FOOTNOTE, f"[{match[1]}] {text[match.end() :]}", page, number=match[1])
        )
    elif state.notes and state.notes[-1].page == page:
        last = state.notes[-1]
        state.notes[-1] = replace(last, text=join([last.text, text]))
    else:
        state.notes.append(ParsedBlock(BlockKind.FOOTNOTE, text, page))


def _grid(
    grid: Grid, words: list[Word], page: int, usual: Metrics, names: Headings, state: _State, *, fresh: bool
) -> None:
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        cells.setdefault(grid.place(word), []).append(word)
    if grid.is_box:
        state.open_table = False
        for place in sorted(cells):
            for region in regions(to_lines(cells[place], page)):
                for draft in drafts(region, usual):
                    text = " | ".join(draft.cells) if draft.cells else draft.text
                    if text:
                        state.blocks.append(ParsedBlock(BlockKind.BOX, text, page))
        return
    edges = grid.columns
    columns = tuple(round(x) for x in edges)
    goes_on = (
        fresh and state.table > 0 and len(columns) == len(state.columns)
        and all(abs(a - b) <= 10 for a, b in zip(columns, state.columns, strict=True))
        and bool(state.blocks) and state.blocks[-1].kind is BlockKind.TABLE_ROW
    )  # fmt: skip
    first = True
    for row in sorted({place[0] for place in cells}):
        texts = tuple(
            cell_text(cells.get((row, column), []), page, sides, state.words)
            for column, sides in enumerate(pairwise(edges))
        )
        while len(texts) > 1 and not texts[-1] and _is_joined(grid, row, len(texts) - 1):
            texts = texts[:-1]
        if not any(texts) or (goes_on and first and texts == state.header):
            continue
        if first and goes_on and _is_rest(state.blocks[-1].cells, texts):
            cells_so_far = state.blocks[-1].cells
            joined = tuple(join(pair) for pair in zip(cells_so_far, texts, strict=True))
            state.blocks[-1] = replace(state.blocks[-1], text=" | ".join(joined), cells=joined)
            first = False
            continue
        _row(texts, page, state, new=first and not goes_on)
        if first and not goes_on:
            state.columns = columns
        first = False
    state.open_table = False


def _is_rest(before: tuple[str, ...], cells: tuple[str, ...]) -> bool:
    """Say whether the first row of a page only ends the last one of the page before: its first cell is empty."""
    return len(before) == len(cells) and bool(before[0]) and not cells[0] and len([cell for cell in cells if cell]) > 0


def _is_joined(grid: Grid, row: int, column: int) -> bool:
    """Say whether a cell without words is part of the joined cell to its left."""
    rows, columns = grid.rows, grid.columns
    if column == 0 or row + 1 >= len(rows):
        return False
    middle = (rows[row] + rows[row + 1]) / 2
    return not any(abs(x - columns[column]) <= 3 and top - 3 <= middle <= bottom + 3 for x, top, bottom in grid.down)


def _row(cells: tuple[str, ...], page: int, state: _State, *, new: bool) -> None:
    cells = tuple(one_line(cell) for cell in cells)
    if new:
        state.table += 1
        state.rows = 0
        state.header = cells
        state.columns = ()
    text = " | ".join(cells)
    state.blocks.append(ParsedBlock(BlockKind.TABLE_ROW, text, page, table=state.table, row=state.rows, cells=cells))
    state.rows += 1
