"""The last day of a time limit as a recommendation words it, and whether it has passed."""

from __future__ import annotations

from datetime import UTC, datetime

from assistant.briefing.deadline import due_day
from assistant.drafting import markers


def has_passed(limit: str, today: str | None = None) -> bool:
    """Say whether the day that a time limit names has passed; a period, whose beginning is open, has not.

    Args:
        limit: words such as "by 1 March 2025".
        today: ISO date; the clock's where it is not given.
    """
    year = markers.YEAR.search(limit)
    due = due_day(limit, None) or (f"{year.group()}-12-31" if year else None)
    return due is not None and due < (today or datetime.now(UTC).date().isoformat())
