"""Tables whose columns are offices, ticked in the row of what each is to do: ``| Ministry of Health | Governor |``."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.register.offices import is_office
from ingest.register.table_cells import are_words
from ingest.register.tick_columns import is_mark, is_tick
from redaction.text import RedactedText

_LEAST = 2


class OfficeColumns:
    """Whom the columns of a table name, and which column says what they are to do.

    Args:
        header: its headings.
        body: its rows of cells, as wide as the header.
    """

    def __init__(self, header: Sequence[str], body: Sequence[tuple[RedactedText, ...]]) -> None:
        """Find the offices; none are kept where fewer than two head columns of marks, or a row has no mark."""
        marked = [i for i, _ in enumerate(header) if body and all(is_mark(cells[i]) for cells in body)]
        named = {i: header[i] for i in marked if is_office(header[i])}
        words = [i for i in range(len(header)) if i not in marked and are_words(body, i)]
        ticked = all(any(is_tick(cells[i]) for i in named) for cells in body)
        usable = len(named) >= _LEAST and len(named) == len(marked) and ticked and bool(words)
        self.offices: dict[int, str] = named if usable else {}
        self.text: int | None = words[0] if self.offices else None

    def addressee(self, cells: Sequence[str]) -> str | None:
        """Return the offices that a row ticks, in the order of the columns."""
        return ", ".join(name for i, name in self.offices.items() if is_tick(cells[i])) or None
