"""What an authority has not answered, as far as the library knows, and whether its time is up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assistant.briefing.deadline import due_day
from assistant.comparing.history import History
from assistant.comparing.quotation import Cited


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A recommendation or request without a reply in the library.

    Attributes:
        asked: as it was made last.
        due: the last day of its deadline, ``None`` where none is known.
        overdue: whether that day has passed; ``None`` where it is not known.
    """

    asked: Cited
    due: str | None
    overdue: bool | None

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {"due": self.due, "overdue": self.overdue, "entry": self.asked.to_json()}


def unanswered(histories: Iterable[History], today: str) -> list[Unanswered]:
    """Return what has neither an answer nor a verdict since it was asked for last, the longest overdue first.

    Args:
        histories: of one place.
        today: ISO date.
    """
    found: list[Unanswered] = []
    for history in histories:
        if history.answered or history.judged_since:
            continue
        asked = history.last_asked
        data = asked.document.metadata
        due = due_day(asked.entry.due, data.published or data.visit_end or data.visit_start)
        found.append(Unanswered(asked, due, due < today if due else None))
    return sorted(found, key=lambda each: (each.due is None, each.due or ""))
