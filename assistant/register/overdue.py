"""Overdue: entries whose deadline has passed and that nobody has found, or said, to be carried out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from assistant.briefing.deadline import due_day
from assistant.question.terms import fold
from ingest.passage import DocumentRecord, RegisterEntry

_ASKED = re.compile(
    r"\boverdue\b|\b(?:past|beyond|after) (?:their|its|the) (?:due dates?|deadlines?|time)\b|"
    r"\b(?:deadlines?|due dates?|time) (?:has |have |is |had )?(?:already )?"
    r"(?:passed|expired|lapsed|run out|gone by)\b|"
    r"\bshould (?:already )?have been (?:\w+ )?(?:done|met|implemented|carried out|completed)\b"
)
_DONE = frozenset(["implemented"])


def asks_overdue(question: str) -> bool:
    """Say whether a question asks for what should have been done by now."""
    return bool(_ASKED.search(fold(question)))


def due_of(
    entry: RegisterEntry, echoes: Sequence[RegisterEntry], document: Callable[[str], DocumentRecord | None]
) -> str | None:
    """Return the last day for an entry, ISO: as asked for, else as the reply that prints it again promises."""
    for one in (entry, *echoes):
        record = document(one.document_id)
        made = (record.metadata.published or record.metadata.visit_end) if record is not None else None
        if day := due_day(one.due, made):
            return day
    return None


def overdue(
    entries: Sequence[RegisterEntry],
    echoes: Mapping[str, Sequence[RegisterEntry]],
    standing: Mapping[str, frozenset[str]],
    document: Callable[[str], DocumentRecord | None],
    today: str | None = None,
) -> tuple[list[RegisterEntry], str]:
    """Keep what is overdue.

    Args:
        entries: each once.
        echoes: by entry id, the same entry as printed again.
        standing: by entry id, its statuses.
        document: looks a document up; a deadline without a date runs from its publication.
        today: ISO date; the machine's by default.

    Returns:
        the entries, and words that say against which day and for how many no day is known.
    """
    now = today or datetime.now(UTC).date().isoformat()
    days = {entry.entry_id: due_of(entry, echoes.get(entry.entry_id, ()), document) for entry in entries}
    kept = [
        entry
        for entry in entries
        if (day := days[entry.entry_id]) and day < now and not standing.get(entry.entry_id, frozenset()) & _DONE
    ]
    unknown = sum(day is None for day in days.values())
    said = f"deadline before {now} and not found implemented"
    return kept, f"{said}; for {unknown} of {len(entries)} no deadline is known" if unknown else said
