"""What is exported: rows of the register, and what must be known about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from api.export.columns import COLUMNS, NOTICE, Value
from ingest.passage import DocumentRecord, DocumentStatus, Filters, RegisterEntry

if TYPE_CHECKING:
    from ingest.library import Library


@dataclass(frozen=True, slots=True)
class Unread:
    """A document, or pages of one, that the register knows nothing of."""

    source: str
    why: str


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """A register query's result, ready to be written.

    Attributes:
        rows: one for each entry, values in the order of ``COLUMNS``.
        filters: what was asked for, by name; only what was given.
        made: date and time, ISO 8601, UTC.
        documents: how many documents the entries come from.
        unread: what could not be read and may hold more entries.
    """

    rows: tuple[tuple[Value, ...], ...]
    filters: Mapping[str, str]
    made: str
    documents: int
    unread: tuple[Unread, ...]
    notice: str = NOTICE

    def counts(self, key: str) -> dict[str, int]:
        """Count the rows by the value of a column, the most frequent first; empty values are ``none``."""
        place = [column.key for column in COLUMNS].index(key)
        counted = Counter(str(row[place] or "none") for row in self.rows)
        return dict(counted.most_common())


def register_table(
    library: Library,
    entries: Sequence[RegisterEntry],
    filters: Filters,
    asked: Mapping[str, str | None],
    *,
    mix_tiers: bool = False,
) -> RegisterTable:
    """Gather rows and what must be known about them.

    Args:
        library: where the entries come from.
        entries: the result of the query, in order.
        filters: its document filters, which say what of the unread might have held more.
        asked: every filter by its name for people; those without a value are left out.
        mix_tiers: whether documents of different publication tiers may stand in one file.

    Raises:
        MixedTiers: they do, and that is not allowed.
    """
    from assistant.tiers import standing_of

    standing = standing_of(library, (entry.document_id for entry in entries)).checked(mix=mix_tiers)
    records = {record.document_id: record for record in library.ledger.documents()}
    rows = tuple(_row(entry, records.get(entry.document_id)) for entry in entries)
    permitted = {record.document_id for record in library.ledger.documents(filters)}
    return RegisterTable(
        rows=rows,
        filters={name: value for name, value in asked.items() if value},
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        documents=len({entry.document_id for entry in entries}),
        unread=_unread(list(records.values()), permitted),
        notice=f"{standing.notice} {NOTICE}",
    )


def _row(entry: RegisterEntry, record: DocumentRecord | None) -> tuple[Value, ...]:
    """Return the values of a row; its note says where few people may be recognised."""
    from assistant.comparing.protection import risk

    values = [column.read(entry, record) for column in COLUMNS]
    why = risk(f"{entry.text} {entry.response or ''}")
    if why is not None:
        at = [column.key for column in COLUMNS].index("note")
        values[at] = f"{values[at]} Before it is handed on: {why}."
    return tuple(values)


def _unread(records: Sequence[DocumentRecord], permitted: set[str]) -> tuple[Unread, ...]:
    """Held and refused documents have no metadata, so any of them might belong to the query; pages only of its own."""
    found: list[Unread] = []
    for record in records:
        if record.status in (DocumentStatus.HELD, DocumentStatus.REFUSED):
            found.append(Unread(record.source, f"{record.status.value}: {record.reason or 'no reason recorded'}"))
        elif record.pages_failed and record.document_id in permitted:
            found.append(
                Unread(record.source, f"{record.pages_failed} of {record.pages_total} pages could not be read")
            )
    return tuple(found)
