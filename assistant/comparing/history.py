"""A recommendation over all visits of a place: asked, answered, judged, asked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.answers.verify import folded
from assistant.comparing.quotation import Citations, Cited
from assistant.comparing.rows import row_of
from assistant.comparing.standing import Outcome, is_answer, is_answered, outcome_of
from assistant.comparing.threads import Step, Threads
from ingest.links.sides import ASKED


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a recommendation.

    Attributes:
        what: ``asked``, ``answered``, ``not answered`` (a reply is silent on it), ``judged`` or ``asked again``.
        status: claimed for an answer, verified for a verdict.
        words: of an answer, redacted.
    """

    what: str
    cited: Cited
    status: str | None
    words: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {"what": self.what, "status": self.status, "words": self.words or None, "entry": self.cited.to_json()}


@dataclass(frozen=True, slots=True)
class History:
    """Everything that happened to one recommendation, the earliest first.

    Attributes:
        times: how often it was asked for.
        outcome: what the last verdict found.
        answered: whether an authority has answered since it was asked for last.
        judged_since: whether a verdict has come since then.
    """

    events: tuple[Event, ...]
    times: int
    outcome: Outcome | None
    answered: bool
    judged_since: bool

    @property
    def first(self) -> Cited:
        """The recommendation as it was made first."""
        return self.events[0].cited

    @property
    def last_asked(self) -> Cited:
        """The recommendation as it was made last."""
        return next(event.cited for event in reversed(self.events) if event.what.startswith("asked"))

    @property
    def claimed(self) -> str | None:
        """What an authority has claimed last: in an answer, else as it is printed beside the recommendation."""
        said = [event.status for event in self.events if event.what == "answered" and event.status]
        return said[-1] if said else self.last_asked.entry.status_claimed

    @property
    def open(self) -> bool:
        """Whether nothing shows that it was achieved or overtaken, or it was asked again after it was."""
        settled = self.outcome in (Outcome.ACHIEVED, Outcome.SUPERSEDED)
        return not settled or self.events[-1].what == "asked again"

    def to_json(self) -> dict[str, Any]:
        """Return it as results show it."""
        return {
            "times_asked": self.times,
            "outcome": self.outcome.value if self.outcome else None,
            "open": self.open,
            "answered": self.answered,
            "events": [event.to_json() for event in self.events],
        }


def histories(threads: Threads, citations: Citations, *, requests: bool = False) -> Iterator[History]:
    """Give the history of what was asked to be done at a place, in the order in which it was asked first.

    Args:
        threads: of the place.
        citations: of its entries.
        requests: give those of the information that was asked for instead.
    """
    roots = threads.roots(requests=requests)
    followed = {(root.document_id, row_of(root)) for root in roots if threads.later(root)}
    for root in roots:
        # Deficiency and recommendation of one table row are one matter; the one that was followed up stands for both.
        if not threads.later(root) and (root.document_id, row_of(root)) in followed:
            continue
        steps: dict[str, Step] = {}
        for entry in (root, *(step.entry for step in threads.later(root))):
            for step in (*threads.later(entry), *threads.answers(entry)):
                steps.setdefault(step.entry.entry_id, step)
        events = [Event("asked", citations.cite(root), None)]
        answered = is_answered(root)
        times, outcome, judged_since = 1, None, False
        order = sorted(steps.values(), key=lambda step: threads.position[step.entry.document_id])
        for step in order:
            entry = step.entry
            if step.relation == "responds_to":
                told = entry.status_claimed is None or is_answer(entry.status_claimed)
                answered = answered or told
                what = "answered" if told else "not answered"
                event = Event(what, citations.cite(entry), entry.status_claimed, str(entry.response or ""))
                if not any(_same_answer(event, each) for each in events):
                    events.append(event)
            elif threads.is_verdict(entry) or entry.kind not in ASKED:
                outcome = outcome_of(entry.status_verified) or outcome or Outcome.UNKNOWN
                answered = answered or is_answer(entry.status_claimed)
                judged_since = True
                events.append(Event("judged", citations.cite_verdict(entry), entry.status_verified))
            else:
                times += 1
                answered = is_answered(entry)
                judged_since = False
                events.append(Event("asked again", citations.cite(entry), None))
        yield History(tuple(events), times, outcome, answered, judged_since)


def _same_answer(one: Event, other: Event) -> bool:
    """Say whether two entries of one letter are one answer: the one is read with its label, the other without."""
    if one.what != other.what or one.cited.document.document_id != other.cited.document.document_id:
        return False
    words, others = folded(one.words or one.cited.quote), folded(other.words or other.cited.quote)
    return words in others or others in words
