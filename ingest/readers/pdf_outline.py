"""The bookmarks of a PDF as evidence for its headings and their levels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.pdf_document import OutlineEntry
from ingest.report import BlockKind, ParsedBlock

_LEAST_FOUND = 3
_LEAST_SHARE = 0.6
_LONGEST = 300


def apply_outline(blocks: Sequence[ParsedBlock], outline: Sequence[OutlineEntry]) -> tuple[ParsedBlock, ...]:
    """Make headings of the blocks that the outline names, with its levels.

    Args:
        blocks: of the whole document, with pages.
        outline: bookmarks; titles need not have the case or spacing of the page.

    Returns:
        The same blocks, some with another kind and level; unchanged where fewer than three bookmarks or less than six
        in ten are found on their pages, since such an outline belongs to another layout.
    """
    places: dict[int, OutlineEntry] = {}
    at = 0
    for entry in outline:
        wanted = _folded(entry.title)
        found = next((i for i in range(at, len(blocks)) if _is_named(blocks[i], entry, wanted)), None)
        if found is not None and wanted:
            places[found], at = entry, found + 1
    if len(places) < _LEAST_FOUND or len(places) < _LEAST_SHARE * len(outline):
        return tuple(blocks)
    first = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING), None)
    below = 1 if first is not None and first < min(places) else 0  # a title above all that the outline names
    out: list[ParsedBlock] = []
    level = 0
    for index, block in enumerate(blocks):
        named = places.get(index)
        if named is not None:
            level = min(6, named.depth + below)
            block = replace(block, kind=BlockKind.HEADING, level=level)
        elif block.kind is BlockKind.HEADING and level:
            block = replace(block, level=min(7, max(block.level, level + 1)))
        out.append(block)
    return tuple(out)


def _is_named(block: ParsedBlock, entry: OutlineEntry, wanted: str) -> bool:
    return (
        block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and (entry.page is None or block.page is None or abs(block.page - entry.page) <= 1)
        and len(block.text) <= _LONGEST
        and _folded(block.text) in (wanted, _unnumbered(wanted))
    )


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _unnumbered(folded: str) -> str:
    return re.sub(r"^(?:\d+ )+", "", folded)
