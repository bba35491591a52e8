"""What an authority has not answered, as far as the library knows, and whether its time is up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assistant.briefing.deadline import due_day
from assistant.comparing.history import History
from assistant.comparing.quotation import Cited, date_of
from ingest.passage import DocumentKind, DocumentRecord

# What asks for nothing but a reply to the report: any later reply meets it.
_ASKS_REPLY = re.compile(
    r"\b(?:observations|comments|response|reply|replies|action plan|plan of action|implementation plan|account of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A recommendation or request without a reply in the library, or with one that came late.

    Attributes:
        asked: as it was made last.
        due: the last day of its deadline, ``None`` where none is known.
        overdue: whether that day has passed, or had when the reply came; ``None`` where it is not known.
        received: the day of the reply, where one came.
    """

    asked: Cited
    due: str | None
    overdue: bool | None
    received: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {"due": self.due, "overdue": self.overdue, "received": self.received, "entry": self.asked.to_json()}


def unanswered(histories: Iterable[History], today: str, documents: Iterable[DocumentRecord] = ()) -> list[Unanswered]:
    """Return what has neither an answer nor a verdict since it was asked for last, the longest overdue first.

    What asks for a reply to the report is met by the authority's next document; it is given only where that was late.

    Args:
        histories: of one place.
        today: ISO date.
        documents: of the place.
    """
    replies = sorted(date_of(each) for each in documents if each.kind is DocumentKind.RESPONSE and date_of(each))
    found: list[Unanswered] = []
    for history in histories:
        if history.answered or history.judged_since:
            continue
        asked = history.last_asked
        data = asked.document.metadata
        made = data.published or data.visit_end or data.visit_start
        due = due_day(asked.entry.due, made)
        received = next((day for day in replies if day >= (made or "")), None)
        if received and _asks_reply(asked):
            if due and received > due:
                found.append(Unanswered(asked, due, True, received))
            continue
        found.append(Unanswered(asked, due, due < today if due else None))
    return sorted(found, key=lambda each: (each.due is None, each.due or ""))


def _asks_reply(asked: Cited) -> bool:
    return asked.entry.kind == "request_for_information" and bool(_ASKS_REPLY.search(str(asked.entry.text)))
