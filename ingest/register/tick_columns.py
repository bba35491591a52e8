"""Tables whose columns are the answers, one of which is ticked in each row: ``Yes | Partly | No``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.register.position_cells import position_in
from ingest.register.status import ACCEPTANCE, status_of
from ingest.report import Block
from redaction.text import RedactedText

_TICK = re.compile(r"\W*(?:[xX✓✔☑☒✗✘✕✖×●•■◼▪⬤+*√◉✅]|yes)\W*")
_EMPTY = re.compile(r"[\s☐□○◯·.–—_-]*")
_LEAST_COLUMNS, _HEAD_WORDS = 2, 3
# "Rows without a tick: no answer was given."
_UNTICKED = re.compile(
    r"\b(?:rows?|items?|lines?|recommendations?|boxes|matters?|points?|those|where)\b[^.:;]{0,40}\b(?:without|"
    r"with no|not|no)\b"
    r"[^.:;]{0,20}\b(?:tick|ticked|mark|marked|cross|crossed|entry|box)\b[^.:;]{0,20}[:,–—-]?\s*(?P<what>[^.;]{4,80})",
    re.IGNORECASE,
)


class TickColumns:
    """The answers that a table offers as columns.

    Args:
        header: its headings.
        body: its rows of cells, as wide as the header.
        blocks: of the document, which may say what a row without a tick means.
    """

    def __init__(
        self,
        header: Sequence[str],
        body: Sequence[Sequence[str]],
        blocks: Sequence[Block[RedactedText]],
    ) -> None:
        """Find the columns; none are kept where a row has several ticks, or a column holds anything else."""
        means = {i: status for i, head in enumerate(header) if (status := _meaning(head)) is not None}
        means = {i: status for i, status in means.items() if all(is_mark(cells[i]) for cells in body)}
        ticked = [sum(is_tick(cells[i]) for i in means) for cells in body]
        usable = len(means) >= _LEAST_COLUMNS and all(count <= 1 for count in ticked) and 2 * sum(ticked) >= len(body)
        self.columns: dict[int, str] = means if usable else {}
        self._unticked = self._without(blocks) if self.columns else None

    def status_of(self, cells: Sequence[str]) -> str | None:
        """Return what the tick of a row says, or what the document says of rows without one."""
        if not self.columns:
            return None
        return next((means for i, means in self.columns.items() if is_tick(cells[i])), self._unticked)

    @staticmethod
    def _without(blocks: Sequence[Block[RedactedText]]) -> str | None:
        for block in blocks:
            found = _UNTICKED.search(block.text) if block.table is None else None
            status = (status_of(found["what"]) or position_in(found["what"])) if found is not None else None
            if status in ACCEPTANCE:
                return status
        return None


def _meaning(head: str) -> str | None:
    """Return what a heading means: ``Yes`` accepts in a column of answers, ``Implemented`` says so itself."""
    return position_in(head) if 0 < len(head.split()) <= _HEAD_WORDS else None


def is_tick(cell: str) -> bool:
    """Say whether a cell is ticked."""
    return bool(_TICK.fullmatch(cell))


def is_mark(cell: str) -> bool:
    """Say whether a cell holds a tick or nothing."""
    return bool(_TICK.fullmatch(cell) or _EMPTY.fullmatch(cell))
